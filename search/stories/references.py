"""Reference numbers that papers give a matter: who asks for its name means these too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.analysis import stems, words
from search.stories.fitting import headline, share, stretches
from search.stories.matching import About
from search.stories.topic import Topic, TopicWord

SURELY = 0.8
"""How well a heading must fit whose number is the matter's."""

_NUMBER = re.compile(r"(?<![\w/])(?:(?:[A-Z]{1,8}/)?\d{2,4}/\d{3,6}|[A-Z]{2,8}/\d{2,4}/\d{2,6})(?![\w/])")
"""A number with a stroke that is no year, date or sum: "24/00017", "ICB/24/047"."""


def with_references(topic: Topic, abouts: Iterable[About]) -> Topic:
    """``topic`` with the reference numbers that headings, and the fronts of papers, give what they name it by."""
    learnt: dict[tuple[str, ...], TopicWord] = {word.stems: word for word in topic.words}
    for about in abouts:
        numbers = set(_NUMBER.findall(_naming(topic, about)))
        if len(numbers) == 1:
            number = numbers.pop()
            written, parts = "/".join(words(number)), tuple(stems(number))
            learnt.setdefault(parts, TopicWord(written, parts, weight=0.0, is_reference=True))
    return Topic(tuple(learnt.values()), topic.unknown, topic.strict)


def _naming(topic: Topic, about: About) -> str:
    """The words that surely name the topic: of the heading, and of the title block of a paper that is all about it."""
    first = about.readings[0]
    named = headline(topic, stems(about.head.text)) >= SURELY
    if about.head.id != first.item.paper.id:
        return about.head.text if named else ""
    near = any(share(topic, stretch.words) >= SURELY for stretch in stretches(topic, stems(first.front)))
    return f"{about.head.text}\n{first.front}" if named or near else ""
