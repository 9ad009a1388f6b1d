"""Reads plain text and markdown: paragraphs, headings, lists and tables, each with its line of the source file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.document import BlockKind, Furniture, FurnitureKind
from corpus.vocabulary import MediaType
from ingest.encoding import decoded
from ingest.flow import folded_pieces
from ingest.folding import Run, folded, without_signs
from ingest.inline import block_parts, marked
from ingest.itemmarks import item_marks
from ingest.layout import Piece, Reading
from ingest.markers import leading_marker
from ingest.textpages import text_pages
from ingest.textrows import is_pipe_row, is_pipe_rule, is_tab_row, pipe_cells, row_pieces, tab_cells
from ingest.wrapping import goes_on_over_gap, joined_lines, wrap_width

_HEADING = re.compile(r"(#{1,6})(?:\s+(.*?))?\s*#*$")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[-_*=|+:]\s?){3,}|\|+")
_SAVED_FROM = re.compile(r"# source: \S+://\S+")
_SETTING = re.compile(r"title:\s*[\"']?(.*?)[\"']?")
_FENCE = "---"
# Settings that a site generator keeps above a page are a handful of lines; a fence further down is a ruled line.
_MOST_SETTINGS = 40


class _Kind(Enum):
    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    ROW = auto()
    ITEM_MARK = auto()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or the part of one that block tags set off: its number in the file, its raw text, a heading's level."""

    number: int
    raw: str
    kind: _Kind
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Preface:
    """What stands above the paper itself: how many lines it takes, the title it tells."""

    lines: int
    title: str | None


def read_text(data: bytes, name: str) -> Reading:
    """The pieces of a text or markdown file, every mark with its 1-based line; never raises (``name`` is for others).

    Lists keep their printed numbers and letters, other list signs become bullets; tab-separated and pipe tables become
    rows; lines that were broken at the right margin are joined. Form feeds part pages. Settings above a page are
    furniture.
    """
    lines = _file_lines(without_signs(decoded(data)))
    preface = _preface(lines)
    logical = [
        part
        for number, raw in enumerate(lines[preface.lines :], start=preface.lines + 1)
        for part in _parts(number, raw)
    ]
    furniture = tuple(
        Furniture(1, FurnitureKind.SETTING, line.strip())
        for line in lines[: preface.lines]
        if line.strip() not in {"", _FENCE}
    )
    pages = text_pages(lines)
    return Reading(
        media_type=MediaType.TEXT,
        pieces=tuple(map(pages.placed, _pieces(logical))),
        pages=pages.count,
        title=preface.title,
        furniture=furniture,
    )


def _file_lines(text: str) -> list[str]:
    """Lines as ``sed`` counts them (old Macintosh files have carriage returns alone)."""
    return [line.rstrip("\r") for line in text.split("\n" if "\n" in text else "\r")]


def _preface(lines: Sequence[str]) -> _Preface:
    if _SAVED_FROM.fullmatch(lines[0].strip()):
        return _Preface(1, None)
    fences = [i for i, line in enumerate(lines[:_MOST_SETTINGS]) if line.strip() == _FENCE][:2]
    if len(fences) == 2 and fences[0] == 0 and any(":" in line for line in lines[1 : fences[1]]):
        titles = [found.group(1) for line in lines[: fences[1]] if (found := _SETTING.fullmatch(line.strip()))]
        return _Preface(fences[1] + 1, titles[0] if titles else None)
    return _Preface(0, None)


def _parts(number: int, raw: str) -> Iterator[_Line]:
    if not raw.strip():
        yield _Line(number, "", _Kind.BLANK)
        return
    if is_tab_row(raw) or is_pipe_row(raw):
        yield _Line(number, raw, _Kind.ROW)
        return
    marks = [(start, end) for start, end, _ in item_marks(raw)]
    if marks:
        # What stands before, between and behind them are lines of their own: an item's border ends every paragraph.
        before = 0
        for start, end in [*marks, (len(raw), len(raw))]:
            if raw[before:start].strip():
                yield from _parts(number, raw[before:start])
            yield _Line(number, raw[start:end], _Kind.ITEM_MARK)
            before = end
        return
    raw = _QUOTE.sub("", raw.strip(), count=1) if raw.lstrip().startswith(">") else raw.strip()
    heading = _HEADING.fullmatch(raw)
    if heading:
        yield _Line(number, heading.group(2) or "", _Kind.HEADING, len(heading.group(1)))
    elif not raw or _RULE.fullmatch(raw):
        yield _Line(number, "", _Kind.BLANK)
    else:
        parts = block_parts(raw.removesuffix(" |"))
        for i, (part, level) in enumerate(parts):
            if len(parts) > 1 and i:
                yield _Line(number, "", _Kind.BLANK)
            yield _Line(number, part.strip(), _Kind.HEADING if level else _Kind.TEXT, level)


