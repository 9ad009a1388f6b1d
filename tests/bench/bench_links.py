"""How long a new meeting takes to be linked into corpora of growing size, and what the candidates have to do with it.

Run ``python tests/bench/bench_links.py [--sizes 1070 4070 10070]``. Meetings are made by recombining the items of the
sample minutes: each of many councils has three boards, which meet month by month with an agenda and minutes; some items
come up again and again, others name a place of their own. At each size the minutes of one more meeting are stored, and
the stage of the run that links is timed alone. Beside it stand the things that share a key with those minutes: what it
takes should grow with them, not with the corpus. Nothing is asserted: figures belong to the machine.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from papers_made import made

from corpus.opening import DATABASE_NAME
from corpus.sources import SourceFile
from corpus.store import Corpus
from corpus.vocabulary import PaperKind
from minuted.demo import make_demo
from search.linking.linker import LINKER

SEED = 11
_ASKED_SECONDS, _ASKED_AT = 2.0, 10_000
_BOARDS = ("Cabinet", "Planning Committee", "Overview and Scrutiny Committee")
_MEETINGS_OF_A_BOARD = 40
_ITEMS = 8
_WITH_PLACE = 0.5
"""The part of items that name a place, so that they are not the same from meeting to meeting."""
_LONGEST_ITEM = 1500
_FIRST_DAY, _BETWEEN = date(2016, 1, 5), timedelta(days=28)
_SYLLABLES = (
    "har",
    "el",
    "thorn",
    "wick",
    "mere",
    "ox",
    "fen",
    "dale",
    "wyre",
    "kes",
    "tre",
    "ley",
    "by",
    "ton",
    "ald",
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One made meeting: whose it is, and the texts of its papers by kind."""

    name: str
    papers: dict[PaperKind, str]


def items_of_samples() -> list[tuple[str, str]]:
    """Heading and text of each item of the sample minutes."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in make_demo(Path(folder)):
            pass
        with Corpus.open(Path(folder)) as corpus:
            found = []
            for paper in corpus.papers():
                document = corpus.document(paper.document)
                if paper.kind != PaperKind.MINUTES or document is None:
                    continue
                for section in document.sections:
                    if section.paper == paper.id and section.heading and section.level == 1:
                        text = document.quote(section.span)[:_LONGEST_ITEM].partition("\n")[2]
                        found.append((section.heading, text.strip()))
    return found


def meetings(items: list[tuple[str, str]]) -> Iterator[Meeting]:
    """Meetings without end, the same ones at every call: month by month of three boards, council by council."""
    chance = random.Random(SEED)
    number = 0
    while True:
        council = f"{_word(chance)} Borough Council"
        for at in range(_MEETINGS_OF_A_BOARD):
            for board in _BOARDS:
                day = _FIRST_DAY + at * _BETWEEN + timedelta(days=_BOARDS.index(board))
                number += 1
                yield Meeting(f"meeting-{number}", _papers(council, board, day, chance.sample(items, _ITEMS), chance))


def _papers(
    council: str, board: str, day: date, items: list[tuple[str, str]], chance: random.Random
) -> dict[PaperKind, str]:
    when = f"{day.day} {day:%B %Y}"
    titles = [
        (f"{heading}: {_word(chance)} {_word(chance)}" if chance.random() < _WITH_PLACE else heading, text)
        for heading, text in items
    ]
    before = day - _BETWEEN
    first = f"1. Minutes of the meeting held on {before.day} {before:%B %Y}"
    agenda = "\n\n".join([first, *(f"{at}. {title}" for at, (title, _) in enumerate(titles, start=2))])
    minutes = "\n\n".join(f"{at}. {title}\n\n{text}" for at, (title, text) in enumerate(titles, start=2))
    approved = f"{first}\n\nRESOLVED: That the minutes be approved as a correct record."
    called = f"{council.upper()}\n\nAgenda for the meeting of the {board} to be held on {when}"
    held = f"{council.upper()}\n\nMinutes of the meeting of the {board} held on {when}"
    return {
        PaperKind.AGENDA: f"{called}\n\n{agenda}\n",
        PaperKind.MINUTES: f"{held}\n\n{approved}\n\n{minutes}\n",
    }


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def hold(corpus: Corpus, meeting: Meeting) -> str:
    """Store the papers of ``meeting``: the id of its minutes."""
    document = ""
    for kind, text in meeting.papers.items():
        name = f"{meeting.name}-{kind.value}.txt"
        paper = made(text, name)
        source = SourceFile(f"/papers/{name}", len(text), 1)
        corpus.add(paper.document, paper.findings, source=source, reader_version="r", ruleset_version="s")
        document = paper.document.id
    return document


def candidates(folder: Path, document: str) -> int:
    """How many things share a key with those of ``document``, where few enough do for it to tell something."""
    with sqlite3.connect(folder / DATABASE_NAME) as connection:
        keys = [
            key
            for (key,) in connection.execute("SELECT DISTINCT key FROM link_keys WHERE document_id = ?", (document,))
        ]
        counts = [
            connection.execute("SELECT count(*) FROM link_keys WHERE key = ?", (key,)).fetchone()[0] for key in keys
        ]
    connection.close()
    return sum(count for key, count in zip(keys, counts, strict=True) if count <= LINKER.most(key))


def tell(line: str) -> None:
    """Print ``line`` at once: the next one takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds that linking all that is new took, and one more meeting; its candidates, and the links there are."""

    size: int
    whole: float
    one_more: float
    candidates: int
    links: int


def measure(folder: Path, corpus: Corpus, size: int, more: Meeting) -> Measured:
    """Link what is new in ``corpus``, then ``more``."""
    corpus.link()
    whole = _linking(corpus)
    document = hold(corpus, more)
    corpus.link()
    one_more = _linking(corpus)
    return Measured(size, whole, one_more, max(candidates(folder, document), 1), len(corpus.links()))


def _linking(corpus: Corpus) -> float:
    began = time.perf_counter()
    corpus.join(LINKER)
    return time.perf_counter() - began


def main() -> int:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    # With each of these sizes, the one more is the thirty-seventh of its board.
    parser.add_argument("--sizes", type=int, nargs="+", default=[1070, 4070, 10_070])
    sizes = parser.parse_args().sizes
    coming = meetings(items_of_samples())
    tell(
        f"{'meetings':>9} {'all, s':>8} {'one more, s':>12} {'candidates':>11} {'µs each':>8} {'links':>8}  first size"
    )
    first: Measured | None = None
    with tempfile.TemporaryDirectory() as name, Corpus.open(Path(name), create=True) as corpus:
        held = 0
        for size in sizes:
            for meeting in islice(coming, size - held):
                hold(corpus, meeting)
            found = measure(Path(name), corpus, size, next(coming))
            held = size + 1
            first = first or found
            tell(_line(found, first))
            if size >= _ASKED_AT:
                met = "met" if found.one_more <= _ASKED_SECONDS else "not met"
                tell(f"{'':9} asked for: one more in at most {_ASKED_SECONDS:g} s: {met}")
    return 0


def _line(found: Measured, first: Measured) -> str:
    ratios = (
        f"{found.size / first.size:.1f} meetings, {found.candidates / first.candidates:.1f} candidates, "
        f"{found.one_more / first.one_more:.1f} time"
    )
    each = found.one_more / found.candidates * 1e6
    return (
        f"{found.size:9} {found.whole:8.1f} {found.one_more:12.3f} {found.candidates:11} {each:8.1f} {found.links:8}"
        f"  times {ratios}"
    )


if __name__ == "__main__":
    sys.exit(main())
