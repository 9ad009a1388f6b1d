"""Openings: the places of a text where a new paper begins, and the signs that say so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.bodies import organisation_kind
from corpus.names import is_name, split_name
from corpus.vocabulary import MEETING_KINDS, OrganisationKind, PaperKind
from ingest.structure.attendancelist import attendance_list
from ingest.structure.attendees import label_status
from ingest.structure.bodynames import bodies_named
from ingest.structure.frontsheet import FrontSheet
from ingest.structure.liketitles import share_words, telling_words
from ingest.structure.sitepages import meetings_listed
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals, is_date_line, is_title_like

_MINUTES = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved|public|open)\s+)*minutes\b|^at (?:a|the) [\w ]*meeting of\b|"
    r"^(?:the )?(?:record|notes) of (?:the |a )?(?:meeting|proceedings)|\bminutes of (?:a|the)\b.*\bheld\b|\bminutes$",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"^(?:public |open |supplementary )?a ?g ?e ?n ?d ?a\b(?! item)"
    r"(?: (?:for|of|frontsheet|and summons|& summons)\b.*)?$|"
    r"\bagenda$|"
    r"^notice of (?:\w+ ){0,3}meeting|"
    r"^public document pack",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(r"(?:signed|date of next|(?:the )?meeting (?:ended|closed)|none\b|page \d)", re.IGNORECASE)
"""What ends the paper before, above the title block of the next."""
_SAYS_PRESENT = re.compile(r"\bpresent\b", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:\W*\w+\b){0,3}\W*(?:present|attend|presennol|bresennol)", re.IGNORECASE)
_APOLOGIES = re.compile(r"apologies", re.IGNORECASE)
_LONGEST_AGENDA_TITLE = 16  # words
_MEMBERSHIP = re.compile(r"^(?:membership|members)\b(?:\s*[-–—:]\s*|\s+of\s+|$)", re.IGNORECASE)
_CONFIRMED_WITHIN = 30  # units between the title of minutes and their attendance list
_TITLE_BLOCK = 12  # units that may stand between a paper's first line and its sign
_LONGEST_TITLE = 32  # words of a title block's line
_TOP = 8  # units from the top of a page in which a paper's first line stands
_NOTE_OF_MEETING = 40  # units from an agenda to the attendance list below it, in notes that hold both
_LONGEST_ROW = 12  # units
_TELLING = 3  # words of an item by which its title is told from every other line of a pack
_PRESENTER = 4  # units below a title in which the presenter is named
_LIST_SHOWS = 7  # units below "Membership" in which a list shows by what stands behind its names
_LEAST_MEMBERS = 2
_SAME_LIST = 12  # units after an attendance list in which another label goes on with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A paper of ``kind`` begins with unit ``first``; its sign stands at unit ``sign``."""

    first: int
    sign: int
    kind: PaperKind
    sheet: FrontSheet | None = None


def find_openings(units: Sequence[Unit], sheets: Sequence[FrontSheet]) -> tuple[Opening, ...]:
    """Every opening, in order; at most one a place."""
    found = sorted(
        [*_reports(units, sheets), *_minutes(units), *_agendas(units), *_memberships(units), *_listed(units)],
        key=lambda opening: (opening.first, opening.sign),
    )
    kept: list[Opening] = []
    for opening in found:
        if kept and opening.first <= max(kept[-1].sign, kept[-1].sheet.after - 1 if kept[-1].sheet else 0):
            if _outranks(opening, kept[-1]):
                kept[-1] = Opening(first=kept[-1].first, sign=opening.sign, kind=opening.kind, sheet=opening.sheet)
            continue
        kept.append(opening)
    kept = list(dict.fromkeys(_with_evidence(units, kept)))
    return tuple(sorted([*kept, *_promised(units, kept)], key=lambda opening: (opening.first, opening.sign)))


