"""What was decided under a formula (RESOLVED, AGREED, Decision), part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.decided import Decided
from extract.matched import Matched
from extract.matching import Match
from extract.paragraphs import folded
from extract.parts import Part, read_parts
from extract.votes import moved_before

_LEAST_LETTERS = 4  # of what was decided; less is a number or a mark


def resolutions(matched: Matched, index: int, lead: Match) -> tuple[tuple[Decided, ...], int]:
    """What stands under the formula ``lead`` of paragraph ``index``, and the first paragraph after it."""
    parts, after = read_parts(matched.text, matched.paragraphs, index, lead.span.end, matched.stops)
    return tuple(_decided(matched, lead, parts)), after


def _decided(matched: Matched, lead: Match, parts: Sequence[Part]) -> Iterator[Decided]:
    if not parts:
        return
    text, start = matched.text, matched.item_start(lead.span.start)
    moved = moved_before(text, start, lead.span.end)
    if moved.mover is None:
        moved = moved_before(text, start, parts[-1].span.end)
    formula = folded(text[lead.span.start : parts[0].span.start])
    for part in parts:
        if sum(char.isalpha() for char in text[part.span.start : part.span.end]) >= _LEAST_LETTERS:
            yield Decided(part=part, rule=lead.rule.id, explicit=True, moved=moved, formula=formula)
