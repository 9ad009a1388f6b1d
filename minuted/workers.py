"""Papers are read in guarded worker processes: all processors work, and one bad file costs itself only."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing

from ingest.jobs import Progress, run_jobs
from ingest.pool import Limits, Outcome
from minuted.events import PagesRead
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile, PaperRead
from minuted.spool import spool
from minuted.steps import ReadPaper
from minuted.unpacking import Opened

# What came of a file: a paper and what was found in it, or what a container holds.
FileOutcome = Outcome[PaperFile, PaperRead | Opened]


def read_papers(
    files: Iterable[PaperFile], limits: ReadingLimits, *, wanted: Callable[[FileOutcome], Iterable[PaperFile]]
) -> Generator[FileOutcome | PagesRead, None, None]:
    """What came of each file, in the order in which they finish; starts no worker for no files.

    ``wanted`` is asked at each outcome, before it is given, which members of a container are to be read: theirs follow.
    A file that can't be read is an outcome with a ``failure``, never an exception.
    """
    with spool() as folder:

        def job(file: PaperFile) -> ReadPaper:
            return ReadPaper.of(file, folder, limits)

        def follow_up(outcome: Outcome[ReadPaper, PaperRead | Opened]) -> Iterable[ReadPaper]:
            return map(job, wanted(_of_file(outcome)))

        bounds = Limits(processes=limits.processes, memory_bytes=limits.memory_bytes)
        # Workers are gone before the folder that they write to.
        with closing(run_jobs(map(job, files), bounds, follow_up=follow_up)) as told:
            for news in told:
                if isinstance(news, Progress):
                    yield PagesRead(path=news.job.file.name, pages=news.pages, of=news.of)
                else:
                    yield _of_file(news)


def failure_reason(outcome: FileOutcome) -> str:
    """Why a file failed, without its name before it."""
    return (outcome.failure or "gave no result").removeprefix(f"{outcome.task.name}: ")


def _of_file(outcome: Outcome[ReadPaper, PaperRead | Opened]) -> FileOutcome:
    return Outcome(task=outcome.task.file, result=outcome.result, failure=outcome.failure, details=outcome.details)
