"""Owners in the margin: what stands before each is theirs to do.

A right-hand column without ruling lines comes as a short line of its own, behind what it stands beside, or ran into it:
"... follow this up. Clerk".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.findings import RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import PaperKind
from extract.actioncolumns import is_owner, owned
from extract.foundactions import FoundAction, Record
from extract.paragraphs import Paragraph
from extract.regexes import labelled

_RULE = RuleId("actions.action-margin")
_MARGIN = 250.0  # points from the left edge of the text; a column that begins further right is a margin for owners
_ALIGNED = 20.0  # points by which owners may stand off their column's head, or off one another
_LEAST_WORDS = 3  # of an action; fewer are the tail of a broken line
_BROKEN_LINES = 4  # before the last one of what stands beside an owner, where lines come apart
_LINE_ENDS = (".", "!", "?", ":", ";")
_LEAST_OWNERS = 2  # in a margin without a head; one alone may be a signature
_MARGIN_HEAD = re.compile(r"^actions?(?: by| for)?:?$", re.IGNORECASE)
_RECORDING = (PaperKind.MINUTES, PaperKind.OTHER, PaperKind.DECISION_NOTICE)


def owned_in_margins(record: Record) -> Iterator[FoundAction]:
    """Every action whose owner stands in the margin beside it."""
    yield from _on_lines(record)
    yield from _behind(record)


def _on_lines(record: Record) -> Iterator[FoundAction]:
    """Owners on lines of their own: under the head of their column, or where two or more stand in one."""
    margins = [each for each in record.paragraphs if each.column < 0 and each.block.indent >= _MARGIN]
    heads = [each.block.indent for each in margins if _MARGIN_HEAD.match(each.text)]
    owners = [each for each in margins if is_owner(each.text)]
    for paragraph in owners:
        indent = paragraph.block.indent
        headed = any(abs(indent - head) <= _ALIGNED for head in heads)
        alike = sum(abs(indent - each.block.indent) <= _ALIGNED and _is_known(record, each) for each in owners)
        if not headed and (alike < _LEAST_OWNERS or not _is_known(record, paragraph)):
            continue
        span = _stretch_before(record, paragraph)
        if span is not None and len(record.document.quote(span).split()) >= _LEAST_WORDS:
            yield from owned(record, span, paragraph.text, _RULE)


def _stretch_before(record: Record, paragraph: Paragraph) -> Span | None:
    """What stands beside an owner's ``paragraph``: the one before, with the lines before it that end no sentence."""
    last = first = record.before(paragraph)
    if last is None or first is None or last.block.indent >= _MARGIN:
        return None
    for _ in range(_BROKEN_LINES):
        before = record.before(first)
        if before is None or first.is_list_item or before.is_heading or before.block.indent >= _MARGIN:
            break
        if before.column >= 0 or before.text.endswith(_LINE_ENDS):
            break
        first = before
    return Span(first.body.start, last.span.end)


def _behind(record: Record) -> Iterator[FoundAction]:
    """Owners behind the last sentence of their paragraph, where two or more paragraphs of a paper end so."""
    ending: list[tuple[Paragraph, int, str]] = []
    for paragraph in record.paragraphs:
        if paragraph.column >= 0 or paragraph.is_heading or not paragraph.text[-1].isalpha():
            continue
        if record.kind(paragraph.span) not in _RECORDING:
            continue
        for rule in labelled("actions", "behind"):
            match = rule.regex.search(paragraph.text) if rule.regex else None
            if match and record.owners.acting(record.meeting(paragraph.span), match["owner"]) == match["owner"]:
                ending.append((paragraph, match.start(), match["owner"]))
    if len(ending) < _LEAST_OWNERS:
        return
    for paragraph, end, owner in ending:
        span = trimmed(
            record.document.text, Span(paragraph.body.start, max(paragraph.span.start + end, paragraph.body.start))
        )
        if len(record.document.quote(span).split()) >= _LEAST_WORDS:
            yield from owned(record, span, owner, _RULE)


def _is_known(record: Record, paragraph: Paragraph) -> bool:
    return record.owners.acting(record.meeting(paragraph.span), paragraph.text) == paragraph.text
