"""What one paper is like as a whole: how it is typeset, what it sets headings in, where its lists of people stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.vocabulary import PaperKind
from ingest.structure.attendancelist import attendance_list
from ingest.structure.attendees import label_status
from ingest.structure.itemtables import ItemTables, item_tables
from ingest.structure.looks import is_emphatic
from ingest.structure.sitelabels import is_saved_page
from ingest.structure.standings import Standing, Standings, find_standings
from ingest.structure.units import Unit
from ingest.structure.wording import has_time_or_place, is_date_line

Style = tuple[int, bool, bool, int]

_CONTENTS = re.compile(r"^(?:table of )?contents(?: page)?:?$", re.IGNORECASE)
_PAGE_END = re.compile(r"(?:\D|^)\d{1,3}$")
_LEADERS = re.compile(r"(?:\.{4}|…{2}|(?:\. ){4})\s*\d{0,3}$")  # and any number before these
_COLON_LEAD = re.compile(r"[^:]{3,140}:")
_LEAST_LEADS = 3
COLUMN_HEADS = re.compile(
    r"(?:agenda )?(?:item|no\.?)\b(?: \w+\.?){0,5} (?:lead|presenter|presented by|papers?|page|enc\w*|time|format)\.?$",
    re.IGNORECASE,
)
_MEETING_PLACE = re.compile(
    r"^(?:date|time|venue|place|held)\b|\b(?:chamber|hall|rooms?|house|offices|centre),", re.IGNORECASE
)
_TITLE_LINES = 8  # lines that a title with day and place may take
_LONGEST_TITLE = 30  # words of each of them
_OWN_STYLE = 2  # headings of one style that make it the paper's own
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Evidence of the whole paper, by which single lines are judged.

    ``typeset``: the source tells type sizes. ``marked``: it tells bold type or headings. ``body`` is the size of most
    of the text, in points. ``styles`` are those in which two or more lines are set off. ``listed`` and ``contents`` are
    the positions of units in attendance lists and tables of contents. ``colons``: the items' headings end with a colon.
    ``columned``: the lines of items hold what stood in the columns of an agenda, paper and presenter and time.
    ``leveled``: the source states the levels of its headings. ``saved``: it is a committee site's page, saved as text.
    """

    kind: PaperKind
    typeset: bool
    marked: bool
    body: float
    styles: frozenset[Style]
    listed: frozenset[int]
    contents: frozenset[int]
    tables: ItemTables
    standings: Standings
    colons: bool
    columned: bool
    leveled: bool
    saved: bool


def profile(units: Sequence[Unit], kind: PaperKind) -> Profile:
    """The profile of one paper's ``units``."""
    tables = item_tables(units)
    contents = frozenset(_contents(units))
    sizes = Counter[float]()
    for unit in units:
        sizes[unit.block.size] += len(unit.text)
    standings = find_standings(units, kind, tables, contents)
    styles = Counter(style_of(unit) for unit in units if unit.is_bold and not unit.in_row)
    return Profile(
        kind=kind,
        typeset=any(unit.block.size for unit in units),
        marked=any(unit.is_bold for unit in units),
        body=sizes.most_common(1)[0][0] if sizes else 0.0,
        styles=frozenset(style for style, count in styles.items() if count >= _OWN_STYLE),
        listed=frozenset(_listed(units)),
        contents=contents,
        tables=tables,
        standings=standings,
        colons=_leads_end_with_colons(units, standings),
        columned=kind is PaperKind.AGENDA or any(COLUMN_HEADS.match(unit.text) for unit in units),
        leveled=all(unit.block.level for unit in units if unit.is_bold and not unit.in_row and not unit.number),
        saved=is_saved_page(units),
    )


def style_of(unit: Unit) -> Style:
    """How a line is set: size in whole points, bold, centred, level."""
    return round(unit.block.size), unit.is_bold, unit.block.centred, unit.block.level


def _listed(units: Sequence[Unit]) -> Iterator[int]:
    """The positions of those who are listed below an attendance label, the label left out."""
    after = 0
    for at, unit in enumerate(units):
        if at >= after and unit.column <= 0 and not unit.number and label_status(unit):
            attendees, after = attendance_list(units, at)
            if attendees:
                yield from (each for each in range(at + 1, after) if not label_status(units[each]))


def title_end(units: Sequence[Unit]) -> int:
    """The position after a paper's title: the last of its first lines that tells a day, a time or a place."""
    end = 0
    for at, unit in enumerate(units[:_TITLE_LINES]):
        if (unit.number and unit.column <= 0) or len(unit.text.split()) > _LONGEST_TITLE:
            break
        if is_date_line(unit.text) or has_time_or_place(unit.text) or _MEETING_PLACE.search(unit.text):
            end = at + 1
    return end


def _contents(units: Sequence[Unit]) -> Iterator[int]:
    """The lines of tables of contents: they stand under "Contents" and end with a page number, or have leaders."""
    inside = False
    for at, unit in enumerate(units):
        if _CONTENTS.match(unit.text) and not unit.in_row:
            inside = True
            yield at
            continue
        inside = inside and (unit.in_row or bool(_PAGE_END.search(unit.text)))
        if inside or _LEADERS.search(unit.text):
            yield at


def _leads_end_with_colons(units: Sequence[Unit], standings: Standings) -> bool:
    """Whether the headings of items mostly end with a colon, the bold ones or, in plain type, all."""
    items = [units[at] for at, standing in standings.of.items() if standing is Standing.ITEM]
    leads = [unit.bold_lead for unit in items if unit.bold_lead and is_emphatic(unit)]
    leads = leads or [unit.title for unit in items if unit.title and not unit.in_row]
    told = sum(bool(_COLON_LEAD.match(lead)) for lead in leads)
    return told >= _LEAST_LEADS and told > _MOSTLY * len(leads)
