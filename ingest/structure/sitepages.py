"""Pages of committee management sites, saved or printed as text: what their headings and labels say of the paper.

The sites of most UK councils are made by one of a few programs, whose pages begin with the same words: "Agenda and
minutes" of a meeting, "Agenda item", "Issue - meetings", "Decision details".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.vocabulary import PaperKind
from ingest.structure.units import Unit

_ITEM = r"agenda item|issue(?: details)?(?: - (?:meetings|issue))?"
_DECISION = r"decision(?: details)?"
_HEADING = re.compile(
    rf"\W*(?:agenda(?:, decisions)?(?: and (?:minutes|decisions))?|minutes|decisions|{_ITEM}|{_DECISION})\W*",
    re.IGNORECASE,
)
_OF_ITEM = re.compile(rf"\W*(?:{_ITEM})", re.IGNORECASE)
_OF_DECISION = re.compile(rf"\W*{_DECISION}", re.IGNORECASE)
_OF_ISSUE = re.compile(r"\W*issue(?: details)? - meetings", re.IGNORECASE)
_DECIDED_AT = re.compile(r"decided at meeting:", re.IGNORECASE)
_ITEMS_HEAD = re.compile(r"(?:note )?no\.?\W+item\W*", re.IGNORECASE)
_MEETING = re.compile(r"(?:decided at )?meeting:\s*[-–—]?\s*\d", re.IGNORECASE)
# "Decided at meeting: 10/09/2024 - Cabinet", "Meeting: 4/3/2025 - Council (Item 7)"; also without the day.
_BODY_LABEL = re.compile(
    r"(?:(?:decided at )?meeting|decision maker):(?:\s*[-–—]?\s*(?P<body>[^()]{3,80}?)\s*(?:\(item [^)]{1,12}\))?$)?",
    re.IGNORECASE,
)
_RECORD = re.compile(r"(?:^|\s)(?:minutes|decisions?):(?:\s|$)", re.IGNORECASE)
_DECIDED = re.compile(r"^(?:it was |\W*)?(?:RESOLVED|resolved|AGREED|Agreed|Resolved)\b")
_HEAD = 8  # units in which the heading of such a page stands
_ITEM_HEAD = 4  # the same for the page of an item: further on, "Decision" is a label in it


def site_heading(units: Sequence[Unit]) -> Unit | None:
    """The line by which the text of ``units`` shows itself to be such a page."""
    for unit in units[:_HEAD]:
        plain = not (unit.is_bold or unit.in_row or unit.text.endswith(":"))  # "Agenda item:" is a label
        if heads_items(unit.text) or (plain and _HEADING.fullmatch(unit.text)):
            return unit
    return None


def is_item_page(units: Sequence[Unit]) -> bool:
    """Whether the page is of one item, issue or decision: its title is the item's, and only labels tell of the body."""
    return any(heads_item(unit.text) or _OF_DECISION.fullmatch(unit.text) is not None for unit in units[:_ITEM_HEAD])


def heads_item(text: str) -> bool:
    """Whether ``text`` is the line that such a page writes over the title of an item or issue."""
    return bool(_OF_ITEM.fullmatch(text))


def heads_items(text: str) -> bool:
    """Whether ``text`` holds the heads of the columns in which such a page lists items: "No. | Item"."""
    return bool(_ITEMS_HEAD.fullmatch(text))


def names_body(unit: Unit) -> bool:
    """Whether ``unit`` is a label that tells the body: "Decided at meeting: 10/09/2024 - Cabinet"."""
    return bool(_BODY_LABEL.match(unit.text))


def labelled_body(line: str) -> str | None:
    """The body that such a label tells, in a ``line`` whose dates are taken out: "Decided at meeting: - Cabinet"."""
    match = _BODY_LABEL.match(line)
    return match["body"] if match else None


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
    return heads_items(text) or bool(_HEADING.fullmatch(text))
