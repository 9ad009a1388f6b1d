"""What was looked through for an answer, and what is missing of it, in words and as JSON."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minuted.output.citation import long_date, named, one_line
from minuted.output.missing import numbered

if TYPE_CHECKING:
    from minuted.lookedthrough import LookedThrough

_NAMED_BODIES = 3
"""So many bodies are named; of more it is told how many they are, and `coverage` names them."""


def nothing_found(text: str, through: LookedThrough) -> str:
    """An empty answer in one sentence: "No decision on baths in 14 meetings of Cabinet, 9 January 2024 to …"."""
    kind = through.scope.kind
    what = f"No {kind.replace('_', ' ')}" if kind else "Nothing"
    on = f" on {one_line(text)}" if text else " that meets all of this"
    return f"{what}{on}{_where(through)}"


def extent(through: LookedThrough) -> str:
    """What an answer rests on: "looked through 14 meetings of Cabinet, …; minutes of 2 are not held"."""
    return f"looked through{_where(through).removeprefix(' in')}"


def looked_object(through: LookedThrough) -> dict[str, object]:
    """The same as a JSON object."""
    return {
        "papers": through.papers,
        "meetings": through.meetings,
        "bodies": [named(body.organisation, body.name) for body in through.bodies],
        "first_date": through.first_date,
        "last_date": through.last_date,
        "minutes_not_held": through.without_minutes,
        "only_announced": through.announced,
        "exempt_items": through.exempt,
        "unread_pages": through.unread_pages,
        "failed_files": through.failures,
    }


def _where(through: LookedThrough) -> str:
    where = f" in {_looked_at(through)}" if through.papers or through.meetings else _nowhere(through)
    missing = (
        f"minutes of {through.without_minutes} are not held" if through.without_minutes else None,
        f"of {numbered(through.announced, 'meeting')} announced nothing is held" if through.announced else None,
        f"{numbered(through.exempt, 'item was', 'items were')} exempt" if through.exempt else None,
        f"of the corpus {numbered(through.unread_pages, 'page')} could not be read" if through.unread_pages else None,
        f"{numbered(through.failures, 'file')} could not be read" if through.failures else None,
    )
    return "; ".join(filter(None, (where, *missing))) + _which(through)


def _nowhere(through: LookedThrough) -> str:
    return f": no paper of that body, kind and time is in the corpus ({numbered(through.all_documents, 'document')})"


def _looked_at(through: LookedThrough) -> str:
    if not through.meetings:
        return numbered(through.papers, "paper") + (f" of {_span(through)}" if through.first_date else "")
    return f"{numbered(through.meetings, 'meeting')} of {_whose(through)}, {_span(through)}"


def _whose(through: LookedThrough) -> str:
    """Whose meetings: "Cabinet and Harbour Committee (Northmere Council)", "31 bodies"."""
    if len(through.bodies) > _NAMED_BODIES:
        return f"{len(through.bodies)} bodies"
    by_publisher: dict[str | None, list[str]] = defaultdict(list)
    for body in through.bodies:
        by_publisher[body.organisation if body.organisation != body.name else None].append(one_line(body.name))
    return "; ".join(
        _listed(names) + (f" ({one_line(publisher)})" if publisher else "") for publisher, names in by_publisher.items()
    )


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _span(through: LookedThrough) -> str:
    first, last = long_date(through.first_date), long_date(through.last_date)
    return str(first) if first == last else f"{first} to {last}"


def _which(through: LookedThrough) -> str:
    """The command that names what is missing; where nothing is known at all, the one that lists what there is."""
    missing = through.without_minutes or through.announced
    if not missing:
        return "" if through.papers else "; `minuted coverage` tells which boards met when"
    scope = through.scope
    given = {"body": scope.body, "organisation": scope.organisation, "since": scope.since, "until": scope.until}
    options = [f"--{name} {shlex.quote(one_line(value))}" for name, value in given.items() if value]
    return f" (`{' '.join(['minuted coverage', *options, *(['--exactly'] if scope.exactly else [])])}` tells which)"
