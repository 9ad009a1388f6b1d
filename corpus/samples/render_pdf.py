"""Sample papers as PDF: running heads and feet, ruled tables, a right-hand action column, landscape slides."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from corpus.samples.rendering import Rendering, Run
from corpus.samples.source import CELL_BREAK, Block, Shape, Source, groups

_MARGIN = 22 * mm
_FURNITURE_SIZE = 8.5
_GAP = 6.0
"""Points left under a table."""
_ACTION_SHARE = 18
"""Percent of the width that the right-hand action column takes."""
_FIELD_WIDTHS = (30, 70)
_MEMBER_WIDTHS = (34, 12, 54)


@dataclass(frozen=True, slots=True)
class _Look:
    """Type size in points, page size, and whether room is left at the right for an action column."""

    size: float
    page: tuple[float, float]
    action_column: bool

    @property
    def width(self) -> float:
        return self.page[0] - 2 * float(_MARGIN)


_Record = Callable[[int, int, str], None]
"""Told block, page and words whenever words are drawn."""


class _Tracked(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that tells on which page which of its words came to stand; its parts do so too when it is split."""

    block: int
    record: _Record

    def split(self, width: float, height: float) -> list[_Tracked]:
        parts: list[_Tracked] = super().split(width, height)
        for part in parts:
            part.block, part.record = self.block, self.record
        return parts

    def draw(self) -> None:
        lines = self.blPara.lines
        if self.blPara.kind == 0:
            words = " ".join(" ".join(line[1]) for line in lines)
        else:
            words = " ".join("".join(part.text for part in line.words) for line in lines)
        self.record(self.block, self.canv.getPageNumber(), " ".join(words.split()))
        super().draw()


def render(source: Source) -> Rendering:
    """The paper as PDF with the page of every block; bytes don't depend on the day or on a compressor."""
    slides = source.head.get("layout") == "slides"
    look = _Look(
        size=20 if slides else 11,
        page=landscape(A4) if slides else A4,
        action_column=source.head.get("layout") == "action-column",
    )
    runs: list[Run] = []
    typesetter = _Typesetter(look, lambda block, page, words: runs.append(Run(block, page, words)))
    story: list[Flowable] = []
    for group in groups(source.blocks):
        if group[0][1].new_page:
            story.append(PageBreak())
        story.extend(typesetter.set(group))
    target = io.BytesIO()
    template = BaseDocTemplate(
        target, pagesize=look.page, invariant=1, pageCompression=0, title=source.head["title"],
        author=source.head["organisation"],
    )  # fmt: skip
    frame = Frame(_MARGIN, _MARGIN, look.width, look.page[1] - 2 * _MARGIN, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=_furniture(source, look)))
    template.build(story)
    return Rendering(data=target.getvalue(), unit="page", runs=tuple(sorted(runs, key=lambda run: run.block)))


def _furniture(source: Source, look: _Look) -> Callable[[Any, Any], None]:
    head, foot = source.head.get("head", ""), source.head.get("foot", "")

    def draw(canvas: Any, _template: Any) -> None:
        width, height = look.page
        canvas.setFont("Helvetica", _FURNITURE_SIZE)
        if canvas.getPageNumber() > 1 or "layout" in source.head:
            canvas.drawString(_MARGIN, height - _MARGIN / 2, head)
        canvas.drawString(_MARGIN, _MARGIN / 2, foot)
        canvas.drawRightString(width - _MARGIN, _MARGIN / 2, f"Page {canvas.getPageNumber()}")

    return draw


