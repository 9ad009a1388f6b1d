"""How text becomes search words: the one analysis that every engine, every query and every snippet shares.

It runs here, before an engine sees anything, because the stemmers that engines bring differ from one another in words
that council papers are full of ("added", "internal", "university"). There are no stop words: "health and wellbeing
board" is four words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from search.spelling import one_spelling

MAX_STEMS_KEPT = 200_000
"""Stems kept in memory, about 30 MB: more than the distinct words of a hundred thousand sections."""

MAX_WORD_LENGTH = 60
"""Longer runs are noise (ruled lines read as letters, encoded files); they count as several words of this length."""

_MARK = "\u0300-\u036f\u00ad\u200b-\u200d\ufeff"
"""Combining accents, soft hyphens and zero-width characters: nothing that a person types."""

_MARKS = re.compile(f"[{_MARK}]+")

_QUOTES = "'\u2018\u2019\u02bc\u00b4`"
_APOSTROPHE = re.compile(f"[{_QUOTES}]")
# What comes before is looked at when an apostrophe is found: there are few of these, and the expression starts with it.
_POSSESSIVE = re.compile(r"'(?<=[^\W_]')s\b")
_INNER_APOSTROPHE = re.compile(r"'(?<=[^\W_]')(?=[^\W_])")
_SIGNS = tuple(zip("’‘“”–—…•£", "''.......", strict=True))
"""The signs beyond ASCII that nearly all papers hold, and what counts for as much in a text."""

_UNDECOMPOSED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Latin letters that Unicode does not decompose into a base letter and an accent."""

WORD = re.compile(rf"[^\W_]{{1,{MAX_WORD_LENGTH}}}")
"""One search word of folded text: letters and digits. "24/00093" is two words, and found as a phrase of two."""

_SURFACE = re.compile(rf"[^\W_](?:[^\W_]|[{_QUOTES}](?=[^\W_])|[{_MARK}])*")
"""One word as it stands in a paper, apostrophes and accents included, for marking it in a snippet."""


def in_ascii(text: str) -> str | None:
    """``text``, with others in the place of common signs, if it is then in ASCII; each word keeps its place."""
    if text.isascii():
        return text
    if "`" in text:
        return None  # that is an apostrophe here, and none among ASCII
    for sign, instead in _SIGNS:
        text = text.replace(sign, instead)
    return text if text.isascii() else None


def fold(text: str) -> str:
    """``text`` in lower case, without accents, possessive 's and apostrophes inside words ("O’Neill’s" is "oneill").

    Common signs beyond ASCII may become others: that no sign is part of a word is all that is told.
    """
    folded = in_ascii(text)
    if folded is None:
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        folded = _APOSTROPHE.sub("'", folded).lower().translate(_UNDECOMPOSED)
    else:
        folded = folded.lower()
    if "'" in folded:
        folded = _INNER_APOSTROPHE.sub("", _POSSESSIVE.sub("", folded))
    return folded


def words(text: str) -> list[str]:
    """The words of ``text`` as they are searched where spelling counts: names, numbers, prefixes, near spellings."""
    return WORD.findall(fold(text))


def stems(text: str) -> list[str]:
    """The words of ``text`` as running text is searched: each cut to its English stem."""
    return stemmed(words(text))


def stem_of(folded_word: str) -> str:
    """The stem of ``folded_word``."""
    return _STEMS[folded_word]


def stemmed(folded_words: Iterable[str]) -> list[str]:
    """The stem of each of ``folded_words``, in order."""
    if len(_STEMS) > MAX_STEMS_KEPT:
        _STEMS.clear()
    return list(map(_STEMS.__getitem__, folded_words))


class _Stems(dict[str, str]):
    """Stems by word, each worked out at its first use: a plain look-up is what makes indexing fast."""

    def __missing__(self, word: str) -> str:
        from whoosh.lang.porter2 import stem

        cut = stem(one_spelling(word)) if word.isalpha() else word
        self[word] = cut
        return cut


_STEMS = _Stems()


def surface_words(text: str) -> list[tuple[int, int]]:
    """The ``(start, end)`` offsets of each word of ``text`` as it stands, in order."""
    return [match.span() for match in _SURFACE.finditer(text)]


def surface_end(text: str, start: int) -> int:
    """Where the word of ``text`` ends that starts, as it stands, at ``start``."""
    word = _SURFACE.match(text, start)
    assert word, "no word starts here"
    return word.end()
