"""Reference numbers: of decisions, minutes and applications, and where others speak of them."""

from __future__ import annotations

import re

# "24/00093", "KEY/2024/17", "22/01234/FUL": a number without a stroke could be of anything.
_REFERENCE = re.compile(r"(?<![\w/])(?:[A-Z]{1,8}/)?\d{2,4}/\d{2,6}(?:/[A-Z]{1,5})?(?![\w/])")
_YEARS = re.compile(r"(?:19|20)?\d\d/\d\d")
"""A financial year ("2024/25"), or a share."""


def references_in(text: str) -> tuple[str, ...]:
    """The reference numbers in ``text``, each once, in order."""
    found = dict.fromkeys(_REFERENCE.findall(text))
    return tuple(reference for reference in found if not _YEARS.fullmatch(reference))
