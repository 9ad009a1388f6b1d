"""Links within one document as plain JSON values, one for each two places."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.links.model import Link, Place
from corpus.told import Entry

_SEVERAL = "; "


def link_entries(links: Iterable[Link]) -> list[Entry]:
    """``links`` with the places of both ends: of those between the same two places, the surest with all reasons."""
    by_places: dict[tuple[int, int], list[Link]] = {}
    for link in sorted(links, key=lambda each: -each.score):
        places = (_spot(link.start.place), _spot(link.end.place))
        found = by_places.get(places) or by_places.get((places[1], places[0]))
        if found is None:
            by_places[places] = [link]
        else:
            found.append(link)
    return [_entry(found) for found in by_places.values()]


def _entry(links: list[Link]) -> Entry:
    surest = links[0]
    return {
        **_end("from", surest.start.place),
        **_end("to", surest.end.place),
        "kind": surest.kind.value,
        "score": surest.score,
        "why": _SEVERAL.join(dict.fromkeys(link.reason for link in links)),
    }


def _end(name: str, place: Place) -> Entry:
    line = {} if place.line is None else {f"{name}_line": place.line}
    return {
        f"{name}_page": place.page,
        **line,
        f"{name}_start": place.start,
        f"{name}_end": place.end,
        f"{name}_quote": place.quote,
    }


def _spot(place: Place) -> int:
    """The line; where the file has none, where it begins."""
    return place.start if place.line is None else place.line
