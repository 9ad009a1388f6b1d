"""How long something takes, by the clock and in processor seconds, and how times are told in few figures."""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

_KIB_A_MIB = 1024
_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"VmHWM:\s*(\d+) kB")

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
_Asked = TypeVar("_Asked")


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and of the processor in all threads of this process."""

    clock: float
    processor: float

    def best(self, other: Taken) -> Taken:
        """The smaller of each."""
        return Taken(min(self.clock, other.clock), min(self.processor, other.processor))


def taken(work: Callable[[], object]) -> Taken:
    """What one run of ``work`` takes."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return Taken(time.perf_counter() - clock, time.process_time() - processor)


def side_by_side(
    sides: Mapping[str, Callable[[_Asked], object]], asked: Sequence[_Asked], rounds: int
) -> dict[str, list[Taken]]:
    """The best of ``rounds`` of each side on each thing asked; the sides take turns. A first round isn't counted."""
    best: dict[str, list[Taken]] = {}
    for turn in range(rounds + 1):
        told: dict[str, list[Taken]] = {name: [] for name in sides}
        for each in asked:
            for name, side in sides.items():
                told[name].append(taken(partial(side, each)))
        if turn:
            best = {
                name: [one.best(other) for one, other in zip(best.get(name, times), times, strict=True)]
                for name, times in told.items()
            }
    return best


def share(values: Sequence[float], part: float) -> float:
    """The value that ``part`` of all ``values`` don't exceed: 0.5 gives the median."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def apart(work: Callable[_Given, _Answer], *given: _Given.args, **named: _Given.kwargs) -> _Answer:
    """What ``work`` answers in a process of its own, which has loaded nothing yet."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def peak() -> float:
    """The greatest resident size of this process so far, in MiB.

    Linux tells it in ``/proc`` of this program alone; ``getrusage`` counts that of the parent, too.
    """
    if _STATUS.exists():
        return int(_PEAK.findall(_STATUS.read_text())[0]) / _KIB_A_MIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MIB
