"""Which body a name is of: the rules, each with its reason in words, never one over two that could be meant.

The rules look at one name at a time, with what is known of whole papers (``Known``), so that the order in which
documents are read changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from corpus import gazetteer
from corpus.bodies import fold_organisation
from corpus.gazetteer import BodyId, PublicBody
from corpus.registry.bodynames import (
    council_places,
    is_abbreviation,
    is_anybodys,
    is_committee,
    is_common,
    of_owner,
    tells_place,
)
from corpus.registry.saidbodies import SaidBody
from corpus.vocabulary import OrganisationKind

NO_PUBLISHER = "papers:"
"""Begins the keys of bodies in papers that name no publisher; what takes its place follows."""

# "Northmere Planning Committee" is the council's; "Northmere Housing Group" may be anybody's.
_COUNCILS_HAVE = re.compile(r"\b(?:committee|cabinet|wellbeing board|scrutiny (?:board|panel|commission))$")
# Those that have boards whose papers are published; "Shelter Group" is not the group of a charity.
_HAVE_BOARDS = frozenset(
    {
        OrganisationKind.COUNCIL,
        OrganisationKind.CCG,
        OrganisationKind.ICS,
        OrganisationKind.NHS_TRUST,
        OrganisationKind.NHS_NATIONAL,
        OrganisationKind.GOVERNMENT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A body: ``key`` tells it from all others, ``name`` is what it is called where no paper names it better.

    ``owner`` is the body that it is a board or committee of; ``public`` what the gazetteer knows of it.
    """

    key: str
    name: str
    owner: Placed | None = None
    public: PublicBody | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody said by hand that a name means, and when (ISO date)."""

    body: Placed
    day: str


class Known(Protocol):
    """What is known of the whole corpus; all names are folded."""

    def by_hand(self, form: str, owner: str | None) -> Ruling | None:
        """What ``form`` means by hand, in papers of the body with the key ``owner`` or (``None``) in all papers."""

    def named(self, name: str) -> tuple[str, ...]:
        """The homes of papers that are called ``name``."""

    def placed(self, name: str) -> tuple[str, ...]:
        """The homes of papers that are councils of the place ``name``."""

    def called(self, home: str) -> str:
        """How papers of ``home`` write its name."""

    def defined(self, home: str, short: str) -> tuple[SaidBody, ...]:
        """What papers of ``home`` explain the abbreviation ``short`` to stand for, each name once."""


Reasoned = tuple[Placed, str]


def which_body(said: SaidBody, known: Known) -> Reasoned:
    """The body that ``said`` is of, and why."""
    home = _home(said, known)
    return (
        _by_hand(said, home, known)
        or _itself(said, home)
        or (_by_abbreviation(said, home, known) if is_abbreviation(said.name) else None)
        or _by_gazetteer(said, home)
        or (_by_owner(said, home, known) if is_committee(said.form) else None)
        or _by_alias(said)
        or _by_name(said, home)
    )


def body_of_home(home: str, known: Known) -> Placed:
    """The body that ``home`` (one that is a body) stands for."""
    if public := gazetteer.by_id().get(BodyId(home)):
        return of_public(public)
    ruling = known.by_hand(home, None)
    return ruling.body if ruling else Placed(key=f"name:{home}", name=known.called(home))


def of_public(public: PublicBody) -> Placed:
    """A body of the gazetteer."""
    return Placed(key=f"public:{public.id}", name=public.name, public=public)


def of_papers(name: str, home: str | None, owner: Placed | None) -> Placed:
    """A body that is called ``name`` (folded) in the papers of ``owner``, or of what takes its place (``home``)."""
    whose = owner.key if owner else f"{NO_PUBLISHER}{home}"
    return Placed(key=f"{whose}:{name}", name=name, owner=owner)


def _home(said: SaidBody, known: Known) -> Placed | None:
    return body_of_home(said.home, known) if said.of_body else None


def _by_hand(said: SaidBody, home: Placed | None, known: Known) -> Reasoned | None:
    here = known.by_hand(said.form, home.key) if home else None
    ruling = here or known.by_hand(said.form, None)
    if ruling is None:
        return None
    scope = f" in papers of {home.name}" if here and home else ""
    return ruling.body, f"“{said.name}” means {ruling.body.name}{scope}, by hand on {ruling.day}"


def _itself(said: SaidBody, home: Placed | None) -> Reasoned | None:
    if home and (said.form == said.home or _means_itself(said.form, home)):
        return home, f"the body whose papers these are: {home.name}"
    return None


def _means_itself(name: str, home: Placed) -> bool:
    """Whether papers of Northmere County Council mean that by ``name``: "the County Council", "Northmere CC"."""
    full = fold_organisation(home.name)
    ends = (full, full.replace(" nhs ft", " nhs foundation trust"))
    is_end = is_common(name) and any(end.endswith(f" {name}") for end in ends)
    return is_end or name == full or name in _with_initials(full)


def _with_initials(name: str) -> Iterator[str]:
    """``name`` with its last words by their first letters: "northmere cc"."""
    words = name.split()
    for kept in range(1, len(words) - 1):
        yield " ".join((*words[:kept], "".join(word[0] for word in words[kept:])))


def _by_abbreviation(said: SaidBody, home: Placed | None, known: Known) -> Reasoned | None:
    explained = known.defined(said.home, said.form)
    meant = {placed.key: placed for placed, _ in (which_body(each, known) for each in explained)}
    if len(meant) == 1:
        (placed,) = meant.values()
        return placed, f"papers of {_whose(home)} explain {said.name} as {placed.name}"
    return _neither(said, home, (placed.name for placed in meant.values())) if meant else None


def _by_gazetteer(said: SaidBody, home: Placed | None) -> Reasoned | None:
    candidates = gazetteer.candidates(said.name, said.date)
    if len(candidates) > 1:
        return _neither(said, home, (each.name for each in candidates))
    if not candidates:
        return None
    (public,) = candidates
    called = "its name" if fold_organisation(public.name) == said.form else f"“{said.name}” is {public.name}"
    return of_public(public), f"{called}, as the gazetteer of public bodies knows"


def _by_owner(said: SaidBody, home: Placed | None, known: Known) -> Reasoned | None:
    """A board or committee with its council or trust before it: "Northmere Health and Wellbeing Board"."""
    for owner_name, bare in of_owner(said.form):
        owners = {owner.key: owner for owner in _owners(owner_name, bare, said.date, home, known)}
        if home and home.key in owners:
            owners = {home.key: home}
        if len(owners) > 1:
            return _neither(said, home, (f"{owner.name}'s {bare}" for owner in owners.values()))
        if owners:
            (owner,) = owners.values()
            return of_papers(bare, None, owner), f"the {bare} of {owner.name}"
    return None


def _owners(name: str, bare: str, date: str | None, home: Placed | None, known: Known) -> Iterable[Placed]:
    """The bodies that ``name`` means before ``bare``; where it is only a place, the councils of it."""
    councils_have_it = is_common(bare) and _COUNCILS_HAVE.search(bare)
    ruling = (known.by_hand(name, home.key) if home else None) or known.by_hand(name, None)
    if ruling:
        yield ruling.body
        return
    if home and _means_itself(name, home):
        yield home
    for named in known.named(name):
        yield body_of_home(named, known)
    for placed in known.placed(name):
        council = body_of_home(placed, known)
        if councils_have_it or (home and council.key == home.key):
            yield council
    public = gazetteer.find(name, date)
    if public and public.kind in _HAVE_BOARDS:
        yield of_public(public)
    if councils_have_it:
        councils = council_places().get(name, ())
        yield from map(of_public, [each for each in councils if date and each.existed(date)] or councils)


def _by_alias(said: SaidBody) -> Reasoned | None:
    """The body that the gazetteer knows by another full name that the paper gives."""
    found = {
        public.id: (public, alias)
        for alias in said.aliases
        if not is_abbreviation(alias)
        and not is_common(fold_organisation(alias))
        and (public := gazetteer.find(alias, said.date))
    }
    if len(found) != 1:
        return None
    ((public, alias),) = found.values()
    return of_public(public), f"the paper calls it “{alias}” too, which is {public.name}"


def _by_name(said: SaidBody, home: Placed | None) -> Reasoned:
    if tells_place(said.form) or not (is_committee(said.form) or is_anybodys(said.name)):
        return Placed(key=f"name:{said.form}", name=said.name), "its name, which no other body is known to have"
    return _of_home(said, home), f"its name in the papers of {_whose(home)}"


def _neither(said: SaidBody, home: Placed | None, names: Iterable[str]) -> Reasoned:
    could_be = " or ".join(sorted(set(names)))
    return _of_home(said, home), f"“{said.name}” could be {could_be}, so it is linked to neither"


def _of_home(said: SaidBody, home: Placed | None) -> Placed:
    return of_papers(said.form, said.home, home)


def _whose(home: Placed | None) -> str:
    return home.name if home else "the same publisher, which they don't name"
