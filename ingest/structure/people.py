"""A line of a list of people, taken apart: name, title, initials, role, organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.bodies import organisation_kind
from corpus.names import INITIAL, PARTICLE, TITLE, WORD, is_name, split_name
from corpus.vocabulary import OrganisationKind

_NAME = (
    rf"(?:{INITIAL}\s*){{0,4}}(?:{PARTICLE}\s+){{0,2}}{WORD}"
    rf"(?:[ ]+(?:{PARTICLE}[ ]+){{0,2}}(?:{WORD}|{INITIAL}(?=\s)))*"
)
_LETTERS = r"(?:,?\s+(?:OBE|MBE|CBE|BEM|MP|MSP|QC|KC|JP|DL|QPM|EDC|KBE|DBE|CC|TD))*"
_ROLE_FIRST = r"(?i:(?:vice[- ])?chair(?:man|woman|person)?|(?:the\s+|deputy\s+)?(?:town\s+|parish\s+)?clerk|leader)"
_ENTRY = re.compile(
    rf"^(?:(?P<role>{_ROLE_FIRST})[:,]?\s+(?:[-–—]\s+)?)?(?P<title>(?:(?:(?i:the|hon|county|district|borough|town|"
    rf"parish|alternate)\s+)*{TITLE}\s+)*)(?P<name>{_NAME})"
    rf"{_LETTERS}\s*(?P<rest>.*)$",
    re.DOTALL,
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_INITIALS = re.compile(r"^[A-Z][A-Za-z]{0,3}[A-Z]?[a-z]?$")
_GROUP_TITLE = re.compile(
    r"^(?:(?P<county>county|district|borough|town)\s+)?(?P<title>councillors|cllrs|cllr|councillor|messrs|drs|"
    r"professors|"
    r"cynghorwyr)\b\.?:?\s*(?:\((?:\w+\s?){1,3}\)\s*)?",
    re.IGNORECASE,
)
_PLURAL_TITLE = re.compile(r"^(?:councillors|cllrs|messrs|drs|professors|cynghorwyr)\b", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*(?:[;,]\s*(?:(?:and|&)\s+)?|\n|\s+(?:and|&|a)\s+(?=[A-Z])|\s+and\s+|(?<=\))\s+(?=[A-Z][\w.]* ?[A-Z])|"
    r"(?<=[a-z]{3})\.\s+(?=[A-Z][a-z]{2}))\s*"
)
_OWN_ADDRESS = re.compile(rf"(?:(?i:mr|mrs|ms|miss|mx)|{_ROLE_FIRST})\b")
"""What says that the title of the group before does not reach as far as this entry."""
_NEXT_ROLE = re.compile(rf"\.\s+{_ROLE_FIRST}:")
_PUBLIC = re.compile(r"^(?:members? of (?:the )?public|officers?|also)(?: present)?\s*[-–—:]\s*", re.IGNORECASE)
_AND = re.compile(r"(?:and|&)\s")
_ROLE_DASH = re.compile(r"^\s*(?:[-–—:,]|\|)\s*")
_ROLE_WORDS = re.compile(
    r"\b(?:chair|chairman|chairperson|vice|leader|clerk|officer|director|manager|executive|head|lead|member|secretary|"
    r"treasurer|mayor|advis[eo]r|consultant|nurse|gp|doctor|practitioner|registrar|solicitor|counsel|accountant|"
    r"assistant|"
    r"representative|deputy|observer|minutes?|governor|associate|commissioner|coordinator|co-ordinator|administrator|"
    r"analyst|engineer|planner|inspector|portfolio|trustee|chaplain|substitut\w*|apprentice|president|convenor|"
    r"convener|"
    r"professor|dph|ceo|cfo|auditor|architect|surveyor|monitoring|specialist|partner|principal)\b",
    re.IGNORECASE,
)
_NOT_ENTRY = re.compile(
    r"\b(?:were|was|had|have|has|noted|received|reported|agreed|welcomed|accepted|recorded|advised|resolved|given|"
    r"tendered|"
    r"members of the public|no apologies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One person of a list; ``start`` and ``end`` are offsets in the text given, ``note`` is what brackets held."""

    name: str
    title: str | None
    start: int
    end: int
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None


