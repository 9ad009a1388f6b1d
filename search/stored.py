"""An entry as an engine keeps it: JSON of its fields in their order, in one stored field that every engine has."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from corpus.entries import Entry, EntryKind

_NAMES = tuple(field.name for field in fields(Entry))
_KIND = _NAMES.index("kind")
_TUPLES = tuple(_NAMES.index(name) for name in ("people", "page_breaks"))


def encode(entry: Entry) -> bytes:
    """All of ``entry``, to be stored."""
    return json.dumps([getattr(entry, name) for name in _NAMES], ensure_ascii=False, separators=(",", ":")).encode()


def decode(stored: bytes) -> Entry:
    """The entry that ``encode`` stored."""
    values: list[Any] = json.loads(stored)
    values[_KIND] = EntryKind(values[_KIND])
    for at in _TUPLES:
        values[at] = tuple(values[at])
    return Entry(**dict(zip(_NAMES, values, strict=True)))