def with_borders(found: Sequence[Opening], borders: Iterable[int], tops: Sequence[int]) -> list[Opening]:
    """``found`` and an opening at each of ``borders``; one that was found just behind a border begins there.

    ``tops`` are the positions at which pages begin. In a pack whose pages tell where its papers begin, what looks like
    an opening in the middle of a page is none: papers are put together whole.
    """
    merged = {at: Opening(first=at, sign=at, kind=PaperKind.OTHER) for at in borders}
    ordered = sorted(merged)
    found = [_from_top(opening, tops) for opening in found]
    if merged:
        found = [opening for opening in found if _near_top(opening.first, tops)]
    for opening in found:
        border = bisect_left(ordered, opening.first - _TITLE_BLOCK)
        near = border < len(ordered) and ordered[border] <= opening.first
        at = ordered[border] if near else opening.first
        known = merged.get(at)
        if known is None or known.kind is PaperKind.OTHER:
            merged[at] = replace(opening, first=at)
        elif at != opening.first:
            merged[opening.first] = opening
    return [merged[at] for at in sorted(merged)]


def _from_top(opening: Opening, tops: Sequence[int]) -> Opening:
    """``opening`` without the last lines of the page before that look like the beginning of its title block."""
    at = bisect_left(tops, opening.first)
    return replace(opening, first=tops[at]) if at < len(tops) and tops[at] <= opening.sign else opening


def _near_top(position: int, tops: Sequence[int]) -> bool:
    at = bisect_right(tops, position)
    return not tops or (at > 0 and position - tops[at - 1] < _TOP)


def _outranks(later: Opening, earlier: Opening) -> bool:
    """Minutes are told by their attendance list even where "Agenda" or a label stands in their title block."""
    return later.kind is PaperKind.MINUTES and earlier.kind is not PaperKind.MINUTES


def _with_evidence(units: Sequence[Unit], found: Sequence[Opening]) -> Iterator[Opening]:
    """``found`` without the lists of members that only look like those of a meeting.

    Minutes that begin within a text say so before their list, or give a day. A list below an agenda makes minutes of
    it; any other is part of the paper that it stands in.
    """
    before: Opening | None = None
    for opening in found:
        if opening.kind is PaperKind.MINUTES and before and not _says_minutes(units, opening):
            if before.kind is not PaperKind.AGENDA or opening.sign - before.sign > _NOTE_OF_MEETING:
                continue
            opening = replace(before, sign=opening.sign, kind=PaperKind.MINUTES)
        before = opening
        yield opening


def _says_minutes(units: Sequence[Unit], opening: Opening) -> bool:
    lead = units[opening.first : opening.sign + 1]
    return any(
        _MINUTES.search(unit.text) or is_date_line(unit.text) or "meeting" in unit.text.lower() or bodies_named(unit)
        for unit in lead
        if len(unit.text.split()) <= _LONGEST_TITLE
    )


def _listed(units: Sequence[Unit]) -> Iterator[Opening]:
    """The meetings below one another on a site's page of an issue."""
    for at, position in enumerate(meetings_listed(units)):
        yield Opening(first=position if at else 0, sign=position, kind=PaperKind.MINUTES)


def _promised(units: Sequence[Unit], openings: Sequence[Opening]) -> Iterator[Opening]:
    """Papers that have no sign of their own but are called as the agenda calls the item, above the presenter's name."""
    agenda = next((at for at, opening in enumerate(openings) if opening.kind is PaperKind.AGENDA), None)
    if agenda is None or agenda + 1 == len(openings):
        return
    end = openings[agenda + 1].first
    items = [(unit, telling_words(unit.title)) for unit in units[openings[agenda].first : end]]
    starts = [opening.first for opening in openings]
    for unit in units[end:]:
        if unit.in_row or unit.number or not is_title_like(unit.text):
            continue
        within = openings[bisect_right(starts, unit.index) - 1].kind
        if within in (*MEETING_KINDS, PaperKind.MEMBERSHIP):
            continue
        words = telling_words(unit.text)
        item = next((item for item, said in items if share_words(said, words, least=_TELLING)), None)
        if item and any(_is_presenter(below) for below in units[unit.index + 1 : unit.index + _PRESENTER]):
            yield Opening(first=unit.index, sign=unit.index, kind=_promised_kind(units, item))


def _is_presenter(unit: Unit) -> bool:
    return is_name(split_name(unit.text).name)


def _promised_kind(units: Sequence[Unit], item: Unit) -> PaperKind:
    """The kind that an agenda's row tells beside the title: "Presentation"."""
    row = [unit for unit in units[item.index : item.index + _LONGEST_ROW] if item.in_row and unit.row == item.row]
    shown = any(unit.text.lower().startswith("presentation") for unit in row)
    return PaperKind.PRESENTATION if shown else PaperKind.OTHER


