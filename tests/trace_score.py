"""Scores traces against matters that people wrote down: how many other events are reached from each decision of one.

    python tests/trace_score.py MATTERS.json CORPUS_FOLDER [--show]

A decision is found in the corpus by file, page and words. An event is reached when one that is told is the same, as
`timelines_score` compares them; what is told belongs when it is one of the matter's events.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotated import Entry, overlap
from timelines_score import FIRST_WORDS, LEAST_OVERLAP, PAGES, is_same

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ReportedDecisionRow
from corpus.store import Corpus
from search.index import Index
from search.stories.events import Event
from search.tracing.trace import trace
from search.tracing.walk import Limits

Decided = DecisionRow | ReportedDecisionRow
"""What a person may have written down as a decision."""


@dataclass(frozen=True, slots=True)
class TraceScore:
    """Counts over all decisions of all matters of a body: those asked for, and those not found in the corpus.

    ``linked`` are those of the told events that links lead to, ``linked_belonging`` those of them that belong.
    """

    asked: int
    unknown: int
    wanted: int
    reached: int
    told: int
    belonging: int
    linked: int
    linked_belonging: int

    @property
    def linked_precision(self) -> float:
        return self.linked_belonging / self.linked if self.linked else 0.0

    @property
    def recall(self) -> float:
        return self.reached / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        return self.belonging / self.told if self.told else 0.0


@dataclass(frozen=True, slots=True)
class Traced:
    """One decision of a matter: what of the other events its trace missed, of how many; what was told, and belongs."""

    matter: str
    decision: str
    wanted: int
    missed: tuple[Entry, ...]
    told: int
    belonging: int
    linked: int
    linked_belonging: int


def score(matters: Iterable[Entry], folder: Path) -> TraceScore:
    """How the traces from the decisions of ``matters`` in the corpus in ``folder`` stand against the matters."""
    traces = list(traced(matters, folder))
    found = [each for each in traces if each is not None]
    return TraceScore(
        asked=len(traces),
        unknown=len(traces) - len(found),
        wanted=sum(each.wanted for each in found),
        reached=sum(each.wanted - len(each.missed) for each in found),
        told=sum(each.told for each in found),
        belonging=sum(each.belonging for each in found),
        linked=sum(each.linked for each in found),
        linked_belonging=sum(each.linked_belonging for each in found),
    )


def traced(matters: Iterable[Entry], folder: Path) -> Iterator[Traced | None]:
    """The trace of each decision of ``matters``; ``None`` for one that the corpus doesn't hold."""
    with Corpus.open(folder) as corpus:
        decisions, index = (*corpus.decisions(), *corpus.reported_decisions()), Index.open(folder)
        for matter in matters:
            for event in matter["events"]:
                if event["kind"] == "decision":
                    row = _row(event, decisions)
                    yield _traced(corpus, index, matter, event, row) if row else None


def _traced(corpus: Corpus, index: Index, matter: Entry, asked: Entry, row: Decided) -> Traced:
    found = trace(corpus, index, (row.document, row.id), row.start, Limits())
    linked = [each.event for each in found.told] if found else []
    events = [*linked, *(found.elsewhere if found else ())]
    others = [event for event in matter["events"] if event is not asked]
    return Traced(
        matter=matter["title"],
        decision=row.id,
        wanted=len(others),
        missed=tuple(one for one in others if not any(is_same(one, event) for event in events)),
        told=len(events),
        belonging=sum(_belongs(event, matter) for event in events),
        linked=len(linked),
        linked_belonging=sum(_belongs(event, matter) for event in linked),
    )


def _belongs(event: Event, matter: Entry) -> bool:
    return any(is_same(one, event) for one in matter["events"])


def _row(event: Entry, decisions: Iterable[Decided]) -> Decided | None:
    """The decision that somebody wrote down as ``event``: that with most of its words."""
    near = [
        (overlap(event["quote"], " ".join(row.quote.split()[:FIRST_WORDS])), row)
        for row in decisions
        if Path(row.document_name).stem == Path(event["doc"]).stem
        and (event.get("page") is None or abs(event["page"] - row.page) <= PAGES)
    ]
    best = max(near, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] >= LEAST_OVERLAP else None


def _show(each: Traced) -> None:
    sys.stdout.write(f"{each.wanted - len(each.missed)}/{each.wanted} reached, {each.belonging}/{each.told} belong")
    sys.stdout.write(f": {each.matter[:60]} ({each.decision})\n")
    for event in each.missed:
        place = event.get("page") or event.get("line")
        sys.stdout.write(f"    missed {event['doc']} {place} {event['kind']}: {event['quote'][:70]}\n")


if __name__ == "__main__":
    matters = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if "--show" in sys.argv:
        for each in filter(None, traced(matters, Path(sys.argv[2]))):
            _show(each)
    reached = score(matters, Path(sys.argv[2]))
    shares = {
        "trace_recall": reached.recall,
        "trace_precision": reached.precision,
        "trace_linked_precision": reached.linked_precision,
    }
    told = {"asked": reached.asked, "unknown": reached.unknown, **shares} if "--show" in sys.argv else shares
    sys.stdout.write(json.dumps(told) + "\n")
