"""Which items of documents are about a topic, and which only mention it in a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.analysis import stems
from search.stories.events import is_formal
from search.stories.fitting import Words, present, weight
from search.stories.items import OF_MANY_MATTERS, Head
from search.stories.naming import Naming
from search.stories.readings import Passage, Reading
from search.stories.topic import Topic


@dataclass(frozen=True, slots=True)
class About:
    """What stands under a heading that is about the topic; ``words`` are those of the topic that show it."""

    head: Head
    words: Words
    readings: tuple[Reading, ...]

    @property
    def text(self) -> str:
        """All that stands under the heading."""
        return "\n".join(reading.item.text for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Mention:
    """The passages (one or more) about the topic in an item about something else."""

    reading: Reading
    passages: tuple[Passage, ...]

    @property
    def best(self) -> Passage:
        """The passage that fits best, the first of such."""
        return max(self.passages, key=lambda passage: passage.fit)


@dataclass(frozen=True, slots=True)
class Matches:
    """All that tells of a topic, in the order of the documents."""

    about: tuple[About, ...]
    mentions: tuple[Mention, ...]


def matches(topic: Topic, readings: Sequence[Reading]) -> Matches:
    """What of ``readings`` is about ``topic``, and what mentions it."""
    naming = Naming(topic, readings)
    groups: dict[tuple[str, str, int], list[Reading]] = defaultdict(list)
    heads: dict[tuple[str, str, int], Head] = {}
    others: list[Reading] = []
    for reading in readings:
        head = naming.head(reading)
        if head is None:
            others.append(reading)
        else:
            key = (reading.outline.document, head.id, head.start)
            groups[key].append(reading)
            heads[key] = head
    about = tuple(_about(topic, heads[key], tuple(group)) for key, group in groups.items())
    papers = frozenset(part.readings[0].item.paper.id for part in about)
    return Matches(about, tuple(_mentions(naming, others, papers)))


def _about(topic: Topic, head: Head, readings: tuple[Reading, ...]) -> About:
    passages = (passage.words for reading in readings for passage in reading.passages)
    near: Words = max(passages, key=weight, default=frozenset())
    return About(head, present(topic, stems(head.text)) | near, readings)


def _mentions(naming: Naming, readings: Sequence[Reading], about: frozenset[str]) -> Iterator[Mention]:
    """The passages of ``readings`` that tell of the topic, by item.

    Of a paper on one matter it is the best item, and none where a part of it is ``about`` the topic (ids of papers).
    """
    best: dict[str, Mention] = {}
    for reading in readings:
        paper = reading.item.paper
        passages = tuple(passage for passage in reading.passages if naming.is_told(reading, passage))
        if not passages or any(is_formal(head.text) for head in reading.item.path):
            continue
        mention = Mention(reading, passages)
        if paper.kind in OF_MANY_MATTERS:
            yield mention
        elif paper.id not in about and (paper.id not in best or mention.best.fit > best[paper.id].best.fit):
            best[paper.id] = mention
    yield from best.values()
