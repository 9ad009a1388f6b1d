"""How wide the screen is, and text put into that width; in a pipe nothing is cut or wrapped."""

from __future__ import annotations

import shutil
import sys
import textwrap
from unicodedata import category

import click

# Controls, what changes the direction of writing or has no width, and what is no character at all.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def columns() -> int | None:
    """The columns of the terminal that is written to; ``None`` where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def wrapped(text: str, width: int | None) -> list[str]:
    """The lines that ``text`` makes in so many columns, one at least; words are never cut."""
    text = visible(text)
    if width is None:
        return [text]
    return textwrap.wrap(text, max(width, 1), break_long_words=False, break_on_hyphens=False) or [""]


def visible(text: str) -> str:
    """``text`` with characters that would steer the terminal, or turn text around, written out: "\\x1b"."""
    if text.isprintable():
        return text
    return "".join(char if char in "\n\t" or category(char) not in _UNSEEN else ascii(char)[1:-1] for char in text)


def hanging(lead: str, text: str) -> str:
    """``text`` behind ``lead``, which may be styled; its further lines below its first one."""
    width = columns()
    taken = len(click.unstyle(lead))
    return f"\n{' ' * taken}".join(
        (lead if at == 0 else "") + line
        for at, line in enumerate(wrapped(text, None if width is None else width - taken))
    )
