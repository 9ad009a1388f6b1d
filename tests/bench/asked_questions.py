"""What benchmarks of search ask: questions of each class, made of rare, middling and common words of the sections.

Every question is told in Minuted's query language and in SQLite's, which mean the same as far as the two go.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import TypeAlias

from corpus.entries import Entry
from search.analysis import words

SEED = 11

_COMMON, _MIDDLING = 0.01, 0.0005
"""The share of sections that a common word stands in at least, and a middling one; rarer ones are rare."""

_LEAST_SECTIONS = 2
"""A word that stands in one section only is mostly a misprint: nobody asks for it."""

_EVERYWHERE = 0.3
"""The words of a larger share are no words to ask for: of, and, the."""

_KEPT_ENTRIES = 2_000
"""Entries that phrases are taken from, spread over all sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``text`` is all of it in Minuted's language; ``match`` the words in FTS5's, with ``body`` and days beside them.

    ``match`` is empty where only body and days are asked for; ``near`` is a word of which near spellings are wanted.
    ``words`` is ``text`` without body and days, where it has these and words.
    """

    text: str
    match: str = ""
    near: str | None = None
    words: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def words_asked(self) -> bool:
        """Whether words are asked for, not body and days alone."""
        return bool(self.match or self.near)


Made: TypeAlias = Callable[["Words"], Question]


@dataclass(frozen=True, slots=True)
class Words:
    """What questions are made of: words by how frequent they are, and some entries with their words.

    ``of_each`` gives a rare, a middling and a common word in turn.
    """

    chance: random.Random
    of_each: Iterator[str]
    entries: Sequence[Entry]
    everywhere: frozenset[str]
    distinct: int

    def word(self, least_length: int = 1) -> str:
        """A word of at least that many characters."""
        return next(word for word in self.of_each if len(word) >= least_length)

    def run(self, length: int) -> list[str]:
        """Words that stand next to one another in some text, of which one at least is worth asking for."""
        while True:
            found = words(self.chance.choice(self.entries).text)
            at = self.chance.randrange(max(len(found) - length, 1))
            run = found[at : at + length]
            if len(run) == length and not self.everywhere.issuperset(run):
                return run


def read_words(entries: Iterable[Entry], count: int) -> Words:
    """What the ``count`` entries are made of."""
    held: Counter[str] = Counter()
    kept: list[Entry] = []
    for number, entry in enumerate(entries):
        held.update(set(words(entry.text)))
        if number % max(count // _KEPT_ENTRIES, 1) == 0:
            kept.append(entry)
    chance = random.Random(SEED)
    asked = sorted(word for word, times in held.items() if _LEAST_SECTIONS <= times <= _EVERYWHERE * count)
    common = [word for word in asked if held[word] >= _COMMON * count]
    middling = [word for word in asked if _MIDDLING * count <= held[word] < _COMMON * count]
    rare = [word for word in asked if held[word] < _MIDDLING * count] or middling
    return Words(
        chance=chance,
        of_each=(chance.choice(band) for band in cycle((rare, middling, common))),
        entries=kept,
        everywhere=frozenset(word for word, times in held.items() if times > _EVERYWHERE * count),
        distinct=len(held),
    )


def questions(made: Words, of_each_class: int) -> dict[str, list[Question]]:
    """Different questions of each class, by its name."""
    return {name: _different(make, made, of_each_class) for name, make in CLASSES.items()}


def without_filters(narrowed: Sequence[Question]) -> list[Question]:
    """The words alone of each of ``narrowed``."""
    return [Question(text=each.words, match=each.match) for each in narrowed if each.words]


def _different(make: Made, made: Words, wanted: int) -> list[Question]:
    found: dict[str, Question] = {}
    while len(found) < wanted:
        question = make(made)
        found.setdefault(question.text, question)
    return list(found.values())


def _term(made: Words) -> Question:
    word = made.word()
    return Question(text=word, match=_quoted(word))


def _phrase(made: Words) -> Question:
    run = _quoted(*made.run(made.chance.choice((2, 3, 4))))
    return Question(text=run, match=run)


def _boolean(made: Words) -> Question:
    one, two, three = _beside(made)
    form = made.chance.choice(("{0} AND {1}", "{0} OR {1}", "{0} AND ({1} OR {2})", "{0} AND {1} NOT {2}"))
    match = form.format(*map(_quoted, (one, two, three)))
    return Question(text=form.format(one, two, three), match=match)


def _prefix(made: Words) -> Question:
    word = made.word(least_length=5)
    beginning = word[: made.chance.randint(3, len(word) - 1)]
    return Question(text=f"{beginning}*", match=f"{_quoted(beginning)}*")


def _fuzzy(made: Words) -> Question:
    word = made.word(least_length=6)
    at = made.chance.randrange(1, len(word))
    misspelt = word[:at] + made.chance.choice("aeiourst") + word[at + 1 :]
    return Question(text=f"{misspelt}~1", near=misspelt)


def _fielded(made: Words) -> Question:
    entry = made.chance.choice(made.entries)
    word = made.chance.choice([word for word in words(entry.text) if word not in made.everywhere])
    filters = _filters(entry, made)
    return replace(filters, text=f"{word} {filters.text}", match=_quoted(word), words=word)


def _filters_alone(made: Words) -> Question:
    return _filters(made.chance.choice(made.entries), made)


def _filters(entry: Entry, made: Words) -> Question:
    year = int((entry.date or "2020")[:4])
    first, last = year - made.chance.randint(0, 1), year + made.chance.randint(0, 1)
    return Question(
        text=f'body:"{entry.body}" date:{first}..{last}',
        body=entry.body,
        since=f"{first}-01-01",
        until=f"{last}-12-31",
    )


def _beside(made: Words) -> tuple[str, str, str]:
    """Two words of one entry, and one that goes with them or not."""
    while True:
        found = [word for word in words(made.chance.choice(made.entries).text) if word not in made.everywhere]
        chosen = made.chance.sample(found, 2) if len(found) > 1 else []
        if len(set(chosen)) == 2:
            return chosen[0], chosen[1], made.word()


def _quoted(*found: str) -> str:
    return f'"{" ".join(found)}"'


CLASSES: dict[str, Made] = {
    "term": _term,
    "phrase": _phrase,
    "boolean": _boolean,
    "prefix": _prefix,
    "fuzzy": _fuzzy,
    "fielded+date": _fielded,
    "filters alone": _filters_alone,
}
