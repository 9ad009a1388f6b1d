"""What scorers share: annotated files, when two places are near, when two texts are alike, which entries are one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Entry = Mapping[str, Any]

_NEAR = {"line": 6, "page": 1}
_LEAST_OVERLAP = 0.6  # of the words of two texts that tell one thing
_IN_ALL_SENTENCES = frozenset("the of and a an to in for be that on is by with at as".split())


def read(path: Path) -> Entry:
    """The entries of a file; none where it is not there."""
    found: Entry = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def annotations(folder: Path) -> list[Path]:
    """The annotated papers of a folder."""
    return [path for path in sorted(folder.glob("*.json")) if path.name != "matters.json"]


def near(one: Entry, other: Entry) -> bool:
    """Whether two entries stand within 6 lines or a page of one another; so do those without a place."""
    for unit, slack in _NEAR.items():
        if isinstance(one.get(unit), int) and isinstance(other.get(unit), int):
            return bool(abs(one[unit] - other[unit]) <= slack)
    return True


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W_]+", text.casefold())


def overlap(one: str, other: str) -> float:
    """F1 of the words of two texts."""
    first, second = Counter(words(one)), Counter(words(other))
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if first and second else float(first == second)


def pairs(wanted: Sequence[Entry], told: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Which annotated entry is which told one by words and place, the likest first, each once; as indexes."""
    ranked = sorted(
        (
            (likeness, -first, -second)
            for first, one in enumerate(wanted)
            for second, other in enumerate(told)
            if near(one, other) and (likeness := overlap(_content(one), _content(other))) >= _LEAST_OVERLAP
        ),
        reverse=True,
    )
    left, right = set(range(len(wanted))), set(range(len(told)))
    for _, first, second in ranked:
        if -first in left and -second in right:
            left.remove(-first)
            right.remove(-second)
            yield -first, -second


def _content(entry: Entry) -> str:
    return " ".join(word for word in words(entry["text"]) if word not in _IN_ALL_SENTENCES)


def f1(right: int, gold: int, said: int) -> float:
    """F1 of ``right`` entries of those annotated and those told."""
    return 2 * right / (gold + said) if gold + said else 0.0
