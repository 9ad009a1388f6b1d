"""Compares the fast page reader with pdfplumber, page by page: its words and its ruled tables.

    python tests/oracle_report.py [PDF or folder ...]   the figures, and the pages that differ most
    python tests/oracle_report.py --show words          every difference of one kind: words, tables or cells
    python tests/oracle_report.py --cache FOLDER        keeps pdfplumber's side there; it takes nearly all of the time

Without paths it reads all papers of a folder `shared` beside the project; they are no part of it. What is compared is
the layout of a page before running heads are taken from it, for pdfplumber keeps those too.

Two figures are given. `as it comes` is pdfplumber with its default settings. `fair` mends on pdfplumber's side what is
known to be wrong there, by rules that know nothing of our reader:

- words: the default takes words less than 3 points apart for one word, which glues whole lines of files that draw no
  spaces; here a gap counts by the size of the text (`x_tolerance_ratio`). The default sorts characters by place, which
  mixes two lines that are drawn over each other; here they stay in the order of the file (`use_text_flow`).
- text that is turned on an upright page (a watermark, a page number on the side) comes as single letters there; it is
  left out on both sides.
- a filled box without an outline inside of another one of its colour can't be seen (Word shades a cell, and each line
  in it once more); pdfplumber takes the lines for rows, so it gets the page without them.
- tables left out, and counted: those in which no row has two filled cells (frames around text); those with a column
  narrower than any (8 points), which are boxes that Word lays behind single words and the spaces between them; those
  that take up the whole page in both directions (its backdrop).

On both sides alike, compatibility characters become what they stand for (ligatures, no-break spaces), quotes and dashes
the ASCII ones, and soft hyphens, control and private characters, glyphs without a character ("(cid:127)"), bullets and
ModernGov's hidden marks are left out: fonts disagree about them, and readers don't see them. Cells are compared with
white space folded.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from ingest.pdf.cells import Row
from ingest.pdf.edges import THIN
from ingest.pdf.geometry import Box, around
from ingest.pdf.glyphs import FontWeights
from ingest.pdf.lines import Line
from ingest.pdf.page import PageLayout, read_page

PAPERS = Path(__file__).resolve().parents[2] / "shared" / "papers"
# Two tables are the same one where what they share is this much of what they cover together.
SAME_PLACE = 0.8
# A gap between words, as a share of the size of the text.
_WORD_GAP = 0.15
# Letters that lean or rise by more than this (as a share of their size) are turned; italics lean by a fifth.
_LEANING, _RISING = 0.4, 0.02
_NARROW = 8.0
_BACKDROP = 0.98
_WORST = 12

_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
}
_LEFT_OUT = re.compile(r"\(cid:\d+\)|</?(?:AI\d+|[A-Z]+_SECTION)>")
_BULLET = re.compile("[•●▪■◦‣⁃∙·o✓☑☒☐→]+")
_INVISIBLE = {"Cc", "Cf", "Cn", "Co"}


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of one page: where it stands and the text of its cells; merged places are empty."""

    box: Box
    cells: tuple[tuple[str, ...], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.cells), len(self.cells[0])


@dataclass(frozen=True, slots=True)
class Side:
    """What one reader makes of a page."""

    words: Counter[str]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Oracle:
    """pdfplumber's reading of a page: as it comes, and fair, with what is left out in the latter.

    ``turned`` is the turned text, ``tables_out`` counts tables by the reason why they are none.
    """

    plain: Side
    fair: Side
    turned: str
    turned_box: Box | None
    tables_out: Counter[str]


@dataclass(slots=True)
class Tally:
    """How often two readers agree; words count as often as they stand on a page."""

    oracle_words: int = 0
    our_words: int = 0
    shared_words: int = 0
    tables: int = 0
    found: int = 0
    same_shape: int = 0
    cells: int = 0
    equal_cells: int = 0

    @property
    def recall(self) -> float:
        """The share of pdfplumber's words that we have too."""
        return self.shared_words / (self.oracle_words or 1)

    @property
    def precision(self) -> float:
        """The share of our words that pdfplumber has too."""
        return self.shared_words / (self.our_words or 1)


