"""What is stored as JSON inside a column: a document's layout, words and their places, lists of spans.

The one place that imports msgspec, and only when the first such column is read or written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from corpus.alignment.model import Wording, WordingKind
from corpus.document import Block, BlockKind, Document, SourceLine, WordBox
from corpus.links.model import Thing
from corpus.spans import Span

_THING = {field.name: field.default for field in fields(Thing)}
_BlockRow = tuple[int, int, str, list[tuple[int, int]], int, float, bool, int, float, bool, int]
_LayoutRow = tuple[list[int], list[tuple[int, int]], list[_BlockRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout columns of a ``Document``, as they are stored together."""

    page_starts: tuple[int, ...]
    source_lines: tuple[SourceLine, ...]
    blocks: tuple[Block, ...]


def encode_layout(document: Document) -> str:
    """``document``'s page starts, source lines and blocks as one compact JSON array of arrays."""
    row: _LayoutRow = (
        list(document.page_starts),
        [(mark.offset, mark.line) for mark in document.source_lines],
        [_block_row(block) for block in document.blocks],
    )
    return _encoded(row)


def decode_layout(column: str) -> Layout:
    """The layout that ``encode_layout`` wrote."""
    import msgspec

    page_starts, source_lines, blocks = msgspec.json.decode(column, type=_LayoutRow)
    return Layout(
        page_starts=tuple(page_starts),
        source_lines=tuple(SourceLine(offset, line) for offset, line in source_lines),
        blocks=tuple(_block(row) for row in blocks),
    )


def decode_page_starts(column: str) -> tuple[int, ...]:
    """The page starts of the layout that ``encode_layout`` wrote; the rest is left unread."""
    import msgspec

    page_starts, *_ = msgspec.json.decode(column, type=tuple[list[int], msgspec.Raw, msgspec.Raw])
    return tuple(page_starts)


def decode_places(column: str) -> tuple[tuple[int, ...], tuple[SourceLine, ...]]:
    """The page starts and source lines of the layout that ``encode_layout`` wrote; the rest is left unread."""
    import msgspec

    page_starts, source_lines, _ = msgspec.json.decode(
        column, type=tuple[list[int], list[tuple[int, int]], msgspec.Raw]
    )
    return tuple(page_starts), tuple(SourceLine(offset, line) for offset, line in source_lines)


def encode_spans(spans: Iterable[Span]) -> str:
    """``spans`` as a JSON array of ``[start, end]``."""
    return _encoded([(span.start, span.end) for span in spans])


def decode_spans(column: str) -> tuple[Span, ...]:
    """The spans that ``encode_spans`` wrote."""
    import msgspec

    return tuple(Span(start, end) for start, end in msgspec.json.decode(column, type=list[tuple[int, int]]))


def encode_words(words: Iterable[WordBox]) -> str:
    """``words`` as a JSON array of ``[start, end, x0, top, x1, bottom]``."""
    return _encoded([(word.span.start, word.span.end, word.x0, word.top, word.x1, word.bottom) for word in words])


def decode_words(column: str) -> tuple[WordBox, ...]:
    """The words that ``encode_words`` wrote."""
    import msgspec

    rows = msgspec.json.decode(column, type=list[tuple[int, int, int, int, int, int]])
    return tuple(WordBox(Span(start, end), x0, top, x1, bottom) for start, end, x0, top, x1, bottom in rows)


def encode_wording(change: Iterable[Wording]) -> str:
    """``change`` as a JSON array of ``[kind, words]``."""
    return _encoded([(piece.kind.value, piece.words) for piece in change])


def decode_wording(column: str) -> tuple[Wording, ...]:
    """The change of wording that ``encode_wording`` wrote."""
    import msgspec

    rows = msgspec.json.decode(column, type=list[tuple[str, str]])
    return tuple(Wording(WordingKind(kind), words) for kind, words in rows)


def encode_thing(thing: Thing) -> str:
    """``thing`` as a JSON object, without what it does not have."""
    return _encoded({name: value for name, usual in _THING.items() if (value := getattr(thing, name)) != usual})


def decode_thing(column: str) -> Thing:
    """The thing that ``encode_thing`` wrote."""
    import msgspec

    return msgspec.json.decode(column, type=Thing)


def _encoded(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()


def _block_row(block: Block) -> _BlockRow:
    return (
        block.span.start,
        block.span.end,
        block.kind,
        [(cell.start, cell.end) for cell in block.cells],
        block.table,
        block.size,
        block.bold,
        block.bold_lead,
        block.indent,
        block.centred,
        block.level,
    )


def _block(row: _BlockRow) -> Block:
    start, end, kind, cells, table, size, bold, bold_lead, indent, centred, level = row
    return Block(
        span=Span(start, end),
        kind=BlockKind(kind),
        cells=tuple(Span(cell_start, cell_end) for cell_start, cell_end in cells),
        table=table,
        size=size,
        bold=bold,
        bold_lead=bold_lead,
        indent=indent,
        centred=centred,
        level=level,
    )
