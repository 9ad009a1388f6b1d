"""Standings: what each printed number of a paper numbers, judged by the run that it stands in and not by its line.

A number that goes on with the paper's own run (241, 242, 243) is an item even where its heading runs into a sentence;
the 1, 2, 3 of a resolution are entries of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, pairwise

from corpus.vocabulary import MEETING_KINDS, PaperKind
from ingest.structure.headings import LONGEST_HEADING, is_resolution
from ingest.structure.itemtables import ItemTables
from ingest.structure.letters import lettered
from ingest.structure.looks import Look, Rank, begins_with_title, is_titled, is_unnumbered_heading
from ingest.structure.numbering import REFERENCES, Scheme
from ingest.structure.runs import Run, follow_numbers, is_integer
from ingest.structure.succession import counter, decimal_path
from ingest.structure.units import Unit


class Standing(StrEnum):
    """What a printed number numbers."""

    ITEM = "item"  # an item or heading of the paper's own run
    PARAGRAPH = "paragraph"  # a paragraph below such a heading, or a lettered part of an item
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
_COLONS = (":", ":-", ": -")
_LONGEST_LEAD = 60  # words of a paragraph that leads a list in
_MOSTLY = 0.5
_LEAST_SHARE = 0.2  # of a paper's decimals, that one of their depths must have to be more than a slip
_NEAR = 3  # units from one entry of a list to the next: its own paragraph and what hangs on it
_LEAST_ITEMS = 4  # items of a run that a list's lead doesn't make a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """What each numbered unit of a paper is, by its position; ``base`` is the depth of its shallowest decimals.

    ``run`` tells the run of each, as the position of its first member. ``titled`` are the positions of those whose
    run is one of headings: most of its members are set off, read as titles or begin with one. ``parts`` are those of
    items that are counted anew below headings without number: they number no paper, but the part that they stand in.
    """

    of: Mapping[int, Standing] = field(default_factory=dict)
    base: int = 1
    run: Mapping[int, int] = field(default_factory=dict)
    titled: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()


def find_standings(
    units: Sequence[Unit], kind: PaperKind, tables: ItemTables, contents: frozenset[int] = frozenset()
) -> Standings:
    """What each numbered unit of a paper numbers; ``tables`` tell where rows have numbers of items.

    ``contents`` are the positions of lines of contents, whose numbers stand again further on.
    """
    numbers = follow_numbers(units, tables, contents)
    judge = _Judge(units, kind, numbers.looks, {at: run for run in numbers.runs for at in run.members})
    found = dict.fromkeys(numbers.unborne, Standing.STRAY)
    for run in numbers.runs:
        found.update(zip(run.members, judge.standings(run), strict=True))
    letters = lettered(units, kind, frozenset(at for at, standing in found.items() if standing is Standing.ITEM))
    lettered_runs = (*letters.headings, *letters.paragraphs)
    found.update(dict.fromkeys(chain.from_iterable(lettered_runs), Standing.PARAGRAPH))
    return Standings(
        of=found,
        base=_base(units, numbers.runs),
        run={at: run[0] for run in (*(run.members for run in numbers.runs), *lettered_runs) for at in run},
        parts=frozenset(_parts(units, numbers.runs)),
        titled=frozenset(chain(_titled(units, numbers.runs), *letters.headings)),
    )


def _titled(units: Sequence[Unit], runs: Iterable[Run]) -> Iterator[int]:
    for run in runs:
        if run.decimal:
            yield from (at for at in run.members if is_integer(units[at]))
        elif _share(begins_with_title(units[at]) for at in run.members) > _MOSTLY:
            yield from run.members


def _parts(units: Sequence[Unit], runs: Iterable[Run]) -> Iterator[int]:
    below = [
        run
        for run in runs
        if run.parent is None
        and run.members[0]
        and is_integer(units[run.members[0]])
        and is_unnumbered_heading(units[run.members[0] - 1])
    ]
    if len(below) > 1:
        yield from chain.from_iterable(run.members for run in below)


def _base(units: Sequence[Unit], runs: Iterable[Run]) -> int:
    """The depth of a paper's shallowest decimals: 3 for items 18.11.1, 18.11.2; 1 where integers lead them."""
    decimals = [at for run in runs if run.decimal for at in run.members]
    paths = [decimal_path(number) for at in decimals if (number := units[at].number)]
    heads = {
        decimal_path(number)[0]
        for run in runs
        for at in run.members
        if is_integer(units[at]) and is_titled(units[at]) and (number := units[at].number)
    }
    if not paths or any(path[0] in heads for path in paths):
        return 1
    counts = Counter(map(len, paths))
    return min(depth for depth, count in counts.items() if count >= _LEAST_SHARE * len(paths))


