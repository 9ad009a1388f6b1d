"""What a timeline is asked for: the words of a topic, each with its weight, and what is meant strictly."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis import stemmed
from search.fields import Field
from search.index import Index
from search.meaning import stem_query
from search.query import parse
from search.tree import And, Joined, Query, Term

LEAST_WEIGHT = 0.05
"""Weight of a word that every entry holds: it may say why something fits, it can't make it fit."""


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word, or a number such as 24/00093, as its stems in order; ``written`` is how the user wrote it.

    ``weight`` is its rarity: the logarithm of all entries to those that hold it.
    """

    written: str
    stems: tuple[str, ...]
    weight: float

    def query(self, field: Field) -> Query:
        """What finds it in the running text ``field``."""
        return stem_query(field, self.stems)


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
    parts = tree.subqueries if isinstance(tree, And) else (tree,)
    known: dict[tuple[str, ...], TopicWord] = {}
    unknown: list[str] = []
    strict: list[Query] = []
    for part in parts:
        plain = _plain_words(part)
        if plain is None:
            strict.append(index.meaning(part))
        elif (found := tuple(stemmed(plain))) not in known:
            written = "/".join(plain)
            holding = index.engine.search(stem_query(Field.TEXT, found), limit=1).total
            if holding:
                known[found] = TopicWord(written, found, max(math.log(index.places / holding), LEAST_WEIGHT))
            else:
                unknown.append(written)
    return Topic(tuple(known.values()), tuple(unknown), tuple(strict))


def occurrences(word: TopicWord, text: list[str]) -> Iterator[int]:
    """Each place in ``text`` (stems in order) where ``word`` begins."""
    first, length = word.stems[0], len(word.stems)
    for at, stem in enumerate(text):
        if stem == first and (length == 1 or tuple(text[at : at + length]) == word.stems):
            yield at


def _plain_words(part: Query) -> tuple[str, ...] | None:
    """The words of what is asked without quotes, field or sign of its own; ``None`` where ``part`` is not such."""
    if not isinstance(part, Term | Joined) or part.field is not Field.TEXT or part.boost != 1.0:
        return None
    return (part.text,) if isinstance(part, Term) else part.words
