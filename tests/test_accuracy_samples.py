"""What is found in the sample papers: every finding quotes its paper, and precision and recall never fall.

Floors stand a little below what is reached; raise them with what raises it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import corpus.samples
from corpus.document import Document
from corpus.findings import Action, Decision, Findings, Recommendation, ReportedDecision
from extract.pipeline import find
from ingest.reader import read
from ingest.structure.build import build_document

TRUTH = Path(corpus.samples.__file__).parent / "truth"
FLOORS = {
    "recommendations": (0.95, 0.95),
    "decisions": (0.95, 0.94),
    "reported_decisions": (0.95, 0.60),
    "actions": (0.93, 0.93),
}
"""Least precision and recall by key."""
ALIKE = 0.6
"""Share of the shorter one's words that a finding and a true one have in common, at least."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of something true or found, and the date of its meeting; ``None`` for what is of no meeting."""

    words: Counter[str]
    meeting: str | None

    def is_like(self, other: Said) -> bool:
        common = (self.words & other.words).total()
        same_meeting = self.meeting in (None, other.meeting)
        return same_meeting and common >= ALIKE * min(self.words.total(), other.words.total()) > 0


@cache
def document_and_findings(path: Path) -> tuple[Document, Findings]:
    data = path.read_bytes()
    document = build_document(read(data, path.name), name=path.name, sha256=path.name)
    return document, find(document)


def found(path: Path, key: str) -> Iterator[Said]:
    document, findings = document_and_findings(path)
    for each in quoted(findings, key):
        if not isinstance(each, Action) or each.explicit:
            place = document.meeting_at(each.span.start) or document.paper_at(each.span.start)
            yield said(each.text, place.date if place else None)


def quoted(findings: Findings, *keys: str) -> Iterator[Recommendation | Decision | ReportedDecision | Action]:
    for key in keys:
        yield from getattr(findings, key)


def true(path: Path, key: str) -> Iterator[Said]:
    known: dict[str, Any] = json.loads((TRUTH / f"{path.stem}.json").read_text(encoding="utf-8"))
    dates = {meeting["id"]: meeting["date"] for meeting in known["meetings"]}
    for entry in known[key]:
        if key != "actions" or entry["explicit"]:
            yield said(entry["text"], dates.get(entry.get("meeting")))


def said(text: str, meeting: str | None) -> Said:
    return Said(Counter("".join(char if char.isalnum() else " " for char in text.lower()).split()), meeting)


def matched(truth: Sequence[Said], claimed: Sequence[Said]) -> int:
    """How many of ``truth`` a finding of its own is like."""
    left = list(claimed)
    for each in truth:
        fitting = next((other for other in left if each.is_like(other)), None)
        if fitting is not None:
            left.remove(fitting)
    return len(claimed) - len(left)


@pytest.mark.parametrize("key", FLOORS)
def test_precision_and_recall_stay_above_their_floors(key: str) -> None:
    right = claimed = expected = 0
    for path in corpus.samples.papers():
        truth, findings = tuple(true(path, key)), tuple(found(path, key))
        right += matched(truth, findings)
        claimed += len(findings)
        expected += len(truth)
    precision, recall = right / claimed, right / expected
    least_precision, least_recall = FLOORS[key]
    assert precision >= least_precision
    assert recall >= least_recall


@pytest.mark.parametrize("path", corpus.samples.papers(), ids=lambda path: path.name)
def test_every_finding_quotes_its_paper(path: Path) -> None:
    document, findings = document_and_findings(path)
    for each in quoted(findings, *FLOORS):
        assert " ".join(document.text[each.span.start : each.span.end].split()) == each.text
