"""Unnumbered headings: lines that bold type, capitals, their place or their wording set off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.names import is_name, split_name
from ingest.structure import headings
from ingest.structure.attendees import label_status
from ingest.structure.bodynames import bodies_named
from ingest.structure.candidates import Candidate
from ingest.structure.headings import LONGEST_HEADING, LONGEST_PLAIN
from ingest.structure.labels import label_of
from ingest.structure.peoplelists import listed_people
from ingest.structure.profile import COLUMN_HEADS, Profile, style_of
from ingest.structure.sitelabels import is_site_label
from ingest.structure.units import Unit
from ingest.structure.wording import has_time_or_place, is_capitals, is_date_line, is_title_cased, is_title_like

_MARGIN = 250.0  # points from the left edge of the text: what begins further right is a margin note, no heading
_SMALLER = 1.5  # points below the size of the text: small print is no heading
_LARGER = 1.5  # points above it: a title in larger type is a heading
_LONGEST_BOLD = 20  # words of a heading that only its bold type sets off
_LONGEST_LEAD = 9  # words of a bold heading that runs into its first sentence
_LONGEST_PERSON = 14  # words of a line that names a person and what they are
_LONGEST_NAME = 3  # words of a line that is a person's name
_LEAST_SENTENCE = 10  # words of a paragraph that a plain line above it heads
_SHORT_FORM = re.compile(r"\s*\([A-Z&]{3,}\)")  # "Integrated Care Board (ICB)"
_APPENDIX = re.compile(r"(?:appendix|annex|schedule)\s+[A-Z0-9]{1,3}\b", re.IGNORECASE)
_DASHED = re.compile(r"\s[–-]\s")
_PERSON = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllrs?|Councillors?|Rev)\b|(?:[A-Z]\.? ){1,3}[A-Z][a-z]")
_SENTENCE = re.compile(r"The\b.*\b(?:was|were|have|has|had|objects?|supports?)\b")
_TELEPHONE = re.compile(r"\d{5}|\d{3,4} \d{3}")
_LETTERS = re.compile(r"[^\W\d_]\W{0,2}[^\W\d_]")
_MOVED = re.compile(
    r"\b(?:proposed|seconded)\b|,\s(?:Chair(?:man)?|Vice[- ]Chair(?:man)?|Councillor|Clerk)(?:$|\s[A-Z])"
)
_OUTCOME = re.compile(r"\b(?:AGREED|RESOLVED|APPROVED|NOTED)\b")
_LEAST_TEXT = 5  # words of a paragraph that a bold lead heads; fewer are the value of a label
_BULLETS = "•▪◦·*-–—o"
_LEAD_END = (":", ".", "–", "-")


def unnumbered_candidate(units: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    """The heading that the line at ``position`` is, or begins with; it has no printed number."""
    unit = units[position]
    text = unit.text.strip()
    if not _may_be_heading(units, position, profile):
        return None
    if unit.is_bold or is_capitals(text):
        return _set_off(unit, text, profile)
    if heading := _bold_lead(unit):
        return Candidate(number=None, heading=heading)
    if _is_larger(unit, profile):
        return Candidate(number=None, heading=text)
    if profile.typeset or not _is_plain_heading(units, position):
        return None
    return Candidate(number=None, heading=text)


def _may_be_heading(units: Sequence[Unit], position: int, profile: Profile) -> bool:
    unit = units[position]
    text = unit.text.strip()
    if unit.block.indent >= _MARGIN and not unit.block.centred:
        return False
    if unit.block.size and unit.block.size < profile.body - _SMALLER:
        return False
    if len(text.split()) > LONGEST_HEADING and not unit.bold_lead:
        return False
    if not _LETTERS.search(text):
        return False
    if COLUMN_HEADS.match(text) or (not unit.is_bold and is_site_label(unit)):
        return False
    if headings.never_heads(text) or text[:1] in _BULLETS or is_date_line(text):
        return False
    if (label := label_status(unit)) and not _is_label_heading(unit, label[1]):
        return False
    if position in profile.listed and not unit.block.level:
        return False
    return not _is_person(units, position, profile)


def _is_label_heading(unit: Unit, names_at: int) -> bool:
    """Whether an attendance label is a heading: alone on its line, and no label with a colon."""
    return names_at >= len(unit.text) and not unit.text.endswith(":")


def _is_person(units: Sequence[Unit], position: int, profile: Profile) -> bool:
    """Whether a line is a person's: a name of two words, or one with initials behind it; "Repairs" alone is none.

    "Building Valuations" has the shape of a name too; set as the paper sets its headings, with a paragraph below, it
    is one.
    """
    unit = units[position]
    if unit.block.level or len(unit.text.split()) > _LONGEST_PERSON or label_of(unit.text):
        return False
    written = split_name(unit.text)
    if is_name(written.name) and (written.title is not None or " " in unit.text):
        return written.title is not None or not _leads_text(units, position, profile)
    people = listed_people(unit.text)
    return len(people) == 1 and people[0].initials is not None


def _leads_text(units: Sequence[Unit], position: int, profile: Profile) -> bool:
    unit = units[position]
    following = units[position + 1] if position + 1 < len(units) else None
    if following is None or not unit.is_bold or style_of(unit) not in profile.styles:
        return False
    return not following.is_bold and len(following.text.split()) > LONGEST_PLAIN


def _set_off(unit: Unit, text: str, profile: Profile) -> Candidate | None:
    heading = headings.set_off(text) if unit.is_bold else headings.cut(text)
    words = len(heading.split())
    longest = LONGEST_HEADING // 2 if style_of(unit) not in profile.styles else _LONGEST_BOLD
    stopped = text.endswith((".", ";", ",", ":-", "!")) and not text.endswith("...")
    if stopped or words > longest:
        return None
    if (_SENTENCE.match(text) or _MOVED.search(text)) and not is_capitals(text):
        return None
    if (words == 1 and len(heading) < 3) or has_time_or_place(text):
        return None
    return Candidate(number=None, heading=headings.closed_up(heading))


def _is_larger(unit: Unit, profile: Profile) -> bool:
    """Whether a short title stands in larger type than the text of its paper."""
    larger = unit.block.size >= profile.body + _LARGER > _LARGER and not _TELEPHONE.search(unit.text)
    return larger and len(unit.text.split()) <= LONGEST_PLAIN and is_title_like(unit.text.rstrip(":"))


def _bold_lead(unit: Unit) -> str | None:
    """The bold words that a paragraph begins with, parted from what follows by a colon, stop or dash."""
    lead = unit.bold_lead
    if not lead or len(lead.split()) > _LONGEST_LEAD:
        return None
    rest = unit.text[len(lead) :].lstrip()
    if not lead.endswith(_LEAD_END) and not rest.startswith(("–", "- ", ":")):
        return None
    if len(rest.split()) < _LEAST_TEXT:
        return None
    return lead.rstrip(" .–-") if is_title_like(lead.rstrip(":.–- ")) else None


def _is_plain_heading(units: Sequence[Unit], position: int) -> bool:
    """A short line alone, in a text that has no type to tell: a title, not a name, a label or an entry."""
    unit = units[position]
    text = _SHORT_FORM.sub("", unit.text.rstrip(":").strip())
    before = units[position - 1] if position else None
    following = units[position + 1] if position + 1 < len(units) else None
    if _PERSON.match(text) or _OUTCOME.search(text) or _names_someone(unit.text):
        return False
    if following is None or unit.block.kind is BlockKind.LIST_ITEM or not is_title_like(text) or "(" in text:
        return False
    if _APPENDIX.match(text):
        return not any(other and _APPENDIX.match(other.text) for other in (before, following))
    if has_time_or_place(text) or (_DASHED.search(text) and not is_title_cased(text)):
        return False
    if before is not None and before.text.strip() and _is_name_alone(before):
        return False
    if label_of(unit.text) and not unit.text.endswith(":") and len(text.split()) == 1:
        return _is_text(following) and not unit.in_row
    if len(text.split()) > LONGEST_PLAIN:
        return is_title_cased(text) and _is_text(following)
    return is_title_cased(text) or unit.text.endswith(":") or bool(bodies_named(unit)) or _is_text(following)


def _names_someone(text: str) -> bool:
    """Whether a line is a role and who holds it: "Minute taker: Ann Hale"."""
    _, colon, rest = text.partition(":")
    return bool(colon) and is_name(rest.strip())


def _is_text(unit: Unit) -> bool:
    """Whether a unit is running text or the first of a list: what a heading stands above."""
    if unit.block.kind is BlockKind.LIST_ITEM:
        return True
    return len(unit.text.split()) >= _LEAST_SENTENCE and unit.text.endswith((".", ":", ";"))


def _is_name_alone(unit: Unit) -> bool:
    """Whether a line is a person's name and nothing else, so that the next one says what they are."""
    return len(unit.text.split()) <= _LONGEST_NAME and is_name(unit.text) and not unit.is_bold
