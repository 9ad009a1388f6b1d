"""One place that names a body, and which of several that overlap are kept."""

from __future__ import annotations

from collections.abc import Iterable
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


def naming_at(text: str, span: Span, rule: RuleId, *, bare: bool = False) -> BodyNaming:
    """The naming at ``span`` of ``text``, as it stands there."""
    return BodyNaming(span=span, name=" ".join(text[span.start : span.end].split()), rule=rule, bare=bare)


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
