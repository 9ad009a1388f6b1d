"""How well an entry fits a topic, and what of the topic stands where in it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from corpus.entries import Entry
from search.analysis import stems
from search.topic import Topic, TopicWord, occurrences

NEAR = 40
"""Words that lie this close together in a text are about one thing: about two sentences."""

TITLE_CREDIT = 0.7
"""Part of a word's weight that counts where it stands only in the paper's title, not at the entry itself."""

FAR_CREDIT = 0.35
"""Part of a word's weight that counts where it stands in the text, but far from the other words."""

PASSAGE = 0.5
"""Part of the topic's weight that makes a stretch of a text one about the topic."""

HEADLINE_WORDS = 2
"""Words of the topic that a short heading must have to be a name for it: one alone names too many things."""

_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=[^a-z])|\n\s*\n")

QUOTE_LENGTH = 300
"""Characters of a quote: enough to know the place again."""


@dataclass(frozen=True, slots=True)
class Fit:
    """``score`` from 0 to 1 is the part of the topic's weight that the entry has; the rest says which words are where.

    ``own`` is the part of the weight that stands at the entry itself: its heading, or close together in its text.
    ``passages`` are the stretches of its text, as ranges of words counted from 0, that have enough of the topic; where
    the heading has enough of it, that is the whole text.
    """

    score: float
    own: float
    heading: tuple[str, ...]
    text: tuple[str, ...]
    title: tuple[str, ...]
    passages: tuple[range, ...]

    @property
    def why(self) -> str:
        """In words, which words of the topic stand where."""
        places = (("heading", self.heading), ("text", self.text), ("title of the paper", self.title))
        parts = [f"{_listed(found)} in the {place}" for place, found in places if found]
        return "; ".join(parts) if parts else "meets the query"


def fit(entry: Entry, topic: Topic) -> Fit:
    """How well ``entry`` fits ``topic``; a topic without words is met by whatever was found."""
    if not topic.words:
        return Fit(1.0, 1.0, (), (), (), ())
    heading_stems = stems(entry.heading)
    heading = _present(topic.words, heading_stems)
    title = _present(topic.words, stems(entry.paper_title))
    text = stems(entry.text)
    places = sorted(((at, word) for word in topic.words for at in occurrences(word, text)), key=itemgetter(0))
    close = list(_close_together(places))
    near = max((words for _, words in close), key=_weight, default=frozenset())
    far = frozenset(word for _, word in places)
    own = heading | near
    score = sum(
        word.weight * (1.0 if word in own else TITLE_CREDIT if word in title else FAR_CREDIT if word in far else 0.0)
        for word in topic.words
    )
    enough = PASSAGE * topic.weight
    return Fit(
        score=max(score / topic.weight, _headline(heading, heading_stems, topic)),
        own=_weight(own) / topic.weight,
        heading=_written(topic.words, heading),
        text=_written(topic.words, (near | far) - heading),
        title=_written(topic.words, title - own - far),
        passages=(range(len(text)),)
        if _weight(heading) >= enough
        else tuple(stretch for stretch, words in close if _weight(words) >= enough),
    )


def telling_sentence(text: str, topic: Topic) -> str:
    """The part of ``text`` from its sentence that has most of the topic on, white space folded, cut at a word."""
    sentences = [" ".join(part.split()) for part in _SENTENCE_END.split(text)]
    sentences = [sentence for sentence in sentences if sentence]
    if not sentences:
        return ""
    weights = [sum(word.weight for word in _present(topic.words, stems(sentence))) for sentence in sentences]
    best = weights.index(max(weights))
    quote = " ".join(sentences[best:])
    return quote if len(quote) <= QUOTE_LENGTH else quote[:QUOTE_LENGTH].rsplit(" ", 1)[0]


def _present(wanted: Iterable[TopicWord], text: list[str]) -> frozenset[TopicWord]:
    return frozenset(word for word in wanted if any(True for _ in occurrences(word, text)))


def _headline(found: frozenset[TopicWord], heading: list[str], topic: Topic) -> float:
    """How well a heading that is short and mostly of the topic's words fits, though it has only some of them."""
    if len(found) < HEADLINE_WORDS:
        return 0.0
    of_topic = {stem for word in found for stem in word.stems}
    purity = sum(stem in of_topic for stem in heading) / len(heading)
    return math.sqrt(_weight(found) / topic.weight * purity)


def _close_together(places: list[tuple[int, TopicWord]]) -> Iterator[tuple[range, frozenset[TopicWord]]]:
    """Each stretch of ``NEAR`` words at most that ends with one of ``places``, and the words of the topic in it."""
    start = 0
    for end, (at, _) in enumerate(places):
        while at - places[start][0] >= NEAR:
            start += 1
        yield range(places[start][0], at + 1), frozenset(word for _, word in places[start : end + 1])


def _weight(found: Iterable[TopicWord]) -> float:
    return sum(word.weight for word in found)


def _written(wanted: Iterable[TopicWord], found: frozenset[TopicWord]) -> tuple[str, ...]:
    return tuple(word.written for word in wanted if word in found)


def _listed(found: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in found]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
