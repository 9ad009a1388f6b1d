"""What a resolution itself gives somebody to do: "that the Clerk should write to the school"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.foundactions import FoundAction, Record
from extract.regexes import labelled
from extract.undertakings import RESOLUTION, undertakings


def given_by_resolutions(record: Record) -> Iterator[FoundAction]:
    """Every action that an explicit decision of ``record`` gives."""
    book = labelled("actions", RESOLUTION)
    for decision in record.decisions:
        if decision.explicit:
            yield from undertakings(record, decision.span, book)
