"""Rows of tables of people: which cell is the name, which the role, which the organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.structure.people import ListedPerson, read_entry
from ingest.structure.peoplelists import listed_people
from ingest.structure.remarks import is_initials, is_organisation, remarks_on, role_and_organisation

_HEADS = {
    kind: re.compile(wording, re.IGNORECASE)
    for kind, wording in (
        ("name", r"(?:full )?names?(?: of \w+)?|members?|attendees?|(?:those )?present|councillors?|who"),
        ("initials", r"initials?|abbreviations?|init\.?"),
        (
            "role",
            r"(?:job |role ?/? ?)?(?:titles?|roles?|positions?|designations?|posts?|capacity|office)(?: ?[/&] ?\w+)?",
        ),
        (
            "organisation",
            r"organi[sz]ations?(?: ?[/&] ?\w+)?|representing|representative of|company|body|employer|agency|authority|"
            r"trust",
        ),
        ("status", r"attendance|status|apologies|present|attended|in attendance"),
    )
}
"""What columns are called."""
_LONGEST_INITIALS = 4
_NOT_SAID = re.compile(r"[\W_]*|n/?a", re.IGNORECASE)
_TELLS_ABSENCE = re.compile(r"\b(?:apolog(?:y|ies)|absent|not present|did not attend)\b", re.IGNORECASE)
_PRESENT = re.compile(r"(?:present|yes|y|✓|✔|x|in attendance|attended)\.?", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:was|were|has|had|noted|agreed|reported|asked|will)\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, by their heads; ``None`` where no head says."""

    kinds: tuple[str | None, ...]

    def kind(self, column: int) -> str | None:
        return self.kinds[column] if column < len(self.kinds) else None


def column_heads(cells: Sequence[str]) -> Columns | None:
    """The columns that ``cells`` are the heads of; ``None`` where one of the cells is no head."""
    kinds = tuple(_kind(cell) for cell in cells)
    filled = [kind for kind, cell in zip(kinds, cells, strict=True) if cell.strip()]
    if not filled or None in filled:
        return None
    return Columns(kinds)


def is_register(cells: Sequence[str]) -> bool:
    """Whether ``cells`` are the heads of a table of who attended: names, and whether each was there."""
    columns = column_heads(cells)
    return columns is not None and {"name", "status"} <= set(columns.kinds)


def row_person(cells: Sequence[str], columns: Columns | None = None) -> ListedPerson | None:
    """The person of a table row whose first cell (or the one after the initials) is the name.

    ``columns`` tells what the cells hold; without it the cells themselves do.
    """
    told = [(columns.kind(at) if columns else None, " ".join(cell.split())) for at, cell in enumerate(cells)]
    filled = [(kind, cell) for kind, cell in told if not _NOT_SAID.fullmatch(cell)]
    at = next((at for at, (_, cell) in enumerate(filled) if not _is_initials_cell(cell, filled[at + 1 :])), None)
    if at is None or at > 1 or (kind := filled[at][0]) not in (None, "name"):
        return None
    name = filled[at][1]
    person = None if _PROSE.search(name) else _named(name)
    if person is None or not (person.is_whole or kind):
        return None
    if at == 1 and person.initials is None and is_initials(filled[0][1], person.name):
        person = replace(person, initials=filled[0][1])
    return _with_cells(person, filled[at + 1 :], said_by_heads=columns is not None)


def _named(cell: str) -> ListedPerson | None:
    """The person of a cell with a name; "Ms J Ellery and Mr T Orme" are two, and no row's."""
    people = listed_people(cell)
    if len(people) == 1:
        return people[0]
    return None if people else read_entry(cell)


def _with_cells(person: ListedPerson, cells: Sequence[tuple[str | None, str]], *, said_by_heads: bool) -> ListedPerson:
    """``person`` with what the cells after the name say."""
    rest: list[str] = []
    for kind, cell in cells:
        if person.initials is None and len(cell) <= _LONGEST_INITIALS and is_initials(cell, person.name):
            person = replace(person, initials=cell)
        elif kind == "status" or _TELLS_ABSENCE.search(cell):
            person = replace(person, absent=person.absent or bool(_TELLS_ABSENCE.search(cell)))
        elif kind == "organisation":
            person = replace(person, organisation=cell)
        elif not _PRESENT.fullmatch(cell):
            rest.append(cell)
    return _with_said(person, rest) if rest else person


def _with_said(person: ListedPerson, cells: Sequence[str]) -> ListedPerson:
    """``person`` with the role that the first of ``cells`` tells and the body that the last does.

    What stands beside the name ("Chair") is the role where the row has no other.
    """
    remarks = remarks_on(person.name, "; ".join(cells))
    posts = [cell for cell in cells if _tells_post(person.name, cell)]
    role: str | None = None
    organisation = person.organisation
    if len(posts) > 1:
        role, told = posts[0], posts[-1]
        if is_organisation(role) and not is_organisation(told):
            role, told = told, role
        organisation = organisation or told
    elif posts:
        role, told_body = role_and_organisation(posts[0])
        organisation = organisation or told_body
    noted = remarks.note if len(posts) < len(cells) else None
    return replace(
        person,
        role=role or person.role,
        organisation=organisation,
        part=person.part or remarks.part,
        substitutes_for=person.substitutes_for or remarks.substitutes_for,
        chairs=person.chairs or remarks.chairs,
        absent=person.absent or remarks.absent,
        note="; ".join(filter(None, (person.note, noted))) or None,
    )


def _tells_post(name: str, cell: str) -> bool:
    """Whether a cell tells a role or a body, and not only a part of the meeting, a substitution or a party."""
    remarks = remarks_on(name, cell)
    return remarks.role is not None or remarks.organisation is not None


def _is_initials_cell(cell: str, following: Sequence[tuple[str | None, str]]) -> bool:
    return (
        len(cell) <= _LONGEST_INITIALS
        and cell.isalpha()
        and bool(following)
        and (person := read_entry(following[0][1])) is not None
        and is_initials(cell, person.name)
    )


def _kind(cell: str) -> str | None:
    return next((kind for kind, pattern in _HEADS.items() if pattern.fullmatch(cell.strip(" .:"))), None)
