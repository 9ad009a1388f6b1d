"""Title blocks: what the first lines of a paper say of its body, organisation, date and kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.bodies import MEETING_WORDS
from corpus.dates import find_dates
from corpus.vocabulary import MeetingStatus
from ingest.structure.units import Unit
from ingest.structure.wording import title_case

_BODY_END = "|".join(re.escape(word) for word in sorted(MEETING_WORDS, key=len, reverse=True))
_OF_MEETING = re.compile(
    r"\b(?:meeting|minutes|agenda|notes)s?\s+(?:and [\w ]+ )?(?:of|for)\s+(?:(?:a|an|the)\s+)?(?:(?:annual|ordinary|"
    r"special|"
    r"extraordinary|formal|public|private|virtual|remote|monthly|full|draft|meeting|minutes|of|"
    r"in public)\s+)*(?:the\s+)?"
    rf"(?P<body>(?i:[\w&,.'’()/ -]*?(?:{_BODY_END})))\b(?![\w' ]*(?:{_BODY_END})\b)",
    re.IGNORECASE,
)
_OWN_MEETING = re.compile(
    rf"^(?:(?:draft|minutes of|notes of|the|a|an|annual|ordinary|"
    rf"monthly)\s+)*(?P<body>[\w&,.'’()/ -]*?\b(?:{_BODY_END}))\s+"
    r"(?:(?:annual|ordinary|general|public|monthly|extraordinary|full|special)\s+)*(?:meeting|minutes|agenda)\b",
    re.IGNORECASE,
)
_BODY_LINE = re.compile(rf"^[\w&.'’()/ -]*\b(?:{_BODY_END})\b(?:\s*\(?(?:in public|part \w+)\)?)?$", re.IGNORECASE)
_NHS_LINE = re.compile(r"^(?:NHS\b.*|.*\bNHS (?:Foundation )?Trust|.*\bClinical Commissioning Group|.*\bHealth Board|"
                       r".*\bIntegrated Care Board)$", re.IGNORECASE)  # fmt: skip
_NOT_BODY = re.compile(
    r"\b(?:above|minutes|meeting|held|agenda|report|apologies|present|chair|public document|members of|notice|welcome|"
    r"chief|director|officers?|manager|member|lead|accountable|leader|mayor|committee room|council (?:chamber|"
    r"offices?|house|tax)|attend|councillors|review|update|establish|plan|monitoring)\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:(?:county|city|borough|district|town|parish|community|metropolitan|island|unitary)\s+(?:\w+\s+)?council|"
    r"(?<!county )(?<!full )\bcouncil$|\btrust$|commissioning group|\bccgs?\b|health board|integrated care board|"
    r"\bicb\b|"
    r"combined authority|fire (?:and rescue )?authority|care partnership)", re.IGNORECASE,
)  # fmt: skip
_COUNCIL_AND_BODY = re.compile(
    r"^(?P<council>.*\w (?:county|city|borough|district|town|parish|community|metropolitan) council)\s*[-–—:,]?\s+"
    rf"(?P<body>(?!of\b|and\b|\().*\b(?:{_BODY_END}))$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:the )?(?:county |full |town |parish |community |borough |city |district )?council$", re.IGNORECASE
)
_PREFIX = re.compile(r"^(?:(?:public|confirmed|unconfirmed|draft|the|of|a|meeting)\s+)+", re.IGNORECASE)
_END_OF_PERIOD = re.compile(r"\b(?:to|until)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_HELD = re.compile(r"\bminutes\b.*\b(?:meeting|held)\b|\bmeeting\b.*\bheld\b", re.IGNORECASE)
_TIME = re.compile(r"(?:\bat\s+)?\b\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\b\.?|noon\b)|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_LONGEST_BODY = 12  # words
# Characters of a paragraph in which a body is looked for: what follows in a longer one is no title. The patterns take
# time by the square of a line.
_LONGEST_LINE = 1000
_TITLE = 4  # units; further on, "minutes of the meeting held on" is an item about those of the last meeting
_BLOCK = 14  # units that a title block may be long


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleBlock:
    """What the opening of a paper tells; each ``None`` where it does not."""

    body: str | None
    organisation: str | None
    date: str | None
    status: MeetingStatus | None


def read_title_block(units: Sequence[Unit]) -> TitleBlock:
    """Read body, organisation, date and status off the first units of a paper."""
    opening = [unit for unit in units[:_BLOCK] if not re.search(r"\bnext\b", unit.text, re.IGNORECASE)]
    bodies = [body for unit in opening for body in bodies_named(unit)]
    generic = [body for body in bodies if _GENERIC.match(body)]
    named = [body for body in bodies if not _GENERIC.match(body)]
    organisation = next((body for body in named if _ORGANISATION.search(body)), None)
    committee = next((body for body in named if body != organisation and not _same(body, organisation)), None)
    if organisation and committee and _ORGANISATION.search(committee) and not _BODY_LINE.match(committee):
        committee = None
    if organisation is None and committee is None and generic:
        committee = generic[0]
    if organisation and committee is None and generic and re.match(r"county|full", generic[0], re.IGNORECASE):
        committee = generic[0]
    return TitleBlock(
        body=committee or organisation,
        organisation=organisation,
        date=_date(opening),
        status=_status(opening),
    )


def bodies_named(unit: Unit) -> tuple[str, ...]:
    """Bodies that meet, as a line of a title block names them, in title case."""
    line = unit.title if unit.number else unit.text
    text = _without_dates(" ".join(line[:_LONGEST_LINE].split()))
    found: list[str] = []
    for pattern in (_OF_MEETING, _OWN_MEETING):
        if match := pattern.search(text):
            found.append(match["body"])
    if (not found and _BODY_LINE.match(text)) or (_NHS_LINE.match(text) and len(text.split()) <= _LONGEST_BODY):
        found.append(text)
    found = [part for each in found for part in _parted(each)]
    return tuple(
        title_case(body)
        for each in found
        if (body := _PREFIX.sub("", each).strip(" -–—,:."))
        and len(body.split()) <= _LONGEST_BODY
        and not _NOT_BODY.search(body)
    )


def _parted(body: str) -> tuple[str, ...]:
    """A council and its committee, where one line names both: "Northmere Borough Council Cabinet"."""
    match = _COUNCIL_AND_BODY.match(body)
    return (match["council"], match["body"]) if match else (body,)


def _without_dates(text: str) -> str:
    for day in reversed(list(find_dates(text))):
        text = text[: day.start] + text[day.end :]
    text = _TIME.sub("", text)
    text = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s*(?:[-–—|,]|\bon\b|\bheld on\b)\s*$", "", " ".join(text.split()))


def _same(body: str, organisation: str | None) -> bool:
    return organisation is not None and body.casefold() in organisation.casefold()


def _date(opening: Sequence[Unit]) -> str | None:
    dates = [
        (unit, day)
        for unit in opening
        for day in find_dates(unit.text)
        if day.iso and not _END_OF_PERIOD.search(unit.text[: day.start])
    ]
    preferred = [day for unit, day in dates if re.search(r"\b(?:held|meeting|date|on)\b", unit.text, re.IGNORECASE)]
    lines = [day for unit, day in dates if len(unit.text.split()) <= _LONGEST_BODY]
    held = [day for unit, day in dates if unit.index - opening[0].index < _TITLE and _HELD.search(unit.text)]
    for candidates in (held, lines, preferred, [day for _, day in dates]):
        if candidates:
            return candidates[0].iso
    return None


def _status(opening: Sequence[Unit]) -> MeetingStatus | None:
    for unit in opening:
        if len(unit.text.split()) > 2 * _LONGEST_BODY:
            continue
        if re.search(
            r"\b(?:draft|unconfirmed|unapproved|subject to (?:approval|confirmation))\b", unit.text, re.IGNORECASE
        ):
            return MeetingStatus.DRAFT
        if re.search(r"\b(?:confirmed|approved) (?:minutes|as)\b|^confirmed$", unit.text, re.IGNORECASE):
            return MeetingStatus.CONFIRMED
    return None
