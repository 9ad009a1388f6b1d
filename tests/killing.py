"""Kills processes at work: quickly started, from a process that has loaded what they need.

`MINUTED_TEST_KILLS=500` kills each work at so many moments, and before each of its steps, in place of a few.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

A_FEW = 6
"""Kills of each work in the ordinary tests, which many works share."""

_ASKED_FOR = os.environ.get("MINUTED_TEST_KILLS")

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["search.index", "search.tantivy_engine", "search.whoosh_engine", "minuted.run"])

_IN_TIME = 120.0
"""Seconds after which work that does not end by itself hangs."""

_FILES = ("open", "os.", "shutil.", "fcntl.")
"""How the names of audit events begin that have to do with files."""

Work = Callable[..., None]


def killed_after(seconds: float, work: Work, *arguments: object) -> bool:
    """Let ``work`` begin in a process of its own and kill that after ``seconds``; whether it was still at it."""
    process = _FORKING.Process(target=work, args=arguments)
    process.start()
    time.sleep(seconds)
    process.kill()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode == -signal.SIGKILL


def killed_at(step: int, folder: Path, work: Work, *arguments: object) -> None:
    """Let ``work`` begin in a process that dies before its ``step``-th (0-based) deed to files in ``folder``."""
    assert _let(work, arguments, folder, _FORKING.Value("i"), dying_at=step) == -signal.SIGKILL


def deeds(folder: Path, work: Work, *arguments: object) -> int:
    """How many deeds to files in ``folder`` Python's part of ``work`` does."""
    done = _FORKING.Value("i")
    assert _let(work, arguments, folder, done) == 0
    return int(done.value)


def duration(work: Work, *arguments: object) -> float:
    """How many seconds ``work`` takes in a process of its own."""
    began = time.monotonic()
    process = _FORKING.Process(target=work, args=arguments)
    process.start()
    process.join(_IN_TIME)
    assert process.exitcode == 0
    return time.monotonic() - began


def moments(until: float, seed: int, few: int = A_FEW) -> list[float]:
    """``few`` moments between 0 and ``until`` seconds, or as many as are asked for; the same for the same ``seed``."""
    random = Random(seed)
    return [random.random() * until for _ in range(int(_ASKED_FOR or few))]


def steps(count: int, few: int = A_FEW) -> list[int]:
    """``few`` of ``count`` steps spread over all, the first and last with them; all where more kills are asked for."""
    if _ASKED_FOR:
        return list(range(count))
    return [round(number * (count - 1) / (few - 1)) for number in range(few)]


def _let(work: Work, arguments: Sequence[object], folder: Path, done: Any, dying_at: int | None = None) -> int | None:
    """The exit code of a process that does ``work`` and counts its deeds in ``done``."""
    process = _FORKING.Process(target=_counting, args=(done, dying_at, str(folder), work, arguments))
    process.start()
    process.join(_IN_TIME)
    return process.exitcode


def _counting(done: Any, dying_at: int | None, folder: str, work: Work, arguments: Sequence[object]) -> None:
    def inside(each: object) -> bool:
        path = os.fspath(each) if isinstance(each, os.PathLike) else each
        return isinstance(path, str) and path.startswith(folder)

    def count(event: str, told: tuple[object, ...]) -> None:
        if event.startswith(_FILES) and any(map(inside, told)):
            if done.value == dying_at:
                os.kill(os.getpid(), signal.SIGKILL)
            done.value += 1

    sys.addaudithook(count)
    work(*arguments)
