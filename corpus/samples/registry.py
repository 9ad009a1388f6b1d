"""The people and bodies of the sample corpus, and where a text names them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NOT_A_BODY_BEFORE = r"(?! (?:Member|Office|papers|meeting room|Tax)\b)"
"""A Cabinet Member is no Cabinet: what must not follow the name of a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person or body of the sample world: ``forms`` from the fullest to the shortest; ``kind`` for bodies only."""

    forms: tuple[str, ...]
    title: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """``entity`` is named at character ``offset`` of a text, in the words ``as_written``."""

    entity: Entity
    offset: int
    as_written: str


def people(path: Path) -> tuple[Entity, ...]:
    """The people written down in ``path`` (TOML): name, title, and other forms; a surname is a form of itself."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))["person"]
    return tuple(
        Entity(
            forms=(one["name"], *one.get("forms", ()), one.get("surname", one["name"].split()[-1])),
            title=one.get("title"),
        )
        for one in written
    )


def bodies(path: Path) -> tuple[Entity, ...]:
    """The bodies written down in ``path`` (TOML): name, kind, and other forms."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))["body"]
    return tuple(Entity(forms=(one["name"], *one.get("forms", ())), kind=one["kind"]) for one in written)


def namings(text: str, entities: Iterable[Entity]) -> Iterator[Naming]:
    """Every place of ``text`` that names one of ``entities``, the longest form where several fit."""
    known = {form: entity for entity in entities for form in entity.forms}
    longest_first = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(form).replace("'", "['’]") for form in longest_first)
    for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w){_NOT_A_BODY_BEFORE}", text):
        yield Naming(known[found[0].replace("’", "'")], found.start(), found[0])
