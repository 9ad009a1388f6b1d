"""How fast the search index is made, asked and updated: Minuted's engines and SQLite's FTS5, side by side.

Run ``python tests/bench/bench_search.py [--sizes 1000 10000 100000] [--whoosh-up-to 10000] [--rounds N]``. All sides
get the same sections, made of the sample papers (``made_sections``), and the same questions of each class, drawn from
the sections (``asked_questions``); ``peer_fts5`` says how FTS5 is asked. An answer is what a user gets: the
question's text is read, all hits are counted, the ten best are found and shown with excerpts. (Minuted is also asked
for one result a paper, FTS5 also without the count.) The sides take turns at each question, so that each finds the
processor's caches filled by the others; the best of the rounds counts for each, and a first round that isn't counted
warms up.

Indexes are made in a process of its own each, in processor seconds; what it takes to make the sections is not counted.
A whole process is compared with ``python -c pass``, by the clock, the two in turn.

Behind each figure that was asked for stands whether it is met. Nothing is asserted: figures belong to the machine.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from asked_questions import Question, questions, read_words, without_filters
from made_sections import changed, sections
from measuring import Taken, apart, peak, share, side_by_side, taken
from search_parts import parts
from search_process import PROCESSES_ASKED, compare_processes
from search_sides import LIMIT, PEER, SIDES, MinutedSide, PeerSide, Side, build, opened

from corpus.entries import Entry
from corpus.store import Corpus
from minuted.demo import make_demo
from search.query import parse

_OURS, _REFERENCE = "tantivy", "whoosh"

_MADE_ASKED = 12.0
_MADE_ASKED_AT = 10_000
"""Our engine's speed at indexing, in those of the reference, and the size at which it was asked for."""

_ASKED_AT = 100_000
_P50_ASKED, _P95_ASKED = 3.0, 10.0
"""Milliseconds of an answer at that size."""

_CLASSES_ASKED = ("term", "phrase", "boolean", "prefix", "fuzzy", "fielded+date")
_PEER_ASKED = 5.0
_PEER_CLASSES = ("phrase", "boolean")
_UPDATE_ASKED = 1.0
"""Seconds of updating one hundredth of all sections."""

_BUILT_AGAIN_UP_TO = 10_000
"""Indexes of up to this size are made as often as there are rounds, larger ones once."""

_UNCOUNTED = f"{PEER}, no count"
_BY_PAPER = f"{_OURS}, by paper"

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Built:
    """What it took to make an index: seconds, MiB at most while it was made and before that, bytes on disk."""

    taken: Taken
    peak: float
    before: float
    size: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--whoosh-up-to", type=int, default=10_000, help="larger indexes are not made with Whoosh")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--questions", type=int, default=60, help="so many of each class")
    parser.add_argument("--processes", type=int, default=31, help="runs of a whole process")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        for _ in make_demo(demo):
            pass
        for size in options.sizes:
            sides = [side for side in SIDES if side != _REFERENCE or size <= options.whoosh_up_to]
            _Job(demo, Path(folder) / str(size), size, sides, options.rounds).run(options.questions)
        _say("\nwhole processes, in milliseconds by the clock")
        corpora = {"the samples": demo} | {
            f"{size:,} sections": Path(folder) / f"{size}/{_OURS}" for size in options.sizes
        }
        for name, told in compare_processes(corpora, options.processes).items():
            _asked(f"  {name:<18}{told}", told.times, "at most", PROCESSES_ASKED)
    return 0


