"""Reference numbers of decisions and applications, and what has the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.links.model import Link, Thing
from corpus.vocabulary import LinkKind, PaperKind
from search.linking.linked import linked
from search.linking.publishers import related

_SAME = 0.9
"""Two bodies of one publisher may number alike, over many years."""

# "24/00093", "KEY/2024/17", "22/01234/FUL": a number without a stroke could be of anything.
_REFERENCE = re.compile(r"(?<![\w/])(?:[A-Z]{1,8}/)?\d{2,4}/\d{2,6}(?:/[A-Z]{1,5})?(?![\w/])")
_YEARS = re.compile(r"(?:19|20)?\d\d/\d\d")
"""A financial year ("2024/25"), or a share."""


def references_in(text: str) -> tuple[str, ...]:
    """The reference numbers in ``text``, each once, in order."""
    found = dict.fromkeys(_REFERENCE.findall(text))
    return tuple(reference for reference in found if not _YEARS.fullmatch(reference))


def same_reference(things: Sequence[Thing]) -> Iterator[Link]:
    """Each thing with the record of the decision of that number, and with what had the number before it.

    Within one paper, and of one meeting, other evidence tells more.
    """
    ordered = sorted(things, key=lambda each: (each.date or "", each.place.document, each.place.start))
    records = [each for each in ordered if each.paper_kind == PaperKind.DECISION_NOTICE]
    others = [each for each in ordered if each.paper_kind != PaperKind.DECISION_NOTICE]
    pairs = [
        *((thing, record) for thing in others for record in records),
        *((later, earlier) for some in (others, records) for earlier, later in pairwise(some)),
    ]
    for thing, earlier in pairs:
        if _apart(thing, earlier) and related(thing, earlier):
            shared = min(set(thing.references) & set(earlier.references))
            kind = LinkKind.CALLS_IN if thing.paper_kind == PaperKind.CALL_IN else LinkKind.SAME_MATTER
            yield linked(kind, thing, earlier, _SAME, f"both have the reference {shared}")


def _apart(one: Thing, other: Thing) -> bool:
    return one.paper != other.paper and (one.date is None or one.date != other.date)
