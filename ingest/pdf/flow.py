"""When the next line goes on with the paragraph of the line before it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf.lines import MARKER, Line
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import Strip

# A paragraph's lines follow each other within this many times the paper's usual distance.
_LOOSE = 1.22
# A size that differs by more than this (points) begins something else.
_SAME_SIZE = 0.8
# ... but for fonts mixed within one sentence.
_MIXED_SIZES = 2.0
# Line starts within this many points are flush.
FLUSH = 3.0
# Centred text keeps this far (points) from both edges of the text.
_CLEAR = 12.0
# A first line is set in by no more than this (points).
_FIRST_LINE_INDENT = 45.0
# Usual distances between lines, as multiples of their size, lie between these.
_DISTANCES = (0.8, 2.2)
_USUAL_DISTANCE = 1.2
# Lines of this many characters show how far the text reaches to the right.
_TELLING_LENGTH = 40
# A column's text has this share of the page's lines to its own.
_COLUMN_SHARE = 0.25
# "K. Whitlock" at the start of a line, after "moved by Cllr." on the line before it: no item K.
_INITIAL = re.compile(r"[A-Z]\. ?(?:[A-Z]\. ?)*[A-Z][a-z]")
_SENTENCE_ENDS = (".", ":", ";", "?", "!", '."', ".”", ".)")
_NEVER_LAST = frozenset(
    "a an and as at be by for from had has in is its mr mrs ms miss of on or our sir that the their these this those to"
    " was were which with dr cllr cllrs councillor councillors rev yr gan ar o".split()
)
_ACTS = ("RESOLVED", "RECOMMENDED", "AGREED", "ACTION:", "Action:", "DECISION")


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the text of a page reaches: its ``left`` and ``right`` edge; ``centre`` is that of the sheet.

    ``body`` is where most lines start, right of numbers that hang in the margin; ``middle`` is the right edge of the
    left column where the page has two, else 0.
    """

    left: float
    right: float
    body: float
    centre: float
    middle: float = 0.0

    def right_edge(self, line: Line) -> float:
        """How far to the right the column of ``line`` reaches."""
        return self.middle if self.middle and line.box.x0 < self.middle and line.box.x1 <= self.middle else self.right


def measure(page: PageLayout, body: Sequence[Strip]) -> Measure:
    """The text edges of a page, from its strips without its furniture."""
    if not body:
        return Measure(0.0, page.width, 0.0, page.width / 2)
    left = min(strip.first.box.x0 for strip in body)
    ends = sorted(strip.first.box.x1 for strip in body if len(strip.first.text) >= _TELLING_LENGTH)
    right = ends[int(len(ends) * 0.95)] if ends else page.width - left
    starts = Counter(round(strip.first.box.x0) for strip in body if len(strip.first.text) >= _TELLING_LENGTH)
    most = starts.most_common(1)[0][0] if starts else left
    return Measure(left, max(right, page.width / 2), most, page.width / 2, _middle(page, body))


def _middle(page: PageLayout, body: Sequence[Strip]) -> float:
    """The right edge of the left one of two columns of running text; 0 where there is one column."""
    half = page.width / 2
    lefts = [strip.box.x1 for strip in body if strip.box.x1 < half + FLUSH]
    rights = sum(strip.box.x0 > half - FLUSH for strip in body)
    across = len(body) - len(lefts) - rights
    if min(len(lefts), rights) < _COLUMN_SHARE * len(body) or across > _COLUMN_SHARE * len(body):
        return 0.0
    return max(lefts)


def line_distances(pages: Sequence[Sequence[Strip]]) -> dict[int, float]:
    """The usual distance between lines of a paragraph, in points, for each size (rounded) of the paper."""
    counts: dict[int, Counter[float]] = defaultdict(Counter)
    low, high = _DISTANCES
    for body in pages:
        for above, below in pairwise(body):
            size = below.first.size
            distance = below.first.box.bottom - above.first.box.bottom
            if abs(size - above.first.size) <= _SAME_SIZE and low * size <= distance <= high * size:
                counts[round(size)][round(distance * 2) / 2] += 1
    return {size: counter.most_common(1)[0][0] for size, counter in counts.items()}


