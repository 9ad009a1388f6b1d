"""What a user names: by its id, by the name of a file, or by a number behind `#`.

What stands behind the last `#` is a number as printed ("3.7.5", "minute 242"), a page ("page=3", as links to PDF files
have it) or the last part of an id ("s12.4").
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from corpus.errors import NotIngestedError, UnknownNumberError
from corpus.rows import DocumentRow, MeetingRow, OrganisationRow, PaperRow, PersonRow, SectionRow, Shown
from corpus.store import Corpus
from minuted.numbered import nearest, numbered

_MARK = "#"
_PAGE = re.compile(r"page=(\d{1,6})")


@dataclass(frozen=True, slots=True)
class PageNamed:
    """A page (1-based) of what ``shown`` tells."""

    shown: Shown
    page: int


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What was named (``wanted``) is the name of each of these, in the order of the text."""

    wanted: str
    rows: tuple[SectionRow, ...] | tuple[DocumentRow, ...]


Named = Shown | PageNamed | Alternatives


def named(corpus: Corpus, wanted: str) -> Named:
    """What ``wanted`` names; raises ``UnknownIdError``, ``UnknownNumberError`` and ``NotIngestedError``."""
    whole = _without_number(corpus, wanted)
    if whole is not None:
        return whole
    base, mark, number = wanted.rpartition(_MARK)
    if not mark or not base or not number.strip():
        return _missed(corpus, wanted)
    thing = _without_number(corpus, base) or _missed(corpus, base)
    return thing if isinstance(thing, Alternatives) else _inside(corpus, thing, number)


def sections_of(corpus: Corpus, row: object) -> tuple[SectionRow, ...]:
    """The sections of a document or a paper, those of a meeting's paper, and those below a section."""
    match row:
        case DocumentRow():
            document = corpus.document(row.id)
            return tuple(each for paper in (document.papers if document else ()) for each in corpus.sections(paper.id))
        case PaperRow():
            return corpus.sections(row.id)
        case MeetingRow():
            return corpus.sections(row.paper)
        case SectionRow():
            return tuple(each for each in corpus.sections(row.paper) if row.start < each.start < row.end)
        case _:
            return ()


def _without_number(corpus: Corpus, wanted: str) -> Shown | Alternatives | None:
    shown = corpus.find(wanted)
    if shown is not None:
        return shown
    rows = corpus.documents_named(wanted) or corpus.documents_named(os.path.abspath(wanted))  # noqa: PTH100 - as stored
    if len(rows) == 1:
        return corpus.show(rows[0].id)
    return Alternatives(wanted, rows) if rows else None


def _missed(corpus: Corpus, wanted: str) -> Shown:
    """Raises the error that says what to do about a name that nothing in the corpus has."""
    if os.path.isfile(wanted):  # noqa: PTH113 - Path.is_file raises for a name that is too long to be one
        raise NotIngestedError(wanted)
    return corpus.show(wanted)


def _inside(corpus: Corpus, shown: Shown, number: str) -> Named:
    """What ``number`` names within ``shown``."""
    page = _PAGE.fullmatch(number)
    if page:
        return PageNamed(shown, int(page[1]))
    sections = sections_of(corpus, shown.row)
    found = numbered(sections, number)
    if len(found) == 1:
        return corpus.show(found[0].id)
    if found:
        return Alternatives(number, found)
    part = corpus.find(f"{_document_of(shown)}/{number}")
    if part is None:
        raise UnknownNumberError(shown.row.id, number, nearest(sections, number))
    return part


def _document_of(shown: Shown) -> str:
    row = shown.row
    if isinstance(row, DocumentRow | PersonRow | OrganisationRow):
        return row.id
    return row.document
