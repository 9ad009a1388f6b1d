"""An entry as an engine keeps it: JSON of its fields in their order, in one stored field that every engine has."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from corpus.entries import Entry, EntryKind

if TYPE_CHECKING:
    from corpus.registered import Registered

_NAMES = tuple(field.name for field in fields(Entry))
_SET = tuple(getattr(Entry, name).__set__ for name in _NAMES)
"""Sets each field of a frozen entry: what was stored is whole, and made so in a third of the time of ``Entry(...)``."""

_KIND = _NAMES.index("kind")
_TUPLES = tuple(_NAMES.index(name) for name in ("people", "page_breaks"))
_REGISTERED = _NAMES.index("registered")
_JSON = json.JSONDecoder()


def encode(entry: Entry) -> bytes:
    """All of ``entry``, to be stored."""
    values = [getattr(entry, name) for name in _NAMES]
    if entry.registered:
        values[_REGISTERED] = _encoded(entry.registered)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def decode(stored: bytes) -> Entry:
    """The entry that ``encode`` stored."""
    values: list[Any]
    values, _ = _JSON.raw_decode(stored.decode())
    values[_KIND] = EntryKind(values[_KIND])
    for at in _TUPLES:
        values[at] = tuple(values[at])
    if values[_REGISTERED] is not None:
        values[_REGISTERED] = _decoded(values[_REGISTERED])
    entry = object.__new__(Entry)
    for set_field, value in zip(_SET, values, strict=True):
        set_field(entry, value)
    return entry


def _encoded(known: Registered) -> list[Any]:
    return [getattr(known, field.name) for field in fields(known)]


def _decoded(values: list[Any]) -> Registered:
    # Most hits are no persons: making the class takes time that a search of papers has no need to spend.
    from corpus.registered import Registered

    told: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values]
    return Registered(**dict(zip((field.name for field in fields(Registered)), told, strict=True)))
