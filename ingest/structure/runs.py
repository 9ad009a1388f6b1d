"""Runs: which printed numbers of a paper continue one another, and what each run numbers.

A number is judged by the run that it stands in, not by its line: one that goes on with the paper's own run (241, 242,
243) is an item even where its heading runs into a sentence, and the 1, 2, 3 of a resolution are entries of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.vocabulary import PaperKind
from ingest.structure.headings import LONGEST_HEADING, LONGEST_PLAIN, cut, is_resolution, item_lead
from ingest.structure.numbering import PrintedNumber, Scheme
from ingest.structure.succession import counter, decimal_path, steps, supported
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals, is_title_cased, is_title_like


class Standing(StrEnum):
    """What a printed number numbers."""

    ITEM = "item"  # an item or heading of the paper's own run
    PARAGRAPH = "paragraph"  # a paragraph below such a heading
    ENTRY = "entry"  # an entry of a list within a paragraph
    STRAY = "stray"  # nothing: a figure, or a number quoted from elsewhere


_LIST_LEAD = re.compile(
    r"\b(?:resolved|recommend(?:ed|ation|ations|s)?|agreed|asked to|requested to|invited to)\b[^.]{0,60}$|"
    r"^(?:it was )?(?:unanimously )?(?:resolved|recommended|agreed)\b|\bthat$",
    re.IGNORECASE,
)
_LIST_TITLE = re.compile(
    r"(?:\w+ ){0,3}(?:recommendations?|resolved|resolutions?|decisions?|agreed)(?: that)?[\s:–-]*$", re.IGNORECASE
)
_ITEM_REFERENCE = re.compile(r"\(?(?:agenda )?item \d+\)?$", re.IGNORECASE)
_LONGEST_LEAD = 60  # words of a paragraph that leads a list in
_SAME_INDENT = 8.0  # points by which numbers of one run may be set apart
_MOSTLY = 0.5
_LEAST_SHARE = 0.2  # of a paper's decimals, that one of their depths must have to be more than a slip
_NEAR = 3  # units from one entry of a list to the next: its own paragraph and what hangs on it
_LEAST_ITEMS = 4  # items of a run that a list's lead doesn't make a list
_MINUTED = (PaperKind.AGENDA, PaperKind.MINUTES)
_UNNUMBERED = (Scheme.LETTER,)


@dataclass(slots=True)
class _Run:
    """A run while it is being followed: positions of its units, and that of the unit it stands in, if any."""

    members: list[int]
    parent: int | None
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class Standings:
    """What each numbered unit of a paper is, by its position; ``base`` is the depth of its shallowest decimals.

    ``run`` tells the run of each by the position of its first member. ``titled`` are the positions of items whose run is one of titles: most of its members are set off or read as such.
    """

    of: Mapping[int, Standing] = field(default_factory=dict)
    base: int = 1
    run: Mapping[int, int] = field(default_factory=dict)
    titled: frozenset[int] = frozenset()


def is_emphatic(unit: Unit) -> bool:
    """Whether type or capitals set off the words after the number, or those that they begin with."""
    number = unit.number
    if number is None:
        return False
    led = bool(unit.bold_lead) and len(unit.bold_lead) > number.end
    return unit.is_bold or led or is_capitals(cut(unit.title))


def is_titled(unit: Unit) -> bool:
    """Whether the words after the number are a heading by their type or wording, or stand elsewhere."""
    title = unit.title
    if is_resolution(title):
        return False
    short = len(title.split()) <= LONGEST_PLAIN
    return not title or is_emphatic(unit) or (is_title_like(title) and (short or is_title_cased(title)))


def _begins_with_title(unit: Unit) -> bool:
    return is_titled(unit) or item_lead(unit.title) is not None


def find_standings(units: Sequence[Unit], kind: PaperKind, logs: frozenset[int]) -> Standings:
    """What each numbered unit of a paper numbers; ``logs`` are the tables whose rows are no items."""
    places = {at: unit.number for at, unit in enumerate(units) if unit.number and _counts(unit, logs)}
    decimals = _decimals(units, places)
    runs = list(_followed(units, places, decimals))
    inside = {at: run for run in runs for at in run.members}
    judge = _Judge(units, kind, inside)
    found = {at: standing for run in runs for at, standing in zip(run.members, judge.standings(run), strict=True)}
    titled = {
        at
        for run in runs
        for at in run.members
        if (_is_integer(units[at]) if run.decimal else _share(_begins_with_title(units[each]) for each in run.members) > _MOSTLY)
    }
    strays = {at: Standing.STRAY for at in places if at not in found}
    depths = [len(decimal_path(places[at])) for at in decimals]
    return Standings(
        of=found | strays,
        base=_base(depths, runs, units),
        run={at: run.members[0] for at, run in inside.items()},
        titled=frozenset(titled),
    )


def _counts(unit: Unit, logs: frozenset[int]) -> bool:
    """Whether the number of ``unit`` may belong to a run; one without a stop must lead a title."""
    number = unit.number
    if number is None or number.scheme in _UNNUMBERED or (unit.in_row and not (unit.column == 0 and unit.first)):
        return False
    if unit.in_row:
        return unit.block.table not in logs
    if number.scheme is Scheme.BARE:
        if not unit.title:
            return not number.text.isdigit()
        return unit.is_bold or is_capitals(cut(unit.title)) or is_title_like(unit.title) or unit.bold_lead != ""
    return True


def _decimals(units: Sequence[Unit], places: Mapping[int, PrintedNumber]) -> frozenset[int]:
    """The positions of the decimals that other numbers of the paper bear out."""
    paths = {
        at: decimal_path(number)
        for at, number in places.items()
        if number.scheme in (Scheme.DECIMAL, Scheme.INTEGER, Scheme.BARE) and number.text[:1].isdigit()
    }
    borne_out = supported(paths.values())
    found: set[int] = set()
    last: tuple[int, ...] = ()
    for at, path in paths.items():
        if places[at].scheme is not Scheme.DECIMAL:
            continue
        # A number copied from an old paper keeps its last place: 05.18.10 after 01.22.09.
        copied = len(path) == len(last) > 2 and path[-1] == last[-1] + 1
        if path in borne_out or copied or units[at].is_bold:
            found.add(at)
            last = path
    return frozenset(found)


def _followed(units: Sequence[Unit], places: Mapping[int, PrintedNumber], decimals: frozenset[int]) -> Iterator[_Run]:
    """The runs of a paper, in the order in which they begin: a stack of open runs, each inside the one before it."""
    open_runs: list[_Run] = []
    for at, number in places.items():
        if number.scheme is Scheme.DECIMAL and at not in decimals:
            continue
        continued = _continued(units, open_runs, at, number)
        if continued is None:
            _close_before(units, open_runs, at)
            run = _Run([at], open_runs[-1].members[-1] if open_runs else None, number.scheme is Scheme.DECIMAL)
            open_runs.append(run)
            yield run
        else:
            continued.members.append(at)
            del open_runs[open_runs.index(continued) + 1 :]


def _close_before(units: Sequence[Unit], open_runs: list[_Run], at: int) -> None:
    """Close the open runs that a run beginning at ``at`` can't lie in.

    These are lists, where it numbers headings; runs set just like it, which it begins anew; and paragraphs that a
    heading without number parts from it. Indents tell a list within a paragraph, but pages may shift them.
    """
    new = units[at]
    while open_runs:
        run = open_runs[-1]
        last = units[run.members[-1]]
        if run.decimal:
            begun_anew = any(_is_integer(units[each]) and _look_alike(units[each], new) for each in run.members)
            if not (_is_integer(new) and begun_anew):
                return
        elif _rank(new) <= _rank(last) or _rank(new) < _HEADING:
            deeper = new.block.indent > last.block.indent + _SAME_INDENT
            alike = _look_alike(last, new) or _rank(new) > _rank(last)
            parted = not _rank(last) and any(
                _is_unnumbered_heading(unit) for unit in units[run.members[-1] + 1 : at]
            )
            if not parted and (deeper or not alike):
                return
        open_runs.pop()


def _rank(unit: Unit) -> int:
    """How far a number's words are set off: 3 for a heading, 2 for words led by bold type, 1 for a title, 0 for none."""
    if _is_heading(unit):
        return 3
    return 2 if is_emphatic(unit) else int(is_titled(unit))


