"""The lines of a page: pdfium's own, with place, size and weight, cut where a gap shows two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.pdf.characters import LINE_HYPHENS, clean
from ingest.pdf.geometry import Box
from ingest.pdf.glyphs import Glyphs

_LINE = re.compile(rf"[^\s{LINE_HYPHENS}][^\r\n{LINE_HYPHENS}]*[{LINE_HYPHENS}]?|[{LINE_HYPHENS}]")
# "84.", "1)", "(a)", "3.7.5", "(iv)", "•": what may stand before a paragraph, apart from it.
MARKER = re.compile(
    r"(?:\(?(?:\d{1,4}|[A-Za-z]|[ivxIVX]{2,5})[.):]+|\(\d{1,3}\)|\d{1,4}(?:\.\d{1,3})+\.?|[•–—*»-]|o(?= [A-Z\d]))"
    r"(?=\s|$)"
)
# "04(2).24.01", "P24/017", "A1.": the numbers that parishes give their minutes; no dates, no sums of money.
_ITEM_NUMBER = re.compile(r"(?!\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$)(?=[^\s]*\d)[A-Z]{0,3}\d[\w()./-]{0,14}[.):]?")
# "1.2The", "13.As": a number that stands before a paragraph where only a small gap parts them (a share of its height).
_GLUED_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)])(?=[A-Z](?:[a-z’']|\s|[A-Z]+\s))")
_GLUED_GAP = 0.03
# Advance widths of Helvetica from U+0020 to U+007E in 200ths of an em (Adobe's font metrics): what a line is expected
# to measure. Other faces are told from how wide the page's own lines come out beside it.
_WIDTHS_FROM = 0x20
_WIDTHS = (
    (56, 56, 71, 111, 111, 178, 133, 38, 67, 67, 78, 117, 56, 67, 56, 56)
    + (111,) * 10
    + (56, 56, 117, 117, 117, 111, 203)
    + (133, 133, 144, 144, 133, 122, 156, 144, 56, 100, 133, 111, 167, 144, 156, 133, 156, 144, 133, 122, 144, 133, 189)
    + (133, 133, 122, 56, 56, 56, 94, 111, 67)
    + (111, 111, 100, 111, 111, 56, 111, 111, 44, 44, 100, 44, 167, 111, 111, 111, 111, 67, 100, 56, 111, 100, 144)
    + (100, 100, 100, 67, 52, 67, 117)
)
_WIDTH_UNITS = 200
_WIDTH_TABLE = bytes(
    _WIDTHS[code - _WIDTHS_FROM] if 0 <= code - _WIDTHS_FROM < len(_WIDTHS) else 111 for code in range(256)
)
# Only lines this long tell how wide the page's face runs, and it runs within these bounds of Helvetica.
_TELLING_LENGTH = 20
_FACE_WIDTHS = (0.75, 1.1)
# Wider than expected by this many ems: the line may hide a column gap, and its words are measured.
_SUSPECT_EXCESS = 1.3
_SUSPECT_LABEL_EXCESS = 0.7
# A gap that parts columns, in ems ...
COLUMN_GAP = 1.6
_GAP_AFTER_LABEL = 1.0
# ... and as a multiple of the other gaps of its line: those of a justified line are wide, but all alike.
_OUTSTANDING = 2.5
# ... though stretched word spaces stay below this many ems: a wider gap is a column even in a full line.
WIDEST_STRETCH = 4.0
_LONGEST_MARKER = 10
# A bold word or two at a line's head say nothing of its middle.
_MIDDLE_MATTERS = 12


class Line(NamedTuple):
    """One line of text, or the part of it that stands in one column; tuples, for a pack has a hundred thousand.

    ``start`` and ``end`` are its range in the page's text; ``body`` is the x at which its words begin behind a number
    or bullet. ``bold`` and ``bold_end`` say how it begins (after its marker) and ends, ``lead`` how many of its first
    characters are bold where it begins bold and goes on otherwise.
    ``joined`` says that it stands on the same line as the one before it, further right.
    """

    text: str
    box: Box
    size: float
    bold: bool
    bold_end: bool
    lead: int
    start: int
    end: int
    body: float
    joined: bool = False


def page_lines(glyphs: Glyphs) -> list[Line]:
    """The lines of a page in the order of its content, those of several columns cut at the gaps."""
    whole: list[Line] = []
    for match in _LINE.finditer(glyphs.text):
        start = match.start()
        whole.append(measured(glyphs, start, start + len(match.group().rstrip())))
    expected = [_expected_width(line) for line in whole]
    face = _face_width(whole, expected)
    lines: list[Line] = []
    for line, width in zip(whole, expected, strict=True):
        excess = line.box.x1 - line.body - width * face
        if excess > _SUSPECT_LABEL_EXCESS * line.size and (excess > _SUSPECT_EXCESS * line.size or ": " in line.text):
            lines.extend(_columns(glyphs, line))
        else:
            lines.append(line)
    return lines


def _expected_width(line: Line) -> float:
    """What the words of a line behind its marker would measure in Helvetica, in points."""
    text = line.text if line.body == line.box.x0 else line.text.partition(" ")[2]
    return run_width(text, line.size)


def run_width(text: str, size: float) -> float:
    """What a text of so many points in size would measure in Helvetica, in points."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTH_TABLE)) * size / _WIDTH_UNITS


