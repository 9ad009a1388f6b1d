"""The items of documents as they are read for a topic: with the passages that hold words of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.outlines import Outline
from corpus.vocabulary import PaperKind
from search.analysis import stems
from search.stories.fitting import Stretch, Words, share, stretches, weight
from search.stories.items import Item, Paragraph, items
from search.stories.topic import Topic

FRONT = 400
"""Characters in which a paper says what it is about: its title block."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with words of the topic; ``words`` are the most that stand close together, ``fit`` their share."""

    paragraph: Paragraph
    fit: float
    words: Words
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An item of a document with its passages."""

    outline: Outline
    item: Item
    passages: tuple[Passage, ...]

    @property
    def best(self) -> Passage | None:
        """The passage that fits best, the first of such."""
        return max(self.passages, key=lambda passage: passage.fit, default=None)

    @property
    def front(self) -> str:
        """How the paper begins that the item stands in."""
        paper = self.item.paper
        return self.outline.text[paper.start : min(paper.start + FRONT, paper.end)]

    @property
    def in_minutes(self) -> bool:
        """Whether the item is one of minutes."""
        return self.item.paper.kind == PaperKind.MINUTES


def readings(topic: Topic, outlines: Iterable[Outline], found: frozenset[str]) -> Iterator[Reading]:
    """All items of ``outlines``; those of whose parts none is ``found`` (ids) are not read: they have no passages."""
    for outline in outlines:
        for item in items(outline):
            read = not found.isdisjoint(item.parts)
            yield Reading(outline, item, tuple(_passages(topic, item)) if read else ())


def _passages(topic: Topic, item: Item) -> Iterator[Passage]:
    for paragraph in item.paragraphs:
        near = tuple(stretches(topic, stems(paragraph.text)))
        if near:
            best = max(near, key=lambda stretch: weight(stretch.words))
            yield Passage(paragraph, share(topic, best.words), best.words, near)
