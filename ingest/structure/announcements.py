"""Meetings to come, as papers announce them: "Date of next meeting: 4 June", "Dates of meetings in 2025", and lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.bodies import MEETING_WORDS
from corpus.dates import WrittenDate, find_dates
from corpus.document import AnnouncedMeeting, PaperId
from corpus.months import MONTHS, WEEKDAYS
from corpus.spans import Span
from ingest.structure.announceddays import SaidDay, days_meant
from ingest.structure.cancellations import is_called_off
from ingest.structure.units import Unit

_NAME = r"(?-i:[A-Z][\w’'&-]*(?: (?:(?:and|of|for|the) )?[A-Z&][\w’'&-]*){0,8})"
_WORDS = r"(?:[a-z’'&/-]{1,20} ){0,5}?"  # what a meeting is of: "the next Harbour and Estuary Committee meeting"
_LED_BY = (
    r"(?:[^\w]|\d|\b(?:proposed|provisional|dates?|times?|day|place|venue|and|of|for|the|our|to|note|noted|confirm|"
    r"agree|it|was|were|that|is|future|a|b|c|d|e|f|g|dyddiad|y)\b){0,60}"
)
"""What may stand before the words in their sentence: "9. Date, time and place of the"; all else speaks about it."""
_HEAD = re.compile(
    rf"(?:^|(?<=[.;:]\s)){_LED_BY}(?:"
    rf"\b(?:next|future|forthcoming|upcoming|further|remaining) (?P<called>{_WORDS})(?:meetings?|dates)\b"
    rf"|\bdates (?:of|for) {_WORDS}meetings?\b|\bmeeting dates\b|\bdates for (?=20\d\d|next year)"
    rf"|\b(?:schedule|calendar|programme|timetable) of {_WORDS}meetings?\b|\bcyfarfod(?:ydd)? nesaf\b)"
    rf"(?: of (?:the )?(?P<of>{_NAME}))?",
    re.IGNORECASE,
)
_CUES = ("meeting", "dates", "cyfarfod")
"""No announcement is without one of these: most paragraphs are looked at no further."""
_SEVERAL = re.compile(r"\b(?:dates|meetings|cyfarfodydd)\b", re.IGNORECASE)
_LONGEST_AROUND = 300  # characters of a paragraph in which a sentence can announce a meeting; a longer one reports
_NO_DAY_OF_IT = re.compile(
    r"\b(?:by|before|deadline|since|until|signed|dated|approved|minutes|published|submit\w*|received|closed|report\w*"
    r"|(?:week|w)[ /]?(?:beginning|commencing|ending|of|c)|last|previous)\b(?! (?:mon|tues|wednes|thurs|fri)day of)",
    re.IGNORECASE,
)
"""Before a day, in its sentence: the day is of something else, or is only roughly told."""
_SENTENCE_ENDS = re.compile(r"\w{3}[.!?]\s+(?=[A-Z])")
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)})\s*$", re.IGNORECASE)
_TOLD_WITHIN = 160  # characters behind the words, or behind the day before, in which a day is told
_LINES_AFTER = 30  # the dates of two years, a line each
_SUBHEADS = 3  # lines between the words and the first day: "Dates for 2025", the heads of columns
_LONGEST_SUBHEAD = 12  # words
_ENDS_LIST = re.compile(
    r"\b(?:signed|chair(?:man|woman|person)?|clerk|closed?|ended|minutes|present|apologies|actions?|distribution|"
    r"secretary|contact|page|date)\b|@|_{3}|\.{4}|…{2}",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?:{'|'.join(f'{day[:3]}(?:{day[3:]})?s?' for day in WEEKDAYS)}|thurs?|tues|weds?)"
_BEFORE_DAY = re.compile(rf"^(?:[^\w]|\d{{1,2}}[.)]\s|\b(?:{_WEEKDAY}|the|on|and)\b)*$", re.IGNORECASE)
_WEEKDAY_AT_END = re.compile(rf"[\s,:–-]*\b{_WEEKDAY}\b[\s,]*(?:the\s*)?$", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b20\d\d\b")
_NOUN = "|".join(MEETING_WORDS)
_LABEL = re.compile(
    rf"(?:^|[;,&.]\s*)(?P<label>{_NAME})\s+meetings?\W*(?:on\s+)?$|"
    rf"(?:^|[;,&]\s*)(?P<body>(?:[\w’'&-]+ ){{0,6}}(?:{_NOUN}))\W*$"
)
_LABEL_BESIDE = re.compile(rf"^[\s,]*\((?P<label>{_NAME})\)")
_MEETINGS = re.compile(r"\s*\bmeetings?\b\W*$", re.IGNORECASE)
_ANYBODYS = frozenset(
    "ordinary general regular monthly full scheduled formal public our own and of the years year’s year's next two "
    "three four few new".split()
)
"""Words of which any body's next meeting can be: they don't tell whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A day that is told as that of a meeting of ``called``, in the words of ``span``, which begin with their heading.

    ``heading`` and ``column`` tell which list it is in.
    """

    heading: int
    column: int
    span: Span
    said: SaidDay
    called: str | None
    cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """What the words of an announcement, which begin at character ``start`` of the text, say of all its days."""

    number: int
    start: int
    called: str | None
    year: int | None


def find_announced(own: Sequence[Unit], paper: PaperId, held: str | None) -> Iterator[AnnouncedMeeting]:
    """The meetings that the units ``own`` of ``paper`` announce, in the order of the text, each once.

    ``held`` (ISO 8601) is the day of the paper's own meeting, by which days without a year are told.
    """
    told: list[_Told] = []
    at = 0
    while at < len(own):
        found, at = _announced_at(own, at)
        told.extend(found)
    seen: set[tuple[str, str | None]] = set()
    for each, day in _dated(told, date.fromisoformat(held) if held else None):
        if (day.isoformat(), each.called) not in seen:
            seen.add((day.isoformat(), each.called))
            yield AnnouncedMeeting(
                paper=paper, date=day.isoformat(), span=each.span, called=each.called, cancelled=each.cancelled
            )


def _dated(told: Sequence[_Told], held: date | None) -> Iterator[tuple[_Told, date]]:
    """Each with its day where that is known; a list is what one announcement tells of one kind of meeting."""
    lists: dict[tuple[int, int, str | None], list[_Told]] = defaultdict(list)
    for each in told:
        lists[(each.heading, each.column, each.called)].append(each)
    days = {
        id(each): day
        for listed in lists.values()
        for each, day in zip(listed, days_meant([one.said for one in listed], held), strict=True)
    }
    for each in told:
        if day := days[id(each)]:
            yield each, day


def _announced_at(own: Sequence[Unit], at: int) -> tuple[list[_Told], int]:
    """The days told behind the words of an announcement in the unit ``at``, and where the text goes on."""
    unit = own[at]
    speaks = any(cue in unit.text.lower() for cue in _CUES)
    head = (
        next((match for match in _HEAD.finditer(unit.text) if _announces(match, unit.text)), None) if speaks else None
    )
    if head is None:
        return [], at + 1
    rest = unit.text[head.end() :]
    heading = _Heading(
        number=at,
        start=unit.span.start + head.start(),
        called=_named(head["of"] or head["called"] or ""),
        year=_year(unit, head.start()),
    )
    found = list(_days_in(unit, rest, heading))
    if found and not (found[-1].called or _SEVERAL.search(head.group())):
        return found, at + 1
    listed, after = _listed(own, at + 1, heading)
    return [*found, *listed], after


def _announces(match: re.Match[str], text: str) -> bool:
    """Whether the words begin their paragraph or a short one's sentence, and a day follows or nothing much."""
    rest = text[match.end() :]
    if match.start() and len(text) > _LONGEST_AROUND:
        return False
    return len(rest.split()) <= _LONGEST_SUBHEAD or next(find_dates(rest[:_TOLD_WITHIN]), None) is not None


