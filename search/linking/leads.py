"""Matters within an item that have no heading of their own: lines of an agenda's row, words that begin a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Document
from corpus.spans import Span
from search.aligning.words import title_keys
from search.linking.standing import is_standing

_MARK = r"\s*(?:(?:[-–•*o▪●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+)?"
_LEADS = re.compile(rf"{_MARK}(?P<lead>[A-Z\d][^:.;\n–—]{{3,70}}?)\s*(?:[:–—]|\s-\s)")
_LINE = re.compile(rf"{_MARK}(?P<lead>[A-Z\d][^\n]{{3,70}}?)[ .:;-]*(?=\n|$)")
_BEGINS = "|".join(
    "Cllrs? Councillors? County\\sCllr Mr Mrs Ms Miss Dr The This That These There It He She They We In On At As For"
    " An? Action Resolved RESOLVED Proposed Seconded Agreed Noted Recommended Members Page Present Date"
    " Time From To".split()
)
_VERBS = "|".join("is was were are has had have will would said reported agreed asked stated thanked".split())
_NO_TITLE = re.compile(rf"^(?:{_BEGINS})\b|\b(?:Clerk|Chairman|ACTION|OWNER)$|\d{{5}}|\b(?:{_VERBS})\b")
"""How a sentence begins, what only sentences have; who signs, the heads of a table of actions, telephone numbers."""
_LEAST_WORDS = 2


def leads_in(document: Document, span: Span, *, lines: bool) -> Iterator[Span]:
    """What the paragraphs of ``span`` begin with that names a matter; where ``lines``, whole lines that do.

    The first line, which is the item's own heading, is left out.
    """
    first_end = document.text.find("\n", span.start, span.end)
    if first_end < 0:
        return
    people = [each.span.start for each in document.attendance if span.start <= each.span.start < span.end]
    at = first_end + 1
    while at < span.end:
        end = document.text.find("\n", at, span.end)
        end = span.end if end < 0 else end
        found = (_LINE if lines else _LEADS).match(document.text, at, end)
        if found and _names_a_matter(found["lead"]) and not any(at <= start < end for start in people):
            yield Span(found.start("lead"), found.end("lead"))
        at = end + 1


def _names_a_matter(lead: str) -> bool:
    return len(title_keys(lead)) >= _LEAST_WORDS and not _NO_TITLE.search(lead) and not is_standing(lead)
