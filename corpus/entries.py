"""What the search index holds of the corpus: one flat entry a section, paper, finding, person or organisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from corpus.document import DocumentId, PaperId
    from corpus.registered import Registered

Unit: TypeAlias = str
"""What entries are replaced with, all at once: the id of a document; a person or organisation is one by itself."""


class EntryKind(StrEnum):
    """What kind of thing a search hit is."""

    PAPER = "paper"
    SECTION = "section"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    REPORTED_DECISION = "reported_decision"
    ACTION = "action"
    PERSON = "person"
    ORGANISATION = "organisation"


REGISTERED = (EntryKind.PERSON, EntryKind.ORGANISATION)
"""What the registry knows over all documents. All other kinds are places: they stand in one document."""


def unit_of(kind: EntryKind, registered: str) -> Unit:
    """The unit of a person or an organisation (``registered``, its id in the registry)."""
    return f"{kind}:{registered}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found, with all that it is filtered, shown and cited by.

    ``id`` is the id of the paper, section or finding itself. ``heading`` is a paper's title, a section's heading, or
    the heading of the item that a finding stands under; ``number`` the printed number of that item or section; ``text``
    what is searched: the section's own text (not its subsections'), or the finding's words. ``date`` is the meeting's
    date (ISO 8601). ``people`` holds full names of the persons that the text names; ``status`` an action's status;
    ``reference`` every reference number printed with it, blank separated. ``page`` is that on which ``text`` begins;
    ``page_breaks`` are the offsets in it at which each further page begins.

    A person or organisation has ``registered``, its name as ``heading``, and the last date of the documents that name
    it as ``date``; its document, page, line and ``text`` (the line that holds the name) are those of the place that
    tells of it best, its ``body`` is what it is itself where it is a board, its ``organisation`` whose board that is,
    what it is itself, or in whose papers a person is named.
    """

    id: str
    kind: EntryKind
    document: DocumentId
    document_name: str
    page: int
    line: int | None
    paper: PaperId | None
    paper_title: str
    paper_kind: str
    heading: str
    number: str | None
    body: str | None
    organisation: str | None
    date: str | None
    text: str
    outcome: str | None = None
    owner: str | None = None
    status: str | None = None
    due_date: str | None = None
    reference: str | None = None
    explicit: bool = True
    people: tuple[str, ...] = ()
    page_breaks: tuple[int, ...] = ()
    registered: Registered | None = None

    @property
    def unit(self) -> Unit:
        """What the entry is replaced with."""
        return self.document if self.registered is None else unit_of(self.kind, self.id)
