"""Title blocks: what the first lines of a paper say of its body, organisation, date, time, place and status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.dates import WrittenDate, find_dates
from corpus.vocabulary import MEETING_KINDS, MeetingStatus, PaperKind
from ingest.structure.attendees import label_status
from ingest.structure.bodiesintext import body_in_text
from ingest.structure.bodynames import bodies_named
from ingest.structure.sitepages import is_item_page, is_site_heading, names_body
from ingest.structure.sittings import sitting_place, sitting_time
from ingest.structure.units import Unit
from ingest.structure.wording import (
    has_finite_verb,
    is_capitals,
    is_date_line,
    is_salutation,
    is_title_cased,
    is_title_like,
    title_case,
)

_ORGANISATION = re.compile(
    r"(?:(?:county|city|borough|district|town|parish|community|metropolitan|island|unitary)\s+(?:\w+\s+)?council|"
    r"(?<!county )(?<!full )\bcouncil$|\btrust$|commissioning group|\bccgs?\b|health board|integrated care board|"
    r"\bicb\b|^cyngor\b|"
    r"combined authority|fire (?:and rescue )?authority|care partnership)", re.IGNORECASE,
)  # fmt: skip
_COMMITTEE = re.compile(
    r"\b(?:board|committee|sub-?committee|cabinet|panel|governing body|group|in common)$", re.IGNORECASE
)
_NHS_BODY = re.compile(r"\b(?:trust|commissioning group|ccgs?|health board|care board|icb)$", re.IGNORECASE)
_GENERIC = re.compile(
    r"^(?:the )?(?:(?:county |full |town |parish |community |borough |city |district )?council|"
    r"(?:trust |governing |executive )?board|committee|governing body|panel|authority|group|meeting)$",
    re.IGNORECASE,
)
_NAMES_ITSELF = re.compile(r"^(?:(?:county|full) council|trust board|governing body|executive board)$", re.IGNORECASE)
"""Generic words that are the name of a body all the same, where its organisation is named beside it."""
_SIGN = re.compile(r"\b(?:minutes|agenda|notes|meetings?|report|notice|summons|draft)\b", re.IGNORECASE)
_SUMMONS = re.compile(
    r"\b(?:summoned|hereby given|will (?:be held|take place|meet)|to be held|take place|held|met on|assembled|"
    r"cynhaliwyd|gynhelir)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:publish|publication|issued|printed|despatch|dispatch|dated this|deadline|date of issue)|"
    r"\b(?:receive|consider|approve|confirm|sign|agree)\b.*\bminutes\b|\bminutes of (?:the )?(?:last|previous)\b|"
    r"^(?:the )?minutes of .*\b(?:were|was|are)\b",
    re.IGNORECASE,
)
# "Draft until approved at the next meeting" is said of the minutes themselves.
_NEXT = re.compile(r"(?<!at the )(?<!at our )(?<!at its )\bnext\b", re.IGNORECASE)
_PARISH_MEETING = re.compile(
    r"(?:\b(?!minutes|of|the)[A-Z][\w'’-]+\s+){0,4}?(?:annual\s+)?(?:parish|town|community|electors[’']?)\s+(?:meeting|assembly)\b",
    re.IGNORECASE,
)
_END_OF_PERIOD = re.compile(r"\b(?:to|until)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved|un-?ratified|subject to (?:the )?(?:approval|confirmation)|"
    r"for approval at the next|to be (?:confirmed|approved|agreed) at (?:the|its|our) next)\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|ratified|adopted) (?:minutes|as)\b|^(?:confirmed|approved)$", re.IGNORECASE
)
_LONGEST_DATE_LINE = 12  # words
_LONGEST_STATUS_LINE = 24  # words
_LONGEST_TITLE_LINE = 45  # words: what is longer is prose, or attendance run into the title
_TITLE_REACH = 300  # characters of a line that the title of a paper may stand in, before what runs on behind it
_LEAD_OF_REPORT = 8  # units of a report that may name its body: it has no title block as those of meetings have
_BLOCK = 14  # units that a title block may be long


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleBlock:
    """What the opening of a paper tells; each ``None`` where it does not. ``time`` is HH:MM, ``place`` as printed."""

    body: str | None
    organisation: str | None
    date: str | None
    status: MeetingStatus | None
    time: str | None = None
    place: str | None = None


def read_title_block(units: Sequence[Unit], kind: PaperKind = PaperKind.OTHER) -> TitleBlock:
    """Read body, organisation, date, time, place and status off the first units of a paper of that ``kind``."""
    letter = next((at for at, unit in enumerate(units[:_BLOCK]) if is_salutation(unit.text)), None)
    lines = title_lines(units if letter is None else units[letter + 1 :])
    # An agenda may call the meeting that it is for the next one; in minutes that is another meeting.
    if is_item_page(units):
        lines = tuple(unit for unit in units[: 2 * _BLOCK] if names_body(unit))
    own = lines if kind is PaperKind.AGENDA else [unit for unit in lines if not _NEXT.search(unit.text[:_TITLE_REACH])]
    if kind not in MEETING_KINDS:
        own = own[:_LEAD_OF_REPORT]
    body, organisation = _body_and_organisation(own)
    if body is None and kind in MEETING_KINDS:
        body = _above_the_day(own) or (body_in_text(units) if kind is PaperKind.MINUTES else None)
    texts = [" ".join(unit.text[:_TITLE_REACH].split()) for unit in own if not _OTHER_DATE.search(unit.text)]
    return TitleBlock(
        body=body,
        organisation=organisation,
        date=_date(own),
        status=_status(lines),
        time=sitting_time(texts),
        place=sitting_place(texts),
    )


def title_lines(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units of a paper's title block: what stands before its first item, attendance list or paragraph of prose."""
    found: list[Unit] = []
    for unit in units[:_BLOCK]:
        if (found and _is_item(unit)) or (label_status(unit) and not _names_sitting(unit)):
            break
        if len(unit.text.split()) > _LONGEST_TITLE_LINE and not _names_sitting(unit):
            if found:
                break
            continue
        found.append(unit)
    return tuple(found)