class _Typesetter:
    """Sets groups of blocks as reportlab flowables in one look."""

    def __init__(self, look: _Look, record: _Record) -> None:
        self._look = look
        self._record = record

    def set(self, group: tuple[tuple[int, Block], ...]) -> list[Flowable]:
        """One group of blocks (``groups``) as flowables."""
        index, first = group[0]
        if first.shape is Shape.TABLE:
            rows = [(at, block.cells) for at, block in group if block.cells]
            return self._table(rows, first.widths, ruled=first.ruled, header=bool(first.cells))
        if first.shape is Shape.FIELD:
            rows = [(at, (f"**{block.cells[0]}**", block.cells[1])) for at, block in group]
            return self._table(rows, _FIELD_WIDTHS, ruled=True)
        if first.shape is Shape.MEMBER:
            return self._table([(at, block.cells) for at, block in group], _MEMBER_WIDTHS, ruled=False)
        if first.shape is Shape.ACTION:
            text, owner = first.cells
            widths = (100 - _ACTION_SHARE, _ACTION_SHARE)
            return self._table([(index, (text, f"**{owner}**"))], widths, ruled=False)
        return [self._paragraph(index, first)]

    def _paragraph(self, index: int, block: Block) -> Flowable:
        style = self._style(block)
        if len(block.cells) == 1:
            bullet = "\N{BULLET}" if block.shape is Shape.BULLET else None
            return self._tracked(index, block.cells[0], style, bullet)
        number, text = block.cells
        if block.shape is Shape.HEADING:
            text = f"**{text}**"
            number = f"**{number}**" if number else ""
        if not number:
            style = ParagraphStyle("flush", parent=style, leftIndent=0, bulletIndent=0)
        return self._tracked(index, text, style, number.strip("*") or None)

    def _style(self, block: Block) -> ParagraphStyle:
        size = self._look.size
        room = self._look.width * _ACTION_SHARE / 100 if self._look.action_column else 0.0
        shape = block.shape
        style = ParagraphStyle(
            shape.value, fontName="Helvetica", fontSize=size, leading=size * 1.25, spaceAfter=size * 0.65,
            bulletFontName="Helvetica", bulletFontSize=size, rightIndent=room, allowWidows=0, allowOrphans=0,
        )  # fmt: skip
        if shape in (Shape.TITLE, Shape.CENTRE):
            style.alignment, style.rightIndent = TA_CENTER, 0
        if shape is Shape.TITLE:
            style.fontName, style.fontSize, style.leading = "Helvetica-Bold", size * 1.35, size * 1.7
        elif shape is Shape.HEADING:
            style.leftIndent, style.bulletFontName, style.keepWithNext = size * 4, "Helvetica-Bold", 1
            style.spaceBefore = size * 0.5
        elif shape in (Shape.NUMBERED, Shape.RECOMMENDATION, Shape.DECISION):
            style.leftIndent = size * 4
            style.bulletIndent = size * 1.2 if shape is not Shape.NUMBERED else 0
        elif shape is Shape.BULLET:
            style.leftIndent, style.bulletIndent = size * 5.4, size * 4
        elif shape is Shape.SIGN:
            style.spaceBefore = size * 3
        return style

    def _table(
        self, rows: list[tuple[int, tuple[str, ...]]], widths: tuple[int, ...], *, ruled: bool, header: bool = False
    ) -> list[Flowable]:
        style = ParagraphStyle(
            "cell", fontName="Helvetica", fontSize=self._look.size - 0.5, leading=self._look.size * 1.2
        )
        style.spaceAfter = 3
        cells = []
        for at, (index, texts) in enumerate(rows):
            bold = "**" if header and at == 0 else ""
            cells.append([
                [self._tracked(index, f"{bold}{part}{bold}", style) for part in text.split(CELL_BREAK) if part]
                for text in texts
            ])  # fmt: skip
        look: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
        if ruled:
            look.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
        else:
            look.append(("LEFTPADDING", (0, 0), (0, -1), 0))
        if header:
            look.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e6e6e6")))
        columns = [self._look.width * width / 100 for width in widths]
        table = Table(cells, colWidths=columns, repeatRows=0, hAlign="LEFT")
        table.setStyle(look)
        return [table, Spacer(1, _GAP)]

    def _tracked(self, index: int, text: str, style: ParagraphStyle, bullet: str | None = None) -> _Tracked:
        marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
        paragraph = _Tracked(marked, style, bulletText=bullet)
        paragraph.block, paragraph.record = index, self._record
        return paragraph
