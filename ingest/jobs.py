"""Jobs: work on one file, done in steps by worker processes; a step may fork into parts, which are joined again.

A step is a small picklable value that knows what to do. What it gives is either the job's result, or a ``Fork``: parts,
which any worker runs, and a join, which is given what they gave. Parts and joins may fork in turn. So both processors
work on one long pack, and a page that kills its worker costs no more than itself.

What goes from worker to worker passes through the parent as bytes that it never opens: for a pack of 1000 pages some
6 MB, a hundredth of a second.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from ingest.pool import GuardedPool, Limits, Outcome

# A file that kills so many workers, one part after the other, is given up: each of them may take its whole time.
_MOST_DEATHS = 10


J = TypeVar("J", bound="Step")
J_co = TypeVar("J_co", bound="Step", covariant=True)


class Step(Protocol):
    """Something to be done in a worker process."""

    @property
    def seconds(self) -> float:
        """How long it may take."""

    @property
    def pages(self) -> int:
        """How many pages it reads; 0 where that isn't known, or where pages are read already."""

    def run(self) -> object:
        """Do it, in a worker; gives a result, or a ``Fork``. Raises ``MinutedError`` where it can't be done."""

    def instead(self, failure: str) -> object:
        """What to take instead of what ``run`` gives where that failed by ``failure``; ``None``: there is nothing.

        Called in the parent: it must do no work, and open no file.
        """


class Join(Protocol):
    """What makes one result of those of a fork's parts, in a worker."""

    @property
    def seconds(self) -> float:
        """How long it may take."""

    def run(self, parts: Iterator[Any], /) -> object:
        """Join what the parts gave, in their order; gives a result, or a ``Fork``. Raises ``MinutedError``."""


@dataclass(frozen=True, slots=True)
class Fork:
    """What a step gives that isn't done yet: ``join`` is to be run with what all of ``parts`` give."""

    parts: tuple[Step, ...]
    join: Join


@dataclass(frozen=True, slots=True)
class Progress(Generic[J_co]):
    """So many pages of a job that has forked are read, ``of`` so many that are known of."""

    job: J_co
    pages: int
    of: int


def run_jobs(
    jobs: Iterable[J],
    limits: Limits,
    *,
    follow_up: Callable[[Outcome[J, Any]], Iterable[J]] = lambda _outcome: (),
    initializer: Callable[[], object] | None = None,
) -> Generator[Outcome[J, Any] | Progress[J], None, None]:
    """The outcome of each job (its first step), as they finish; progress in between.

    ``follow_up`` is asked at each outcome, before that is given, for further jobs: what was found in a container. They
    begin before the jobs that remain. ``initializer`` is run once in each worker. Ending the iteration early kills the
    workers at once.
    """
    board: _Board[J] = _Board(follow_up)
    pool = GuardedPool(
        _work, limits, initializer=initializer, seconds=lambda task: task.seconds, wanted=board.is_wanted
    )
    tasks = (board.begun(job) for job in jobs)
    with closing(pool.map(tasks, follow_up=board.follow_up)) as outcomes:
        for _ in outcomes:
            while board.news:
                yield board.news.popleft()


