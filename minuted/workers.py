"""Papers are read in guarded worker processes: all processors work, and one bad file costs itself only."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from ingest.jobs import Progress, run_jobs
from ingest.pool import Limits, Outcome
from minuted.events import PagesRead
from minuted.limits import ReadingLimits
from minuted.reading import PaperRead, printable
from minuted.steps import ReadPaper


def read_papers(
    paths: Iterable[Path], limits: ReadingLimits
) -> Generator[Outcome[Path, PaperRead] | PagesRead, None, None]:
    """Each paper and what was found in it, in the order in which they finish; starts no worker for no paths.

    A file that can't be read is an outcome with a ``failure``, never an exception.
    """
    jobs = (ReadPaper(path=path, size=_size(path), limits=limits) for path in paths)
    for news in run_jobs(jobs, Limits(processes=limits.processes, memory_bytes=limits.memory_bytes)):
        if isinstance(news, Progress):
            yield PagesRead(path=printable(news.job.path), pages=news.pages, of=news.of)
        else:
            yield Outcome(task=news.task.path, result=news.result, failure=news.failure, details=news.details)


def failure_reason(outcome: Outcome[Path, PaperRead]) -> str:
    """Why a file failed, without its name before it."""
    return (outcome.failure or "gave no result").removeprefix(f"{printable(outcome.task.name)}: ")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
