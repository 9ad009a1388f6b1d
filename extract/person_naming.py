"""Where a text names a person in full or by title: the words are read as names, lists of names one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.findings import RuleId
from corpus.names import PLURAL_TITLES, TITLES, fold_name
from corpus.spans import Span
from extract.person_evidence import after, before, partner
from extract.person_judging import Candidate, is_place, telling_rule
from extract.person_runs import Run, run_at, runs
from extract.person_shapes import ShapeKind, listed_shape, shapes
from extract.person_words import WordClasses

_LIST_GAP = re.compile(
    r"(?:[ \xa0]*\([^()\n]{1,60}\)[ \xa0]*)?"
    r"(?:[ \xa0]*,[ \xa0]*(?:and[ \xa0]+)?|[ \xa0]+(?:and|&|a)[ \xa0]+|[ \xa0]+(?=[A-Z]))(?=[A-Z]|v[ao]n|d[ei])"
)
_MOST_LISTED = 40  # names of one list of councillors
_BROKEN = re.compile(r"(?<=[-–])[ \xa0]")
_SEXED = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "baroness"})

_TITLES = RuleId("people.titles")
_LABELLED = RuleId("people.labelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place that names a person; ``name`` is as written without title, ``honorific`` "mr", "mrs" or the like.

    ``listed`` is true for lists and front sheets, ``initials`` the minute taker's for the person. ``partner`` is the
    form of address of the other of a couple ("Mr and Mrs Finch"), whom the same words name.
    """

    span: Span
    name: str
    title: str | None
    rule: RuleId
    honorific: str | None = None
    listed: bool = False
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    partner: str | None = None


class NameFinder:
    """Finds namings in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = WordClasses(text)
        self.runs = tuple(runs(text, self.words))

    def namings(self, listed: Collection[str] = ()) -> list[Naming]:
        """Every naming in the order of the text, none overlapping; ``listed`` holds folded names that lists hold."""
        found: list[Naming] = []
        places: set[str] = set()
        read_to = claimed_to = 0  # up to where the text is read as a list of names, or as somebody's role
        for run in self.runs:
            if run.start < read_to:
                continue
            for candidate in _candidates(run):
                if candidate.shape.kind is ShapeKind.PLURAL:
                    of_list = list(self._of_list(candidate))
                    if of_list:
                        found += of_list
                        read_to = of_list[-1].span.end
                        break
                elif is_place(self.text, candidate):
                    places.add(fold_name(candidate.name))
                elif rule := telling_rule(self.text, candidate, self.words, listed, claimed_to):
                    naming = self._read(candidate, rule.id, rule.listed)
                    naming, claimed_to = self._with_role(naming, claimed_to)
                    found.append(naming)
        return list(_without_namesakes(found, places))

    def labelled(self, start: int, end: int) -> Iterator[Naming]:
        """Every name of two words or more between ``start`` and ``end``, where a label says that people are named."""
        for run in runs(self.text, self.words, start, end):
            for candidate in _candidates(run):
                kind = candidate.shape.kind
                if kind is ShapeKind.PLURAL or (kind is not ShapeKind.TITLED and "J" in candidate.kinds):
                    continue
                if not is_place(self.text, candidate):
                    yield self._read(candidate, _LABELLED)

    def _read(self, candidate: Candidate, rule: RuleId, listed: bool = False) -> Naming:
        start, end = candidate.start, candidate.end
        name = _BROKEN.sub("", candidate.name)
        if not candidate.title_words:
            return Naming(span=Span(start, end), name=name, title=None, rule=rule, listed=listed)
        forms = [word.strip(".()").lower() for word in candidate.title_words]
        other = partner(self.text, start)
        return Naming(
            span=Span(other.start() if other else start, end),
            name=name,
            title=next((TITLES[form] for form in reversed(forms) if form in TITLES), None),
            honorific=next((form for form in forms if form in _SEXED), None),
            rule=rule,
            listed=listed,
            partner=other.group().split()[0].strip(".") if other else None,
        )

    def _with_role(self, naming: Naming, claimed_to: int) -> tuple[Naming, int]:
        """The naming with the role beside it, and up to where the text is read as somebody's role."""
        for value in ("role", "role-below") if self._heads_line(naming.span.start) else ("role",):
            if told := after(self.text, naming.span.end, value, self.words):
                return replace(naming, role=told.words), told.end
        told = before(self.text, naming.span.start, self.words)
        if told and told.value == "role" and told.start >= claimed_to:
            return replace(naming, role=told.words), naming.span.end
        return naming, claimed_to

    def _heads_line(self, start: int) -> bool:
        return self.text[max(start - 1, 0) : start] in ("", "\n", "\t")

    def _of_list(self, plural: Candidate) -> Iterator[Naming]:
        """The names of a list that a plural title heads: "Councillors Finch, P J Crake and Tarn"."""
        heading = plural.run.words[plural.shape.last].strip(".")
        at = plural.next_word
        for _ in range(_MOST_LISTED):
            rest = run_at(self.text, at, self.words) if at is not None else None
            shape = listed_shape(rest.classes) if rest else None
            if rest is None or shape is None:
                return
            candidate = Candidate.of(rest, shape)
            if is_place(self.text, candidate) or ("C" in candidate.kinds and not heading.isupper()):
                return
            naming = self._read(candidate, _TITLES)
            told = after(self.text, naming.span.end, "role", self.words)
            title = naming.title or PLURAL_TITLES[heading.lower()]
            yield replace(naming, title=title, role=told.words if told else None)
            gap = _LIST_GAP.match(self.text, naming.span.end)
            at = gap.end() if gap else None


def _candidates(run: Run) -> Iterator[Candidate]:
    return (Candidate.of(run, shape) for shape in shapes(run.classes))


def _without_namesakes(namings: Sequence[Naming], places: Collection[str]) -> Iterator[Naming]:
    """``namings`` without the short names of places and bodies, such as "the Orla Tarn" for "the Orla Tarn Centre"."""
    doubtful = {fold_name(each.name) for each in namings if not (each.title or each.role or each.listed)} & set(places)
    sure = {fold_name(each.name) for each in namings if each.title or each.role or each.listed} if doubtful else set()
    for naming in namings:
        if not doubtful or fold_name(naming.name) not in doubtful - sure:
            yield naming
