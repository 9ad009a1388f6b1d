"""The body of a Word file: paragraphs and tables in order, behind the numbers that Word prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ingest.docxnumbers import Numbers
from ingest.docxstyles import Style, Styles
from ingest.flow import Flow, row
from ingest.folding import without_signs
from ingest.itemmarks import ITEM_SIGNS, item_marks
from ingest.layout import Piece
from ingest.wordml import is_on, list_of, number, value, w, within

if TYPE_CHECKING:
    from lxml.etree import _Element

# Word gives indents in twentieths of a point.
_TWIPS = 20.0
# Word allows no more columns (its specification of limits); a damaged file may claim a cell that spans millions.
_MOST_COLUMNS = 63

_FRAMES = frozenset({w("sdt"), w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")})
_NOT_PRINTED = frozenset({w("del"), w("moveFrom"), w("pPr"), w("rPr")})
_LINE_ENDS = frozenset({w("br"), w("cr")})
_GAPS = frozenset({w("tab"), w("ptab")})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What Word shows (the old picture of a text box stands beside it as a fallback and holds the same words).
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Body:
    """One walk through a body; ``flow.pieces`` is what was found."""

    def __init__(self, numbers: Numbers, styles: Styles, targets: Mapping[str, str]) -> None:
        self.flow = Flow()
        self._targets = targets
        self._numbers = numbers
        self._styles = styles
        self._count = 0
        self._tables = 0

    def take(self, parent: _Element) -> None:
        """All paragraphs and tables that stand in ``parent``, also inside content controls and insertions."""
        for child in parent.iterchildren():
            if child.tag == w("p"):
                self._paragraph(child)
            elif child.tag == w("tbl"):
                self._table(child)
            elif child.tag in _FRAMES:
                self.take(child)

    def _paragraph(self, paragraph: _Element) -> None:
        properties = paragraph.find(w("pPr"))
        style = self._styles.of(value(properties, "pStyle"))
        runs = list(_runs(paragraph))
        if any(words.text and words.text.strip() for run in runs for words in run.iterchildren(w("t"))):
            self._count += 1
            self.flow.due(self._marker(properties, style))
            _put_item_signs([words for run in runs for words in run.iterchildren(w("t"))])
            for run in runs:
                self.flow.link(self._target(run))
                self._words(run, style)
            self.flow.link(None)
            self.flow.end(
                level=style.level,
                centred=value(properties, "jc") == "center",
                indent=number(value(properties, "ind", "left"), 0) / _TWIPS,
            )
            self.flow.due("")
        for run in runs:
            for box in _text_boxes(run):
                self.take(box)

    def _marker(self, properties: _Element | None, style: Style) -> str:
        own_list, level = list_of(properties) or (style.list_id, style.list_level)
        list_id = own_list or style.list_id
        return self._numbers.printed(list_id, level) if list_id else ""

    def _target(self, run: _Element) -> str | None:
        """What a run links to, where it stands in a link."""
        link = next((above for above in run.iterancestors(w("hyperlink"), w("p")) if above.tag == w("hyperlink")), None)
        return None if link is None else self._targets.get(link.get(_RELATION, ""))

    def _words(self, run: _Element, style: Style) -> None:
        properties = run.find(w("rPr"))
        if is_on(properties, "vanish"):
            # ModernGov's marks around items are hidden words.
            self.flow.add("".join(filter(ITEM_SIGNS.__contains__, "".join(run.itertext(w("t"))))), self._count)
            return
        bold = is_on(properties, "b")
        for child in run.iterchildren():
            if child.tag == w("t"):
                self.flow.add(child.text or "", self._count, bold=style.bold if bold is None else bold)
            elif child.tag in _GAPS:
                self.flow.add(" ", self._count)
            elif child.tag == w("noBreakHyphen"):
                self.flow.add("-", self._count)
            elif child.tag in _LINE_ENDS:
                self.flow.line_break()

    def _table(self, table: _Element) -> None:
        this = self._tables
        self._tables += 1
        for tr in within(table, "tr"):
            first = self._count + 1
            cells: list[tuple[Piece, ...]] = []
            for tc in within(tr, "tc"):
                # A cell over several columns is told once, in the first of them.
                width = number(value(tc.find(w("tcPr")), "gridSpan"), 1)
                cells.extend((self._cell(tc), *[()] * (min(width, _MOST_COLUMNS) - 1)))
            piece = row(cells, this, first)
            if piece:
                self.flow.pieces.append(piece)

    def _cell(self, tc: _Element) -> tuple[Piece, ...]:
        """What stands in a cell, nested tables flattened; nothing in one that is merged into the cell above."""
        merged = tc.find(f"{w('tcPr')}/{w('vMerge')}")
        if merged is not None and merged.get(w("val"), "continue") == "continue":
            return ()
        outside, self.flow = self.flow, Flow()
        self.take(tc)
        inside, self.flow = self.flow, outside
        return tuple(inside.pieces)


def _runs(parent: _Element) -> Iterator[_Element]:
    """The runs that are printed, through links, fields and insertions, not those of text boxes."""
    for child in parent.iterchildren():
        if child.tag == w("r"):
            yield child
        elif child.tag not in _NOT_PRINTED:
            yield from _runs(child)


def _put_item_signs(words: Sequence[_Element]) -> None:
    """Replace the marks around items in a paragraph's words by signs, also those that are spread over several runs."""
    texts = [without_signs(word.text or "") for word in words]
    marks = list(item_marks("".join(texts)))
    at = 0
    for word, text in zip(words, texts, strict=True):
        kept, after = [], at
        for start, end, sign in marks:
            if start < at + len(text) and end > at:
                kept.append(text[after - at : max(start - at, 0)] + (sign if start >= at else ""))
                after = min(end, at + len(text))
        word.text = "".join(kept) + text[after - at :]
        at += len(text)


def _text_boxes(run: _Element) -> Iterator[_Element]:
    for box in run.iter(w("txbxContent")):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box
