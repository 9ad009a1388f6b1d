"""What is linked: things that papers hold, by which keys they meet, and links with the evidence of both ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.alignment.matters import Board
from corpus.document import Document
from corpus.findings import Findings
from corpus.vocabulary import LinkKind

WEAK = 0.6
"""Of 1: a link that scores less is told apart as weak, and nothing is concluded from two of them in a row."""


class ThingKind(StrEnum):
    """What can be at an end of a link.

    An ``ITEM`` is an item of an agenda, a ``MINUTE`` one of minutes. An ``APPROVAL``, a ``CITATION`` (of a number), a
    ``TELLING`` (of a meeting) and a ``PASSAGE`` (with names) have the id of the meeting or section that holds them.
    """

    MEETING = "meeting"
    APPROVAL = "approval"
    PAPER = "paper"
    ITEM = "item"
    MINUTE = "minute"
    DECISION = "decision"
    ACTION = "action"
    CITATION = "citation"
    PASSAGE = "passage"
    TELLING = "telling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands, and its words: characters ``[start, end)``, page and line (of text sources) from 1."""

    document: str
    start: int
    end: int
    page: int
    line: int | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a link: the id of a thing, and the passage that tells of the link."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That two things belong together: how, how surely (0 to 1), and why, in words."""

    kind: LinkKind
    score: float
    reason: str
    start: End
    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that may be linked, with what it is compared by.

    ``paper`` is the id of the paper that it stands in (or is), ``paper_kind`` that one's kind. ``board`` is the body
    that met or is asked, ``family`` whose papers it is among, the same for a body and its successors. ``date`` is the
    meeting's day, ``about`` the day of the meeting that it speaks of (ISO 8601). ``number`` is as printed.
    ``references`` are those that it has, ``words`` what it is known by besides. ``ties`` are the papers that its
    document ties to it. ``owner`` and ``status`` are an action's; a passage's status is how it stands to what it names.
    """

    id: str
    kind: ThingKind
    place: Place
    paper: str | None
    paper_kind: str | None
    board: Board | None
    home: str
    family: str
    date: str | None
    number: str | None = None
    title: str = ""
    about: str | None = None
    references: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    owner: str | None = None
    status: str | None = None
    ties: tuple[str, ...] = ()

    @property
    def as_end(self) -> End:
        """The thing as the end of a link, with its own place for evidence."""
        return End(id=self.id, place=self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A thing and the keys that it meets others by."""

    thing: Thing
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Whose papers a document is among (``home``), and one name for that body and its successors (``family``)."""

    home: str
    family: str
    board: Callable[[str], Board]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """How links are made: which things a document holds, and which of those that share a key are linked.

    What ``join`` gives for a key follows from the things alone, in whatever order they come. What more than ``most``
    things share tells nothing, and they are not linked by it.
    """

    things: Callable[[Document, Findings, Publisher], Iterable[Keyed]]
    most: Callable[[str], int]
    join: Callable[[str, tuple[Thing, ...]], Iterable[Link]]
