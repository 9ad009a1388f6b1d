"""Who an action's owner is: initials, name or role, looked up in that meeting's own attendance list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from corpus.document import Attendance, Document, Meeting, MeetingId
from corpus.findings import BETWEEN_NAMES
from corpus.names import fold_name, initials_of, split_name, surname
from corpus.vocabulary import AttendanceStatus

_INITIALS = re.compile(r"^[A-Z]{1,2}[A-Za-z]?[A-Z][a-z]?$")
_INITIALS_IN_A_ROW = re.compile(r"^[A-Z]{2,3}(?: [A-Z]{2,3})+$")
_SEVERAL = re.compile(r"\s*(?:[,/&;+]|\band\b)\s*(?:and\s+)?")
_BEGINS = re.compile(r"\s*(?:[,/&]|\band\b)\s*|\s(?=The )")
_ARTICLE = re.compile(r"^(?:the|our|a)\s+", re.IGNORECASE)
_TITLED = re.compile(
    r"^(?:(?:County|District|Borough|City|Town|Parish|Ward|Community)\s+)?"
    r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|PCSO|Sgt|Revd?|Sir|Dame|Lord|Lady|Ald|Alderman)\b",
    re.IGNORECASE,
)
_PLACE_BEFORE_TITLE = re.compile(r"^(?:County|District|Borough|City|Town|Parish|Ward|Community)\s+(?=C)")
_CHAIR = re.compile(r"^chair(?:man|woman|person)?$", re.IGNORECASE)
_HOLDER = re.compile(
    r"\b(?:clerk|rfo|chair(?:man|woman|person)?|leader|secretary|treasurer|mayor|officers?|director|manager|lead|head|"
    r"nurse|chief|executive|solicitor|registrar|accountant|engineer|surveyor|planner|warden|convener|provost)\b",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\b(?:deputy|assistant|vice|sub)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"^(?:all|everyone|members|(?:all )?councillors|cllrs|officers|all (?:members|present)|"
    r"(?:(?:community|parish|town|borough|county|district|city) )?council|board|committee|panel|group|trust|"
    r"(?:executive|management|working|project) (?:team|group|party))$",
    re.IGNORECASE,
)


class Owners:
    """The owners of one document's actions: who is meant by what is written, by each meeting's own list."""

    def __init__(self, document: Document, bodies: Set[str] = frozenset()) -> None:
        """``bodies`` are abbreviations of bodies that the document names: they are nobody's initials."""
        listed: dict[MeetingId | None, list[Attendance]] = defaultdict(list)
        for each in document.attendance:
            listed[each.meeting].append(each)
        self._listed: Mapping[MeetingId | None, Sequence[Attendance]] = listed
        self._bodies = bodies

    def full_name(self, meeting: Meeting | None, written: str | None) -> str | None:
        """The full name of ``written`` by the list of ``meeting``, of several owners all names with "; " between.

        ``None`` where nobody or more than one person fits, or not each of several owners is told.
        """
        if not written or meeting is None:
            return None
        listed = self._listed.get(meeting.id, ())
        if name := _one(listed, written):
            return name
        names = [_one(listed, each) for each in _several(written)]
        told = [name for name in names if name]
        return BETWEEN_NAMES.join(dict.fromkeys(told)) if len(told) == len(names) > 1 else None

    def acting(self, meeting: Meeting | None, written: str) -> str | None:
        """The end of ``written`` that names people who can act at ``meeting``: titled, in its list, or holding a role.

        Of "Harbour, Cllr Orme" that is "Cllr Orme"; ``None`` where not even the last words name such people.
        """
        listed = self._listed.get(meeting.id, ()) if meeting else ()
        starts = [0, *(match.end() for match in _BEGINS.finditer(written))]
        for start in starts:
            if _with_role(listed, written[start:]):
                return written[start:]
            each = _several(written[start:])
            if each and all(self._is_person(listed, one) for one in each):
                return written[start:]
        return None

    def _is_person(self, listed: Sequence[Attendance], written: str) -> bool:
        bare = _ARTICLE.sub("", written)
        if _TITLED.match(bare) or is_collective(written) or _HOLDER.search(bare):
            return True
        if _INITIALS.match(written):
            initials_used = sum(bool(each.initials) for each in listed) > 1
            return bool(_by_initials(listed, written)) or not (initials_used or written in self._bodies)
        return bool(_fitting(listed, written))


