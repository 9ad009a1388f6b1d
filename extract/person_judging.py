"""Whether words that have the shape of a name are a person's: by the words, and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from corpus.findings import RuleId
from corpus.names import fold_name
from extract.person_evidence import after, before, is_business
from extract.person_runs import Run
from extract.person_shapes import Shape, ShapeKind
from extract.person_words import WordClasses, places
from extract.rulebook import word_list

_SURE_SURNAME = re.compile(r"(?:Mc|Mac|O['’])[A-Z]")
_POSSESSIVE = ("'s ", "’s ", "'s\xa0", "’s\xa0")
_ARTICLES = ("A", "Y")  # "a letter from A Better Northmere", in Welsh "Y Bryn"
_AND = ("& ", "&\xa0")
_LINE_ENDS = ("", "\n", "\t")
_NO_RANKED = frozenset("MHCK")
"""Classes of words that a rank makes no name of: "Lord Provost", "Major Road"."""


_ENOUGH = {
    ShapeKind.GIVEN: ("role", "role-below", "letters", "speech"),
    ShapeKind.UNKNOWN: ("role", "role-below", "letters"),
    ShapeKind.INITIALS: ("role", "role-below", "letters", "payee"),
}
"""What after words of each shape is enough to tell of a person."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a run that have the shape of a name.

    It stands from ``start`` to ``end`` of the text, the name without its title from ``name_at`` on.
    """

    run: Run
    shape: Shape
    start: int
    name_at: int
    end: int

    @staticmethod
    def of(run: Run, shape: Shape) -> Candidate:
        """The words of ``shape`` in ``run``."""
        start, name_at, _, end = run.places(shape.title, shape.first, shape.last)
        return Candidate(run, shape, start, name_at, end)

    @property
    def kinds(self) -> str:
        """The classes of the words of the name, without its title."""
        return self.run.classes[self.shape.first : self.shape.last + 1]

    @property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title before the name."""
        return self.run.words[self.shape.title : self.shape.first]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, without its title."""
        return self.run.words[self.shape.first : self.shape.last + 1]

    @property
    def name(self) -> str:
        """The name without its title, as written but for white space."""
        at = self.run.start
        return " ".join(self.run.text[self.name_at - at : self.end - at].split())

    @property
    def next_word(self) -> int | None:
        """Where in the text the next word of the run stands."""
        following = self.shape.last + 1
        return self.run.places(following)[0] if following < len(self.run.words) else None


@dataclass(frozen=True, slots=True)
class Telling:
    """The rule that tells of a person, and whether it is to be trusted like a list."""

    id: RuleId
    listed: bool = False


_TITLE = Telling(RuleId("people.title"))
_GIVEN_NAME = Telling(RuleId("people.given-name"))
_CAPITALS = Telling(RuleId("people.capitals"))
_LISTED_SURNAME = Telling(RuleId("people.listed-surname"))


def is_place(text: str, candidate: Candidate) -> bool:
    """Whether the words are part of the name of a place, a firm, an award or a saint."""
    following = candidate.run.words[candidate.shape.last + 1 : candidate.shape.last + 2]
    if following and following[0].lower() in places():
        return True
    first = candidate.shape.title
    return (first > 0 and candidate.run.classes[first - 1] == "Z") or is_business(text, candidate.end)


def telling_rule(
    text: str, candidate: Candidate, words: WordClasses, listed: Collection[str], claimed_to: int
) -> Telling | None:
    """What tells that ``candidate``, no place, is a person; ``None`` where nothing does.

    ``listed`` holds the folded names of lists; up to ``claimed_to`` the text is somebody else's role.
    """
    kind = candidate.shape.kind
    if kind is ShapeKind.TITLED:
        return _TITLE if _is_sure_title(candidate) else None
    if kind is ShapeKind.CAPITALS:
        return _CAPITALS if _stands_alone(text, candidate, words) else None
    if _is_sure(text, candidate):
        return None if _is_named_body(candidate) else _GIVEN_NAME
    if kind is ShapeKind.UNKNOWN and _short_form(candidate.name) in listed:
        return _LISTED_SURNAME
    return _beside(text, candidate, words, claimed_to)


def _beside(text: str, candidate: Candidate, words: WordClasses, claimed_to: int) -> Telling | None:
    """The role, label, formula or word of speaking beside ``candidate`` that is enough for words like its own."""
    kinds, kind = candidate.kinds, candidate.shape.kind
    start, end = candidate.start, candidate.end
    told = before(text, start, words)
    if told and told.start >= claimed_to and _is_enough(told.value, kind, kinds, candidate.words[0]):
        return Telling(told.rule, told.value == "label")
    if text.endswith(_AND, 0, start):
        return None  # "G & A M Finch" is a firm
    if "J" in kinds or "M" in kinds[:-1]:
        return None
    for value in _ENOUGH[kind]:
        if value == "role-below" and text[max(start - 1, 0) : start] not in _LINE_ENDS:
            continue
        if value == "payee" and candidate.words[0] in _ARTICLES:
            continue
        if told := after(text, end, value, words):
            return Telling(told.rule)
    return None


def _is_enough(value: str, kind: ShapeKind, kinds: str, first: str) -> bool:
    """Whether what stands before words of these classes, the first of which is ``first``, is enough."""
    if kind is not ShapeKind.INITIALS:
        return "M" not in kinds and value not in ("formula", "exchange")
    if value == "exchange" and first in _ARTICLES:
        return False
    return "J" not in kinds or value not in ("role", "exchange")


def _is_sure(text: str, candidate: Candidate) -> bool:
    """Whether the words alone tell of a person: a given name before no common word or place, or "McWren"."""
    kinds = candidate.kinds
    if candidate.shape.kind is ShapeKind.UNKNOWN:
        return _SURE_SURNAME.match(candidate.words[-1]) is not None
    if candidate.shape.kind is not ShapeKind.GIVEN or (kinds[0] == "H" and kinds[-1] in "HM"):
        return False
    if kinds[-1] != "K":
        return True
    # "King's Lynn Norfolk" is an address
    return candidate.words[-1].lower() not in places() and not text.endswith(_POSSESSIVE, 0, candidate.start)


def _is_sure_title(candidate: Candidate) -> bool:
    """Whether a title makes a name of what follows: of ranks and of words in capitals, not of any word."""
    title = candidate.run.classes[candidate.shape.title : candidate.shape.first].strip("Bn")
    kinds = candidate.kinds
    if title[0] == "R":
        return _NO_RANKED.isdisjoint(kinds) and bool(kinds.strip("IJp"))
    heading = candidate.title_words[-1].upper().startswith("COUNCILLOR")
    return not (heading and kinds[0] == "C")  # "COUNCILLOR TRAINING"


def _stands_alone(text: str, candidate: Candidate, words: WordClasses) -> bool:
    """Whether a name in capitals has its line or cell to itself, or a role after it, as in a block of signatures."""
    start, end = candidate.start, candidate.end
    if text[max(start - 1, 0) : start] not in _LINE_ENDS:
        return False
    return text[end : end + 1] in (*_LINE_ENDS, ",") or after(text, end, "role", words) is not None


def _short_form(name: str) -> str:
    first, *_, last = name.split()
    return fold_name(f"{first[0]} {last}")


def _is_named_body(candidate: Candidate) -> bool:
    return " ".join(candidate.words[:2]).lower() in _named_bodies()


@cache
def _named_bodies() -> frozenset[str]:
    return frozenset(fold_name(name) for name in word_list("named_bodies"))
