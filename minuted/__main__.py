"""``python -m minuted`` is the command line."""

from minuted.cli import main

if __name__ == "__main__":
    main()
