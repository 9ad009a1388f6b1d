"""Reads HTML: what a person reads on the page, in order, without menus, forms and hidden things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from corpus.document import UnreadPage
from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.encoding import decoded
from ingest.flow import Flow, row
from ingest.folding import without_signs
from ingest.hyperlinks import kept_target
from ingest.itemmarks import ITEM_CLOSES, ITEM_OPENS, is_item_tag, is_pattern_tag, with_item_signs
from ingest.layout import Piece, Reading
from ingest.markers import BULLET
from ingest.numbering import numeral

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A page's encoding has to be told within its first kilobyte (HTML standard, 4.2.5.4); old pages are late with it.
_ENCODING_WITHIN = 4096
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

_DROPPED = frozenset(
    "script style noscript template nav button input select textarea option datalist svg math canvas object embed "
    "iframe audio video map head title meta link".split()
)
# Of the site, not of the paper, but for those inside an article.
_SITE_PARTS = frozenset({"header", "footer"})
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog"})
_SKIP_LINK = re.compile(r"skip to\b", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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
    page.walk(_content(tree), bold=False)
    page.flow.end()
    # The parser stops for good at its limits on depth and length, and gives what it has.
    fatal = [error for error in parser.error_log if error.level_name == "FATAL"]
    return Reading(
        media_type=MediaType.HTML,
        pieces=tuple(page.flow.pieces),
        title=_title(tree),
        unread_pages=tuple(
            UnreadPage(1, f"what follows line {error.line} was not read: {error.message}") for error in fatal[:1]
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


def _content(tree: HtmlElement) -> HtmlElement:
    """The page's main part where it names one, else all of it."""
    mains = [main for main in tree.xpath("//main | //*[@role='main']") if main.text_content().strip()]
    return mains[0] if len(mains) == 1 else tree


class _Page:
    """One walk over a page, or over one cell of a table."""

    def __init__(self, tables: Iterator[int] | None = None, line: int = 1, base: str | None = None) -> None:
        self.flow = Flow()
        self._base = base
        self._tables = count() if tables is None else tables
        self._line = line

    def walk(self, element: HtmlElement, *, bold: bool) -> None:
        """Takes in ``element`` with all that it holds, not its tail."""
        tag = str(element.tag)
        self._line = element.sourceline or self._line
        if _is_dropped(element, tag):
            self._line += (element.text_content() or "").count("\n")
            return
        bold = bold or tag in _BOLD or _BOLD_STYLE.search(element.get("style", "")) is not None
        if tag == "br":
            self.flow.line_break()
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
        for i, raw in enumerate(with_item_signs(without_signs(text or "")).split("\n")):
            if i:
                self._line += 1
                raw = "\n" + raw
            if raw:
                self.flow.add(raw, self._line, bold=bold)

    def _block(self, element: HtmlElement, tag: str, *, bold: bool) -> None:
        self.flow.end()
        if tag in {"ol", "ul"}:
            self._list(element, tag, bold=bold)
        else:
            self._children(element, bold=bold)
        if tag in {"td", "th"}:
            # On a page that is laid out as a table an item's number stands in a cell of its own.
            self.flow.take_number()
        style = element.get("style", "")
        centred = element.get("align") == "center" or tag == "center" or bool(_CENTRED_STYLE.search(style))
        self.flow.end(level=_HEADINGS.get(tag, 0), centred=centred)

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
    if table.get("role") == "presentation" or "mgItemTable" in table.get("class", ""):
        return True
    if table.find(".//table") is not None:
        return True
    cells = [[cell for cell in tr if cell.tag in {"td", "th"}] for tr in _rows(table)]
    if max(map(len, cells), default=0) < 2:
        return True
    return any(len(cell.text_content()) > _LONGEST_CELL for each in cells for cell in each)


def _is_dropped(element: HtmlElement, tag: str) -> bool:
    if (
        tag in _DROPPED
        or is_pattern_tag(tag)
        or element.get("role") in _SITE_ROLES
        or element.get("aria-hidden") == "true"
    ):
        return True
    if tag == "a" and (element.get("href") or "").startswith("#") and _SKIP_LINK.match(element.text_content().strip()):
        return True
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    return tag in _SITE_PARTS and not any(
        above.tag in {"article", "main", "section"} for above in element.iterancestors()
    )


def _list_style(element: HtmlElement) -> str:
    named = _STYLE_NAME.search(element.get("style", ""))
    if named and named.group(1).lower() in _STYLE_NAMES:
        return _STYLE_NAMES[named.group(1).lower()]
    return _LIST_STYLES.get(element.get("type", ""), "decimal")


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdecimal() else default
