"""The rows of lists: flat, typed, each with the place it is cited by.

Names shared by all: ``document`` is the id of the document and ``document_name`` its file name; ``page`` and ``line``
(``None`` for paged sources) are 1-based; ``paper`` is the id of the paper that holds it; ``body`` the board or
committee and ``organisation`` the publisher; ``date`` the meeting's date (ISO 8601); ``start`` and ``end`` the span in
the document's text, ``quote`` exactly the text of it, ``rule`` the id of the rule that found it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow, ReportedDecisionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document; ``location`` is one source that it is current for (``None`` for an old version)."""

    id: str
    name: str
    media_type: str
    title: str
    body: str | None
    organisation: str | None
    date: str | None
    pages: int
    papers: int
    status: str
    read_at: str
    sha256: str
    location: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One paper."""

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    kind: str
    title: str
    body: str | None
    organisation: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersHeld:
    """How many papers there are of a body and time, and the first and last of their days."""

    papers: int
    first_date: str | None
    last_date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field of a paper's front sheet or form; ``entry`` counts the entries of a forward plan from 1, else 0.

    ``id`` is the id of its paper, by which it can be shown.
    """

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    paper: str
    paper_title: str
    paper_kind: str
    body: str | None
    organisation: str | None
    date: str | None
    key: str | None
    label: str
    value: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """One section; ``level`` counts from 1."""

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    paper: str
    paper_title: str
    paper_kind: str
    body: str | None
    organisation: str | None
    date: str | None
    number: str | None
    heading: str | None
    level: int
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One meeting, as one paper tells of it; ``attendees`` counts the lines of its attendance list.

    ``confirmed_by`` is the meeting of the same body at which its minutes were confirmed, where that is known.
    """

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    paper: str
    paper_title: str
    paper_kind: str
    body: str | None
    organisation: str | None
    date: str | None
    kind: str
    status: str | None
    time: str | None
    place: str | None
    quorate: bool | None
    confirmed_by: str | None
    attendees: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One line of an attendance list; ``affiliation`` is the organisation that the list gives the person."""

    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    quote: str
    meeting: str | None
    name: str
    status: str
    title: str | None
    initials: str | None
    role: str | None
    affiliation: str | None
    note: str | None
    substitutes_for: str | None
    part: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person over all documents of one publisher, with one place where the person is named.

    ``organisation`` is the publisher, ``organisations`` those that the person belongs to; ``documents`` counts the
    documents that name the person, ``first_date`` and ``last_date`` are the first and last date of these.
    """

    id: str
    name: str
    title: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    listed: bool
    organisation: str | None
    documents: int
    first_date: str | None
    last_date: str | None
    document: str
    document_name: str
    page: int | None
    line: int | None
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnresolvedRow:
    """A name or initials that are linked to nobody; ``candidates`` are the full names that they fit equally."""

    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    paper: str | None
    paper_title: str
    paper_kind: str | None
    body: str | None
    organisation: str | None
    date: str | None
    quote: str
    candidates: tuple[str, ...]
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One organisation over all documents, with one place where it is named; counts and dates as for people.

    ``owner`` is the id of the body whose board or committee it is. ``aliases`` are the other forms of its name, without
    those that papers of any body use ("the Council").
    """

    id: str
    name: str
    kind: str
    owner: str | None
    aliases: tuple[str, ...]
    documents: int
    first_date: str | None
    last_date: str | None
    document: str
    document_name: str
    page: int | None
    line: int | None
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRow:
    """A source whose last reading failed; ``document`` is what it was read as before, if ever."""

    location: str
    reason: str
    failed_at: str
    sha256: str | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReadRow:
    """A page that was not read from a sound text layer; ``read_by`` is a value of ``corpus.vocabulary.ReadBy``."""

    document: str
    document_name: str
    page: int
    read_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run and what it stored; ``finished_at`` is ``None`` while it runs and for one that was broken off."""

    id: int
    started_at: str
    finished_at: str | None
    arguments: str
    new: int
    changed: int
    updated: int
    duplicate: int
    unchanged: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of each kind is on show; ``people`` and ``organisations`` count each once over all documents."""

    sources: int
    versions: int
    failures: int
    documents: int
    pages: int
    unread_pages: int
    papers: int
    sections: int
    meetings: int
    people: int
    organisations: int
    recommendations: int
    decisions: int
    reported_decisions: int
    actions: int


class ShownKind(StrEnum):
    """What kind of thing an id stands for."""

    DOCUMENT = "document"
    PAPER = "paper"
    SECTION = "section"
    MEETING = "meeting"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    REPORTED_DECISION = "reported_decision"
    ACTION = "action"
    MOTION = "motion"
    DECLARATION = "declaration"
    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One place in a document that a thing rests on; ``rule`` is ``None`` for what the layout alone told."""

    document: str
    document_name: str
    page: int
    line: int | None
    quote: str
    rule: str | None


ShownRow = (
    DocumentRow
    | PaperRow
    | SectionRow
    | MeetingRow
    | DecisionRow
    | RecommendationRow
    | ReportedDecisionRow
    | ActionRow
    | MotionRow
    | DeclarationRow
    | PersonRow
    | OrganisationRow
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing with what it rests on: ``text`` is the words of its span (of a person or organisation, the name)."""

    kind: ShownKind
    row: ShownRow
    text: str
    evidence: tuple[Evidence, ...]
