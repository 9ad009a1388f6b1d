"""When a decision that is told of in retrospect was taken: as its sentence says, or the words before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.dates import find_dates, first_date
from corpus.document import Document, Section
from corpus.months import MONTHS
from corpus.spans import Span
from corpus.vocabulary import PaperKind

_MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS)
_MONTH = re.compile(
    rf"\b(?:(?:[Ii]n|[Dd]uring|[Ll]ast|early|late|mid|of|its|the)[ -])"
    rf"(?P<month>{_MONTH_NAMES})\b(?! \d{{1,2}}\b)(?: (?P<year>(?:19|20)\d\d))?"
)
_YEAR = re.compile(r"\b(?:[Ii]n|[Dd]uring) (?P<year>(?:19|20)\d\d)\b(?!/)")
# Between a decision and a day that is not the decision's, but of what was decided.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:that|will|would|from|until|for|by|commenc\w*|start\w*|end\w*|expir\w*|meaning|which|dated|due|to [a-z]+)\b"
    r"(?! (?:the )?[A-Z])"
)
_LAST = re.compile(
    r"\b(?:last|previous)\b(?: [\w&]+){0,6}? ?\b(?:meeting|Board|Forum|Committee|Council|Cabinet|Group|Panel)\b"
)
# Words by which a sentence goes on telling of the meeting that those before it tell of.
_SAME_MEETING = re.compile(
    r"\b(?:that|the same) (?:day|meeting)\b|^(?:\d[\d.]* )?(?:[Ii]t was\b|"
    r"(?:After|Following) (?:the |this |a )?(?:\w+ )?(?:debate|discussion|vote)|"
    r"(?:At|In) (?:this|that|the) (?:meeting|event|session|workshop)|"
    r"(?:The )?(?:[A-Z]\w+ ){0,5}?(?:[Cc]ommittee|Council|Cabinet|Board|Panel|Members|Forum) "
    r"(?:unanimously |then |also )?"
    r"(?:agreed|resolved|passed|approved|decided|endorsed|voted|supported)\b)"
)
_SAT = re.compile(
    r"\b(?:meeting|met|considered|debated?|held|took place|presented|discussed|received|attended|reported|"
    r"taken to|put to|vote)\b"
)
_LOOKED_BACK = 1500  # characters before a sentence in which the meeting that it tells of may stand
_MONTH_OF_YEAR = len("2024-05")
_ON = re.compile(r"(?<!since the meeting )(?<!held )\bon (?:the )?(?:[A-Z][a-z]+day,? )?(?:the )?$|^On ")
_OPENING = 40  # characters: "On Monday 4 May 2024"
_CLOSE_BEHIND = 100  # characters: "was refused at the Planning Committee of the Borough Council of Tarn and Quay on"
_STRAIGHT_BEHIND = 30  # characters between a decision and its day: "was received on the"
_LEAST_ALIKE = 0.5  # share of the words of a body's name that the words of "the last ... Forum" have


@dataclass(frozen=True, slots=True)
class _Told:
    """A day, month or year that a text tells at ``[start, end)``, in ISO 8601 as far as it goes."""

    start: int
    end: int
    iso: str


def decided_on(document: Document, sentence: Span, decided: Span) -> str | None:
    """The day on which what ``sentence`` tells was decided, in ISO 8601; a month or year where no more is told.

    ``decided`` are the words of the sentence that tell the decision. Days and months without a year are the last such
    before the paper's own date.
    """
    if told := told_on(document, sentence, decided):
        return told
    text = document.quote(sentence)
    if last := _LAST.search(text):
        return _of_last_meeting(document, sentence.start, last.group())
    if of_heading := _of_heading(document, sentence.start):
        return of_heading
    return _before(document, sentence) if _SAME_MEETING.search(text) else None


def told_on(document: Document, sentence: Span, decided: Span) -> str | None:
    """The same as ``sentence`` itself tells it, without a look at the words before it."""
    text = document.quote(sentence)
    start, end = decided.start - sentence.start, decided.end - sentence.start
    paper = document.paper_at(sentence.start)
    told = [each for each in _told(text, paper.date if paper else None) if _is_of(text, each, end)]
    if not told:
        return None
    return min(told, key=lambda each: (_is_far(each, start, end), -len(each.iso), -each.start)).iso


def tells_earlier_day(document: Document, sentence: Span, decided: Span) -> bool:
    """Whether ``sentence`` says that the decision was taken on a day, written with its year, before the paper's own.

    The day opens the sentence or stands behind "on", close behind the words of the decision.
    """
    text, end = document.quote(sentence), decided.end - sentence.start
    paper = document.paper_at(sentence.start)
    for day in find_dates(text):
        is_told = day.end <= _OPENING or 0 <= day.start - end <= _CLOSE_BEHIND
        is_past = day.iso is not None and (paper is None or paper.date is None or day.iso < paper.date)
        if is_told and is_past and _ON.search(text[: day.start]):
            return True
    return False


def _is_far(told: _Told, start: int, end: int) -> bool:
    """Whether a day stands neither within the words on a decision nor straight behind them."""
    return not (start <= told.start <= end + _STRAIGHT_BEHIND)


def _is_of(text: str, told: _Told, end: int) -> bool:
    """Whether a day is the decision's own: it stands before or within its words, or straight behind them."""
    if told.end <= end:
        return not re.search(r"\b(?:until|from|by|dated|since)(?: the)? $", text[: told.start])
    return not _OF_SOMETHING_ELSE.search(text, end, told.start)


