"""Whether a decision was taken in private, and under which paragraphs of Schedule 12A."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from corpus.document import Document, Exemption
from corpus.findings import Decision
from corpus.spans import Span
from extract.ordered import beginning_in

_EXCLUDED = re.compile(r"\bexclu(?:ded?|ding|sion)\b", re.IGNORECASE)
_NOT_THE_DECISION = re.compile(r"\b(?:appendix|appendices|annex|schedule \d)\b", re.IGNORECASE)
_NUMBER = r"(?:(?:,| and| to|-|–) ?(\d{1,3}))?"
_NAMED_ITEMS = re.compile(
    rf"\b(?:agenda )?items?(?: of business)?(?: nos?\.?| numbers?)? (\d{{1,3}}){_NUMBER}{_NUMBER}", re.IGNORECASE
)
_READMITTED = re.compile(
    r"\b(?:public|press)\b[^.\n]{0,60}\b(?:re-?admitted|re-?joined|returned|invited back|allowed back)\b|"
    r"\b(?:returned|moved back|reverted) (?:in)?to (?:open|public) session\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exclusion:
    """When the public was excluded; ``items`` are those that it names, ``None`` where it is of all that follows."""

    exemption: Exemption
    items: frozenset[str] | None


class Exclusions:
    """When the press and public were excluded from the meetings of one document, and what is exempt of itself."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._excluding: list[_Exclusion] = []
        self._own: list[Exemption] = []
        for exemption in document.exemptions:
            words = document.quote(exemption.span)
            if _EXCLUDED.search(words):
                named = _NAMED_ITEMS.search(words)
                self._excluding.append(_Exclusion(exemption=exemption, items=_numbers(named) if named else None))
            elif not _NOT_THE_DECISION.search(words):
                self._own.append(exemption)
        back = _READMITTED.finditer(document.text) if self._excluding else ()
        self._readmitted = [match.start() for match in back]

    def of(self, decision: Decision, item: Span | None) -> tuple[str, ...] | None:
        """The paragraphs under which ``decision`` is exempt, nothing named where it just is; ``None`` where it is not.

        ``item`` is the span of its agenda item: exempt is what its heading marks so, and what was decided after the
        public was excluded, from all that follows or from the items that the exclusion names.
        """
        found = self._marked(item) if item else ()
        if not found:
            before = bisect_right(self._excluding, decision.span.start, key=lambda each: each.exemption.span.end)
            private = (e.exemption for e in reversed(self._excluding[:before]) if self._excludes(e, decision))
            found = tuple(islice(private, 1))
        return tuple(dict.fromkeys(number for each in found for number in each.paragraphs)) if found else None

    def _excludes(self, exclusion: _Exclusion, decision: Decision) -> bool:
        start, end = exclusion.exemption.span.end, decision.span.start
        meeting = self._document.meeting_at(end)
        if meeting is None or self._document.meeting_at(exclusion.exemption.span.start) != meeting:
            return False
        if exclusion.items is not None and (decision.item or "").rstrip(".") not in exclusion.items:
            return False
        return bisect_right(self._readmitted, start) == bisect_right(self._readmitted, end)

    def _marked(self, item: Span) -> tuple[Exemption, ...]:
        """What in the heading of ``item``, or in the first line below it, says that it is exempt."""
        text = self._document.text
        heading_end = text.find("\n", item.start, item.end)
        first_end = text.find("\n", heading_end + 1, item.end) if heading_end >= 0 else -1
        return tuple(beginning_in(self._own, Span(item.start, first_end if first_end >= 0 else item.end)))


def _numbers(named: re.Match[str]) -> frozenset[str]:
    """The numbers of items that words name: "items 12 to 14" names three."""
    said = [int(number) for number in named.groups() if number]
    between = range(said[0], said[-1] + 1) if re.search(r"\bto\b|-|–", named.group()) else said
    return frozenset(map(str, between))
