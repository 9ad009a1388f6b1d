"""Worker processes that one bad file can't take down: each task has limits on time and memory, and may crash.

PDF and NLP libraries crash, hang and leak. A worker that does costs the task it was at, and is replaced.

Memory is watched from outside, by the resident size of each worker, and not by ``setrlimit``: a limit on address space
or data counts what libraries reserve and never touch, and makes an allocation fail in the middle of C code, which then
aborts or goes on with damaged state; a worker that is killed leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from corpus.errors import MinutedError

T = TypeVar("T")
R = TypeVar("R")

# How often, in seconds, time and memory are looked at: a runaway allocates a few hundred megabytes in that time.
_LOOK_EVERY = 0.1
# A worker that holds on to more than this share of its limit after a task is replaced: the next task isn't to blame.
_LEAK_SHARE = 0.5
# A worker that has hung up is dead within this many seconds, or is not waited for.
_LAST_BREATH = 1.0
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_MIB = 1024 * 1024

# Threads and native libraries of the parent don't survive a fork: workers start from a fresh interpreter.
_processes = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many workers there are, and what one task may take: seconds of wall-clock time, bytes of resident memory."""

    processes: int = 1
    seconds_per_task: float = 300.0
    memory_bytes: int = 2048 * _MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T, R]):
    """What became of one task: its ``result``, or in one line the ``failure``; ``details`` is a traceback, if any."""

    task: T
    result: R | None = None
    failure: str | None = None
    details: str | None = None


class GuardedPool(Generic[T, R]):
    """Runs ``work`` on tasks in worker processes that live for many tasks.

    ``work`` and ``initializer`` (run once in each worker, before its first task) are functions of a module; tasks and
    results can be pickled. What workers print goes nowhere.
    """

    def __init__(
        self, work: Callable[[T], R], limits: Limits, *, initializer: Callable[[], object] | None = None
    ) -> None:
        self._work = work
        self._limits = limits
        self._initializer = initializer

    def map(self, tasks: Iterable[T]) -> Generator[Outcome[T, R], None, None]:
        """The outcome of each task, in the order in which they finish.

        No more tasks are taken from ``tasks`` than there are workers. Ending the iteration early, by closing it or by
        an exception such as ``KeyboardInterrupt``, kills the workers at once.
        """
        remaining = iter(tasks)
        workers: list[_Worker[T, R]] = []
        try:
            for task in remaining:
                workers.append(_Worker(self._work, self._initializer, task, self._limits))
                if len(workers) == max(self._limits.processes, 1):
                    break
            while workers:
                wait([worker.connection for worker in workers], timeout=_LOOK_EVERY)
                # All workers get their next task before the first outcome is handed out: that may take its time.
                yield from [done for worker in list(workers) for done in self._outcomes(worker, workers, remaining)]
        finally:
            for worker in workers:
                worker.kill()

    def _outcomes(
        self, worker: _Worker[T, R], workers: list[_Worker[T, R]], remaining: Iterator[T]
    ) -> Iterator[Outcome[T, R]]:
        """The outcome of the worker's task, if there is one; gives the worker, or a new one in its place, the next."""
        done = worker.outcome()
        if done is None:
            return
        try:
            following = next(remaining)
        except StopIteration:
            workers.remove(worker)
            worker.kill()
        else:
            if worker.is_fit():
                worker.begin(following)
            else:
                worker.kill()
                workers[workers.index(worker)] = _Worker(self._work, self._initializer, following, self._limits)
        yield done


class _Worker(Generic[T, R]):
    """A worker process and the task that it is at."""

    def __init__(
        self, work: Callable[[T], R], initializer: Callable[[], object] | None, task: T, limits: Limits
    ) -> None:
        self.connection, theirs = _processes.Pipe()
        self._limits = limits
        self._process = _processes.Process(target=_serve, args=(theirs, work, initializer), daemon=True)
        self._process.start()
        theirs.close()
        self.begin(task)

    def begin(self, task: T) -> None:
        """Sends the worker its next task; a worker that has died meanwhile shows as the task's outcome."""
        self._task = task
        self._deadline = time.monotonic() + self._limits.seconds_per_task
        with contextlib.suppress(BrokenPipeError):
            self.connection.send(task)

    def outcome(self) -> Outcome[T, R] | None:
        """What became of the task; ``None`` while it runs within its limits. Kills a worker that is past them."""
        if self.connection.poll():
            return self._answer()
        if time.monotonic() > self._deadline:
            return self._given_up(f"took longer than {self._limits.seconds_per_task:g} seconds and was given up")
        if self._resident() > self._limits.memory_bytes:
            return self._given_up(
                f"needed more than {self._limits.memory_bytes // _MIB} MiB of memory and was given up"
            )
        return None

    def is_fit(self) -> bool:
        """Whether the worker lives and has given back the memory of its task."""
        return self._process.is_alive() and self._resident() <= self._limits.memory_bytes * _LEAK_SHARE

    def kill(self) -> None:
        """Ends the worker and what it has started, at once."""
        if self._process.is_alive():
            # The worker heads a process group of its own, unless it is killed before it came so far.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
            self._process.kill()
        self._process.join()
        self.connection.close()

    def _answer(self) -> Outcome[T, R]:
        try:
            result, failure, details = pickle.loads(self.connection.recv_bytes())
        except (EOFError, ConnectionResetError):
            self._process.join(timeout=_LAST_BREATH)
            return Outcome(task=self._task, failure=f"crashed its worker process ({_death(self._process.exitcode)})")
        return Outcome(task=self._task, result=result, failure=failure, details=details)

    def _given_up(self, reason: str) -> Outcome[T, R]:
        self.kill()
        return Outcome(task=self._task, failure=reason)

    def _resident(self) -> int:
        """Bytes of memory that the worker holds; 0 where the system doesn't tell or the worker is gone."""
        try:
            return int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]) * _PAGE_BYTES
        except (FileNotFoundError, ProcessLookupError):
            return 0


def _death(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"it ended with exit code {exit_code}"
    if -exit_code == signal.SIGKILL:
        return "the system killed it, probably for lack of memory"
    return signal.Signals(-exit_code).name


def _serve(connection: Connection, work: Callable[[T], R], initializer: Callable[[], object] | None) -> None:
    """The worker's side: answers each task with (result, failure, details) until the parent hangs up."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _silence()
    threading.Thread(target=_die_with_parent, daemon=True).start()
    prepared = initializer is None
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        try:
            if initializer and not prepared:
                initializer()
                prepared = True
            answer = pickle.dumps((work(task), None, None))
        except MinutedError as error:
            answer = pickle.dumps((None, str(error), traceback.format_exc()))
        except Exception as error:  # noqa: BLE001 - the worker's door: whatever goes wrong is recorded, not raised
            reason = f"internal error: {type(error).__name__}: {error}"
            answer = pickle.dumps((None, " ".join(reason.split()), traceback.format_exc()))
        connection.send_bytes(answer)


def _silence() -> None:
    """Sends what the worker and its native libraries print to nowhere: the screen belongs to the parent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _die_with_parent() -> None:
    """Ends the worker and what it has started when the parent is gone, even where it was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.killpg(0, signal.SIGKILL)