@dataclass(frozen=True, slots=True)
class Flow:
    """The habits of one paper: the usual distances of its lines, and for each page (by number) its text edges."""

    distances: dict[int, float]
    measures: dict[int, Measure]

    def goes_on(self, paragraph: Sequence[tuple[int, Line]], page: int, line: Line) -> bool:
        """Whether ``line`` of ``page`` is the next one of ``paragraph``, a list of (page, line)."""
        last_page, last = paragraph[-1]
        if not self._one_size(last_page, last, line) or not one_weight(last, line):
            return False
        if page != last_page:
            return self._over_page(paragraph, last, line)
        if line.box.top < last.box.top - last.size / 2:
            return _flows(last, line) and MARKER.match(line.text) is None
        if not self.near(last, line):
            return False
        full = self.full(last_page, last, line) or _open_ended(last)
        if full and _INITIAL.match(line.text):
            return True
        if MARKER.match(line.text) or line.text.startswith(_ACTS):
            return full and not _ended(last) and self._hangs(paragraph, line)
        if not full:
            return _flows(last, line)
        return self._aligned(paragraph, line) or not _ended(last)

    def _one_size(self, page: int, last: Line, line: Line) -> bool:
        """Whether two lines are set alike; within one sentence fonts are mixed with less care."""
        difference = abs(line.size - last.size)
        return difference <= _SAME_SIZE or (
            difference <= _MIXED_SIZES and _flows(last, line) and self.full(page, last, line)
        )

    def _over_page(self, paragraph: Sequence[tuple[int, Line]], last: Line, line: Line) -> bool:
        if MARKER.match(line.text) or _ended(last):
            return False
        return _flows(last, line) or _open_ended(last) or self.full(paragraph[-1][0], last, line)

    def near(self, last: Line, line: Line) -> bool:
        """Whether ``line`` follows ``last`` no farther than lines of one paragraph do."""
        return line.box.bottom - last.box.bottom <= _LOOSE * self.distance(line)

    def distance(self, line: Line) -> float:
        """The usual distance between lines of the size of ``line``, in points."""
        usual = self.distances.get(round(line.size), 0.0)
        return max(usual, _USUAL_DISTANCE * line.size) if usual < _DISTANCES[1] * line.size else usual

    def full(self, page: int, last: Line, line: Line) -> bool:
        """Whether the first word of ``line`` would not have fitted behind ``last``."""
        word = line.text.split(" ", 1)[0]
        room = line.box.width / max(len(line.text), 1) * (len(word) + 1)
        measure = self.measures[page]
        if self.centred(page, last):
            return last.box.width + room > measure.right - measure.body
        return last.box.x1 + room > measure.right_edge(last)

    def centred(self, page: int, line: Line) -> bool:
        """Whether a line stands in the middle of its page's text, clear of both edges."""
        if MARKER.match(line.text):
            return False
        measure = self.measures[page]
        before, after = line.box.x0 - measure.body, measure.right - line.box.x1
        off_centre = abs((line.box.x0 + line.box.x1) / 2 - measure.centre)
        return min(before, after) > _CLEAR and (abs(before - after) <= 2 * FLUSH or off_centre <= FLUSH)

    @staticmethod
    def _hangs(paragraph: Sequence[tuple[int, Line]], line: Line) -> bool:
        """Whether a line stands where the paragraph's last line does, right of its number."""
        first = paragraph[0][1]
        if MARKER.match(first.text) and line.box.x0 <= first.box.x0 + FLUSH:
            return False
        return line.box.x0 >= paragraph[-1][1].box.x0 - FLUSH

    @staticmethod
    def _aligned(paragraph: Sequence[tuple[int, Line]], line: Line) -> bool:
        """Whether a line starts where the paragraph's lines do; the first one may hang or be set in."""
        last = paragraph[-1][1]
        if len(paragraph) > 1:
            return abs(line.box.x0 - last.box.x0) <= FLUSH
        return abs(line.box.x0 - last.box.x0) <= _FIRST_LINE_INDENT


def one_weight(last: Line, line: Line) -> bool:
    """Whether no change of weight between two lines says that something new begins."""
    if last.bold_end == line.bold:
        return True
    whole_last, whole_line = last.bold and last.bold_end, line.bold and line.bold_end
    return not (whole_last or whole_line)


def _ended(line: Line) -> bool:
    return line.text.endswith(_SENTENCE_ENDS)


def _open_ended(line: Line) -> bool:
    """Whether a line ends with a comma or a word that can't end a sentence or a heading."""
    return line.text.endswith(",") or line.text.rpartition(" ")[2].casefold() in _NEVER_LAST


def _flows(last: Line, line: Line) -> bool:
    """Whether the words alone say that a sentence goes on."""
    return line.text[0].islower() and not _ended(last)
