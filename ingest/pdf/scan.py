"""A page that only OCR can read: pdfium draws it, tesseract reads it, and it is laid out like any other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from corpus.vocabulary import ReadBy
from ingest.layout import PlacedWord
from ingest.ocr import RESOLUTION, OcrError, OcrWord, Picture, read_picture, turn
from ingest.pdf.edges import Edge
from ingest.pdf.geometry import Box, Frame
from ingest.pdf.lines import page_lines
from ingest.pdf.page import PageLayout, laid_out
from ingest.pdf.pictured import ruling_lines
from ingest.pdf.placed import PlacedGlyph, lines_of, spaced

_POINTS_PER_INCH = 72
# Pixels of the largest page that is drawn: A2 at full resolution. Larger ones are drawn coarser, but no coarser than is
# good for anything.
_MOST_PIXELS = 16_000_000
_COARSEST = 90
# Below this (of 100) most words are guesses, and the page may stand on its side or head.
_NONSENSE = 50.0
# What was read of the turned page counts where it is hardly less sure: of a page on its side words are read, no lines.
_AS_SURE = 0.8
# Words of fewer letters may well be higher than wide.
_TELLING_LENGTH = 4
# What the letters of usual faces measure, in ems: from the base line up to the top of tall and of small letters, down
# to the foot of those that have one. A line is as high as ascent and descent, as pdfium has it.
_TALL, _SMALL, _FOOT = 0.72, 0.53, 0.21
_ASCENT = 0.9
_WITH_FOOT = frozenset("gjpqy,;()[]{}Q/|")
_SMALL_LETTERS = frozenset("acegmnopqrsuvwxyz,.;:-–—_~")
# What ruling lines are taken for, and how far from them (points).
_STROKES = frozenset("|[](){}_—–-~=.:")
_BESIDE = 2.0
# Sizes that differ by less than this share of the page's usual one do so by chance.
_SAME_SIZE = 0.18
# Two lines stand at one height when they share this much of the lower one's.
_SHARED_HEIGHT = 0.5
# Columns of running text are so many lines of so many words side by side; else what stands at one height is one line.
_PROSE_LINES, _PROSE_WORDS = 6, 4


class _TextLine(NamedTuple):
    """A line that OCR read: its words in pixels, its size and the height of its base line in points."""

    words: list[OcrWord]
    size: float
    base: float

    @property
    def top(self) -> float:
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base + _FOOT * self.size


def read_scan(file: bytes | Path, layout: PageLayout, seconds: float) -> PageLayout:
    """The page of ``layout``, which needs OCR, as OCR reads it in ``seconds``; unread, and saying why, where it can't.

    ``file`` is the whole PDF file, or where it is.
    """
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(file)) as document, closing(document[layout.number - 1]) as page:
            return replace(_read(page, layout, seconds), reason=layout.reason)
    except OcrError as error:
        return replace(layout, by=ReadBy.NOTHING, reason=f"{layout.reason}, and {error}")
    except pypdfium2.PdfiumError:
        return replace(layout, by=ReadBy.NOTHING, reason=f"{layout.reason}, and pdfium can't draw it")


def _read(page: Any, layout: PageLayout, seconds: float) -> PageLayout:
    width, height = page.get_size()
    resolution = _resolution(width, height)
    picture = _drawn(page, resolution, 0)
    lines = read_picture(picture, seconds)
    turned = turn(picture) if _is_nonsense(lines) or _lies_on_side(lines) else 0
    if turned:
        other = _drawn(page, resolution, turned)
        again = read_picture(other, seconds)
        if _sureness(again) > _AS_SURE * _sureness(lines):
            picture, lines = other, again
        else:
            turned = 0
    frame = Frame(0.0, 0.0, width, height, turned)
    points = _POINTS_PER_INCH / resolution
    edges = ruling_lines(picture, points)
    ordered = _in_reading_order(_text_lines(list(_without_rules(lines, edges, points)), points))
    glyphs = lines_of([spaced([_glyphs(word, line, points) for word in line.words]) for line in ordered], frame)
    words = tuple(_placed(word, points, frame) for line in ordered for word in line.words)
    read = laid_out(glyphs, page_lines(glyphs), edges, layout.number)
    return replace(read, by=ReadBy.OCR, words=words, turned=turned)


def _resolution(width: float, height: float) -> float:
    """Dots per inch at which a page of so many points is drawn; raises ``OcrError`` for one of an absurd size."""
    inches = width * height / _POINTS_PER_INCH**2
    resolution = min(RESOLUTION, math.sqrt(_MOST_PIXELS / max(inches, 1.0)))
    if resolution < _COARSEST:
        raise OcrError(f"it is too large for OCR ({width:.0f} by {height:.0f} points)")
    return resolution


def _drawn(page: Any, resolution: float, turned: int) -> Picture:
    bitmap = page.render(scale=resolution / _POINTS_PER_INCH, rotation=turned, grayscale=True)
    with closing(bitmap):
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        rows = memoryview(bitmap.buffer)
        grey = b"".join(rows[at * stride : at * stride + width] for at in range(height))
    return Picture(width, height, grey)


def _sureness(lines: Sequence[Sequence[OcrWord]]) -> float:
    """How many characters were read, each counted as surely as it was read."""
    return sum(word.confidence * len(word.text) for line in lines for word in line)


def _is_nonsense(lines: Sequence[Sequence[OcrWord]]) -> bool:
    return _sureness(lines) < _NONSENSE * sum(len(word.text) for line in lines for word in line)


def _lies_on_side(lines: Sequence[Sequence[OcrWord]]) -> bool:
    """Whether most words run up or down the page."""
    telling = [word for line in lines for word in line if len(word.text) >= _TELLING_LENGTH]
    return sum(word.bottom - word.top > word.x1 - word.x0 for word in telling) > len(telling) / 2


def _without_rules(lines: Sequence[list[OcrWord]], edges: Sequence[Edge], points: float) -> Iterator[list[OcrWord]]:
    """Lines without the bits of ruling lines that were taken for strokes."""
    for line in lines:
        words = [word for word in line if not (_STROKES.issuperset(word.text) and _on_rule(word, edges, points))]
        if words:
            yield words


def _on_rule(word: OcrWord, edges: Sequence[Edge], points: float) -> bool:
    x0, top, x1, bottom = (pixel * points for pixel in word[1:5])
    for edge in edges:
        across, along = ((x0, x1), (top, bottom)) if edge.upright else ((top, bottom), (x0, x1))
        if across[0] - _BESIDE <= edge.at <= across[1] + _BESIDE and along[0] < edge.end and along[1] > edge.start:
            return True
    return False


def _text_lines(lines: Sequence[list[OcrWord]], points: float) -> list[_TextLine]:
    """Lines with their sizes; those of a size are made to have the very same one."""
    sizes = [_size(words) * points for words in lines]
    characters: Counter[float] = Counter()
    for words, size in zip(lines, sizes, strict=True):
        characters[round(size * 2) / 2] += sum(len(word.text) for word in words)
    usual = median(characters.elements()) if characters else 0.0
    return [
        _TextLine(words, usual if abs(size - usual) <= _SAME_SIZE * usual else round(size, 1), _base(words) * points)
        for words, size in zip(lines, sizes, strict=True)
    ]


def _size(words: Sequence[OcrWord]) -> float:
    """The size in pixels that a line is set in, told from how high its words are with the letters they have."""
    telling = [word for word in words if sum(map(str.isalnum, word.text)) > 1] or words
    return median((word.bottom - word.top) / (_rise(word.text) + _fall(word.text)) for word in telling)


def _base(words: Sequence[OcrWord]) -> float:
    size = _size(words)
    return median(word.bottom - _fall(word.text) * size for word in words)


def _rise(text: str) -> float:
    return _SMALL if _SMALL_LETTERS.issuperset(text) else _TALL


def _fall(text: str) -> float:
    return 0.0 if _WITH_FOOT.isdisjoint(text) else _FOOT


def _in_reading_order(lines: list[_TextLine]) -> list[_TextLine]:
    """Downwards, from left to right at one height; block by block, as OCR gives it, where columns of text run down."""
    if _has_columns(lines):
        return lines
    rows: list[list[_TextLine]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and _is_beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.words[0].x0)]


def _is_beside(one: _TextLine, other: _TextLine) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SHARED_HEIGHT * min(one.bottom - one.top, other.bottom - other.top)


def _has_columns(lines: Sequence[_TextLine]) -> bool:
    """Whether two blocks of running text stand side by side."""
    blocks: dict[int, list[_TextLine]] = {}
    for line in lines:
        blocks.setdefault(line.words[0].block, []).append(line)
    prose = [
        block
        for block in blocks.values()
        if len(block) >= _PROSE_LINES and median(len(line.words) for line in block) >= _PROSE_WORDS
    ]
    return any(_side_by_side(one, other) for at, one in enumerate(prose) for other in prose[:at])


def _side_by_side(one: Sequence[_TextLine], other: Sequence[_TextLine]) -> bool:
    left, right = sorted((one, other), key=lambda block: min(line.words[0].x0 for line in block))
    apart = max(line.words[-1].x1 for line in left) <= min(line.words[0].x0 for line in right)
    shared = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    return apart and shared > _SHARED_HEIGHT * min(left[-1].bottom - left[0].top, right[-1].bottom - right[0].top)


def _glyphs(word: OcrWord, line: _TextLine, points: float) -> list[PlacedGlyph]:
    """The characters of a word, as if all were of one width."""
    step = (word.x1 - word.x0) * points / len(word.text)
    left = word.x0 * points
    return [
        PlacedGlyph(character, Box(left + at * step, line.top, left + (at + 1) * step, line.bottom), line.size)
        for at, character in enumerate(word.text)
    ]


def _placed(word: OcrWord, points: float, frame: Frame) -> PlacedWord:
    """A word in whole points of the page as it is shown, which need not be the way round in which it was read."""
    x0, top, x1, bottom = (round(pixel * points) for pixel in (word.x0, word.top, word.x1, word.bottom))
    width, height = round(frame.right), round(frame.top)
    match frame.rotation:
        case 90:
            x0, top, x1, bottom = top, height - x1, bottom, height - x0
        case 180:
            x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
        case 270:
            x0, top, x1, bottom = width - bottom, x0, width - top, x1
    return PlacedWord(word.text, x0, top, x1, bottom)
