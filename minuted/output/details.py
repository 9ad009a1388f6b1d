"""One thing with its evidence, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.registry.bodyrows import BodyProfile
from corpus.registry.rows import PersonProfile
from corpus.rows import DocumentRow, MeetingRow, OrganisationRow, PaperRow, PersonRow, SectionRow
from minuted.looking import Detail
from minuted.output.bodyprofile import body_profile_object
from minuted.output.contents import outline_object
from minuted.output.finding import show_finding
from minuted.output.linked import show_links
from minuted.output.meeting import show_meeting
from minuted.output.named import show_named
from minuted.output.paper import show_paper
from minuted.output.paragraph import show_paragraph
from minuted.output.parts import citation
from minuted.output.profile import profile_object
from minuted.rowforms import as_object


def show_detail(detail: Detail, depth: int | None = None) -> None:
    """Print all of ``detail`` that a person would look for; the outline of a paper down to ``depth``."""
    match detail.shown.row:
        case DocumentRow() | PaperRow():
            show_paper(detail, depth)
        case SectionRow():
            show_paragraph(detail)
        case MeetingRow():
            show_meeting(detail)
        case PersonRow() | OrganisationRow():
            show_named(detail)
        case _:
            show_finding(detail)
    show_links(detail)


def detail_object(detail: Detail) -> dict[str, object]:
    """All of ``detail`` as a JSON object."""
    shown = detail.shown
    parts: dict[str, Sequence[object]] = {
        "papers": detail.papers,
        "sections": detail.sections,
        "above": detail.above,
        "meetings": detail.meetings,
        "attendance": detail.attendance,
        "recommendations": detail.recommendations,
        "decisions": detail.decisions,
        "actions": detail.actions,
        "motions": detail.motions,
        "declarations": detail.declarations,
        "hyperlinks": detail.hyperlinks,
        "exempt": detail.exempt,
        "confirmed": detail.confirmed,
        "doubtful": detail.doubtful,
        "unresolved": detail.unresolved,
        "pages": detail.pages,
        "aligned": detail.aligned,
        "check": (detail.check,) if detail.check else (),
        "links": detail.links,
    }
    return {
        "kind": shown.kind.value,
        **as_object(shown.row),
        "words": shown.text,
        "citation": citation(detail),
        "location": detail.location,
        "last_page": detail.last_page,
        "fields": [as_object(field) | {"span": [field.span.start, field.span.end]} for field in detail.fields],
        "outline": outline_object(detail.outline),
        "item_papers": [
            {"section": tie.section.id, "number": tie.section.number, "paper": tie.paper.id, "reason": tie.reason}
            for tie in detail.ties
        ],
        "page_reads": [as_object(read) for read in detail.page_reads],
        "evidence": [as_object(evidence) for evidence in shown.evidence],
        **_profile(detail.profile),
        **{name: [as_object(row) for row in rows] for name, rows in parts.items() if rows},
    }


def _profile(profile: PersonProfile | BodyProfile | None) -> dict[str, object]:
    match profile:
        case PersonProfile():
            return {"profile": profile_object(profile)}
        case BodyProfile():
            return {"profile": body_profile_object(profile)}
        case None:
            return {}