def _is_heading(unit: Unit) -> bool:
    """Whether the whole of a numbered line is set as a heading."""
    words = cut(unit.title)
    return is_capitals(words) or (unit.is_bold and is_title_like(words))


def _is_unnumbered_heading(unit: Unit) -> bool:
    set_off = unit.is_bold or is_capitals(unit.text)
    return set_off and not unit.number and not unit.in_row and len(unit.text.split()) <= LONGEST_HEADING // 2


def _continued(units: Sequence[Unit], open_runs: Sequence[_Run], at: int, number: PrintedNumber) -> _Run | None:
    """The open run that ``number`` goes on with: the one set most like it, of equals the innermost."""
    best: tuple[float, int] | None = None
    for place, run in enumerate(open_runs):
        last = units[run.members[-1]].number
        if last is None:
            continue
        if run.decimal:
            fits = number.scheme is Scheme.DECIMAL or _leads_decimals(units[at], number, last)
            step: int | None = 1 if fits else None
        elif number.scheme is Scheme.DECIMAL:
            step = None
        else:
            step = steps(counter(number), counter(last))
        if step is None:
            continue
        likeness = _likeness(units[run.members[-1]], units[at])
        if (step == 0 and (number.text == "1" or not _look_alike(units[run.members[-1]], units[at]))) or (
            step > 1 and likeness < _LIKE
        ):
            continue
        ranked = (likeness - abs(step - 1) / 2, place)
        best = max(best, ranked) if best else ranked
    return open_runs[best[1]] if best else None