def listed_people(text: str) -> tuple[ListedPerson, ...]:
    """The persons that a paragraph or line of a list names, in order; nothing where it is no such list.

    Reads "Councillors A Smith (Chair), B Jones and C. Brown", "Jane Smith (JS) – Chief Officer, Northmere Council"
    and plain names, one a line or parted by commas.
    """
    if is_single := _single(text):
        return (is_single,)
    return tuple(_run_on(text))


def row_person(cells: Sequence[str]) -> ListedPerson | None:
    """The person of a table row whose first cell (or the one after the initials) is the name."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if not filled:
        return None
    if len(filled) > 1 and _INITIALS.match(filled[0]) and len(filled[0]) <= 4 and is_name(split_name(filled[1]).name):
        person = row_person(filled[1:])
        return replace(person, initials=person.initials or filled[0]) if person else None
    entry = _entry(filled[0], 0)
    if entry is None or _NOT_ENTRY.search(filled[0]):
        return None
    role, organisation = entry.role, entry.organisation
    rest = filled[1:]
    if rest and not entry.initials and _INITIALS.match(rest[0]) and len(rest[0]) <= 4:
        entry = replace(entry, initials=rest[0])
        rest = rest[1:]
    if len(rest) == 1 and not role:
        role, organisation = role_and_organisation(rest[0])
    elif rest:
        organisation = (
            rest[-1] if len(rest) > 1 or organisation_kind(rest[-1]) is not OrganisationKind.OTHER else organisation
        )
        role = rest[0] if len(rest) > 1 or organisation is None else role
    if not rest and len(filled[0].split()) < 2:
        return None
    return replace(entry, role=role, organisation=organisation)


def role_and_organisation(text: str) -> tuple[str | None, str | None]:
    """A role and the organisation after it: "Clerk, Northmere Borough Council" is taken apart at the comma."""
    text = text.strip(" ,;.–—-")
    if not text:
        return None, None
    for match in reversed(list(re.finditer(r",\s*|\s+[-–—]\s+|\s+at\s+(?=[A-Z])", text))):
        head, tail = text[: match.start()].strip(), text[match.end() :].strip()
        if organisation_kind(tail) is not OrganisationKind.OTHER and not _ROLE_WORDS.search(tail.split(",")[0]):
            return head or None, tail
    if organisation_kind(text) is not OrganisationKind.OTHER and not _ROLE_WORDS.search(text):
        return None, text
    return text, None


def _single(text: str) -> ListedPerson | None:
    """A line that is one person: a name, then initials, role or organisation after brackets, a dash or a comma."""
    if "\n" in text or _NOT_ENTRY.search(text) or _NEXT_ROLE.search(text) or _PLURAL_TITLE.match(text):
        return None
    entry = _entry(text, 0)
    if entry is None or (len(entry.name.split()) < 2 and not entry.title):
        return None
    if re.search(r"[,;]|\band\b", text) and not (entry.initials or entry.role):
        return None
    if entry.role and (_AND.match(entry.role) or (not entry.initials and _looks_like_names(entry.role))):
        return None
    return entry


def _looks_like_names(rest: str) -> bool:
    """Whether what follows a first name is more names rather than a role."""
    parts = [part for part in _SEPARATOR.split(rest) if part]
    named = sum(is_name(split_name(_BRACKETS.sub("", part)).name) for part in parts)
    return bool(parts) and named * 2 > len(parts) and not (len(parts) == 1 and _ROLE_WORDS.search(rest))


def _run_on(text: str) -> Iterator[ListedPerson]:
    title: str | None = None
    closed = False  # the "and" before a group's last name has been passed: the title does not reach further
    parts = list(_parts(text))
    people: list[ListedPerson] = []
    for part, start in parts:
        words = part
        offset = start
        if closed:
            title, closed = None, False
        closed = bool(re.search(r"\b(?:and|&)\s*$", text[max(start - 6, 0) : start]))
        if group := _GROUP_TITLE.match(words):
            title = split_name(group["title"] + " Smith").title
            closed = False
            offset += group.end()
            words = words[group.end() :]
        if public := _PUBLIC.match(words):
            offset += public.end()
            words = words[public.end() :]
        entry = _entry(words, offset)
        if entry is None:
            if people and (_ROLE_WORDS.search(words) or organisation_kind(words) is not OrganisationKind.OTHER):
                people[-1] = _with_more(people[-1], words)
                title = None
            continue
        if not group and (entry.title or _OWN_ADDRESS.match(words)):
            title = None
        elif title and not entry.title:
            entry = replace(entry, title=title)
        people.append(entry)
    named = [person for person in people if person.title or len(person.name.split()) > 1 or person.note]
    if len(named) * 2 >= len(parts) and not (_NOT_ENTRY.search(text) and len(named) < 2):
        yield from people if len(people) > 1 or named else ()


def _with_more(person: ListedPerson, words: str) -> ListedPerson:
    role, organisation = role_and_organisation(words)
    return replace(
        person,
        role=", ".join(filter(None, (person.role, role))) or None,
        organisation=organisation or person.organisation,
    )


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The parts of a run-on list between commas, semicolons and "and"; brackets are never cut."""
    masked = _BRACKETS.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", text)
    at = 0
    for match in [*_SEPARATOR.finditer(masked), None]:
        end = match.start() if match else len(text)
        part = text[at:end]
        if part.strip(" ."):
            lead = len(part) - len(part.lstrip())
            yield part.strip(), at + lead
        at = match.end() if match else end


