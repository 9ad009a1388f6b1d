"""Which of what documents say is of one person: by name and place, never by name where roles or places disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from corpus.namesakes import given_alike
from corpus.registry.affiliations import kin, printed
from corpus.registry.saidpeople import SaidKey, SaidPerson
from corpus.registry.standing import Standing

Companions = Mapping[str, frozenset[str]]

_Value = TypeVar("_Value")

FIRST = "the first paper to give this name"
BY_HAND = "told apart by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One person over all documents: each saying with the reason why it is of this person.

    ``pinned`` is the id of the person where somebody told by hand who it is.
    """

    said: tuple[tuple[SaidPerson, str], ...]
    pinned: str | None = None

    @property
    def fullest(self) -> SaidPerson:
        """The saying with the fullest name, from a list before prose."""
        return max((person for person, _ in self.said), key=fullness)


@dataclass(slots=True)
class _Person:
    """A person while sayings are being gathered, with all that they tell."""

    pinned: str | None = None
    said: list[tuple[SaidPerson, str]] = field(default_factory=list)
    given: set[tuple[str, ...]] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)
    standings: set[Standing] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    versions: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, said: SaidPerson, reason: str) -> _Person:
        person = cls()
        person.add(said, reason)
        return person

    def add(self, said: SaidPerson, reason: str) -> None:
        self.said.append((said, reason))
        self.given.add(said.given)
        self.homes.add(said.home)
        self.organisations.update(said.organisations)
        self.kin.update(*map(kin, said.organisations))
        self.standings.update([said.standing] if said.standing else [])
        self.sexes.update([said.sex] if said.sex else [])
        self.titles.update([said.title] if said.title else [])
        self.roles.update(role.casefold() for role in said.roles)
        self.versions.add(said.key.sha256)

    @property
    def name(self) -> str:
        return max((person for person, _ in self.said), key=fullness).name

    @property
    def is_full(self) -> bool:
        return any(len(word) > 1 for given in self.given for word in given)

    def contradicts(self, other: _Person) -> bool:
        """Whether the two can't be one in any place: other given names or sex, or one document tells them apart."""
        return (
            not self.versions.isdisjoint(other.versions)
            or not all(given_alike(mine, theirs) for mine in self.given for theirs in other.given)
            or _differ(self.sexes, other.sexes)
        )

    def disagrees(self, other: _Person) -> bool:
        """Whether roles or places speak against it: a member and an officer; two bodies and no role in common."""
        return _differ(self.standings, other.standings) or (
            _differ(self.kin, other.organisations) and self.roles.isdisjoint(other.roles)
        )


def gather(
    said: Sequence[SaidPerson], companions: Companions, pins: Mapping[SaidKey, str] | None = None
) -> tuple[Gathered, ...]:
    """The persons of ``said``, which all have one surname; each saying is of exactly one.

    ``companions`` holds by home those homes whose people are the same; ``pins`` the person of each saying that somebody
    placed by hand. A saying that fits several persons is linked to none of them and stays by itself.
    """
    persons = _pinned(said, pins or {})
    placed = {person.key for known in persons for person, _ in known.said}
    unplaced: list[_Person] = []
    for each in sorted((one for one in said if one.key not in placed), key=_first_things_first):
        _place(each, persons, unplaced, companions)
    return tuple(Gathered(said=tuple(person.said), pinned=person.pinned) for person in (*persons, *unplaced))


def fullness(said: SaidPerson) -> tuple[int, int, bool, bool]:
    """How much a name tells: words written out, words, whether a list gives it, whether it is no shouted heading."""
    return (
        sum(len(word) > 1 for word in said.given),
        len(said.given),
        said.listed,
        not said.name.isupper(),
    )


def _pinned(said: Iterable[SaidPerson], pins: Mapping[SaidKey, str]) -> list[_Person]:
    persons: dict[str, _Person] = {}
    for each in said:
        if person := pins.get(each.key):
            persons.setdefault(person, _Person(pinned=person)).add(each, BY_HAND)
    return list(persons.values())