def _face_width(lines: Sequence[Line], expected: Sequence[float]) -> float:
    """How wide the page's text runs beside Helvetica: the lower quartile, for the widest lines hold gaps."""
    ratios = sorted(
        (line.box.x1 - line.body) / width
        for line, width in zip(lines, expected, strict=True)
        if len(line.text) >= _TELLING_LENGTH and width > 0
    )
    if not ratios:
        return 1.0
    low, high = _FACE_WIDTHS
    return min(max(ratios[len(ratios) // 4], low), high)


def _columns(glyphs: Glyphs, line: Line) -> list[Line]:
    """The parts of a line that stand in different columns: the line itself where no gap is wide enough."""
    text, size = glyphs.text, line.size
    gaps = glyphs.gaps(line.start, line.end)
    # The lower ones are those between words: a row of short cells has more of the others.
    usual = sorted(gap.width for gap in gaps)[(len(gaps) - 1) // 4] if len(gaps) > 2 else 0.0
    outstanding = min(_OUTSTANDING * usual, WIDEST_STRETCH * size)
    wide = max(COLUMN_GAP * size, outstanding)
    wide_after_label = max(_GAP_AFTER_LABEL * size, outstanding)
    cuts = [
        gap
        for gap in gaps
        if gap.width > wide or gap.width < -size or (gap.width > wide_after_label and text[gap.start - 1] == ":")
    ]
    if cuts and _is_item_number(clean(text[line.start : cuts[0].start]), len(cuts)):
        cuts = cuts[1:]
    if not cuts:
        return [line]
    starts = [line.start, *(gap.end for gap in cuts)]
    ends = [*(gap.start for gap in cuts), line.end]
    return [measured(glyphs, start, end, joined=start > line.start) for start, end in zip(starts, ends, strict=True)]


def _is_item_number(text: str, cuts: int) -> bool:
    """Whether the text before a wide gap is a number or bullet in the margin, and no cell of a table."""
    return MARKER.fullmatch(text) is not None or (cuts == 1 and _ITEM_NUMBER.fullmatch(text) is not None)


def measured(glyphs: Glyphs, start: int, end: int, *, joined: bool = False) -> Line:
    """The line of ``glyphs.text[start:end]``, which begins and ends with a visible character."""
    text = clean(glyphs.text[start:end])
    box = glyphs.span_box(start, end)
    body = _after_marker(glyphs.text, start, end)
    glued = _behind_glued_number(glyphs, start, end) if body == start and text[:1].isdigit() else start
    if glued > start:
        body = glued
        text = f"{clean(glyphs.text[start:body])} {clean(glyphs.text[body:end])}"
    size = glyphs.size(body, box.height)
    bold, bold_end = glyphs.bold(body), glyphs.bold(end - 1)
    lead = 0
    if bold and bold_end and end - body > _MIDDLE_MATTERS:
        bold_end = _bold_at(glyphs, (body + end) // 2)
    if bold and not bold_end:
        lead = len(clean(glyphs.text[start : _bold_end(glyphs, body, end)])) + (glued > start)
    left = box.x0 if body == start else glyphs.box(body).x0
    return Line(text, box, size, bold, bold_end, lead, start, end, left, joined)


def _after_marker(text: str, start: int, end: int) -> int:
    """Where the words begin after a number or bullet, which comes in a weight or a font of its own."""
    space = text.find(" ", start, min(end, start + _LONGEST_MARKER))
    if space < 0 or (text[start].isalpha() and text[space - 1] not in ".):o"):
        # Most lines begin with a word: told without a pattern.
        return start
    if not MARKER.fullmatch(clean(text[start:space])):
        return start
    while text[space] == " ":
        space += 1
    return space


def _behind_glued_number(glyphs: Glyphs, start: int, end: int) -> int:
    """Where the words begin behind a number that no space is drawn after, but a gap; ``start`` where none stands so."""
    match = _GLUED_NUMBER.match(glyphs.text, start, end)
    if not match:
        return start
    number, word = glyphs.box(match.end() - 1), glyphs.box(match.end())
    return match.end() if word.x0 - number.x1 > _GLUED_GAP * number.height else start


def _bold_end(glyphs: Glyphs, start: int, end: int) -> int:
    """Where a line that begins bold stops being so: halving, as bold lead and plain rest are two runs."""
    low, high = start, end - 1
    while low < high:
        middle = (low + high) // 2
        if _bold_at(glyphs, middle):
            low = middle + 1
        else:
            high = middle
    return low


def _bold_at(glyphs: Glyphs, index: int) -> bool:
    """Whether a line is bold at ``index``: a space has a font of its own, or none, and goes by what follows it."""
    while glyphs.text[index].isspace():
        index += 1
    return glyphs.bold(index)