def _entry(text: str, offset: int) -> ListedPerson | None:
    """A name at the start of ``text`` and what is said of the person after it."""
    stripped = text.strip(" .,;•*-–")
    lead = text.find(stripped) if stripped else 0
    match = _ENTRY.match(stripped)
    if not match:
        return None
    written = split_name(match["title"] + match["name"])
    if not is_name(written.name):
        return None
    rest = match["rest"]
    if (loose := re.match(r"([A-Z][A-Za-z]{1,3})\s+(?=[A-Z])", rest)) and _is_initials(loose[1], written.name):
        rest = f"({loose[1]}) – {rest[loose.end() :]}"
    if rest and not (rest[0] in "(,-–—:|" or _ROLE_WORDS.match(rest) or rest[0] == "."):
        return None
    brackets = [inner.strip() for inner in _BRACKETS.findall(rest)]
    initials = next((inner for inner in brackets if _is_initials(inner, written.name)), None)
    said = [inner for inner in brackets if inner != initials]
    after = _ROLE_DASH.sub("", _BRACKETS.sub(" ", rest)).strip(" ,;.–—-")
    role, organisation = role_and_organisation(" ".join(after.split()))
    if role is None and match["role"]:
        role = match["role"]
    if role is None and said:
        role, inner_organisation = role_and_organisation(said[0])
        organisation = organisation or inner_organisation
    start = offset + max(lead, 0)
    return ListedPerson(
        name=" ".join(written.name.split()),
        title=written.title,
        start=start,
        end=start + len(stripped),
        initials=initials,
        role=role,
        organisation=organisation,
        note="; ".join(filter(None, [match["role"], *said, after])) or None,
    )


def _is_initials(inner: str, name: str) -> bool:
    """Whether a bracket after ``name`` holds the initials that the minutes use for the person."""
    return (
        bool(_INITIALS.match(inner))
        and len(inner) <= 5
        and inner[0].upper() in {word[0].upper() for word in name.split()}
        and (sum(char.isupper() for char in inner) >= 2)
    )
