"""The labels of attendance lists, and what each says of the people below or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.vocabulary import AttendanceStatus
from ingest.structure.wording import is_capitals

_OPENERS: tuple[tuple[AttendanceStatus, str], ...] = (
    (
        AttendanceStatus.APOLOGIES,
        r"apolog(?:y|ies)(?: (?:for|of) (?:absences?|non[- ]attendance))?"
        r"(?: (?:had been |have been |were |was )?(?:received|accepted|given|noted|tendered)"
        r"(?:,? and (?:accepted|approved|noted))?)?(?: (?:from|by))?|"
        r"absent(?: with(?:out)? apolog(?:y|ies))?|absences?|absence declared[\w ]{0,40}|absentees|"
        r"not (?:present|in attendance)|did not attend|unable to attend|"
        r"ymddiheuriadau(?: am absenoldeb)?|absennol",
    ),
    (
        AttendanceStatus.IN_ATTENDANCE,
        r"(?:also,? )?in[- ]attendance(?: (?:virtually|remotely|online|by invitation))?"
        r"(?: for (?:part|items?)[\w ,]{0,40})?|also(?:,? in attendance| present| attending| attended(?: by)?)|"
        r"(?:other )?(?:members|councillors|governors) (?:also )?in attendance|virtual(?:ly)? attendance|"
        r"(?:council )?officers? (?:present|in attendance|attending)|others? (?:present|in attendance|attending)|"
        r"attending(?: officers)?|attended(?: by)?|staff (?:present|in attendance)|"
        r"hefyd yn bresennol|yn mynychu",
    ),
    (
        AttendanceStatus.PRESENT,
        r"(?:(?:those|(?:(?:voting|committee|board|panel|council|core|elected|parish|town|trust|community) )?members?|"
        r"(?:parish |town |community )?councillors?|governors|trustees|directors|representatives) )?"
        r"(?:were )?(?:present|attendance|attending|attendees|attended|participants)|"
        r"(?:present|attendance|attendees) \(?(?:members|councillors|voting|virtually|remotely|in person|"
        r"via [\w ]{2,20})\)?|sederunt|"
        r"(?:when |where )?there were present|the following (?:\w+ )?(?:members )?(?:were (?:present|in attendance)|"
        r"attended)|(?:yn )?bresennol|presennol",
    ),
)
"""What opens a list."""
_ITEMS = (
    r"(?:welcome (?:and|&) )?(?:to (?:receive|consider|note)(?:,? (?:and )?(?:accept|consider|approve|note))? )?"
    r"(?:any )?apolog(?:y|ies)(?: for (?:absences?|non[- ]attendance))?"
    r"(?: and (?:reasons for absence|(?:nominations? of )?substitut\w+|absences?|declarations? of substitut\w+))?"
)
"""Titles of items below which a list of apologies may stand."""
_GROUPS: tuple[tuple[AttendanceStatus, str], ...] = (
    (
        AttendanceStatus.IN_ATTENDANCE,
        r"(?:(?:council|lead|trust|supporting|democratic services) )?officers?|officers? and others|others|observers?|"
        r"observing|staff|guests?|visitors?|invitees?|invited(?: guests?)?|by invitation|presenters?|speakers?|"
        r"(?:regular |participating )?(?:attendees|observers) \(?non-?voting\)?|(?:other|visiting) members|"
        r"non-?voting(?: members| attendees)?(?: present)?|part(?:[- ]meeting| attendance)|swyddogion",
    ),
    (
        AttendanceStatus.PRESENT,
        r"(?:(?:voting|committee|board|panel|core|elected|co-opted|executive|non-?executive) )?(?:members|directors)"
        r"(?: present)?|councillors|substitutes?(?: members?)?(?: present)?|in person|aelodau(?: yn bresennol)?",
    ),
)
"""What heads a group of people in a list that is open; elsewhere these words are headings like others."""
_CLOSE = r"(?:\s{0,3}[:;]\s{0,3}(?:[-–—](?=\s))?|\s{0,3}[-–—](?=\s))"
_BROAD_CLOSE = rf"(?:{_CLOSE}|\s{{0,3}}(?P<end>$)|(?=\s?\())"
_LEADS = tuple(
    (status, opens, re.compile(rf"(?:{wording}){_BROAD_CLOSE}", re.IGNORECASE))
    for opens, wordings in ((True, _OPENERS), (False, _GROUPS))
    for status, wording in wordings
)
_RUN_ON = re.compile(
    r"(?P<label>PRESENT|IN ATTENDANCE(?: VIRTUALLY)?|ALSO PRESENT|APOLOGIES|Present|In attendance|In Attendance)"
    r"\s+(?=\S)"
)
"""Labels that only capitals or bold type set off from the names after them."""
_BEFORE_TITLE = re.compile(
    r"(?P<label>Present|In [Aa]ttendance|Apologies)\s+(?=(?:Councillors|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Messrs)\b)"
)
"""Labels before a title, where no sentence would have them."""
_INSIDE = tuple(
    (status, re.compile(rf"(?<![\w-])(?:{wording})\s{{0,2}}:", re.IGNORECASE))
    for status, wording in (
        (AttendanceStatus.APOLOGIES, r"apologies(?: for absence)?(?: (?:received )?from| received(?: from)?)?|absent"),
        (AttendanceStatus.IN_ATTENDANCE, r"(?:also,? )?in attendance|also present|officers(?: present)?"),
        (AttendanceStatus.PRESENT, r"(?:members |councillors |there were |were )?present|attendees"),
    )
)
"""Labels in the middle of a paragraph, as in pages that were saved without their lines."""
_STAFF = re.compile(r"[\w ]{0,24}\b(?:officers?|staff|others)\b", re.IGNORECASE)
_ITEM = re.compile(rf"(?:{_ITEMS}){_BROAD_CLOSE}", re.IGNORECASE)
_PUBLIC = re.compile(rf"(?:members? of (?:the )?public|(?:the )?public)(?: present)?{_BROAD_CLOSE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of an attendance list: the people from offset ``names_at`` on have ``status``.

    ``opens`` says that it may begin a list, ``alone`` that it fills its line, ``passing`` that where it doesn't, what
    was before goes on below: "Members of the public: Mr Orme" between two members. ``titles_item`` says that it is the
    title of an item, which most often no list follows, ``of_staff`` that it heads those who serve the body.
    """

    status: AttendanceStatus
    start: int
    names_at: int
    opens: bool = True
    alone: bool = False
    passing: bool = False
    titles_item: bool = False
    of_staff: bool = False


