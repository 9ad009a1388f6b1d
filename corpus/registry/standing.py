"""In what standing somebody acts for a council: elected to it, or employed by it, and never both.

A paid officer of an authority can't be a member of it (Local Government Act 1972, section 80(1)(a) for England and
Wales; Local Government and Housing Act 1989, section 1, for politically restricted posts).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum


class Standing(StrEnum):
    """Elected member, or employed officer (also of the police)."""

    MEMBER = "member"
    OFFICER = "officer"


_MEMBER_TITLES = frozenset({"Councillor", "Alderman", "Bailie", "Provost"})
_OFFICER_TITLES = frozenset(
    {
        "Superintendent",
        "Inspector",
        "Sergeant",
        "Police Constable",
        "Police Community Support Officer",
    }
)
_MEMBER_ROLE = re.compile(
    r"\b(?:councillor|cllr|cabinet member|portfolio holder|deputy leader|mayor|"
    r"leader of the (?:council|opposition)|member for|elected member)\b",
    re.IGNORECASE,
)
_OFFICER_ROLE = re.compile(
    r"\b(?:officer|clerk|chief executive|director|manager|solicitor|engineer|planner|accountant|surveyor|"
    r"head of|assistant|administrator|secretary|treasurer|constable|sergeant|inspector|pcso)\b",
    re.IGNORECASE,
)
# "Cabinet Member, Director of the company" and "Councillor and acting Clerk" tell of neither.


def standing(title: str | None, roles: Iterable[str]) -> Standing | None:
    """What ``title`` and ``roles`` tell, ``None`` where they tell nothing or both."""
    roles = tuple(roles)
    member = title in _MEMBER_TITLES or any(_MEMBER_ROLE.search(role) for role in roles)
    officer = title in _OFFICER_TITLES or any(
        _OFFICER_ROLE.search(role) and not _MEMBER_ROLE.search(role) for role in roles
    )
    if member == officer:
        return None
    return Standing.MEMBER if member else Standing.OFFICER
