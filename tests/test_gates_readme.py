"""The README tells the truth about the command line: every command stands in it and has help with an example."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_README = re.findall(r"^\| `(\w+)[^`]*`", README, re.MULTILINE)
MINUTED = Path(sys.executable).with_name("minuted")


@cache
def help_of(*command: str) -> str:
    return subprocess.run([MINUTED, *command, "--help"], capture_output=True, text=True, check=True).stdout


@cache
def commands() -> tuple[str, ...]:
    listed = help_of().partition("Commands:")[2]
    return tuple(re.findall(r"^  ([a-z]+) {2,}", listed, re.MULTILINE))


def test_the_table_lists_the_commands_that_there_are() -> None:
    assert sorted(IN_README) == sorted(commands())


@pytest.mark.parametrize("command", IN_README)
def test_help_teaches_with_an_example(command: str) -> None:
    told = help_of(command)
    assert re.search(
        rf"^ *(?:\$ )?minuted (?:--\w+ \S+ )?{command}\b", told.partition("Usage:")[2].partition("\n")[2], re.M
    )


def test_the_readme_links_to_files_that_exist() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target