@dataclass(slots=True)
class Comparison:
    """The figures of many pages, and the single differences as (kind, page, words)."""

    plain: Tally = field(default_factory=Tally)
    fair: Tally = field(default_factory=Tally)
    pages: int = 0
    differences: list[tuple[str, str, str]] = field(default_factory=list)
    worst: Counter[str] = field(default_factory=Counter)
    tables_out: Counter[str] = field(default_factory=Counter)

    def add(self, layout: PageLayout | None, oracle: Oracle, page: str) -> None:
        """Take one page; nothing of one without a text layer."""
        if not oracle.plain.words:
            return
        self.pages += 1
        self.tables_out += oracle.tables_out
        self._compare(self.plain, _ours(layout, None), oracle.plain, None)
        self._compare(self.fair, _ours(layout, oracle), oracle.fair, page)

    def _compare(self, tally: Tally, ours: Side, theirs: Side, page: str | None) -> None:
        """Add to a tally; differences are noted where the ``page`` is named."""
        missed, spare = theirs.words - ours.words, ours.words - theirs.words
        tally.oracle_words += theirs.words.total()
        tally.our_words += ours.words.total()
        tally.shared_words += (theirs.words & ours.words).total()
        if page and (missed or spare):
            self.worst[page] += missed.total() + spare.total()
            self._note("words", page, f"missed: {_listed(missed)}   spare: {_listed(spare)}")
        for table in theirs.tables:
            tally.tables += 1
            same = max(ours.tables, key=lambda other: _overlap(table.box, other.box), default=None)
            if same is None or _overlap(table.box, same.box) < SAME_PLACE:
                self._note("tables", page, f"not found: {table.shape} at {_placed(table.box)} {table.cells[:2]}")
                continue
            tally.found += 1
            if same.shape != table.shape:
                self._note("tables", page, f"{table.shape} is {same.shape} here, at {_placed(table.box)}")
                continue
            tally.same_shape += 1
            for their_row, our_row in zip(table.cells, same.cells, strict=True):
                for theirs_there, ours_there in zip(their_row, our_row, strict=True):
                    tally.cells += 1
                    tally.equal_cells += theirs_there == ours_there
                    if theirs_there != ours_there:
                        self._note("cells", page, f"{theirs_there!r} is {ours_there!r} here")

    def _note(self, kind: str, page: str | None, difference: str) -> None:
        if page:
            self.differences.append((kind, page, difference))


def compare(path: Path, numbers: Sequence[int] | None, into: Comparison, cache: Path | None = None) -> None:
    """Compare pages (1-based ``numbers``, or all) of a PDF file."""
    import pypdfium2

    data = path.read_bytes()
    with closing(pypdfium2.PdfDocument(data)) as document:
        wanted = [number for number in numbers or range(1, len(document) + 1) if number <= len(document)]
        fonts = FontWeights()
        for number, oracle in zip(wanted, _cached(path, data, wanted, cache), strict=True):
            with closing(document[number - 1]) as page:
                into.add(read_page(page, number, fonts), oracle, f"{path.name} p.{number}")


def papers(paths: Iterable[Path]) -> Iterator[Path]:
    """The PDF files among ``paths`` and in the folders among them."""
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def _cached(path: Path, data: bytes, numbers: Sequence[int], cache: Path | None) -> list[Oracle]:
    if cache is None:
        return _plumber(path, numbers)
    cache.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256(data + repr(numbers).encode()).hexdigest()
    kept = cache / f"{key}.pickle"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(_plumber(path, numbers)))
    pages: list[Oracle] = pickle.loads(kept.read_bytes())
    return pages


def _plumber(path: Path, numbers: Sequence[int]) -> list[Oracle]:
    import pdfplumber

    pages = []
    with pdfplumber.open(path, pages=list(numbers)) as pdf:
        for page in pdf.pages:
            pages.append(_oracle(page))
            page.close()
    return pages


def _oracle(page: Any) -> Oracle:
    turned = [char for char in page.chars if _stands_turned(char)]
    unseen = _unseen(page)
    level = page.filter(lambda thing: not _stands_turned(thing) and _place(thing) not in unseen)
    settings = {"x_tolerance_ratio": _WORD_GAP, "use_text_flow": True}
    plain = Side(
        _words(word["text"] for word in page.extract_words()),
        tuple(Table(Box(*table.bbox), _folded(table.extract())) for table in page.find_tables()),
    )
    tables, tables_out = [], Counter[str]()
    for table in level.find_tables():
        cells = _folded(table.extract(**settings))
        if reason := _no_table(page, table, cells):
            tables_out[reason] += 1
        else:
            tables.append(Table(Box(*table.bbox), cells))
    fair = Side(_words(word["text"] for word in level.extract_words(**settings)), tuple(tables))
    box = around([Box(char["x0"], char["top"], char["x1"], char["bottom"]) for char in turned]) if turned else None
    return Oracle(plain, fair, _squashed("".join(char["text"] for char in turned)), box, tables_out)


def _unseen(page: Any) -> set[tuple[object, ...]]:
    """The places of filled boxes that lie inside of a larger one of their colour, the page's backdrop aside."""
    unseen = set()
    shades: dict[str, list[Box]] = {}
    for rect in page.rects:
        if rect["stroke"] or not rect["fill"]:
            continue
        box = Box(rect["x0"], rect["top"], rect["x1"], rect["bottom"])
        seen = shades.setdefault(repr(rect["non_stroking_color"]), [])
        if any(_holds(other, box) for other in seen):
            unseen.add(_place(rect))
        elif not (box.width > _BACKDROP * page.width and box.height > _BACKDROP * page.height):
            seen.append(box)
    return unseen


def _place(thing: dict[str, Any]) -> tuple[object, ...]:
    return thing["object_type"], thing["x0"], thing["top"], thing["x1"], thing["bottom"]


