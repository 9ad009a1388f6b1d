"""Scores whole decisions: text, item, outcome and meeting all right, against those that people annotated.

    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR            precision, recall and F1 of complete decisions
    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR --by-body  the same for each body, and decisions found at all
    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR --errors   and what is not right of those that were found

A decision is found where its words are those annotated, near the same place. It is complete if its outcome is the
annotated one too, and so are the number of its item and the day and body of its meeting wherever these are annotated.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated import Entry, annotations, f1, overlap, pairs, read

_LEAST_BODY_OVERLAP = 0.5
_SHOWN = 110  # characters of a decision in a list of errors


@dataclass(frozen=True, slots=True)
class DecisionScore:
    """How many decisions are annotated, said, found at all, and complete; ``wrong`` tells what the others lack."""

    gold: int = 0
    said: int = 0
    found: int = 0
    complete: int = 0
    wrong: tuple[str, ...] = ()

    @property
    def found_f1(self) -> float:
        """F1 of decisions found at all."""
        return f1(self.found, self.gold, self.said)

    @property
    def f1(self) -> float:
        """F1 of complete decisions."""
        return f1(self.complete, self.gold, self.said)

    def __add__(self, other: DecisionScore) -> DecisionScore:
        return DecisionScore(
            self.gold + other.gold,
            self.said + other.said,
            self.found + other.found,
            self.complete + other.complete,
            (*self.wrong, *other.wrong),
        )


def score(gold: Entry, said: Entry) -> DecisionScore:
    """The decisions of one document; both sides have the keys of the interchange."""
    wanted: Sequence[Entry] = gold.get("decisions") or []
    told: Sequence[Entry] = said.get("decisions") or []
    found = list(pairs(wanted, told))
    lacking = [_lacking(gold, wanted[one], said, told[other]) for one, other in found]
    wrong = [
        f"{', '.join(lacks)}: {wanted[one]['text'][:_SHOWN]}"
        for (one, _), lacks in zip(found, lacking, strict=True)
        if lacks
    ]
    return DecisionScore(len(wanted), len(told), len(found), len(found) - len(wrong), tuple(wrong))


def score_all(gold_dir: Path, said_dir: Path) -> DecisionScore:
    """All annotated documents of a folder together; one that nothing is said of is wholly missed."""
    return sum(by_body(gold_dir, said_dir).values(), DecisionScore())


def by_body(gold_dir: Path, said_dir: Path) -> dict[str, DecisionScore]:
    """The same by body: the folder that a paper stands in, or its own name where that holds papers of many."""
    scores: dict[str, DecisionScore] = {}
    for path in annotations(gold_dir):
        gold = read(path)
        body = _body(str(gold.get("source") or path.stem))
        scores[body] = scores.get(body, DecisionScore()) + score(gold, read(said_dir / path.name))
    return scores


def _lacking(gold: Entry, wanted: Entry, said: Entry, told: Entry) -> list[str]:
    lacks = []
    if wanted.get("outcome") != told.get("outcome"):
        lacks.append(f"outcome {told.get('outcome')} for {wanted.get('outcome')}")
    if wanted.get("item") is not None and _number(wanted["item"]) != _number(told.get("item")):
        lacks.append(f"item {told.get('item')} for {wanted['item']}")
    if not _same_meeting(_meeting(gold, wanted), _meeting(said, told)):
        lacks.append("meeting")
    return lacks


def _meeting(document: Entry, decision: Entry) -> Entry | None:
    meetings: Sequence[Entry] = document.get("meetings") or []
    return next((meeting for meeting in meetings if meeting.get("id") == decision.get("meeting")), None)


def _same_meeting(wanted: Entry | None, told: Entry | None) -> bool:
    if wanted is None:
        return True
    if told is None or (wanted.get("date") and wanted["date"] != told.get("date")):
        return False
    return not wanted.get("body") or overlap(wanted["body"], told.get("body") or "") >= _LEAST_BODY_OVERLAP


def _number(printed: object) -> str:
    return re.sub(r"[\s().]+", "", str(printed or "")).casefold()


def _body(source: str) -> str:
    folder = Path(source).parent.name
    return Path(source).stem if folder in {"", "seeds", "pages", "docx", "html"} else folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder of annotations")
    parser.add_argument("said", type=Path, help="the folder that `minuted analyse` wrote")
    parser.add_argument("--by-body", action="store_true", help="a line for each body")
    parser.add_argument("--errors", action="store_true", help="list what found decisions lack")
    arguments = parser.parse_args()
    scores = by_body(arguments.gold, arguments.said)
    total = sum(scores.values(), DecisionScore())
    shown = {**(scores if arguments.by_body else {}), "all": total}
    for body, one in shown.items():
        sys.stdout.write(
            f"{body:44} annotated {one.gold:4} said {one.said:4} found F1 {one.found_f1:.3f} complete F1 {one.f1:.3f}\n"
        )
    if arguments.errors:
        sys.stdout.writelines(f"  {line}\n" for line in total.wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