def _told(text: str, before: str | None) -> Iterator[_Told]:
    """The days, months and years of ``text``; those without a year only where it is known what they are before."""
    days = []
    for day in find_dates(text):
        days.append((day.start, day.end))
        iso = day.iso or (before and _last_such_day(day.day, day.month, date.fromisoformat(before)))
        if iso:
            yield _Told(day.start, day.end, iso)
    for match in (*_MONTH.finditer(text), *_YEAR.finditer(text)):
        if any(start < match.end() and match.start() < end for start, end in days):
            continue
        iso = match["year"]
        if "month" in match.re.groupindex:
            month = [name.capitalize() for name in MONTHS].index(match["month"]) + 1
            year = iso or (before and str(_year_of_last(month, date.fromisoformat(before))))
            iso = f"{year}-{month:02}" if year else None
        if iso:
            yield _Told(match.start(), match.end(), iso)


def _last_such_day(day: int, month: int, before: date) -> str | None:
    """The last such day up to ``before``; ``None`` where neither year has a 29 February."""
    for year in (before.year, before.year - 1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if meant <= before:
            return meant.isoformat()
    return None


def _year_of_last(month: int, before: date) -> int:
    return before.year if month <= before.month else before.year - 1


def _of_last_meeting(document: Document, offset: int, said: str) -> str | None:
    """The day of the last meeting of a body before the one that a paper is of, as the document itself tells.

    Its minutes were confirmed there, or stand in the same pack.
    """
    paper, meeting = document.paper_at(offset), document.meeting_at(offset)
    if meeting is not None and (confirmed := [each.date for each in document.approvals if each.meeting == meeting.id]):
        return max(confirmed)
    if paper is None or paper.date is None:
        return None
    words = set(said.lower().split())
    held = [
        each.date
        for each in document.meetings
        if each.kind is PaperKind.MINUTES
        and each.date
        and each.date < paper.date
        and each.body
        and len(words & set(each.body.lower().split())) >= _LEAST_ALIKE * len(each.body.split())
    ]
    return max(held, default=None)


def _of_heading(document: Document, offset: int) -> str | None:
    """The day that the heading above tells: "Commissioning Group – 15 October 2019"."""
    section = _headed(document, offset)
    return first_date(section.heading) if section and section.heading else None


def _before(document: Document, sentence: Span) -> str | None:
    """The last day or month told before a sentence, below the same heading, in words on a meeting."""
    section = _headed(document, sentence.start)
    start = max(sentence.start - _LOOKED_BACK, section.span.start if section else 0)
    text = document.text[start : sentence.start]
    paper = document.paper_at(sentence.start)
    for told in sorted(_told(text, paper.date if paper else None), key=lambda each: -each.start):
        line = text[max(text.rfind("\n", 0, told.start), 0) : (text.find("\n", told.end) + 1 or len(text))]
        if len(told.iso) >= _MONTH_OF_YEAR and _SAT.search(line):
            return told.iso
    return None


def _headed(document: Document, offset: int) -> Section | None:
    """The last section with a heading that begins before ``offset``: numbered paragraphs are parts of it."""
    at = bisect_right(document.sections, offset, key=lambda section: section.span.start)
    before = (document.sections[index] for index in range(at - 1, -1, -1))
    return next((section for section in before if section.heading), None)
