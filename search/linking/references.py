"""Reference numbers of decisions and applications, and what has the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.links.model import Link, Thing, ThingKind
from corpus.spans import Span
from corpus.vocabulary import LinkKind, PaperKind
from search.linking.citations import sentence, what_it_does
from search.linking.linked import linked
from search.linking.publishers import related

_SAME, _NAMED = 0.9, 0.85
"""Two bodies of one publisher may number alike, over many years."""

# "24/00093", "KEY/2024/17", "22/01234/FUL": a number without a stroke could be of anything.
_REFERENCE = re.compile(r"(?<![\w/])(?:[A-Z]{1,8}/)?\d{2,4}/\d{2,6}(?:/[A-Z]{1,5})?(?![\w/])")
_REVIEW = re.compile(r"\breview of (?:(?:the|executive|cabinet) )*decision\b", re.IGNORECASE)
_CALL_IN = re.compile(r"\bcall(?:ed|ing)?[- ]?ins?\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)?\d\d/(?:19|20)?\d\d")
"""A financial year ("2024/25"), or a share."""


@dataclass(frozen=True, slots=True)
class Referred:
    """A passage that names the reference ``number``."""

    span: Span
    number: str
    kind: LinkKind


def references_in(text: str) -> tuple[str, ...]:
    """The reference numbers in ``text``, each once, in order."""
    found = dict.fromkeys(_REFERENCE.findall(text))
    return tuple(reference for reference in found if not _YEARS.fullmatch(reference))


def referred_in(text: str, start: int, end: int) -> Iterator[Referred]:
    """The first passage in characters ``[start, end)`` of ``text`` for each reference number that it names."""
    seen = set()
    for match in _REFERENCE.finditer(text, start, end):
        number = match.group()
        if number not in seen and not _YEARS.fullmatch(number):
            seen.add(number)
            span = sentence(text, match, start, end)
            words = text[span.start : span.end]
            yield Referred(span, number, LinkKind.CALLS_IN if _CALL_IN.search(words) else what_it_does(words))


def calls_in(thing: Thing) -> bool:
    """Whether ``thing`` is a call-in, or the review of a decision that one led to."""
    return thing.paper_kind == PaperKind.CALL_IN or bool(_CALL_IN.search(thing.title) or _REVIEW.search(thing.title))


def same_reference(things: Sequence[Thing]) -> Iterator[Link]:
    """Each thing with the record of the decision of that number, and with what had or named the number before it.

    Within one paper, and of one meeting, other evidence tells more.
    """
    of_matters = (each for each in things if each.kind is not ThingKind.ACTION)
    ordered = sorted(of_matters, key=lambda each: (each.date or "", each.place.document, each.place.start))
    records = [each for each in ordered if _is_record(each)]
    others = [each for each in ordered if not _is_record(each)]
    pairs = [
        *((thing, record) for thing in others for record in records),
        *((later, earlier) for some in (others, records) for earlier, later in pairwise(some)),
    ]
    for thing, earlier in pairs:
        if _apart(thing, earlier) and related(thing, earlier):
            shared = min(set(thing.references) & set(earlier.references))
            yield _link(thing, earlier, shared)


def named_actions(things: Sequence[Thing]) -> Iterator[Link]:
    """Each passage that names an action by its reference, with what was last told of that before."""
    actions = [each for each in things if each.kind is ThingKind.ACTION and each.date]
    for passage in things:
        if passage.kind is ThingKind.CITATION and passage.date:
            earlier = [each for each in actions if (each.date or "") < passage.date and related(passage, each)]
            last = max(earlier, key=lambda each: (each.date or "", each.place.document, each.id), default=None)
            if last:
                shared = min(set(passage.references) & set(last.references))
                yield linked(LinkKind.REPORTS, passage, last, _NAMED, f"it names the action {shared}")


def _link(thing: Thing, earlier: Thing, shared: str) -> Link:
    if calls_in(thing) and _is_record(earlier):
        return linked(LinkKind.CALLS_IN, thing, earlier, _SAME, f"a call-in of the decision {shared}")
    if thing.kind is ThingKind.CITATION:
        kind = LinkKind(thing.status) if _is_record(earlier) and thing.status else LinkKind.SAME_MATTER
        return linked(kind, thing, earlier, _NAMED, f"it names {shared}")
    return linked(LinkKind.SAME_MATTER, thing, earlier, _SAME, f"both have the reference {shared}")


def _is_record(thing: Thing) -> bool:
    """Whether ``thing`` is the record of a decision, as a paper."""
    return thing.kind is ThingKind.PAPER and thing.paper_kind == PaperKind.DECISION_NOTICE


def _apart(one: Thing, other: Thing) -> bool:
    return one.paper != other.paper and (one.date is None or one.date != other.date)
