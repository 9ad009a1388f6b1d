"""Movers, seconders and votes, as the words around a decision tell them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.findings import Vote
from corpus.vocabulary import VoteResult
from extract.regexes import finds, labelled

_RESULTS = (
    (VoteResult.UNANIMOUS, "unanimous"),
    (VoteResult.LOST, "lost"),
    (VoteResult.CARRIED, "carried"),
)
_NEAR = 1500  # characters before a resolution in which its mover is named


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved and seconded, as written, and how the vote went; each ``None`` where it is not told."""

    mover: str | None = None
    seconder: str | None = None
    vote: Vote | None = None


def moved_before(text: str, start: int, end: int) -> Moved:
    """The last mover, seconder and vote told in ``text[start:end]``, no further back than the words near the end."""
    stretch = text[max(start, end - _NEAR) : end]
    moved = _last("moved", stretch)
    count = _last("count", stretch)
    results = [(found.end(), result) for result, label in _RESULTS if (found := _last(label, stretch))]
    result = max(results, default=(0, None), key=lambda each: each[0])[1]
    vote = None
    if count or result:
        groups = count.groupdict() if count else {}
        vote = Vote(
            votes_for=_number(groups.get("for")),
            votes_against=_number(groups.get("against")),
            abstained=_number(groups.get("abstain")),
            result=result,
        )
    return Moved(moved["mover"] if moved else None, moved["seconder"] if moved else None, vote)


def _last(label: str, stretch: str) -> re.Match[str] | None:
    found = [match for rule in labelled("votes", label) for match in finds(rule, stretch)]
    return max(found, key=lambda match: match.start(), default=None)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else 0
