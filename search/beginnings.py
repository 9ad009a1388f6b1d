"""How words begin that have a certain stem: what finds them in a text without cutting every word of it."""

from __future__ import annotations

from functools import cache, lru_cache

from search.spelling import other_spellings

_LETTERS = 4
"""Letters of a beginning: ``search.spelling`` changes words at their beginnings, by its list, and after these."""

_CHANGED_LAST = 1
"""Letters at the end of a stem that need not stand in the word: "hope" is the stem of "hoping", "citi" of "city"."""

_STEMS_KEPT = 1_000
"""Stems whose beginnings are kept in memory: those of the questions of a day."""


@lru_cache(_STEMS_KEPT)
def beginnings(stem: str) -> tuple[str, ...]:
    """What each word begins with whose stem (``search.analysis``) is ``stem``: with one of these, none empty.

    M. F. Porter's second English stemmer takes endings away, and changes or adds one letter at most of what is left;
    the words that it makes exceptions of, and those with two spellings, are told one by one.
    """
    if not stem.isalpha():
        return (stem,)
    own = stem[: max(min(_LETTERS, len(stem) - _CHANGED_LAST), 1)]
    others = (there for here, there in _changed() if here.startswith(own) or own.startswith(here))
    return tuple(dict.fromkeys([own, *(there for there in others if not there.startswith(own))]))


@cache
def _changed() -> tuple[tuple[str, str], ...]:
    """The beginnings that stems have in the place of those that words have, as pairs: ("inqu", "enqu")."""
    from whoosh.lang.porter2 import exceptional_forms

    changes = [*other_spellings().items(), *exceptional_forms.items()]
    pairs = ((stem[:_LETTERS], word[:_LETTERS]) for word, stem in changes)
    return tuple(dict.fromkeys((stem, word) for stem, word in pairs if stem != word))
