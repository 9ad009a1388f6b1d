"""How wide the screen is, and text put into that width; in a pipe nothing is cut or wrapped."""

from __future__ import annotations

import shutil
import sys
import textwrap


def columns() -> int | None:
    """The columns of the terminal that is written to; ``None`` where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def wrapped(text: str, width: int | None) -> list[str]:
    """The lines that ``text`` makes in so many columns, one at least; words are never cut."""
    if width is None:
        return [text]
    return textwrap.wrap(text, max(width, 1), break_long_words=False, break_on_hyphens=False) or [""]


def hanging(lead: str, text: str) -> str:
    """``text`` behind ``lead``, its further lines below its first one."""
    width = columns()
    return f"\n{' ' * len(lead)}".join(
        (lead if at == 0 else "") + line
        for at, line in enumerate(wrapped(text, None if width is None else width - len(lead)))
    )
