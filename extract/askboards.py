"""To whom a recommendation is put: as its own words say, else as its paper does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Paper
from extract.paragraphs import folded
from extract.regexes import labelled, searches

_MEMBERS_OF = re.compile(r"^(?:[Mm]embers of )?(?:[Tt]he )?")
_ANY_BOARD = frozenset(
    "board committee council cabinet panel members member group governing executive exec governors trustees "
    "authority partnership councillors forum meeting".split()
)
"""Words that every board of a kind calls itself by: alone they name none."""


def board_of(stem: str | None, words: str, paper: Paper) -> str | None:
    """The board that is asked, without its article; ``None`` where neither the ask nor its paper tells."""
    named = next(_named(stem or ""), None) or next(_named(words), None)
    named = named and _MEMBERS_OF.sub("", named)
    if named is None or named.lower() in _ANY_BOARD:
        return paper.body or named
    return named


def _named(words: str) -> Iterator[str]:
    for label in ("ask", "board"):
        for _, match in searches(labelled("recommendations", label), words):
            board = match["board"] if "board" in match.re.groupindex else None
            if board:
                yield folded(board)
