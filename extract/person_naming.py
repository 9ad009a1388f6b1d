"""Where a text names a person in full or by title: titles and given names tell it, or what stands beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from corpus.findings import RuleId
from corpus.names import PLURAL_TITLES, fold_name, split_name
from corpus.spans import Span
from extract.person_evidence import Evidence, after, before, is_business, partner
from extract.person_runs import Run, run_at, runs
from extract.person_shapes import Shape, ShapeKind, listed_shape, shapes
from extract.person_words import WordClasses
from extract.rulebook import word_list

_LIST_GAP = re.compile(
    r"(?:[ \xa0]*\([^()\n]{1,60}\)[ \xa0]*)?"
    r"(?:[ \xa0]*,[ \xa0]*(?:and[ \xa0]+)?|[ \xa0]+(?:and|&|a)[ \xa0]+|(?<=[ \xa0])|[ \xa0]+(?=[A-Z]))(?=[A-Z]|v[ao]n|d[ei])"
)
_MOST_LISTED = 40  # names of one list of councillors
_SURE_SURNAME = re.compile(r"(?:Mc|Mac|O['’])[A-Z]")
_BROKEN = re.compile(r"(?<=[-–])[ \xa0]")

TITLE = RuleId("people.title")
TITLES = RuleId("people.titles")
GIVEN_NAME = RuleId("people.given-name")
CAPITALS = RuleId("people.capitals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place that names a person; ``name`` is as written without title, ``honorific`` "mr", "mrs" or the like.

    ``listed`` is true for lists and front sheets, ``initials`` the minute taker's for the person. ``partner`` is the
    honorific of the other of a couple ("Mr and Mrs Finch"), whom the same words name.
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


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds namings in one text, whose words are ``words``."""

    text: str
    words: WordClasses

    def namings(self) -> Iterator[Naming]:
        """Every naming in the order of the text, none overlapping."""
        read_to = claimed_to = 0
        for run in runs(self.text):
            if run.start < read_to:
                continue
            classes = self.words.of(run.words)
            for shape in shapes(classes):
                if shape.kind is ShapeKind.PLURAL:
                    found = list(self._listed(run, shape))
                    yield from found
                    if found:
                        read_to = found[-1].span.end
                        break
                elif naming := self._naming(run, classes, shape, claimed_to):
                    naming, claimed_to = self._with_role(naming, claimed_to)
                    yield naming

    def labelled(self, start: int, end: int) -> Iterator[Naming]:
        """Every name of two words or more between ``start`` and ``end``, where a label says that people are named."""
        for run in runs(self.text, start, end):
            classes = self.words.of(run.words)
            for shape in shapes(classes):
                initials = "J" in classes[shape.first : shape.last + 1]
                if shape.kind is ShapeKind.PLURAL or (initials and shape.kind is not ShapeKind.TITLED):
                    continue
                if not self._is_place(run, classes, shape):
                    yield self._read(run, shape, GIVEN_NAME)

    def _naming(self, run: Run, classes: str, shape: Shape, claimed_to: int) -> Naming | None:
        """The naming of ``shape``, if the words and what stands beside them are enough to tell of a person."""
        if self._is_place(run, classes, shape):
            return None
        kinds = classes[shape.first : shape.last + 1]
        if shape.kind is ShapeKind.TITLED:
            naming = self._read(run, shape, TITLE)
            return naming if self._is_sure_title(run, classes, shape) else None
        naming = self._read(run, shape, GIVEN_NAME)
        if fold_name(naming.name) in _named_bodies():
            return None
        if self._is_sure(shape, kinds, run.words[shape.last], naming.span.start):
            return naming
        if shape.kind is ShapeKind.CAPITALS:
            return replace(naming, rule=CAPITALS) if self._stands_alone(naming.span) else None
        evidence = before(self.text, naming.span.start, self.words)
        if evidence and evidence.start >= claimed_to and self._fits(evidence, shape, kinds):
            role = evidence.words if evidence.value == "role" else None
            return replace(naming, rule=evidence.rule, role=role, listed=evidence.value == "label")
        if "M" not in kinds[:-1] and "J" not in kinds:
            values = ("role", "speech") if shape.kind is ShapeKind.GIVEN else ("role",)
            for value in values:
                if told := after(self.text, naming.span.end, value, self.words):
                    return replace(naming, rule=told.rule)
        return None

    def _is_sure(self, shape: Shape, kinds: str, last: str, start: int) -> bool:
        """Whether the words alone tell of a person: a given name before no common word or place, or "McWren"."""
        if shape.kind is ShapeKind.UNKNOWN:
            return _SURE_SURNAME.match(last) is not None
        return (
            shape.kind is ShapeKind.GIVEN
            and not (kinds[0] == "H" and kinds[-1] in "HM")
            and not (kinds[-1] == "K" and (self.words.is_place(last) or self._is_owned(start)))
        )

    def _is_owned(self, start: int) -> bool:
        """Whether a possessive stands before the name: "King's Lynn Norfolk" is an address."""
        return self.text.endswith(("'s ", "’s "), 0, start)

    @staticmethod
    def _fits(evidence: Evidence, shape: Shape, kinds: str) -> bool:
        """Whether ``evidence`` is enough for words of these classes: a formula for initials, a role for no common word."""
        if shape.kind is ShapeKind.INITIALS:
            return "J" not in kinds or evidence.value != "role"
        return evidence.value != "formula" and "M" not in kinds

    def _is_sure_title(self, run: Run, classes: str, shape: Shape) -> bool:
        """Whether a title makes a name of what follows: of ranks and words in capitals, not of any word."""
        kinds = classes[shape.first : shape.last + 1]
        if classes[shape.title : shape.first].strip("B")[0] == "R":
            return not set(kinds) & {"M", "H", "C", "K"} and kinds.strip("IJp") != ""
        if kinds[0] == "C" and run.words[shape.first - 1].upper().startswith("COUNCILLOR"):
            return False
        return True

    def _is_place(self, run: Run, classes: str, shape: Shape) -> bool:
        """Whether the words are part of the name of a place, a firm, an award or a saint."""
        follows = run.words[shape.last + 1 : shape.last + 2]
        if follows and self.words.is_place(follows[0]):
            return True
        if shape.title and classes[shape.title - 1] == "Z":
            return True
        _, end = run.span(shape.first, shape.last)
        return is_business(self.text, end)

    def _read(self, run: Run, shape: Shape, rule: RuleId) -> Naming:
        start, end = run.span(shape.title, shape.last)
        first, _ = run.span(shape.first, shape.first)
        name = _BROKEN.sub("", " ".join(self.text[first:end].split()))
        if first == start:
            return Naming(span=Span(start, end), name=name, title=None, rule=rule)
        written = self.text[start:end]
        honorific = next(iter(written.split()), "").strip(".").lower()
        other = partner(self.text, start)
        return Naming(
            span=Span(other.start() if other else start, end),
            name=name,
            title=split_name(written).title,
            honorific=honorific if honorific in _FORMS_OF_ADDRESS else None,
            rule=rule,
            partner=other.group().split()[0].strip(".") if other else None,
        )

    def _with_role(self, naming: Naming, claimed_to: int) -> tuple[Naming, int]:
        """The naming with the role beside it, and up to where the text has been read as somebody's role."""
        if told := after(self.text, naming.span.end, "role", self.words):
            return replace(naming, role=naming.role or told.words), told.end
        if naming.role is None and (told := before(self.text, naming.span.start, self.words)):
            if told.value == "role" and told.start >= claimed_to:
                return replace(naming, role=told.words), naming.span.end
        return naming, claimed_to

    def _listed(self, run: Run, plural: Shape) -> Iterator[Naming]:
        """The names of a list that a plural title heads: "Councillors Finch, P J Crake and Tarn"."""
        title = PLURAL_TITLES[run.words[plural.last].strip(".").lower()]
        if plural.last + 1 >= len(run.words):
            return
        at = run.span(plural.last + 1, plural.last + 1)[0]
        for _ in range(_MOST_LISTED):
            rest = run_at(self.text, at)
            if rest is None:
                return
            rest_classes = self.words.of(rest.words)
            shape = listed_shape(rest_classes)
            if shape is None or self._is_place(rest, rest_classes, shape):
                return
            if "C" in rest_classes[shape.first : shape.last + 1] and not run.words[plural.last].isupper():
                return
            naming = self._read(rest, shape, TITLES)
            told = after(self.text, naming.span.end, "role", self.words)
            yield replace(naming, title=naming.title or title, role=told.words if told else None)
            gap = _LIST_GAP.match(self.text, naming.span.end)
            if gap is None:
                return
            at = gap.end()

    def _stands_alone(self, span: Span) -> bool:
        """Whether a name in capitals has its line or cell to itself, or a role after it, as in a block of signatures."""
        ahead = self.text[max(span.start - 1, 0) : span.start]
        behind = self.text[span.end : span.end + 1]
        return ahead in ("", "\n", "\t") and (behind in ("", "\n", "\t", ",") or bool(after(self.text, span.end, "role", self.words)))


_FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame"})


@cache
def _named_bodies() -> frozenset[str]:
    return frozenset(fold_name(name) for name in word_list("named_bodies"))
