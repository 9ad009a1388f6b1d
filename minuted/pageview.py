"""One page of a document as it was read: its words, what stands beside them, and the sections that begin on it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document, Furniture, PageStamp, page_stamps
from corpus.errors import UnknownPageError
from corpus.rows import DocumentRow, OrganisationRow, PageReadRow, PersonRow, ShownRow
from corpus.store import Corpus
from minuted.naming import PageNamed, sections_of
from minuted.outline import Entry, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Page ``page`` (1-based) of ``document``: its ``text``, and the ``outline`` of the sections that begin on it.

    ``read`` tells how it was read where that was not from a sound text layer.
    """

    document: DocumentRow
    page: int
    text: str
    furniture: tuple[Furniture, ...]
    outline: tuple[Entry, ...]
    stamp: PageStamp | None = None
    read: PageReadRow | None = None


def page_view(corpus: Corpus, wanted: PageNamed) -> PageView:
    """The page that is named; raises ``UnknownPageError`` where what was named does not stand on it."""
    row = wanted.shown.row
    if isinstance(row, PersonRow | OrganisationRow):
        raise UnknownPageError(row.id, wanted.page, range(0))
    shown = corpus.show(row.id if isinstance(row, DocumentRow) else row.document).row
    assert isinstance(shown, DocumentRow), "a document is shown by its row"
    document = corpus.document(shown.id)
    assert document is not None, "what is shown is stored"
    pages = pages_of(document, row)
    if wanted.page not in pages:
        raise UnknownPageError(row.id, wanted.page, pages)
    begun = [each for each in sections_of(corpus, shown) if each.page == wanted.page]
    starts = (*document.page_starts, len(document.text))
    return PageView(
        document=shown,
        page=wanted.page,
        text=document.text[starts[wanted.page - 1] : starts[wanted.page]].strip("\n"),
        furniture=tuple(fact for fact in document.furniture if fact.page == wanted.page),
        outline=outline(begun, document),
        stamp=next((stamp for stamp in page_stamps(document.furniture) if stamp.page == wanted.page), None),
        read=next((read for read in corpus.page_reads(shown.id) if read.page == wanted.page), None),
    )


def pages_of(document: Document, row: ShownRow) -> range:
    """The pages (1-based) of ``document`` that what is shown stands on; none of what is named in many places."""
    match row:
        case DocumentRow():
            return range(1, len(document.page_starts) + 1)
        case PersonRow() | OrganisationRow():
            return range(0)
        case _:
            return range(document.page(row.start), document.page(max(row.start, row.end - 1)) + 1)
