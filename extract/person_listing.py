"""Where lists and front sheets name people: each naming with role, organisation and initials as listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Attendance, Document, Field
from corpus.findings import RuleId
from corpus.names import HONORIFICS, TITLE, split_name
from corpus.spans import Span
from extract.person_naming import Naming, names_in
from extract.person_words import NameWords

_LISTED = RuleId("people.list")
_FRONT_SHEET = RuleId("people.front-sheet")
_TITLES_BEFORE = re.compile(rf"(?:{TITLE}\s+)+$")
_LONGEST_TITLES = 40  # characters of "The Right Reverend Doctor " and the like
_LABELS = re.compile(
    r"\b(?:author|officer|contact|by|presented|presenter|sponsor|lead|from|cabinet member|portfolio holder|director|"
    r"clerk|chair|chairman|signed|signature|report of|approved|prepared|reviewed|responsible|name|member)s?\b",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(r"\s*(?:[,(–—-]|\n)\s*(?P<role>[A-Z][^,;()\n\t@]{3,80})")
_NOT_ROLE = re.compile(r"\d|\b(?:tel|telephone|email|e-mail|ext)\b", re.IGNORECASE)


def listed_namings(document: Document) -> Iterator[Naming]:
    """A naming for each line of the document's attendance and membership lists."""
    for line in document.attendance:
        span = _name_span(document.text, line)
        if span:
            first = document.quote(span).split()[0].strip(".").lower()
            yield Naming(
                span=span,
                name=split_name(line.name).name,
                title=line.title or split_name(line.name).title,
                honorific=first if first in HONORIFICS else None,
                rule=_LISTED,
                listed=True,
                initials=line.initials,
                role=line.role,
                organisation=line.organisation,
            )


def front_sheet_namings(document: Document, words: NameWords) -> Iterator[Naming]:
    """A naming for each person that a front sheet's fields name as author, contact, lead and the like."""
    for paper in document.papers:
        for field in paper.fields:
            if _LABELS.search(field.label):
                yield from _of_field(document.text, field, words)


def _of_field(text: str, field: Field, words: NameWords) -> Iterator[Naming]:
    quote = text[field.span.start : field.span.end]
    value_at = quote.find(field.value.split("\n")[0][:20]) if field.value else -1
    skip = max(value_at, 0) if value_at >= 0 else min(len(field.label), len(quote))
    for naming in names_in(quote[skip:], words):
        span = naming.span.shifted(field.span.start + skip)
        after = _ROLE_AFTER.match(text, span.end, field.span.end)
        role = " ".join(after["role"].split()) if after and not _NOT_ROLE.search(after["role"]) else None
        yield Naming(span=span, name=naming.name, title=naming.title, rule=_FRONT_SHEET, listed=True, role=role)


def _name_span(text: str, line: Attendance) -> Span | None:
    """Where in its list line the name stands, with the titles before it."""
    pattern = r"[\s.]*".join(re.escape(word) for word in line.name.split())
    match = re.compile(pattern).search(text, line.span.start, line.span.end)
    if match is None or match.end() == match.start():
        return None
    titles = _TITLES_BEFORE.search(text, max(match.start() - _LONGEST_TITLES, line.span.start), match.start())
    return Span(titles.start() if titles else match.start(), match.end())
