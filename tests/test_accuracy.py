"""What is found in papers that people have read never gets worse: floors on F1 by set of papers and kind of finding.

The papers are no part of the project; where no folder `shared` stands beside it, these tests are skipped. Floors stand
in `accuracy_floors.toml` and are raised by `python tests/accuracy_report.py --floors`, never lowered.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "accuracy_floors.toml").read_text(encoding="utf-8"))
_MOST_SECONDS = 400


def test_there_are_floors_for_every_set() -> None:
    assert set(FLOORS) == {"seeds", "kent", "parish", "pages", "timelines"}


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="no annotated papers in ../shared beside the project")
@pytest.mark.parametrize("papers", FLOORS)
def test_no_floor_is_broken(papers: str) -> None:
    told = subprocess.run(
        [sys.executable, HERE / "accuracy_report.py", "--set", papers, "--json"],
        capture_output=True,
        text=True,
        timeout=_MOST_SECONDS,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    measured = json.loads(told.stdout)[papers]
    fallen = [
        f"{key} of {papers} fell from {floor:.3f} to {measured.get(key, 0.0):.3f}"
        for key, floor in FLOORS[papers].items()
        if measured.get(key, 0.0) < floor
    ]
    assert fallen == []
