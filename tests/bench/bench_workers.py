"""How much faster two worker processes are than one on long packs, and how much memory the workers and the parent hold.

Run ``python tests/bench/bench_workers.py [--rounds N] [PDF or folder ...]``; without arguments it reads a pack of 1000
pages that it makes itself. The same job is done in one and in two processes, in turn; the best of the rounds counts.
``reading`` ends with the paragraphs of each paper, joined in one worker; ``with findings`` goes on to its structure and
to what the rules find, as ``minuted ingest`` does. Ratios are printed, never asserted: they belong to the machine.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from bench_reading import _found, _made

from ingest.jobs import Fork, run_jobs
from ingest.pdf import PageLayout, join_pages, opening, read_pdf
from ingest.pool import Limits
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile, file_bytes
from minuted.steps import PAGES_AT_ONCE, JoinPages, ReadPaper

_PAGES = 1000
_JOBS = ("reading", "with findings")


@dataclass(frozen=True)
class JoinOnly(JoinPages):
    """Joins pages and goes no further."""

    def run(self, parts: Iterator[list[PageLayout]], /) -> int:  # type: ignore[override]
        return len(join_pages(self.opening, [page for part in parts for page in part]).pieces)


@dataclass(frozen=True)
class ReadOnly(ReadPaper):
    """Reads a PDF and goes no further."""

    def run(self) -> int | Fork:  # type: ignore[override]
        data = file_bytes(self.file)
        if opening(data, self.file.name).pages <= PAGES_AT_ONCE:
            return len(read_pdf(data, self.file.name).pieces)
        fork = ReadPaper.run(self)
        assert isinstance(fork, Fork)
        assert isinstance(fork.join, JoinPages)
        join = JoinOnly(**{field.name: getattr(fork.join, field.name) for field in fields(JoinPages)})
        return Fork(fork.parts, join)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", nargs=2, metavar=("JOB", "PROCESSES"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        _once(options.once[0], int(options.once[1]), options.paths)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [found for path in options.paths for found in _found(path)]
        paths = paths or [_made(Path(folder) / "pack.pdf", _PAGES)]
        for job in _JOBS:
            _compare(job, paths, options.rounds)
    return 0


def _compare(job: str, paths: list[Path], rounds: int) -> None:
    results: dict[int, list[tuple[float, float, float]]] = {1: [], 2: []}
    for _ in range(rounds):
        for processes, told in results.items():
            told.append(_measured(job, processes, paths))
    best = {processes: min(told) for processes, told in results.items()}
    for processes, (seconds, parent, worker) in best.items():
        sys.stdout.write(
            f"{job:<14} {processes} process{'es' if processes > 1 else '  '} {seconds:7.2f} s"
            f"   parent {parent:4.0f} MB, largest worker {worker:4.0f} MB at most\n"
        )
    sys.stdout.write(f"{job:<14} two are {best[1][0] / best[2][0]:.2f} times one\n")


def _measured(job: str, processes: int, paths: list[Path]) -> tuple[float, float, float]:
    """Seconds, and MB of the parent and of the largest worker: in a process of its own, for peaks don't go down."""
    command = [sys.executable, __file__, "--once", job, str(processes), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return float(told[0]), float(told[1]), float(told[2])


def _once(job: str, processes: int, paths: list[Path]) -> None:
    step = ReadOnly if job == "reading" else ReadPaper
    limits = ReadingLimits(processes=processes)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as spool:
        jobs = (step.of(PaperFile.at(path), Path(spool), limits) for path in paths)
        for _ in run_jobs(jobs, Limits(processes=processes, memory_bytes=limits.memory_bytes)):
            pass
    seconds = time.perf_counter() - started
    peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(" ".join(map(str, (seconds, *peaks))))


if __name__ == "__main__":
    sys.exit(main())
