"""A trace as a JSON object: its events, oldest first, and the links that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.rows import LinkRow
from minuted.output.happenings import event_object
from minuted.output.lookedthrough import looked_object
from minuted.rowforms import as_object
from minuted.tracing import Gap, TraceAnswer

if TYPE_CHECKING:
    from search.tracing.telling import Told


def trace_object(answer: TraceAnswer) -> dict[str, object]:
    """All that is told; events with a ``score`` are linked with what was asked for, others tell of the same name."""
    trace = answer.trace
    events = [
        *((each.day, _linked(answer, each)) for each in trace.told),
        *((event.date, {**event_object(event), "score": None, "depth": None}) for event in trace.elsewhere),
    ]
    ordered = sorted(events, key=lambda each: (each[0] is None, each[0] or ""))
    return {
        "id": answer.asked.row.id,
        "names": trace.names,
        "events": [told for _, told in ordered],
        "links": [_link_object(link) for link in trace.links],
        "not_held": [_gap_object(gap) for gap in answer.gaps],
        "weak_links_left": trace.walk.weak,
        "more_beyond_depth": trace.walk.deeper,
        "more_steps": trace.walk.longer,
        "looked_through": answer.looked_through and looked_object(answer.looked_through),
    }


def _linked(answer: TraceAnswer, told: Told) -> dict[str, object]:
    particular = answer.particulars[told.event.id]
    recommended = [
        {"id": row.id, "text": row.text, "fate": row.fate, "change": row.change, "decision": row.decision}
        for row in particular.aligned
    ]
    return {
        **event_object(told.event),
        "score": round(told.step.sureness, 2),
        "depth": told.step.depth,
        "recommended": recommended,
        "declared": [as_object(row) for row in particular.declarations],
        "details": as_object(particular.row),
    }


def _link_object(link: LinkRow) -> dict[str, object]:
    return {
        "kind": link.kind,
        "score": link.score,
        "why": link.reason,
        "by_hand": link.by_hand,
        "from": {
            "id": link.from_id,
            "document": link.from_document_name,
            "page": link.from_page,
            "line": link.from_line,
            "quote": link.from_quote,
        },
        "to": {
            "id": link.to_id,
            "document": link.to_document_name,
            "page": link.to_page,
            "line": link.to_line,
            "quote": link.to_quote,
        },
    }


def _gap_object(gap: Gap) -> dict[str, object]:
    kind = gap.meeting.gap.kind.value if gap.meeting.gap else None
    return {"body": gap.body.name, "organisation": gap.body.organisation, "date": gap.meeting.date, "missing": kind}
