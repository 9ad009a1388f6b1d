"""Scores the front-sheet fields that `minuted analyse` finds against those that people annotated.

    python tests/fields_score.py GOLD_DIR PREDICTED_DIR            precision, recall and F1
    python tests/fields_score.py GOLD_DIR PREDICTED_DIR --errors   and what was missed and what is wrong

A field is right if its label is the annotated one, its value has nearly the same words, and it stands near by. What
was said of papers without annotated fields doesn't count; nor does a label of a form that the annotations list as the
heading of a section ("Reason(s) for decision:"): a form's parts can be told either way.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from annotated import Entry, annotations, f1, near, overlap, read, words

_LEAST_OVERLAP = 0.8
_SHOWN = 100  # characters of a value in a list of errors


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Fields found of those annotated, and right of those said, with the entries that were missed or are wrong."""

    gold: int
    said: int
    right: int
    missed: tuple[Entry, ...] = ()
    wrong: tuple[Entry, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return f1(self.right, self.gold, self.said)


def score(gold: Entry, said: Entry) -> FieldScore:
    """The fields of one document; both sides have the keys of the interchange."""
    wanted: Sequence[Entry] = gold.get("fields") or []
    told = [field for field in said.get("fields") or [] if _counts(field, gold, wanted)]
    missed: list[Entry] = []
    for field in wanted:
        match = next((other for other in told if _same(field, other)), None)
        if match is None:
            missed.append(field)
        else:
            told.remove(match)
    right = len(wanted) - len(missed)
    return FieldScore(len(wanted), right + len(told), right, tuple(missed), tuple(told))


def score_all(gold_dir: Path, said_dir: Path) -> FieldScore:
    """All annotated documents of a folder together; one that nothing is said of is wholly missed."""
    scores = [score(read(path), read(said_dir / path.name)) for path in annotations(gold_dir)]
    return FieldScore(
        sum(each.gold for each in scores),
        sum(each.said for each in scores),
        sum(each.right for each in scores),
        tuple(entry for each in scores for entry in each.missed),
        tuple(entry for each in scores for entry in each.wrong),
    )


def _same(gold: Entry, said: Entry) -> bool:
    labels = words(gold["label"]) == words(said["label"])
    return labels and near(gold, said) and overlap(gold["value"], said["value"]) >= _LEAST_OVERLAP


def _counts(field: Entry, gold: Entry, wanted: Sequence[Entry]) -> bool:
    """Whether the annotations would list ``field``, had the reader seen it."""
    if not any(_in_paper(field, paper) and any(_in_paper(other, paper) for other in wanted) for paper in _papers(gold)):
        return False
    if any(words(field["label"]) == words(other["label"]) and near(other, field) for other in wanted):
        return True
    return not any(
        words(section.get("heading") or "") == words(field["label"]) and near(section, field)
        for section in gold.get("sections") or []
    )


def _papers(gold: Entry) -> Iterator[tuple[str, int, int]]:
    """The papers of a document as the unit that places are told in, and the first and last place of each."""
    papers: Sequence[Entry] = gold.get("papers") or []
    for paper in papers:
        if isinstance(paper.get("line"), int):
            yield "line", paper["line"], paper["end_line"]
    if not any(isinstance(paper.get("line"), int) for paper in papers):
        starts = [*(paper.get("page") or 1 for paper in papers), sys.maxsize]
        yield from (("page", first, max(first, after - 1)) for first, after in pairwise(starts))


def _in_paper(field: Entry, paper: tuple[str, int, int]) -> bool:
    unit, first, last = paper
    return isinstance(field.get(unit), int) and first <= field[unit] <= last


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder of annotations")
    parser.add_argument("said", type=Path, help="a folder of what `minuted analyse` wrote")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    arguments = parser.parse_args()
    total = score_all(arguments.gold, arguments.said)
    lines = [
        f"fields  precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
        f"  gold {total.gold}  said {total.said}"
    ]
    if arguments.errors:
        lines += [
            f"{name}  {entry['label']}: {entry['value'][:_SHOWN]}"
            for name, entries in (("missed", total.missed), ("wrong", total.wrong))
            for entry in entries
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
