"""What a sentence says of an interest that it declares: of what kind it is, in which items, in which words."""

from __future__ import annotations

import re

from corpus.spans import Span, trimmed
from corpus.vocabulary import InterestKind
from extract.regexes import labelled

_ITEMS = re.compile(
    r"(?i)\b(?:agenda )?(?:items?|minutes?)(?: (?:nos?|numbers?))?\.? \(?"
    r"(?P<numbers>\d[\w./]{0,10}(?:(?:, ?| and | & )\d[\w./]{0,10}){0,12})"
)
_NUMBER = re.compile(r"\d[\w./]{0,10}")
_ENDS = re.compile(
    r"(?i)[,;]? (?:and|so|but)(?: (?:he|she|they|therefore|then|would|duly)){0,3} "
    r"(?:left|leave|leaving|withdr|took no|did not|not take|not participate|refrained|remained|stayed)"
)
_LEAD = re.compile(r"(?i)^(?:(?:in|with) (?:regard|relation) to|in respect of|in|regarding|re)\s+(?=that\b)")


def kind_of(said: str) -> InterestKind | None:
    """The kind that ``said`` names: the first of the kinds in the order of the rules."""
    for rule in labelled("declarations", "kind"):
        if rule.regex and rule.regex.search(said) and rule.value:
            return InterestKind(rule.value)
    return None


def items_of(said: str) -> tuple[str, ...]:
    """The numbers of the items that ``said`` names, as printed."""
    found = (number.strip("./") for match in _ITEMS.finditer(said) for number in _NUMBER.findall(match["numbers"]))
    return tuple(dict.fromkeys(found))


def words_of(text: str, span: Span) -> str | None:
    """What the interest was, in the words of ``span``, which follow "declared an interest"; ``None`` where none do."""
    end = _ENDS.search(text, span.start, span.end)
    words = trimmed(text, Span(span.start, end.start() if end else span.end))
    said = " ".join(_LEAD.sub("", text[words.start : words.end]).split()).strip(" .,;:–-")
    return said if any(map(str.isalpha, said)) else None
