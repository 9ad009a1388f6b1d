"""``python -m minuted`` is the command line."""

from minuted.cli import main

main()
