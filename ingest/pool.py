"""Worker processes that one bad file can't take down: each task has limits on time and memory, and may crash.

PDF and NLP libraries crash, hang and leak. A worker that does costs the task it was at, and is replaced.

Memory is watched from outside, by the resident size of each worker, and not by ``setrlimit``: a limit on address space
or data counts what libraries reserve and never touch, and makes an allocation fail in the middle of C code, which then
aborts or goes on with damaged state; a worker that is killed leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import multiprocessing
import os
import pickle
import resource
import signal
import sys
import threading
import time
import traceback
from collections import deque
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
# By this signal a worker ends itself, and what it has started, for want of memory: nothing else sends or handles it.
_TOO_MUCH_MEMORY = signal.SIGUSR2
# Python looks for cyclic garbage each time that so many more objects have come than gone. Its own number, 700, makes it
# go through a pack's hundred thousands of lines again and again, which took a tenth of the time of reading them and
# three quarters of the time of unpickling them.
_GARBAGE_EVERY = 100_000
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_MIB = 1024 * 1024

# Threads and native libraries of the parent don't survive a fork: workers start from a fresh interpreter.
_processes = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many workers there are, and what one task may take: seconds of wall-clock time, bytes of resident memory.

    ``seconds_per_task`` holds for tasks that the pool isn't told another limit for.
    """

    processes: int = 1
    seconds_per_task: float = 300.0
    memory_bytes: int = 2048 * _MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T, R]):
    """What became of one task: its ``result``, or in one line the ``failure``; ``details`` is a traceback, if any.

    ``refused`` says that the work itself raised a ``MinutedError``: to try the task again in another way is no use.
    """

    task: T
    result: R | None = None
    failure: str | None = None
    details: str | None = None
    refused: bool = False


class GuardedPool(Generic[T, R]):
    """Runs ``work`` on tasks in worker processes that live for many tasks.

    ``work`` and ``initializer`` (run once in each worker, before its first task) are functions of a module; tasks and
    results can be pickled. ``seconds`` tells how long a task may take; ``wanted`` is asked before it begins, and a task
    that is no longer wanted has no outcome. What workers print goes nowhere.
    """

    def __init__(
        self,
        work: Callable[[T], R],
        limits: Limits,
        *,
        initializer: Callable[[], object] | None = None,
        seconds: Callable[[T], float] | None = None,
        wanted: Callable[[T], bool] = lambda _task: True,
    ) -> None:
        self._work = work
        self._limits = limits
        self._initializer = initializer
        self._seconds = seconds or (lambda _task: limits.seconds_per_task)
        self._wanted = wanted

    def map(
        self, tasks: Iterable[T], *, follow_up: Callable[[Outcome[T, R]], Iterable[T]] | None = None
    ) -> Generator[Outcome[T, R], None, None]:
        """The outcome of each task, in the order in which they finish.

        ``follow_up`` is asked at each outcome for further tasks, which run before those that remain. No more tasks are
        taken from ``tasks`` than there are workers. Ending the iteration early, by closing it or by an exception such
        as ``KeyboardInterrupt``, kills the workers at once.
        """
        remaining = iter(tasks)
        following: deque[T] = deque()
        busy: list[_Worker[T, R]] = []
        idle: list[_Worker[T, R]] = []
        outcomes: list[Outcome[T, R]] = []
        spares_started = False
        try:
            while True:
                while len(busy) < max(self._limits.processes, 1):
                    try:
                        task = following.popleft() if following else next(remaining)
                    except StopIteration:
                        break
                    if self._wanted(task):
                        busy.append(self._begun(task, idle))
                if follow_up and busy and not spares_started:
                    # What follows shall not wait for a process to start: that takes a fifth of a second.
                    spares_started = True
                    idle.extend(self._worker() for _ in range(self._limits.processes - len(busy)))
                # All workers have their next task before outcomes are handed out: what is done with them takes time.
                yield from outcomes
                if not busy:
                    return
                wait([worker.connection for worker in busy], timeout=_LOOK_EVERY)
                outcomes = list(self._outcomes(busy, idle))
                if follow_up:
                    # What follows from the latest comes first: what was begun is ended before more is begun.
                    for outcome in outcomes:
                        following.extendleft(reversed(list(follow_up(outcome))))
        finally:
            for worker in busy + idle:
                worker.kill()

    def _worker(self) -> _Worker[T, R]:
        return _Worker(self._work, self._initializer, self._limits.memory_bytes)

    def _begun(self, task: T, idle: list[_Worker[T, R]]) -> _Worker[T, R]:
        """A worker that is at ``task``: an idle one, if one has given back the memory of its last task."""
        while idle:
            worker = idle.pop()
            if worker.is_fit():
                break
            worker.kill()
        else:
            worker = self._worker()
        worker.begin(task, self._seconds(task))
        return worker

    def _outcomes(self, busy: list[_Worker[T, R]], idle: list[_Worker[T, R]]) -> Iterator[Outcome[T, R]]:
        """What became of the tasks that have ended; their workers, alive or not, become idle."""
        for worker in list(busy):
            outcome = worker.outcome()
            if outcome is not None:
                busy.remove(worker)
                idle.append(worker)
                yield outcome


