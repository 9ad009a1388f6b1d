"""Scores timelines against matters that people wrote down: how many events are found, and how many told ones belong.

    python tests/timelines_score.py MATTERS.json CORPUS_FOLDER

An event is found when one that is told stands in the same file within a page (or eight lines) and is of the same kind
or begins with the same words. What is told belongs when it is one of the wanted; counted are, of each timeline, as many
as twice the wanted ones from its beginning on.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotated import Entry, overlap

from corpus.store import Corpus
from search.index import Index
from search.stories.events import Event
from search.stories.timeline import timeline

ALIKE = {"report": "recommendation", "minutes_approved": "decision"}
PAGES = 1
LINES = 8
FIRST_WORDS = 14
LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class TimelinesScore:
    """Counts over all matters of a body."""

    wanted: int
    found: int
    told: int
    belonging: int

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        return self.belonging / self.told if self.told else 0.0


def score(matters: Iterable[Entry], folder: Path) -> TimelinesScore:
    """How the timelines of ``matters`` in the corpus in ``folder`` stand against what people wrote down."""
    wanted = found = told = belonging = 0
    with Corpus.open(folder) as corpus:
        index = Index.open(folder)
        for matter in matters:
            events = timeline(index, corpus, asked(matter))
            assert [event.date for event in events if event.date] == sorted(e.date for e in events if e.date)
            first = events[: 2 * len(matter["events"])]
            wanted += len(matter["events"])
            found += sum(any(is_same(one, event) for event in events) for one in matter["events"])
            told += len(first)
            belonging += sum(any(is_same(one, event) for one in matter["events"]) for event in first)
    return TimelinesScore(wanted, found, told, belonging)


def asked(matter: Entry) -> str:
    """What a user asks for who wants the matter: its title without what stands in brackets."""
    title: str = matter.get("query") or re.sub(r"\s*\([^)]*\)?", "", matter["title"]).strip()
    return title


def is_same(wanted: Entry, event: Event) -> bool:
    """Whether ``event`` is the one that somebody wrote down."""
    if Path(wanted["doc"]).stem != Path(event.document_name).stem:
        return False
    if wanted.get("page") is not None and abs(wanted["page"] - event.page) > PAGES:
        return False
    if wanted.get("line") is not None and event.line is not None and abs(wanted["line"] - event.line) > LINES:
        return False
    kinds = {ALIKE.get(kind, kind) for kind in (wanted["kind"], str(event.kind))}
    return len(kinds) == 1 or overlap(wanted["quote"], " ".join(event.quote.split()[:FIRST_WORDS])) >= LEAST_OVERLAP


if __name__ == "__main__":
    reached = score(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
    sys.stdout.write(json.dumps({"recall": reached.recall, "precision": reached.precision}) + "\n")
