"""Raised characters: the mark of a note is no part of the word before it, an ordinal's letters and an exponent are."""

from __future__ import annotations

import re

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# "1" "12" "1,2" "[3]" "*" "†": what points to a note. "nd" and "th" don't.
_MARK = re.compile(r"\s*(?:[\[(]?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\])]?|[*†‡§]{1,3})\s*")
# Behind "m²", "km²" and "O₂" (which typists raise as well) a number belongs to the word: a note's mark stands behind a
# word of some length, or behind the stop or quotation mark after it.
_WORD_END = re.compile(r"(?:[^\W\d_]{3}|[^\W_][.,;:!?)\]”’\"']{1,3})$")


def is_note_mark(raised: str, before: str) -> bool:
    """Whether the raised characters ``raised`` directly behind the text ``before`` are the mark of a note."""
    return _MARK.fullmatch(raised) is not None and _WORD_END.search(before) is not None
