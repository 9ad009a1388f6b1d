"""What is told of one body over all documents; every row has the place that it rests on, as in `corpus.rows`."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow
from corpus.registry.rows import LinkRow
from corpus.rows import PaperRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedBody:
    """A body that came before or after; it existed from ``started`` up to, not including, ``ended`` (ISO dates)."""

    id: str
    name: str
    started: str | None
    ended: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFacts:
    """What the gazetteer knows of a body, beside its name and kind."""

    code: str | None
    former_names: tuple[str, ...]
    forms: tuple[str, ...]
    started: str | None
    ended: str | None
    predecessors: tuple[RelatedBody, ...]
    successors: tuple[RelatedBody, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A board or committee of a body: how many documents name it, and the last date of these (ISO 8601)."""

    id: str
    name: str
    documents: int
    last_date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow:
    """Who held a role at a body, from the first date (ISO 8601) that lists tell of it to the last.

    ``person`` is the id of the registry of people, ``body`` the one in whose lists it stands: this one, a board of it,
    or another that names this one beside the person. ``times`` counts the papers; the place is that of the latest.
    """

    person: str
    name: str
    role: str
    body: str | None
    first_date: str | None
    last_date: str | None
    times: int
    document: str
    document_name: str
    page: int
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow:
    """What somebody said by hand: ``name`` means this body, in papers of ``owner`` (an id) or in all, since ``day``."""

    name: str
    owner: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCount:
    """The days on which a body met, as far as papers tell: how many, the first and the last (ISO 8601)."""

    meetings: int
    first_date: str | None
    last_date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyProfile:
    """All that is known of one body beside the row in a list; papers, decisions and actions with the latest first.

    ``public`` is ``None`` for what is not in the gazetteer.
    """

    public: PublicFacts | None
    boards: tuple[BoardRow, ...]
    holders: tuple[HolderRow, ...]
    meetings: MeetingCount
    papers: tuple[PaperRow, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    links: tuple[LinkRow, ...]
    by_hand: tuple[AliasRow, ...]