def is_collective(written: str) -> bool:
    """Whether ``written`` names all members, or a body as a whole, rather than somebody."""
    return bool(_COLLECTIVE.match(_ARTICLE.sub("", written.strip())))


def _several(written: str) -> list[str]:
    """The owners that ``written`` holds, each with the title that stands before the first of them."""
    if _INITIALS_IN_A_ROW.match(written):
        return written.split()
    parts = [part for part in _SEVERAL.split(written.strip(" .")) if part]
    title = re.match(r"(?:Cllrs|Councillors)\b\.?", parts[0]) if parts else None
    if title is None:
        return parts
    return [part if _TITLED.match(part) or _HOLDER.search(part) else f"{title.group()} {part}" for part in parts]


def _one(listed: Sequence[Attendance], written: str) -> str | None:
    names = {each.name for each in _fitting(listed, written)}
    return names.pop() if len(names) == 1 else None


def _fitting(listed: Sequence[Attendance], written: str) -> Sequence[Attendance]:
    if _INITIALS.match(written):
        return _by_initials(listed, written)
    return _by_name(listed, written) or _by_role(listed, written)


def _by_initials(listed: Sequence[Attendance], written: str) -> Sequence[Attendance]:
    stated = [each for each in listed if each.initials == written]
    if stated:
        return stated
    wanted = written.upper()
    return [each for each in listed if not each.initials and initials_of(each.name).upper() == wanted]


def _by_name(listed: Sequence[Attendance], written: str) -> Sequence[Attendance]:
    name = split_name(_PLACE_BEFORE_TITLE.sub("", written)).name
    if not listed or not name:
        return ()
    folded = fold_name(name)
    if exact := [each for each in listed if fold_name(each.name) == folded]:
        return exact
    words = name.split()
    last = fold_name(surname(name))
    by_surname = [each for each in listed if fold_name(surname(each.name)) == last]
    if len(words) == 1:
        return by_surname or [each for each in listed if fold_name(each.name.split()[0]) == folded]
    return [each for each in by_surname if each.name.startswith(words[0].strip("."))]  # "J. Davies", "Rob Preston"


def _by_role(listed: Sequence[Attendance], written: str) -> Sequence[Attendance]:
    role = _ARTICLE.sub("", written.strip()).casefold()
    if not role:
        return ()
    if _CHAIR.match(role):
        chairs = [each for each in listed if each.status is AttendanceStatus.CHAIR]
        return chairs or list(_held(listed, re.compile(r"\bchair(?:man|woman|person)?\b", re.IGNORECASE), role))
    if exact := _with_role(listed, role):
        return exact
    if _HOLDER.search(role):
        return list(_held(listed, re.compile(rf"\b{re.escape(role)}\b", re.IGNORECASE), role))
    return ()


def _with_role(listed: Sequence[Attendance], written: str) -> Sequence[Attendance]:
    """Those whose role is just what is ``written``, which may hold "and": the Head of Leisure and Culture."""
    role = _ARTICLE.sub("", written.strip()).casefold()
    return [each for each in listed if each.role and each.role.casefold() == role]


def _held(listed: Iterable[Attendance], words: re.Pattern[str], role: str) -> Iterator[Attendance]:
    """Those whose longer role holds ``words`` ("Parish Clerk and RFO"); a deputy's only where ``role`` says so."""
    for each in listed:
        if each.role and words.search(each.role) and bool(_DEPUTY.search(each.role)) == bool(_DEPUTY.search(role)):
            yield each
