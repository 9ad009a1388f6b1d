"""Which of what documents say is of one person: by name and place, never by name where roles or places disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.registry.affiliations import kin, printed
from corpus.registry.candidate import Candidate, fullness
from corpus.registry.saidpeople import SaidKey, SaidPerson

Companions = Mapping[str, frozenset[str]]

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


def gather(
    said: Sequence[SaidPerson], companions: Companions, pins: Mapping[SaidKey, str] | None = None
) -> tuple[Gathered, ...]:
    """The persons of ``said``, which all have one surname; each saying is of exactly one.

    ``companions`` holds by home those homes whose people are the same; ``pins`` the person of each saying that somebody
    placed by hand. A saying that fits several persons is linked to none of them and stays by itself.
    """
    gathering = _Gathering(companions)
    pins = pins or {}
    for each in said:
        if person := pins.get(each.key):
            gathering.pin(each, person)
    for each in sorted((one for one in said if one.key not in pins), key=_first_things_first):
        gathering.place(each)
    return gathering.persons()


class _Gathering:
    """The candidates so far, found by the homes and bodies that they share with a saying."""

    def __init__(self, companions: Companions) -> None:
        self._companions = companions
        self._candidates: list[Candidate] = []
        self._unplaced: list[Candidate] = []
        self._by_key: dict[str, dict[int, Candidate]] = defaultdict(dict)
        self._pinned: dict[str, Candidate] = {}

    def persons(self) -> tuple[Gathered, ...]:
        """All candidates, then all that is linked to nobody."""
        found = (*self._candidates, *self._unplaced)
        return tuple(Gathered(said=tuple(each.said), pinned=each.pinned) for each in found if each.said)

    def pin(self, said: SaidPerson, person: str) -> None:
        """Give ``said`` to ``person`` (an id), whatever it tells."""
        if person not in self._pinned:
            self._pinned[person] = self._new(pinned=person)
        self._add(self._pinned[person], said, BY_HAND)

    def place(self, said: SaidPerson) -> None:
        """Give ``said`` to the one candidate that it fits; make one of those that it ties; or let it stay alone."""
        alone = Candidate.alone(said, FIRST)
        fitting = [
            (person, reason)
            for person in self._near(said)
            if (reason := _why_same(person, alone, said, self._companions))
        ]
        if not fitting:
            self._add(self._new(), said, FIRST)
        elif len(fitting) == 1:
            self._add(fitting[0][0], said, fitting[0][1])
        elif said.is_full and _are_one([person for person, _ in fitting]):
            self._tie(fitting, said)
        else:
            self._unplaced.append(Candidate.alone(said, _why_neither(person.name for person, _ in fitting)))

    def _near(self, said: SaidPerson) -> list[Candidate]:
        """The candidates that share a home, a companion of it or a body with ``said``, in the order of their making."""
        keys = {said.home, *self._companions.get(said.home, ()), *said.organisations}
        found: dict[int, Candidate] = {}
        for key in keys:
            found.update(self._by_key.get(key, {}))
        return [found[number] for number in sorted(found) if found[number].said]

    def _new(self, pinned: str | None = None) -> Candidate:
        made = Candidate(number=len(self._candidates), pinned=pinned)
        self._candidates.append(made)
        return made

    def _add(self, person: Candidate, said: SaidPerson, reason: str) -> None:
        person.add(said, reason)
        for key in (said.home, *said.organisations, *(other for each in said.organisations for other in kin(each))):
            self._by_key[key][person.number] = person

    def _tie(self, fitting: Sequence[tuple[Candidate, str]], said: SaidPerson) -> None:
        """Make one of the persons of ``fitting``, which ``said`` ties together."""
        (first, reason), *others = fitting
        self._add(first, said, "; ".join(dict.fromkeys(each for _, each in fitting)))
        tied = f"tied by a later paper that names {said.name}: {reason}"
        for other, _ in others:
            for one, why in other.said:
                self._add(first, one, tied if why == FIRST else why)
            other.said.clear()


def _first_things_first(said: SaidPerson) -> tuple[bool, bool, int, bool]:
    """Full names before initials before bare surnames, lists before prose; within that the order of the documents."""
    return not said.is_full, not said.given, -len(said.given), not said.listed


def _are_one(persons: Sequence[Candidate]) -> bool:
    """Whether persons whom one saying fits by full name can all be one."""
    return all(
        one.is_full and other.is_full and not one.contradicts(other) and not one.disagrees(other)
        for at, one in enumerate(persons)
        for other in persons[at + 1 :]
    ) and not any(person.pinned for person in persons)


def _why_same(person: Candidate, alone: Candidate, said: SaidPerson, companions: Companions) -> str | None:
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


def _by_surname(person: Candidate, said: SaidPerson) -> str | None:
    if said.title and person.titles and said.title not in person.titles:
        return None
    if not any(person.given):
        return f"the same surname{_in_papers(said)}"
    return f"nobody else in these papers is {said.name}"


def _by_name(person: Candidate, said: SaidPerson) -> str:
    if said.given in person.given:
        trust = "" if said.listed else ", in prose only"
        return f"the same name{_in_papers(said)}{trust}"
    return f"{said.name} can only be {person.name} in these papers"


def _by_organisation(person: Candidate, said: SaidPerson) -> str | None:
    if shared := said.organisations & person.organisations:
        return f"the same name, and both papers say of {printed(min(shared))}"
    if followed := said.organisations & person.kin:
        return f"the same name, and said to be of {printed(min(followed))}, which came right after or before"
    if visited := (said.organisations & person.homes) | (person.organisations & {said.home}):
        return f"the same name, and said to be of {printed(min(visited))}, whose own papers name the person"
    return None


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
