"""Whether two things are among the papers of one body, or of one and its successor."""

from __future__ import annotations

from corpus.links.model import Thing


def related(one: Thing, other: Thing) -> bool:
    """Whether both are of one publisher or its successors, or one names no publisher."""
    return one.family == other.family or not (_published(one) and _published(other))


def of_one_family(one: Thing, other: Thing) -> bool:
    """Whether both are of one publisher or its successors."""
    return one.family == other.family


def _published(thing: Thing) -> bool:
    """Whether it is told whose papers the thing is among: else its document stands for nobody but itself."""
    return thing.home != thing.place.document
