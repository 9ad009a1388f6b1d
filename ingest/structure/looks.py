"""Looks: how the words after a printed number are set, so that numbers of one run can be told from those of a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ingest.structure.headings import LONGEST_HEADING, LONGEST_PLAIN, cut, is_resolution, item_lead, item_title
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals, is_title_cased, is_title_like

SAME_INDENT = 8.0  # points by which numbers of one run may be set apart
LIKE = 3.0  # likeness of numbers of one run, where one was left out or printed twice; the most is 5


class Rank(IntEnum):
    """How far the words after a number are set off."""

    SENTENCE = 0
    TITLE = 1  # by their wording
    LED = 2  # their beginning, by bold type
    HEADING = 3  # as a whole, by bold type or capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one numbered unit is set: ``style`` is the mark behind its number, ``indent`` is in points.

    ``emphatic``: type or capitals set off the words, or those that they begin with. ``titled``: the words are a heading
    by type or wording, or stand on the next line.
    """

    rank: Rank
    emphatic: bool
    titled: bool
    style: str
    indent: float
    in_row: bool

    @property
    def but_indent(self) -> tuple[bool, bool, str, bool]:
        """What of the look pages can't shift."""
        return self.emphatic, self.titled, self.style, self.in_row


def look_of(unit: Unit) -> Look:
    """The look of a numbered unit."""
    emphatic, titled = is_emphatic(unit), is_titled(unit)
    words = cut(unit.title)
    if is_capitals(words) or (unit.is_bold and is_title_like(words)):
        rank = Rank.HEADING
    elif emphatic:
        rank = Rank.LED
    else:
        rank = Rank.TITLE if titled else Rank.SENTENCE
    return Look(
        rank=rank,
        emphatic=emphatic,
        titled=titled,
        style=unit.number.style if unit.number else "",
        indent=unit.block.indent,
        in_row=unit.in_row,
    )


def is_emphatic(unit: Unit) -> bool:
    """Whether type or capitals set off the words after the number, or those that they begin with."""
    if unit.number is None:
        return False
    return unit.is_bold or len(unit.bold_lead) > unit.number.end or is_capitals(cut(unit.title))


def is_titled(unit: Unit) -> bool:
    """Whether the words after the number are a heading by their type or wording, or stand elsewhere."""
    title = unit.title
    if is_resolution(title):
        return False
    short = len(title.split()) <= LONGEST_PLAIN
    return not title or is_emphatic(unit) or (is_title_like(title) and (short or is_title_cased(title)))


def begins_with_title(unit: Unit) -> bool:
    """Whether the words after the number are a heading, or run on from one into a sentence."""
    return is_titled(unit) or (item_lead(unit.title) or item_title(unit.title)) is not None


def is_unnumbered_heading(unit: Unit) -> bool:
    """Whether a line without number is set off by bold type or capitals, and parts what stands above and below it."""
    set_off = unit.is_bold or is_capitals(unit.text)
    return set_off and not unit.number and not unit.in_row and len(unit.text.split()) <= LONGEST_HEADING // 2


def look_alike(earlier: Look, later: Look) -> bool:
    """Whether two numbered units are set alike but for their indent, which pages may shift."""
    return earlier.but_indent == later.but_indent


def likeness(earlier: Look, later: Look) -> float:
    """How much alike two numbered units are set, from 0 to 5: type tells most, then the mark and the indent."""
    return (
        2.0 * (earlier.emphatic is later.emphatic)
        + 1.0 * (earlier.style == later.style)
        + 1.0 * (abs(earlier.indent - later.indent) <= SAME_INDENT)
        + 0.5 * (earlier.titled is later.titled)
        + 0.5 * (earlier.in_row is later.in_row)
    )
