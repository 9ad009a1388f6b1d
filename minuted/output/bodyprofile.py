"""A body over all documents: what it is, before and after it, its boards, office holders, papers and decisions."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.registry.bodyrows import AliasRow, BoardRow, BodyProfile, HolderRow, MeetingCount, PublicFacts, RelatedBody
from minuted.output.citation import joined, long_date, one_line, place
from minuted.output.parts import show_parts
from minuted.output.profile import period, show_decided, show_links
from minuted.rowforms import as_object


def show_body_profile(profile: BodyProfile) -> None:
    """Print all that is known of a body, the latest first; ``body_facts`` stand above it."""
    if profile.public:
        show_parts("came before", _related(profile.public.predecessors))
        show_parts("came after", _related(profile.public.successors))
    show_parts("boards and committees", [_board(row) for row in profile.boards])
    show_parts("roles held", [_holder(row) for row in profile.holders])
    show_parts(
        "papers",
        [joined(row.kind, one_line(row.title), row.body, row.date, place(row), row.id) for row in profile.papers],
    )
    show_decided(profile.decisions, profile.actions)
    show_parts("by hand", [_alias(row) for row in profile.by_hand])
    show_links("why one body", profile.links)


def body_facts(profile: BodyProfile) -> list[tuple[str, str]]:
    """Labels and values that stand at the top: its code and days, its other names, how often it met."""
    return [*(_public_facts(profile.public) if profile.public else ()), ("met", _met(profile.meetings))]


def body_profile_object(profile: BodyProfile) -> dict[str, object]:
    """A body's profile as a JSON object."""
    return {
        "public": _public_object(profile.public) if profile.public else None,
        "boards": [as_object(row) for row in profile.boards],
        "roles_held": [as_object(row) for row in profile.holders],
        "meetings": as_object(profile.meetings),
        "papers": [as_object(row) for row in profile.papers],
        "decisions": [as_object(row) for row in profile.decisions],
        "actions": [as_object(row) for row in profile.actions],
        "links": [as_object(row) for row in profile.links],
        "by_hand": [as_object(row) for row in profile.by_hand],
    }


def _public_object(public: PublicFacts) -> dict[str, object]:
    return as_object(public) | {
        "predecessors": [as_object(row) for row in public.predecessors],
        "successors": [as_object(row) for row in public.successors],
    }


def _public_facts(public: PublicFacts) -> list[tuple[str, str]]:
    return [
        ("code", public.code or ""),
        ("existed", _existed(public.started, public.ended) or ""),
        ("before called", "; ".join(public.former_names)),
        ("other names", "; ".join(public.forms)),
    ]


def _related(bodies: Sequence[RelatedBody]) -> list[str]:
    return [joined(body.name, _existed(body.started, body.ended), body.id) for body in bodies]


def _existed(started: str | None, ended: str | None) -> str | None:
    since = f"from {long_date(started)}" if started else None
    until = f"until {long_date(ended)}" if ended else None
    return " ".join(filter(None, (since, until))) or None


def _met(met: MeetingCount) -> str:
    if not met.meetings:
        return ""
    if met.first_date == met.last_date:
        return f"once, on {long_date(met.first_date)}"
    return f"{met.meetings} times, from {long_date(met.first_date)} to {long_date(met.last_date)}"


def _board(row: BoardRow) -> str:
    papers = "1 document" if row.documents == 1 else f"{row.documents} documents"
    return joined(row.name, papers, row.last_date, row.id)


def _holder(row: HolderRow) -> str:
    return joined(one_line(row.role), row.name, row.body, period(row), place(row), row.person)


def _alias(row: AliasRow) -> str:
    scope = f"in papers of {row.owner}" if row.owner else None
    return joined(f"“{row.name}” means this body", scope, f"said on {long_date(row.day)}")
