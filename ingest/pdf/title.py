"""The title that a PDF states of itself, where it is one."""

from __future__ import annotations

import re

# What programs write there when nobody gave a title: file names, and the names of their own templates.
_NOT_A_TITLE = re.compile(
    r"\.(?:docx?|pdf|rtf|odt|xlsx?|pptx?|dotx?|tmp)$|^(?:microsoft word|untitled|document\d*$|\(anonymous\)|slide \d|print)"
    r"|^[\w-]*\d[\w-]*$|[\\/]{1}[^ ]+[\\/]",
    re.I,
)
_SHORTEST, _LONGEST = 6, 200


def sane_title(stated: str) -> str | None:
    """The stated title with its white space folded; ``None`` for file names, template names and scraps."""
    title = " ".join(stated.split())
    if not _SHORTEST <= len(title) <= _LONGEST or _NOT_A_TITLE.search(title) or not title.isprintable():
        return None
    return title
