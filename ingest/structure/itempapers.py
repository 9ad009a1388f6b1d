"""Which papers of a pack belong to which item of its agenda: many to many, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.dates import find_dates
from corpus.document import ItemPaper, Paper, PaperId, Section
from corpus.vocabulary import FieldKey, PaperKind
from ingest.structure.liketitles import share_words, telling_words
from ingest.structure.pageborders import PageFacts, page_ranges

_TELLING = 2  # words that a title must have to be told by them
_ITEM_WORDS = re.compile(r"^(?:agenda )?item\s*(?:no\.?)?\s*", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_LONGEST_ITEM = 2000  # characters of an item in which its page range stands
_ENCLOSED = (PaperKind.APPENDIX, PaperKind.OTHER, PaperKind.PRESENTATION, PaperKind.TERMS_OF_REFERENCE)
"""Kinds of papers that come behind the report which they belong to."""


def tie_items(
    text: str, papers: Sequence[Paper], sections: Sequence[Section], stamps: Mapping[PaperId, str], pages: PageFacts
) -> tuple[ItemPaper, ...]:
    """The ties between the items of each agenda in ``papers`` and the other papers, by item in order.

    ``stamps`` are the agenda items that papers are stamped with, as printed.
    """
    found: dict[tuple[str, PaperId], ItemPaper] = {}
    for agenda in papers:
        if agenda.kind is not PaperKind.AGENDA and not _lists_papers(text, agenda, papers):
            continue
        items = [section for section in sections if section.paper == agenda.id and section.heading]
        for item in items:
            for paper in papers:
                reason = paper.id != agenda.id and _reason(text, item, paper, stamps, pages)
                if reason:
                    found.setdefault((item.id, paper.id), ItemPaper(section=item.id, paper=paper.id, reason=reason))
    ties = list(found.values())
    return (*ties, *_enclosed(papers, ties, stamps))


def _lists_papers(text: str, paper: Paper, papers: Sequence[Paper]) -> bool:
    """Whether the first paper of a pack tells on which pages the others stand, as the letter of a supplement does."""
    own = text[paper.span.start : paper.span.end]
    return len(papers) > 1 and paper.id == papers[0].id and any(True for _ in page_ranges(own))


def _reason(text: str, item: Section, paper: Paper, stamps: Mapping[PaperId, str], pages: PageFacts) -> str | None:
    number = _plain(item.number)
    if number and _plain(stamps.get(paper.id)) == number:
        return f"it is stamped with agenda item {item.number}"
    told = next((field.value for field in paper.fields if field.key is FieldKey.AGENDA_ITEM), None)
    if number and _plain(told) == number:
        return f"its front sheet names agenda item {item.number}"
    own = text[item.span.start : min(item.span.end, item.span.start + _LONGEST_ITEM)]
    for first, last in page_ranges(own):
        begins = pages.printed_as(first)
        if begins is not None and begins == pages.page_of(paper.span.start):
            return f"the agenda gives pages {first} to {last} for it"
    if paper.kind is PaperKind.MINUTES:
        heading = item.heading or ""
        if _MINUTES.search(heading) and any(day.iso == paper.date for day in find_dates(own)) and paper.date:
            return f"they are the minutes of {paper.date} that the item is about"
        return None
    if share_words(telling_words(item.heading or ""), telling_words(paper.title), least=_TELLING):
        return "item and paper have the same title"
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
