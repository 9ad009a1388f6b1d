"""What a verdict is about: "All agreed", "Noted", "No objections" say it of the words before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.spans import Span
from extract.matched import Matched
from extract.matching import Match
from extract.paragraphs import Paragraph, sentences
from extract.parts import Part

_ENTRY_WORDS = 90  # of an entry that ends with a verdict; in a longer one it is said of the last sentence only
_PLANNING_REFERENCE = re.compile(r"\b(?:[A-Z]{0,4}/)?\d{2,4}/[A-Z]{0,3}/?\d{3,6}\b")
_ENTRY_LINES = 8  # of an entry printed line by line, as an address is
_LINE_WORDS = 14
_BALLOT = re.compile(r"(?:for|against|abstain\w*|abstention\w*)\b ?[:(\d]", re.IGNORECASE)
_GRANTED = frozenset(("decisions.entry-approved", "decisions.entry-agreed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A sentence of paragraph ``index`` that is, or ends with, a verdict; ``before`` is the sentence before it there.

    Up to character ``since`` all is decided already.
    """

    index: int
    sentence: Span
    before: Span | None
    since: int


def of_sentence(matched: Matched, verdict: Verdict) -> Part | None:
    """The verdict with the sentence before it that it is about; ``None`` where that is decided already."""
    since, end = verdict.since, verdict.sentence.end
    if verdict.before is not None:
        return Part(None, Span(verdict.before.start, end)) if verdict.before.start >= since else None
    above = _above(matched, verdict.index, verdict.sentence)
    if above is None or isinstance(above, Part):
        return above
    start = list(sentences(matched.text, above.body))[-1].start
    return Part(None, Span(start, end)) if start >= since and not above.text.endswith(":") else None


def of_entry(matched: Matched, verdict: Verdict, match: Match) -> Part | None:
    """The entry of a list that ends with the verdict ``match``, a part of its sentence."""
    sentence, since = verdict.sentence, verdict.since
    said = matched.said(matched.paragraphs[verdict.index])
    if matched.text[said.start : match.span.start].strip():
        words = len(matched.text[said.start : sentence.end].split())
        whole = words <= _ENTRY_WORDS and said.start >= since
        start = said.start if whole else (verdict.before or sentence).start
    else:
        above = _above(matched, verdict.index, sentence)
        if not isinstance(above, Paragraph):
            return above
        start = _first_line(matched, above).body.start
    part = Part(None, Span(start, sentence.end))
    return part if start >= since and not _is_planners(matched, part, match) else None


def _above(matched: Matched, index: int, verdict: Span) -> Part | Paragraph | None:
    """The paragraph that a verdict at the beginning of paragraph ``index`` is about.

    Under a heading it is the verdict itself, with the heading for its stem; in a table it is the row.
    """
    paragraph = matched.paragraphs[index]
    if paragraph.column > 0 and paragraph.is_cell:
        first = next(each for each in matched.paragraphs[max(index - 40, 0) :] if each.row == paragraph.row)
        return Part(None, Span(first.body.start, verdict.end)) if first.index < index else None
    if verdict.start > paragraph.body.start and (heading := matched.heading(paragraph)):
        return Part(None, verdict, (heading,))
    if index == 0:
        return None
    above = matched.paragraphs[index - 1]
    if _BALLOT.match(above.text):
        return None
    if above.column >= 0 and above.row != paragraph.row:
        return next(each for each in matched.paragraphs[max(index - 40, 0) :] if each.row == above.row)
    if above.is_heading or matched.places.begins_section(above.span.start):
        heading = matched.heading(above)
        if not matched.text[matched.said(above).start : above.span.end].strip() or above.is_heading:
            return Part(None, verdict, (heading,) if heading else ())
    return above


def _first_line(matched: Matched, last: Paragraph) -> Paragraph:
    """The first of the short lines that ``last`` ends, as an address is printed."""
    first = last
    for paragraph in matched.paragraphs[max(last.index - _ENTRY_LINES, 0) : last.index + 1][::-1]:
        if (
            paragraph.column != last.column
            or len(paragraph.text.split()) > _LINE_WORDS
            or paragraph.text.endswith((":", "."))
            or paragraph.is_heading
            or (paragraph.number and matched.places.begins_section(paragraph.span.start))
            or matched.of(paragraph.index, "entry", "verdict", "prose")
        ):
            break
        first = paragraph
        if paragraph.is_list_item:
            break
    return first


def _is_planners(matched: Matched, part: Part, match: Match) -> bool:
    """Whether it is a planning authority's decision that is told: an application to it, approved."""
    return match.rule.id in _GRANTED and bool(_PLANNING_REFERENCE.search(matched.text, part.span.start, part.span.end))
