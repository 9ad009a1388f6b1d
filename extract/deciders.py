"""Whether a body that is told to have decided something is the one that meets, or another."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.spans import Span

_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w'’&-]{0,40}(?: of| and| for| the|,)? ){1,7}$")
_WORD = re.compile(r"[\w'’&-]+")
_ABBREVIATION = re.compile(r"[A-Z]{1,4}(?:PC|CC|TC)\b")
_NOUN = re.compile(
    r"(?:Board|Committee|Council|Panel|Cabinet|Body|Group|Forum|Executive|Authority|Partnership|Trustees)\b"
)
_LONGEST_NAME = 200  # characters before the noun of a body in which its name is looked for
_ANY_BODY = frozenset(
    "the full parish town community trust governing management executive joint sub main whole planning local members "
    "of and for both all some our this that after following then finally however therefore meanwhile board council "
    "committee panel group cabinet shadow leader mayor chair chairman members".split()
)
"""Words before "Council" or "Board" that name none: those that meet are meant."""


def is_other_body(document: Document, span: Span) -> bool:
    """Whether the words at ``span`` ("Council agreed", "TCC agreed") are of a body that is not the one that meets."""
    own = _own_names(document, span.start)
    if not own:
        return False
    if short := _ABBREVIATION.match(document.text, span.start, span.end):
        return short.group() not in {_initials(name) for name in own}
    if not _NOUN.match(document.text, span.start, span.end):
        return False
    before = _NAME_BEFORE.search(document.text[max(span.start - _LONGEST_NAME, 0) : span.start])
    if before is None:
        return False
    known = {word.lower() for name in own for word in _WORD.findall(name)}
    named = {word.lower() for word in _WORD.findall(before.group())}
    return not named <= known | _ANY_BODY


def _own_names(document: Document, offset: int) -> tuple[str, ...]:
    meeting = document.meeting_at(offset)
    paper = document.paper_at(offset)
    names = (meeting.body, meeting.organisation) if meeting else ()
    return tuple(name for name in (*names, paper.body if paper else None) if name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
