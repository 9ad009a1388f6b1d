"""A person or an organisation that a search found, in words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minuted.output.citation import joined, one_line
from minuted.output.terminal import visible

if TYPE_CHECKING:
    from corpus.entries import Entry
    from corpus.registered import Registered

_MOST_TOLD = 4
"""Names, roles and boards that fit a line; `minuted show` tells all."""


def who(entry: Entry, known: Registered) -> str:
    """The name, what it is, and of which organisation."""
    kind = entry.kind.value if known.sort in (None, "other") else f"{entry.kind.value} ({known.sort.replace('_', ' ')})"
    name = " ".join(filter(None, (known.title, entry.heading)))
    own = None if entry.organisation == entry.heading else entry.organisation
    return one_line(joined(name, kind, _some(known.roles), own, None if known.listed else "in prose only"))


def known_of(entry: Entry, known: Registered) -> Iterator[str]:
    """Lines that tell its other names, and where and when papers name it."""
    if known.names:
        yield f"also {one_line(_some(known.names, ' / '))}"
    count = "1 document" if known.documents == 1 else f"{known.documents:,} documents"
    days = known.first_date if known.first_date == entry.date else f"{known.first_date} to {entry.date}"
    boards = [body for body in known.bodies if body != entry.organisation]
    yield one_line(joined(f"named in {count}" + (f", {days}" if known.first_date else ""), _some(boards)))


def whole(entry: Entry) -> str:
    """The command that tells all of it."""
    return f"minuted show {shlex.quote(visible(entry.id))}"


def _some(values: Sequence[str], between: str = ", ") -> str:
    more = f"{between}and {len(values) - _MOST_TOLD} more" if len(values) > _MOST_TOLD else ""
    return between.join(values[:_MOST_TOLD]) + more
