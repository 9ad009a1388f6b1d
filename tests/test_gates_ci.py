"""The gates' own script: it has every gate, and takes the demo and the tests from the README."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".ci" / "run"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def readme_command(name: str) -> str:
    match = re.search(rf"<!-- ci: {name} -->\n```sh\n(?P<command>[^\n]+)\n```\n<!-- ci: end -->", README)
    assert match, f"README.md has no one-line command between <!-- ci: {name} --> and <!-- ci: end -->"
    return match["command"]


def test_the_script_can_be_run() -> None:
    assert os.access(SCRIPT, os.X_OK)
    subprocess.run(["bash", "-n", SCRIPT], check=True)


@pytest.mark.parametrize(
    "gate",
    [
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "run_readme_command tests",
        "run_readme_command demo",
    ],
)
def test_the_script_has_every_gate(gate: str) -> None:
    assert re.search(rf"^{gate}\b", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", ["demo", "tests"])
def test_each_readme_command_does_all_its_set_up(name: str) -> None:
    command = readme_command(name)
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_the_map_of_the_house_names_every_module() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^### `(\w+)/`[^\n]*\n(.*?)(?=^##)", text + "\n## ", re.MULTILINE | re.DOTALL))
    missing = [
        path.relative_to(ROOT).as_posix()
        for folder in ("corpus", "ingest", "extract", "search", "minuted")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name != "__init__.py"
        and path.parent.name != "commands"  # the README lists the commands
        and f"`{_named(path, folder)}`" not in parts.get(folder, "")
    ]
    assert missing == [], "say in CONTRIBUTING.md what these modules know"


def test_the_map_names_no_module_that_is_gone() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for folder, part in re.findall(r"^### `(\w+)/`[^\n]*\n(.*?)(?=^##)", text + "\n## ", re.MULTILINE | re.DOTALL):
        for line in part.splitlines():
            modules = re.findall(r"`([\w/]+)`", line.split(":", 1)[0]) if line.startswith("- ") else []
            assert [each for each in modules if not (ROOT / folder / f"{each}.py").exists()] == []


def _named(path: Path, folder: str) -> str:
    return path.relative_to(ROOT / folder).with_suffix("").as_posix()
