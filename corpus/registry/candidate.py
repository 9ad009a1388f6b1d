"""A person while sayings are being gathered: all that they tell so far, and what speaks against one more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from corpus.namesakes import given_alike
from corpus.registry.affiliations import kin
from corpus.registry.saidpeople import SaidPerson
from corpus.registry.standing import Standing

_Value = TypeVar("_Value")


@dataclass(slots=True)
class Candidate:
    """Whom several sayings are of; ``number`` counts the candidates of one surname in the order of their making.

    A candidate without sayings is gone: it was made one with another.
    """

    number: int
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
    def alone(cls, said: SaidPerson, reason: str) -> Candidate:
        """One that only ``said`` is of, and that is no candidate for others yet."""
        person = cls(number=-1)
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

    def contradicts(self, other: Candidate) -> bool:
        """Whether the two can't be one in any place: other given names or sex, or one document tells them apart."""
        return (
            not self.versions.isdisjoint(other.versions)
            or not all(given_alike(mine, theirs) for mine in self.given for theirs in other.given)
            or _differ(self.sexes, other.sexes)
        )

    def disagrees(self, other: Candidate) -> bool:
        """Whether roles or places speak against it: a member and an officer; two bodies and no role in common."""
        return _differ(self.standings, other.standings) or (
            _differ(self.kin, other.organisations) and self.roles.isdisjoint(other.roles)
        )


def fullness(said: SaidPerson) -> tuple[int, int, bool, bool]:
    """How much a name tells: words written out, words, whether a list gives it, whether it is no shouted heading."""
    return (
        sum(len(word) > 1 for word in said.given),
        len(said.given),
        said.listed,
        not said.name.isupper(),
    )


def _differ(these: set[_Value], those: set[_Value]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(these) and bool(those) and these.isdisjoint(those)
