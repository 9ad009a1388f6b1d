"""What was moved and said under an item of minutes, beside what was resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.outlines import OutlinedFinding
from search.stories.items import LONGEST_NUMBER, Item, Paragraph
from search.stories.matching import About

DISCUSSED = 8
"""Words beside a decision that are more than its formula: something was said before it was taken."""

DEBATED = 200
"""Words beside a motion and a decision that are more than the motion and how it was put to the vote."""

LED_UP = 60
"""Words before a motion that are more than its heading and number."""

_MOVED = re.compile(r"(?:(?:[A-Z][\w’']*\.?|the)\s){1,6}(?:proposed|moved),? and (?:[\w’']+\.?\s){1,8}seconded\b")

_MARKS = re.compile(r"(?:[\s:–—.-]|\(Item \d{1,3}\)|\(?[0-9a-z]{1,3}[).](?=\s)){1,20}", re.IGNORECASE)
"""What stands between a heading and the words under it: signs, and the numbers of the item and of a paragraph."""


@dataclass(frozen=True, slots=True)
class Motion:
    """What somebody moved and somebody else seconded: where in the document that begins, and the words from there."""

    item: Item
    start: int
    words: str


def motions(about: About) -> tuple[Motion, ...]:
    """The motions and amendments of an item, in their order."""
    return tuple(
        Motion(item, paragraph.start + at, paragraph.text[at:])
        for item, paragraph in _paragraphs(about)
        if (at := motion_in(paragraph.text)) is not None
    )


def motion_in(text: str) -> int | None:
    """Where in ``text`` it is told that somebody moved something and somebody else seconded it."""
    match = _MOVED.search(text)
    return match.start() if match else None


def discussion(about: About, held: Iterable[OutlinedFinding]) -> str:
    """The text under the heading without what the findings ``held`` word."""
    held = tuple(held)
    text = "\n".join(_cut(paragraph, held) for _, paragraph in _paragraphs(about))
    return text.replace(about.head.text, "", 1)


def is_discussed(about: About, said: str, moved: Sequence[Motion]) -> bool:
    """Whether ``said``, the discussion, is more than how something was moved and put to the vote."""
    if not moved:
        return len(said.split()) >= DISCUSSED
    before = (paragraph.text[: max(moved[0].start - paragraph.start, 0)] for _, paragraph in _paragraphs(about))
    return len(said.split()) >= DEBATED or len(" ".join(before).split()) >= LED_UP


def opening(about: About) -> str:
    """How the text under the heading begins; the heading itself where there is no more."""
    first = about.readings[0].item
    text = first.text
    at = text.find(about.head.text, 0, sum(len(head.text) + LONGEST_NUMBER for head in first.path))
    rest = text[at + len(about.head.text) :] if at >= 0 else text
    if marks := _MARKS.match(rest):
        rest = rest[marks.end() :]
    more = (reading.item.text for reading in about.readings[1:])
    return rest if rest.strip() else next(more, about.head.text)


def _paragraphs(about: About) -> Iterator[tuple[Item, Paragraph]]:
    for reading in about.readings:
        for paragraph in reading.item.paragraphs:
            yield reading.item, paragraph


def _cut(paragraph: Paragraph, held: Iterable[OutlinedFinding]) -> str:
    text = paragraph.text
    for found in held:
        start, end = (min(max(at - paragraph.start, 0), len(text)) for at in (found.start, found.end))
        text = text[:start] + " " * (end - start) + text[end:]
    return text
