"""By which keys things meet that may be linked: a day, a reference, a title, an owner; each begins with its kind."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

_BETWEEN = "|"
_DAY = len("2024-03-04")


class KeyKind(StrEnum):
    """What things share that have a key in common."""

    DAY = "day"
    PACK = "pack"
    SERIES = "series"
    REFERENCE = "reference"
    TITLE = "title"
    NAME = "name"
    MINUTE = "minute"
    ACTION = "action"
    OWNER = "owner"


def key(kind: KeyKind, *parts: str) -> str:
    """The key of that kind."""
    return _BETWEEN.join((kind.value, *parts))


def kind_of(of: str) -> KeyKind:
    """What kind of key ``of`` is."""
    return KeyKind(of.partition(_BETWEEN)[0])


def day_keys(*dates: str | None) -> tuple[str, ...]:
    """The keys of those of ``dates`` (ISO 8601) that are days."""
    return tuple(key(KeyKind.DAY, date) for date in dates if date is not None and len(date) == _DAY)


def reference_keys(references: Iterable[str]) -> tuple[str, ...]:
    """The keys of ``references``."""
    return tuple(key(KeyKind.REFERENCE, reference) for reference in references)


def keys_in(family: str, kind: KeyKind, parts: Iterable[str]) -> tuple[str, ...]:
    """A key for each of ``parts``, which means something within the papers of one ``family`` of bodies."""
    return tuple(key(kind, family, part) for part in parts)
