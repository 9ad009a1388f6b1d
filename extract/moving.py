"""Which motion led to which decision, and how the vote on it went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.spans import Span
from extract.decided import Decided
from extract.matched import Matched
from extract.proceedings import Moved, Proceedings
from extract.settled import ended_apart, settled

_RESULT = re.compile(
    r"(?i)(?:(?:all|unanimous(?:ly)?|passed|agreed|approved|carried|lost|defeated|in|favour|motion|the|was)\b[\s.,;():!-]*)+$"
)
"""Words under "Decision:" that tell no more than how the vote on a motion went."""


def with_motions(
    matched: Matched, found: Sequence[Decided], proceedings: Proceedings
) -> tuple[tuple[Decided, Moved], ...]:
    """All that was decided, with who moved it: ``found``, and the motions that nothing else tells of; in order."""
    apart = tuple(ended_apart(matched, proceedings))
    told = [each for each in found if each.explicit or not any(each.told.overlaps(span) for span in apart)]
    decided = list(_resolved(matched, told, proceedings))
    decided += tuple(settled(matched, proceedings, decided))
    return tuple(sorted(decided, key=lambda each: each[0].part.span.start))


def _resolved(matched: Matched, found: Sequence[Decided], proceedings: Proceedings) -> Iterator[tuple[Decided, Moved]]:
    ended: dict[Span, Span] = {}  # by item, what its last decision is told by
    since = 0
    for each in found:
        item = matched.places.item_span(each.told.start)
        last = ended.get(item)
        if last != each.told:
            since = last.end if last else item.start
        ended[item] = each.told
        moved = proceedings.moved(each.told, Span(since, item.end), explicit=each.explicit)
        if moved.motion is None or not _RESULT.match(matched.text, each.part.span.start, each.part.span.end):
            yield each, moved
