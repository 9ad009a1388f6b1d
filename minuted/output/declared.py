"""A declaration of interest in words: who, in which items, of which kind, and whether the person left."""

from __future__ import annotations

from corpus.findingrows import DeclarationRow
from corpus.findings import Declaration
from corpus.folding import folded_name
from minuted.output.citation import joined, one_line

_LEFT = {True: "left the room or took no part", False: "stayed"}


def declarer_words(row: DeclarationRow | Declaration) -> str:
    """Who declared it, as written, with the full name where the writing leaves it open: "Cllr Finch (Dan Finch)"."""
    written = one_line(row.who)
    if row.name is None or folded_name(row.name) in folded_name(written):
        return written
    return f"{written} ({row.name})"


def interest_words(kind: str | None) -> str | None:
    """A kind of interest: "disclosable pecuniary interest"; ``None`` where the text does not say which it was."""
    return None if kind is None else f"{kind.replace('_', ' ').replace('non ', 'non-')} interest"


def items_words(items: tuple[str, ...]) -> str | None:
    """The items that it concerns: "item 5", "items 5, 7"; ``None`` where none is told."""
    return f"item{'s' * (len(items) > 1)} {', '.join(items)}" if items else None


def left_words(left: bool | None) -> str | None:
    """Whether the person left; ``None`` where the text does not say."""
    return None if left is None else _LEFT[left]


def declaration_words(row: DeclarationRow | Declaration) -> str:
    """All of it on one line."""
    interest = row.interest and one_line(row.interest)
    told = (interest_words(row.kind), items_words(row.items), interest, left_words(row.left))
    return joined(declarer_words(row), *told)
