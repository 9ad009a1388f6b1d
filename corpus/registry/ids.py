"""Ids of persons: readable, and the same in every later run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from corpus.registry.persons import Gathered
from corpus.registry.saidpeople import SaidKey
from corpus.slugs import slug


def claim_ids(
    gathered: Sequence[Gathered], linked: Mapping[SaidKey, str], is_taken: Callable[[str], bool]
) -> tuple[tuple[str, Gathered], ...]:
    """Each person of ``gathered`` with an id.

    ``linked`` holds the person that each saying was linked to before: a person keeps the id that most of its sayings
    have, and whom somebody placed by hand the id that was given then. A new one is made of the body's name and the
    person's, with a number where ``is_taken`` says that somebody has it.
    """
    given: dict[int, str] = {at: person.pinned for at, person in enumerate(gathered) if person.pinned}
    kept = set(given.values())
    claims = [
        (count, -at, old)
        for at, person in enumerate(gathered)
        if at not in given
        for old, count in Counter(linked[said.key] for said, _ in person.said if said.key in linked).items()
    ]
    for _, behind, old in sorted(claims, reverse=True):
        if -behind not in given and old not in kept:
            given[-behind] = old
            kept.add(old)
    named = []
    for at, person in enumerate(gathered):
        if at not in given:
            given[at] = free_id(_base(person), lambda wanted: wanted in kept or is_taken(wanted))
            kept.add(given[at])
        named.append((given[at], person))
    return tuple(named)


def _base(person: Gathered) -> str:
    fullest = person.fullest
    publishers = Counter(said.publisher for said, _ in person.said if said.publisher)
    home = publishers.most_common(1)[0][0] if publishers else None
    return f"{slug(home or '') or 'body-not-named'}/{slug(fullest.name) or 'not-named'}"


def free_id(base: str, is_taken: Callable[[str], bool]) -> str:
    """``base``, or where that is taken the first of "base-2", "base-3" that is not."""
    number = 1
    while is_taken(found := base if number == 1 else f"{base}-{number}"):
        number += 1
    return found