def _is_item(unit: Unit) -> bool:
    return unit.number is not None and not is_date_line(unit.text) and not _names_sitting(unit)


def _names_sitting(unit: Unit) -> bool:
    """Whether a line tells of the meeting itself, however long it runs on: it names a body, or a summons, and a day."""
    lead = unit.text[:_TITLE_REACH]
    return bool(_SUMMONS.search(lead)) and any(find_dates(lead)) and not _OTHER_DATE.search(lead)


def _body_and_organisation(lines: Sequence[Unit]) -> tuple[str | None, str | None]:
    bodies = [body for unit in lines if not _is_prose(unit) for body in bodies_named(unit)]
    generic = [body for body in bodies if _GENERIC.match(body)]
    named = [body for body in bodies if not _GENERIC.match(body)]
    organisation = next((body for body in named if _is_organisation(body)), None)
    committee = next((body for body in named if body != organisation and not _same(body, organisation)), None)
    if committee is None and generic and (organisation is None or _NAMES_ITSELF.match(generic[0])):
        committee = next((body for body in generic if _NAMES_ITSELF.match(body)), generic[0])
    if committee is None and organisation is None:
        committee = next(filter(None, map(_parish_meeting, lines)), None)
    return committee or organisation, organisation


def _above_the_day(lines: Sequence[Unit]) -> str | None:
    """The title above the line that tells the day, where nothing else names a body: "Leisure and Culture"."""
    for unit, below in pairwise(lines):
        if is_date_line(below.text) and _may_be_body(unit):
            return title_case(unit.text.strip(" –—-"))
    return None


def _may_be_body(unit: Unit) -> bool:
    text = unit.text.strip(" –—-")
    if is_site_heading(text) or _SIGN.search(text) or is_date_line(text) or sitting_place([text]):
        return False
    return is_title_like(text) and (is_title_cased(text) or unit.is_bold) and not label_status(unit)


def _is_prose(unit: Unit) -> bool:
    """Whether a line says something that a title doesn't: "Members of the Board are invited to suggest items"."""
    return bool(unit.text) and has_finite_verb(unit.text[:_TITLE_REACH]) and not _names_sitting(unit)


def _parish_meeting(unit: Unit) -> str | None:
    """The meeting of a parish's electors, which is a body of its own (Local Government Act 1972, section 9)."""
    match = _PARISH_MEETING.search(unit.text[:_TITLE_REACH])
    return title_case(match.group()) if match else None


def _is_organisation(body: str) -> bool:
    """Whether ``body`` is a council or NHS body itself, not one of its committees."""
    if body.lower().startswith(("joint committee", "committee")) or (
        _COMMITTEE.search(body) and not _NHS_BODY.search(body)
    ):
        return False
    return bool(_ORGANISATION.search(body))


def _same(body: str, organisation: str | None) -> bool:
    return organisation is not None and body.casefold() in organisation.casefold()


def _date(lines: Sequence[Unit]) -> str | None:
    """The day of the meeting: that of a line which says so, then that of a line which is a date, then any."""
    dates = [(unit, day) for unit in lines for day in _days(unit)]
    own = [(unit, day) for unit, day in dates if not _OTHER_DATE.search(unit.text[:_TITLE_REACH])]
    held = [
        day
        for unit, day in own
        if _SUMMONS.search(unit.text[:_TITLE_REACH]) or (day.start > 0 and not _is_prose(unit) and bodies_named(unit))
    ]
    alone = [day for unit, day in own if len(unit.text.split()) <= _LONGEST_DATE_LINE]
    for candidates in (held, alone, [day for _, day in own], [day for _, day in dates]):
        if candidates:
            return candidates[0].iso
    return None


def _days(unit: Unit) -> Iterator[WrittenDate]:
    lead = unit.text[:_TITLE_REACH]
    for day in find_dates(lead):
        if day.iso and not _END_OF_PERIOD.search(lead[: day.start]):
            yield day


def _status(lines: Sequence[Unit]) -> MeetingStatus | None:
    for unit in lines:
        lead = unit.text[:_TITLE_REACH]
        short = len(unit.text.split()) <= _LONGEST_STATUS_LINE
        if _DRAFT.search(lead) and (short or is_capitals(lead) or _names_sitting(unit)):
            return MeetingStatus.DRAFT
        if short and _CONFIRMED.search(lead) and not _OTHER_DATE.search(lead):
            return MeetingStatus.CONFIRMED
    return None
