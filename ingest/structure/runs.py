"""Runs: which printed numbers of a paper continue one another, and which run lies inside a member of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ingest.structure.headings import cut, item_title, subject, task_lead
from ingest.structure.itemtables import ItemTables
from ingest.structure.looks import LIKE, SAME_INDENT, Look, Rank, is_unnumbered_heading, likeness, look_alike, look_of
from ingest.structure.numbering import INTEGERS, PrintedNumber, Scheme
from ingest.structure.succession import Path, counter, decimal_path, steps, supported
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals, is_title_like

_DEEPEST = 12  # runs inside one another that are followed; papers nest four or five


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Numbers that continue one another, as positions of their units; ``parent`` is that of the unit they lie in.

    A ``decimal`` run holds decimals of any depth and the integers that head its parts.
    """

    members: tuple[int, ...]
    parent: int | None
    decimal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of one paper: its runs in the order in which they begin, and the look of each numbered unit.

    ``unborne`` are the positions of decimals that no other number bears out: figures, or numbers quoted from elsewhere.
    """

    runs: tuple[Run, ...]
    looks: Mapping[int, Look]
    unborne: frozenset[int]


def follow_numbers(units: Sequence[Unit], tables: ItemTables, contents: frozenset[int]) -> Numbers:
    """The runs of a paper's numbers; those in rows count where ``tables`` tell numbers.

    Letters and what stands at the positions ``contents`` don't count at all.
    """
    places = {
        at: unit.number for at, unit in enumerate(units) if unit.number and at not in contents and _counts(unit, tables)
    }
    looks = {at: look_of(units[at]) for at in places}
    unborne = _unborne(units, places, looks)
    followed = _Followed(units, looks)
    for at, number in places.items():
        if at not in unborne:
            followed.take(at, number)
    runs = tuple(Run(members=tuple(run.members), parent=run.parent, decimal=run.decimal) for run in followed.runs)
    return Numbers(runs=runs, looks=looks, unborne=unborne)


def is_integer(unit: Unit) -> bool:
    """Whether the number of ``unit`` is an integer, with or without a stop."""
    return unit.number is not None and unit.number.scheme in INTEGERS


def _counts(unit: Unit, tables: ItemTables) -> bool:
    """Whether the number of ``unit`` may belong to a run; one without a stop must lead a title."""
    number = unit.number
    if number is None or number.scheme is Scheme.LETTER:
        return False
    if unit.in_row:
        return tables.holds_number(unit)
    if number.scheme is Scheme.BARE:
        if not unit.title:
            return not number.text.isdigit()
        title = unit.title
        told = is_capitals(cut(title)) or is_title_like(title) or (task_lead(title) or subject(title)) is not None
        told = told or (title.startswith("To ") and item_title(title) is not None)
        return told or unit.is_bold or unit.bold_lead != ""
    return True


def _unborne(units: Sequence[Unit], places: Mapping[int, PrintedNumber], looks: Mapping[int, Look]) -> frozenset[int]:
    """The decimals that no other number of the paper bears out, by position."""
    paths = {
        at: decimal_path(number)
        for at, number in places.items()
        if number.scheme in (Scheme.DECIMAL, *INTEGERS) and number.text[:1].isdigit()
    }
    borne_out = supported(paths.values())
    found: set[int] = set()
    last: Path = ()
    item = 0
    for at, path in paths.items():
        if places[at].scheme is not Scheme.DECIMAL:
            item = path[0] if looks[at].titled else item
            continue
        # A number copied from an old paper keeps its last place: 05.18.10 after 01.22.09.
        copied = len(path) == len(last) > 2 and path[-1] == last[-1] + 1
        if path in borne_out or copied or units[at].is_bold or path[0] == item:
            last = path
        else:
            found.add(at)
    return frozenset(found)


@dataclass(slots=True)
class _Open:
    """A run while it is being followed; ``heads`` are the looks of the integers in a decimal run."""

    members: list[int]
    parent: int | None
    decimal: bool
    heads: set[tuple[bool, bool, str, bool]] = field(default_factory=set)


class _Followed:
    """A stack of open runs, each inside the last member of the one before it."""

    def __init__(self, units: Sequence[Unit], looks: Mapping[int, Look]) -> None:
        self.runs: list[_Open] = []
        self._units = units
        self._looks = looks
        self._stack: list[_Open] = []
        self._headings = list(accumulate((is_unnumbered_heading(unit) for unit in units), initial=0))

    def take(self, at: int, number: PrintedNumber) -> None:
        """The next number, at the position ``at``: it goes on with an open run or begins one."""
        place = self._continued(at, number)
        if place is None:
            self._close_before(at)
            parent = self._stack[-1].members[-1] if self._stack else None
            run = _Open([at], parent, number.scheme is Scheme.DECIMAL)
            self._stack.append(run)
            del self._stack[:-_DEEPEST]
            self.runs.append(run)
        else:
            run = self._stack[place]
            run.members.append(at)
            del self._stack[place + 1 :]
        if run.decimal and is_integer(self._units[at]):
            run.heads.add(self._looks[at].but_indent)

    def _continued(self, at: int, number: PrintedNumber) -> int | None:
        """The place of the open run that ``number`` goes on with: the one set most like it, of equals the innermost."""
        best: tuple[float, int] | None = None
        for place, run in enumerate(self._stack):
            old, new = self._looks[run.members[-1]], self._looks[at]
            step = self._step(run, at, number)
            if step is None or (step == 0 and (number.text == "1" or not look_alike(old, new))):
                continue
            alike = likeness(old, new)
            if step > 1 and alike < LIKE:
                continue
            ranked = (alike - abs(step - 1) / 2, place)
            best = max(best, ranked) if best else ranked
        return best[1] if best else None

    def _step(self, run: _Open, at: int, number: PrintedNumber) -> int | None:
        """How many steps ``number`` is on from the last one of ``run``, ``None`` where it can't belong to it."""
        last = self._units[run.members[-1]].number
        if last is None or (number.scheme is Scheme.DECIMAL and not run.decimal):
            return None
        if not run.decimal:
            return steps(counter(number), counter(last))
        if number.scheme is Scheme.DECIMAL:
            return 1
        # An integer heads the next part of a report whose paragraphs are decimals: "7. Risks" after 6.5.
        heads = number.scheme in INTEGERS and self._looks[at].titled
        return 1 if heads and decimal_path(number)[0] == decimal_path(last)[0] + 1 else None

    def _close_before(self, at: int) -> None:
        """Close the open runs that a run beginning at ``at`` can't lie in.

        These are lists, where it numbers headings; runs set just like it, which it begins anew; and paragraphs that a
        heading without number parts from it. Indents tell a list within a paragraph, but pages may shift them.
        """
        new = self._looks[at]
        while self._stack:
            run = self._stack[-1]
            last = self._looks[run.members[-1]]
            if run.decimal:
                if not is_integer(self._units[at]) or new.but_indent not in run.heads:
                    return
            elif new.rank <= last.rank or new.rank < Rank.HEADING:
                deeper = new.indent > last.indent + SAME_INDENT
                alike = look_alike(last, new) or new.rank > last.rank
                parted = last.rank is Rank.SENTENCE and self._headings[at] > self._headings[run.members[-1]]
                if not parted and (deeper or not alike):
                    return
            self._stack.pop()
