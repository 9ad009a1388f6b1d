"""Sentences by which a paper tells what happened on an earlier day: "In May 2023 the Board agreed …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import WrittenDate, find_dates
from corpus.months import MONTHS
from search.stories.items import Item

OPENING = 100
"""Characters of a sentence in which the day stands that it is about."""

_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\S)|\.(?=\s+[a-z]))+")
_LEAD = re.compile(r"\s*(?:[-•*]\s+|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])[.)]?\s+(?=[A-Z]))")
"""The number of a paragraph, or the mark of an entry of a list."""

_MONTH = re.compile(rf"\b(?P<month>{'|'.join(name.title() for name in MONTHS)}),? (?P<year>(?:19|20)\d\d)\b")
_PAST = re.compile(
    r"\b(?:was|were|had|took|met|began|ran|held|made|given|wrote|sent|set out|\w{3,}ed)\b(?! by (?:January|March))"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that begins at ``start`` of the document's text, and its day (ISO 8601, or a month)."""

    start: int
    text: str
    date: str


def statements(item: Item, before: str | None) -> Iterator[Statement]:
    """The sentences of ``item`` that tell in the past tense of a day or month up to ``before`` (ISO 8601).

    A day without a year is the last such one up to ``before``; where that is not known, it is none.
    """
    for paragraph in item.paragraphs:
        for match in _SENTENCE.finditer(paragraph.text):
            date = _date(match[0][:OPENING], before)
            if date and (before is None or date <= before) and _PAST.search(match[0]):
                lead = _LEAD.match(match[0])
                words = match[0][lead.end() :] if lead else match[0]
                yield Statement(paragraph.start + match.end() - len(words), words.strip(), date)


def _date(opening: str, before: str | None) -> str | None:
    day = next(((written.start, _iso(written, before)) for written in find_dates(opening)), None)
    month = _MONTH.search(opening)
    if month and (day is None or month.start() < day[0]):
        return f"{month['year']}-{MONTHS.index(month['month'].lower()) + 1:02}"
    return day[1] if day else None


def _iso(written: WrittenDate, before: str | None) -> str | None:
    if written.iso or before is None:
        return written.iso
    year = int(before[:4])
    days = (f"{each:04}-{written.month:02}-{written.day:02}" for each in (year, year - 1))
    return next((day for day in days if day <= before), None)
