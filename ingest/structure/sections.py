"""Sections: headings and numbered paragraphs as a tree, numbers as printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.names import is_name, split_name
from corpus.vocabulary import PaperKind
from ingest.structure.attendance import label_status
from ingest.structure.labels import label_of
from ingest.structure.numbering import Scheme
from ingest.structure.people import listed_people
from ingest.structure.titleblock import bodies_named
from ingest.structure.units import Unit
from ingest.structure.wording import has_time_or_place, is_capitals, is_date_line, is_title_cased, is_title_like

_LIST_LEAD = re.compile(
    r"\b(?:resolved|recommend(?:ed|ation|ations|s)?|agreed|asked to|requested to|invited to|"
    r"decision)\b(?:[^.]{0,60})?[:;–-]?$|"
    r"^(?:it was )?(?:unanimously )?(?:resolved|recommended|agreed)\b|\brecommendations?\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NOT_HEADING = re.compile(
    r"^(?:\(?item \d|\(?minute \d|resolved\b|recommended\b|action(?: by)?s?:?$|signed|page \d|continued|"
    r"date(?:d)?\b|chair(?:man)?$|"
    r"time:|venue:|tel|email|proposed|seconded|carried|lost|none$|nil$|noted\.?$|agreed\.?$|yes$|no$|n/a$|"
    r"the chief executive$|"
    r"public document pack|draft$|confirmed$|item\s+(?:no|page)|page (?:no|nos)|agreed unanimously|end of)",
    re.IGNORECASE,
)
_COLON_LEAD = re.compile(r"^(?P<lead>[^:.]{3,90}?)\s*(?::|\s[–—-]\s(?=[A-Z]))\s*(?P<rest>\S.*)$", re.DOTALL)
_SENTENCE_START = re.compile(r"(?:that|to|the|it|this|none|yes|no)\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"(?:it was |the \w+ )?(?:RESOLVED|Resolved|AGREED|RECOMMENDED)\b")
_ITEM_LABEL = re.compile(r"(?:(?:decisions?|minutes|additional documents):|items|no\.? item|media)$", re.IGNORECASE)
_ITEM_BELOW = re.compile(r"\((?:agenda )?item (?P<number>\d{1,3}[a-z]?)\)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CONTENTS = re.compile(r"^(?:table of )?contents(?: page)?:?$", re.IGNORECASE)
_PAGE_END = re.compile(r"(?:\D|^)\d{1,3}$")
_LEADERS = re.compile(r"(?:\.{4}|…{2}|(?:\. ){4})\s*\d{0,3}$")  # and any number before these
_MARGIN = 250.0  # points from the left edge of the text: what begins further right is a margin note, no heading
_LOG_COLUMNS = frozenset(
    (
        "owner",
        "due",
        "due date",
        "status",
        "by whom",
        "by when",
        "update",
        "deadline",
        "progress",
        "responsible",
        "position",
    )
)
_LONGEST_LEAD = 9  # words of a heading that runs into its first sentence
_LONGEST_HEADING = 30  # words of a numbered heading set in capitals or bold
_LONGEST_PLAIN = 9  # words of an unnumbered heading that no type sets off
_LONGEST_REFERENCED = 14  # words of a heading behind a reference number
_LEAST_SCHEME = 3  # numbers of one scheme that make it the paper's own
_BULLETS = "•▪◦·*-–—o"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDraft:
    """A section that begins with unit ``index``; ``level`` counts from 1."""

    index: int
    number: str | None
    heading: str | None
    level: int


def find_sections(
    units: Sequence[Unit], kind: PaperKind, opening_end: int, items: Mapping[int, int] | None = None
) -> tuple[SectionDraft, ...]:
    """The headings and numbered paragraphs of one paper's ``units``, in order.

    ``opening_end`` is the position in ``units`` where the title block or front sheet ends: before it, only table rows
    with a printed number are sections. ``items`` are the agenda items that the file itself marks, as position of the
    first unit and that after the last one: each is a section, and whatever else is found in it lies deeper.
    """
    return tuple(_Outline(units, kind, items or {}).sections(opening_end))


class _Outline:
    """One pass over a paper, remembering the list it is in and the schemes it uses."""

    def __init__(self, units: Sequence[Unit], kind: PaperKind, items: Mapping[int, int]) -> None:
        self.units = units
        self.kind = kind
        self.items = items
        schemes = Counter(unit.number.scheme for unit in units if unit.number and unit.first)
        self.own_scheme = next(
            (scheme for scheme in (Scheme.REFERENCE, Scheme.DECIMAL) if schemes[scheme] >= _LEAST_SCHEME),
            Scheme.INTEGER,
        )
        self.typeset = any(unit.block.size for unit in units)
        self.marked = any(unit.is_bold for unit in units)
        self.decimals = {
            unit.number.text.split(".")[0] for unit in units if unit.number and unit.number.scheme is Scheme.DECIMAL
        }
        self.last_integer = 0  # the last integer heading that stands among decimals
        self.bare_run = _run_from_one(units)
        self.in_contents = False
        self.logs = {
            unit.block.table for unit in units if unit.in_row and unit.text.lower().rstrip(":") in _LOG_COLUMNS
        }
        self.taken = -1  # position of a unit that is the heading of the number before it
        self.next_in_list: int | None = None  # number that the open list of resolutions or recommendations awaits

    def sections(self, opening_end: int) -> Iterator[SectionDraft]:
        numbered_level = 0
        item_level, item_end = 0, 0
        for position, unit in enumerate(self.units):
            draft = None
            if position in self.items:
                draft = self._marked_item(position)
                self._follow_list(unit, draft)
                numbered_level, item_level, item_end = 1, draft[2], self.items[position]
                yield SectionDraft(index=position, number=draft[0], heading=draft[1], level=item_level)
                continue
            if position == self.taken or self._in_contents(unit):
                continue
            if unit.in_row:
                draft = self._row(position)
            elif position >= opening_end:
                draft = self._numbered(position) if unit.number else self._unnumbered(position)
            self._follow_list(unit, draft)
            if draft is None:
                continue
            number, heading, level = draft
            if number is None and (item := self._item_below(position)):
                number, level = item, 1
                numbered_level = level
            if unit.number and heading is not None:
                numbered_level = level
            if number is None:
                level = 1 if numbered_level == 0 or is_capitals(heading or "") else numbered_level + 1
            if position < item_end:
                level = max(level, item_level + 1)
            yield SectionDraft(index=position, number=number, heading=heading, level=level)

    def _marked_item(self, position: int) -> tuple[str | None, str | None, int]:
        """Number and heading of an agenda item that is known to begin here, however it is set."""
        unit = self.units[position]
        if unit.in_row:
            found = self._row(position)
        else:
            found = self._numbered(position) if unit.number else self._unnumbered(position)
        number = unit.number.text if unit.number else self._item_below(position)
        heading = found[1] if found else None
        if heading is None and unit.title and self._is_item_title(unit):
            heading = unit.title
        elif heading is None and not unit.title and position + 1 < self.items[position]:
            following = self.units[position + 1]
            if not following.number and self._is_item_title(following):
                heading, self.taken = following.text, position + 1
        return number, heading, unit.number.depth if unit.number else 1

    def _item_below(self, position: int) -> str | None:
        """The agenda item that the line below a heading tells: "(Item 4)"."""
        below = self.units[position + 1] if position + 1 < len(self.units) else None
        match = _ITEM_BELOW.match(below.text) if below else None
        return match["number"] if match else None

    def _in_contents(self, unit: Unit) -> bool:
        """Whether ``unit`` is a line of a table of contents: it stands under "Contents" and ends with a page number."""
        if _CONTENTS.match(unit.text) and not unit.in_row:
            self.in_contents = True
            return True
        self.in_contents = self.in_contents and (unit.in_row or bool(_PAGE_END.search(unit.text)))
        return self.in_contents or bool(_LEADERS.search(unit.text))

    def _follow_list(self, unit: Unit, draft: tuple[str | None, str | None, int] | None) -> None:
        if _LIST_LEAD.search(unit.text) and len(unit.text.split()) <= 60:
            self.next_in_list = 1
        elif draft is not None:
            self.next_in_list = None

    def _in_list(self, unit: Unit) -> bool:
        """Whether an integer continues the list that a RESOLVED or RECOMMENDATION opened."""
        if self.next_in_list is None or unit.number is None or not unit.number.text.isdigit():
            return False
        if int(unit.number.text) == self.next_in_list:
            self.next_in_list += 1
            return True
        return False

    def _row(self, position: int) -> tuple[str | None, str | None, int] | None:
        """An item in a table row: its number in the first cell, its title in the next one or behind the number."""
        unit = self.units[position]
        if unit.column != 0 or not unit.first or unit.block.table in self.logs:
            return None
        others = [other for other in self.units[position + 1 : position + 12] if other.row == unit.row]
        filled = [other for other in others if other.column > 0]
        if unit.number and unit.number.scheme not in (Scheme.LETTER,):
            rest = unit.title
            if rest and not has_time_or_place(rest) and (is_title_like(rest) or is_capitals(rest)):
                return unit.number.text, rest, unit.number.depth
            if filled and filled[0].first and self._is_item_title(filled[0]):
                title = filled[0].text.lstrip(_BULLETS + " ")
                if is_capitals(title) and len(filled) > 1 and is_capitals(filled[1].text):
                    title = f"{title} {filled[1].text}"
                return unit.number.text, title, unit.number.depth
            return None
        if not filled and not others and unit.columns >= 2 and is_title_like(unit.text) and len(unit.text.split()) <= 6:
            return None, unit.text, 1
        return None

    def _is_item_title(self, unit: Unit) -> bool:
        words = unit.text.split()
        if label_of(unit.text) and unit.text.endswith(":"):
            return False
        if unit.text.endswith((".", ";")) and not is_capitals(unit.text):
            return False
        return len(words) <= _LONGEST_HEADING and not unit.text[:1].islower()

    def _numbered(self, position: int) -> tuple[str | None, str | None, int] | None:
        unit = self.units[position]
        number = unit.number
        if number is None or number.scheme is Scheme.LETTER:
            return None
        if not unit.title:
            return self._number_alone(position)
        heading = self._heading(unit, unit.title)
        if number.scheme is Scheme.BARE and not (
            heading and (unit.is_bold or is_capitals(heading) or number.text in self.bare_run)
        ):
            return None
        if number.scheme is Scheme.INTEGER and not (heading and (unit.is_bold or is_capitals(heading))):
            if self._in_list(unit):
                return None
            if self.own_scheme is not Scheme.INTEGER and not (heading and self._leads_decimals(number.text)):
                return None
        level = number.depth if heading is not None or number.scheme is Scheme.DECIMAL else 2
        return number.text, heading, level

    def _number_alone(self, position: int) -> tuple[str | None, str | None, int] | None:
        """A number on a line of its own: the title stands on the next one."""
        unit = self.units[position]
        following = self.units[position + 1] if position + 1 < len(self.units) else None
        if following is None or following.number or following.in_row or unit.number is None:
            return None
        if unit.number.scheme is Scheme.BARE or self._in_list(unit) or _YEAR.match(unit.number.text):
            return None
        title = following.text
        if (is_capitals(title) and len(title.split()) <= _LONGEST_HEADING) or is_title_like(title):
            self.taken = position + 1
            return unit.number.text, title, unit.number.depth
        return (unit.number.text, None, unit.number.depth) if unit.number.scheme is Scheme.DECIMAL else None

    def _leads_decimals(self, number: str) -> bool:
        """Whether an integer numbers a part of a report whose paragraphs are 3.1, 3.2, or follows on such a part."""
        value = int(number) if number.isdigit() else 0
        if (number not in self.decimals and value != self.last_integer + 1) or not value:
            return False
        self.last_integer = value
        return True

    def _heading(self, unit: Unit, title: str) -> str | None:
        """The heading after a printed number, ``None`` for a numbered paragraph without one."""
        if _RESOLUTION.match(title):
            return None
        lead = unit.bold_lead
        if lead and unit.number and len(lead) > unit.number.end:
            words = lead[unit.number.end :].strip()
            if len(words.split()) <= _LONGEST_HEADING and words:
                return _cut(words)
        cut = _cut(title)
        if (unit.is_bold or is_capitals(cut)) and len(cut.split()) <= _LONGEST_HEADING:
            return cut
        if (
            self.marked
            and self.typeset
            and unit.number
            and unit.number.scheme is Scheme.DECIMAL
            and unit.number.depth > 1
        ):
            return None
        if is_title_like(title) and (is_title_cased(title) or len(title.split()) <= _LONGEST_PLAIN):
            return title
        if unit.number and unit.number.scheme is Scheme.REFERENCE and _is_item_heading(title):
            return title
        if title.endswith(".") and len(title.split()) <= 5 and is_title_like(title.rstrip(".")):
            return title.rstrip(".")
        if (match := _COLON_LEAD.match(title)) and _is_lead(match["lead"]):
            return match["lead"]
        if title.endswith(":") and len(title.split()) <= _LONGEST_PLAIN:
            return title
        return None

    def _unnumbered(self, position: int) -> tuple[str | None, str | None, int] | None:
        unit = self.units[position]
        text = unit.text.strip()
        if self.kind in (PaperKind.MINUTES, PaperKind.AGENDA) and _ITEM_LABEL.match(text):
            return None
        if unit.block.indent >= _MARGIN and not unit.block.centred:
            return None
        if (
            _NOT_HEADING.match(text)
            or text[:1] in _BULLETS
            or is_date_line(text)
            or len(text.split()) > _LONGEST_HEADING
        ):
            return None
        label = label_status(unit)
        if label and (self.typeset or label[1] < len(unit.text)):
            return None
        if _is_person(text) and not unit.block.level:
            return None
        if unit.is_bold or is_capitals(text):
            heading = _cut(text)
            words = len(heading.split())
            if text.endswith((".", ";", ",")) or words > _LONGEST_HEADING // 2 or (words == 1 and len(heading) < 3):
                return None
            return (None, heading, 1) if not has_time_or_place(text) else None
        lead = unit.bold_lead
        if (
            lead
            and len(lead.split()) <= _LONGEST_LEAD
            and lead.endswith((":", ".", "–", "-"))
            and is_title_like(lead.rstrip(":.–- "))
        ):
            return None, lead.rstrip(" .–-"), 1
        if self.typeset or not self._is_plain_heading(position):
            return None
        return None, text, 1

    def _is_plain_heading(self, position: int) -> bool:
        """A short line alone, in a text that has no type to tell: a title, not a name, a label or an entry."""
        unit = self.units[position]
        text = unit.text.rstrip(":").strip()
        if len(text.split()) > _LONGEST_PLAIN or not is_title_like(text) or has_time_or_place(text) or "(" in text:
            return False
        if unit.block.kind.value == "list_item" or (re.search(r"\s[–-]\s", text) and not is_title_cased(text)):
            return False
        if label_of(unit.text) and not unit.text.endswith(":") and len(text.split()) == 1:
            return False
        following = self.units[position + 1 : position + 2]
        return bool(following) and (is_title_cased(text) or unit.text.endswith(":") or bool(bodies_named(unit)))


def _is_item_heading(title: str) -> bool:
    """Whether the words after a minute's reference are its heading: "PB/21/04 Questions received from the public"."""
    return title[:1].isupper() and len(title.split()) <= _LONGEST_REFERENCED and not title.endswith((".", ";", ":"))


