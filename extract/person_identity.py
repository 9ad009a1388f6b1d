"""Which namings of one document are one person's: by surname, given names or initials, never by a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.namesakes import given_alike, name_parts
from extract.person_naming import Naming

_MEN = frozenset({"mr", "sir"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame"})


@dataclass(slots=True)
class Known:
    """A person of the document while its namings are being gathered."""

    given: tuple[str, ...]
    surname: str
    namings: list[Naming] = field(default_factory=list)

    def may_be(self, given: tuple[str, ...]) -> bool:
        """Whether ``given`` can be other given names of this person: equal, initials or short forms, one by one."""
        return given_alike(self.given, given)


def gather(namings: Iterable[Naming], same_list: Sequence[frozenset[str]] = ()) -> list[Known]:
    """The persons of ``namings``; a naming that fits two of them equally is left out.

    ``same_list`` holds the folded names of each list: two names of one list are two persons.
    """
    by_name: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_name[_key(naming.name)].append(naming)
    known: dict[str, list[Known]] = defaultdict(list)
    full = [group for group in by_name.values() if name_parts(group[0].name)[0]]
    for group in sorted(full, key=_fullness, reverse=True):
        _join_full(group, known, same_list)
    for group in by_name.values():
        if not name_parts(group[0].name)[0]:
            _join_surname(group, known)
    return [person for persons in known.values() for person in persons]


def _join_full(group: list[Naming], known: dict[str, list[Known]], same_list: Sequence[frozenset[str]]) -> None:
    given, surname = name_parts(group[0].name)
    fitting = [
        person
        for person in known[surname]
        if person.may_be(given) and not _listed_apart(person, group[0], same_list) and not _other_sex(person, group)
    ]
    if len(fitting) == 1:
        fitting[0].namings.extend(group)
    elif not fitting:
        known[surname].append(Known(given, surname, list(group)))


def _join_surname(group: list[Naming], known: dict[str, list[Known]]) -> None:
    _, surname = name_parts(group[0].name)
    homeless: dict[str | None, list[Naming]] = defaultdict(list)
    for naming in group:
        persons = [person for person in known[surname] if not _other_sex(person, [naming])]
        if len(persons) > 1 and naming.title:
            persons = [person for person in persons if any(each.title == naming.title for each in person.namings)]
        if len(persons) == 1:
            persons[0].namings.append(naming)
        elif not persons and not known[surname]:
            homeless[_sex(naming)].append(naming)
    for namings in homeless.values():
        known[surname].append(Known((), surname, namings))


def _listed_apart(person: Known, naming: Naming, same_list: Sequence[frozenset[str]]) -> bool:
    name = _key(naming.name)
    names = {_key(each.name) for each in person.namings}
    return any(name in listed and not names.isdisjoint(listed) for listed in same_list)


def _other_sex(person: Known, namings: Sequence[Naming]) -> bool:
    mine = {_sex(naming) for naming in person.namings} - {None}
    theirs = {_sex(naming) for naming in namings} - {None}
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _sex(naming: Naming) -> str | None:
    if naming.honorific in _MEN:
        return "man"
    return "woman" if naming.honorific in _WOMEN else None


def _fullness(group: Sequence[Naming]) -> tuple[int, int, int]:
    given, _ = name_parts(group[0].name)
    return sum(len(word) > 1 for word in given), len(given), sum(naming.listed for naming in group)


def _key(name: str) -> str:
    given, surname = name_parts(name)
    return " ".join((*given, surname))
