"""Which papers of a pack belong to which item of its agenda: many to many, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.dates import find_dates
from corpus.document import ItemPaper, Paper, PaperId, Section, SectionId
from corpus.vocabulary import FieldKey, PaperKind
from ingest.structure.liketitles import LIKE, likeness, telling_words
from ingest.structure.pageborders import PageFacts, page_ranges

_TELLING = 2  # words that a title must have to be told by them
_MOST_AGENDAS = 40  # of one file: packs of a meeting hold one, those of a year's meetings a dozen
_MOST_ITEMS = 500  # of an agenda: no real one has as many
_ITEM_WORDS = re.compile(r"^(?:agenda )?item\s*(?:no\.?)?\s*", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_LONGEST_ITEM = 2000  # characters of an item in which its page range stands
_ENCLOSED = (PaperKind.APPENDIX, PaperKind.OTHER, PaperKind.PRESENTATION, PaperKind.TERMS_OF_REFERENCE)
"""Kinds of papers that come behind the report which they belong to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An agenda item, and what it says that may name a paper."""

    section: Section
    number: str
    titles: tuple[frozenset[str], ...]
    ranges: tuple[tuple[int, int], ...]
    minutes_of: frozenset[str]


def tie_items(
    text: str, papers: Sequence[Paper], sections: Sequence[Section], stamps: Mapping[PaperId, str], pages: PageFacts
) -> tuple[ItemPaper, ...]:
    """The ties between the items of each agenda in ``papers`` and the other papers, by paper in order.

    ``stamps`` are the agenda items that papers are stamped with, as printed.
    """
    found: dict[tuple[str, PaperId], ItemPaper] = {}
    headed: dict[PaperId, list[Section]] = {}
    for each in sections:
        if each.heading:
            headed.setdefault(each.paper, []).append(each)
    listing = (paper for paper in papers if paper.kind is PaperKind.AGENDA or _lists_papers(text, paper, papers))
    for agenda in islice(listing, _MOST_AGENDAS):
        items = [_item(text, each) for each in headed.get(agenda.id, ())[:_MOST_ITEMS]]
        for paper in papers:
            if paper.id != agenda.id:
                for section, reason in _items_of(paper, items, stamps.get(paper.id), pages):
                    found.setdefault((section, paper.id), ItemPaper(section=section, paper=paper.id, reason=reason))
    ties = list(found.values())
    return (*ties, *_enclosed(papers, ties, stamps))


def _lists_papers(text: str, paper: Paper, papers: Sequence[Paper]) -> bool:
    """Whether the first paper of a pack tells on which pages the others stand, as the letter of a supplement does."""
    own = text[paper.span.start : paper.span.end]
    return len(papers) > 1 and paper.id == papers[0].id and any(True for _ in page_ranges(own))


def _item(text: str, section: Section) -> _Item:
    own = text[section.span.start : min(section.span.end, section.span.start + _LONGEST_ITEM)]
    heading = section.heading or ""
    # A heading may be cut at a colon: its whole line is compared as well.
    titles = {_telling(heading), _telling(own.partition("\n")[0].removeprefix(section.number or ""))}
    days = find_dates(own) if _MINUTES.search(heading) else ()
    return _Item(
        section=section,
        number=_plain(section.number),
        titles=tuple(titles),
        ranges=tuple(page_ranges(own)),
        minutes_of=frozenset(day.iso for day in days if day.iso),
    )


def _items_of(
    paper: Paper, items: Sequence[_Item], stamp: str | None, pages: PageFacts
) -> Iterator[tuple[SectionId, str]]:
    """The items that ``paper`` belongs to, by what names it; by its title only where nothing else does."""
    named = [(item.section.id, reason) for item in items if (reason := _named_by(item, paper, stamp, pages))]
    if named or paper.kind is PaperKind.MINUTES:
        yield from named
        return
    words = _telling(paper.title)
    alike = [max(likeness(words, title, least=_TELLING) for title in item.titles) for item in items]
    best = max(alike, default=0.0)
    for item, score in zip(items, alike, strict=True):
        if score == best >= LIKE:
            yield item.section.id, "item and paper have the same title"


def _named_by(item: _Item, paper: Paper, stamp: str | None, pages: PageFacts) -> str | None:
    if item.number and _plain(stamp) == item.number:
        return f"it is stamped with agenda item {item.section.number}"
    told = next((field.value for field in paper.fields if field.key is FieldKey.AGENDA_ITEM), None)
    if item.number and _plain(told) == item.number:
        return f"its front sheet names agenda item {item.section.number}"
    for first, last in item.ranges:
        begins = pages.printed_as(first)
        if begins is not None and begins == pages.page_of(paper.span.start):
            return f"the agenda gives pages {first} to {last} for it"
    if paper.kind is PaperKind.MINUTES and paper.date in item.minutes_of:
        return f"they are the minutes of {paper.date} that the item is about"
    return None


def _enclosed(papers: Sequence[Paper], ties: Sequence[ItemPaper], stamps: Mapping[PaperId, str]) -> Iterator[ItemPaper]:
    """Appendices and other enclosures belong to the items of the paper that they come behind."""
    tied: dict[PaperId, list[ItemPaper]] = {}
    for tie in ties:
        tied.setdefault(tie.paper, []).append(tie)
    before: Paper | None = None
    for paper in papers:
        stamp = stamps.get(paper.id)
        same = before is not None and stamp in (None, stamps.get(before.id))
        if before and same and paper.id not in tied and paper.kind in _ENCLOSED:
            for tie in tied.get(before.id, ()):
                yield ItemPaper(section=tie.section, paper=paper.id, reason="it comes behind the paper of the item")
        else:
            before = paper


def _plain(number: str | None) -> str:
    """A number without "item" and closing stops: "Item 4." and "4" are the same item."""
    return _ITEM_WORDS.sub("", number or "").strip(" .:()").casefold()


def _telling(title: str | None) -> frozenset[str]:
    """The words that tell a title from others; what stands in brackets is said of it."""
    return telling_words(_BRACKETS.sub(" ", title or ""))