def _holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies within another, and is more than a thin line in it."""
    near = 0.6
    return (
        min(inner.width, inner.height) > THIN
        and outer != inner
        and outer.x0 - near <= inner.x0
        and inner.x1 <= outer.x1 + near
        and outer.top - near <= inner.top
        and inner.bottom <= outer.bottom + near
    )


def _no_table(page: Any, table: Any, cells: Sequence[Sequence[str]]) -> str | None:
    """Why a table is none."""
    x0, top, x1, bottom = table.bbox
    if x1 - x0 > _BACKDROP * page.width and bottom - top > _BACKDROP * page.height:
        return "backdrop"
    if all(sum(map(bool, row)) < 2 for row in cells):
        return "frame"
    borders = sorted({cell[0] for cell in table.cells} | {x1})
    if any(right - left < _NARROW for left, right in pairwise(borders)):
        return "boxes behind words"
    return None


def _stands_turned(thing: dict[str, Any]) -> bool:
    """Whether an object of a pdfplumber page is a character that doesn't stand upright."""
    if thing["object_type"] != "char":
        return False
    _, b, c, d, *_ = thing["matrix"]
    return bool(abs(b) > _RISING * abs(d) or abs(c) > _LEANING * abs(d))


def _ours(layout: PageLayout | None, oracle: Oracle | None) -> Side:
    """The words and tables of a layout, without the text that the ``oracle`` left out."""
    words: Counter[str] = Counter()
    tables: dict[int, list[Row]] = {}
    for item in layout.items if layout else ():
        if isinstance(item, Row):
            tables.setdefault(item.table, []).append(item)
            words += _words(_texts((line for cell in item.cells for part in cell for line in part), oracle))
        else:
            words += _words(_texts(item.parts, oracle))
    return Side(
        words,
        tuple(
            Table(
                around([row.box for row in rows]),
                _folded(
                    [
                        [" ".join(_texts((line for part in cell for line in part), oracle)) for cell in row.cells]
                        for row in rows
                    ]
                ),
            )
            for rows in tables.values()
        ),
    )


def _texts(lines: Iterable[Line], oracle: Oracle | None) -> Iterator[str]:
    for line in lines:
        if oracle is None or not _is_turned(line, oracle):
            yield line.text


def _is_turned(line: Line, oracle: Oracle) -> bool:
    """Whether a line is one of those that the oracle left out because they are turned."""
    box = oracle.turned_box
    if box is None or _squashed(line.text) not in oracle.turned:
        return False
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.top + line.box.bottom) / 2
    return Box(box.x0 - line.size, box.top - line.size, box.x1 + line.size, box.bottom + line.size).holds(x, y)


def _folded(cells: Sequence[Sequence[str | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(" ".join(_normal(cell or "")) for cell in row) for row in cells)


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _normal(text))


def _normal(text: str) -> Iterator[str]:
    """The words of a text in the characters that both sides are compared in."""
    alike = unicodedata.normalize("NFKC", _LEFT_OUT.sub("", text)).translate(_ALIKE)
    for word in alike.split():
        visible = "".join(char for char in word if unicodedata.category(char) not in _INVISIBLE)
        if visible and not _BULLET.fullmatch(visible):
            yield visible


def _squashed(text: str) -> str:
    return "".join(text.split())


def _overlap(one: Box, other: Box) -> float:
    """What two boxes share as a part of what they cover together."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.width * one.height + other.width * other.height - shared)


def _listed(words: Counter[str]) -> str:
    return " ".join(words.elements()) or "nothing"


def _placed(box: Box) -> str:
    return "(" + ", ".join(f"{side:.0f}" for side in box) + ")"


def _report(comparison: Comparison) -> str:
    rows = ["|  | as it comes | fair |", "| --- | ---: | ---: |"]
    plain, fair = comparison.plain, comparison.fair
    for name, of in {
        "words of pdfplumber": lambda tally: f"{tally.oracle_words}",
        "word recall": lambda tally: f"{tally.recall:.4f}",
        "word precision": lambda tally: f"{tally.precision:.4f}",
        "ruled tables of pdfplumber": lambda tally: f"{tally.tables}",
        "found": lambda tally: _share(tally.found, tally.tables),
        "of those the same shape": lambda tally: _share(tally.same_shape, tally.found),
        "of their cells equal": lambda tally: _share(tally.equal_cells, tally.cells),
    }.items():
        rows.append(f"| {name} | {of(plain)} | {of(fair)} |")
    out = ", ".join(f"{count} {reason}" for reason, count in comparison.tables_out.most_common())
    rows.append(f"left out as no tables: {out or 'none'}")
    worst = [f"{count:5} words differ: {page}" for page, count in comparison.worst.most_common(_WORST)]
    return "\n".join([f"{comparison.pages} pages with a text layer", *rows, *worst])


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {part / whole:.1%}" if whole else "none"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[PAPERS])
    parser.add_argument("--show", choices=("words", "tables", "cells"))
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    comparison = Comparison()
    for path in papers(options.paths):
        compare(path, None, comparison, options.cache)
    for kind, page, difference in comparison.differences:
        if kind == options.show:
            sys.stdout.write(f"{page}: {difference}\n")
    sys.stdout.write(_report(comparison) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
