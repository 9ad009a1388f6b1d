"""Succession: whether one printed number follows on another, so that numbers of a paper tell what its own run is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.structure.numbering import INTEGERS, PrintedNumber, Scheme

Path = tuple[int, ...]

_SUFFIX = re.compile(r"(?<=\d)[a-z](?![a-z])")
_DIGITS = re.compile(r"\d+")
_YEARED = re.compile(r":#[/-]#$")
_LEAST_YEARED = 2  # minutes of a year that make a run
_LEAST_RUNNING = 3  # others: two days or two references may stand side by side
_MOST_SKIPPED = 3  # numbers that a run may leave out: items that were withdrawn, or that a reader lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A number taken apart: ``shape`` is all that isn't counted, ``values`` the figures, ``letter`` what hangs on.

    "41a/19" has the shape "#/#", the values (41, 19) and the letter "a".
    """

    shape: str
    values: Path
    letter: str


def counter(number: PrintedNumber) -> Counter:
    """``number`` taken apart; numbers with and without a stop are of one shape."""
    text = number.text.replace(" ", "") if number.scheme is Scheme.REFERENCE else number.text
    letters = _SUFFIX.findall(text)
    bare = _SUFFIX.sub("", text)
    shape = "#" if number.scheme in INTEGERS else f"{number.scheme}:{_DIGITS.sub('#', bare.lower())}"
    return Counter(shape=shape, values=_values(bare), letter=letters[0] if letters else "")


def steps(later: Counter, earlier: Counter) -> int | None:
    """How many steps of one run lie from ``earlier`` to ``later``: 0 for the same number again, ``None`` for no run.

    A run counts in one place only (HWB9, HWB10; 41/19, 42/19) and may give letters to parts of an item (4, 4a, 4b, 5).
    """
    if later.shape != earlier.shape or len(later.values) != len(earlier.values):
        return None
    grown = [new - old for new, old in zip(later.values, earlier.values, strict=True) if new != old]
    if not grown:
        return _letter_steps(later.letter, earlier.letter)
    if len(grown) > 1 or not 1 <= grown[0] <= _MOST_SKIPPED or later.letter not in ("", "a"):
        return None
    return grown[0]


def in_runs(counters: Mapping[int, Counter]) -> frozenset[int]:
    """The keys of those ``counters`` that stand in a run: with others that count on from them without a gap.

    Minutes are counted before their year (43/19, 44/19), all else in its last place (25/03/01, 25/03/02).
    """
    groups: dict[tuple[str, Path], dict[int, list[int]]] = {}
    for key, each in counters.items():
        at = 0 if _YEARED.search(each.shape) else len(each.values) - 1
        rest = (*each.values[:at], *each.values[at + 1 :])
        groups.setdefault((each.shape, rest), {}).setdefault(each.values[at], []).append(key)
    found: set[int] = set()
    for (shape, _), counted in groups.items():
        least = _LEAST_YEARED if _YEARED.search(shape) else _LEAST_RUNNING
        for stretch in _stretches(sorted(counted)):
            keys = [key for value in stretch for key in counted[value]]
            if len({(counters[key].values, counters[key].letter) for key in keys}) >= least:
                found.update(keys)
    return frozenset(found)


def _stretches(values: Sequence[int]) -> Iterator[list[int]]:
    """``values`` (ascending) parted where one is left out."""
    stretch: list[int] = []
    for value in values:
        if stretch and value != stretch[-1] + 1:
            yield stretch
            stretch = []
        stretch.append(value)
    if stretch:
        yield stretch


def decimal_path(number: PrintedNumber) -> Path:
    """The places of a decimal or integer number, without the noughts at its end: "3.0" is the path of "3"."""
    values = list(_values(_SUFFIX.sub("", number.text)))
    while len(values) > 1 and not values[-1]:
        values.pop()
    return tuple(values)


def supported(paths: Iterable[Path]) -> frozenset[Path]:
    """The paths that others of the paper bear out: a neighbour, a part, or the whole whose first it is."""
    known = frozenset(paths)
    wholes = {path[:-1] for path in known}
    return frozenset(
        path
        for path in known
        if path in wholes
        or {(*path[:-1], path[-1] - 1), (*path[:-1], path[-1] + 1)} & known
        or (path[:-1] in known and path[-1] <= 1)
    )


def _values(text: str) -> Path:
    return tuple(int(digits) for digits in _DIGITS.findall(text))


def _letter_steps(later: str, earlier: str) -> int | None:
    if later == earlier:
        return 0
    before = ord(earlier) if earlier else ord("a") - 1
    return 1 if later and ord(later) == before + 1 else None
