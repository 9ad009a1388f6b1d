"""A person over all documents: roles, attendance, papers, decisions, actions, and why each paper is of this person."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow
from corpus.registry.bodyrows import HolderRow
from corpus.registry.rows import AttendedRow, LinkRow, PersonProfile, RoleRow
from minuted.output.citation import joined, long_date, named, one_line, place
from minuted.output.completed import completed
from minuted.output.parts import show_parts
from minuted.rowforms import as_object


def show_profile(profile: PersonProfile) -> None:
    """Print all that is known of a person, the latest first."""
    show_parts("roles", [_role(row) for row in profile.roles])
    show_parts("attendance", [_attended(row) for row in profile.attended])
    show_parts(
        "on front sheets",
        [joined(row.label, one_line(row.paper_title), _of(row.body, row.date), place(row)) for row in profile.fields],
    )
    show_decided(profile.decisions, profile.actions)
    show_links("why one person", profile.links)
    show_parts("others of this name, not known to be the same", list(profile.namesakes))


def show_decided(decisions: Sequence[DecisionRow], actions: Sequence[ActionRow]) -> None:
    """Print decisions and actions, each with its place."""
    show_parts(
        "decisions",
        [
            joined(row.outcome, completed(row.text, row.stem), _of(row.body, row.date), place(row), row.id)
            for row in decisions
        ],
    )
    show_parts(
        "actions",
        [
            joined(row.status, one_line(row.text), row.due and f"due {row.due}", _of(row.body, row.date), place(row))
            for row in actions
        ],
    )


def show_links(heading: str, links: Sequence[LinkRow]) -> None:
    """Print why each paper is taken to be of the person or body."""
    show_parts(heading, [joined(row.date or "undated", row.name, row.reason, place(row)) for row in links])


def profile_object(profile: PersonProfile) -> dict[str, object]:
    """A person's profile as a JSON object."""
    return {
        "roles_held": [as_object(row) for row in profile.roles],
        "attended": [as_object(row) | {"unlisted": row.unlisted} for row in profile.attended],
        "front_sheets": [as_object(row) for row in profile.fields],
        "decisions": [as_object(row) for row in profile.decisions],
        "actions": [as_object(row) for row in profile.actions],
        "links": [as_object(row) for row in profile.links],
        "namesakes": list(profile.namesakes),
    }


def _role(row: RoleRow) -> str:
    trust = None if row.listed else "in no list"
    return joined(
        one_line(row.role), row.affiliation, named(row.organisation, row.body), period(row), trust, place(row)
    )


def _attended(row: AttendedRow) -> str:
    told = [
        f"present at {row.present} of {row.meetings} meetings with minutes",
        f"{row.chaired} in the chair" if row.chaired else None,
        f"in attendance at {row.in_attendance}" if row.in_attendance else None,
        f"apologies for {row.apologies}" if row.apologies else None,
        f"not in the lists of {row.unlisted}" if row.unlisted else None,
    ]
    return joined(named(row.organisation, row.body), ", ".join(filter(None, told)), period(row), place(row))


def period(row: RoleRow | AttendedRow | HolderRow) -> str | None:
    """From when to when papers tell of it."""
    if row.first_date == row.last_date:
        return long_date(row.first_date)
    return f"{long_date(row.first_date) or 'undated'} to {long_date(row.last_date) or 'undated'}"


def _of(body: str | None, date: str | None) -> str:
    return joined(body, date)
