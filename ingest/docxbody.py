"""The body of a Word file: paragraphs and tables in order, behind the numbers that Word prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ingest.docxnumbers import Numbers
from ingest.docxruns import Words, WordsOfRuns, chosen, notes, runs, text_boxes
from ingest.docxstyles import Style, Styles
from ingest.flow import Flow, row
from ingest.folding import without_signs
from ingest.itemmarks import item_marks
from ingest.layout import Piece
from ingest.wordml import indent_of, list_of, number, value, w, within

if TYPE_CHECKING:
    from lxml.etree import _Element

# Word gives indents in twentieths of a point.
_TWIPS = 20.0
# Word allows no more columns (its specification of limits); a damaged file may claim a cell that spans millions.
_MOST_COLUMNS = 63

_FRAMES = frozenset({w("sdt"), w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")})
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CONTENTS_CONTROL = "Table of Contents"
# The end of a paragraph is gone when this stands in its properties: it goes on with the next one.
_END_IS_GONE = (f"{w('rPr')}/{w('del')}", f"{w('rPr')}/{w('moveFrom')}")


class Body:
    """One walk through a body; ``flow.pieces`` is what was found, ``contents`` the lines of its lists of contents."""

    def __init__(self, numbers: Numbers, styles: Styles, targets: Mapping[str, str]) -> None:
        self.flow = Flow()
        self.contents: list[str] = []
        self.notes: list[tuple[str, str]] = []
        self._numbers = numbers
        self._styles = styles
        self._words = WordsOfRuns(styles, targets)
        self._count = 0
        self._tables = 0
        self._in_contents = 0

    def take(self, parent: _Element, *, marker: str = "") -> None:
        """All paragraphs and tables that stand in ``parent``, also inside content controls and insertions.

        ``marker`` is due before the first paragraph.
        """
        last: _Element | None = None
        held: list[_Element] = []
        for child in parent.iterchildren():
            if child.tag == w("p"):
                last, held = child, [*held, *runs(child)]
                if not _goes_on(child):
                    self._paragraph(child, held, marker)
                    held, marker = [], ""
            elif child.tag == w("tbl"):
                self._table(child)
            elif child.tag == _ALTERNATIVES:
                self.take(chosen(child))
            elif child.tag in _FRAMES:
                self._frame(child)
        if held and last is not None:
            self._paragraph(last, held, marker)

    def take_note(self, note: _Element, marker: str) -> None:
        """A footnote or endnote; it stands in a part of its own, whose links this walk doesn't know."""
        self._words = WordsOfRuns(self._styles, {})
        self.take(note, marker=marker)

    def _frame(self, frame: _Element) -> None:
        gallery = frame.find(f"{w('sdtPr')}/{w('docPartObj')}")
        is_contents = value(gallery, "docPartGallery") == _CONTENTS_CONTROL
        self._in_contents += is_contents
        self.take(frame)
        self._in_contents -= is_contents

    def _paragraph(self, paragraph: _Element, printed: Sequence[_Element], marker: str) -> None:
        properties = paragraph.find(w("pPr"))
        style_id = value(properties, "pStyle")
        style = self._styles.of(style_id)
        _put_item_signs([words for run in printed for words in run.iterchildren(w("t"))])
        told = [words for run in printed for words in self._words.of(run, style)]
        # An empty paragraph of a list is printed as its number alone, and the next one counts on.
        marker = marker or self._marker(properties, style, style_id)
        text = "".join(words.text or " " for words in told)
        # The borders of an item may stand in a paragraph of their own, which has no words then.
        if text.strip():
            if self._in_contents or style.contents or any(words.in_contents for words in told):
                self.contents.append(" ".join(without_signs(text).split()))
            else:
                has_words = bool(without_signs(text).strip())
                self._count += has_words
                self._write(told, marker if has_words else "")
                indent = indent_of(properties)
                self.flow.end(
                    level=style.level,
                    centred=(value(properties, "jc") == "center") if value(properties, "jc") else style.centred,
                    indent=(style.indent if indent is None else indent) / _TWIPS,
                )
                self.flow.due("")
        for run in printed:
            self.notes.extend(notes(run))
            for box in text_boxes(run):
                self.take(box)

    def _write(self, told: Sequence[Words], marker: str) -> None:
        self.flow.due(marker)
        for words in told:
            self.flow.link(words.target)
            if words.text is None:
                self.flow.line_break()
            elif words.raised:
                self.flow.add_raised(words.text, self._count, bold=words.bold)
            else:
                self.flow.add(words.text, self._count, bold=words.bold)
        self.flow.link(None)

    def _marker(self, properties: _Element | None, style: Style, style_id: str | None) -> str:
        own_list, own_level = list_of(properties) or (None, None)
        list_id = own_list or style.list_id
        level = own_level if own_level is not None or own_list else style.list_level
        return self._numbers.printed(list_id, level, style_id) if list_id else ""

    def _table(self, table: _Element) -> None:
        this = self._tables
        self._tables += 1
        for tr in within(table, "tr"):
            first = self._count + 1
            # A row may begin in another column than the first.
            before = number(value(tr.find(w("trPr")), "gridBefore"), 0)
            cells: list[tuple[Piece, ...]] = [()] * min(before, _MOST_COLUMNS)
            for tc in within(tr, "tc"):
                # A cell over several columns is told once, in the first of them.
                width = number(value(tc.find(w("tcPr")), "gridSpan"), 1)
                cells.extend((self._cell(tc), *[()] * (min(width, _MOST_COLUMNS) - 1)))
            piece = row(cells, this, first)
            if piece:
                self.flow.pieces.append(piece)

    def _cell(self, tc: _Element) -> tuple[Piece, ...]:
        """What stands in a cell, nested tables flattened; nothing in one that is merged into the cell above."""
        properties = tc.find(w("tcPr"))
        for direction in ("vMerge", "hMerge"):
            merged = None if properties is None else properties.find(w(direction))
            if merged is not None and merged.get(w("val"), "continue") == "continue":
                return ()
        outside, self.flow = self.flow, Flow()
        self.take(tc)
        inside, self.flow = self.flow, outside
        return tuple(inside.pieces)


def printed_lines(region: _Element) -> Iterator[str]:
    """The paragraphs of a header or footer as plain text, without page numbers."""
    words = WordsOfRuns(Styles(None), {})
    for paragraph in region.iter(w("p")):
        told = [each.text or " " for run in runs(paragraph) for each in words.of(run, Style())]
        text = " ".join(without_signs("".join(told)).split())
        if text:
            yield text


def _goes_on(paragraph: _Element) -> bool:
    properties = paragraph.find(w("pPr"))
    return properties is not None and any(properties.find(path) is not None for path in _END_IS_GONE)


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
