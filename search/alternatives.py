"""What a word stands for besides itself: abbreviations as the corpus defines them, and words set apart or joined.

"ICS" is also "integrated care system" where papers say so, "subcommittee" also "sub-committee". Where this is used, a
query says so when asked to explain itself (``search.explain``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.analysis import stemmed
from search.definitions import prefix_of
from search.engine import Count
from search.fields import Field

MOST_MEANINGS = 3
"""Long forms that an abbreviation is looked for as; of one that has more, the rest are told by few papers."""

READ_AT_MOST = 20
"""Definitions of one abbreviation that are read: most are the same long form in singular and plural."""

LEAST_SHARE = 0.2
"""Part of the commonest definition's papers that another must have: what one paper says is not what all mean."""

_APART = (
    "anti",
    "co",
    "cross",
    "e",
    "inter",
    "mid",
    "multi",
    "non",
    "on",
    "post",
    "pre",
    "self",
    "semi",
    "sub",
    "well",
)
"""Beginnings of words that papers also write apart: "subcommittee", "sub committee", "sub-committee"."""

_SHORTEST_REST = 4
"""Letters that must follow such a beginning: "post" and "al" are not "postal"."""


class Vocabulary(Protocol):
    """What an index knows of words; every ``search.engine.Engine`` is one."""

    def frequency(self, field: Field, word: str) -> int:
        """About how many entries hold the analysed ``word`` in ``field``."""
        ...

    def holding(self, field: Field, word: str) -> int:
        """How many entries hold it, exactly; of more cost than ``frequency``."""
        ...

    def terms(self, field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        """The terms of ``field`` that begin with ``prefix``, the most frequent first."""
        ...


@dataclass(frozen=True, slots=True)
class Alternative:
    """``words`` (folded, unstemmed) that are looked for too; so many ``papers`` define it, where any do."""

    words: tuple[str, ...]
    papers: int | None = None


def alternatives(word: str, known: Vocabulary) -> tuple[Alternative, ...]:
    """What the plain ``word`` (folded) also stands for."""
    return (*defined(word, known), *_set_apart(word, known))


def defined(asked: str, known: Vocabulary) -> tuple[Alternative, ...]:
    """What the corpus says that ``asked`` (folded words between blanks) is short for, or long for."""
    prefix = prefix_of(asked)
    found: dict[tuple[str, ...], Alternative] = {}
    for term in known.terms(Field.DEFINED, prefix, limit=READ_AT_MOST):
        words = tuple(term.value.removeprefix(prefix).split(" "))
        found.setdefault(tuple(stemmed(words)), Alternative(words, term.count))
    most = max((each.papers or 0 for each in found.values()), default=0)
    shared = (each for each in found.values() if (each.papers or 0) >= LEAST_SHARE * most)
    return tuple(shared)[:MOST_MEANINGS]


def _set_apart(word: str, known: Vocabulary) -> Iterator[Alternative]:
    if not word.startswith(_APART):
        return
    for beginning in _APART:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST_REST and rest.isalpha():
            apart = stemmed((beginning, rest))
            if all(known.frequency(Field.STEMS, stem) for stem in apart):
                yield Alternative((beginning, rest))


def joined(words: Sequence[str]) -> Alternative | None:
    """``words`` (of "sub-committee") as one word; ``None`` where one of them is no word of letters."""
    return Alternative(("".join(words),)) if all(word.isalpha() for word in words) else None
