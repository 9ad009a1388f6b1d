"""One place that names a body, and which of several that overlap are kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyNaming:
    """One place that names a body; ``name`` is as written, or the full name where ``span`` holds another form.

    ``bare`` marks a phrase that says only what sort of body (the Board, the Parish Council).
    """

    span: Span
    name: str
    rule: RuleId
    kind: OrganisationKind | None = None
    bare: bool = False


def naming_at(
    text: str, span: Span, rule: RuleId, *, kind: OrganisationKind | None = None, bare: bool = False
) -> BodyNaming:
    """The naming at ``span`` of ``text``, as it stands there."""
    name = " ".join(text[span.start : span.end].split())
    return BodyNaming(span=span, name=name, rule=rule, kind=kind, bare=bare)


def apart(namings: Iterable[BodyNaming]) -> list[BodyNaming]:
    """``namings`` without overlaps, in the order of the text: names go before bare phrases, then the longer first."""
    ranked = sorted(namings, key=lambda each: (each.span.start, -len(each.span)))
    kept: list[BodyNaming] = []
    for naming in ranked:
        if not kept or naming.span.start >= kept[-1].span.end:
            kept.append(naming)
        elif len(naming.span) > len(kept[-1].span) and (kept[-1].bare or not naming.bare):
            kept[-1] = naming
    return kept


def beside(sure: Sequence[BodyNaming], others: Iterable[BodyNaming]) -> list[BodyNaming]:
    """``sure``, which don't overlap, and those of ``others`` that overlap none of them, in the order of the text."""
    ends = [naming.span.end for naming in sure]
    free = []
    for naming in others:
        at = bisect_right(ends, naming.span.start)
        if at == len(sure) or sure[at].span.start >= naming.span.end:
            free.append(naming)
    return apart([*sure, *free])
