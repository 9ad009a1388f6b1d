"""Reads HTML: what a person reads on the page, in order, without menus, forms and hidden things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType, ReadBy
from ingest.encoding import decoded
from ingest.flow import Flow, row
from ingest.folding import without_signs
from ingest.hyperlinks import kept_target
from ingest.itemmarks import ITEM_CLOSES, ITEM_OPENS, is_item_tag, with_item_signs
from ingest.layout import PageNote, Piece, Reading
from ingest.markers import BULLET
from ingest.moderngov import is_head_of_items, is_item, is_item_table, item_level, item_number, label_of
from ingest.numbering import numeral
from ingest.sitefurniture import content, is_of_site, without_file_notes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A page's encoding has to be told within its first kilobyte (HTML standard, 4.2.5.4); old pages are late with it.
_ENCODING_WITHIN = 4096
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NO_MARKER_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*none", re.IGNORECASE)
_CENTRED_STYLE = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)

_BOLD = frozenset({"b", "strong", "th"})
# All others run on in the line, also those that no standard knows, such as the item marks of council software.
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE_NAMES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_STYLE_NAME = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
# A table with a cell longer than this lays out a page; cells of real tables hold a few paragraphs at most.
_LONGEST_CELL = 3000
# More columns than any printed table has; a page may claim a cell that spans millions.
_MOST_COLUMNS = 64


def read_html(data: bytes, name: str) -> Reading:
    """The pieces of an HTML page, every mark with the 1-based line of the source file.

    Lists keep the numbers that a browser prints; tables become rows, but for those that only lay out the page. What
    is nested too deep to be read is told as an unread page. Raises ``UnreadableFileError`` where there is no element.
    """
    from lxml import etree, html

    found = _CHARSET.search(data[:_ENCODING_WITHIN])
    text = without_signs(decoded(data, found.group(1).decode("ascii") if found else None))
    text = _XML_DECLARATION.sub("", text).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableFileError(name, "holds no text; fetch it again") from error
    page = _Page(base=_base(tree, text))
    page.walk(content(tree), bold=False)
    page.flow.end()
    # The parser stops for good at its limits on depth and length, and gives what it has.
    fatal = [error for error in parser.error_log if error.level_name == "FATAL"]
    return Reading(
        media_type=MediaType.HTML,
        pieces=tuple(page.flow.pieces),
        title=_title(tree),
        page_notes=tuple(
            PageNote(1, ReadBy.NOTHING, f"what follows line {error.line} was not read: {error.message}")
            for error in fatal[:1]
        ),
    )


def _title(tree: HtmlElement) -> str | None:
    title = tree.findtext(".//title")
    return " ".join(title.split()) or None if title else None


def _base(tree: HtmlElement, text: str) -> str | None:
    """The address that the page's relative links start from: what it states, or what a browser noted that saved it."""
    noted = _SAVED_FROM.search(text[:_ENCODING_WITHIN])
    stated = [noted.group(1)] if noted else []
    stated += tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    page = next((address for href in stated if (address := kept_target(href))), None)
    bases = tree.xpath("//base/@href")
    return kept_target(bases[0], page) if bases else page


