"""Site labels: what a committee site prints around an item when its page is saved as text, and items told by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.headings import LONGEST_HEADING
from ingest.structure.sitepages import heads_item, heads_items
from ingest.structure.units import Unit
from ingest.structure.wording import is_title_like

_ALONE = re.compile(r"(?:items|media|browse by|page contents)$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:venue|contact|link|minutes|decisions?|additional documents|accompanying documents|presented by|decision maker|"
    r"decision status|report author|publication date|date of decision|decided at meeting|media)\s*:|"
    r"is (?:(?:this )?a )?key decision\s*\?|is (?:it )?subject to call[- ]in\s*\?",
    re.IGNORECASE,
)
_FILE = r"\bPDF \d+ ?[KM]B\b"
_NAMES_FILE = re.compile(_FILE)
_BESIDE = re.compile(rf"\s(?:Minutes|Decisions?):\s|\bPresented By:\s|{_FILE}")
_BEHIND = re.compile(
    rf"\s{{0,9}}(?:(?:pdf|doc|docx|word|excel|xls) icon\b|{_FILE}|\bPresented By:|"
    r"\b(?:Minutes|Decisions?|Additional documents):(?=\s|$)).*$",
    re.DOTALL,
)


def is_site_label(unit: Unit) -> bool:
    """Whether a line is a label of a site, or a label and its value: "Minutes:", "Venue: Town Hall"."""
    return bool(_LABEL.match(unit.text) or _ALONE.match(unit.text)) or heads_items(unit.text)


def names_file(text: str) -> bool:
    """Whether ``text`` names a file as a site does, with its size: "Public reports pack PDF 2 MB"."""
    return bool(_NAMES_FILE.search(text))


def without_site(title: str) -> str:
    """``title`` without what a site prints behind it: "Minutes pdf icon PDF 159 KB" gives "Minutes"."""
    return _BEHIND.sub("", title).strip() or title


def is_saved_page(units: Sequence[Unit]) -> bool:
    """Whether a text is the page of a committee site, by its column heads or by labels that stand alone."""
    if any(heads_items(unit.text) or heads_item(unit.text) for unit in units):
        return not any(unit.block.size for unit in units)
    return False


def site_item(units: Sequence[Unit], position: int) -> str | None:
    """The title of an item without number on a saved page.

    It stands under "Agenda item" or "Issue - meetings", or begins a line that goes on with a label:
    "Apologies Minutes: None were received."
    """
    unit = units[position]
    before = units[position - 1] if position else None
    if before is not None and heads_item(before.text) and len(unit.text.split()) <= LONGEST_HEADING:
        return without_site(unit.text)
    if not _BESIDE.search(unit.text):
        return None
    title = without_site(unit.text)
    return title if title != unit.text and len(title.split()) <= LONGEST_HEADING and is_title_like(title) else None
