"""Whether two documents name the same body: as the registry knows, or by name where it knows no better."""

from __future__ import annotations

from enum import IntEnum

from corpus.alignment.matters import Board

_OWN_BOARDS = frozenset({"board", "trust board", "board of directors", "governing body", "council", "full council"})


class Sameness(IntEnum):
    """How surely two names are of one body."""

    OTHER = 0
    POSSIBLE = 1
    SURE = 2


def same_board(one: Board | None, other: Board | None, home: str, other_home: str) -> Sameness:
    """Whether ``one``, in papers of ``home``, and ``other``, in papers of ``other_home``, are the same body.

    Where one is not told, or its publisher isn't, it is possible; what is possible needs further evidence.
    """
    if one is None or other is None:
        named = one or other
        published = named is None or named.published
        return Sameness.POSSIBLE if home == other_home or not published else Sameness.OTHER
    if one.id is not None and one.id == other.id:
        return Sameness.SURE
    if home == other_home and one.form == other.form:
        return Sameness.SURE
    if one.published and other.published and home != other_home:
        return Sameness.OTHER
    if one.form == other.form or _part_of(one.form, other.form) or _own_board(one, other) or _own_board(other, one):
        return Sameness.POSSIBLE
    return Sameness.OTHER


def _own_board(named: Board, body: Board) -> bool:
    """Whether ``named`` is what a council or NHS body calls its own meeting, and ``body`` such a one itself."""
    return named.form in _OWN_BOARDS and body.home in (body.id, body.form)


def _part_of(one: str, other: str) -> bool:
    """Whether one name is the other's end: "partnership board" and "northmere partnership board"."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.endswith(f" {shorter}")
