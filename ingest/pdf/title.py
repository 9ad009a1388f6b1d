"""The title that a PDF states of itself, where it is one."""

from __future__ import annotations

import re

# What programs write there when nobody gave a title, and what every paper of its kind could be called.
_NOT_A_TITLE = re.compile(
    r"""
      \.(?:docx?|pdf|rtf|odt|xlsx?|pptx?|dotx?|tmp|pages|indd|pub)$     # a file's name
    | ^\S*[\d_]\S*$                                                     # one word with digits: a file's name too
    | [\\/]\S+[\\/]                                                     # a path
    | \btemplate\b
    | ^(?:microsoft\ word|untitled|document\d*$|\(anonymous\)|slide\ \d|print)
    | ^(?:the\ )?(?:agenda|minutes|report|record\ of\ decision)$
    """,
    re.I | re.X,
)
_SHORTEST, _LONGEST = 6, 200
_WORD = re.compile(r"\w+")


def sane_title(stated: str, first_page: str) -> str | None:
    """The stated title with its white space folded, where the first page says the same.

    ``None`` for file names and scraps, and for the title of the older paper that this one was typed over.
    """
    title = " ".join(stated.split())
    if not _SHORTEST <= len(title) <= _LONGEST or _NOT_A_TITLE.search(title) or not title.isprintable():
        return None
    words = set(_WORD.findall(title.casefold()))
    return title if words and words <= set(_WORD.findall(first_page.casefold())) else None
