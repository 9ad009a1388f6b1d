"""A link between two things, made with the evidence that they have themselves."""

from __future__ import annotations

from corpus.links.model import Link, Thing
from corpus.vocabulary import LinkKind


def linked(kind: LinkKind, start: Thing, end: Thing, score: float, reason: str) -> Link:
    """That ``start`` stands to ``end`` as ``kind`` says; ``score`` is kept to two places."""
    return Link(kind=kind, score=round(score, 2), reason=reason, start=start.as_end, end=end.as_end)
