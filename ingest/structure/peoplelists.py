"""Lists of people in a paragraph or a line, taken apart into entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.names import PLACE_SURNAMES, WORD, split_name
from ingest.structure.people import ListedPerson, read_entry
from ingest.structure.peoplecolumns import dealt
from ingest.structure.peoplecuts import Part, masked_brackets, parts_of
from ingest.structure.remarks import ROLE_WORDS, is_organisation

_GROUP = re.compile(
    r"(?:(?P<tier>county|district|borough|city)\s+|(?:town|parish|community)\s+)?(?P<title>councillors|cllrs|clrs|messrs|drs|"
    r"professors|cynghorwyr)\b\.?:?\s*(?:\((?:\w+\s?){1,3}\)\s*)?",
    re.IGNORECASE,
)
_GROUP_LINE = re.compile(rf"{_GROUP.pattern}(?:present|in attendance)?\s?:?", re.IGNORECASE)
_TRAILING_GROUP = re.compile(r"(?:all )?(?P<title>councillors|cllrs|cynghorwyr)\.?", re.IGNORECASE)
_HEADS = re.compile(
    r"(?:(?P<public>members? of (?:the )?public|(?:the )?public|visitors)|officers?|also|members|others?|staff)"
    r"(?: (?:present|in attendance))?(?:\s*[-–—:]\s*|(?<=public)\s+(?=M(?:r|rs|s|iss)\b))",
    re.IGNORECASE,
)
"""What parts a group of the list from those before it."""
_NAMELESS = re.compile(
    r"(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|no|\d+|members? of|"
    r"representatives? (?:from|of))\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:were|was|had|have|has|noted|reported|agreed|welcomed|accepted|recorded|advised|resolved|will|would|"
    r"tendered|\w{4,14}wyd|is|are|been|be|[Tt]here|[Nn]o apologies|[Nn]one|[Nn]il)\b"
)
"""Words of sentences, in Welsh "derbyniwyd"; small letters, for Will is a name."""
_FULL_WORD = re.compile(WORD)
_TWO_NAMES = 4  # words: more than a name of the UK has, without particles
_COUPLE = re.compile(
    r"(?P<first>mr|dr|rev|sir)\.?\s{1,3}(?:&|and)\s{1,3}(?P<second>mrs|ms|miss|dr|lady)\b", re.IGNORECASE
)
_SERVES = re.compile(r"\b(?:clerk|rfo|minute[- ]taker|minute secretary|proper officer)\b", re.IGNORECASE)
_LADY = re.compile(r"(?:mrs|miss|ms)\b", re.IGNORECASE)
_OPEN_ROLE = re.compile(r"\b(?:of|for|to)\b")
_MANY = 3  # entries that show how a list addresses people
_LONGEST_ENTRY = 400  # characters that one person may take, role and body and all


@dataclass(frozen=True, slots=True)
class _Group:
    """People under one title: "Councillors A, Mrs B and C"; ``title`` is ``None`` after "Messrs"."""

    title: str | None = None
    open: bool = False
    tier: str | None = None  # "District Councillors": whose councillors they are
    ladies: bool = False  # women were told by "Mrs" or "Miss", which takes nobody out of the group

    def title_of(self, person: ListedPerson, part: Part, words: str, *, first: bool) -> tuple[str | None, _Group]:
        """The title of ``person`` and the group as it is afterwards: the "and" before its last name closes it."""
        if person.title is not None or not self.open:
            return person.title, self if first else _Group()
        if _SERVES.search(person.role or ""):
            return None, _Group()
        lady = bool(_LADY.match(words))
        if person.addressed and not (lady and (part.joined in {",", ";"} or self.ladies or first)):
            return None, _Group()
        if part.joined == "and" and not first:
            return self.title, _Group()
        return self.title, replace(self, ladies=self.ladies or lady)


def listed_people(text: str, *, among: bool = False) -> tuple[ListedPerson, ...]:
    """The persons that a paragraph or line of a list names, in order; nothing where it is no such list.

    Reads "Councillors A Smith (Chair), B Jones and C. Brown", "Jane Smith (JS) – Chief Officer, Northmere Council",
    "Cllr A Smith Cllr B Jones", "Jane Smith (JS) Lay Member Tom Ferris (TF) Chief Officer" and plain names.
    ``among`` says that names stand in the lines above: then "Jane Hall" is one.
    """
    masked = masked_brackets(text)
    if _PROSE.search(masked):
        return ()
    parts = tuple(parts_of(text, masked))
    people = tuple(dealt(_Entries(text, parts, among=among).read()))
    if len(parts) == 1 and people and not (people[0].is_whole or people[0].title):
        return ()
    whole = sum(person.is_whole or person.title is not None or person.note is not None for person in people)
    return people if whole * 2 >= len(people) else ()


def group_title(line: str) -> str | None:
    """The title that a line "Councillors" or "Cllrs present:" gives to the names below it."""
    match = _GROUP_LINE.fullmatch(line.strip())
    return _title_of(match["title"]) if match else None


class _Entries:
    """The state of reading the parts of one list: a part that names nobody goes on with the entry before it."""

    def __init__(self, text: str, parts: Sequence[Part], *, among: bool) -> None:
        self._text = text
        self._among = among
        self._parts = parts
        self._found: list[ListedPerson] = []
        self._titled = 0  # entries at the beginning that "all Councillors" behind them gave its title
        self._unaddressed = 0  # entries without one
        self._group = _Group()
        self._grouped = False  # what the last entry was read with
        self._guests = False
        self._open_at: int | None = None  # where the entry begins that the next part may go on with
        self._went_on = False  # and whether a part did

    def read(self) -> tuple[ListedPerson, ...]:
        for index, part in enumerate(self._parts):
            self._take(index, part)
        return tuple(self._found)

    def _take(self, index: int, part: Part) -> None:
        words, start = self._words(part), part.start
        if head := _HEADS.match(words):
            words, start = words[head.end() :], start + head.end()
            self._group, self._guests = _Group(), head["public"] is not None
        if self._found and (trailing := _TRAILING_GROUP.fullmatch(words.strip(" ."))):
            title = _title_of(trailing["title"])
            for at in range(self._titled, len(self._found)):
                self._found[at] = replace(self._found[at], title=self._found[at].title or title)
            self._titled = len(self._found)
            self._open_at = None
            return
        if begun := _GROUP.match(words):
            self._group = _Group(_title_of(begun["title"]), open=True, tier=begun["tier"])
            words, start = words[begun.end() :], start + begun.end()
        grouped = self._group.open or self._is_among_names()
        person = read_entry(words, start, grouped=grouped)
        if person and (begun or self._is_entry(person, index)):
            self._grouped = grouped
            self._add(person, part, words, first=begun is not None)
        elif self._open_at is not None and part.end - self._open_at <= _LONGEST_ENTRY and _goes_on(words, part):
            self._go_on(self._open_at, part)
        elif part.joined in {"and", ".", ";"}:
            self._open_at = None

    def _add(self, person: ListedPerson, part: Part, words: str, *, first: bool) -> None:
        address = person.address or (self._group.title or "Messrs" if self._group.open else None)
        tier = self._group.tier
        title, self._group = self._group.title_of(person, part, words, first=first)
        role = person.role or (f"{tier.capitalize()} {title}" if tier and title else None)
        person = replace(person, title=title, address=address, role=role, guest=self._guests)
        if couple := _COUPLE.match(words):
            person = replace(person, address=couple["second"])
            self._found.append(replace(person, address=couple["first"]))
        apart = list(_apart(person, self._text))
        self._unaddressed += sum(not each.address for each in apart)
        self._found.extend(apart)
        self._open_at, self._went_on = self._found[-1].start, False

    def _go_on(self, start: int, part: Part) -> None:
        last = self._found[-1]
        longer = read_entry(self._text[start : part.end], start, grouped=self._grouped)
        self._went_on = True
        if longer and longer.name == last.name:
            self._found[-1] = replace(longer, title=last.title, address=last.address, guest=last.guest)

    def _is_entry(self, person: ListedPerson, index: int) -> bool:
        """Whether a part that begins like a name is an entry, and not the rest of the one before it."""
        part = self._parts[index]
        if person.is_certain:
            return True
        if not self._found:
            return person.is_whole and person.name.split()[-1].lower() not in PLACE_SURNAMES
        if self._group.open:
            return True
        before = self._found[-1]
        after_bracket = self._text[before.end - 1] == ")"
        if part.joined == "and" and after_bracket and self._text[part.end - 1] == ")":
            return True  # "Ms C Vane (Director of Education) and Orme (Accountant)"
        if not person.is_whole:
            alone = person.note is None and part.joined in {",", ";"}
            return alone and self._is_among_names() and self._names_follow(index)
        if part.joined == "":
            return after_bracket and self._text[part.end - 1] == ")"
        if part.joined == ";" or (before.role is None and before.organisation is None):
            return True
        first = part.joined == "," and len(self._found) == 1  # a line of one person: "Ada Holt – Chair, Quayside"
        may_hold = self._went_on or first or (part.joined == "and" and bool(_OPEN_ROLE.search(before.role or "")))
        if after_bracket or not may_hold:
            return True
        if len(self._found) >= _MANY and not self._unaddressed:
            return False  # all are addressed
        # The words before are a role or a body, which may hold a comma or an "and": a name has words of its own, or a
        # role after it.
        following = self._following(index)
        own = person.role is not None or person.note is not None
        return own or (bool(ROLE_WORDS.search(following)) and read_entry(following) is None)

    def _names_follow(self, index: int) -> bool:
        """Whether the next part is a plain name: then a single name before it is a person whose surname is not told."""
        after = read_entry(self._following(index))
        return after is not None and after.is_whole and after.role is None

    def _following(self, index: int) -> str:
        return self._words(self._parts[index + 1]) if index + 1 < len(self._parts) else ""

    def _is_among_names(self) -> bool:
        """Whether the entry before is a plain name of two words: then "Jane Ward" after it is a person, and no ward."""
        if not self._found:
            return self._among
        before = self._found[-1]
        return before.is_whole and not before.addressed and before.note is None

    def _words(self, part: Part) -> str:
        return self._text[part.start : part.end]


def _apart(person: ListedPerson, text: str) -> Iterator[ListedPerson]:
    """Two persons whom a lost line end made one: "Tom Ferris Ruth Dell"."""
    words = person.name.split()
    if len(words) != _TWO_NAMES or not all(_FULL_WORD.fullmatch(word) for word in words):
        yield person
        return
    first, second = " ".join(words[:2]), " ".join(words[2:])
    border = person.start
    for word in words[:2]:
        border = text.index(word, border) + len(word)
    yield ListedPerson(name=first, title=person.title, start=person.start, end=border, address=person.address)
    yield replace(person, name=second, title=None, address=None, start=text.index(words[2], border))


def _title_of(word: str) -> str | None:
    return split_name(f"{word} Smith").title


def _goes_on(words: str, part: Part) -> bool:
    """Whether a part without a name may say more of the person before."""
    if part.joined in {".", ";"} or _NAMELESS.match(words):
        return False
    if part.joined == "and":
        return not words.lower().startswith(("the ", "a "))
    return bool(ROLE_WORDS.search(words)) or is_organisation(words.rstrip(". ")) or words[:1] in "([" or " " in words
