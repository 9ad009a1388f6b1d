"""Whether two things are among the papers of one body, or of one and its successor."""

from __future__ import annotations

from corpus.links.model import Thing


def related(one: Thing, other: Thing) -> bool:
    """Whether both are of one publisher or its successors, or one names no publisher."""
    return one.family == other.family or not (_published(one) and _published(other))


def of_one_family(one: Thing, other: Thing) -> bool:
    """Whether both are of one publisher or its successors."""
    return one.family == other.family


def board_key(thing: Thing) -> str:
    """What tells the body that ``thing`` is of from others; its document where that is not told."""
    board = thing.board
    if board is None:
        return thing.place.document
    return board.id or f"{board.home}:{board.form}"


def _published(thing: Thing) -> bool:
    """Whether it is told whose papers the thing is among: else its document stands for nobody but itself."""
    return thing.home != thing.place.document
