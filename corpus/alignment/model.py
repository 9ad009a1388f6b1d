"""What comparing says: the fate of a recommendation, how its wording changed, how a reported decision stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.vocabulary import RecommendationFate, ReportedStanding


class WordingKind(StrEnum):
    """Whether words stand in what was recommended and resolved, in the first alone, or in the second alone."""

    KEPT = "kept"
    WENT = "went"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Wording:
    """A run of words, as written, and in which of the two texts it stands."""

    kind: WordingKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The meeting that something was put to: ``body`` as printed and ``date`` (ISO 8601), as far as they are told.

    ``meeting`` is the id of its minutes, ``document`` that of what holds them (or a notice of the decision); ``None``
    where they are not held.
    """

    body: str | None
    date: str | None
    meeting: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What became of one recommendation.

    ``decisions`` are the ids of what was resolved on it, the one that tells most first; ``item`` the id of the section
    of the minutes that took the report. ``score`` (0 to 1) is how surely, ``reason`` why, in words. ``change`` is how
    the wording changed, nothing where it did not.
    """

    recommendation: str
    fate: RecommendationFate
    score: float
    reason: str
    sitting: Sitting
    item: str | None = None
    decisions: tuple[str, ...] = ()
    change: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCheck:
    """How a reported decision stands against the minutes; ``decision`` is the id of the one that bears it out."""

    reported: str
    standing: ReportedStanding
    score: float
    reason: str
    sitting: Sitting
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing gave: one alignment for each recommendation, one check for each reported decision."""

    alignments: tuple[Alignment, ...]
    checks: tuple[ReportedCheck, ...]


def marked(change: tuple[Wording, ...]) -> str:
    """A change of wording on plain text: what went as ``-…-``, what came as ``+…+``."""
    marks = {WordingKind.KEPT: "", WordingKind.WENT: "-", WordingKind.CAME: "+"}
    return " ".join(f"{marks[piece.kind]}{piece.words}{marks[piece.kind]}" for piece in change)