def label_at_start(text: str, *, set_off: bool = False) -> Label | None:
    """The label that ``text`` begins with; ``set_off`` says that bold type parts its first words from the others."""
    for status, opens, pattern in _LEADS:
        if match := pattern.match(text):
            staff = not opens and _STAFF.match(text) is not None
            return Label(status, 0, match.end(), opens, alone=match["end"] is not None, of_staff=staff)
    if match := _ITEM.match(text):
        alone = match["end"] is not None
        return Label(AttendanceStatus.APOLOGIES, 0, match.end(), alone=alone, titles_item=True)
    if match := _PUBLIC.match(text):
        return Label(
            AttendanceStatus.IN_ATTENDANCE,
            0,
            match.end(),
            opens=False,
            alone=bool(match["end"] is not None),
            passing=True,
        )
    match = _RUN_ON.match(text)
    if (match and (set_off or is_capitals(match["label"]))) or (match := _BEFORE_TITLE.match(text)):
        return Label(_status_of(match["label"]), 0, match.end())
    return None


def labels_inside(text: str, start: int = 0) -> Iterator[Label]:
    """The labels with a colon in ``text`` from offset ``start`` on, in order; where two meet, the longer."""
    found = [
        Label(status, match.start(), match.end())
        for status, pattern in _INSIDE
        for match in pattern.finditer(text, start)
    ]
    after = start
    for label in sorted(found, key=lambda label: (label.start, -label.names_at)):
        if label.start >= after:
            after = label.names_at
            yield label


def _status_of(words: str) -> AttendanceStatus:
    return next(status for status, _, pattern in _LEADS if pattern.match(words))
