"""By which key a body is known when people of it are compared: one key for all its names, and its kin by succession."""

from __future__ import annotations

from functools import lru_cache

from corpus import gazetteer
from corpus.bodies import fold_organisation

# Papers of one corpus name the same few thousand bodies over and over.
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def affiliation(name: str, on: str | None = None) -> str:
    """The gazetteer's id of the body that ``name`` named on that day (ISO), or else the folded name."""
    body = gazetteer.find(name, on)
    return body.id if body else fold_organisation(name)


def kin(key: str) -> frozenset[str]:
    """``key`` with the bodies that came right before and right after it, whose staff went from one to the next."""
    body = gazetteer.by_id().get(gazetteer.BodyId(key))
    if body is None:
        return frozenset({key})
    return frozenset({key, *body.successors, *(each.id for each in gazetteer.predecessors(body))})


def printed(key: str) -> str:
    """The name that belongs to ``key``, as it is told in a reason."""
    body = gazetteer.by_id().get(gazetteer.BodyId(key))
    return body.name if body else key
