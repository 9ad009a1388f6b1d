"""A search as a whole process, compared with a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROCESSES_ASKED = 12.0
"""Times a bare Python that a search may take."""

_BARE = (sys.executable, "-c", "pass")
_QUERY = "report AND council"


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds of a search, and of a bare Python between its runs."""

    search: float
    bare: float

    @property
    def times(self) -> float:
        """How many times as long the search takes."""
        return self.search / self.bare

    def __str__(self) -> str:
        return f"{1000 * self.search:7.0f}, python -c pass {1000 * self.bare:5.1f}: {self.times:5.1f} times"


def compare_processes(corpora: Mapping[str, Path], runs: int) -> dict[str, Compared]:
    """Medians of ``runs`` of a search in each corpus."""
    told: dict[str, list[tuple[float, float]]] = {name: [] for name in corpora}
    for _ in range(runs):
        for name, folder in corpora.items():
            search = (sys.executable, "-m", "minuted", "--corpus", str(folder), "search", _QUERY)
            told[name].append((_clocked(search), _clocked(_BARE)))
    return {name: Compared(*(median(side) for side in zip(*pairs, strict=True))) for name, pairs in told.items()}


def _clocked(command: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun
