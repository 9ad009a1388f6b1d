"""Settles whose meetings papers tell of that name no body, or no publisher. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from corpus.bodies import is_short_for
from corpus.coverage.reading import Facts, HeldFact, MentionFact, Named

_Keyed = dict[str, Named]  # bodies by their keys
_Fact = TypeVar("_Fact", HeldFact, MentionFact)


def settled(facts: Facts) -> Facts:
    """``facts`` with every body that can be known; a paper of a meeting whose body can't be is counted as unplaced."""
    meant = {**_published(facts), **_supposed(facts.bodies)}
    return Facts(
        held=tuple(_moved(facts.held, meant)),
        mentions=tuple(_moved(facts.mentions, meant)),
        unplaced=facts.unplaced + sum(1 for fact in facts.held if fact.paper.meeting and _is_nobodys(fact, meant)),
    )


def _moved(facts: Iterable[_Fact], meant: Mapping[Named, Named | None]) -> Iterator[_Fact]:
    """``facts``, each of the body that is meant; without those of nobody."""
    for fact in facts:
        body = meant.get(fact.body, fact.body)
        if body is not None:
            yield fact if body is fact.body else replace(fact, body=body)


def _is_nobodys(fact: HeldFact, meant: Mapping[Named, Named | None]) -> bool:
    return meant.get(fact.body, fact.body) is None


def _supposed(told: Iterable[Named]) -> dict[Named, Named | None]:
    """Of bodies that no paper names: the only one in whose papers they stand; none where there are several."""
    named: dict[str, _Keyed] = defaultdict(dict)
    for body in told:
        if not body.supposed:
            named[body.home].setdefault(body.key, body)
    return {
        body: next(iter(named[body.home].values()), body) if len(named[body.home]) <= 1 else None
        for body in told
        if body.supposed
    }


def _published(facts: Facts) -> dict[Named, Named | None]:
    """Of bodies whose publisher is not told: the one of that name that met on the same day.

    Where all papers that tell their publisher have the same, also the one of this publisher that the name is short for.
    """
    met: dict[tuple[str, str], _Keyed] = defaultdict(dict)
    bodies: _Keyed = {}
    homes = {fact.body.home for fact in facts.held if fact.body.published}
    for fact in facts.held:
        if fact.body.published and not fact.body.supposed:
            met[(fact.body.form, fact.date)].setdefault(fact.body.key, fact.body)
            bodies.setdefault(fact.body.key, fact.body)
    could_be: dict[Named, _Keyed] = defaultdict(dict)
    for fact in facts.held:
        if not fact.body.published:
            could_be[fact.body].update(met.get((fact.body.form, fact.date), {}))
            if len(homes) == 1:
                could_be[fact.body].update(
                    (key, body) for key, body in bodies.items() if is_short_for(fact.body.name, body.name)
                )
    return {body: next(iter(keyed.values())) for body, keyed in could_be.items() if len(keyed) == 1}
