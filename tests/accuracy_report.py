"""Measures what `minuted analyse` finds in papers that people have read, and prints it as the README's table.

    python tests/accuracy_report.py                  the table
    python tests/accuracy_report.py --json           the same as {set: {key: F1}}
    python tests/accuracy_report.py --floors         tests/accuracy_floors.toml with every floor raised to what is held
    python tests/accuracy_report.py --set seeds      one set only

The papers and their annotations stand in a folder `shared` beside the project and are no part of it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from fields_score import score_all

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SCORER = SHARED / "evaluate" / "evaluate.py"
FLOORS = HERE / "accuracy_floors.toml"
SETS = {"seeds": "seed papers", "kent": "Kent", "parish": "parishes", "pages": "page excerpts"}
KEYS = (
    "papers",
    "sections",
    "meetings",
    "attendance",
    "people",
    "organisations",
    "recommendations",
    "decisions",
    "reported_decisions",
    "actions",
    "fields",
)
Scores = dict[str, float]
_F1 = 2  # its place in the scorer's [precision, recall, F1, gold, said]
_GOLD = 3
_SOME_FAILED = 3  # exit code of a run in which files failed: they are named on stderr, and count as wholly missed


def gold_files(papers: str) -> list[Path]:
    """The annotations of a set, one file a paper."""
    return sorted(path for path in (SHARED / "gold" / papers).glob("*.json") if path.name != "matters.json")


def measure(papers: str) -> Scores:
    """F1 by key over all annotated papers of a set; a key of which nothing is annotated is left out."""
    sources = [_source(path) for path in gold_files(papers)]
    with tempfile.TemporaryDirectory() as out:
        minuted = Path(sys.executable).with_name("minuted")
        # The tree that this file stands in is measured, whichever one the environment has installed.
        own_tree = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        analysed = subprocess.run(
            [minuted, "analyse", *sources, "--out", out], check=False, stdout=subprocess.DEVNULL, env=own_tree
        )
        if analysed.returncode not in (0, _SOME_FAILED):
            sys.exit(analysed.returncode)
        scored = subprocess.run(
            [sys.executable, SCORER, "--all", SHARED / "gold" / papers, out, "--json"],
            check=True,
            capture_output=True,
            text=True,
        )
        fields = score_all(SHARED / "gold" / papers, Path(out))
    scores = json.loads(scored.stdout)
    found = {key: scores[key][_F1] for key in KEYS if scores.get(key) and scores[key][_GOLD]}
    return {**found, "fields": fields.f1} if fields.gold else found


def floors() -> dict[str, Scores]:
    """The F1 that no change may fall below, by set and key."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def _source(gold: Path) -> Path:
    """The paper that ``gold`` annotates: papers of one name in two formats are told apart by its `source`."""
    name = Path(json.loads(gold.read_text(encoding="utf-8"))["source"]).name
    return next((SHARED / "papers").rglob(name))


def _table(measured: dict[str, Scores]) -> str:
    heads = [f"{SETS[papers]} ({len(gold_files(papers))})" for papers in measured]
    lines = [["F1", *heads], ["---", *("---:" for _ in heads)]]
    for key in KEYS:
        cells = (f"{scores[key]:.2f}" if key in scores else "–" for scores in measured.values())
        lines.append([key.replace("_", " "), *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _raised(measured: dict[str, Scores]) -> str:
    """The floors' file with each floor at the higher of what it was and what is measured, rounded down."""
    old = floors()
    comment = "".join(line for line in FLOORS.read_text(encoding="utf-8").splitlines(True) if line.startswith("#"))
    parts = [comment]
    for papers in SETS:
        was, now = old.get(papers, {}), measured.get(papers, {})
        held = {key: max(was.get(key, 0.0), math.floor(now.get(key, 0.0) * 1000) / 1000) for key in KEYS}
        lines = [f"{key} = {floor:.3f}" for key, floor in held.items() if floor]
        parts.append("\n".join([f"[{papers}]", *lines]) + "\n")
    return "\n".join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, dest="only", help="measure this set alone")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="scores as JSON")
    shape.add_argument("--floors", action="store_true", help="the floors' file, raised")
    arguments = parser.parse_args()
    if not SCORER.exists():
        sys.stderr.write(f"there is no {SCORER}: accuracy is measured where the annotated papers are\n")
        return 1
    measured = {papers: measure(papers) for papers in SETS if arguments.only in (None, papers)}
    if arguments.json:
        told = json.dumps(measured)
    elif arguments.floors:
        told = _raised(measured).rstrip("\n")
    else:
        told = _table(measured)
    sys.stdout.write(told + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