class _Worker(Generic[T, R]):
    """A worker process and the task that it is at."""

    def __init__(self, work: Callable[[T], R], initializer: Callable[[], object] | None, memory_bytes: int) -> None:
        self.connection, theirs = _processes.Pipe()
        self._memory_bytes = memory_bytes
        arguments = (theirs, work, initializer, memory_bytes)
        self._process = _processes.Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, task: T, seconds: float) -> None:
        """Sends the worker its next task; a worker that has died meanwhile shows as the task's outcome."""
        self._task = task
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        with contextlib.suppress(BrokenPipeError):
            self.connection.send(task)

    def outcome(self) -> Outcome[T, R] | None:
        """What became of the task; ``None`` while it runs within its limits. Kills a worker that is past them."""
        if self.connection.poll():
            return self._answer()
        if time.monotonic() > self._deadline:
            return self._given_up(f"took longer than {self._seconds:g} seconds and was given up")
        if self._resident() > self._memory_bytes:
            return self._given_up(self._too_much_memory())
        return None

    def is_fit(self) -> bool:
        """Whether the worker lives and has given back the memory of its task."""
        return self._process.is_alive() and self._resident() <= self._memory_bytes * _LEAK_SHARE

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
            result, failure, details, refused = pickle.loads(self.connection.recv_bytes())
        except (EOFError, ConnectionResetError):
            self._process.join(timeout=_LAST_BREATH)
            if self._process.exitcode == -_TOO_MUCH_MEMORY:
                return Outcome(task=self._task, failure=self._too_much_memory())
            return Outcome(task=self._task, failure=f"crashed its worker process ({_death(self._process.exitcode)})")
        return Outcome(task=self._task, result=result, failure=failure, details=details, refused=refused)

    def _given_up(self, reason: str) -> Outcome[T, R]:
        self.kill()
        return Outcome(task=self._task, failure=reason)

    def _too_much_memory(self) -> str:
        return f"needed more than {self._memory_bytes // _MIB} MiB of memory and was given up"

    def _resident(self) -> int:
        return _resident(self._process.pid)


def _resident(pid: int | None) -> int:
    """Bytes of memory that a process holds; 0 where the system doesn't tell or the process is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_BYTES
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _death(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"it ended with exit code {exit_code}"
    if -exit_code == signal.SIGKILL:
        return "the system killed it, probably for lack of memory"
    return signal.Signals(-exit_code).name


def _serve(
    connection: Connection, work: Callable[[T], R], initializer: Callable[[], object] | None, memory_bytes: int
) -> None:
    """The worker's side: answers each task with (result, failure, details, refused) until the parent hangs up."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _silence()
    threading.Thread(target=_keep_watch, args=(memory_bytes,), daemon=True).start()
    gc.set_threshold(_GARBAGE_EVERY, *gc.get_threshold()[1:])
    bound = False
    prepared = initializer is None
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        if not bound:
            _end_with_parent()
            bound = True
        try:
            if initializer and not prepared:
                initializer()
                prepared = True
            answer = pickle.dumps((work(task), None, None, False))
        except MinutedError as error:
            answer = pickle.dumps((None, str(error), traceback.format_exc(), True))
        except Exception as error:  # noqa: BLE001 - the worker's door: whatever goes wrong is recorded, not raised
            reason = f"internal error: {type(error).__name__}: {error}"
            answer = pickle.dumps((None, " ".join(reason.split()), traceback.format_exc(), False))
        connection.send_bytes(answer)


def _silence() -> None:
    """Sends what the worker and its native libraries print to nowhere: the screen belongs to the parent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _end_with_parent() -> None:
    """Asks the kernel to kill the worker, and what it has started, when its parent is gone.

    The thread that keeps watch can't while a call into C, such as a regular expression, holds the interpreter's lock,
    and one may hold it for hours. The parent's end of the pipe that started the worker closes when the parent ends,
    and a pipe sends the signal that it is set to (fcntl(2), ``F_SETSIG``) to a whole process group, where
    ``PR_SET_PDEATHSIG`` reaches the worker alone, and when no more than a thread of the parent has ended. It sends it
    for bytes as well: this is for after the first task, before which the parent has written all that it will.
    """
    parent = multiprocessing.parent_process()
    if sys.platform != "linux" or parent is None:
        return
    pipe = parent.sentinel
    fcntl.fcntl(pipe, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if wait([pipe], timeout=0):
        # It ended before it was asked for.
        os.killpg(0, signal.SIGKILL)


def _keep_watch(memory_bytes: int) -> None:
    """Ends the worker, and what it has started, when its parent is gone or it holds too much memory.

    The parent looks at the memory as well, but not while it is busy with an outcome. That the parent is gone the
    kernel sees sooner, where it can be asked to.
    """
    parent = multiprocessing.parent_process()
    while parent is not None and not wait([parent.sentinel], timeout=_LOOK_EVERY):
        if _resident(os.getpid()) > memory_bytes:
            os.killpg(0, _TOO_MUCH_MEMORY)
    os.killpg(0, signal.SIGKILL)
