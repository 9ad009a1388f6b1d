"""A flow of running text: what a reader of a marked-up format feeds word by word and gets back as pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import BlockKind, Hyperlink
from ingest.folding import BOLD_OFF, BOLD_ON, LINK_OFF, Folded, Run, folded, link_on, without_signs
from ingest.layout import Mark, Piece
from ingest.markers import BULLET, is_bare_number, leading_marker
from ingest.raised import ORDINAL_ENDINGS, is_note_mark
from ingest.wrapping import broken_off

# The word that a raised character stands behind is told by the last of its runs: word processors cut words freely.
_RUNS_BEFORE = 6
_GAP_AFTER_NUMBER = re.compile(rf"(\d)\s+({BOLD_OFF}?)$")


class Flow:
    """Collects runs into lines, lines into paragraphs, and paragraphs into pieces.

    A line break inside a paragraph parts it, as in a list of names, unless a sentence goes on over it.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._lines: list[list[Run]] = [[]]
        self._marker = ""
        self._link: list[Run] = []

    def add(self, raw: str, line: int, *, bold: bool = False) -> None:
        """More text of the current line; ``line`` is that of the source, or the number of the paragraph."""
        self._lines[-1].append(Run(line, f"{BOLD_ON}{raw}{BOLD_OFF}" if bold else raw))

    def add_raised(self, raw: str, line: int, *, bold: bool = False) -> None:
        """Raised characters: an ordinal's letters go on with the word, the mark of a note is no text."""
        line_so_far = self._lines[-1]
        if line_so_far and raw.strip().lower() in ORDINAL_ENDINGS:
            # "2 nd": what typists put between an ordinal's number and its raised letters.
            last = line_so_far[-1]
            line_so_far[-1] = Run(last.line, _GAP_AFTER_NUMBER.sub(r"\1\2", last.raw))
            raw = raw.lstrip()
        before = without_signs("".join(run.raw for run in line_so_far[-_RUNS_BEFORE:]))
        if not is_note_mark(raw, before):
            self.add(raw, line, bold=bold)
        elif raw[-1:].isspace():
            self.add(" ", line)

    def link(self, target: str | None) -> None:
        """The next words are a link to ``target``, over ends of lines and paragraphs too; ``None`` ends that."""
        opened = [Run(0, link_on(target))] if target else []
        if opened == self._link:
            return
        if self._link:
            self._lines[-1].append(Run(0, LINK_OFF))
        self._link = opened
        self._lines[-1].extend(self._link)

    def line_break(self) -> None:
        """Ends the line within its paragraph."""
        self._lines.append([*self._link])

    def due(self, marker: str) -> None:
        """The number or bullet that the next words are printed behind."""
        self._marker = marker

    def take_number(self) -> None:
        """Keeps a paragraph that is nothing but an item's number as the marker of the next one."""
        clean = folded(run for line in self._lines for run in line)
        if is_bare_number(clean.text):
            self._marker, self._lines = clean.text, [[*self._link]]
            self.pieces.extend(folded_pieces(replace(clean, text="", marks=(), weights=(), links=(), ends_item=False)))

    def end(self, *, level: int = 0, centred: bool = False, indent: float = 0.0) -> None:
        """Ends the paragraph: a heading where ``level`` is not 0."""
        lines, self._lines = _paragraphs(self._lines), [[*self._link]]
        for line in lines:
            self.pieces.extend(
                folded_pieces(
                    self._with_marker(line),
                    kind=BlockKind.HEADING if level else None,
                    level=level,
                    centred=centred,
                    indent=indent,
                )
            )

    def _with_marker(self, runs: list[Run]) -> Folded:
        clean = folded(runs)
        if not clean.text or not self._marker:
            return clean
        marker, self._marker = self._marker, ""
        own = leading_marker(clean.text)
        if own and (marker == BULLET or own.shown.strip("().") == marker.strip("().")):
            return clean
        return folded([Run(clean.marks[0].line or 1, f"{marker} "), *runs])


def folded_pieces(
    clean: Folded, *, kind: BlockKind | None = None, level: int = 0, centred: bool = False, indent: float = 0.0
) -> Iterator[Piece]:
    """The piece of a folded paragraph, behind the border of an item that ended before it; none where both are missing.

    Where ``kind`` is ``None`` the paragraph's own beginning says whether it is a list item.
    """
    if clean.after_item:
        yield Piece(text="", marks=(), ends_item=True)
    if clean.text or clean.opens_item:
        yield Piece(
            text=clean.text,
            marks=clean.marks,
            kind=kind or item_kind(clean.text),
            level=level,
            bold=clean.bold,
            bold_lead=clean.bold_lead,
            centred=centred,
            indent=indent,
            links=clean.links,
            opens_item=clean.opens_item,
            ends_item=clean.ends_item,
        )


def row(cells: Sequence[Sequence[Piece]], table: int, line: int) -> Piece | None:
    """A table row from the pieces in its cells; ``None`` where no cell holds a word. ``line`` is the row's own."""
    filled = [[piece for piece in cell if piece.text] for cell in cells]
    texts = tuple("\n".join(piece.text.replace("\t", " ") for piece in cell) for cell in filled)
    borders = [piece for cell in cells for piece in cell if piece.opens_item or piece.ends_item]
    if not any(texts) and not borders:
        return None
    marks: list[Mark] = []
    links: list[Hyperlink] = []
    start = 0
    for cell in filled:
        for piece in cell:
            marks.extend(Mark(start + mark.offset, mark.page, mark.line) for mark in piece.marks)
            links.extend(Hyperlink(link.span.shifted(start), link.target) for link in piece.links)
            start += len(piece.text) + 1
        start += not cell
    return Piece(
        text="\t".join(texts),
        marks=marks_from_start(marks, line),
        kind=BlockKind.ROW,
        cells=texts,
        table=table,
        bold=all(piece.bold for cell in filled for piece in cell),
        links=tuple(links),
        opens_item=any(piece.opens_item for piece in borders),
        ends_item=any(piece.ends_item for piece in borders),
    )


def marks_from_start(marks: Sequence[Mark], line: int) -> tuple[Mark, ...]:
    """``marks`` beginning at offset 0 (on ``line`` where there are none), without those that repeat the line before."""
    kept = [Mark(0, 1, marks[0].line if marks else line)]
    for mark in marks:
        if mark.offset and mark.line != kept[-1].line:
            kept.append(mark)
    return tuple(kept)


def _paragraphs(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """The lines, joined where a sentence goes on over the break."""
    joined: list[list[Run]] = []
    before = ""
    for line in lines:
        clean = folded(line)
        text = clean.text
        if not text:
            before = ""
            if clean.opens_item or clean.after_item:
                joined.append(list(line))
        elif before and broken_off(before, text):
            joined[-1].extend((Run(line[0].line, " "), *line))
            before = text
        else:
            joined.append(list(line))
            before = text
    return joined


def item_kind(text: str) -> BlockKind:
    """A list item where ``text`` begins with a bullet, letter or simple number, else a paragraph (as with "3.5.1")."""
    marker = leading_marker(text)
    return BlockKind.LIST_ITEM if marker and "." not in marker.shown[:-1] else BlockKind.PARAGRAPH
