"""Whether two namings in one paper are the same person's: "Mr R Love", "Rory Love", "Councillor Love"."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.names import fold_name
from ingest.structure.people import ListedPerson

_ADDRESS = {"m": {"mr", "sir"}, "f": {"mrs", "ms", "miss", "dame", "lady"}}


class Known:
    """The persons whom a paper has named so far, by surname: only those of the same one are compared."""

    def __init__(self, people: Iterable[ListedPerson] = ()) -> None:
        self._people: dict[str, list[ListedPerson]] = {}
        for person in people:
            self.add(person)

    def add(self, person: ListedPerson) -> None:
        self._people.setdefault(_surname(person), []).append(person)

    def find(self, person: ListedPerson) -> ListedPerson | None:
        """The first of them who is ``person``."""
        alike = self._people.get(_surname(person), ())
        return next((other for other in alike if same_person(person, other)), None)


def same_person(one: ListedPerson, other: ListedPerson) -> bool:
    """Whether surnames agree and no first name, initial or form of address speaks against it."""
    if {_sex(one), _sex(other)} == {"f", "m"}:
        return False
    ones, others = fold_name(one.name).split(), fold_name(other.name).split()
    if not ones or not others or ones[-1] != others[-1]:
        return False
    return all(_agree(first, second) for first, second in zip(ones[:-1], others[:-1], strict=False))


def _surname(person: ListedPerson) -> str:
    return fold_name(person.name).rpartition(" ")[2]


def _sex(person: ListedPerson) -> str | None:
    """What "Mr" and "Mrs" tell; "Ms J Vane" and "Mr J Vane" are two people."""
    words = (person.address or "").lower().replace(".", "").split()
    return next((sex for sex, forms in _ADDRESS.items() if forms & set(words)), None)


def _agree(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second or first.startswith(second) or second.startswith(first)
