"""An entry as it is searched: the analysed words of each field, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.entries import Entry
from corpus.months import MONTHS
from search.dates import first_day
from search.definitions import definitions, terms_of
from search.engine import group_of
from search.fields import Facet, Field
from search.registered import exact_values_of, words_of
from search.values import Value, names, stems, values

_YEAR = len("2024")

_PLACES_FIRST = 100_000_000
"""More than the number of any day, such as 20210415."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The searchable words of an entry by field (several values a field), its exact values, facets and day.

    ``exact`` holds the values of fields that are found by these as a whole; ``day`` is YYYY-MM-DD or ``None``;
    ``group`` tells entries of one result from those of others: the paper that they stand in. ``is_place`` is false of
    persons and organisations, which stand in many.
    """

    words: dict[Field, list[Value]]
    exact: dict[Field, tuple[str, ...]]
    facets: dict[Facet, str]
    day: str | None
    group: str
    is_place: bool

    @property
    def newest(self) -> int | None:
        """What orders entries from the newest on, the highest first: places, then the others by their last day."""
        return None if self.day is None else _number(self.day) + (_PLACES_FIRST if self.is_place else 0)

    @property
    def oldest(self) -> int | None:
        """The same from the oldest on, the lowest first."""
        return None if self.day is None else _number(self.day) + (0 if self.is_place else _PLACES_FIRST)


def _number(day: str) -> int:
    """``day`` (YYYY-MM-DD) as a number in the same order, such as 20210415."""
    return int(day.replace("-", ""))


def indexed(entry: Entry) -> Indexed:
    """What is searched of ``entry``."""
    day = _day(entry.date)
    if entry.registered is None:
        words, exact = _words_of_place(entry, day), _exact_values_of_place(entry)
    else:
        words, exact = words_of(entry, entry.registered), exact_values_of(entry, entry.registered)
    return Indexed(
        words=words,
        exact={
            Field.KIND: _given(entry.kind),
            Field.UNIT: _given(entry.unit),
            **{field: values for field, values in exact.items() if values},
        },
        facets={
            facet: value
            for facet, value in (
                (Facet.BODY, entry.body),
                (Facet.ORGANISATION, entry.organisation),
                (Facet.YEAR, day[:4] if day else None),
                (Facet.KIND, entry.kind),
                (Facet.OUTCOME, entry.outcome),
            )
            if value
        },
        day=day,
        group=group_of(entry),
        is_place=entry.registered is None,
    )


def _words_of_place(entry: Entry, day: str | None) -> dict[Field, list[Value]]:
    reference = values(entry.number, entry.reference)
    title = values(entry.heading, entry.paper_title if entry.paper_title != entry.heading else None)
    text = [*values(entry.heading), *reference, *values(entry.text)]
    return {
        Field.STEMS: stems(text),
        Field.WORDS: text,
        Field.TITLE_STEMS: stems(title),
        Field.TITLE_WORDS: title,
        Field.BODY: names(entry.body),
        Field.ORGANISATION: names(entry.organisation),
        Field.PERSON: names(*entry.people),
        Field.OWNER: names(entry.owner),
        Field.REFERENCE: reference,
        Field.AROUND: stems(_around(entry, day)),
    }


def _exact_values_of_place(entry: Entry) -> dict[Field, tuple[str, ...]]:
    return {
        Field.OUTCOME: _given(entry.outcome),
        Field.PAPER_KIND: _given(entry.paper_kind),
        Field.PAPER: _given(entry.paper),
        Field.DEFINED: _defined(entry.text),
    }


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _defined(text: str) -> tuple[str, ...]:
    """The terms of what ``text`` defines, each once."""
    return tuple(dict.fromkeys(term for found in definitions(text) for term in terms_of(found)))


def _around(entry: Entry, day: str | None) -> list[Value]:
    """The words that say what ``entry`` is and where it stands."""
    kinds = (each.replace("_", " ") for each in (entry.kind, entry.paper_kind, entry.outcome or ""))
    month = MONTHS[int(day[5:7]) - 1] if day and len(entry.date or "") > _YEAR else None
    year = day[:_YEAR] if day else None
    return names(entry.paper_title, entry.body, entry.organisation, entry.owner, month, year, *kinds)


def _day(date: str | None) -> str | None:
    """The day an entry is sorted and filtered by; a date that can't be read is as good as none."""
    if not date:
        return None
    try:
        return first_day(date)
    except ValueError:
        return None