@dataclass(frozen=True, slots=True)
class _Task:
    """What is sent to a worker: a pickled step, or a pickled join and what the ``parts`` gave, pickled each."""

    number: int
    seconds: float
    what: bytes
    parts: tuple[bytes, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Forked:
    """A fork as the worker sends it: the parent starts the parts and need not know the join."""

    parts: tuple[Step, ...]
    join: bytes
    join_seconds: float


def _work(task: _Task) -> bytes | _Forked:
    """The worker's side."""
    what = pickle.loads(task.what)
    return _packed(what.run() if task.parts is None else what.run(map(pickle.loads, task.parts)))


def _packed(made: object) -> bytes | _Forked:
    if isinstance(made, Fork):
        return _Forked(made.parts, pickle.dumps(made.join), made.join.seconds)
    return pickle.dumps(made)


class _Job(Generic[J]):
    """How far a job has come."""

    def __init__(self, first: J) -> None:
        self.first = first
        self.is_over = False
        self.deaths = 0
        self.details: str | None = None
        self.pages = 0
        self.pages_known = 0


class _Node(Generic[J]):
    """A step under way; after it has forked, what its parts have given."""

    def __init__(self, job: _Job[J], step: Step, above: _Node[J] | None = None) -> None:
        self.job = job
        self.step = step
        self.above = above
        self.fork: _Forked | None = None
        self.parts: list[_Node[J]] = []
        self.given = b""
        self.missing = 0


class _Board(Generic[J]):
    """All jobs under way: what each outcome of a task means for its job, and which tasks follow from it."""

    def __init__(self, more: Callable[[Outcome[J, Any]], Iterable[J]]) -> None:
        self.news: deque[Outcome[J, Any] | Progress[J]] = deque()
        self._more = more
        self._nodes: dict[int, _Node[J]] = {}
        self._last = 0

    def begun(self, job: J) -> _Task:
        """The first task of a job."""
        return self._task(_Node(_Job(job), job))

    def is_wanted(self, task: _Task) -> bool:
        """Whether the task's job goes on."""
        return not self._nodes[task.number].job.is_over

    def follow_up(self, outcome: Outcome[_Task, bytes | _Forked]) -> list[_Task]:
        """The tasks that follow from the outcome of one; what there is to tell is put into ``news``."""
        node = self._nodes.pop(outcome.task.number)
        if node.job.is_over:
            return []
        if outcome.result is not None:
            return self._made(node, outcome.result)
        node.job.deaths += 1
        # Where it is tried in another way, the first traceback is the one that tells what went wrong.
        node.job.details = node.job.details or outcome.details
        # A join that fails has no page to blame, and what a reader refuses it refuses each time.
        if not outcome.refused and node.fork is None and node.job.deaths <= _MOST_DEATHS:
            made = node.step.instead(outcome.failure or "")
            if made is not None:
                return self._made(node, _packed(made))
        return self._over(node.job, failure=outcome.failure, details=node.job.details)

    def _made(self, node: _Node[J], made: bytes | _Forked) -> list[_Task]:
        if isinstance(made, _Forked):
            return self._forked(node, made)
        if node.above is None:
            return self._over(node.job, result=pickle.loads(made))
        node.given = made
        node.above.missing -= 1
        self._tell_progress(node.job, read=node.step.pages)
        return [] if node.above.missing else [self._joining(node.above)]

    def _forked(self, node: _Node[J], fork: _Forked) -> list[_Task]:
        node.fork = fork
        node.parts = [_Node(node.job, part, node) for part in fork.parts]
        node.missing = len(node.parts)
        self._tell_progress(node.job, known=sum(part.pages for part in fork.parts))
        return [self._task(part) for part in node.parts] or [self._joining(node)]

    def _joining(self, node: _Node[J]) -> _Task:
        assert node.fork is not None
        task = self._task(node, node.fork, tuple(part.given for part in node.parts))
        node.parts = []
        return task

    def _task(self, node: _Node[J], fork: _Forked | None = None, parts: tuple[bytes, ...] | None = None) -> _Task:
        self._last += 1
        self._nodes[self._last] = node
        if fork is None:
            return _Task(self._last, node.step.seconds, pickle.dumps(node.step))
        return _Task(self._last, fork.join_seconds, fork.join, parts)

    def _over(
        self, job: _Job[J], *, result: Any = None, failure: str | None = None, details: str | None = None
    ) -> list[_Task]:
        job.is_over = True
        outcome = Outcome(task=job.first, result=result, failure=failure, details=details)
        self.news.append(outcome)
        return [self.begun(following) for following in self._more(outcome)]

    def _tell_progress(self, job: _Job[J], *, read: int = 0, known: int = 0) -> None:
        job.pages += read
        job.pages_known += known
        if job.pages_known:
            self.news.append(Progress(job.first, job.pages, job.pages_known))