def _leads_decimals(unit: Unit, number: PrintedNumber, last: PrintedNumber) -> bool:
    """Whether an integer heads the next part of a report whose paragraphs are decimals: "7. Risks" after 6.5."""
    if number.scheme not in (Scheme.INTEGER, Scheme.BARE) or not is_titled(unit):
        return False
    return decimal_path(number)[0] == decimal_path(last)[0] + 1


_HEADING = 3  # the rank of a numbered heading
_ALL_BUT_INDENT = 4.0
_LIKE = 3.0  # of the likeness below: what numbers of one run have in common, where one was left out or printed twice


def _look_alike(earlier: Unit, later: Unit) -> bool:
    """Whether two numbered units are set alike but for their indent, which pages may shift."""
    return _likeness(earlier, later, indent=False) == _ALL_BUT_INDENT


def _likeness(earlier: Unit, later: Unit, *, indent: bool = True) -> float:
    """How much alike two numbered units are set: type, the mark behind the number, indent, title or sentence."""
    old, new = earlier.number, later.number
    return (
        2.0 * (is_emphatic(earlier) is is_emphatic(later))
        + 1.0 * (old is not None and new is not None and old.style == new.style)
        + 1.0 * (indent and abs(earlier.block.indent - later.block.indent) <= _SAME_INDENT)
        + 0.5 * (is_titled(earlier) is is_titled(later))
        + 0.5 * (earlier.in_row is later.in_row)
    )


def _base(depths: Sequence[int], runs: Sequence[_Run], units: Sequence[Unit]) -> int:
    """The depth of a paper's shallowest decimals: 3 where all items are 18.11.1, 18.11.2; 1 where integers lead them."""
    led = any(_is_integer(units[at]) for run in runs if run.decimal for at in run.members)
    above = any(not run.decimal for run in runs if run.parent is None)
    if led or above or not depths:
        return 1
    counts = Counter(depths)
    return min(depth for depth, count in counts.items() if count >= _LEAST_SHARE * len(depths))


