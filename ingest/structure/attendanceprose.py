"""Sentences that tell of attendance: apologies, substitutes, who else was there, who took the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.names import INITIAL, TITLE, UPPER, WORD
from corpus.vocabulary import AttendanceStatus
from ingest.structure.people import ListedPerson
from ingest.structure.peoplelists import listed_people

_PERSON = rf"(?:{TITLE}\s+){{0,2}}(?:{INITIAL}\s*){{0,3}}{WORD}(?:\s+{WORD}){{0,3}}"
_PEOPLE = rf"(?:(?:[{UPPER}][\w.'’-]{{0,30}},?|and|&)\s+){{1,40}}"
"""Capitalised words; whether they name people, the reader of lists tells."""
_APOLOGIES = re.compile(
    r"\b(?:"
    r"(?i:apolog(?:y|ies))\b[^.:;]{0,90}?\b(?:from|by|on behalf of|for)|"
    r"(?:[Tt]hese|[Aa]bsences?) (?:was|were) (?:accepted|noted|received) (?:for|from)|"
    r"(?i:ymddiheuriadau)\b[^.:;]{0,60}?\b(?:gan|oddi wrth)(?: yr?)?"
    rf")\b:?\s+(?=(?:both |the )?[{UPPER}])"
)
_SENT = re.compile(
    rf"(?P<people>{_PEOPLE})(?:had |has |have )?(?:also )?(?:sent|gave|given|tendered|submitted|offered|conveyed) "
    r"(?:his |her |their )?apolog(?:y|ies)\b"
)
_LIST_STOP = re.compile(
    r"(?<=[a-z]{3})\.(?=\s|$)|(?<=\))\.(?=\s|$)|\s\||\n|"
    r",?\s+(?:who|which|whose|with|due to|because|as|owing to|for (?:reasons|personal)|was|were|had|have|has|is|are|"
    r"(?:and )?(?:these|the|it|this|that|accepted|noted|there|no) )"
)
"""Where a sentence ends, or goes on to something other than names."""
_SUBSTITUTED = re.compile(
    rf"(?P<whom>{_PERSON}),?\s+(?:who\s+)?(?:was|had been|is|and)\s+substituted\s+by\s+(?P<by>{_PERSON})"
)
_SUBSTITUTE = re.compile(
    rf"(?P<by>{_PERSON}),?\s+(?:(?!by\b)[a-z]{{1,12}}\s+){{0,6}}"
    r"(?:substitut(?:e|ed|ing)|deputi[sz](?:ed|ing)|standing in)\b"
    r"(?:[ ,]{1,2}(?:members?|with|voting|rights|on|this|occasion)\b){0,6}[ ,]{1,2}(?:for|of)\s+"
    rf"(?P<whom>{_PERSON})"
)
_FOR = re.compile(rf"(?P<by>{_PERSON})\s+(?:for|in place of|on behalf of|to replace)\s+(?P<whom>{_PERSON})")
_TELLS_SUBSTITUTES = re.compile(r"\b(?:substitut|deputi[sz]|standing in\b)", re.IGNORECASE)
_IN_ATTENDANCE = re.compile(
    rf"(?:^|[.:;]\s+|\bthat\s+)(?P<people>{_PEOPLE})(?:was|were|would be|is|are) (?:also )?in attendance\b"
)
_JOINED = re.compile(rf"(?:^|[.:;]\s+)(?P<people>{_PERSON}) joined the meeting\b")
_CHAIR = re.compile(
    rf"(?P<taker>{_PERSON})(?:,? \([^()]{{1,40}}\))?,? (?:then |therefore |duly )?"
    r"(?:took|takes|taking|assumed|was in|in|occupied) the [Cc]hair\b|"
    rf"\b(?:[Cc]haired by|[Pp]resided over by|[Gg]adair gan(?: [Yy])?)\s+(?P<by>{_PERSON})|"
    rf"(?P<host>{_PERSON}) [^.:]{{0,60}}\bwelcomed (?:everyone|everybody|all|members|those present)\b[\w ]{{0,30}} "
    r"to the meeting|"
    rf"\b[Cc]ymerodd(?: [Yy])? (?P<welsh>{_PERSON})(?= y gadair)|"
    rf"(?P<elected>{_PERSON}) (?:be|was|is|were) (?:(?:duly|unanimously|re-?) ?){{0,2}}(?:elected|appointed)"
    r"(?: as| to be)?(?: the)? [Cc]hair(?:man|woman|person)?\b(?! of (?!the (?:[Pp]arish |[Tt]own )?[Cc]ouncil))"
)

_CHAIR_WORDS = re.compile(r"[Cc]hair|[Pp]resided|welcomed|[Gg]adair")  # one of which every sentence of _CHAIR holds


def told_absent(text: str) -> Iterator[ListedPerson]:
    """Those whose apologies ``text`` records: "Apologies were received from Mrs A Vane and Mr B Orme." """
    for match in _APOLOGIES.finditer(text):
        stop = _LIST_STOP.search(text, match.end())
        yield from _people(text, match.end(), stop.start() if stop else len(text))
    for match in _SENT.finditer(text):
        yield from _people(text, match.start("people"), match.end("people"))


def told_present(text: str, *, after_substitutes: bool = False) -> Iterator[tuple[ListedPerson, AttendanceStatus]]:
    """Those of whom ``text`` says that they stood in for somebody, or were in attendance.

    ``after_substitutes`` says that the text before announced substitutes: "Councillor Vane for Councillor Orme".
    """
    substitutes: list[ListedPerson] = []
    patterns = [_SUBSTITUTED, _SUBSTITUTE] if announces_substitutes(text) else []
    for pattern in [*patterns, _FOR] if after_substitutes or (text.count(":") and patterns) else patterns:
        for match in pattern.finditer(text):
            for person in _people(text, match.start("by"), match.end("by")):
                substitutes.append(replace(person, substitutes_for=match["whom"]))
    yield from ((person, AttendanceStatus.PRESENT) for person in substitutes)
    for match in (*_IN_ATTENDANCE.finditer(text), *_JOINED.finditer(text)):
        for person in _people(text, match.start("people"), match.end("people")):
            if person.name not in {other.name for other in substitutes}:
                yield person, AttendanceStatus.IN_ATTENDANCE


def announces_substitutes(text: str) -> bool:
    """Whether ``text`` speaks of substitutes; where it ends with a colon, they stand in the lines below."""
    return bool(_TELLS_SUBSTITUTES.search(text))


def chair_named(text: str) -> ListedPerson | None:
    """Of whom ``text`` says that he or she took the chair, was elected to it, or welcomed all to the meeting."""
    if not _CHAIR_WORDS.search(text):
        return None
    for match in _CHAIR.finditer(text):
        group = next(name for name, found in match.groupdict().items() if found)
        if person := next(_people(text, match.start(group), match.end(group)), None):
            return person
    return None


def _people(text: str, start: int, end: int) -> Iterator[ListedPerson]:
    for person in listed_people(text[start:end]):
        yield replace(person, start=start + person.start, end=start + person.end)
