"""Words that are spelt in two ways: British and American forms, and forms that both stand in British papers.

Every spelling of a word is brought to one before it is cut to its stem, in what is indexed and in what is asked, so
that "organization" finds "organisation". The forms made here need be nobody's spelling; they are never shown.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("spellings.txt")

_IZE = re.compile(r"(?<=\w{3}[iy])z(?=(?:e[ds]?|ers?|ing|ations?|ational|able)$)")
"""organize, organization, analyzing; after so many letters that "size" and "prize" stay themselves."""

_MADE_WITHOUT = ("ly", "ity")
"""Endings before which a double letter belongs to the word: "totally" is no form of "to total"."""


def one_spelling(word: str) -> str:
    """``word`` (folded) as all spellings of it are searched: "organization" as "organisation", "colour" as "color"."""
    pattern, other = _beginnings()
    if (match := pattern.match(word)) and not word.endswith(_MADE_WITHOUT):
        word = other[match.group()] + word[match.end() :]
    return _IZE.sub("s", word)


@cache
def _beginnings() -> tuple[re.Pattern[str], dict[str, str]]:
    """The beginnings that have another spelling, the longer first, and what that is."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    other = dict(line.split() for line in lines if line and not line.startswith("#"))
    longest_first = sorted(other, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), other
