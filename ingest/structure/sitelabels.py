"""Site labels: what a committee site prints around an item when its page is saved as text, and items told by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.headings import LONGEST_HEADING, without_site
from ingest.structure.units import Unit
from ingest.structure.wording import is_title_like

_COLUMN_HEADS = re.compile(r"(?:note )?no\.?\s*\|?\s*item\s*\|?$", re.IGNORECASE)
_ITEM_PAGE = re.compile(r"(?:agenda item|issue(?: details)?(?: - (?:meetings|issue))?)$", re.IGNORECASE)
_ALONE = re.compile(r"(?:items|media|browse by|page contents)$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:venue|contact|link|minutes|decisions?|additional documents|accompanying documents|presented by|decision maker|"
    r"decision status|report author|publication date|date of decision|decided at meeting|media)\s*:|"
    r"is (?:(?:this )?a )?key decision\s*\?|is (?:it )?subject to call[- ]in\s*\?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s(?:Minutes|Decisions?):\s|\bPresented By:\s|\bPDF \d+ ?[KM]B\b")


def is_site_label(unit: Unit) -> bool:
    """Whether a line is a label of a site, or a label and its value: "Minutes:", "Venue: Town Hall"."""
    return bool(_LABEL.match(unit.text) or _ALONE.match(unit.text) or _COLUMN_HEADS.match(unit.text))


def is_saved_page(units: Sequence[Unit]) -> bool:
    """Whether a text is the page of a committee site, by its column heads or by labels that stand alone."""
    if any(_COLUMN_HEADS.match(unit.text) or _ITEM_PAGE.match(unit.text) for unit in units):
        return not any(unit.block.size for unit in units)
    return False


def site_item(units: Sequence[Unit], position: int) -> str | None:
    """The title of an item without number on a saved page.

    It stands under "Agenda item" or "Issue - meetings", or begins a line that goes on with a label:
    "Apologies Minutes: None were received."
    """
    unit = units[position]
    before = units[position - 1] if position else None
    if before is not None and _ITEM_PAGE.match(before.text) and len(unit.text.split()) <= LONGEST_HEADING:
        return without_site(unit.text)
    if not _BESIDE.search(unit.text):
        return None
    title = without_site(unit.text)
    return title if title != unit.text and len(title.split()) <= LONGEST_HEADING and is_title_like(title) else None
