"""A paper with what was found in it and why: which of its paragraphs are shown, each with its marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Block, BlockKind, Document
from corpus.findings import Findings
from minuted.marking import NAMINGS, FoundKind, Mark, Piece, marks_of, pieces, within

DECIDED = frozenset(FoundKind) - NAMINGS
"""What is marked where nobody says what: all but those who are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be explained: findings of ``kinds``, on ``pages`` (1-based; ``None``: all).

    ``whole`` asks for every paragraph, not only for those with a mark and what stands around them.
    """

    kinds: frozenset[FoundKind] = DECIDED
    pages: range | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading or table row of a paper.

    ``begun`` are the marks that begin in it. ``after_gap`` tells that paragraphs before it are left out, ``marked``
    whether it holds a mark; one without is shown for what stands around it. ``whole`` asks for all of its words, also
    of long stretches without a mark.
    """

    document_name: str
    page: int
    line: int | None
    pieces: tuple[Piece, ...]
    begun: tuple[Mark, ...]
    is_heading: bool
    marked: bool
    after_gap: bool
    whole: bool


def passages(document: Document, findings: Findings, wanted: Wanted) -> Iterator[Passage]:
    """The paragraphs of ``document`` that are shown, in the order of the text."""
    blocks = [block for block in document.blocks if wanted.pages is None or _page(document, block) in wanted.pages]
    marked = within(marks_of(findings, wanted.kinds), [block.span for block in blocks])
    headings = _headings(document, blocks)
    shown = range(len(blocks)) if wanted.whole else sorted(_around(marked, headings))
    last = -1
    for at in shown:
        span, marks = blocks[at].span, marked[at]
        yield Passage(
            document_name=document.name,
            page=document.page(span.start),
            line=document.line(span.start),
            pieces=tuple(pieces(document.text, span, marks)),
            begun=tuple(mark for mark in marks if mark.span.start >= span.start),
            is_heading=at in headings,
            marked=bool(marks),
            after_gap=at != last + 1,
            whole=wanted.whole,
        )
        last = at


def _headings(document: Document, blocks: Sequence[Block]) -> set[int]:
    """Which of ``blocks`` the file or the structure of the paper says to be headings."""
    begun = {section.span.start for section in document.sections if section.heading}
    return {at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING or block.span.start in begun}


def _around(marked: Sequence[Collection[Mark]], headings: Collection[int]) -> set[int]:
    """Which paragraphs hold marks, stand next to such, or are the heading above."""
    chosen: set[int] = set()
    heading: int | None = None
    for at, marks in enumerate(marked):
        heading = at if at in headings else heading
        if marks:
            around = (at - 1, at, at + 1, *(() if heading is None else (heading,)))
            chosen.update(each for each in around if 0 <= each < len(marked))
    return chosen


def _page(document: Document, block: Block) -> int:
    return document.page(block.span.start)
