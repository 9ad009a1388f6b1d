"""Sample papers as Word documents; no date or compression of the day gets into the bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from corpus.samples.rendering import Rendering, Run
from corpus.samples.source import CELL_BREAK, NUMBER_FIRST, Block, Shape, Source, groups

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_WRITTEN = datetime(2024, 1, 1)
"""Stands in the core properties: any fixed date does."""
_ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can have."""
_STYLES_KEPT = frozenset(
    {"Normal", "Heading 1", "Heading 2", "List Bullet", "Table Grid", "Normal Table", "Header", "Footer"}
    | {"Default Paragraph Font", "No List"}
)
"""All that the samples use: python-docx brings 160 styles, 800 kB of them, which would be most of each file."""
_UNUSED_PARTS = ("/stylesWithEffects", "/thumbnail")
"""Relationship types, by their ends, of parts that python-docx's template brings and no sample needs."""
_TEXT_WIDTH_CM = 16.0
_FIELD_WIDTHS = (32, 68)
_MEMBER_WIDTHS = (36, 12, 52)
_ACTION_WIDTHS = (80, 20)
_NUMBER_TAB_CM = 1.25


def render(source: Source) -> Rendering:
    """The paper as a DOCX file; it has no pages before a word processor lays it out."""
    document = Document()
    _furnish(document, source)
    for group in groups(source.blocks):
        if group[0][1].new_page:
            document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx leaves it untyped
        _set(document, tuple(block for _, block in group))
    runs = tuple(Run(index, None, block.words) for index, block in enumerate(source.blocks) if block.cells)
    return Rendering(data=_bytes(document), unit="", runs=runs)


def _furnish(document: WordDocument, source: Source) -> None:
    properties = document.core_properties
    properties.author, properties.title = source.head["organisation"], source.head["title"]
    properties.comments = ""
    properties.created = properties.modified = _WRITTEN
    for unused in [style for style in document.styles if style.name not in _STYLES_KEPT]:
        unused.delete()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED_PARTS)]:
            del relations[key]
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(11)
    section = document.sections[0]
    section.header.paragraphs[0].text = source.head["head"]
    section.footer.paragraphs[0].text = source.head["foot"]


def _set(document: WordDocument, blocks: tuple[Block, ...]) -> None:
    first = blocks[0]
    if first.shape is Shape.TABLE:
        rows = tuple(block.cells for block in blocks if block.cells)
        _table(document, rows, first.widths, ruled=first.ruled, header=bool(first.cells))
    elif first.shape is Shape.FIELD:
        rows = tuple((f"**{label}**", value) for label, value in (block.cells for block in blocks))
        _table(document, rows, _FIELD_WIDTHS, ruled=True)
    elif first.shape is Shape.MEMBER:
        _table(document, tuple(block.cells for block in blocks), _MEMBER_WIDTHS, ruled=False)
    elif first.shape is Shape.ACTION:
        _table(document, (first.cells,), _ACTION_WIDTHS, ruled=False)
    else:
        _paragraph(document, first)


def _paragraph(document: WordDocument, block: Block) -> None:
    text = "\t".join(cell for cell in block.cells if cell)
    if block.shape is Shape.TITLE:
        paragraph = document.add_heading(level=1)
    elif block.shape is Shape.HEADING:
        paragraph = document.add_heading(level=2)
    else:
        paragraph = document.add_paragraph(style="List Bullet" if block.shape is Shape.BULLET else None)
    if block.shape in (Shape.TITLE, Shape.CENTRE):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.shape in NUMBER_FIRST and block.cells[0]:
        paragraph.paragraph_format.left_indent = Cm(_NUMBER_TAB_CM)
        paragraph.paragraph_format.first_line_indent = Cm(-_NUMBER_TAB_CM)
    _words(paragraph, text)


def _table(
    document: WordDocument,
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, ...],
    *,
    ruled: bool,
    header: bool = False,
) -> None:
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid" if ruled else None)
    table.autofit = False
    for at, cells in enumerate(rows):
        for cell, text, width in zip(table.add_row().cells, cells, widths, strict=False):
            cell.width = Cm(_TEXT_WIDTH_CM * width / 100)
            _fill(cell, f"**{text}**" if header and at == 0 else text)
    document.add_paragraph()


def _fill(cell: _Cell, text: str) -> None:
    first, *rest = text.split(CELL_BREAK)
    _words(cell.paragraphs[0], first)
    for more in rest:
        _words(cell.add_paragraph(), more)


def _words(paragraph: Paragraph, text: str) -> None:
    for at, part in enumerate(re.split(r"\*\*", text)):
        if part:
            paragraph.add_run(part).bold = True if at % 2 else None


def _bytes(document: WordDocument) -> bytes:
    """The file with its parts in one order, one date, and not compressed: compressors differ between machines."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, _ZIPPED), parts.read(name))
    return fixed.getvalue()
