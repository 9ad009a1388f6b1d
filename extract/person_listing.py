"""Where lists and front sheets name people: each naming with role, organisation and initials as listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Attendance, Document, Field
from corpus.findings import RuleId
from corpus.names import HONORIFICS, TITLE, split_name
from corpus.spans import Span
from corpus.vocabulary import FieldKey
from extract.person_evidence import partner
from extract.person_naming import NameFinder, Naming

_LISTED = RuleId("people.list")
_FRONT_SHEET = RuleId("people.front-sheet")
_TITLES_BEFORE = re.compile(rf"(?:{TITLE}\s+)+$")
_LONGEST_TITLES = 40  # characters of "The Right Reverend Doctor " and the like
_OF_PEOPLE = frozenset(
    {
        FieldKey.REPORT_TO,
        FieldKey.REPORT_FROM,
        FieldKey.REPORT_AUTHOR,
        FieldKey.REPORTING_OFFICER,
        FieldKey.EXECUTIVE_LEAD,
        FieldKey.PRESENTER,
        FieldKey.CONTACT_OFFICER,
        FieldKey.CONTACT_DETAILS,
        FieldKey.REVIEWED_BY,
        FieldKey.APPROVED_BY,
        FieldKey.DECISION_MAKER,
        FieldKey.PROPOSER,
        FieldKey.SECONDER,
        FieldKey.SIGNED,
    }
)
"""What labels ask for that people are named under."""
_LABELS = re.compile(
    r"\b(?:author|officer|contact|presented|presenter|sponsor|lead|cabinet member|portfolio holder|director|"
    r"clerk|chair|chairman|signed|signature|report of|approved|prepared|reviewed|responsible|name|member)s?\b",
    re.IGNORECASE,
)
"""The same in labels that the vocabulary doesn't know."""
_ROLE_AFTER = re.compile(r"\s*(?:[,(–—-]|\n|[ \xa0])\s*(?P<role>[A-Z][^,;()\n\t@\d]{3,80})")
_NOT_ROLE = re.compile(r"\b(?:tel|telephone|email|e-mail|ext|phone|mobile)\b", re.IGNORECASE)


def listed_namings(document: Document) -> Iterator[Naming]:
    """A naming for each line of the document's attendance and membership lists."""
    for line in document.attendance:
        span = _name_span(document.text, line)
        if span:
            first = document.quote(span).split()[0].strip(".").lower()
            other = partner(document.text, span.start)
            written = split_name(line.name)
            yield Naming(
                span=Span(other.start(), span.end) if other else span,
                name=written.name,
                title=line.title or written.title,
                honorific=first if first in HONORIFICS else None,
                rule=_LISTED,
                listed=True,
                initials=line.initials,
                role=line.role,
                organisation=line.organisation,
                partner=other.group().split()[0].strip(".") if other else None,
            )


def front_sheet_namings(document: Document, finder: NameFinder) -> Iterator[Naming]:
    """A naming for each person that a front sheet's fields name as author, contact, lead, signatory and the like."""
    for paper in document.papers:
        for field in paper.fields:
            if field.key in _OF_PEOPLE or (field.key is None and _LABELS.search(field.label)):
                yield from _of_field(document.text, field, finder)


def _of_field(text: str, field: Field, finder: NameFinder) -> Iterator[Naming]:
    namings = list(finder.labelled(field.span.start, field.span.end))
    for at, naming in enumerate(namings):
        end = namings[at + 1].span.start if at + 1 < len(namings) else field.span.end
        after = _ROLE_AFTER.match(text, naming.span.end, end)
        role = " ".join(after["role"].split()).strip(" -–—") if after and not _NOT_ROLE.search(after["role"]) else None
        yield replace(naming, rule=_FRONT_SHEET, listed=True, role=role or None)


def _name_span(text: str, line: Attendance) -> Span | None:
    """Where in its list line the name stands, with the titles before it."""
    start = text.find(line.name, line.span.start, line.span.end)
    end = start + len(line.name)
    if start < 0:
        words = r"[\s.]*".join(re.escape(word) for word in line.name.split())
        match = re.compile(words).search(text, line.span.start, line.span.end)
        if match is None:
            return None
        start, end = match.span()
    if start == end:
        return None
    titles = _TITLES_BEFORE.search(text, max(start - _LONGEST_TITLES, line.span.start), start)
    return Span(titles.start() if titles else start, end)
