"""What of a document belongs together in a trace: an item of minutes or an agenda, a paper on one matter, or a row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from corpus.entries import EntryKind
from corpus.outlines import Outline, OutlinedFinding
from corpus.rows import PaperRow, SectionRow
from search.stories.events import is_standing
from search.stories.items import OF_MANY_MATTERS, OF_MEETINGS, Head, Item, items


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands at ``[start, end)`` of ``outline``, in ``paper``, under ``head``.

    ``ids`` are those of all that stands in it, whose links are its own; ``is_row`` that it is a finding alone, of a
    paper with many matters.
    """

    outline: Outline
    paper: PaperRow
    head: Head
    start: int
    end: int
    ids: frozenset[str]
    is_row: bool = False

    @property
    def id(self) -> str:
        """The id of its section, paper or finding."""
        return self.head.id

    def findings(self) -> Iterator[OutlinedFinding]:
        """What was found in it."""
        return (found for found in self.outline.findings if self.start <= found.start < self.end)

    def items(self) -> Iterator[Item]:
        """The items in it, in the order of the text."""
        return (item for item in items(self.outline) if self.start <= item.start < self.end)


Linked = Callable[[Collection[str]], Collection[str]]
"""Gives those of some ids whose links tell of a matter."""


def part_of(outline: Outline, wanted: str, linked: Linked) -> Part | None:
    """The part that holds ``wanted`` (the id of a paper, section or finding); ``None`` where that is of many matters.

    Of the headings above it, the widest that is ``linked`` opens the part; where none is, the nearest.
    """
    found = next((each for each in outline.findings if each.id == wanted), None)
    section = next((each for each in outline.sections if each.id == wanted), None)
    at = found.start if found else section.start if section else None
    paper = _paper(outline, wanted, at)
    if paper is None:
        return None
    if paper.kind not in OF_MANY_MATTERS:
        return _whole(outline, paper)
    above = list(_above(outline, paper, at)) if at is not None else []
    item = _item(outline, paper, above, linked, found) if paper.kind in OF_MEETINGS else None
    return item or (_row(outline, paper, above, found) if found else None)


def is_head(part: Part, wanted: str, start: int) -> bool:
    """Whether the end of a link, ``wanted`` from character ``start``, means ``part`` and not only a passage in it.

    What a paper tells of decisions of others is a passage.
    """
    found = next((each for each in part.outline.findings if each.id == wanted), None)
    if found is not None:
        return found.kind is not EntryKind.REPORTED_DECISION
    if wanted == part.paper.id:
        return True
    return part.paper.kind in OF_MEETINGS and any(
        section.id == wanted and section.start == start for section in part.outline.sections
    )


def _paper(outline: Outline, wanted: str, at: int | None) -> PaperRow | None:
    if at is None:
        return next((paper for paper in outline.papers if paper.id == wanted), None)
    return next((paper for paper in reversed(outline.papers) if paper.start <= at < paper.end), None)


def _whole(outline: Outline, paper: PaperRow) -> Part:
    head = Head(id=paper.id, text=paper.title, start=paper.start, page=paper.page, line=paper.line)
    return _part(outline, paper, head, paper.start, paper.end)


def _row(outline: Outline, paper: PaperRow, above: list[SectionRow], found: OutlinedFinding) -> Part:
    heading = next((section.heading for section in above if section.heading), paper.title)
    head = Head(id=found.id, text=heading, start=found.start, page=found.page, line=found.line)
    ids = frozenset((found.id,))
    return Part(outline=outline, paper=paper, head=head, start=found.start, end=found.end, ids=ids, is_row=True)


def _item(
    outline: Outline, paper: PaperRow, above: list[SectionRow], linked: Linked, found: OutlinedFinding | None
) -> Part | None:
    """The part of the sections ``above`` a place, the innermost first; ``None`` where ``found`` is a row of a log."""
    named = [section for section in above if section.heading and not is_standing(section.heading)]
    known = linked([section.id for section in named])
    widest = (section for section in reversed(named) if section.id in known)
    section = next(widest, next(iter(named), None))
    if section is None:
        return None
    heading = section.heading or ""
    head = Head(id=section.id, text=heading, start=section.start, page=section.page, line=section.line)
    part = _part(outline, paper, head, section.start, section.end)
    is_action = found is not None and found.kind is EntryKind.ACTION
    return None if is_action and _is_log(part) else part


def _is_log(part: Part) -> bool:
    """Whether ``part`` lists actions of several matters: more than one for itself and each decision in it."""
    kinds = [found.kind for found in part.findings()]
    return kinds.count(EntryKind.ACTION) > 1 + kinds.count(EntryKind.DECISION)


def _part(outline: Outline, paper: PaperRow, head: Head, start: int, end: int) -> Part:
    sections = (section.id for section in outline.sections if start <= section.start < end)
    findings = (found.id for found in outline.findings if start <= found.start < end)
    return Part(
        outline=outline,
        paper=paper,
        head=head,
        start=start,
        end=end,
        ids=frozenset((head.id, *sections, *findings)),
    )


def _above(outline: Outline, paper: PaperRow, at: int) -> Iterator[SectionRow]:
    """The sections of ``paper`` that hold character ``at``, the innermost first."""
    inside = [each for each in outline.sections if each.paper == paper.id and each.start <= at < each.end]
    return iter(sorted(inside, key=lambda each: (each.start, -each.end), reverse=True))