def _listed(own: Sequence[Unit], start: int, heading: _Heading) -> tuple[list[_Told], int]:
    """The days of the lines from ``start`` on that are of days and nothing else, and where the text goes on."""
    found: list[_Told] = []
    columns: dict[int, str | None] = {}
    year, subheads, after = heading.year, 0, start
    for at in range(start, min(start + _LINES_AFTER, len(own))):
        unit = own[at]
        called = columns.get(unit.column) or heading.called
        days = list(_days_of_line(unit, replace(heading, called=called, year=year)))
        if days:
            found.extend(days)
            after, subheads = at + 1, 0
        elif _ends_list(unit):
            break
        elif unit.in_row:
            if not _FIGURE.search(unit.text):
                columns[unit.column] = _named(unit.text)
        else:
            year, subheads = _year(unit) or year, subheads + 1
            if subheads > _SUBHEADS:
                break
    return found, after


def _ends_list(unit: Unit) -> bool:
    """Whether the line ``unit``, which tells no day, is of something else than what is met in its list."""
    if len(unit.text.split()) > _LONGEST_SUBHEAD:
        return True
    if unit.number is not None and not _YEAR.search(unit.text):
        return True
    return not _SEVERAL.search(unit.text) and _ENDS_LIST.search(unit.text) is not None


