"""How well words fit a topic: as a heading, and as running text in which the topic's words stand close together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from search.analysis import stems
from search.stories.topic import SMALL_WORDS, Topic, TopicWord, occurrences

NEAR = 40
"""Words that lie this close together in a text are about one thing: about two sentences."""

NAMED = 0.8
"""Part of the topic that its name is, where it has one."""

HEADLINE_WORDS = 2
"""Words of the topic that a heading must have to be a name for it though it lacks others: one names too many things."""

QUOTE_LENGTH = 300
"""Characters of a quote: enough to know the place again."""

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=[^a-z])|\n\s*\n")

Words = frozenset[TopicWord]


@dataclass(frozen=True, slots=True)
class Stretch:
    """``words`` of the topic that stand close together in ``at``, counted in words of the text from 0."""

    at: range
    words: Words


def weight(words: Iterable[TopicWord]) -> float:
    """The weight of ``words`` together."""
    return sum(word.weight for word in words)


def share(topic: Topic, words: Iterable[TopicWord]) -> float:
    """The part of the topic's weight that ``words`` have, from 0 to 1; 0 where a required word is missing.

    A reference number is all of the topic, and so are all the words beside it.
    """
    held = frozenset(words)
    if not topic.required <= held:
        return 0.0
    if any(word.is_reference for word in held):
        return 1.0
    whole = weight(word for word in topic.words if not word.is_reference)
    part = weight(held) / whole if whole else 0.0
    return max(part, NAMED) if topic.name and topic.name <= held else part


def present(topic: Topic, text: Sequence[str]) -> Words:
    """The words of the topic that ``text`` (stems) has."""
    held = frozenset(text)
    return frozenset(
        word
        for word in topic.words
        if held.issuperset(word.stems) and (len(word.stems) == 1 or any(True for _ in occurrences(word, text)))
    )


def headline(topic: Topic, text: Sequence[str]) -> float:
    """How well ``text`` (stems) fits as a heading that names the topic, from 0 to 1.

    It is the part of the topic's weight that it has; or, for one with several of its words, how near the two are.
    """
    found = present(topic, text)
    part = share(topic, found)
    return part if len(found) < HEADLINE_WORDS else max(part, likeness(topic, text))


def likeness(topic: Topic, text: Sequence[str]) -> float:
    """How near ``text`` (stems) and the topic are, from 0 to 1: what each has of the other, in the middle."""
    found = present(topic, text)
    of_topic = {stem for word in found for stem in word.stems}
    said = [stem for stem in text if stem not in SMALL_WORDS]
    pure = sum(stem in of_topic for stem in said) / max(len(said), 1)
    return math.sqrt(share(topic, found) * pure)


def stretches(topic: Topic, text: Sequence[str]) -> Iterator[Stretch]:
    """Each stretch of ``NEAR`` words of ``text`` (stems) at most that ends with a word of the topic."""
    places = sorted(((at, word) for word in topic.words for at in occurrences(word, text)), key=itemgetter(0))
    start = 0
    for end, (at, _) in enumerate(places):
        while at - places[start][0] >= NEAR:
            start += 1
        yield Stretch(range(places[start][0], at + 1), frozenset(word for _, word in places[start : end + 1]))


def telling_sentence(text: str, topic: Topic) -> str:
    """The part of ``text`` from its sentence that has most of the topic on, white space folded, cut at a word."""
    sentences = list(sentences_of(text))
    if not sentences:
        return ""
    weights = [weight(present(topic, stems(sentence))) for sentence in sentences]
    return shortened(" ".join(sentences[weights.index(max(weights)) :]))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of ``text``, white space folded."""
    for part in _SENTENCE_END.split(text):
        if sentence := " ".join(part.split()):
            yield sentence


def shortened(text: str) -> str:
    """``text`` with white space folded, cut at a word where it is longer than a quote."""
    whole = " ".join(text.split())
    return whole if len(whole) <= QUOTE_LENGTH else whole[:QUOTE_LENGTH].rsplit(" ", 1)[0]
