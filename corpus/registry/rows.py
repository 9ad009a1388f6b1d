"""What is told of one person over all documents; every row has the place that it rests on, as in `corpus.rows`."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow
from corpus.rows import FieldRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role as written, at which body, from the first date (ISO 8601) that tells of it to the last.

    ``affiliation`` is the organisation that lists give the person in this role; ``listed`` says that a list tells of
    it, and not only prose or a front sheet. ``times`` counts the papers; the place is that of the latest.
    """

    role: str
    affiliation: str | None
    body: str | None
    organisation: str | None
    first_date: str | None
    last_date: str | None
    times: int
    listed: bool
    document: str
    document_name: str
    page: int
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedRow:
    """How often somebody was at the meetings of one body; each meeting counts once, however many papers tell of it.

    ``meetings`` counts those with minutes and an attendance list from ``first_date`` to ``last_date`` (ISO 8601), the
    first and last that name the person; ``present`` includes those that the person chaired. In ``unlisted`` of them the
    person is not named at all. The place is that of the latest.
    """

    body: str | None
    organisation: str | None
    first_date: str | None
    last_date: str | None
    present: int
    chaired: int
    in_attendance: int
    apologies: int
    meetings: int
    document: str
    document_name: str
    page: int
    line: int | None

    @property
    def unlisted(self) -> int:
        """Meetings whose lists don't name the person."""
        return max(self.meetings - self.present - self.in_attendance - self.apologies, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """Why what one document says is of this person or body; ``linked_to`` is the id before any merging by hand."""

    document: str
    document_name: str
    date: str | None
    name: str
    page: int | None
    line: int | None
    reason: str
    by_hand: bool
    linked_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile:
    """All that is known of one person beside the row in a list: ``fields`` are those of front sheets that name them.

    ``namesakes`` are the ids of others of the same name, who are not known to be the same.
    """

    roles: tuple[RoleRow, ...]
    attended: tuple[AttendedRow, ...]
    fields: tuple[FieldRow, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    links: tuple[LinkRow, ...]
    namesakes: tuple[str, ...]
