"""Words that are spelt in two ways: British and American forms, and forms that both stand in British papers.

Every spelling of a word is brought to one before it is cut to its stem, in what is indexed and in what is asked, so
that "organization" finds "organisation". The forms made here need be nobody's spelling; they are never shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("spellings.txt")

_IZE = re.compile(r"(?<=\w{3}[iy])z(?=(?:e[ds]?|ers?|ing|ations?|ational|able)$)")
"""organize, organization, analyzing; after so many letters that "size" and "prize" stay themselves."""

_MADE_WITHOUT = ("ly", "ity")
"""Endings before which a double letter belongs to the word: "totally" is no form of "to total"."""


def one_spelling(word: str) -> str:
    """``word`` (folded) as all spellings of it are searched: "organization" as "organisation", "colour" as "color"."""
    if (match := _beginnings().match(word)) and not word.endswith(_MADE_WITHOUT):
        word = other_spellings()[match.group()] + word[match.end() :]
    return _IZE.sub("s", word)


@cache
def other_spellings() -> Mapping[str, str]:
    """The beginnings that have another spelling, and what that is, by which both are searched."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


@cache
def _beginnings() -> re.Pattern[str]:
    """The beginnings that have another spelling, the longer first."""
    return re.compile("|".join(map(re.escape, sorted(other_spellings(), key=len, reverse=True))))
