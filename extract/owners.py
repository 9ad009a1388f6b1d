"""Who an action's owner is: initials, surname or role, looked up in that meeting's own attendance list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Attendance, Document, Meeting
from corpus.names import fold_name, initials_of, split_name, surname

_INITIALS = re.compile(r"^[A-Z]{1,2}[A-Za-z]?[A-Z]?[a-z]?$")


def owner_name(document: Document, meeting: Meeting | None, written: str | None) -> str | None:
    """The full name of ``written`` by the list of ``meeting``; ``None`` where nobody or more than one fits."""
    if not written or meeting is None:
        return None
    listed = [each for each in document.attendance if each.meeting == meeting.id]
    fitting = _by_initials(listed, written) if _INITIALS.match(written) else _by_name_or_role(listed, written)
    names = {each.name for each in fitting}
    return names.pop() if len(names) == 1 else None


def _by_initials(listed: Sequence[Attendance], written: str) -> list[Attendance]:
    stated = [each for each in listed if each.initials == written]
    return stated or [each for each in listed if not each.initials and initials_of(each.name) == written]


def _by_name_or_role(listed: Sequence[Attendance], written: str) -> list[Attendance]:
    name = split_name(written).name
    exact = [each for each in listed if fold_name(each.name) == fold_name(name)]
    if exact:
        return exact
    by_surname = [each for each in listed if fold_name(surname(each.name)) == fold_name(surname(name))]
    if by_surname and len(name.split()) == 1:
        return by_surname
    role = re.sub(r"^the\s+", "", written.strip(), flags=re.IGNORECASE).casefold()
    return [each for each in listed if each.role and role and role == each.role.casefold()]
