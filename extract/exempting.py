"""Whether a decision was taken in private, and under which paragraphs of Schedule 12A."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Document, Exemption
from corpus.findings import Decision
from corpus.spans import Span

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


class Exclusions:
    """When the press and public were excluded from the meetings of one document, and what is exempt of itself."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._excluding: list[Exemption] = []
        self._own: list[Exemption] = []
        for exemption in document.exemptions:
            words = document.quote(exemption.span)
            if _EXCLUDED.search(words):
                self._excluding.append(exemption)
            elif not _NOT_THE_DECISION.search(words):
                self._own.append(exemption)

    def of(self, decision: Decision, item: Span | None) -> tuple[str, ...] | None:
        """The paragraphs under which ``decision`` is exempt, nothing named where it just is; ``None`` where it is not.

        ``item`` is the span of its agenda item: exempt is what its heading marks so, and what was decided after the
        public was excluded, from all that follows or from the items that the exclusion names.
        """
        marked = [each for each in self._own if item and _in_heading(self._document, each, item)]
        private = [each for each in self._excluding if self._excludes(each, decision)]
        found: Sequence[Exemption] = marked or private[-1:]
        return tuple(dict.fromkeys(number for each in found for number in each.paragraphs)) if found else None

    def _excludes(self, exclusion: Exemption, decision: Decision) -> bool:
        start, end = exclusion.span.end, decision.span.start
        if end < start or self._document.meeting_at(start - 1) != self._document.meeting_at(end):
            return False
        named = _NAMED_ITEMS.search(self._document.quote(exclusion.span))
        if named and (decision.item or "").rstrip(".") not in _numbers(named):
            return False
        return decision.meeting is not None and not _READMITTED.search(self._document.text, start, end)


def _in_heading(document: Document, exemption: Exemption, item: Span) -> bool:
    """Whether ``exemption`` stands in the heading of ``item``, or in the first line below it."""
    heading_end = document.text.find("\n", item.start, item.end)
    first_end = document.text.find("\n", heading_end + 1, item.end) if heading_end >= 0 else -1
    return item.start <= exemption.span.start < (first_end if first_end >= 0 else item.end)


def _numbers(named: re.Match[str]) -> frozenset[str]:
    """The numbers of items that words name: "items 12 to 14" names three."""
    said = [int(number) for number in named.groups() if number]
    between = range(said[0], said[-1] + 1) if re.search(r"\bto\b|-|–", named.group()) else said
    return frozenset(map(str, between))
