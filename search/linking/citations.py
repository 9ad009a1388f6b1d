"""Passages that name a minute of an earlier meeting: "Minute 242 refers", a correction, a resolution rescinded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import first_date
from corpus.links.model import Link, Thing, ThingKind
from corpus.spans import Span
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.boards import Sameness
from search.linking.linked import linked
from search.linking.meetings import sameness
from search.linking.neighbours import Neighbours

_CITED = re.compile(
    r"\b(?:[Mm]inutes?|MINUTES?|[Mm]in\.?|[Rr]esolutions?)"
    r"(?:\s+(?:[Nn]o\.?s?|[Nn]umbers?|[Rr]ef(?:erence)?\.?|[Ii]tem))?[\s.:]{1,3}"
    r"(?P<number>(?:[A-Z]{1,5}[ /-]?)?\d{1,5}(?:[./]\d{1,5}){0,3}[a-z]?)"
    r"(?![\w/-]|:\d| ?(?:mins?|minutes?|seconds?)\b)"
)
_CORRECTED = re.compile(
    r"\b(?:subject to|with|following|apart from|save for|after)\b[^.\n]{0,60}"
    r"\b(?:amendment|correction|alteration|change)s?\b",
    re.IGNORECASE,
)
_CORRECTED_NUMBER = re.compile(
    r"(?:\b(?:[Mm]inutes?|[Ii]tems?|[Pp]aragraphs?|[Pp]ara\.?)(?:\s+[Nn]o\.?)?[\s.:]{1,3}(?=[A-Z\d])|(?<![\w/£])(?=\d{1,5}/\d))"
    r"(?P<number>(?:[A-Z]{1,5}[ /-]?)?\d{1,5}(?:[./]\d{1,5}){0,3})(?![\w/])"
)
_AROUND = 160
"""Characters on either side of a number in which the passage says what it is about."""
_SENTENCE = re.compile(r"[.;]\s|\n\n")
_BLANK = re.compile(r"\s")
_SUPERSEDES = re.compile(r"\b(?:rescind\w*|revok\w+|supersed\w+|overturn\w*|replac(?:e[ds]?|ing)|set aside)\b", re.I)
_AMENDS = re.compile(r"\b(?:amend\w*|var(?:y|ied|ies)|correct(?:s|ed|ion|ions)|alter(?:ed|ation|ations)?)\b", re.I)
_TELLING_NUMBER = re.compile(r"\D|\d{3}")
"""A number of one or two figures is of every meeting; a longer one, or one with letters or strokes, of one alone."""
_SURE = 0.9
_BY_NUMBER = 0.75
"""Without a day: minutes that count on from meeting to meeting begin again one day."""
_SIGNS = re.compile(r"[\s.]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that names a minute (or minutes as a whole, without a number), of the meeting of ``about`` (ISO 8601).

    ``about`` is ``None`` where it names no day.
    """

    span: Span
    number: str | None
    about: str | None
    kind: LinkKind


def minute_number(printed: str) -> str:
    """The number of a minute as it is compared."""
    return _SIGNS.sub("", printed).strip("()[]:-").upper()


def citations_in(text: str, start: int, end: int) -> Iterator[Citation]:
    """The passages in characters ``[start, end)`` of ``text`` that name a minute by its number."""
    for match in _CITED.finditer(text, start, end):
        span = sentence(text, match, start, end)
        words = text[span.start : span.end]
        about = first_date(text[match.end() : span.end]) or first_date(words)
        number = minute_number(match["number"])
        if about or _TELLING_NUMBER.search(number):
            yield Citation(span=span, number=number, about=about, kind=what_it_does(words))


def corrected_in(text: str, region: Span, about: str) -> Iterator[Citation]:
    """What is corrected in ``region``, which confirms the minutes of the day ``about``: each minute that it names."""
    if not _CORRECTED.search(text, region.start, region.end):
        return
    numbers = dict.fromkeys(
        minute_number(match["number"]) for match in _CORRECTED_NUMBER.finditer(text, region.start, region.end)
    )
    for number in numbers or (None,):
        yield Citation(span=region, number=number, about=about, kind=LinkKind.AMENDS)


def corrected(things: Sequence[Thing]) -> Iterator[Link]:
    """Corrections that name no minute, with the minutes that they are of."""
    minutes = Neighbours(
        [each for each in things if each.paper_kind == PaperKind.MINUTES and each.kind is ThingKind.PAPER]
    )
    for correction in things:
        if correction.kind is ThingKind.CITATION:
            for each in minutes.of(correction):
                if _can_be_meant(correction, each):
                    reason = f"the minutes of {each.date} were confirmed with a correction"
                    yield linked(LinkKind.AMENDS, correction, each, _SURE, reason)


def cited(things: Sequence[Thing]) -> Iterator[Link]:
    """Each citation with the last minute of that number before it, of the same body."""
    minutes = [each for each in things if each.kind is ThingKind.MINUTE]
    for citation in things:
        if citation.kind is not ThingKind.CITATION:
            continue
        meant = [each for each in minutes if _can_be_meant(citation, each)]
        for minute in meant:
            if minute.date == max(each.date or "" for each in meant):
                when = f" of {minute.date}"
                score = _SURE if citation.about else _BY_NUMBER
                yield linked(
                    LinkKind(citation.status or ""), citation, minute, score, f"it names minute {minute.number}{when}"
                )


def _can_be_meant(citation: Thing, minute: Thing) -> bool:
    if minute.paper == citation.paper or not minute.date or sameness(citation, minute) is not Sameness.SURE:
        return False
    if citation.about:
        return citation.about == minute.date
    return citation.date is not None and minute.date < citation.date


def sentence(text: str, match: re.Match[str], start: int, end: int) -> Span:
    """The sentence around ``match``, as far as it is near."""
    first, last = max(start, match.start() - _AROUND), min(end, match.end() + _AROUND)
    if first > start and (border := _BLANK.search(text, first, match.start())):
        first = border.end()
    before = [found.end() for found in _SENTENCE.finditer(text, first, match.start())]
    after = _SENTENCE.search(text, match.end(), last)
    return Span(before[-1] if before else first, after.start() if after else last)


def what_it_does(words: str) -> LinkKind:
    """How a passage of these words stands to the decision that it names: sets it aside, changes it, or tells of it."""
    if _SUPERSEDES.search(words):
        return LinkKind.SUPERSEDES
    return LinkKind.AMENDS if _AMENDS.search(words) else LinkKind.REPORTS
