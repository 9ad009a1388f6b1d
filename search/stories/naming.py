"""What names a topic: headings that fit it, and headings that papers show to stand for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from corpus.vocabulary import PaperKind
from search.analysis import stems
from search.stories.events import is_standing
from search.stories.fitting import HEADLINE_WORDS, Words, headline, likeness, present, share, stretches
from search.stories.items import OF_MANY_MATTERS, Head
from search.stories.readings import Passage, Reading
from search.stories.topic import Topic

NAME = 0.5
"""How well a heading must fit to name the topic, whatever else there is."""

NEARLY_BEST = 0.75
"""A heading that names the topic fits at least this part as well as the one that fits best."""

RARE = 0.7
"""A heading that names the topic has a word with at least this part of the heaviest word's weight."""

RAREST = 0.85
"""A passage that fits loosely has a word with at least this part of the heaviest word's weight."""

RARE_TOGETHER = 0.6
"""The same of one whose words stand close together."""

SURE = 0.75
"""How well a passage must fit to tell of the topic whatever words it has."""

PARTLY = 0.25
"""How near to the topic a heading must be that is about it only together with the text under it."""

IN_PASSING = 0.35
"""The same, where one passage tells of the topic by itself: under a heading that says less it does so in passing."""

ADDED = 0.1
"""Part of the topic's weight that the text under such a heading must add to it."""

TOLD = 0.6
"""Part of the best fit that makes a passage tell of the topic, alone or with the heading above it."""

LEAST = 0.4
"""How well a passage must fit, whatever else there is."""

MOSTLY = 0.5
"""Where more than this part of the items under one heading tell of the topic, the heading is a name for it."""

CLOSE = 8
"""Words within which those stand that are close together, as in a name."""

_Stems = tuple[str, ...]


