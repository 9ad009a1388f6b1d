"""Item rows: agendas and minutes that are tables, a row an item, its number in the first cell."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.vocabulary import MEETING_KINDS, PaperKind
from ingest.structure.candidates import Candidate
from ingest.structure.headings import LONGEST_HEADING, cut, item_lead, never_heads
from ingest.structure.labels import label_of
from ingest.structure.numbering import Scheme
from ingest.structure.profile import Profile
from ingest.structure.sitelabels import without_site
from ingest.structure.standings import Standing
from ingest.structure.units import Unit
from ingest.structure.wording import has_time_or_place, is_capitals, is_title_like

_LONGEST_LABEL = 6  # words of a heading that has a row to itself
_LONGEST_ROW = 12  # units of a row that are looked at
_BULLETS = "•▪◦·*-–—o "


def row_candidate(units: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    """The item that a table row is, told by its number's or title's cell; ``position`` is any unit in a row."""
    unit = units[position]
    if not profile.tables.holds_number(unit):
        return _titled(units, position, profile)
    others = [other for other in units[position + 1 : position + _LONGEST_ROW] if other.row == unit.row]
    filled = [other for other in others if other.column > unit.column]
    if unit.number and unit.number.scheme is not Scheme.LETTER:
        return _numbered(unit, filled, position, profile)
    if (
        unit.column == 0
        and not filled
        and not others
        and unit.columns >= 2
        and len(unit.text.split()) <= _LONGEST_LABEL
    ):
        heads = is_title_like(unit.text) and not never_heads(unit.text)
        return Candidate(number=None, heading=unit.text) if heads else None
    return None


def _numbered(unit: Unit, filled: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    standing = profile.standings.of.get(position)
    if unit.number is None or standing in (Standing.ENTRY, Standing.STRAY):
        return None
    number, depth = unit.number.text, unit.number.depth
    rest = unit.title
    if rest and not has_time_or_place(rest) and (is_title_like(rest) or is_capitals(rest)):
        return Candidate(number=number, heading=rest, depth=depth)
    if filled and filled[0].first and is_item_title(filled[0]) and not _has_sentence(rest):
        title = filled[0].text.lstrip(_BULLETS)
        if is_capitals(title) and len(filled) > 1 and is_capitals(filled[1].text):
            title = f"{title} {filled[1].text}"
        return Candidate(number=number, heading=without_site(title), depth=depth)
    if profile.kind not in MEETING_KINDS and unit.number.scheme is not Scheme.DECIMAL:
        return None
    words = rest if _has_sentence(rest) else filled[0].text if filled and filled[0].first else ""
    return Candidate(number=number, heading=item_lead(words), depth=depth) if words[:1].isupper() else None


def _titled(units: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    """The item of an agenda's row that has no number but a title where the heads of its table tell one."""
    unit = units[position]
    if profile.kind is not PaperKind.AGENDA or not profile.tables.holds_title(unit) or not is_item_title(unit):
        return None
    before = (other for other in units[max(position - _LONGEST_ROW, 0) : position] if other.row == unit.row)
    numbered = any(other.number and profile.tables.holds_number(other) for other in before)
    return None if numbered else Candidate(number=None, heading=without_site(unit.text.lstrip(_BULLETS)))


def _has_sentence(rest: str) -> bool:
    """Whether the first cell holds the item's words and not a time or what else may stand below its number."""
    return len(rest.split()) > _LONGEST_LABEL


def is_item_title(unit: Unit) -> bool:
    """Whether a unit can be the title of an item whose number stands beside or above it."""
    if label_of(unit.text) and unit.text.endswith(":"):
        return False
    if unit.text.endswith((".", ";")) and not is_capitals(unit.text) and not is_title_like(cut(unit.text).rstrip(".;")):
        return False
    return len(unit.text.split()) <= LONGEST_HEADING and not unit.text[:1].islower()