@dataclass(frozen=True, slots=True)
class _Judge:
    """What the runs of one paper number; ``inside`` tells the run of each member by its position."""

    units: Sequence[Unit]
    kind: PaperKind
    looks: Mapping[int, Look]
    inside: Mapping[int, Run]

    def standings(self, run: Run) -> Iterator[Standing]:
        """The standing of each member of ``run``: that of the run, but for data in tables."""
        standing = Standing.ITEM if run.decimal else self._of(run)
        for at in run.members:
            yield Standing.ENTRY if self._is_data(self.units[at]) else standing

    def _of(self, run: Run) -> Standing:
        first = run.members[0]
        number = self.units[first].number
        if number is not None and number.scheme in REFERENCES:
            return Standing.ITEM if len(run.members) > 1 or self.looks[first].emphatic else Standing.STRAY
        if run.parent is not None:
            return self._nested(run, run.parent)
        if len(run.members) == 1 and not self.looks[first].emphatic:
            return Standing.ITEM if self._stands_alone(first) else Standing.STRAY
        as_headings = _share(self.looks[at].rank is Rank.HEADING for at in run.members)
        if as_headings < _MOSTLY and self._introduced(run) and not self._runs_through(run):
            return Standing.ENTRY
        return Standing.ITEM

    def _nested(self, run: Run, parent: int) -> Standing:
        """A run within a member of another: a list in a paragraph, or the paragraphs of an item."""
        whole, first = self.units[parent].number, self.units[run.members[0]].number
        emphatic = _share(self.looks[at].emphatic for at in run.members) >= _MOSTLY
        if self._introduced(run) or not self.looks[parent].titled or self._counts_rows(run, parent):
            return Standing.ENTRY
        if first is not None and counter(first).values[0] > 1 and not emphatic:
            return Standing.STRAY
        counted = self.inside[parent].decimal or (whole is not None and whole.scheme is Scheme.REFERENCE)
        return Standing.ENTRY if counted and not emphatic else Standing.PARAGRAPH

    def _counts_rows(self, run: Run, parent: int) -> bool:
        """Whether a run numbers the rows of a table within an item: payments, applications, options."""
        first = self.units[run.members[0]]
        return first.in_row and not first.title and not self.units[parent].in_row

    def _stands_alone(self, first: int) -> bool:
        """Whether a number without another of its run is an item's: it leads a title, in minutes or as the first."""
        unit = self.units[first]
        if unit.number is None or unit.number.scheme is not Scheme.INTEGER or not self.looks[first].titled:
            return False
        return self.kind in MEETING_KINDS or (unit.number.text == "1" and bool(unit.title))

    def _introduced(self, run: Run) -> bool:
        """Whether a paragraph leads the run in: "RESOLVED that:", "The options were as follows:"."""
        first = run.members[0]
        before = self.units[first - 1] if first else None
        if before is None:
            return False
        if before.number and is_resolution(before.title):
            return True
        if len(before.text.split()) > _LONGEST_LEAD or _ITEM_REFERENCE.match(before.text):
            return False
        if before.is_bold or (before.number and is_titled(before)):
            return bool(_LIST_TITLE.match(before.title)) or (before.text.endswith(":") and not is_titled(before))
        return before.text.endswith(_COLONS) or bool(_LIST_LEAD.search(before.text))

    def _runs_through(self, run: Run) -> bool:
        """Whether a run is the paper's own though a lead stands before it: an agenda's, or one with text between."""
        if self.kind is PaperKind.AGENDA:
            return True
        apart = _share(after - at > _NEAR for at, after in pairwise(run.members))
        return len(run.members) >= _LEAST_ITEMS and apart > _MOSTLY

    def _is_data(self, unit: Unit) -> bool:
        """Whether a number in the first cell of a row counts data and no items, as a bare one does in a report."""
        if not unit.in_row or self.kind in MEETING_KINDS or unit.number is None:
            return False
        return unit.number.scheme is Scheme.BARE or len(unit.title.split()) > LONGEST_HEADING


def _share(verdicts: Iterable[bool]) -> float:
    found = list(verdicts)
    return sum(found) / len(found) if found else 0.0
