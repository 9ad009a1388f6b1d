"""Initials in minutes, resolved by that meeting's own list: "AY advised" is Alan Yates only where the list says so.

Initials that a list states are a person's wherever they stand in that meeting's paper. Others are looked at only where
they are used like a person's ("AY advised", "ACTION: AY", "AY/CW", the owner's cell of an action log): they may be
those of one name of the list, or are recorded as linked to nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.document import Attendance, Document, Meeting
from corpus.findings import RuleId, Unresolved
from corpus.logcolumns import action_columns
from corpus.names import POST_NOMINALS, initials_of, split_name
from corpus.spans import Span
from extract.person_naming import Naming
from extract.regexes import labelled
from extract.rulebook import word_list

_INITIALS = re.compile(
    r"[A-Z](?<![\w&.-].)(?<!\w['’].)(?:(?<!/.)|(?<=[A-Z]/.))[A-Z]{1,2}[a-z]{0,2}\b(?![&-])"  # a capital first: quick
)
_WITH_PARTICLE = re.compile(r"[A-Z][a-z]{1,4}[A-Z][A-Za-z]?")
"""As lists state them for names such as van der Vliet (AvdV): no initials unless a list states them."""
_NAME_BEFORE = re.compile(r"[a-z],?[ ]$")
_JOINED = re.compile(r"[ ]?[/,&+][ ]?|[ ]and[ ]")  # between the initials of several people
_BEFORE = 24  # characters before initials in which "ACTION: " and the like stand
_CAPITALS = re.compile(r"[ ][A-Z]{3}")  # the next word of a heading
_LONGEST_HEAD = 200  # characters of a row that heads a table
_OWNER = re.compile(r"owner|lead|who|responsib|assigned|officer|by", re.IGNORECASE)
"""In the head of every log that names owners: of other rows it need not be asked what they head."""
_RULE = RuleId("people.initials")

SHARED = "several people of this meeting's list have these initials"
NOT_LISTED = "nobody in this meeting's list has these initials"
NO_LIST = "this meeting has no list of people"


@dataclass(frozen=True, slots=True)
class InitialsFound:
    """What initials say: namings of people, and uses that the meeting's list does not resolve."""

    namings: tuple[Naming, ...]
    unresolved: tuple[Unresolved, ...]


def read_initials(document: Document) -> InitialsFound:
    """Each use of initials inside a paper that holds a meeting, by that meeting's own list."""
    namings: list[Naming] = []
    unresolved: list[Unresolved] = []
    owners = frozenset(_owner_cells(document)) if document.meetings else frozenset()
    explained = _Explained(document.text)
    for meeting in document.meetings:
        for found in _MeetingInitials.of(document, meeting, owners, explained).read():
            if isinstance(found, Naming):
                namings.append(found)
            else:
                unresolved.append(found)
    return InitialsFound(tuple(namings), tuple(unresolved))


