"""What was decided, as sentences of running prose tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.vocabulary import Outcome
from extract.decided import Decided
from extract.matched import Matched
from extract.paragraphs import sentences
from extract.parts import Part, with_enumeration

_PAST_MEETING = re.compile(
    r"\b(?:at (?:the|its|their|a) (?:last|previous|earlier|\w+ \d{4}) meeting|previously|"
    r"had (?:already )?(?:agreed|approved|resolved))\b"
    r"|\bmeeting (?:held )?on \d",
    re.IGNORECASE,
)


def told_in_prose(matched: Matched, index: int) -> Iterator[Decided]:
    """What the sentences of paragraph ``index`` tell as decided, one a sentence."""
    matches = matched.of(index, "prose")
    if not matches:
        return
    text = matched.text
    for sentence in sentences(text, matched.paragraphs[index].body):
        told = next((match for match in matches if sentence.start <= match.span.start < sentence.end), None)
        if told is None or _PAST_MEETING.search(text[sentence.start : told.span.start]):
            continue
        span, _ = with_enumeration(text, matched.paragraphs, index + 1, sentence, matched.stops)
        yield Decided(
            part=Part(None, span),
            rule=told.rule.id,
            explicit=False,
            told=sentence,
            outcome=Outcome(told.rule.value) if told.rule.value else None,
        )
