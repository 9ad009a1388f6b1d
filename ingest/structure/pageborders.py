"""Pages on which a paper of a pack begins, as the file's outline, its stamps and its page numbers tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from corpus.document import Furniture, FurnitureKind
from ingest.layout import Bookmark
from ingest.structure.units import Unit, usual_size
from ingest.structure.wording import is_capitals, is_salutation

_PAGE_NUMBER = re.compile(r"\b(\d{1,4})\b")
_ITEM = re.compile(r"\b(?P<item>\d{1,3}[a-z]?(?:\.\d{1,2})?)\b\.?", re.IGNORECASE)
_ITEM_BEFORE_TITLE = re.compile(
    r"^(?:(?:agenda )?item )?(?P<item>\d{1,3}[a-z]?)[.:]?\s+(?=\D|\d{2}/\d{5})", re.IGNORECASE
)
_PAGE_RANGE = re.compile(r"\(pages?:?\s*(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\)", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|annex|annexe|schedule)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b", re.IGNORECASE)
_APPENDIX_LEAD = 12  # units of an appendix in which its first number stands
_LETTER_HEAD = 16  # units of addresses, references and the date above a salutation
_LONGEST_ADDRESS = 20  # words of such a line
_LARGER = 1.15  # times the size of the text: what is set larger is the title of a paper, not a heading in one
_FROM_ONE = ("1", "1.0", "1.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBorder:
    """A paper begins on ``page`` (1-based), with unit ``first``.

    ``title`` is what the file's outline calls it, ``item`` the agenda item that it is stamped with, as printed.
    ``certain`` says that outline, stamp or agenda tell of the paper: a blank page or a page numbered 1 may also come
    behind the cover of the same paper.
    """

    first: int
    page: int
    title: str | None = None
    item: str | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the file tells of its pages beside their text; all pages are counted from 1.

    ``numbers`` are the page numbers printed on each, ``printed`` the pages by such a number, ``stamps`` the agenda item
    stamped on it, ``blank`` the pages that were left blank, ``outline`` the titles of the papers that its outline
    names, by their first page.
    """

    starts: Sequence[int]
    numbers: Mapping[int, tuple[int, ...]]
    printed: Mapping[int, frozenset[int]]
    stamps: Mapping[int, str]
    blank: frozenset[int]
    outline: Mapping[int, str]

    def page_of(self, offset: int) -> int:
        """The page that holds character ``offset``."""
        return max(bisect_right(self.starts, offset), 1)

    def printed_as(self, number: int) -> int | None:
        """The one page on which the page number ``number`` is printed; ``None`` where several or none are."""
        found = self.printed.get(number, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def page_facts(starts: Sequence[int], furniture: Sequence[Furniture], bookmarks: Sequence[Bookmark]) -> PageFacts:
    """Gather the facts of the pages that begin at characters ``starts``."""
    numbers: dict[int, tuple[int, ...]] = {}
    stamps: dict[int, str] = {}
    blank: set[int] = set()
    for fact in furniture:
        if fact.kind is FurnitureKind.PAGE_NUMBER and (printed := _PAGE_NUMBER.search(fact.text)):
            numbers[fact.page] = (*numbers.get(fact.page, ()), int(printed[1]))
        elif fact.kind is FurnitureKind.ITEM_STAMP and (item := _ITEM.search(fact.text)):
            stamps.setdefault(fact.page, item["item"])
        elif fact.kind is FurnitureKind.LEFT_BLANK:
            blank.add(fact.page)
    outline = {mark.page: mark.title for mark in bookmarks if mark.height is None and mark.page <= len(starts)}
    # One entry for the first page is the title of a paper, not the contents of a pack.
    return PageFacts(
        starts=starts,
        numbers=numbers,
        printed=_by_number(numbers),
        stamps=stamps,
        blank=frozenset(blank),
        outline=outline if len(outline) > 1 else {},
    )


def _by_number(numbers: Mapping[int, Sequence[int]]) -> Mapping[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for page, printed in numbers.items():
        for number in printed:
            found.setdefault(number, set()).add(page)
    return {number: frozenset(pages) for number, pages in found.items()}


def page_tops(units: Sequence[Unit], facts: PageFacts) -> tuple[int, ...]:
    """The position in ``units`` of the first unit on each page, or on the next that has one."""
    starts = [unit.span.start for unit in units]
    return tuple(bisect_left(starts, start) for start in facts.starts)


def page_borders(units: Sequence[Unit], facts: PageFacts) -> tuple[PageBorder, ...]:
    """Every page on which a paper begins, in order; none where the file has no pages, or tells nothing of papers."""
    tops = (*page_tops(units, facts), len(units))
    promised = set(_promised(units, facts))
    is_titled_appendix = _Appendices.of(units).begin_at
    found: list[PageBorder] = []
    for page in range(1, len(facts.starts) + 1):
        title = facts.outline.get(page)
        stamp = facts.stamps.get(page)
        stamped = stamp is not None and stamp != facts.stamps.get(page - 1)
        first, after = tops[page - 1 : page + 1]
        if first == len(units) or facts.page_of(units[first].span.start) != page:
            continue
        anew = page > 1 and (_begins_anew(page, facts) or is_titled_appendix(first) or _is_letter(units[first:after]))
        certain = bool(title or stamped or page in promised)
        if certain or anew:
            item, title = _item_and_title(stamp, title)
            found.append(PageBorder(first=first, page=page, title=title, item=item, certain=certain))
    return tuple(found)


def page_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The pages of the pack that an agenda gives for an item: "(Pages 3 - 10)"."""
    for match in _PAGE_RANGE.finditer(text):
        first = int(match["first"])
        yield first, int(match["last"] or first)


def _promised(units: Sequence[Unit], facts: PageFacts) -> Iterator[int]:
    """The pages on which an agenda in the file says that the papers of an item begin."""
    for unit in units:
        for first, _ in page_ranges(unit.text):
            page = facts.printed_as(first)
            if page is not None and page > facts.page_of(unit.span.start):
                yield page


def _begins_anew(page: int, facts: PageFacts) -> bool:
    """Whether a page follows one left blank, or is numbered 1 where the page before has a number too."""
    if page - 1 in facts.blank and page - 1 not in facts.outline:
        return True
    before = facts.numbers.get(page - 1, ())
    return 1 in facts.numbers.get(page, ()) and bool(before) and min(before) > 1


@dataclass(frozen=True, slots=True)
class _Appendices:
    """Units of a text, the size in points that most of it is set in (0 where it has none), its first printed number."""

    units: Sequence[Unit]
    usual: float
    first_number: int

    @classmethod
    def of(cls, units: Sequence[Unit]) -> Self:
        numbered = next((at for at, unit in enumerate(units) if unit.number), len(units))
        return cls(units, usual_size(units), numbered)

    def begin_at(self, first: int) -> bool:
        """Whether an appendix begins that stands for itself: its title is set larger than text, or it numbers anew."""
        title = self.units[first]
        if not _APPENDIX.match(title.text) or not (title.is_bold or is_capitals(title.text)):
            return False
        own = self.units[first + 1 : first + _APPENDIX_LEAD]
        larger = self.usual > 0 and title.block.size > self.usual * _LARGER
        numbered = next((unit.number.text for unit in own if unit.number and not unit.in_row), None)
        return larger or (numbered in _FROM_ONE and self.first_number < first)


def _is_letter(on_page: Sequence[Unit]) -> bool:
    """Whether a letter begins: at the top of the page stand short lines, to whom and from whom, and a salutation."""
    for unit in on_page[:_LETTER_HEAD]:
        if is_salutation(unit.text):
            return True
        if len(unit.text.split()) > _LONGEST_ADDRESS:
            return False
    return False


def _item_and_title(stamp: str | None, title: str | None) -> tuple[str | None, str | None]:
    """The item and the title of a paper: an outline may set the number of the item before the title."""
    match = _ITEM_BEFORE_TITLE.match(title or "")
    if title is None or match is None or stamp not in (None, match["item"]):
        return stamp, title
    return match["item"], title[match.end() :].strip(" -–—:") or title
