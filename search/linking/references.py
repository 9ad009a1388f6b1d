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
_CALL_IN = re.compile(r"\bcall(?:ed|ing)?[- ]?ins?\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)?\d\d/\d\d")
"""A financial year ("2024/25"), or a share."""


def references_in(text: str) -> tuple[str, ...]:
    """The reference numbers in ``text``, each once, in order."""
    found = dict.fromkeys(_REFERENCE.findall(text))
    return tuple(reference for reference in found if not _YEARS.fullmatch(reference))


def is_call_in(title: str) -> bool:
    """Whether ``title`` is that of a call-in."""
    return bool(_CALL_IN.search(title))


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
            calls_in = thing.paper_kind == PaperKind.CALL_IN or is_call_in(thing.title)
            if calls_in and earlier.paper_kind == PaperKind.DECISION_NOTICE:
                yield linked(LinkKind.CALLS_IN, thing, earlier, _SAME, f"a call-in of the decision {shared}")
            else:
                yield linked(LinkKind.SAME_MATTER, thing, earlier, _SAME, f"both have the reference {shared}")


def _apart(one: Thing, other: Thing) -> bool:
    return one.paper != other.paper and (one.date is None or one.date != other.date)
