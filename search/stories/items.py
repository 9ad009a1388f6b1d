"""The items of a document: what stands under one heading, or behind one lead, with all headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from corpus.outlines import Outline
from corpus.rows import PaperRow, SectionRow
from corpus.vocabulary import PaperKind

_PARAGRAPH = re.compile(r"[^\n]+")
_LEAD = re.compile(r"\W{0,8}(?:\(?[a-z0-9]{1,4}[.)]\s{1,4})?([A-Z0-9][^\n:–—]{2,89}?)\s{0,3}(?:[–—:]|\s-)\s")
"""What a paragraph is about, before a dash or a colon: "3. Village Green – the mower was mended"."""

_LINE = re.compile(r"\W{0,8}(?:\(?[a-z0-9]{1,4}[.)]\s{1,4})?(\S[^\n]{2,120}?)\W{0,4}")
_FORMULA = re.compile(r"(?:resolved|resolution|agreed|decision|action|recommend\w*|proposed|proposer|noted?)\b", re.I)
"""Words before a colon that say what follows, and not what it is about."""

LEAD_WORDS = 12
"""A lead of more words is a sentence."""

LONGEST_NUMBER = 12
"""Characters of a number and the signs around it, before a heading that its text runs on from."""

OF_MEETINGS = frozenset({PaperKind.MINUTES, PaperKind.AGENDA})
"""Papers whose title tells of a meeting, and not of what it was about."""

OF_MANY_MATTERS = OF_MEETINGS | {PaperKind.ACTION_LOG, PaperKind.FORWARD_PLAN, PaperKind.MEMBERSHIP}
"""Papers whose title is no heading of what stands in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A heading, lead or title; ``id`` is that of the section or paper which it opens or stands in."""

    id: str
    text: str
    start: int
    page: int
    line: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and where it begins in the document's text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What stands under one heading, up to the next one or the next lead.

    ``path`` holds the headings above it, outermost first, its own last: empty where none is. ``parts`` are the ids of
    the sections (or the paper) whose own text it holds.
    """

    paper: PaperRow
    path: tuple[Head, ...]
    parts: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def start(self) -> int:
        """Where its text begins in the document's."""
        return self.paragraphs[0].start

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.paragraphs[-1].end

    @property
    def text(self) -> str:
        """All of its text."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The own text ``[start, end)`` of a section or paper, and the headings above it."""

    id: str
    path: tuple[Head, ...]
    start: int
    end: int


def items(outline: Outline) -> Iterator[Item]:
    """The items of all papers of ``outline``, in the order of the text; none of them overlap."""
    for paper in outline.papers:
        for path, chunks in groupby(_chunks(outline, paper), key=lambda chunk: chunk.path):
            yield from _by_leads(outline, paper, path, list(chunks))


def _chunks(outline: Outline, paper: PaperRow) -> Iterator[_Chunk]:
    sections = [section for section in outline.sections if section.paper == paper.id]
    starts = (*(each.start for each in outline.papers), *(section.start for section in sections))
    borders = sorted({*starts, len(outline.text)})
    following = dict(pairwise(borders))
    titles = () if paper.kind in OF_MANY_MATTERS else (_title(paper),)
    yield _Chunk(paper.id, titles, paper.start, min(paper.end, following[paper.start]))
    paths: dict[str, tuple[Head, ...]] = {}
    for section in sections:
        above = paths.get(section.parent or "", titles)
        paths[section.id] = path = (*above, _heading(section)) if section.heading else above
        yield _Chunk(section.id, path, section.start, min(section.end, following[section.start]))


def _by_leads(outline: Outline, paper: PaperRow, path: tuple[Head, ...], chunks: list[_Chunk]) -> Iterator[Item]:
    """One item for what comes before the first lead, then one for each lead."""
    lead: Head | None = None
    parts: list[str] = []
    held: list[Paragraph] = []
    for chunk in chunks:
        for match in _PARAGRAPH.finditer(outline.text, chunk.start, chunk.end):
            if not match[0].strip():
                continue
            paragraph = Paragraph(match.start(), match[0])
            found = _lead(outline, chunk, paragraph, paper.kind)
            if found is not None and held:
                yield _item(paper, path, lead, parts, held)
                parts, held = [], []
            lead = found or lead
            parts = [*parts, chunk.id] if chunk.id not in parts else parts
            held = [*held, paragraph]
    if held:
        yield _item(paper, path, lead, parts, held)


def _item(paper: PaperRow, path: tuple[Head, ...], lead: Head | None, parts: list[str], held: list[Paragraph]) -> Item:
    return Item(
        paper=paper,
        path=path if lead is None else (*path, lead),
        parts=tuple(parts),
        paragraphs=tuple(held),
    )


def _lead(outline: Outline, chunk: _Chunk, paragraph: Paragraph, kind: str) -> Head | None:
    """The lead of ``paragraph``, behind the section's own heading where that runs on into it.

    A short line of an agenda is what the meeting will come to, and so a lead without words behind it.
    """
    heading = chunk.path[-1].text.rstrip(" :") if chunk.path else ""
    own = paragraph.text.find(heading, 0, len(heading) + LONGEST_NUMBER) if heading else -1
    after = own + len(heading) if own >= 0 else 0
    match = _LEAD.match(paragraph.text, after)
    if match is None and kind == PaperKind.AGENDA and own < 0:
        match = _LINE.fullmatch(paragraph.text)
    if match is None or len(match[1].split()) > LEAD_WORDS or _FORMULA.match(match[1]):
        return None
    at = paragraph.start
    return Head(id=chunk.id, text=match[1], start=at, page=outline.page(at), line=outline.line(at))


def _title(paper: PaperRow) -> Head:
    return Head(id=paper.id, text=paper.title, start=paper.start, page=paper.page, line=paper.line)


def _heading(section: SectionRow) -> Head:
    return Head(id=section.id, text=section.heading or "", start=section.start, page=section.page, line=section.line)
