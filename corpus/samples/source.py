"""A sample paper as it is written by hand: lines of ``tag cell | cell``, and the facts that hang on them.

The head (``key: value`` lines up to the first blank one) says how to set the paper. After it, each line is one block:

    title TEXT · centre TEXT        set in the middle of the line
    h NUMBER | TEXT                 heading (number ``-`` where it has none)
    p TEXT · n NUMBER | TEXT        paragraph, numbered paragraph
    b TEXT                          bullet
    f LABEL | VALUE                 a field of a front sheet or form
    r NUMBER | TEXT                 recommendation
    d OUTCOME | NUMBER | TEXT       resolution or decision
    a TEXT | WHO                    paragraph with a name in the right-hand action column
    roll STATUS | LEAD | A; B; C | END          attendance as a run-on paragraph
    member STATUS | NAME | INITIALS | ROLE | ORGANISATION      attendance in columns
    table WIDTHS | ruled or plain | HEAD | HEAD...
    row CELL | CELL...              of the table above; `` // `` parts paragraphs in a cell
    item NUMBER | TITLE | CELL...   agenda row; minute NUMBER | HEADING | TEXT | CELL...   row of tabular minutes
    sign TEXT                       signature line
    page                            the next block starts a new page
    paper KIND | BODY | DATE | TITLE        a paper starts with the next block
    meeting KIND | BODY | DATE | STATUS     so does the agenda or the minutes of a meeting
    + KIND key=value | key=value    a fact about the block above; ``text`` where it is not of all its words
    + also ref=REFERENCE            the block above logs once more the action of that reference
    + vote key=value | key=value    mover, seconder and count of the decision above

Lines that start with ``#`` are remarks. ``{pages 3}`` becomes the page range of the fourth paper of a pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path


class Shape(StrEnum):
    """How a block is set."""

    TITLE = "title"
    CENTRE = "centre"
    HEADING = "h"
    PARAGRAPH = "p"
    NUMBERED = "n"
    BULLET = "b"
    FIELD = "f"
    RECOMMENDATION = "r"
    DECISION = "d"
    ACTION = "a"
    MEMBER = "member"
    TABLE = "table"
    ROW = "row"
    SIGN = "sign"


NUMBER_FIRST = frozenset({Shape.HEADING, Shape.NUMBERED, Shape.RECOMMENDATION, Shape.DECISION})
"""Shapes whose first cell is the printed number (empty where there is none) and whose second is the text."""

CELL_BREAK = " // "
"""Parts the paragraphs of one table cell."""

_TYPESET = frozenset({"pdf", "docx", "html"})
"""Formats that are typeset, and so have a curly apostrophe as word processors make them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is true of a block: ``kind`` is a key of the truth file, ``values`` what is known of it."""

    kind: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block as printed: its cells, the facts that hang on it, and for a table its column widths in percent."""

    shape: Shape
    cells: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    new_page: bool = False
    widths: tuple[int, ...] = ()
    ruled: bool = False

    @property
    def main(self) -> str:
        """The words that a quotation of this block is taken from, without number, owner and markup."""
        if self.shape in NUMBER_FIRST or self.shape is Shape.FIELD:
            return plain(self.cells[1])
        if self.shape is Shape.ACTION:
            return plain(self.cells[0])
        return self.words

    @property
    def words(self) -> str:
        """All words of the block as printed, without markup."""
        return plain(" ".join(cell for cell in self.cells if cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One sample paper: file stem, format (``pdf docx html txt md``), how it is set, and its blocks."""

    stem: str
    format: str
    head: Mapping[str, str]
    blocks: tuple[Block, ...]


def plain(text: str) -> str:
    """``text`` without bold marks and cell breaks, white space folded."""
    return " ".join(text.replace("**", "").replace(CELL_BREAK, " ").split())


def read(path: Path) -> Source:
    """The sample paper written in ``path``; raises ``ValueError`` naming file and line where it makes no sense."""
    head_text, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in head_text.splitlines())
    if head["format"] in _TYPESET:
        body = body.replace("'", "’")
    blocks: list[Block] = []
    waiting: list[Fact] = []
    new_page = False
    first = head_text.count("\n") + 3
    for number, line in enumerate(body.splitlines(), start=first):
        tag, _, rest = line.strip().partition(" ")
        cells = tuple(cell.strip() for cell in f" {rest} ".split(" | ")) if rest else ()
        try:
            if not tag or tag.startswith("#"):
                continue
            if tag == "page":
                new_page = True
            elif tag in ("paper", "meeting"):
                waiting.append(_start(tag, cells))
            elif tag == "+":
                blocks[-1] = _with_fact(blocks[-1], rest)
            else:
                block = _BLOCKS.get(tag, _simple)(tag, cells)
                blocks.append(replace(block, facts=(*waiting, *block.facts), new_page=new_page))
                waiting, new_page = [], False
        except (ValueError, IndexError) as problem:
            raise ValueError(f"{path.name}:{number}: {problem}: {line[:60]!r}") from problem
    return Source(stem=path.stem, format=head["format"], head=head, blocks=tuple(blocks))


def with_pages(source: Source, ranges: Mapping[int, str]) -> Source:
    """``source`` with every ``{pages N}`` replaced by the page range of its paper ``N`` (0-based)."""

    def fill(cell: str) -> str:
        return re.sub(r"\{pages (\d+)\}", lambda asked: ranges.get(int(asked[1]), "0 - 0"), cell)

    filled = (replace(block, cells=tuple(fill(cell) for cell in block.cells)) for block in source.blocks)
    return replace(source, blocks=tuple(filled))


def groups(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[int, Block], ...]]:
    """Blocks with their index, those that are set as one table (fields, members, a table and its rows) together."""
    starts = [0, *(at + 1 for at, pair in enumerate(pairwise(blocks)) if not _joined(*pair)), len(blocks)]
    for start, end in pairwise(starts):
        yield tuple((index, blocks[index]) for index in range(start, end))


def _joined(one: Block, other: Block) -> bool:
    if other.new_page:
        return False
    if other.shape is Shape.ROW:
        return one.shape in (Shape.TABLE, Shape.ROW)
    return one.shape is other.shape and one.shape in (Shape.FIELD, Shape.MEMBER)


def _with_fact(block: Block, written: str) -> Block:
    kind, _, rest = written.partition(" ")
    values = dict(part.strip().split("=", 1) for part in rest.split(" | ")) if rest else {}
    if values.get("text", "") not in block.words:
        raise ValueError("the block above does not say this")
    if kind == "vote":
        *others, decision = block.facts
        return replace(block, facts=(*others, Fact("decision", {**decision.values, **values})))
    return replace(block, facts=(*block.facts, Fact(kind, values)))


def _start(tag: str, cells: tuple[str, ...]) -> Fact:
    kind, body, date, last = cells
    key = "title" if tag == "paper" else "status"
    return Fact(tag, {"kind": kind, "body": _given(body), "date": _given(date), key: _given(last)})


def _given(cell: str) -> str:
    return "" if cell == "-" else cell


def _simple(tag: str, cells: tuple[str, ...]) -> Block:
    shape = Shape(tag)
    if shape in NUMBER_FIRST:
        number, text = cells
        cells = (_given(number), text)
    return Block(shape=shape, cells=cells, facts=_own_facts(shape, cells))


def _own_facts(shape: Shape, cells: tuple[str, ...]) -> tuple[Fact, ...]:
    """The facts that a block's shape itself tells."""
    if shape is Shape.HEADING:
        return (Fact("section", {"number": cells[0], "heading": plain(cells[1])}),)
    if shape is Shape.NUMBERED:
        return (Fact("section", {"number": cells[0]}),)
    if shape is Shape.RECOMMENDATION:
        return (Fact("recommendation", {"number": cells[0]}),)
    if shape is Shape.FIELD:
        return (Fact("field", {"label": cells[0].rstrip(":"), "value": plain(cells[1])}),)
    return ()


def _decision(_tag: str, cells: tuple[str, ...]) -> Block:
    outcome, number, text = cells
    fact = Fact("decision", {"outcome": outcome, "number": _given(number)})
    return Block(shape=Shape.DECISION, cells=(_given(number), text), facts=(fact,))


def _table(_tag: str, cells: tuple[str, ...]) -> Block:
    widths = tuple(int(width) for width in cells[0].split(","))
    return Block(shape=Shape.TABLE, cells=cells[2:], widths=widths, ruled=cells[1] == "ruled")


def _item(_tag: str, cells: tuple[str, ...]) -> Block:
    return Block(shape=Shape.ROW, cells=cells, facts=(Fact("section", {"number": cells[0], "heading": cells[1]}),))


def _minute(_tag: str, cells: tuple[str, ...]) -> Block:
    number, heading, text, *rest = cells
    section = Fact("section", {"number": number, "heading": heading})
    return Block(shape=Shape.ROW, cells=(number, f"**{heading}**{CELL_BREAK}{text}", *rest), facts=(section,))


_PERSON = re.compile(
    r"(?:(?P<title>Dr|Professor|Councillor|Cllr|Mr|Mrs|Ms) )?(?P<name>[^(,]+?)(?P<honours>(?:, [A-Z]{2,4})*)"
    r"(?: \((?P<role>[^)]*)\))?"
)
_TITLES = {"Dr": "Dr", "Professor": "Professor", "Councillor": "Councillor", "Cllr": "Councillor"}
"""Titles that the truth keeps; Mr, Mrs and Ms are none."""
_OF = "@"
"""In a roll, marks what stands in brackets as an organisation, not a role; not printed."""


def _attends(status: str, person: str, title: str = "", **more: str) -> Fact:
    parts = _PERSON.fullmatch(person)
    if parts is None:
        raise ValueError(f"not a person: {person}")
    role = parts["role"] or more.get("role", "")
    if role.startswith(_OF):
        more, role = {**more, "organisation": role.removeprefix(_OF)}, ""
    if status == "present" and role == "Chair":  # who is in attendance may be the chair of another body
        status = "chair"
    known = {"name": parts["name"], "title": _TITLES.get(parts["title"] or title, ""), "status": status}
    return Fact("attendance", {**more, **known, "role": role})


def _roll(_tag: str, cells: tuple[str, ...]) -> Block:
    status, lead, listed, *end = cells
    people = listed.split("; ")
    title = "Councillor" if plain(lead).endswith("Councillors") else ""
    last = f" and {people[-1]}" if len(people) > 1 else people[0]
    text = f"{lead} {', '.join(people[:-1])}{last}{''.join(end)}".replace(f"({_OF}", "(")
    facts = tuple(_attends(status, person, title) for person in people)
    return Block(shape=Shape.PARAGRAPH, cells=(text,), facts=facts)


def _member(_tag: str, cells: tuple[str, ...]) -> Block:
    status, name, initials, role, *organisation = cells
    fact = _attends(status, name, initials=initials, role=role, organisation=" ".join(organisation))
    printed = (name, initials, ", ".join((role, *organisation)))
    return Block(shape=Shape.MEMBER, cells=printed, facts=(fact,))


_BLOCKS = {"d": _decision, "table": _table, "item": _item, "minute": _minute, "roll": _roll, "member": _member}
