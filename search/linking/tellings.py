"""Passages that tell of a meeting by its body and day, and the minute of that meeting whose matter they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.bodies import MEETING_WORDS
from corpus.dates import find_dates
from corpus.links.model import Link, Thing, ThingKind
from corpus.spans import Span
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.boards import Sameness
from search.aligning.words import says_something, title_keys, words_of
from search.linking.linked import linked
from search.linking.meetings import sameness
from search.linking.neighbours import Neighbours

OF_MINUTES = "minutes"
"""The status of a telling that names the minutes of the meeting."""
_NOUNS = "|".join(sorted(MEETING_WORDS, key=len, reverse=True))
_BODY = re.compile(
    r"\b(?!(?:At|By|In|The|To|On|From|Since|When|Following|After|Before|If)\b)"
    rf"(?P<name>(?:[A-Z][\w&'’-]*,? (?:(?:of|and|for|the|&) )*){{0,6}}(?:{_NOUNS}))\b(?=[^.;\n]{{0,60}}$)"
)
"""A body named shortly before a day: "At the Scrutiny Committee held on"."""
_ITS_MEETING = re.compile(
    r"\b(?:its|our|the (?:last|previous)) (?:last |previous )?meeting,? (?:held )?(?:on|of)[^.;\n]{0,20}$"
)
_MINUTES = re.compile(r"\bminutes\b[^.;\n]{0,60}$", re.IGNORECASE)
_BEFORE, _AFTER = 120, 300
"""Characters before the day in which the body stands, and behind it in which the matter does."""
_YEAR = len("2024")
_PART = 0.6
_LEAST_WORDS = 2
_SCORE = 0.75
_NAMED = 0.85


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that tells of a meeting of the body called ``body`` on the day ``date`` (ISO 8601).

    ``body`` is ``None`` where it speaks of its own: "at its meeting on 12 March". ``of_minutes`` tells that it names
    the minutes of that meeting.
    """

    span: Span
    body: str | None
    date: str
    of_minutes: bool


def tellings_in(text: str, start: int, end: int, today: str | None = None) -> Iterator[Telling]:
    """The passages in characters ``[start, end)`` of ``text`` that name a body and a day on which it met.

    A day without a year is the last before ``today`` (ISO 8601), the day of the paper.
    """
    for date in find_dates(text[start:end]):
        at = start + date.start
        before = text[max(start, at - _BEFORE) : at]
        bodies = list(_BODY.finditer(before))
        named = bodies[-1] if bodies else _ITS_MEETING.search(before)
        day = date.iso or _last_before(date.month, date.day, today)
        if day and named:
            span = Span(at - len(before) + named.start(), min(end, start + date.end + _AFTER))
            of_minutes = bool(_MINUTES.search(before[: named.start()]))
            yield Telling(span=span, body=named.groupdict().get("name"), date=day, of_minutes=of_minutes)


def _last_before(month: int, day: int, today: str | None) -> str | None:
    if today is None or not today[:_YEAR].isdigit():
        return None
    this_year = f"{today[:_YEAR]}-{month:02}-{day:02}"
    return this_year if this_year < today else f"{int(today[:_YEAR]) - 1}-{month:02}-{day:02}"


def passage_words(text: str) -> tuple[str, ...]:
    """The words of a passage that tell something, each once."""
    return tuple(dict.fromkeys(word.key for word in words_of(text) if says_something(word)))


def _is_minutes(thing: Thing) -> bool:
    return thing.kind is ThingKind.PAPER and thing.paper_kind == PaperKind.MINUTES


def _named_minutes(telling: Thing, papers: Neighbours) -> Iterator[Link]:
    for paper in papers.of(telling):
        same = sameness(telling, paper) is Sameness.SURE
        if same and paper.date == telling.about and paper.id != telling.paper:
            yield linked(LinkKind.REPORTS, telling, paper, _NAMED, f"it names the minutes of {telling.about}")


def told_of(things: Sequence[Thing]) -> Iterator[Link]:
    """Each passage with the minute of the meeting that it tells of which has most of its title in the passage."""
    minutes = Neighbours([each for each in things if each.kind is ThingKind.MINUTE and each.title])
    papers = Neighbours([each for each in things if _is_minutes(each)])
    for telling in things:
        if telling.kind is not ThingKind.TELLING:
            continue
        if telling.status == OF_MINUTES:
            yield from _named_minutes(telling, papers)
        words = set(telling.words) - (title_keys(telling.board.name) if telling.board else frozenset())
        ranked = [
            (len(shared), -at, minute)
            for at, minute in enumerate(minutes.of(telling))
            if minute.date == telling.about
            and minute.paper != telling.paper
            and sameness(telling, minute) is Sameness.SURE
            and len(shared := title_keys(minute.title) & words)
            >= max(_LEAST_WORDS, _PART * len(title_keys(minute.title)))
        ]
        if ranked:
            *_, minute = max(ranked, key=lambda each: each[:2])
            reason = f"it tells of the meeting of {telling.about}, and has the words of this item's title"
            yield linked(LinkKind.REPORTS, telling, minute, _SCORE, reason)