def _is_person(text: str) -> bool:
    """Whether a line is a person's: a name of two words, or one with initials behind it; "Repairs" alone is none."""
    written = split_name(text)
    if is_name(written.name) and (written.title is not None or " " in text):
        return True
    people = listed_people(text)
    return len(people) == 1 and people[0].initials is not None


def _run_from_one(units: Sequence[Unit]) -> frozenset[str]:
    """The numbers of a list of items printed without stops: 1, 2, 3 and on, one after the other."""
    run: list[str] = []
    for unit in units:
        if unit.number and unit.number.scheme is Scheme.BARE and unit.number.text == str(len(run) + 1):
            run.append(unit.number.text)
    return frozenset(run) if len(run) >= _LEAST_SCHEME else frozenset()


def _is_lead(lead: str) -> bool:
    return len(lead.split()) <= _LONGEST_LEAD and is_title_like(lead.strip())


def _cut(title: str) -> str:
    """A heading without the sentence that it runs into: "RECOMMENDATION: That Members note" gives "RECOMMENDATION"."""
    match = _COLON_LEAD.match(title)
    if match is None or ":" not in title[: match.end("lead") + 2]:
        return title.strip()
    rest = match["rest"]
    begins_sentence = _SENTENCE_START.match(rest) or not is_title_like(rest[:1].upper() + rest[1:])
    return match["lead"] if begins_sentence else title.strip()
