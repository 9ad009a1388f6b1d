"""Words as they stand in ids: lower-case ASCII joined by hyphens."""

from __future__ import annotations

import re
import unicodedata

# A longer id can't be read out or typed, and the words that tell most come first.
_LONGEST_SLUG = 48
_WORD = re.compile(r"[a-z0-9]+")


def slug(text: str) -> str:
    """``text`` as lower-case ASCII words joined by hyphens, cut at a word; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    whole = "-".join(_WORD.findall(plain.replace("'", "")))
    if len(whole) <= _LONGEST_SLUG:
        return whole
    kept = whole[: _LONGEST_SLUG + 1].rpartition("-")[0]
    return kept or whole[:_LONGEST_SLUG]