def _days_of_line(unit: Unit, heading: _Heading) -> Iterator[_Told]:
    """The days of a line that begins with one, or with what is met on it."""
    first = next(find_dates(unit.text), None)
    if first is not None:
        before = unit.text[: first.start]
        if _BEFORE_DAY.match(before) or _label(before):
            yield from _days_in(unit, unit.text, heading)


def _days_in(unit: Unit, text: str, heading: _Heading) -> Iterator[_Told]:
    """The days that ``text``, of ``unit``, tells up to where it speaks of something else."""
    last = 0
    days = list(_whole_days(text))
    for at, day in enumerate(days):
        before = text[last : day.start]
        behind = text[day.end : days[at + 1].start if at + 1 < len(days) else len(text)]
        if len(before) > _TOLD_WITHIN or _NO_DAY_OF_IT.search(before) or _SENTENCE_ENDS.search(before):
            return
        yield _Told(
            heading=heading.number,
            column=unit.column,
            span=Span(heading.start, unit.span.end),
            said=SaidDay(written=day, before=before, year=day.year or heading.year),
            called=_label_beside(behind) or _label(before) or heading.called,
            cancelled=is_called_off(before + behind[:_TOLD_WITHIN]),
        )
        last = day.end


def _whole_days(text: str) -> Iterator[WrittenDate]:
    """The days of ``text``, without what is made of two: "20th, May" in "Mar 20th, May 15th"."""
    last = 0
    for day in find_dates(text):
        if not _MONTH_BEFORE.search(text[last : day.start]):
            yield day
            last = day.end


def _label(before: str) -> str | None:
    """What is met on the day behind ``before``: "Planning meeting", "Harbour Committee:"."""
    match = _LABEL.search(_WEEKDAY_AT_END.sub("", before).strip())
    return _named(match["label"] or match["body"]) if match else None


def _label_beside(behind: str) -> str | None:
    match = _LABEL_BESIDE.match(behind)
    return _named(match["label"]) if match else None


def _named(words: str) -> str | None:
    """``words`` as what a meeting is of; ``None`` where any body's could be called so."""
    kept = _MEETINGS.sub("", " ".join(words.split())).strip(" -–:,")
    return None if all(word.lower() in _ANYBODYS for word in kept.split()) else kept


def _year(unit: Unit, start: int = 0) -> int | None:
    """The year that a heading gives to the days under it: one that is no day's, soon behind its words."""
    text = unit.text[start : start + _TOLD_WITHIN]
    days = list(find_dates(text))
    for match in _YEAR.finditer(text):
        if not any(day.start <= match.start() < day.end for day in days):
            return int(match.group())
    return None
