"""Scores the declarations of interest that `minuted analyse` finds against those that people annotated.

    python tests/declarations_score.py GOLD_DIR PREDICTED_DIR            precision, recall and F1, paper by paper
    python tests/declarations_score.py GOLD_DIR PREDICTED_DIR --errors   and what was missed and what is wrong

A declaration is right if it is of the annotated person, near the annotated place. Of those, it is counted how often it
tells as annotated whether the person left.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated import Entry, annotations, f1, near, read, words


@dataclass(frozen=True, slots=True)
class DeclarationScore:
    """Declarations annotated, told, right, and right in whether the person left too; ``errors`` in words."""

    gold: int = 0
    said: int = 0
    right: int = 0
    left: int = 0
    errors: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        return f1(self.right, self.gold, self.said)

    def __add__(self, other: DeclarationScore) -> DeclarationScore:
        return DeclarationScore(
            self.gold + other.gold,
            self.said + other.said,
            self.right + other.right,
            self.left + other.left,
            self.errors + other.errors,
        )


def score(gold: Entry, said: Entry) -> DeclarationScore:
    """The declarations of one document; both sides have the keys of the interchange."""
    wanted: Sequence[Entry] = gold.get("declarations") or []
    told = list(said.get("declarations") or [])
    count = len(told)
    right = left = 0
    errors: list[str] = []
    for each in wanted:
        match = next((other for other in told if _same(each, other)), None)
        if match is None:
            errors.append(f"missed {each['who']}: {each.get('interest')}")
            continue
        told.remove(match)
        right += 1
        left += match.get("left") == each.get("left")
    errors += [f"wrong {each['who']}: {each.get('interest')}" for each in told]
    return DeclarationScore(len(wanted), count, right, left, tuple(errors))


def _same(one: Entry, other: Entry) -> bool:
    return near(one, other) and _last_word(one["who"]) == _last_word(other["who"])


def _last_word(name: str) -> str:
    return (words(name) or [""])[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder of annotations")
    parser.add_argument("said", type=Path, help="a folder of what `minuted analyse` wrote")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    arguments = parser.parse_args()
    total = DeclarationScore()
    for path in annotations(arguments.gold):
        each = score(read(path), read(arguments.said / path.name))
        total += each
        if arguments.errors and each.errors:
            sys.stdout.write("\n  ".join([path.stem, *each.errors]) + "\n")
    sys.stdout.write(
        f"declarations  F1 {total.f1:.3f}  gold {total.gold}  said {total.said}  right {total.right}"
        f"  left right {total.left}/{total.right}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
