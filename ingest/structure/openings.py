"""Openings: the places of a text where a new paper begins, and the signs that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.vocabulary import PaperKind
from ingest.structure.attendancelist import attendance_list, label_status
from ingest.structure.frontsheet import FrontSheet
from ingest.structure.units import Unit
from ingest.structure.wording import is_date_line, is_title_like

_MINUTES = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved|public|open)\s+)*minutes\b|^at (?:a|the) [\w ]*meeting of\b|"
    r"^(?:the )?(?:record|notes) of (?:the |a )?(?:meeting|proceedings)|\bminutes of (?:a|the)\b.*\bheld\b|\bminutes$",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"^(?:public |open |supplementary )?agenda\b(?! item)(?: (?:for|of|frontsheet)\b.*)?$|\bagenda$|"
    r"^notice of (?:\w+ ){0,3}meeting|"
    r"^public document pack",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(r"^(?:membership|members)\b(?:\s*[-–—:]\s*|\s+of\s+|$)", re.IGNORECASE)
_CONFIRMED_WITHIN = 30  # units between the title of minutes and their attendance list
_TITLE_BLOCK = 12  # units that may stand between a paper's first line and its sign
_LONGEST_TITLE = 32  # words of a title block's line
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
        [*_reports(units, sheets), *_minutes(units), *_agendas(units), *_memberships(units)],
        key=lambda opening: (opening.first, opening.sign),
    )
    kept: list[Opening] = []
    for opening in found:
        if kept and opening.first <= max(kept[-1].sign, kept[-1].sheet.after - 1 if kept[-1].sheet else 0):
            if _outranks(opening, kept[-1]):
                kept[-1] = Opening(first=kept[-1].first, sign=opening.sign, kind=opening.kind, sheet=opening.sheet)
            continue
        kept.append(opening)
    return tuple(kept)


def with_stated(found: Sequence[Opening], stated: Iterable[int]) -> list[Opening]:
    """``found`` and an opening at each of ``stated``; one that was found just behind a stated one begins there."""
    merged = {at: Opening(first=at, sign=at, kind=PaperKind.OTHER) for at in stated}
    for opening in found:
        at = next((at for at in sorted(merged) if at <= opening.first <= at + _TITLE_BLOCK), opening.first)
        known = merged.get(at)
        if known is None or known.kind is PaperKind.OTHER:
            merged[at] = replace(opening, first=at)
        elif at != opening.first:
            merged[opening.first] = opening
    return [merged[at] for at in sorted(merged)]


def _outranks(later: Opening, earlier: Opening) -> bool:
    """Minutes are told by their attendance list even where "Agenda" or a label stands in their title block."""
    return later.kind is PaperKind.MINUTES and earlier.kind is not PaperKind.MINUTES


def _reports(units: Sequence[Unit], sheets: Sequence[FrontSheet]) -> Iterator[Opening]:
    for sheet in sheets:
        yield Opening(first=_title_start(units, sheet.first), sign=sheet.first, kind=PaperKind.REPORT, sheet=sheet)


def _minutes(units: Sequence[Unit]) -> Iterator[Opening]:
    after_list = 0
    for unit in units:
        if unit.index < after_list or unit.column > 0 or not (found := label_status(unit)):
            continue
        if not _opens_list(unit, found[1]) or (unit.index - after_list < _SAME_LIST and after_list):
            continue
        attendees, after = attendance_list(units, unit.index)
        if not attendees:
            continue
        after_list = after
        yield Opening(first=_title_start(units, unit.index), sign=unit.index, kind=PaperKind.MINUTES)


def _opens_list(unit: Unit, names_at: int) -> bool:
    """Whether an attendance label opens a list of those present, not an item called apologies or attendance."""
    if unit.number and not re.search(r"\bpresent\b", unit.text[:names_at], re.IGNORECASE):
        return False
    return bool(re.match(r"(?:\W*\w+\b){0,3}\W*(?:present|attend)", unit.text[:names_at], re.IGNORECASE)) or bool(
        re.match(r"apologies", unit.text, re.IGNORECASE) and not unit.number and unit.text.rstrip().endswith(":")
    )


def _agendas(units: Sequence[Unit]) -> Iterator[Opening]:
    for unit in units:
        if unit.number or unit.in_row or not _AGENDA.search(unit.text) or len(unit.text.split()) > _LONGEST_TITLE // 2:
            continue
        near = units[max(unit.index - _TITLE_BLOCK, 0) : unit.index + _TITLE_BLOCK]
        if any(is_date_line(other.text) or "meeting" in other.text.lower() for other in near):
            yield Opening(first=_title_start(units, unit.index), sign=unit.index, kind=PaperKind.AGENDA)


def _memberships(units: Sequence[Unit]) -> Iterator[Opening]:
    for unit in units:
        if unit.number or unit.in_row or not _MEMBERSHIP.match(unit.text) or not is_title_like(unit.text):
            continue
        following = units[unit.index + 1 : unit.index + 8]
        if sum("(" in other.text or "–" in other.text or other.in_row for other in following) >= 2:
            yield Opening(first=unit.index, sign=unit.index, kind=PaperKind.MEMBERSHIP)


def _title_start(units: Sequence[Unit], sign: int) -> int:
    """The first unit of the title block that ends at ``sign``: short lines without numbers, read backwards."""
    first = sign
    for unit in reversed(units[max(sign - _TITLE_BLOCK, 0) : sign]):
        if unit.in_row or (unit.number and not is_date_line(unit.text)) or not _in_title_block(unit):
            break
        first = unit.index
    minutes = [unit.index for unit in units[max(sign - _CONFIRMED_WITHIN, 0) : first] if _MINUTES.search(unit.text)
               and not unit.number and not unit.in_row and len(unit.text.split()) <= _LONGEST_TITLE]  # fmt: skip
    return minutes[-1] if minutes and label_status(units[sign]) else first


def _in_title_block(unit: Unit) -> bool:
    if re.match(
        r"(?:signed|date of next|meeting (?:ended|closed)|the meeting (?:ended|closed)|none\b|page \d)",
        unit.text,
        re.IGNORECASE,
    ):
        return False
    if len(unit.text.split()) > _LONGEST_TITLE:
        return False
    return (
        is_title_like(unit.text)
        or is_date_line(unit.text)
        or unit.is_bold
        or bool(_MINUTES.search(unit.text))
        or (len(unit.text.split()) <= _TITLE_BLOCK and not unit.text.endswith((".", ";")))
    )
