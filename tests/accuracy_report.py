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
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import decisions_score
import fields_score
import votes_score

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SCORER = SHARED / "evaluate" / "evaluate.py"
FLOORS = HERE / "accuracy_floors.toml"
SETS = {"seeds": "seed papers", "kent": "Kent", "parish": "parishes", "pages": "page excerpts"}
KEYS = (
    "papers",
    "papers_kind",
    "sections",
    "meetings",
    "attendance",
    "attendance_status",
    "attendance_role",
    "attendance_organisation",
    "attendance_initials",
    "people",
    "people_name",
    "organisations",
    "organisations_kind",
    "recommendations",
    "decisions",
    "decisions_explicit",
    "decisions_outcome",
    "decisions_item",
    "decisions_complete",
    "votes",
    "movers",
    "reported_decisions",
    "reported_decisions_date",
    "actions",
    "actions_owner",
    "actions_status",
    "fields",
    "links",
    "links_precision",
)
TIMELINES = "timelines"
MATTERS = {
    "kent": "kent-county-council",
    "burton": "burton-cum-walden-parish-council",
    "wye-valley": "wye-valley-community-council",
}
"""Bodies whose matters people wrote down, with the folders of all their papers."""
ATTRIBUTES = {
    "papers_kind": ("papers", "kind"),
    "attendance_status": ("attendance", "status"),
    "attendance_role": ("attendance", "role"),
    "attendance_organisation": ("attendance", "organisation"),
    "attendance_initials": ("attendance", "initials"),
    "people_name": ("people", "name"),
    "organisations_kind": ("organisations", "kind"),
    "decisions_explicit": ("decisions", "explicit found"),
    "decisions_outcome": ("decisions", "outcome"),
    "decisions_item": ("decisions", "item"),
    "reported_decisions_date": ("reported_decisions", "date"),
    "actions_owner": ("actions", "owner"),
    "actions_status": ("actions", "status"),
}
"""Keys that tell the share of found entries whose attribute is right: not F1, but how often what is told is so.

``decisions_explicit`` is the share of decisions under a formula that are found.
"""
_NAMES = {
    "decisions_explicit": "– under a formula, found",
    "decisions_complete": "– with outcome, item, meeting right",
    "votes": "votes of decisions right",
    "movers": "movers and seconders right",
    "links_precision": "– of those told, right",
}
Scores = dict[str, float]
_PRECISION = 0
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
        scores = json.loads(_scored(papers, out, "--json"))
        attributes = _attributes(_scored(papers, out))
        fields = fields_score.score_all(SHARED / "gold" / papers, Path(out))
        voted = votes_score.score_all(SHARED / "gold" / papers, Path(out))
        decided = decisions_score.score_all(SHARED / "gold" / papers, Path(out))
    found = {key: scores[key][_F1] for key in KEYS if scores.get(key) and scores[key][_GOLD]}
    found |= attributes
    if scores.get("links") and scores["links"][_GOLD]:
        found["links_precision"] = scores["links"][_PRECISION]
    if decided.gold:
        found["decisions_complete"] = decided.f1
    if voted.votes.gold:
        found["votes"] = voted.votes.share
    if voted.movers.gold:
        found["movers"] = voted.movers.share
    if fields.gold:
        found["fields"] = fields.f1
    return found


def measure_timelines() -> Scores:
    """Recall and precision of timelines and traces by body, each in a corpus of all papers of that body."""
    found: Scores = {}
    for body, folder in MATTERS.items():
        with tempfile.TemporaryDirectory() as corpus:
            papers, matters = SHARED / "papers" / "pdf" / folder, SHARED / "gold" / body / "matters.json"
            _own("minuted", "--corpus", corpus, "ingest", papers)
            reached = json.loads(_own(HERE / "timelines_score.py", matters, corpus))
            reached |= json.loads(_own(HERE / "trace_score.py", matters, corpus))
            found |= {f"{body}_{key}": value for key, value in reached.items()}
    return found


def _own(program: str | Path, *arguments: str | Path) -> str:
    """What a module or script of the tree that this file stands in prints, whichever tree the environment installed."""
    named = ["-m", program] if isinstance(program, str) else [program]
    own_tree = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    command = [sys.executable, *named, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=own_tree).stdout


def _scored(papers: str, out: str, *options: str) -> str:
    """What the scorer prints of the analyses in the folder ``out``."""
    command = [sys.executable, SCORER, "--all", SHARED / "gold" / papers, out, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _attributes(table: str) -> Scores:
    """The share of right attributes by key, of those that the scorer's ``table`` counts: "status 103/104"."""
    rows = {line.split()[0]: line for line in table.splitlines() if line.strip()}
    found: Scores = {}
    for key, (row, attribute) in ATTRIBUTES.items():
        match = re.search(rf"\b{attribute} (\d+)/(\d+)", rows.get(row, ""))
        if match:
            found[key] = int(match[1]) / int(match[2])
    return found


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
        lines.append([_name(key), *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _name(key: str) -> str:
    """How the table calls a key: attributes stand below what they belong to."""
    if key in _NAMES:
        return _NAMES[key]
    if key in ATTRIBUTES:
        return f"– {ATTRIBUTES[key][1]} right"
    return key.replace("_", " ")


def _raised(measured: dict[str, Scores]) -> str:
    """The floors' file with each floor at the higher of what it was and what is measured, rounded down."""
    old = floors()
    comment = "".join(line for line in FLOORS.read_text(encoding="utf-8").splitlines(True) if line.startswith("#"))
    parts = [comment]
    for papers in (*SETS, TIMELINES):
        was, now = old.get(papers, {}), measured.get(papers, {})
        keys = now if papers == TIMELINES else KEYS
        held = {key: max(was.get(key, 0.0), math.floor(now.get(key, 0.0) * 1000) / 1000) for key in keys}
        lines = [f"{key} = {floor:.3f}" for key, floor in held.items() if floor]
        parts.append("\n".join([f"[{papers}]", *lines]) + "\n")
    return "\n".join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=(*SETS, TIMELINES), dest="only", help="measure this set alone")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="scores as JSON")
    shape.add_argument("--floors", action="store_true", help="the floors' file, raised")
    arguments = parser.parse_args()
    if not SCORER.exists():
        sys.stderr.write(f"there is no {SCORER}: accuracy is measured where the annotated papers are\n")
        return 1
    measured = {papers: measure(papers) for papers in SETS if arguments.only in (None, papers)}
    if arguments.only in (None, TIMELINES):
        measured[TIMELINES] = measure_timelines()
    if arguments.json:
        told = json.dumps(measured)
    elif arguments.floors:
        told = _raised(measured).rstrip("\n")
    else:
        timelines = measured.pop(TIMELINES, {})
        told = "\n".join((_table(measured), *(f"{key}: {value:.2f}" for key, value in timelines.items())))
    sys.stdout.write(told + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
