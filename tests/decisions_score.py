"""Scores whole decisions: text, item, outcome and meeting all right, against those that people annotated.

    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR            precision, recall and F1 of complete decisions
    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR --by-body  the same for each body, and decisions found at all
    python tests/decisions_score.py GOLD_DIR PREDICTED_DIR --errors   and what is not right of those that were found

A decision is found where its words are those annotated, near the same place. It is complete if its outcome is the
annotated one too, and so are the number of its item and the day and body of its meeting wherever these are annotated.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fields_score import overlap

_NEAR = {"line": 6, "page": 1}
_LEAST_OVERLAP = 0.6
_LEAST_BODY_OVERLAP = 0.5
_SHOWN = 110  # characters of a decision in a list of errors
_STOP_WORDS = frozenset("the of and a an to in for be that on is by with at as".split())

Entry = Mapping[str, Any]


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
        return _f1(self.found, self.gold, self.said)

    @property
    def f1(self) -> float:
        """F1 of complete decisions."""
        return _f1(self.complete, self.gold, self.said)

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
    pairs = list(_pairs(wanted, told))
    lacking = [_lacking(gold, wanted[one], said, told[other]) for one, other in pairs]
    wrong = [
        f"{', '.join(lacks)}: {wanted[one]['text'][:_SHOWN]}"
        for (one, _), lacks in zip(pairs, lacking, strict=True)
        if lacks
    ]
    return DecisionScore(len(wanted), len(told), len(pairs), len(pairs) - len(wrong), tuple(wrong))


def score_all(gold_dir: Path, said_dir: Path) -> DecisionScore:
    """All annotated documents of a folder together; one that nothing is said of is wholly missed."""
    return sum(by_body(gold_dir, said_dir).values(), DecisionScore())


def by_body(gold_dir: Path, said_dir: Path) -> dict[str, DecisionScore]:
    """The same by body: the folder that a paper stands in, or its own name where that holds papers of many."""
    scores: dict[str, DecisionScore] = {}
    for path in sorted(gold_dir.glob("*.json")):
        if path.name != "matters.json":
            gold = _read(path)
            body = _body(str(gold.get("source") or path.stem))
            scores[body] = scores.get(body, DecisionScore()) + score(gold, _read(said_dir / path.name))
    return scores


def _pairs(wanted: Sequence[Entry], told: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Which annotated decision is which said one, the likest first, each once."""
    ranked = sorted(
        (
            (likeness, -_distance(one, other), first, second)
            for first, one in enumerate(wanted)
            for second, other in enumerate(told)
            if _near(one, other) and (likeness := overlap(_content(one), _content(other))) >= _LEAST_OVERLAP
        ),
        reverse=True,
    )
    left, right = set(range(len(wanted))), set(range(len(told)))
    for _, _, first, second in ranked:
        if first in left and second in right:
            left.remove(first)
            right.remove(second)
            yield first, second


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


def _near(one: Entry, other: Entry) -> bool:
    for unit, slack in _NEAR.items():
        if isinstance(one.get(unit), int) and isinstance(other.get(unit), int):
            return bool(abs(one[unit] - other[unit]) <= slack)
    return True


def _distance(one: Entry, other: Entry) -> int:
    return abs(int(one.get("line") or one.get("page") or 0) - int(other.get("line") or other.get("page") or 0))


def _content(decision: Entry) -> str:
    """The words of a decision without those that all sentences have."""
    words = re.findall(r"[^\W_]+", str(decision.get("text") or "").casefold())
    return " ".join(word for word in words if word not in _STOP_WORDS)


def _number(printed: object) -> str:
    return re.sub(r"[\s().]+", "", str(printed or "")).casefold()


def _body(source: str) -> str:
    folder = Path(source).parent.name
    return Path(source).stem if folder in {"", "seeds", "pages", "docx", "html"} else folder


def _f1(right: int, gold: int, said: int) -> float:
    return 2 * right / (gold + said) if gold + said else 0.0


def _read(path: Path) -> Entry:
    found: Entry = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


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
