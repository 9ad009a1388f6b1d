"""What is found in a document: each finding with its span, the rule that found it and its words as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from corpus.document import MeetingId, PaperId, SectionId
from corpus.particulars import Particulars, Vote
from corpus.spans import Span
from corpus.vocabulary import (
    ActionStatus,
    InterestKind,
    MotionFate,
    MotionKind,
    OrganisationKind,
    Outcome,
)

FindingId = NewType("FindingId", str)
RuleId = NewType("RuleId", str)

BETWEEN_NAMES = "; "
"""What stands between the full names of several owners of an action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a person or organisation is named; ``as_written`` is exactly the text of ``span``."""

    span: Span
    as_written: str
    rule: RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person named in a document: the fullest form without title, and every place of every form.

    ``listed`` tells that an attendance list, membership list or front sheet names the person; a name from running prose
    alone is of lower trust.
    """

    id: FindingId
    name: str
    title: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    listed: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A named body of any kind, with its abbreviations and other forms."""

    id: FindingId
    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A name or initials that stand for a person, and the text does not tell for whom: they are linked to nobody.

    ``candidates`` holds the full names of those whom they fit equally; none where they are in no list of that meeting.
    """

    span: Span
    as_written: str
    candidates: tuple[str, ...]
    reason: str
    rule: RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One separately numbered, lettered or bulleted thing that a report asks its board to do.

    ``stem`` is the words before a list that complete each of its parts ("The Board is asked to"), ``board`` whom the
    report asks; both as written, ``None`` where the part stands alone or nobody is named.
    """

    id: FindingId
    text: str
    number: str | None
    paper: PaperId | None
    section: SectionId | None
    span: Span
    rule: RuleId
    stem: str | None = None
    board: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What somebody moved at a meeting, and what became of it (``None`` where the text does not tell).

    ``text`` is the words of ``span`` with white space folded, ``amends`` the motion that an amendment was moved to.
    """

    id: FindingId
    kind: MotionKind
    text: str
    fate: MotionFate | None
    section: SectionId | None
    meeting: MeetingId | None
    span: Span
    rule: RuleId
    moved_by: str | None = None
    seconded_by: str | None = None
    vote: Vote | None = None
    amends: FindingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One separately numbered, lettered or bulleted thing that a meeting or a decision maker decided.

    ``text`` is the words of ``span`` with white space folded; ``verb`` is as written, ``outcome`` its class. ``item``
    is the minute or item number as printed. ``explicit`` is false where it is told in running prose only. ``stem`` is
    the words before a list that complete each of its parts ("That Cabinet"), as written; ``motion`` is what was moved.
    """

    id: FindingId
    text: str
    number: str | None
    outcome: Outcome
    verb: str | None
    item: str | None
    section: SectionId | None
    meeting: MeetingId | None
    explicit: bool
    span: Span
    rule: RuleId
    moved_by: str | None = None
    seconded_by: str | None = None
    vote: Vote | None = None
    stem: str | None = None
    motion: FindingId | None = None
    particulars: Particulars = Particulars()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecision:
    """A decision that a paper tells of in retrospect: second-hand evidence.

    ``by`` is the body as named, ``date`` ISO 8601: a day, or the month or year where no more is told.
    """

    id: FindingId
    text: str
    by: str | None
    date: str | None
    section: SectionId | None
    span: Span
    rule: RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that somebody is to do, as a meeting recorded it.

    ``owner`` is as written, ``owner_name`` the full name where that meeting's own list tells it, of several owners all
    names with ``BETWEEN_NAMES`` between. ``due`` is as written, ``due_date`` the ISO 8601 date where one can be told.
    ``status_note`` is the words that tell how it stands.
    """

    id: FindingId
    text: str
    reference: str | None
    owner: str | None
    owner_name: str | None
    due: str | None
    due_date: str | None
    status: ActionStatus
    explicit: bool
    section: SectionId | None
    meeting: MeetingId | None
    span: Span
    rule: RuleId
    also: tuple[Span, ...] = ()
    status_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """An interest that somebody declared at a meeting.

    ``who`` is as written, ``name`` the full name where that meeting's own list tells it. ``interest`` is what it was in
    the words of the text, ``items`` the printed numbers of the items it concerns. ``left`` tells whether the person
    left the room or took no part in the item, ``None`` where the text does not say.
    """

    id: FindingId
    who: str
    name: str | None
    kind: InterestKind | None
    interest: str | None
    items: tuple[str, ...]
    left: bool | None
    section: SectionId | None
    meeting: MeetingId | None
    span: Span
    rule: RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that the rules found in one document, each list in the order of the text."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reported_decisions: tuple[ReportedDecision, ...] = ()
    actions: tuple[Action, ...] = ()
    motions: tuple[Motion, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
