"""Which things of one day can be of one body: what costs little to tell, before two are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.links.model import Thing


class Neighbours:
    """Things by whose papers they are among and by their body.

    Of a large corpus many bodies meet on a day; comparing each with each would take ever longer.
    """

    def __init__(self, things: Sequence[Thing]) -> None:
        self._all = tuple(enumerate(things))
        self._near: dict[str, list[tuple[int, Thing]]] = defaultdict(list)
        self._loose: list[tuple[int, Thing]] = []
        for place, thing in self._all:
            for key in _keys(thing):
                self._near[key].append((place, thing))
            if not _is_settled(thing):
                self._loose.append((place, thing))

    def of(self, thing: Thing) -> list[Thing]:
        """Those that can be of the same body as ``thing``, in the order in which they came."""
        if not _is_settled(thing):
            return [each for _, each in self._all]
        found = {place: each for key in _keys(thing) for place, each in self._near[key]}
        return [each for _, each in sorted((found | dict(self._loose)).items(), key=lambda pair: pair[0])]


def _keys(thing: Thing) -> tuple[str, ...]:
    body = thing.board.id if thing.board else None
    return (f"home:{thing.home}", f"body:{body}") if body else (f"home:{thing.home}",)


def _is_settled(thing: Thing) -> bool:
    """Whether it is told whose papers the thing is among."""
    return thing.board.published if thing.board else thing.home != thing.place.document
