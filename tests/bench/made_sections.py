"""Sections in any number for benchmarks of search: the sentences of the sample papers put together anew.

Words of the samples give way to made-up ones, so that the vocabulary grows with the text as that of real papers does:
by Heaps' law, and with a long tail, for a word is taken the more often the more often it was taken before (Simon's
model of word frequencies). The same number gives the same sections at every call; they are made one after the other,
and what is remembered of them is bounded.
"""

from __future__ import annotations

import random
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.document import DocumentId, PaperId
from corpus.entries import Entry, EntryKind
from corpus.vocabulary import Outcome

SEED = 7

_HEAPS_K = 34.0
_HEAPS_BETA = 0.5
"""Distinct words of a text of n words are K * n ** beta: about 120,000 in 100,000 sections, as in English at large."""

_REPLACED = 0.4
"""The part of the samples' rarer words that give way to made ones: with it a fifth of all words stand in the tail."""

_KEPT_WORDS = 150
"""The samples' most frequent words, which always stay: they are what holds English together."""

_REMEMBERED = 500_000
"""Uses of made words among which the next one is chosen."""

_FIRST_WORDS = 500
"""Made words there are from the start: else the first one would be chosen for ever."""

_LEAST_WORDS, _MOST_WORDS = 70, 150
"""Words of a section before its last sentence is whole; 125 with its heading at the mean."""

_SECTIONS_A_PAPER = (3, 20)
_PAPERS_A_DOCUMENT = (1, 8)
_FIRST_DAY, _DAYS = date(2014, 1, 1), 4000

_PLACES = ("Harrowmere", "Ellerdyke", "Fernshire", "Aldermoor", "Thornwick", "Oxmere", "Kestrel Vale", "Wyrebridge")
_ORGANISATIONS = (
    *(f"{place} Borough Council" for place in _PLACES[:5]),
    *(f"NHS {place} Integrated Care Board" for place in _PLACES[5:]),
)
_BODIES = (
    "Cabinet",
    "Council",
    "Health and Wellbeing Board",
    "Overview and Scrutiny Committee",
    "Planning Committee",
    *(f"{place} {kind}" for kind in ("Area Committee", "Town Board", "Quality Committee") for place in _PLACES),
    *(f"{matter} Panel" for matter in ("Children and Families", "Licensing", "Pensions", "Audit", "Flood Risk")),
    *(f"{matter} Sub-Committee" for matter in ("Highways", "Appeals", "Standards", "Grants", "Investment")),
)
_OUTCOMES = (Outcome.NOTED, Outcome.NOTED, Outcome.APPROVED, Outcome.APPROVED, Outcome.AGREED, Outcome.DEFERRED)
_GIVEN_NAMES = ("Alan", "Asha", "Bridget", "Colin", "Dilys", "Femi", "Gwen", "Imran", "Joan", "Kit", "Mary", "Owen")

_KINDS = (EntryKind.SECTION,) * 6 + (EntryKind.DECISION, EntryKind.DECISION, EntryKind.ACTION, EntryKind.RECOMMENDATION)

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+|\n+")
_PLAIN = re.compile(r"[A-Za-z]{3,}")

_ONSETS = "b br c ch cl cr d dr f fl g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w wh".split()
_VOWELS = "a a e e i i o o u ai ea ee oa ou y".split()
_CODAS = ("", "", "", "", "ck", "d", "ft", "l", "ll", "m", "n", "nd", "ng", "r", "rn", "s", "st", "t", "tch", "x")
_ENDINGS = ("", "", "", "s", "ed", "ing", "ment", "ation", "ly", "er", "al", "ness")
"""Of common words; stemming cuts some of them."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the papers of one document share."""

    document: str
    body: str
    organisation: str
    date: str


class _Tail:
    """The made-up words: names, common words, numbers."""

    def __init__(self, chance: random.Random, known: Iterable[str]) -> None:
        self._chance = chance
        self._known = set(known)
        self._made = [self._new() for _ in range(_FIRST_WORDS)]
        self._uses = array("L", range(_FIRST_WORDS))
        self._words = 0

    def seen(self, words: int) -> None:
        """The text has grown by so many words."""
        self._words += words

    def word(self) -> str:
        """A new word where the vocabulary is smaller than the text asks for, else one that was there before."""
        if len(self._known) < _HEAPS_K * self._words**_HEAPS_BETA:
            which = len(self._made)
            self._made.append(self._new())
        else:
            which = self._uses[int(self._chance.random() * len(self._uses))]
        if len(self._uses) < _REMEMBERED:
            self._uses.append(which)
        else:
            self._uses[int(self._chance.random() * _REMEMBERED)] = which
        return self._made[which]

    def _new(self) -> str:
        kind = self._chance.random()
        while True:
            if kind < 0.25:
                word = self._number()
            else:
                spelt = "".join(self._syllable() for _ in range(self._chance.choice((1, 2, 2, 3))))
                word = spelt.capitalize() if kind < 0.6 else spelt + self._chance.choice(_ENDINGS)
            if word.lower() not in self._known:
                self._known.add(word.lower())
                return word

    def _number(self) -> str:
        number = self._chance.randrange(10, 100_000)
        return self._chance.choice((f"{number}", f"HWB{number}", f"{number:,}", f"{number % 30}/{number:05}"))

    def _syllable(self) -> str:
        choose = self._chance.choice
        return choose(_ONSETS) + choose(_VOWELS) + choose(_CODAS)