class Naming:
    """What names ``topic`` in ``readings``."""

    def __init__(self, topic: Topic, readings: Sequence[Reading]) -> None:
        self._topic = topic
        self._readings = readings
        self._stems: dict[str, _Stems] = {}
        heads = {self._of(head) for reading in readings for head in reading.item.path}
        self._headlines = {heading: headline(topic, heading) for heading in heads}
        passages = [reading.best.fit for reading in readings if reading.best]
        self._name = max(NAME, NEARLY_BEST * max(self._headlines.values(), default=0.0))
        self.told = max(LEAST, TOLD * max((*self._headlines.values(), *passages), default=0.0))
        heaviest = max((word.weight for word in topic.words), default=0.0)
        self._rarest, self._rare, self._rare_together = (
            frozenset(word for word in topic.words if word.weight >= part * heaviest)
            for part in (RAREST, RARE, RARE_TOGETHER)
        )

    def head(self, reading: Reading) -> Head | None:
        """The outermost heading above the item that makes it one about the topic; ``None`` where there is none."""
        item = reading.item
        if item.paper.id in self._fronts:
            return item.path[0]
        named = (head for head in item.path if self._names(head) or self._is_told_in_minutes(reading, head))
        return next(named, None) or self._together(reading)

    def is_told(self, reading: Reading, passage: Passage) -> bool:
        """Whether ``passage`` tells of the topic by itself: it has enough of its words, or those of a learnt name."""
        enough = passage.fit >= self.told and (passage.fit >= SURE or self._tells(reading, passage))
        return enough or any(
            len(stretch.at) <= CLOSE and any(words <= stretch.words for words in self._learnt_words)
            for stretch in passage.stretches
        )

    def _tells(self, reading: Reading, passage: Passage) -> bool:
        """Whether several words of the topic are in a passage that fits loosely, and a rare one of them.

        Where they stand close together, that need not be one of the rarest; the paper's body and dates don't count.
        """
        words = frozenset(word for word in passage.words - self._of_body(reading) if not word.of_date)
        if len(words) < min(HEADLINE_WORDS, len(self._topic.words)):
            return False
        close = any(len(stretch.at) <= CLOSE and words <= stretch.words for stretch in passage.stretches)
        return bool((self._rare_together if close else self._rarest) & words)

    def _names(self, head: Head) -> bool:
        if is_standing(head.text):
            return False
        words = self._of(head)
        if words in self._learnt:
            return True
        return self._headlines[words] >= self._name and self._holds_rare(words)

    def _holds_rare(self, words: _Stems) -> bool:
        held = present(self._topic, words)
        return bool(self._rare & held) or any(word.is_reference for word in held)

    def _together(self, reading: Reading) -> Head | None:
        """The item's own heading, where it and a passage under it together have enough of the topic."""
        if reading.best is None or not reading.item.path:
            return None
        head = reading.item.path[-1]
        words = self._of(head)
        alike = likeness(self._topic, words)
        once = sum(passage.fit >= self.told for passage in reading.passages) == 1
        if is_standing(head.text) or alike < (IN_PASSING if once else PARTLY):
            return None
        above = present(self._topic, words)
        if not above & self._topic.telling:
            return None
        together = share(self._topic, above | reading.best.words)
        return head if together >= max(self.told, share(self._topic, above) + ADDED) else None

    def _is_told_in_minutes(self, reading: Reading, head: Head) -> bool:
        """Whether the minutes of the meeting, under the same heading, tell of the topic."""
        paper = reading.item.paper
        return paper.kind == PaperKind.AGENDA and (paper.date, self._of(head)) in self._headings_of_days

    @cached_property
    def _told_together(self) -> tuple[tuple[Reading, _Stems], ...]:
        """The items of which ``_together`` tells, each with its heading."""
        return tuple(
            (reading, self._of(head)) for reading in self._readings if (head := self._together(reading)) is not None
        )

    @cached_property
    def _learnt(self) -> frozenset[_Stems]:
        """The headings of minutes under which mostly the topic is told of."""
        told: dict[_Stems, int] = defaultdict(int)
        all_of: dict[_Stems, int] = defaultdict(int)
        for reading in self._readings:
            if reading.in_minutes and reading.item.path:
                all_of[self._of(reading.item.path[-1])] += 1
        for reading, heading in self._told_together:
            told[heading] += reading.in_minutes
        return frozenset(heading for heading, count in told.items() if count > MOSTLY * all_of[heading])

    @cached_property
    def _learnt_words(self) -> frozenset[Words]:
        """The words of the topic in the learnt names of several days."""
        days: dict[Words, set[str | None]] = defaultdict(set)
        for reading, heading in self._told_together:
            if heading in self._learnt:
                words = present(self._topic, heading) - self._of_body(reading)
                days[words].add(reading.item.paper.date)
        return frozenset(words for words, on in days.items() if len(words) >= HEADLINE_WORDS and len(on) > 1)

    @cached_property
    def _headings_of_days(self) -> frozenset[tuple[str | None, _Stems]]:
        return frozenset(
            (reading.item.paper.date, heading) for reading, heading in self._told_together if reading.in_minutes
        )

    @cached_property
    def _fronts(self) -> frozenset[str]:
        """The papers (ids) on one matter that begin with enough of the topic, whatever their title is."""
        first: dict[str, Reading] = {}
        for reading in self._readings:
            if reading.passages and reading.item.paper.kind not in OF_MANY_MATTERS:
                first.setdefault(reading.item.paper.id, reading)
        return frozenset(paper for paper, reading in first.items() if self._fits_in_front(reading))

    def _fits_in_front(self, reading: Reading) -> bool:
        """Whether the paper begins with the topic; its body and date stand there whatever it is about."""
        body = self._of_body(reading)
        return any(
            share(self._topic, (word for word in stretch.words - body if not word.of_date)) >= self.told
            for stretch in stretches(self._topic, stems(reading.front))
        )

    def _of_body(self, reading: Reading) -> Words:
        """The words of the topic that are in the name of the body whose paper it is."""
        body = set(stems(reading.item.paper.body or ""))
        return frozenset(word for word in self._topic.words if body.issuperset(word.stems))

    def _of(self, head: Head) -> _Stems:
        if head.text not in self._stems:
            self._stems[head.text] = tuple(stems(head.text))
        return self._stems[head.text]
