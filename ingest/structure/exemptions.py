"""What a paper says is exempt, restricted or kept from the public, and under which paragraph of Schedule 12A.

Part 1 of Schedule 12A to the Local Government Act 1972 lists what information is exempt; in Scotland it is Schedule 7A
to the Local Government (Scotland) Act 1973. NHS bodies exclude the public under the Public Bodies (Admission to
Meetings) Act 1960, which has no such paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Exemption, Section, SectionId
from corpus.spans import Span
from ingest.structure.units import Unit

_NUMBERS = r"\d{1,2}[A-Z]?(?:\s*(?:,|and|&|or|to|-|–)\s*\d{1,2}[A-Z]?){0,8}"
_PARAGRAPHS = rf"\bparagraphs?\s?(?:\(s\))?\s*(?:no\.?\s*)?(?P<numbers>{_NUMBERS})\b"
_SCHEDULE = r"\bschedule\s+(?:12|7)\s?\(?A\b"
_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PARAGRAPHS}[^.;]{{0,100}}?{_SCHEDULE}",
        rf"{_SCHEDULE}[^.;]{{0,120}}?{_PARAGRAPHS}",
        rf"\b(?:exempt|not for publication|restricted|confidential)\b[^.;]{{0,80}}?{_PARAGRAPHS}",
    )
)
_NUMBER = re.compile(r"(?P<first>\d{1,2})(?:(?P<letter>[A-Z])|\s*(?:to|-|–)\s*(?P<last>\d{1,2}))?", re.IGNORECASE)
_STUB = re.compile(
    r"^(?:this )?(?:document|report|paper|page|appendix|information) is "
    r"(?:restricted|exempt|confidential|not for publication)\b|"
    r"^(?:not for publication|restricted (?:document|report|item|minute)s?|"
    r"exempt (?:minute|appendix|report|annex)(?:es|s)?)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"[(\[](?:contains? )?(?:exempt|confidential|restricted|private|not for publication)(?: [\w ]{0,40})?[)\]]|"
    r"^(?:exempt|confidential|restricted|private)\s*[:–—-]\s*(?!no\b|none\b|n/?a\b|not applicable)\S|"
    r"\b(?:report|appendix|annex|item|minute) (?:is|are|was) (?:exempt|not for publication|restricted|confidential)\b",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"\b(?:press|public)\b[^.]{0,60}?\b(?:be|were|was|are|being|is)\s+(?:now\s+|therefore\s+)?excluded\b|"
    r"\bexclud(?:ing|e)\s+(?:the\s+)?(?:members of the\s+)?(?:press|public)\b[^.]{0,80}\b(?:from|during)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:no|there (?:were|was|are) no|not)\s+(?:\w+\s+){0,3}(?:exempt|confidential)\b|\bdo not include\b|"
    r"\b(?:may|might|could|would need to|if)\b[^.]{0,80}\bexclud|\bno items? (?:required|requiring|require)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"exempt|restricted|confidential|private|publication|schedule|exclud", re.IGNORECASE)
"""Words of which all that tells of an exemption holds one: most paragraphs hold none."""
_LONGEST = 1500  # characters of a paragraph that are looked at
_LONGEST_STUB = 60  # words of all that a withheld paper may hold


@dataclass(frozen=True, slots=True)
class _Found:
    unit: Unit
    paragraphs: tuple[str, ...]
    stub: bool


def find_exemptions(own: Sequence[Unit], sections: Sequence[Section], *, whole_paper: bool) -> Iterator[Exemption]:
    """The exemptions that the units ``own`` of a paper tell, in order; ``sections`` are the paper's.

    ``whole_paper`` says that ``own`` is all of a paper among others: one that says little else stands in place of what
    is kept back.
    """
    short = whole_paper and sum(len(unit.text.split()) for unit in own) <= _LONGEST_STUB
    starts = [section.span.start for section in sections]
    by_id = {section.id: section for section in sections}
    for found in _found(own):
        last = bisect_right(starts, found.unit.span.start)
        yield Exemption(
            span=found.unit.span,
            paragraphs=found.paragraphs,
            withheld=found.stub or short,
            section=_holding(sections[last - 1] if last else None, by_id, found.unit.span),
        )


def _found(own: Sequence[Unit]) -> Iterator[_Found]:
    for unit in own:
        text = unit.text[:_LONGEST]
        if not _WORDS.search(text):
            continue
        paragraphs = _paragraphs(text)
        stub = bool(_STUB.search(text))
        said = stub or bool(paragraphs) or bool(_MARKED.search(text) or _EXCLUDED.search(text))
        if said and not (_NOTHING.search(text) and not stub):
            yield _Found(unit, paragraphs, stub)


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of the schedule that ``text`` names, each once: "paragraphs 1 and 3 to 5" gives 1, 3, 4 and 5."""
    match = next(filter(None, (pattern.search(text) for pattern in _NAMED)), None)
    if match is None:
        return ()
    found: list[str] = []
    for number in _NUMBER.finditer(match["numbers"]):
        first = int(number["first"])
        last = int(number["last"] or first)
        found.extend(str(each) + (number["letter"] or "").upper() for each in range(first, max(first, last) + 1))
    return tuple(dict.fromkeys(found))


def _holding(section: Section | None, by_id: Mapping[SectionId, Section], span: Span) -> SectionId | None:
    """The innermost section that holds ``span``: ``section``, the last that begins before it, or one it lies in."""
    while section and section.span.end <= span.start:
        section = by_id[section.parent] if section.parent else None
    return section.id if section else None
