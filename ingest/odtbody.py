"""The body of an OpenDocument text: paragraphs, lists and tables in order, behind the numbers that are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.flow import Flow, row
from ingest.folding import without_signs
from ingest.hyperlinks import kept_target
from ingest.itemmarks import with_item_signs
from ingest.layout import Piece
from ingest.odf import n, whole
from ingest.odtlists import Lists, Place
from ingest.odtstyles import Look, Styles
from ingest.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

# More columns than any printed table has; a file may claim a cell that is repeated millions of times.
_MOST_COLUMNS = 64
# The same for rows: what is repeated in a paper is an empty line or two of a form.
_MOST_REPEATED_ROWS = 100
_HEADING_LEVELS = 6

# A list of contents repeats the headings with page numbers that only the word processor's own layout has.
_CONTENTS = frozenset(
    map(n, ("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"))
) | {n("text:alphabetical-index")}
# Deleted text is kept in ``tracked-changes``; page numbers are those of a layout that the file doesn't hold.
_NOT_PRINTED = frozenset(
    map(
        n,
        (
            "text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms", "text:ruby-text",
            "text:page-number", "text:page-count", "text:page-continuation", "text:note-citation",
            "text:index-title-template", "text:hidden-text", "text:hidden-paragraph", "office:event-listeners",
        ),
    )
)  # fmt: skip
_OF_A_FONT = re.compile("[\uf020-\uf0ff]")
_PARAGRAPHS = (n("text:p"), n("text:h"))
_GAPS = frozenset({n("text:s"), n("text:tab")})
_ROW_GROUPS = frozenset(map(n, ("table:table-header-rows", "table:table-rows", "table:table-row-group")))
_CELLS = frozenset({n("table:table-cell"), n("table:covered-table-cell")})
_DRAWN = n("draw:a").removesuffix("a")


@dataclass(frozen=True, slots=True)
class _Words:
    """Some words of a paragraph, how they look and what they link to; a line ends where ``text`` is ``None``."""

    text: str | None
    look: Look
    target: str | None = None


class Body:
    """One walk through a body: ``flow.pieces`` is what was found, ``contents`` the lines of its lists of contents."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self.flow = Flow()
        self.contents: list[str] = []
        self._lists = lists
        self._styles = styles
        self._count = 0
        self._tables = 0
        self._notes: list[_Element] = []

    def take_all(self, text: _Element) -> None:
        """The whole body; footnotes and endnotes follow at its end, each behind its mark in brackets."""
        self.take(text)
        # A note may have notes in turn: the list grows while it is walked.
        for note in self._notes:
            mark = " ".join("".join(note.xpath("string(*[local-name() = 'note-citation'])")).split())
            for paragraph in note.iterfind(f"{n('text:note-body')}/*"):
                self._block(paragraph, marker=f"[{mark}]" if mark else "")
                mark = ""

    def take(self, parent: _Element) -> None:
        """All paragraphs, lists and tables that stand in ``parent``, also inside sections and frames."""
        for child in parent.iterchildren():
            self._block(child)

    def _block(self, element: _Element, *, marker: str = "") -> None:
        tag = element.tag
        if tag == n("text:p"):
            self._paragraph(element, marker=marker)
        elif tag == n("text:h"):
            self._heading(element)
        elif tag == n("text:list"):
            self._list(element, None, first=True)
        elif tag == n("table:table"):
            self._table(element)
        elif tag in _CONTENTS:
            self.contents.extend(printed_lines(element))
        elif tag not in _NOT_PRINTED and element.get(n("text:display")) != "none":
            self.take(element)

    def _list(self, element: _Element, outer: Place | None, *, first: bool) -> None:
        place = self._lists.begin(element, outer, first=first)
        for item in element.iterchildren():
            # A list's header is an item without a number.
            numbered = item.tag == n("text:list-item")
            start = whole(item, "text:start-value", -1)
            sublists = 0
            for child in item.iterchildren():
                if child.tag == n("text:list"):
                    self._list(child, place, first=not sublists)
                    sublists += 1
                elif child.tag in _PARAGRAPHS:
                    style = self._styles.paragraph(child.get(n("text:style-name"))).numbering
                    marker = self._lists.printed(place, style, start if start >= 0 else None) if numbered else ""
                    level = whole(child, "text:outline-level", 0) if child.tag == n("text:h") else 0
                    self._paragraph(child, marker=marker, level=level)
                    numbered = False
                else:
                    self._block(child)

    def _heading(self, heading: _Element) -> None:
        level = max(whole(heading, "text:outline-level", 1), 1)
        start = whole(heading, "text:start-value", -1)
        style = self._styles.paragraph(heading.get(n("text:style-name")))
        # A style that names no list on purpose takes its headings out of the chapter numbering.
        numbered = style.numbering != "" and heading.get(n("text:is-list-header")) != "true"
        marker = self._lists.heading(level, start if start >= 0 else None) if numbered else ""
        self._paragraph(heading, marker=marker, level=level)

    def _paragraph(self, paragraph: _Element, *, marker: str, level: int = 0) -> None:
        style = self._styles.paragraph(paragraph.get(n("text:style-name")))
        boxes: list[_Element] = []
        words = list(self._words(paragraph, style.look, boxes))
        if any(each.text and each.text.strip() for each in words):
            self._count += 1
            self.flow.due(marker)
            for each in words:
                self.flow.link(each.target)
                self._word(each)
            self.flow.link(None)
            self.flow.end(level=min(level, _HEADING_LEVELS), centred=style.centred, indent=style.indent)
            self.flow.due("")
        for box in boxes:
            self.take(box)

    def _word(self, word: _Words) -> None:
        if word.text is None:
            self.flow.line_break()
        elif word.look.raised:
            self.flow.add_raised(word.text, self._count, bold=bool(word.look.bold))
        else:
            self.flow.add(with_item_signs(word.text), self._count, bold=bool(word.look.bold))

    def _words(
        self, element: _Element, look: Look, boxes: list[_Element], target: str | None = None
    ) -> Iterator[_Words]:
        """What is printed of a paragraph; frames anchored in it are put into ``boxes``, notes kept for later."""
        if not look.hidden and element.text:
            yield _Words(_clean(element.text, look), look, target)
        for child in element.iterchildren():
            if child.tag in _GAPS:
                yield _Words(" ", look, target)
            elif child.tag == n("text:line-break"):
                yield _Words(None, look, target)
            elif child.tag == n("text:note"):
                self._notes.append(child)
            elif child.tag.startswith(_DRAWN):
                boxes.append(child)
            elif child.tag == n("text:a"):
                yield from self._words(child, look, boxes, kept_target(child.get(n("xlink:href"), "")))
            elif child.tag not in _NOT_PRINTED:
                yield from self._words(child, self._look_of(child, look), boxes, target)
            if not look.hidden and child.tail:
                yield _Words(_clean(child.tail, look), look, target)

    def _look_of(self, element: _Element, outer: Look) -> Look:
        return (
            self._styles.look(element.get(n("text:style-name"))).within(outer)
            if element.tag == n("text:span")
            else outer
        )

    def _table(self, table: _Element) -> None:
        this = self._tables
        self._tables += 1
        for tr in _rows(table):
            first = self._count + 1
            cells: list[tuple[Piece, ...]] = []
            for cell in tr.iterchildren(*_CELLS):
                inside = self._cell(cell) if cell.tag == n("table:table-cell") else ()
                repeated = whole(cell, "table:number-columns-repeated", 1)
                cells.extend([inside] * min(repeated, _MOST_COLUMNS - len(cells)))
            piece = row(cells, this, first)
            if piece:
                repeated = whole(tr, "table:number-rows-repeated", 1)
                self.flow.pieces.extend([piece] * min(repeated, _MOST_REPEATED_ROWS))

    def _cell(self, cell: _Element) -> tuple[Piece, ...]:
        """What stands in a cell, nested tables flattened."""
        outside, self.flow = self.flow, Flow()
        self.take(cell)
        inside, self.flow = self.flow, outside
        return tuple(inside.pieces)


def _clean(raw: str, look: Look) -> str:
    text = without_signs(raw)
    if look.font and _OF_A_FONT.search(text):
        # What stands in a font's own area of Unicode means what that font has there.
        font = look.font
        return _OF_A_FONT.sub(lambda found: symbol(ord(found.group()), font), text)
    return text


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows that are shown, in groups or not."""
    for child in table.iterchildren():
        if child.tag in _ROW_GROUPS:
            yield from _rows(child)
        elif child.tag == n("table:table-row") and child.get(n("table:visibility"), "visible") == "visible":
            yield child


def printed_lines(region: _Element) -> Iterator[str]:
    """The paragraphs of ``region`` as plain text, without page numbers."""
    for paragraph in region.iter(*_PARAGRAPHS):
        text = " ".join(without_signs("".join(_printed(paragraph))).split())
        if text:
            yield text


def _printed(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren():
        if child.tag in _GAPS:
            yield " "
        elif child.tag not in _NOT_PRINTED:
            yield from _printed(child)
        yield child.tail or ""
