"""What was decided under a formula (RESOLVED, AGREED, Decision), part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.spans import Span
from extract.decided import Decided
from extract.matched import Matched
from extract.matching import Match
from extract.paragraphs import folded, sentences
from extract.parts import Part, read_parts

_LEAST_LETTERS = 4  # of what was decided; less is a number or a mark


def resolutions(matched: Matched, index: int, lead: Match) -> tuple[tuple[Decided, ...], int]:
    """What stands under the formula ``lead`` of paragraph ``index``, and the first paragraph after it."""
    parts, after = read_parts(matched.text, matched.paragraphs, index, lead.span.end, matched.stops)
    return tuple(_decided(matched, index, lead, parts)), after


def _decided(matched: Matched, index: int, lead: Match, parts: Sequence[Part]) -> Iterator[Decided]:
    if not parts:
        return
    text, told = matched.text, Span(_sentence_start(matched, index, lead), parts[-1].span.end)
    formula = folded(text[lead.span.start : parts[0].span.start])
    for part in parts:
        if sum(char.isalpha() for char in text[part.span.start : part.span.end]) >= _LEAST_LETTERS:
            yield Decided(part=part, rule=lead.rule.id, explicit=True, told=told, formula=formula)


def _sentence_start(matched: Matched, index: int, lead: Match) -> int:
    """Where the sentence of the formula begins: who moved it may stand there ("Proposed by ... and RESOLVED")."""
    said = sentences(matched.text, matched.paragraphs[index].span)
    return max(
        (sentence.start for sentence in said if sentence.start <= lead.span.start),
        default=lead.span.start,
    )