def _reports(units: Sequence[Unit], sheets: Sequence[FrontSheet]) -> Iterator[Opening]:
    for sheet in sheets:
        yield Opening(first=_title_start(units, sheet.first), sign=sheet.first, kind=PaperKind.REPORT, sheet=sheet)


def _minutes(units: Sequence[Unit]) -> Iterator[Opening]:
    after_list = read_to = 0
    for unit in units:
        if unit.index < read_to or unit.column > 0 or not (found := label_status(unit)):
            continue
        if not _opens_list(unit, found[1]) or (unit.index - after_list < _SAME_LIST and after_list):
            continue
        # Labels that follow one another and name nobody are read once, not again from each of them.
        attendees, read_to = attendance_list(units, unit.index)
        if not attendees:
            continue
        after_list = read_to
        yield Opening(first=_title_start(units, unit.index), sign=unit.index, kind=PaperKind.MINUTES)


def _opens_list(unit: Unit, names_at: int) -> bool:
    """Whether an attendance label opens a list of those present, not an item called apologies or attendance."""
    label = unit.text[:names_at]
    if unit.number and not _SAYS_PRESENT.search(label):
        return False
    if _OPENS_LIST.match(label):
        return True
    return bool(_APOLOGIES.match(unit.text)) and not unit.number and unit.text.rstrip().endswith(":")


def _agendas(units: Sequence[Unit]) -> Iterator[Opening]:
    for unit in units:
        if unit.number or unit.in_row or not _AGENDA.search(unit.text):
            continue
        # "See the supplement published beside the agenda" is a note, not the title of one.
        if len(unit.text.split()) > _LONGEST_AGENDA_TITLE or (unit.block.size and not _is_set_off(unit)):
            continue
        near = units[max(unit.index - _TITLE_BLOCK, 0) : unit.index + _TITLE_BLOCK]
        if any(is_date_line(other.text) or "meeting" in other.text.lower() for other in near):
            yield Opening(first=_title_start(units, unit.index), sign=unit.index, kind=PaperKind.AGENDA)


def _is_set_off(unit: Unit) -> bool:
    return unit.is_bold or is_capitals(unit.text) or unit.block.centred or len(unit.text.split()) == 1


def _memberships(units: Sequence[Unit]) -> Iterator[Opening]:
    for unit in units:
        if unit.number or unit.in_row or not _MEMBERSHIP.match(unit.text) or not is_title_like(unit.text):
            continue
        following = units[unit.index + 1 : unit.index + 1 + _LIST_SHOWS]
        if sum("(" in other.text or "–" in other.text or other.in_row for other in following) >= _LEAST_MEMBERS:
            yield Opening(first=unit.index, sign=unit.index, kind=PaperKind.MEMBERSHIP)


def _title_start(units: Sequence[Unit], sign: int) -> int:
    """The first unit of the title block that ends at ``sign``: short lines without numbers, read backwards."""
    first = sign
    for unit in reversed(units[max(sign - _TITLE_BLOCK, 0) : sign]):
        if unit.in_row and organisation_kind(unit.text) is not OrganisationKind.OTHER:
            continue  # the bodies that a joint paper is of, side by side
        if unit.in_row or (unit.number and not is_date_line(unit.text)) or not _in_title_block(unit):
            break
        first = unit.index
    minutes = [unit.index for unit in units[max(sign - _CONFIRMED_WITHIN, 0) : first] if _MINUTES.search(unit.text)
               and not unit.number and not unit.in_row and len(unit.text.split()) <= _LONGEST_TITLE]  # fmt: skip
    return minutes[-1] if minutes and label_status(units[sign]) else first


def _in_title_block(unit: Unit) -> bool:
    if _NOT_TITLE.match(unit.text) or len(unit.text.split()) > _LONGEST_TITLE:
        return False
    return (
        is_title_like(unit.text)
        or is_date_line(unit.text)
        or unit.is_bold
        or bool(_MINUTES.search(unit.text))
        or (len(unit.text.split()) <= _TITLE_BLOCK and not unit.text.endswith((".", ";")))
    )