def _first_things_first(said: SaidPerson) -> tuple[bool, bool, int, bool]:
    """Full names before initials before bare surnames, lists before prose; within that the order of the documents."""
    return not said.is_full, not said.given, -len(said.given), not said.listed


def _place(said: SaidPerson, persons: list[_Person], unplaced: list[_Person], companions: Companions) -> None:
    alone = _Person.of(said, FIRST)
    fitting = [(person, reason) for person in persons if (reason := _why_same(person, alone, said, companions))]
    if not fitting:
        persons.append(alone)
    elif len(fitting) == 1:
        fitting[0][0].add(said, fitting[0][1])
    elif said.is_full and _are_one([person for person, _ in fitting]):
        _join(persons, fitting, said)
    else:
        unplaced.append(_Person.of(said, _why_neither(person.name for person, _ in fitting)))


def _are_one(persons: Sequence[_Person]) -> bool:
    """Whether persons whom one saying fits by full name can all be one."""
    return all(
        one.is_full and other.is_full and not one.contradicts(other) and not one.disagrees(other)
        for at, one in enumerate(persons)
        for other in persons[at + 1 :]
    ) and not any(person.pinned for person in persons)


def _join(persons: list[_Person], fitting: Sequence[tuple[_Person, str]], said: SaidPerson) -> None:
    """Make one of the persons of ``fitting``, which ``said`` ties together."""
    (first, reason), *others = fitting
    first.add(said, "; ".join(dict.fromkeys(each for _, each in fitting)))
    for other, _ in others:
        for one, why in other.said:
            first.add(one, f"tied by a later paper that names {said.name}: {reason}" if why == FIRST else why)
        persons.remove(other)


def _why_same(person: _Person, alone: _Person, said: SaidPerson, companions: Companions) -> str | None:
    """Why ``said`` (``alone`` as a person) is of ``person``; ``None`` where it is not, or nothing tells that it is."""
    if person.contradicts(alone):
        return None
    near = not person.homes.isdisjoint({said.home} | companions.get(said.home, frozenset()))
    if near and person.disagrees(alone):
        return None
    if not said.given:
        return _by_surname(person, said) if near else None
    if near:
        return _by_name(person, said)
    return _by_organisation(person, said) if said.is_full and person.is_full else None


def _by_surname(person: _Person, said: SaidPerson) -> str | None:
    if said.title and person.titles and said.title not in person.titles:
        return None
    if not any(person.given):
        return f"the same surname{_in_papers(said)}"
    return f"nobody else in these papers is {said.name}"


def _by_name(person: _Person, said: SaidPerson) -> str:
    if said.given in person.given:
        trust = "" if said.listed else ", in prose only"
        return f"the same name{_in_papers(said)}{trust}"
    return f"{said.name} can only be {person.name} in these papers"


def _by_organisation(person: _Person, said: SaidPerson) -> str | None:
    if shared := said.organisations & person.organisations:
        return f"the same name, and both papers say of {printed(min(shared))}"
    if followed := said.organisations & person.kin:
        return f"the same name, and said to be of {printed(min(followed))}, which came right after or before"
    if visited := (said.organisations & person.homes) | (person.organisations & {said.home}):
        return f"the same name, and said to be of {printed(min(visited))}, whose own papers name the person"
    return None


def _differ(these: set[_Value], those: set[_Value]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(these) and bool(those) and these.isdisjoint(those)


def _in_papers(said: SaidPerson) -> str:
    return f" in papers of {said.publisher or printed(said.home)}"


def _why_neither(names: Iterable[str]) -> str:
    return f"fits {' and '.join(sorted(names))}, so it is linked to neither"


def companions_of(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """By home its companions, of pairs of homes."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {home: frozenset(others) for home, others in found.items()}
