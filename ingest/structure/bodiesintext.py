"""Bodies that the text of minutes shows to be those that met, where no title block names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.structure.bodynames import body_at
from ingest.structure.units import Unit

_RECORD = r"(?=[^.]{0,200}\b(?:correct|true|accurate) (?:and \w+ )?record\b)"
_YEAR = r"(?=[A-Z][^.]{0,80}\bfor the (?:\w+ )?(?i:municipal|civic|ensuing|coming|council) year\b)"
_DECIDES = r"note|approve|agree|endorse|support|take|delegate|adopt|accept|consider|confirm"
_SAID_OF_OWN = tuple(
    re.compile(pattern)
    for pattern in (
        # Minutes that a body confirms are its own; those that it receives may be another's.
        rf"\bminutes of (?:the |a )?(?:[a-z]+ )?(?:meetings? of )?(?:the )?(?=[A-Z]){_RECORD}",
        r"\bwelcomed\b[^.]{0,80}?\bto (?:[a-z]+ ){0,4}(?=[A-Z][^.]{2,100}\bmeeting\b)",
        r"\bwelcomed\b[^.]{0,80}?\bto (?:[a-z]+ ){0,3}meeting of (?:the )?(?=[A-Z])",
        rf"\b(?i:chair(?:man|person|woman)?) of (?:the )?{_YEAR}",
        r"^(?:[Ii]t was )?(?:RESOLVED|Resolved|AGREED|Agreed)\s*[:–—-]?\s*(?:[Tt]hat )?(?:the )?"
        rf"(?=[A-Z][^.:]{{2,80}}?(?::|\s(?:{_DECIDES})\b))",
        r"^(?:The )?(?=[A-Z]\w+(?: [A-Z&]\w*){0,6} (?:considered|resolved|received|noted|debated)\b)",
    )
)
"""What only a body's own minutes say of it, before its name."""
_LONGEST = 500  # characters of a paragraph
_REACH = 90  # characters of a name


def body_in_text(own: Sequence[Unit]) -> str | None:
    """The body that the units ``own`` of minutes show to be the one that met; ``None`` where they don't."""
    for pattern in _SAID_OF_OWN:
        if body := next(_bodies(own, pattern), None):
            return body
    return None


def _bodies(own: Sequence[Unit], pattern: re.Pattern[str]) -> Iterator[str]:
    for unit in own:
        text = unit.title[:_LONGEST] if unit.number else unit.text[:_LONGEST]
        for match in pattern.finditer(text):
            if body := body_at(text[match.end() : match.end() + _REACH]):
                yield body
