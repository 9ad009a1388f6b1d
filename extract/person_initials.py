"""Initials in minutes, resolved by that meeting's own list: "AY advised" is Alan Yates only where the list says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.document import Document, MeetingId
from corpus.findings import RuleId
from corpus.names import POST_NOMINALS, split_name
from corpus.spans import Span
from extract.person_naming import Naming

_INITIALS = re.compile(
    r"(?<![\w&/.-])(?<![\w]['’])[A-Z]{2,3}[a-z]{0,2}\b(?![&-])|(?<=[A-Z]/)[A-Z]{2,3}[a-z]{0,2}\b(?![&-])"
)
_NAME_BEFORE = re.compile(r"[a-z],?[ ]$")
_RULE = RuleId("people.initials")


def initials_namings(document: Document) -> Iterator[Naming]:
    """Each use of initials inside a paper whose own list gives them to exactly one person."""
    for meeting in document.meetings:
        listed = _initials_of(document, meeting.id)
        if not listed:
            continue
        paper = next((paper for paper in document.papers if paper.id == meeting.paper), None)
        span = paper.span if paper else meeting.span
        for match in _INITIALS.finditer(document.text, span.start, span.end):
            name = listed.get(match.group())
            if name and not _is_post_nominal(document.text, match):
                yield Naming(span=Span(match.start(), match.end()), name=name, title=None, rule=_RULE)


def _initials_of(document: Document, meeting: MeetingId) -> dict[str, str]:
    """The name that each initials of the meeting's list stand for; those of two persons stand for nobody."""
    pairs = {
        (line.initials, split_name(line.name).name)
        for line in document.attendance
        if line.meeting == meeting and line.initials and len(line.initials) > 1
    }
    uses = Counter(initials for initials, _ in pairs)
    return {initials: name for initials, name in pairs if uses[initials] == 1}


def _is_post_nominal(text: str, match: re.Match[str]) -> bool:
    return match.group().lower() in POST_NOMINALS and bool(
        _NAME_BEFORE.search(text, max(match.start() - 3, 0), match.start())
    )
