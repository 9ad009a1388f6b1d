"""Writes a file as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def write_aside(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the place of ``target`` at the end, and goes after an error."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
