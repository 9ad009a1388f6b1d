"""Whether two names can be those of one person: surname with surname, given names one by one, initials, short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from corpus.names import fold_name

PARTICLES = frozenset("van von de der den di da la le du al el bin ap ab".split())
_REMEMBERED = 10_000  # names last taken apart
_RUN_TOGETHER = re.compile(r"^[A-Z]{2,3}(?= [A-Z][a-z])")


@lru_cache(maxsize=_REMEMBERED)
def name_parts(name: str) -> tuple[tuple[str, ...], str]:
    """The folded given names and the surname (with its particles) of ``name``; "AB Finch" has two given names."""
    spaced = _RUN_TOGETHER.sub(lambda match: " ".join(match.group()), name)
    words = fold_name(spaced).split()
    at = len(words) - 1
    while at > 0 and words[at - 1] in PARTICLES:
        at -= 1
    return tuple(words[:at]), " ".join(words[at:])


def given_alike(given: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of folded given names can be one person's: equal, initials or short forms, one by one."""
    return all(_alike(mine, theirs) for mine, theirs in zip(given, other, strict=False))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return not _groups(one).isdisjoint(_groups(other))


def _groups(name: str) -> frozenset[int]:
    """The lines of the list of short forms that ``name`` stands in."""
    return _short_forms().get(name, frozenset())


@cache
def _short_forms() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = defaultdict(set)
    lines = (resources.files("corpus") / "nicknames.txt").read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines):
        if not line.startswith("#"):
            for name in line.lower().split():
                table[name].add(at)
    return {name: frozenset(rows) for name, rows in table.items()}
