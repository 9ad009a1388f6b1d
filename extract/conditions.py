"""On what conditions something was decided."""

from __future__ import annotations

import re

from corpus.vocabulary import Outcome
from extract.regexes import labelled, searches

_AFTER_COMMA = len("That, ")  # a condition that begins so early comes before what was decided, and ends with a comma
_NEXT_CLAUSE = re.compile(
    r",? and that\b.*|, (?:and )?(?:the|it|he|she|they) [^,]{0,60}\b(?:should|shall|will|be|is|are|was|were)\b.*"
    r"| and (?:was |were |be )?(?:duly )?signed\b.*|\s*:[\s-]*$",
    re.DOTALL,
)


def conditions_of(text: str, outcome: Outcome) -> str | None:
    """What ``text`` (with single blanks) decides subject to, as written; what was only noted has no conditions."""
    if outcome is Outcome.NOTED:
        return None
    for _, match in searches(labelled("particulars", "condition"), text):
        terms: str = match["terms"]
        if match.start() <= _AFTER_COMMA:
            terms = terms.split(", ")[0]
        return _NEXT_CLAUSE.sub("", terms).strip(" ,")
    return None
