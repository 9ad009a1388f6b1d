"""Scores the votes, movers and seconders that `minuted analyse` tells of decisions against those that people annotated.

    python tests/votes_score.py GOLD_DIR PREDICTED_DIR            votes and movers right, paper by paper
    python tests/votes_score.py GOLD_DIR PREDICTED_DIR --errors   and what is missing or wrong

A vote is right if its three counts and its result are the annotated ones; movers are right if mover and seconder have
the annotated names, whatever their titles. A decision that was not found counts as wrong. Of decisions that were found,
votes and movers that nobody annotated are counted as spurious.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated import Entry, annotations, pairs, read, words

_COUNTS = ("for", "against", "abstain")
_TITLES = re.compile(r"\b(?:cllrs?|councillors?|county|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|the)\b\.?")
_SHOWN = 80  # characters of a decision in a list of errors


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were annotated, how many of them are right, and how many were told that nobody annotated."""

    gold: int = 0
    right: int = 0
    spurious: int = 0
    errors: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share of the annotated ones that is right."""
        return self.right / self.gold if self.gold else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.right + other.right,
            self.spurious + other.spurious,
            self.errors + other.errors,
        )


@dataclass(frozen=True, slots=True)
class VoteScore:
    """Votes, and movers with seconders, of the decisions of one paper or of many."""

    votes: Tally = Tally()
    movers: Tally = Tally()

    def __add__(self, other: VoteScore) -> VoteScore:
        return VoteScore(self.votes + other.votes, self.movers + other.movers)


def score(gold: Entry, said: Entry) -> VoteScore:
    """The votes and movers of the decisions of one document; both sides have the keys of the interchange."""
    paired = _paired(gold.get("decisions") or [], said.get("decisions") or [])
    return VoteScore(_tally(paired, _vote), _tally(paired, _movers))


def score_all(gold_dir: Path, said_dir: Path) -> VoteScore:
    """All annotated documents of a folder together."""
    return sum(scores_by_paper(gold_dir, said_dir).values(), VoteScore())


def scores_by_paper(gold_dir: Path, said_dir: Path) -> dict[str, VoteScore]:
    """The score of each annotated document of a folder, by its name."""
    return {path.stem: score(read(path), read(said_dir / path.name)) for path in annotations(gold_dir)}


def _paired(gold: Sequence[Entry], said: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Each annotated decision with the one that was found of it, or with nothing."""
    found = dict(pairs(gold, said))
    return [(wanted, said[found[at]] if at in found else {}) for at, wanted in enumerate(gold)]


def _tally(paired: Sequence[tuple[Entry, Entry]], told_of: Callable[[Entry], object]) -> Tally:
    total = Tally()
    for wanted, said in paired:
        gold, told = told_of(wanted), told_of(said)
        if gold is None:
            wrong = (f"spurious {told} on {wanted['text'][:_SHOWN]}",) if told is not None else ()
            total += Tally(spurious=len(wrong), errors=wrong)
        else:
            error = f"wanted {gold}, told {told if said else 'no such decision'} on {wanted['text'][:_SHOWN]}"
            total += Tally(gold=1, right=int(gold == told), errors=() if gold == told else (error,))
    return total


def _vote(decision: Entry) -> object:
    vote = decision.get("vote")
    if not vote or not any(vote.get(key) is not None for key in (*_COUNTS, "result")):
        return None
    return (*(vote.get(key) for key in _COUNTS), vote.get("result"))


def _movers(decision: Entry) -> object:
    names = [_bare(decision.get(key) or "") for key in ("moved_by", "seconded_by")]
    return tuple(names) if any(names) else None


def _bare(name: str) -> str:
    """A name in small letters without titles and signs."""
    return " ".join(words(_TITLES.sub(" ", name.casefold())))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder of annotations")
    parser.add_argument("said", type=Path, help="a folder of what `minuted analyse` wrote")
    parser.add_argument("--errors", action="store_true", help="list what is missing or wrong")
    arguments = parser.parse_args()
    scores = scores_by_paper(arguments.gold, arguments.said)
    for name, each in [*scores.items(), ("all", sum(scores.values(), VoteScore()))]:
        for what, tally in (("votes", each.votes), ("movers", each.movers)):
            if tally.gold or tally.spurious:
                line = f"{name}  {what}  right {tally.right}/{tally.gold}  spurious {tally.spurious}"
                errors = tally.errors if arguments.errors and name != "all" else ()
                sys.stdout.write("\n  ".join([line, *errors]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
