"""What a paper on a matter tells of earlier days: each of them once, and the decisions that it reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.outlines import OutlinedFinding
from search.stories.events import Event, retold_kind
from search.stories.matching import About
from search.stories.statements import statements
from search.stories.teller import Teller


def history(about: About, teller: Teller, reported: Iterable[OutlinedFinding]) -> Iterator[Event]:
    """The events that ``about`` tells in retrospect; ``reported`` are the reported decisions in it."""
    why = f"told in “{about.head.text}”, which fits"
    days: set[str] = set()
    taken: list[range] = []
    for reading in about.readings:
        for said in statements(reading.item, teller.paper.date):
            taken.append(range(said.start, said.start + len(said.text)))
            if said.date not in days:
                days.add(said.date)
                place = teller.at(reading.item, said.start)
                yield teller.event(retold_kind(said.text), place, said.text, why, said.date)
    for found in reported:
        if found.decided_on not in days and not any(
            found.start < stretch.stop and stretch.start < found.end for stretch in taken
        ):
            told = teller.found(found, about.head.text, why)
            yield replace(told, kind=retold_kind(told.quote))