class _Sentences:
    """The sentences of the samples, each a list of words of which some may give way."""

    def __init__(self, texts: Iterable[str], chance: random.Random) -> None:
        sentences = [sentence.split() for text in texts for sentence in _SENTENCE_END.split(text)]
        self._sentences = [sentence for sentence in sentences if len(sentence) > 2]
        counted = Counter(word.lower() for sentence in self._sentences for word in sentence)
        self.vocabulary = frozenset(counted)
        self._kept = frozenset(word for word, _ in counted.most_common(_KEPT_WORDS))
        self._chance = chance

    def one(self, tail: _Tail) -> list[str]:
        """Any of them, with words of ``tail`` in it."""
        return self.anew(self._chance.choice(self._sentences), tail)

    def anew(self, sentence: Sequence[str], tail: _Tail) -> list[str]:
        """``sentence`` with words of ``tail`` in it."""
        chance, kept = self._chance.random, self._kept
        words = [
            tail.word() if chance() < _REPLACED and word.lower() not in kept and _PLAIN.search(word) else word
            for word in sentence
        ]
        tail.seen(len(words))
        return words


def sections(samples: Sequence[Entry], count: int) -> Iterator[Entry]:
    """``count`` entries in the manner of ``samples`` (of all sample papers), paper by paper."""
    chance = random.Random(SEED)
    sentences = _Sentences((sample.text for sample in samples), chance)
    tail = _Tail(chance, sentences.vocabulary)
    headings = [sample.heading.split() for sample in samples if sample.heading]
    templates = {kind: [sample for sample in samples if sample.kind is kind] for kind in set(_KINDS)}
    made = 0
    while True:
        meeting = _meeting(chance, made)
        for number in range(chance.randint(*_PAPERS_A_DOCUMENT)):
            paper = PaperId(f"{meeting.document}/p{number + 1}")
            title = " ".join(sentences.anew(chance.choice(headings), tail))
            for _ in range(chance.randint(*_SECTIONS_A_PAPER)):
                template = chance.choice(templates[chance.choice(_KINDS)])
                heading = " ".join(sentences.anew(chance.choice(headings), tail))
                text = _text(chance, sentences, tail)
                entry = _entry(chance, template, meeting, f"{heading}\n{text}", made, tail)
                yield replace(entry, paper=paper, paper_title=title, heading=heading)
                made += 1
                if made == count:
                    return


def changed(entry: Entry) -> Entry:
    """``entry`` as it stands in a new version of its paper."""
    return replace(entry, text=f"{entry.text} This paragraph was amended before the meeting.")


def _text(chance: random.Random, sentences: _Sentences, tail: _Tail) -> str:
    words: list[str] = []
    wanted = chance.randint(_LEAST_WORDS, _MOST_WORDS)
    while len(words) < wanted:
        words += sentences.one(tail)
    return " ".join(words)


def _meeting(chance: random.Random, number: int) -> _Meeting:
    # The first bodies meet most often: their share falls as one over their place.
    (body,) = chance.choices(_BODIES, [1 / place for place in range(1, len(_BODIES) + 1)])
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    return _Meeting(f"made-{number}", body, chance.choice(_ORGANISATIONS), day.isoformat())


def _entry(chance: random.Random, template: Entry, meeting: _Meeting, text: str, number: int, tail: _Tail) -> Entry:
    printed = f"{chance.randint(1, 20)}.{chance.randint(1, 30)}"
    name = f"{chance.choice(_GIVEN_NAMES)} {tail.word().capitalize()}"
    return replace(
        template,
        id=f"{meeting.document}/e{number}",
        document=DocumentId(meeting.document),
        document_name=f"{meeting.document}.pdf",
        page=chance.randint(1, 200),
        number=printed,
        reference=printed,
        body=meeting.body,
        organisation=meeting.organisation,
        date=meeting.date,
        text=text,
        outcome=chance.choice(_OUTCOMES) if template.kind is EntryKind.DECISION else None,
        owner=name if template.kind is EntryKind.ACTION else None,
        people=(name,) if chance.random() < 0.5 else (),
    )
