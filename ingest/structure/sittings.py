"""When and where a meeting sat, as the lines of a title block tell: its time and its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.dates import find_dates
from corpus.months import WEEKDAYS

_TIME = re.compile(
    r"(?<![\d.:/£])(?P<hour>\d{1,2})(?:\s?[.:;]\s?(?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?|noon\b|midday\b|hrs\b|hours\b)|"
    r"(?<![\d.:/£])(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?![\d.:/%])(?!\s*(?:m|bn|k)\b)|"
    r"(?<!\d)(?P<figures>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs|hours|h)\b|\b(?P<word>noon|midday)\b",
    re.IGNORECASE,
)
_NOON = 12
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_PLACE_LABEL = re.compile(r"^(?:venue|location|place|lleoliad)\s*[:–-]\s*(?P<place>\S.*)$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|meeting|take place|conducted|takes place|assembled)\b[^.]{0,40}?\b"
    r"(?P<place>(?:in|at|via|by|on-?line|remotely|virtually|yn|drwy)\b\s?.*)$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|at|via|yn)\s+(?P<place>(?:the\s+)?(?:[A-Z]|Microsoft|Zoom).*)$")
_PREPOSITION = re.compile(r"^(?:in|at|yn)\s+(?:the\s+)?", re.IGNORECASE)
_PLACE_WORDS = re.compile(
    r"\b(?:hall|chamber|room|rooms|offices?|centre|house|church|school|suite|theatre|library|teams|zoom|hotel|pavilion|"
    r"club|institute|court|guildhall|headquarters|hq|boardroom|by telephone|video ?conferenc\w*|conferenc\w*|online|"
    r"on-line|remotely|virtual\w*|college|academy|museum|hospital|inn|clubhouse|building|stadium|arms|neuadd|ystafell)\b",
    re.IGNORECASE,
)
_ENDS_PLACE = re.compile(
    rf"\s*(?:,?\s+\b(?:on|ar)\s+(?=(?:the\s+)?\d|{_WEEKDAY})|"
    r",?\s+\b(?:at|from|commencing|starting|am)\s+(?:at\s+)?(?=\d|noon)|,?\s+\b(?:when|which|following|immediately|present)\b|"
    rf"\s+[-–—]\s+(?=\d|\w+day\b)|\.\s|\.$|___|,?\s*{_WEEKDAY}\b|present:)",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"^(?:https?:|link\b|tel(?:ephone)?\s*:|public|private|camera|common|person|accordance|attendance|which|order|"
    rf"the chair|(?:a|the) (?:meeting|time)|[\d\W]|{_WEEKDAY})",
    re.IGNORECASE,
)
_LONGEST_PLACE = 20  # words
# What a body would be or has to be is said of no meeting: "is quorate when five members are present".
_INQUORATE = re.compile(
    r"\binquorate\b|\b(?:was|were|is|being)\s+(?:therefore\s+|now\s+)?not quorate\b(?! for (?:this|that|the))|"
    r"\b(?:was|is|being) no longer quorate\b|\bno(?:t a)? quorum\b|\bquorum was not\b|\black of (?:a )?quorum\b",
    re.IGNORECASE,
)
_QUORATE = re.compile(
    r"\b(?:was|were|is|meeting|as|declared|being)\s+(?:therefore\s+|now\s+)?quorate\b"
    r"(?! (?:when|if|where|provided|only))|"
    r"\bquorum (?:was|being) (?:present|met|achieved|confirmed|reached)\b",
    re.IGNORECASE,
)


def sitting_time(lines: Sequence[str]) -> str | None:
    """The first time of day that ``lines`` tell, as HH:MM: when the meeting began or is to begin."""
    return next((time for line in lines for time in _times(line)), None)


def sitting_place(lines: Sequence[str]) -> str | None:
    """Where ``lines`` say that the meeting sat, as printed; ``None`` where they don't."""
    # Lines set apart may be one sentence: "held in the Council Chamber, Sessions" goes on with "House, County Hall".
    pairs = [" ".join(pair) for pair in zip(lines, [*lines, ""][1:], strict=True)]
    for candidates in (map(_labelled, lines), map(_held, pairs), map(_line, lines)):
        if place := next(filter(None, candidates), None):
            return place
    return None


def _times(line: str) -> Iterator[str]:
    for match in _TIME.finditer(line):
        if any(day.start <= match.start() < day.end for day in find_dates(line)):
            continue
        yield _clock(match)


def _clock(match: re.Match[str]) -> str:
    if match["word"]:
        return "12:00"
    if match["figures"]:
        return f"{match['figures'][:2]}:{match['figures'][2:]}"
    hour = int(match["hour"] or match["hour24"])
    minute = int(match["minute"] or match["minute24"] or 0)
    half = (match["half"] or "").lower()
    if half.startswith("p") and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    return f"{hour % 24:02}:{minute:02}"


def _labelled(line: str) -> str | None:
    match = _PLACE_LABEL.match(line)
    return _trimmed(match["place"]) if match else None


def _held(line: str) -> str | None:
    """The place in "held in the Guildhall on Tuesday 4 March" and "held on 4 March at 7 pm in the Guildhall"."""
    match = _HELD.search(line)
    if match is None:
        return None
    for candidate in _places_in(match["place"]):
        if _PLACE_WORDS.search(candidate) or "," in candidate:
            return candidate
    return None


def _places_in(text: str) -> Iterator[str]:
    starts = [0, *(match.start() for match in re.finditer(r"\b(?:in|at|via|yn)\s", text))]
    for start in dict.fromkeys(starts):
        place = _trimmed(_PREPOSITION.sub("", text[start:]))
        if place and not _NOT_PLACE.match(place):
            yield place


def _line(line: str) -> str | None:
    """A line that is a place and little else: "Ellerdyke Village Hall", and what stands behind a date and a time."""
    days = list(find_dates(line))
    rest = line[days[-1].end :] if days else line
    if days:
        times = list(_TIME.finditer(rest))
        rest = rest[times[-1].end() :] if times else rest
        match = _IN_PLACE.search(rest)
        rest = match["place"] if match else rest
    place = _trimmed(rest)
    if place is None or not _PLACE_WORDS.search(place) or _NOT_PLACE.match(place):
        return None
    named = place.lower().startswith(("virtual", "online", "on-line", "remote", "held remotely")) or place[:1].isupper()
    return place if named and len(place.split()) <= _LONGEST_PLACE // 2 else None


def _trimmed(place: str) -> str | None:
    end = _ENDS_PLACE.search(place)
    place = (place[: end.start()] if end else place).strip(" ,.;:–—-()[]")
    return place if place and len(place.split()) <= _LONGEST_PLACE else None


def quorum(texts: Iterable[str]) -> bool | None:
    """Whether the meeting was quorate, as the first of ``texts`` that speaks of it says; ``None`` where none does."""
    for text in texts:
        if "quor" not in text.lower():
            continue
        if _INQUORATE.search(text):
            return False
        if _QUORATE.search(text):
            return True
    return None
