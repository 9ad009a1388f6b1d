"""Names as they are compared: without case, accents, stray blanks or kinds of apostrophe."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# The same few thousand names and bodies are compared again and again when a list is filtered.
_CACHED_NAMES = 4096

_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-"})


@lru_cache(maxsize=_CACHED_NAMES)
def fold(text: str | None) -> str | None:
    """``text`` in the form it is compared in; ``None`` stays ``None``."""
    if text is None:
        return None
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_STRAIGHT))
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


def folded_name(name: str) -> str:
    """``name`` in the form that names are grouped by."""
    return fold(name) or ""
