"""A link as a row of the store."""

from __future__ import annotations

from corpus.links.model import End, Link


def columns(basis: str, link: Link) -> dict[str, object]:
    """The row of ``link``, which rests on the key ``basis``."""
    return {
        "basis": basis,
        "kind": link.kind.value,
        "score": link.score,
        "reason": link.reason,
        **_end("from", link.start),
        **_end("to", link.end),
    }


def _end(name: str, end: End) -> dict[str, object]:
    return {
        f"{name}_id": end.id,
        f"{name}_document": end.place.document,
        f"{name}_start": end.place.start,
        f"{name}_end": end.place.end,
        f"{name}_page": end.place.page,
        f"{name}_line": end.place.line,
        f"{name}_quote": end.place.quote,
    }
