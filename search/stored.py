"""An entry as an engine keeps it: JSON of its fields in their order, in one stored field that every engine has."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from corpus.entries import Entry, EntryKind

_NAMES = tuple(field.name for field in fields(Entry))
_KIND = _NAMES.index("kind")
_PEOPLE = _NAMES.index("people")


def encode(entry: Entry) -> bytes:
    """All of ``entry``, to be stored."""
    return json.dumps([getattr(entry, name) for name in _NAMES], ensure_ascii=False, separators=(",", ":")).encode()


def decode(stored: bytes) -> Entry:
    """The entry that ``encode`` stored."""
    values: list[Any] = json.loads(stored)
    values[_KIND] = EntryKind(values[_KIND])
    values[_PEOPLE] = tuple(values[_PEOPLE])
    return Entry(**dict(zip(_NAMES, values, strict=True)))