class _Job:
    """All that is measured on so many sections."""

    def __init__(self, demo: Path, folder: Path, size: int, sides: Sequence[str], rounds: int) -> None:
        self._demo = demo
        self._folder = folder
        self._size = size
        self._sides = sides
        self._rounds = rounds

    def run(self, of_each_class: int) -> None:
        """Measure and print everything."""
        samples, _ = _samples(self._demo)
        made = read_words(sections(samples, self._size), self._size)
        asked = questions(made, of_each_class)
        _say(f"\n{self._size:,} sections with {made.distinct:,} different words")
        self._build()
        ready = {side: opened(side, self._folder / side) for side in self._sides}
        self._ask(ready, asked)
        self._narrow(ready[_OURS], asked["fielded+date"])
        self._facets(ready, asked["term"])
        self._split(ready[_OURS], asked)
        self._update(ready, samples)

    def _build(self) -> None:
        _say("making the index      sections/s   processor s    clock s     MiB on disk   MiB at most (before)")
        rounds = self._rounds if self._size <= _BUILT_AGAIN_UP_TO else 1
        built: dict[str, _Built] = {}
        for _ in range(rounds):
            for side in self._sides:
                one = apart(_build, side, self._demo, self._folder / side, self._size)
                if side not in built or one.taken.processor < built[side].taken.processor:
                    built[side] = one
        for side, told in built.items():
            speed = self._size / told.taken.processor
            _say(
                f"  {side:<18}{speed:12,.0f}{told.taken.processor:14.2f}{told.taken.clock:11.2f}"
                f"{told.size / _MIB:16.1f}{told.peak:15.0f} ({told.before:.0f})"
            )
        if _REFERENCE in built:
            ratio = built[_REFERENCE].taken.processor / built[_OURS].taken.processor
            told_of = f"  {_OURS} is {ratio:.1f} times as fast as {_REFERENCE}"
            _asked(told_of, ratio, "at least", _MADE_ASKED if self._size == _MADE_ASKED_AT else None)

    def _ask(self, ready: Mapping[str, Side], asked: Mapping[str, Sequence[Question]]) -> None:
        _say("answers with excerpts, ms            p50       p95    p50, p95 of the processor")
        asking = {side: answering.ask for side, answering in ready.items()}
        ours, peer = ready[_OURS], ready[PEER]
        assert isinstance(ours, MinutedSide)
        assert isinstance(peer, PeerSide)
        asking |= {_BY_PAPER: ours.ask_by_paper, _UNCOUNTED: peer.ask_uncounted}
        for name, each in asked.items():
            best = side_by_side(asking, each, self._rounds)
            for side, times in best.items():
                known = side in (_OURS, _BY_PAPER) and self._size == _ASKED_AT and name in _CLASSES_ASKED
                self._tell(f"{name}: {side}", times, known)
            if name in _PEER_CLASSES:
                self._compare_peers(best)

    def _compare_peers(self, best: Mapping[str, Sequence[Taken]]) -> None:
        """In processor time: by the clock, what else the machine does tells more on the side that takes longer."""
        for side in (PEER, _UNCOUNTED):
            p50, p95 = (_processor_ms(best[side], part) / _processor_ms(best[_OURS], part) for part in (0.5, 0.95))
            wanted = _PEER_ASKED if self._size == _ASKED_AT and side == PEER else None
            _asked(f"    {_OURS} is {p50:.1f} times as fast as {side} (p95: {p95:.1f})", p50, "at least", wanted)

    def _tell(self, name: str, times: Sequence[Taken], asked: bool) -> None:
        p50, p95 = (_ms(times, part) for part in (0.5, 0.95))
        processor = [_processor_ms(times, part) for part in (0.5, 0.95)]
        verdict = ""
        if asked:
            met = p50 <= _P50_ASKED and p95 <= _P95_ASKED
            verdict = f"   asked at most {_P50_ASKED:g} and {_P95_ASKED:g}: {'met' if met else 'NOT MET'}"
        _say(f"  {name:<28}{p50:10.2f}{p95:10.2f}{processor[0]:12.2f}{processor[1]:8.2f}{verdict}")

    def _narrow(self, side: Side, narrowed: Sequence[Question]) -> None:
        """Filters are to cost nothing: the same words with and without them."""
        assert isinstance(side, MinutedSide)
        index = side.index
        with_filters, without = (
            [index.meaning(parse(question.text)) for question in asked]
            for asked in (narrowed, without_filters(narrowed))
        )
        best = side_by_side(
            {
                "with": lambda pair: index.engine.search(pair[0], limit=LIMIT),
                "without": lambda pair: index.engine.search(pair[1], limit=LIMIT),
            },
            list(zip(with_filters, without, strict=True)),
            self._rounds,
        )
        for part in (0.5, 0.95):
            ratio = _ms(best["with"], part) / _ms(best["without"], part)
            told = (
                f"  {_OURS} finds words with filters in {ratio:.2f} of the time of the words alone (p{100 * part:.0f})"
            )
            _asked(told, ratio, "at most", 1.0)

    def _facets(self, ready: Mapping[str, Side], asked: Sequence[Question]) -> None:
        best = side_by_side({side: answering.facets for side, answering in ready.items()}, asked, self._rounds)
        for side, times in best.items():
            self._tell(f"facets of terms: {side}", times, asked=False)

    def _split(self, side: Side, asked: Mapping[str, Sequence[Question]]) -> None:
        assert isinstance(side, MinutedSide)
        _say(f"where the time of {_OURS} goes, ms at the mean")
        for line in parts(side.index, asked, self._rounds):
            _say(f"  {line}")

    def _update(self, ready: Mapping[str, Side], samples: Sequence[Entry]) -> None:
        wanted = max(self._size // 100, 1)
        renewed = [changed(entry) for entry in _of_whole_documents(sections(samples, self._size), wanted)]
        for side, answering in ready.items():
            times = [taken(partial(answering.update, renewed)) for _ in range(self._rounds)]
            best = min(times, key=lambda each: each.clock)
            told = (
                f"  updating {len(renewed):,}: {side:<12}{best.clock:8.2f} s, of the processor {best.processor:.2f} s"
            )
            _asked(told, best.clock, "at most", _UPDATE_ASKED if side == _OURS else None)


def _samples(demo: Path) -> tuple[tuple[Entry, ...], int]:
    """The entries of the sample papers, and the revision of their corpus."""
    with Corpus.open(demo) as corpus:
        return tuple(corpus.entries()), corpus.revision


def _build(side: str, demo: Path, folder: Path, size: int) -> _Built:
    """Make the index of ``side`` in ``folder``, beside a copy of the sample corpus, so that it can be searched."""
    samples, revision = _samples(demo)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(demo, folder, ignore=shutil.ignore_patterns("index"))
    before = peak()
    entries = _Timed(sections(samples, size))
    whole = taken(lambda: build(side, folder, entries, revision))
    own = Taken(whole.clock - entries.clock, whole.processor - entries.processor)
    place = folder / "peer.db" if side == PEER else folder / "index"
    files = place.rglob("*") if place.is_dir() else [place]
    return _Built(own, peak(), before, sum(file.stat().st_size for file in files))


class _Timed:
    """An iterator that knows how long it took to make what it gave."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._entries = entries
        self.clock = self.processor = 0.0

    def __iter__(self) -> Iterator[Entry]:
        return self

    def __next__(self) -> Entry:
        found: list[Entry] = []
        spent = taken(lambda: found.extend(islice(self._entries, 1)))
        self.clock += spent.clock
        self.processor += spent.processor
        if not found:
            raise StopIteration
        return found[0]


def _of_whole_documents(entries: Iterator[Entry], wanted: int) -> list[Entry]:
    """The entries of the first documents that hold about as many as ``wanted``."""
    found: list[Entry] = []
    for entry in entries:
        if len(found) >= wanted and entry.document != found[-1].document:
            break
        found.append(entry)
    return found


def _ms(times: Sequence[Taken], part: float) -> float:
    return 1000 * share([each.clock for each in times], part)


def _processor_ms(times: Sequence[Taken], part: float) -> float:
    return 1000 * share([each.processor for each in times], part)


def _asked(told: str, value: float, bound: str, wanted: float | None) -> None:
    """Print ``told``, and where something was asked for whether it is met."""
    if wanted is not None:
        met = value >= wanted if bound == "at least" else value <= wanted
        told += f"   asked {bound} {wanted:g}: {'met' if met else 'NOT MET'}"
    _say(told)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