class _Page:
    """One walk over a page, or over one cell of a table."""

    def __init__(self, tables: Iterator[int] | None = None, line: int = 1, base: str | None = None) -> None:
        self.flow = Flow()
        self._base = base
        self._tables = count() if tables is None else tables
        self._line = line
        self._labels = -1

    def walk(self, element: HtmlElement, *, bold: bool) -> None:
        """Takes in ``element`` with all that it holds, not its tail."""
        tag = str(element.tag)
        self._line = element.sourceline or self._line
        if is_of_site(element, tag) or is_head_of_items(element, tag):
            self._line += (element.text_content() or "").count("\n")
            return
        bold = bold or tag in _BOLD or _BOLD_STYLE.search(element.get("style", "")) is not None
        if tag == "br":
            self.flow.line_break()
        elif tag == "sup":
            self._raised(element, bold=bold)
        elif tag == "table" and not _is_layout(element):
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element, tag, bold=bold)
        elif tag == "a" and (target := kept_target(element.get("href", ""), self._base)):
            self.flow.link(target)
            self._children(element, bold=bold)
            self.flow.link(None)
        elif is_item_tag(tag):
            self.flow.add(ITEM_OPENS, self._line)
            self._children(element, bold=bold)
            self.flow.add(ITEM_CLOSES, self._line)
        else:
            self._children(element, bold=bold)

    def _children(self, element: HtmlElement, *, bold: bool) -> None:
        self._words(element.text, bold=bold)
        for child in element:
            self.walk(child, bold=bold)
            self._words(child.tail, bold=bold)

    def _words(self, text: str | None, *, bold: bool) -> None:
        clean = without_file_notes(with_item_signs(without_signs(text or "")))
        for i, raw in enumerate(clean.split("\n")):
            if i:
                self._line += 1
                raw = "\n" + raw
            if raw:
                self.flow.add(raw, self._line, bold=bold)

    def _block(self, element: HtmlElement, tag: str, *, bold: bool) -> None:
        self.flow.end()
        label = label_of(element, tag)
        number = item_number(element, tag)
        if number:
            self.flow.due(number)
        elif is_item(element, tag):
            self.flow.add(ITEM_OPENS, self._line)
            self._children(element, bold=bold)
            self.flow.add(ITEM_CLOSES, self._line)
        elif label is not None:
            self._labelled(element, label)
        elif tag in {"ol", "ul"}:
            self._list(element, tag, bold=bold)
        else:
            self._children(element, bold=bold)
        if tag in {"td", "th"}:
            # On a page that is laid out as a table an item's number stands in a cell of its own.
            self.flow.take_number()
        style = element.get("style", "")
        centred = element.get("align") == "center" or tag == "center" or bool(_CENTRED_STYLE.search(style))
        self.flow.end(level=_HEADINGS.get(tag, 0) or item_level(element), centred=centred)

    def _raised(self, element: HtmlElement, *, bold: bool) -> None:
        raised = without_signs(element.text_content() or "")
        self.flow.add_raised(raised.replace("\n", " "), self._line, bold=bold)
        self._line += raised.count("\n")

    def _labelled(self, element: HtmlElement, label: HtmlElement) -> None:
        """A label and its value as a row; the labels that follow each other make a table."""
        inside = _Page(self._tables, self._line, self._base)
        inside.walk(label, bold=False)
        inside.flow.end()
        name, inside.flow = inside.flow, Flow()
        inside._words(label.tail, bold=False)
        for child in element[1:]:
            inside.walk(child, bold=False)
            inside._words(child.tail, bold=False)
        inside.flow.end()
        before = self.flow.pieces[-1].table if self.flow.pieces else -1
        if before < 0 or before != self._labels:
            self._labels = next(self._tables)
        piece = row([name.pieces, inside.flow.pieces], self._labels, self._line)
        self._line = inside._line
        if piece:
            self.flow.pieces.append(piece)

    def _list(self, element: HtmlElement, tag: str, *, bold: bool) -> None:
        at = _integer(element.get("start"), 1)
        for child in element:
            if child.tag != "li":
                self.walk(child, bold=bold)
                continue
            at = _integer(child.get("value"), at)
            if not _NO_MARKER_STYLE.search(element.get("style", "") + child.get("style", "")):
                self.flow.due(f"{numeral(at, _list_style(element))}." if tag == "ol" else BULLET)
            self.walk(child, bold=bold)
            self.flow.due("")
            at += 1

    def _table(self, element: HtmlElement) -> None:
        self.flow.end()
        for caption in element.iterchildren("caption"):
            self.walk(caption, bold=False)
        table = next(self._tables)
        spans: dict[int, int] = {}
        for tr in _rows(element):
            self._line = tr.sourceline or self._line
            cells: list[Sequence[Piece]] = []
            for td in (cell for cell in tr if cell.tag in {"td", "th"}):
                _fill_spanned(cells, spans)
                if len(cells) >= _MOST_COLUMNS:
                    break
                width = max(1, min(_integer(td.get("colspan"), 1), _MOST_COLUMNS - len(cells)))
                height = _integer(td.get("rowspan"), 1)
                for column in range(len(cells), len(cells) + width):
                    spans[column] = height - 1
                cells.extend((self._cell(td), *[()] * (width - 1)))
            _fill_spanned(cells, spans)
            piece = row(cells, table, tr.sourceline or self._line)
            if piece:
                self.flow.pieces.append(piece)

    def _cell(self, td: HtmlElement) -> tuple[Piece, ...]:
        inside = _Page(self._tables, td.sourceline or self._line, self._base)
        inside._children(td, bold=td.tag == "th" or bool(_BOLD_STYLE.search(td.get("style", ""))))
        inside.flow.end()
        return tuple(inside.flow.pieces)


def _fill_spanned(cells: list[Sequence[Piece]], spans: dict[int, int]) -> None:
    """Empty cells in the columns that a cell of an earlier row reaches down into."""
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append(())


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (tr for tr in child if tr.tag == "tr")


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only lays out the page: one column, another table in a cell, or cells as long as a page."""
    if table.get("role") == "presentation" or is_item_table(table):
        return True
    if table.find(".//table") is not None:
        return True
    cells = [[cell for cell in tr if cell.tag in {"td", "th"}] for tr in _rows(table)]
    if max(map(len, cells), default=0) < 2:
        return True
    return any(len(cell.text_content()) > _LONGEST_CELL for each in cells for cell in each)


def _list_style(element: HtmlElement) -> str:
    named = _STYLE_NAME.search(element.get("style", ""))
    if named and named.group(1).lower() in _STYLE_NAMES:
        return _STYLE_NAMES[named.group(1).lower()]
    return _LIST_STYLES.get(element.get("type", ""), "decimal")


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdecimal() else default
