"""Pages of committee management sites, saved or printed as text: what their headings and labels say of the paper.

The sites of most UK councils are made by one of a few programs, whose pages begin with the same words: "Agenda and
minutes" of a meeting, "Agenda item", "Issue - meetings", "Decision details".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.vocabulary import PaperKind
from ingest.structure.units import Unit

_HEADING = re.compile(
    r"\W*(?:agenda(?:, decisions)?(?: and (?:minutes|decisions))?|agenda item|minutes|decisions|"
    r"issue(?: details)?(?: - (?:meetings|issue))?|decision(?: details)?)\W*",
    re.IGNORECASE,
)
_OF_ITEM = re.compile(
    r"\W*(?:agenda item|issue(?: details)?(?: - (?:meetings|issue))?|decision(?: details)?)", re.IGNORECASE
)
_OF_DECISION = re.compile(r"\W*decision(?: details)?", re.IGNORECASE)
_OF_ISSUE = re.compile(r"\W*issue(?: details)? - meetings", re.IGNORECASE)
_DECIDED_AT = re.compile(r"decided at meeting:", re.IGNORECASE)
_ITEMS_HEAD = re.compile(r"no\.?\W+item\W*", re.IGNORECASE)
_MEETING = re.compile(r"(?:decided at )?meeting:\s*[-–—]?\s*\d", re.IGNORECASE)
_BODY_LABEL = re.compile(r"(?:(?:decided at )?meeting|decision maker):", re.IGNORECASE)
_RECORD = re.compile(r"(?:^|\s)(?:minutes|decisions?):(?:\s|$)", re.IGNORECASE)
_DECIDED = re.compile(r"^(?:it was |\W*)?(?:RESOLVED|resolved|AGREED|Agreed|Resolved)\b")
_HEAD = 8  # units in which the heading of such a page stands
_ITEM_HEAD = 4  # the same for the page of an item: further on, "Decision" is a label in it


def site_heading(units: Sequence[Unit]) -> Unit | None:
    """The line by which the text of ``units`` shows itself to be such a page."""
    for unit in units[:_HEAD]:
        plain = not (unit.is_bold or unit.in_row or unit.text.endswith(":"))  # "Agenda item:" is a label
        if _ITEMS_HEAD.fullmatch(unit.text) or (plain and _HEADING.fullmatch(unit.text)):
            return unit
    return None


def is_item_page(units: Sequence[Unit]) -> bool:
    """Whether the page is of one item, issue or decision: its title is the item's, and only labels tell of the body."""
    return any(_OF_ITEM.fullmatch(unit.text) for unit in units[:_ITEM_HEAD])


def names_body(unit: Unit) -> bool:
    """Whether ``unit`` is a label that tells the body: "Decided at meeting: 10/09/2024 - Cabinet"."""
    return bool(_BODY_LABEL.match(unit.text))


def meetings_listed(units: Sequence[Unit]) -> list[int]:
    """The positions at which the page of an issue goes on to another meeting that dealt with it."""
    if not any(_OF_ISSUE.fullmatch(unit.text) for unit in units[:_ITEM_HEAD]):
        return []
    return [unit.index for unit in units if _MEETING.match(unit.text)]


def site_kind(units: Sequence[Unit]) -> PaperKind | None:
    """The kind of such a page: minutes where it records what was said or decided; ``None`` for any other text."""
    heading = site_heading(units)
    if heading is None:
        return None
    if _OF_DECISION.fullmatch(heading.text):
        return PaperKind.DECISION_NOTICE
    if any(_RECORD.search(unit.text[:400]) or _DECIDED.match(unit.text) for unit in units):
        return PaperKind.MINUTES
    return None if is_item_page(units) else PaperKind.AGENDA


def decided_at_meeting(units: Sequence[Unit]) -> bool:
    """Whether the page of a decision says that a meeting took it."""
    return is_item_page(units) and any(_DECIDED_AT.match(unit.text) for unit in units)


def is_site_heading(text: str) -> bool:
    """Whether ``text`` is the heading of such a page, which says nothing of what it is about."""
    return bool(_HEADING.fullmatch(text) or _ITEMS_HEAD.fullmatch(text))
