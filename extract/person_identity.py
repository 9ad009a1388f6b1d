"""Which namings of one document are one person's: by surname, given names or initials, never by a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.namesakes import given_alike, name_parts
from extract.person_naming import Naming

_MEN = frozenset({"mr", "sir", "lord"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})
_NOBLE = frozenset({"Lord", "Lady", "Baron", "Baroness"})
"""Titles of people who are not called without them."""
_BY_GIVEN_NAME = frozenset({"Sir", "Dame", "Dr"})
"""Titles that also stand before a given name alone: "Sir Stephen"."""


@dataclass(slots=True)
class Known:
    """A person of the document while its namings are being gathered."""

    given: tuple[str, ...]
    surname: str
    namings: list[Naming] = field(default_factory=list)

    def may_be(self, given: tuple[str, ...]) -> bool:
        """Whether ``given`` can be other given names of this person: equal, initials or short forms, one by one."""
        return given_alike(self.given, given)

    @property
    def name(self) -> str:
        """The fullest form of the name among the namings."""
        return max((each.name for each in self.namings), key=fullness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A naming that fits several persons equally, by their fullest names."""

    naming: Naming
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The persons of a document, and the namings that were linked to none of them."""

    persons: tuple[Known, ...]
    ambiguous: tuple[Ambiguous, ...]


def gather(namings: Iterable[Naming], same_list: Sequence[frozenset[str]] = ()) -> Gathered:
    """The persons of ``namings``; a naming that fits two of them equally is nobody's.

    ``same_list`` holds the folded names of each list: two names of one list are two persons.
    """
    return _Gathering(tuple(namings), same_list).gathered()


def fullness(name: str) -> tuple[int, bool, bool, int]:
    """How much ``name`` tells, for ordering: words that are no initials, not all in capitals, hyphens, letters."""
    words = name.replace("-", " ").split()
    return sum(len(word.strip(".")) > 1 for word in words), not name.isupper(), "-" in name, len(name)


class _Gathering:
    """The namings of a document on their way to persons: full names first, then surnames alone."""

    def __init__(self, namings: Sequence[Naming], same_list: Sequence[frozenset[str]]) -> None:
        self._same_list = same_list
        self._known: dict[str, list[Known]] = defaultdict(list)
        self._barrelled: dict[tuple[tuple[str, ...], str], list[Known]] = defaultdict(list)
        self._called: dict[str, list[Known]] = defaultdict(list)
        self._unclear: list[tuple[Naming, list[Known]]] = []
        self._groups: dict[tuple[tuple[str, ...], str], list[Naming]] = defaultdict(list)
        parts = {name: name_parts(name) for name in {each.name for each in namings}}
        barrelled = {surname for _, surname in parts.values() if "-" in surname}
        for naming in namings:
            self._groups[_hyphenated(*parts[naming.name], barrelled)].append(naming)

    def gathered(self) -> Gathered:
        """The persons, once all namings have found theirs."""
        full = [(*key, group) for key, group in self._groups.items() if key[0]]
        for given, surname, group in sorted(full, key=_group_fullness, reverse=True):
            self._join_full(given, surname, group)
        for (given, surname), group in self._groups.items():
            if not given:
                self._join_surname(surname, group)
        return Gathered(
            persons=tuple(self._all()),
            ambiguous=tuple(
                Ambiguous(naming=naming, candidates=tuple(person.name for person in persons))
                for naming, persons in self._unclear
            ),
        )

    def _all(self) -> Iterator[Known]:
        return (person for persons in self._known.values() for person in persons)

    def _add(self, person: Known) -> None:
        """Make ``person`` known: by surname, by given names and the first half of a double surname, by given name."""
        self._known[person.surname].append(person)
        halves = person.surname.split("-")
        for at in range(1, len(halves)):
            self._barrelled[person.given, "-".join(halves[:at])].append(person)
        if person.given:
            self._called[person.given[0]].append(person)

    def _join_full(self, given: tuple[str, ...], surname: str, group: list[Naming]) -> None:
        fitting = [
            person
            for person in self._known[surname]
            if person.may_be(given) and not self._listed_apart(person, given, surname) and not _other_sex(person, group)
        ]
        if not fitting and not self._known[surname]:
            fitting = self._barrelled.get((given, surname), [])
        if len(fitting) == 1:
            fitting[0].namings.extend(group)
        elif not fitting:
            self._add(Known(given, surname, list(group)))
        else:
            for naming in group:
                self._join_one(naming, _of_title(fitting, naming))

    def _join_surname(self, surname: str, group: list[Naming]) -> None:
        homeless: dict[str | None, list[Naming]] = defaultdict(list)
        for naming in group:
            persons = [person for person in self._known[surname] if not _other_sex(person, [naming])]
            if not self._known[surname]:
                persons = self._by_given_name(surname, naming)
            if naming.title in _NOBLE:
                persons = [person for person in persons if any(each.title == naming.title for each in person.namings)]
            if persons:
                self._join_one(naming, _of_title(persons, naming))
            else:
                homeless[_sex(naming)].append(naming)
        for namings in homeless.values():
            self._add(Known((), surname, namings))

    def _join_one(self, naming: Naming, persons: list[Known]) -> None:
        if len(persons) == 1:
            persons[0].namings.append(naming)
        else:
            self._unclear.append((naming, persons))

    def _by_given_name(self, name: str, naming: Naming) -> list[Known]:
        """The one person whom a title and the given name alone name: "Sir Stephen"."""
        if naming.title not in _BY_GIVEN_NAME:
            return []
        called = self._called.get(name, ())
        fitting = [person for person in called if any(each.title == naming.title for each in person.namings)]
        return fitting if len(fitting) == 1 else []

    def _listed_apart(self, person: Known, given: tuple[str, ...], surname: str) -> bool:
        name = " ".join((*given, surname))
        names = {" ".join((*person.given, person.surname)), *(_key(each.name) for each in person.namings)}
        return any(name in listed and not names.isdisjoint(listed) for listed in self._same_list)


def _hyphenated(given: tuple[str, ...], surname: str, barrelled: set[str]) -> tuple[tuple[str, ...], str]:
    """The parts of a name, with a double surname that is written with a hyphen elsewhere and without one here."""
    if len(given) > 1 and f"{given[-1]}-{surname}" in barrelled:
        return given[:-1], f"{given[-1]}-{surname}"
    return given, surname


def _of_title(persons: list[Known], naming: Naming) -> list[Known]:
    """Those of ``persons`` who are called by the title or form of address of ``naming``; all where none is."""
    for way in (naming.title, naming.honorific):
        called = [person for person in persons if any(way in (each.title, each.honorific) for each in person.namings)]
        if way and called:
            return called
    return persons


def _other_sex(person: Known, namings: Sequence[Naming]) -> bool:
    theirs = {_sex(naming) for naming in namings} - {None}
    mine = {_sex(naming) for naming in person.namings} - {None} if theirs else theirs
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _sex(naming: Naming) -> str | None:
    if naming.honorific in _MEN:
        return "man"
    return "woman" if naming.honorific in _WOMEN else None


def _group_fullness(group: tuple[tuple[str, ...], str, Sequence[Naming]]) -> tuple[int, int, bool, int]:
    given, surname, namings = group
    return sum(len(word) > 1 for word in given), len(given), "-" in surname, sum(naming.listed for naming in namings)


def _key(name: str) -> str:
    given, surname = name_parts(name)
    return " ".join((*given, surname))
