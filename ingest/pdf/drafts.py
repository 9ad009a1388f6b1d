"""The paragraph or borderless row that is being put together from strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.pdf.flow import Flow, one_weight
from ingest.pdf.lines import MARKER, Line
from ingest.pdf.strips import SAME_COLUMN, Strip

# What stands in a column of its own beside or below a paragraph is a name or a word, not running text.
_LONGEST_NOTE = 60

PagedLine = tuple[int, Line]


@dataclass(slots=True)
class Draft:
    """Lines with their pages (1-based), column by column from the left; one column is a paragraph, more are a row.

    ``starts`` are the x at which the columns begin; a column may be empty.
    """

    starts: list[float]
    columns: list[list[PagedLine]]

    @classmethod
    def of(cls, strip: Strip, page: int) -> Draft:
        """A new draft from its first strip."""
        return cls([part.box.x0 for part in strip.parts], [[(page, part)] for part in strip.parts])

    @property
    def is_row(self) -> bool:
        return len(self.columns) > 1

    @property
    def lines(self) -> list[PagedLine]:
        return [entry for column in self.columns for entry in column]

    @property
    def lowest(self) -> PagedLine:
        return max(self.lines, key=lambda entry: (entry[0], entry[1].box.bottom))

    def takes(self, strip: Strip, page: int, flow: Flow) -> bool:
        """Whether the strip goes on with the draft; if so, it is put into it."""
        line = strip.first
        if len(strip.parts) > 1:
            return self._takes_side_by_side(strip, page, flow)
        if self.is_row:
            return self._takes_below(line, page, flow)
        if flow.goes_on(self.columns[0], page, line):
            self.columns[0].append((page, line))
            return True
        if self._is_note(line, page, flow):
            self._put(line, page)
            return True
        return False

    def _takes_side_by_side(self, strip: Strip, page: int, flow: Flow) -> bool:
        """Running text with a note beside it: "the Clerk would write to the | Clerk"."""
        column = self.columns[0]
        if not column or not flow.goes_on(column, page, strip.first):
            return False
        if self.is_row and not strip.first.text[0].islower():
            return False
        column.append((page, strip.first))
        for part in strip.parts[1:]:
            self._put(part, page)
        return True

    def _takes_below(self, line: Line, page: int, flow: Flow) -> bool:
        """The next line of one cell of a row."""
        at = self._column_at(line)
        last_page, lowest = self.lowest
        if at is None or page != last_page or MARKER.match(line.text) or not flow.near(lowest, line):
            return False
        column = self.columns[at]
        if column and not one_weight(column[-1][1], line):
            return False
        if at == 0 and not (column and line.text[0].islower() and flow.goes_on(column, page, line)):
            return False
        column.append((page, line))
        return True

    def _is_note(self, line: Line, page: int, flow: Flow) -> bool:
        """Whether a line right of all text of the paragraph, below its last line, is a note to it: who is to act."""
        last_page, last = self.columns[0][-1]
        return (
            page == last_page
            and len(line.text) <= _LONGEST_NOTE
            and line.box.x0 > max(other.box.x1 for at, other in self.columns[0] if at == page)
            and line.box.bottom > last.box.top
            and flow.near(last, line)
        )

    def _column_at(self, line: Line) -> int | None:
        return next((at for at, x in enumerate(self.starts) if abs(line.box.x0 - x) <= SAME_COLUMN), None)

    def _put(self, line: Line, page: int) -> None:
        """Put a line into the column that starts where it does, or into a new one."""
        at = self._column_at(line)
        if at is None:
            at = sum(x < line.box.x0 for x in self.starts)
            self.starts.insert(at, line.box.x0)
            self.columns.insert(at, [])
        self.columns[at].append((page, line))


def cell_paragraphs(column: Sequence[PagedLine], flow: Flow) -> Iterator[list[Line]]:
    """The lines of a borderless cell, paragraph by paragraph: a line that had room for the next word ends one."""
    paragraph: list[Line] = []
    for page, line in column:
        if paragraph and not line.text[0].islower() and not flow.full(page, paragraph[-1], line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