class _Explained(dict[str, bool]):
    """Whether a text explains letters in brackets or sets an article before them: then they are a body's."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, letters: str) -> bool:
        found = self[letters] = any(f"{before}{letters}" in self._text for before in ("(", "the ", "The ", "“", '"'))
        return found


@dataclass(frozen=True, slots=True)
class _MeetingInitials:
    """The initials of one meeting's paper; ``stated`` in its list, ``derived`` from the names there."""

    text: str
    span: Span
    stated: Mapping[str, frozenset[str]]
    derived: Mapping[str, frozenset[str]]
    owners: frozenset[int]
    explained: _Explained

    @staticmethod
    def of(document: Document, meeting: Meeting, owners: frozenset[int], explained: _Explained) -> _MeetingInitials:
        paper = next((paper for paper in document.papers if paper.id == meeting.paper), None)
        listed = [line for line in document.attendance if line.meeting == meeting.id]
        return _MeetingInitials(
            text=document.text,
            span=paper.span if paper else meeting.span,
            stated=_by_initials((line.initials or "", line) for line in listed),
            derived=_by_initials((initials_of(line.name), line) for line in listed if not line.initials),
            owners=owners,
            explained=explained,
        )

    def read(self) -> Iterator[Naming | Unresolved]:
        """Every use of initials, linked or not, in order."""
        told_to = -1  # where the last initials end that are used like a person's
        for match in self._pattern().finditer(self.text, self.span.start, self.span.end):
            initials = match.group()
            names = self.stated.get(initials)
            if names is None:
                if not self._like_a_person(match, told_to):
                    continue
                names = self.derived.get(initials, frozenset())
            elif self._is_post_nominal(match):
                continue
            told_to = match.end()
            span = Span(match.start(), match.end())
            if len(names) == 1:
                (name,) = names
                yield Naming(span=span, name=name, title=None, rule=_RULE)
            else:
                reason = SHARED if names else NOT_LISTED if self.stated or self.derived else NO_LIST
                yield Unresolved(
                    span=span, as_written=initials, candidates=tuple(sorted(names)), reason=reason, rule=_RULE
                )

    def _pattern(self) -> re.Pattern[str]:
        """What can be initials here."""
        further = sorted(initials for initials in self.stated if _WITH_PARTICLE.fullmatch(initials))
        return re.compile(rf"{_INITIALS.pattern}|\b(?:{'|'.join(further)})\b(?![&-])") if further else _INITIALS

    def _like_a_person(self, match: re.Match[str], told_to: int) -> bool:
        """Whether initials that no list states are used as a person's are, and are no abbreviation."""
        initials = match.group()
        if initials in _abbreviations() or initials.lower() in POST_NOMINALS:
            return False
        start, end = match.span()
        if _CAPITALS.match(self.text, end):
            return False  # "POLICE ACTION AT THE QUAY"
        joined = told_to >= 0 and _JOINED.fullmatch(self.text, told_to, start) is not None
        marked = joined or start in self.owners or self._is_after_label(start)
        if not marked and not (self.stated and self._speaks(start, end)):
            return False
        return not self.explained[initials]

    def _is_after_label(self, start: int) -> bool:
        before = max(start - _BEFORE, self.span.start)
        return any(
            match.end() == start
            for rule in labelled("people", "initials-before")
            if rule.regex
            for match in rule.regex.finditer(self.text, before, start + 1)
        )

    def _speaks(self, start: int, end: int) -> bool:
        if not any(
            rule.regex and rule.regex.match(self.text, end)
            for rule in labelled("people", "after")
            if rule.value == "speech"
        ):
            return False
        before = self.text[max(start - _BEFORE, 0) : start].rsplit("\n", 1)[-1].split()
        return not before or not (before[-1].lower() in _ARTICLES or before[-1][:1].isupper())

    def _is_post_nominal(self, match: re.Match[str]) -> bool:
        return match.group().lower() in POST_NOMINALS and bool(
            _NAME_BEFORE.search(self.text, max(match.start() - 3, 0), match.start())
        )


_ARTICLES = frozenset("the a an our that this each every any its their".split())


def _by_initials(pairs: Iterator[tuple[str, Attendance]]) -> Mapping[str, frozenset[str]]:
    """The names that each initials of two letters or more stand for."""
    names: dict[str, set[str]] = defaultdict(set)
    for initials, line in pairs:
        if len(initials) > 1:
            names[initials].add(split_name(line.name).name)
    return {initials: frozenset(each) for initials, each in names.items()}


def _owner_cells(document: Document) -> Iterator[int]:
    """Where the words of each owner's cell of an action log begin."""
    column: int | None = None
    for block in document.blocks:
        if not block.cells:
            column = None
            continue
        row = document.quote(block.span)
        heads = (
            action_columns([document.quote(cell) for cell in block.cells])
            if len(row) < _LONGEST_HEAD and _OWNER.search(row)
            else {}
        )
        if heads:
            column = heads.get("owner")
        elif column is not None and column < len(block.cells):
            cell = document.quote(block.cells[column])
            yield block.cells[column].start + len(cell) - len(cell.lstrip())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word_list("abbreviations"))