def _is_integer(unit: Unit) -> bool:
    return unit.number is not None and unit.number.scheme in (Scheme.INTEGER, Scheme.BARE)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What the runs of one paper number; ``inside`` tells the run of each member by its position."""

    units: Sequence[Unit]
    kind: PaperKind
    inside: Mapping[int, _Run]

    def standings(self, run: _Run) -> Iterator[Standing]:
        standing = Standing.ITEM if run.decimal else self._of(run)
        for at in run.members:
            in_data = self.units[at].in_row and not self._row_counts(self.units[at])
            yield Standing.ENTRY if in_data else standing

    def _of(self, run: _Run) -> Standing:
        first = self.units[run.members[0]]
        emphatic = _share(is_emphatic(self.units[at]) for at in run.members)
        if first.number and first.number.scheme in (Scheme.REFERENCE, Scheme.YEARED, Scheme.WORDED):
            return Standing.ITEM if len(run.members) > 1 or is_emphatic(first) else Standing.STRAY
        if run.parent is not None:
            return self._nested(run, run.parent, emphatic)
        if len(run.members) == 1 and not is_emphatic(first):
            return Standing.ITEM if self._stands_alone(first) else Standing.STRAY
        as_headings = _share(_is_heading(self.units[at]) for at in run.members)
        if as_headings < _MOSTLY and self._introduced(run) and not self._runs_through(run):
            return Standing.ENTRY
        return Standing.ITEM

    def _nested(self, run: _Run, parent: int, emphatic: float) -> Standing:
        """A run within a member of another: a list in a paragraph, or the paragraphs of an item."""
        whole = self.units[parent]
        outer = self.inside[parent]
        if self._introduced(run) or not is_titled(whole):
            return Standing.ENTRY
        first = self.units[run.members[0]].number
        if first is not None and (counter(first).values or (0,))[0] > 1 and emphatic < _MOSTLY:
            return Standing.STRAY
        counted = outer.decimal or (whole.number is not None and whole.number.scheme is Scheme.REFERENCE)
        if counted and emphatic < _MOSTLY:
            return Standing.ENTRY
        return Standing.PARAGRAPH

    def _stands_alone(self, unit: Unit) -> bool:
        """Whether a number without another of its run is an item's: it leads a title, and is the first or a minute's."""
        if unit.number is None or unit.number.scheme is not Scheme.INTEGER or not is_titled(unit):
            return False
        return self.kind in _MINUTED or (unit.number.text == "1" and bool(unit.title))

    def _introduced(self, run: _Run) -> bool:
        """Whether a paragraph leads the run in: "RESOLVED that:", "The options were as follows:"."""
        first = run.members[0]
        before = self.units[first - 1] if first else None
        if before is not None and before.number and is_resolution(before.title):
            return True
        if before is None or len(before.text.split()) > _LONGEST_LEAD or _ITEM_REFERENCE.match(before.text):
            return False
        if before.number and is_titled(before) or before.is_bold:
            return bool(_LIST_TITLE.match(before.title)) or (before.text.endswith(":") and not is_titled(before))
        return before.text.endswith((":", ":-", ": -")) or bool(_LIST_LEAD.search(before.text))

    def _runs_through(self, run: _Run) -> bool:
        """Whether a run is the paper's own though a lead stands before it: an agenda's, or one with text between."""
        if self.kind is PaperKind.AGENDA:
            return True
        apart = _share(b - a > _NEAR for a, b in zip(run.members, run.members[1:], strict=False))
        return len(run.members) >= _LEAST_ITEMS and apart > _MOSTLY

    def _row_counts(self, unit: Unit) -> bool:
        """Whether a number in the first cell of a row may be an item's: in a report, a bare one counts data."""
        if self.kind in _MINUTED or unit.number is None:
            return True
        return unit.number.scheme not in (Scheme.BARE,) and len(unit.title.split()) <= LONGEST_HEADING


def _share(verdicts: Iterator[bool]) -> float:
    found = list(verdicts)
    return sum(found) / len(found) if found else 0.0
