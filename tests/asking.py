"""Asks a corpus by the command line, as tests of what commands answer do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from minuted.cli import cli


def run(corpus: Path, *arguments: str) -> Result:
    """What the command with ``arguments`` came to."""
    return CliRunner().invoke(cli, ["--corpus", str(corpus), *arguments])


def text(corpus: Path, *arguments: str) -> str:
    """What it printed; it must have gone well."""
    result = run(corpus, *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def answer(corpus: Path, *arguments: str) -> Any:
    """What it answers as JSON; it must have gone well."""
    result = run(corpus, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
