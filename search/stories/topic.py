"""What a timeline is asked for: the words of a topic, each with its weight, and what is meant strictly."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.months import MONTHS
from search.analysis import stemmed, words
from search.fields import Field
from search.index import Index
from search.meaning import stem_query
from search.query import parse
from search.tree import And, Joined, Phrase, Query, Term

LEAST_WEIGHT = 0.05
"""Weight of a word that every entry holds: it may say why something fits, it can't make it fit."""

BEHIND_COLON = 0.5
"""Part of its weight that a word counts behind "Village green: ": what is before the colon is the name."""

_NAMED = re.compile(r'([^":]{3,}): ')

OF_DATE = 0.5
"""Part of its weight that a month, a year or a day counts: many things are of one date."""

TELLING = 0.5
"""A word tells of the topic by itself where its weight is at least this part of the heaviest word's."""

PROCEDURAL = 0.5
"""Part of its weight that a word counts by which minutes tell how anything was dealt with."""

OF_PROCEDURE = frozenset(stemmed("proposed proposal".split()))

_REFERENCE = re.compile(r"(?=.*/)(?!\d{2,4}/\d{2}$)(?=(?:\D*\d){3})[\w/]+", re.ASCII)
"""Three figures or more and a stroke, and not a year of account."""

SMALL_WORDS = frozenset(
    """a about after all an and any are as at be been before being by can could did do does for from had has have how
    in into is it its many much no of on or our should some than that the their them there these they this those to was
    we were what when where which who whom whose why will with would you your""".split()
)
"""Words that are in every text: beside others they say nothing of a topic."""


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word, a number such as 24/00093, or a quoted phrase, as its stems in order.

    ``written`` is how the user wrote it; ``weight`` is its rarity: the logarithm of all entries to those that hold it.
    A ``required`` one must be there whatever else is; one that ``is_reference`` names one matter by itself.
    Those ``in_name`` stand before a colon, and are the name of what is asked for.
    """

    written: str
    stems: tuple[str, ...]
    weight: float
    required: bool = False
    is_reference: bool = False
    in_name: bool = False

    @property
    def of_date(self) -> bool:
        """Whether it is a month, a year, or the number of a day."""
        return _of_date(self.stems) or self.written in MONTHS

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

    @property
    def required(self) -> frozenset[TopicWord]:
        """The words that must be there."""
        return frozenset(word for word in self.words if word.required)

    @property
    def name(self) -> frozenset[TopicWord]:
        """The words of its name, where the user wrote one before a colon."""
        return frozenset(word for word in self.words if word.in_name)

    @property
    def telling(self) -> frozenset[TopicWord]:
        """The words that are rare enough to tell of the topic by themselves."""
        heaviest = max((word.weight for word in self.words), default=0.0)
        return frozenset(word for word in self.words if word.weight >= TELLING * heaviest)


def topic(index: Index, text: str) -> Topic:
    """What ``text`` asks for; raises ``QueryError`` where it is no query.

    Words side by side are a topic; small ones count for nothing beside others. A quoted phrase is a word that must be
    there. Fields, wildcards and all within AND, OR and NOT mean what they mean in a search.
    """
    tree = parse(text)
    parts = tree.subqueries if isinstance(tree, And) else (tree,)
    plain = [(part, _plain_words(part)) for part in parts]
    small = {written for _, written in plain if written and len(written) == 1 and written[0] in SMALL_WORDS}
    if len(small) == len(parts):
        small = set()
    name = frozenset(words(named[1])) if (named := _NAMED.match(text)) else frozenset()
    known: dict[tuple[str, ...], TopicWord] = {}
    unknown: list[str] = []
    strict: list[Query] = []
    for part, written in plain:
        if written is None:
            strict.append(index.meaning(part))
        elif written not in small and (found := tuple(stemmed(written))) not in known:
            required = isinstance(part, Phrase)
            as_written = (" " if required else "/").join(written)
            holding = index.engine.search(stem_query(Field.TEXT, found), limit=1).total
            if holding:
                weight = max(math.log(index.places / holding), LEAST_WEIGHT)
                if _of_date(written):
                    weight *= OF_DATE
                if len(written) == 1 and found[0] in OF_PROCEDURE:
                    weight *= PROCEDURAL
                in_name = bool(name) and name.issuperset(written)
                if name and not in_name:
                    weight *= BEHIND_COLON
                known[found] = TopicWord(as_written, found, weight, required, is_reference(as_written), in_name)
            elif required:
                strict.append(index.meaning(part))
            else:
                unknown.append(as_written)
    return Topic(tuple(known.values()), tuple(unknown), tuple(strict))


def is_reference(written: str) -> bool:
    """Whether it is a reference number: "24/00093", but not the year of account "2024/25"."""
    return bool(_REFERENCE.fullmatch(written))


def occurrences(word: TopicWord, text: Sequence[str]) -> Iterator[int]:
    """Each place in ``text`` (stems in order) where ``word`` begins."""
    first, length = word.stems[0], len(word.stems)
    for at, stem in enumerate(text):
        if stem == first and (length == 1 or tuple(text[at : at + length]) == word.stems):
            yield at


def _of_date(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and (words[0] in MONTHS or (words[0].isdigit() and len(words[0]) in (1, 2, 4)))


def _plain_words(part: Query) -> tuple[str, ...] | None:
    """The words of what is asked without field or sign of its own; ``None`` where ``part`` is not such."""
    if not isinstance(part, Term | Joined | Phrase) or part.field is not Field.TEXT or part.boost != 1.0:
        return None
    return (part.text,) if isinstance(part, Term) else part.words
