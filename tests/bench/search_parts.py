"""Where the time of an answer goes: reading the question, its meaning, finding, decoding what is kept, excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean

from asked_questions import Question
from measuring import side_by_side
from search_sides import LIMIT

from search.index import Index
from search.query import parse
from search.stored import decode, encode


def parts(index: Index, asked: Mapping[str, Sequence[Question]], rounds: int) -> Iterator[str]:
    """One line a class."""
    for name, each in asked.items():
        spent = _spent(index, each, rounds)
        finding = spent["engine"] - spent["decoding"]
        rest = spent["whole"] - spent["reading"] - spent["meaning"] - spent["engine"]
        yield (
            f"{name:<16}reading {spent['reading']:6.2f}   meaning {spent['meaning']:6.2f}   finding {finding:6.2f}"
            f"   decoding {spent['decoding']:6.2f}   excerpts {rest:6.2f}"
        )


def _spent(index: Index, asked: Sequence[Question], rounds: int) -> dict[str, float]:
    """Milliseconds at the mean of the parts that can be done alone, and of the whole."""
    written = {question.text: parse(question.text) for question in asked}
    meant = {text: index.meaning(tree) for text, tree in written.items()}
    hits = {text: index.search(tree, limit=LIMIT).hits for text, tree in written.items()}
    stored = {text: [encode(hit.entry) for hit in found] for text, found in hits.items()}
    best = side_by_side(
        {
            "whole": lambda question: index.search(parse(question.text), limit=LIMIT),
            "reading": lambda question: parse(question.text),
            "meaning": lambda question: index.meaning(written[question.text]),
            "engine": lambda question: index.engine.search(meant[question.text], limit=LIMIT),
            "decoding": lambda question: [decode(entry) for entry in stored[question.text]],
        },
        asked,
        rounds,
    )
    return {part: 1000 * mean(one.clock for one in times) for part, times in best.items()}