def _pieces(lines: Sequence[_Line]) -> Iterator[Piece]:
    margin = wrap_width([len(line.raw) for line in lines if line.kind is _Kind.TEXT])
    tables = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.kind is _Kind.BLANK:
            at += 1
        elif line.kind is _Kind.HEADING:
            yield from _heading(line)
            at += 1
        elif line.kind is _Kind.ITEM_MARK:
            yield from folded_pieces(folded([Run(line.number, marked(line.raw))]))
            at += 1
        elif line.kind is _Kind.ROW:
            end = _end_of_table(lines, at)
            rows = [_cells(row) for row in lines[at:end] if row.kind is _Kind.ROW and not is_pipe_rule(row.raw)]
            yield from row_pieces(rows, tables)
            tables += 1
            at = end
        else:
            end = _end_of_text(lines, at)
            yield from _text(lines[at:end], margin)
            at = end


def _cells(line: _Line) -> tuple[int, tuple[str, ...]]:
    return line.number, tab_cells(line.raw) if is_tab_row(line.raw) else pipe_cells(line.raw)


def _end_of_table(lines: Sequence[_Line], at: int) -> int:
    """Past the last row of the table; a row with an empty first cell after one empty line goes on with it."""
    while at < len(lines):
        if lines[at].kind is _Kind.ROW:
            at += 1
        elif at + 1 < len(lines) and lines[at].kind is _Kind.BLANK and _continues(lines[at - 1], lines[at + 1]):
            at += 2
        else:
            break
    return at


def _continues(before: _Line, row: _Line) -> bool:
    if row.kind is not _Kind.ROW or not is_tab_row(row.raw):
        return False
    cells = tab_cells(row.raw)
    return not cells[0].strip() and len(cells) == len(tab_cells(before.raw))


def _end_of_text(lines: Sequence[_Line], at: int) -> int:
    """Past the last line of text that may belong with line ``at``: up to a heading, a row or a gap that ends it."""
    while at < len(lines) and (lines[at].kind is _Kind.TEXT or _is_page_end(lines, at)):
        at += 1
    return at


def _is_page_end(lines: Sequence[_Line], at: int) -> bool:
    """Whether the empty line ``at`` stands in the middle of a sentence."""
    if lines[at].kind is not _Kind.BLANK or at + 1 == len(lines):
        return False
    before, after = lines[at - 1], lines[at + 1]
    return before.kind is after.kind is _Kind.TEXT and goes_on_over_gap(before.raw, after.raw)


def _text(lines: Sequence[_Line], margin: int | None) -> Iterator[Piece]:
    lines = [line for line in lines if line.kind is _Kind.TEXT]
    for group in joined_lines([line.raw for line in lines], margin):
        yield from _paragraph([lines[i] for i in group])


def _heading(line: _Line) -> Iterator[Piece]:
    clean = folded([Run(line.number, marked(line.raw))])
    yield from folded_pieces(clean, kind=BlockKind.HEADING, level=line.level)


def _paragraph(lines: Sequence[_Line]) -> Iterator[Piece]:
    marker = leading_marker(lines[0].raw)
    raws = [line.raw.removesuffix("\\") for line in lines]
    if marker:
        raws[0] = f"{marker.shown} {raws[0][marker.length :]}"
    # Bold may run over the lines' ends, so that the markup is read in the joined text and the lines parted again.
    last = len(lines) - 1
    runs = [Run(lines[min(i, last)].number, raw + " ") for i, raw in enumerate(marked("\n".join(raws)).split("\n"))]
    yield from folded_pieces(folded(runs))
