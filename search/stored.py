"""An entry as an engine keeps it: JSON of its fields in their order, in one stored field that every engine has."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from corpus.entries import Entry, EntryKind

if TYPE_CHECKING:
    from corpus.registered import Registered

_NAMES = tuple(field.name for field in fields(Entry))
_KIND = _NAMES.index("kind")
_TUPLES = tuple(_NAMES.index(name) for name in ("people", "page_breaks"))
_REGISTERED = _NAMES.index("registered")


def encode(entry: Entry) -> bytes:
    """All of ``entry``, to be stored."""
    values = [getattr(entry, name) for name in _NAMES]
    if entry.registered:
        values[_REGISTERED] = _encoded(entry.registered)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def decode(stored: bytes) -> Entry:
    """The entry that ``encode`` stored."""
    values: list[Any] = json.loads(stored)
    values[_KIND] = EntryKind(values[_KIND])
    for at in _TUPLES:
        values[at] = tuple(values[at])
    if values[_REGISTERED] is not None:
        values[_REGISTERED] = _decoded(values[_REGISTERED])
    return Entry(**dict(zip(_NAMES, values, strict=True)))


def _encoded(known: Registered) -> list[Any]:
    return [getattr(known, field.name) for field in fields(known)]


def _decoded(values: list[Any]) -> Registered:
    # Most hits are no persons: making the class takes time that a search of papers has no need to spend.
    from corpus.registered import Registered

    told: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values]
    return Registered(**dict(zip((field.name for field in fields(Registered)), told, strict=True)))
