"""What a timeline is asked for: the words of a topic, each with its weight, and what is meant strictly."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis import stemmed, stems, words
from search.fields import Field
from search.index import Index
from search.query import parse
from search.tree import And, Phrase, Query, Term

LEAST_WEIGHT = 0.05
"""Weight of a word that every entry holds: it may say why something fits, it can't make it fit."""

_QUOTED = re.compile('["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]')


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word, or a number such as 24/00093, as its stems in order; ``written`` is how the user wrote it.

    ``weight`` is its rarity: the logarithm of all entries to those that hold it.
    """

    written: str
    stems: tuple[str, ...]
    weight: float

    def query(self, field: Field) -> Query:
        """The leaf that finds it in ``field``, a stemmed one."""
        return Term(field, self.stems[0]) if len(self.stems) == 1 else Phrase(field, list(self.stems))


@dataclass(frozen=True, slots=True)
class Topic:
    """``words``, of which enough must be there; ``unknown``, which no entry holds; ``strict``, which must all hold."""

    words: tuple[TopicWord, ...]
    unknown: tuple[str, ...]
    strict: tuple[Query, ...]

    @property
    def weight(self) -> float:
        """The weight of all words."""
        return sum(word.weight for word in self.words)


def topic(index: Index, text: str) -> Topic:
    """What ``text`` asks for; raises ``QueryError`` where it is no query.

    Words side by side are a topic. Quoted phrases, fields, wildcards and all within AND, OR and NOT mean what they mean
    in a search.
    """
    tree = parse(text)
    parts = list(tree.subqueries) if isinstance(tree, And) else [tree]
    quoted = {tuple(stems(phrase)) for phrase in _QUOTED.findall(text)}
    spelt = _spellings(text)
    known: dict[tuple[str, ...], TopicWord] = {}
    unknown: list[str] = []
    strict: list[Query] = []
    for part in parts:
        found = _stems_of(part)
        if found is None or found in quoted:
            strict.append(part)
        elif found not in known:
            written = "/".join(spelt.get(stem, stem) for stem in found)
            holding = index.search(part, limit=1).total
            if holding:
                known[found] = TopicWord(written, found, max(math.log(index.count / holding), LEAST_WEIGHT))
            else:
                unknown.append(written)
    return Topic(tuple(known.values()), tuple(unknown), tuple(strict))


def occurrences(word: TopicWord, text: list[str]) -> Iterator[int]:
    """Each place in ``text`` (stems in order) where ``word`` begins."""
    first, length = word.stems[0], len(word.stems)
    for at, stem in enumerate(text):
        if stem == first and (length == 1 or tuple(text[at : at + length]) == word.stems):
            yield at


def _stems_of(part: Query) -> tuple[str, ...] | None:
    """The stems of a word of the topic; ``None`` where ``part`` is no plain word."""
    if getattr(part, "fieldname", None) != Field.TEXT or part.boost != 1.0:
        return None
    if isinstance(part, Term):
        return (part.text,)
    return tuple(part.words) if isinstance(part, Phrase) else None


def _spellings(text: str) -> dict[str, str]:
    """The first spelling of each stem in ``text``."""
    spelt = words(text)
    return dict(zip(reversed(stemmed(spelt)), reversed(spelt), strict=True))
