"""Shows on a terminal how far work has come whose steps are known beforehand."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from minuted.tracking import Step


def tracked(steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:
    """All of ``steps``, with a progress bar on a terminal; see ``minuted.tracking.Track``."""
    return _with_bar(steps, what, total) if sys.stderr.isatty() else steps


def _with_bar(steps: Iterable[Step], what: str, total: int) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shape = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shape, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(steps, total=total, description=what)
