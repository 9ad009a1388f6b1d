"""Decisions: what a meeting or a decision maker decided, part by part, with outcome, movers and vote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import Decision, RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import Outcome, PaperKind
from extract.matching import Match, RuleMatcher
from extract.outcomes import outcome_of
from extract.paragraphs import Paragraph, folded, sentences
from extract.parts import Part, read_parts, with_enumeration
from extract.places import Places
from extract.rulebook import rules
from extract.votes import Moved, moved_before

_DECIDING = (PaperKind.MINUTES, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA, PaperKind.ACTION_LOG)
_EXPLICIT_ONLY = (PaperKind.AGENDA, PaperKind.ACTION_LOG, PaperKind.DECISION_NOTICE)
_LEAST_LETTERS = 4
_LOOKED_BACK = 12  # paragraphs of debate that may stand between a motion and its vote
_MOVED = re.compile(
    r"\bseconded(?: by [A-Z][^,.:\n]{2,60}?)?,?\s+(?:the following )?(?:an? |the )?"
    r"(?:amendment|motion|proposal)?[^.:\n]{0,40}?(?::\s*|\s(?=that\b)|$)"
)
_PAST_MEETING = re.compile(
    r"\b(?:at (?:the|its|their|a) (?:last|previous|earlier|\w+ \d{4}) meeting|previously|"
    r"had (?:already )?(?:agreed|approved|resolved))\b"
    r"|\bmeeting (?:held )?on \d",
    re.IGNORECASE,
)


@Language.factory("minuted_decisions", assigns=["doc._.decisions"], requires=["doc._.cues"])
class DecisionFinder:
    """Sets ``doc._.decisions``: explicit ones under a formula, then those told in running prose."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._matcher = RuleMatcher(nlp.vocab, rules("decisions"))

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        deciding = [paper.span for paper in document.papers if paper.kind in _DECIDING]
        matches = self._matcher.matches(doc, document.text, doc._.cues.within(deciding))
        doc._.decisions = tuple(_Reading(document, doc._.paragraphs, matches).decisions())
        return doc


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """How a decision is told: by which rule, who moved it; ``outcome`` where the rule itself says it.

    ``otherwise`` is the outcome of the formula, for a part whose own words tell none.
    """

    rule: RuleId
    explicit: bool
    moved: Moved
    outcome: Outcome | None = None
    otherwise: Outcome = Outcome.OTHER


class _Reading:
    """One document's paragraphs with the matches that fall into them."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> None:
        self.document = document
        self.text = document.text
        self.paragraphs = paragraphs
        self.places = Places(document)
        self.matches = _by_paragraph(paragraphs, matches)

    def decisions(self) -> Iterator[Decision]:
        after = 0
        for index in sorted(self.matches):
            paper = self.document.paper_at(self.paragraphs[index].span.start)
            if index < after or paper is None or paper.kind not in _DECIDING:
                continue
            lead = next((match for match in self.matches[index] if match.rule.label == "lead"), None)
            if lead is not None:
                parts, after = read_parts(self.text, self.paragraphs, index, lead.span.end, self._stops)
                yield from self._explicit(lead, parts)
            elif paper.kind not in _EXPLICIT_ONLY and not self.paragraphs[index].is_heading:
                yield from self._lost(index)
                yield from self._prose(index)

    def _stops(self, paragraph: Paragraph) -> bool:
        if self.places.begins_section(paragraph.span.start):
            return True
        return (paragraph.is_heading and not paragraph.is_list_item) or any(
            match.rule.label == "lead" for match in self.matches.get(paragraph.index, ())
        )

    def _explicit(self, lead: Match, parts: Sequence[Part]) -> Iterator[Decision]:
        moved = moved_before(self.text, self._item_start(lead.span.start), lead.span.end)
        if parts and moved.mover is None:
            moved = moved_before(self.text, self._item_start(lead.span.start), parts[-1].span.end)
        stem = outcome_of(self.text[lead.span.start : parts[0].span.start])[0] if parts else Outcome.OTHER
        for part in parts:
            if sum(char.isalpha() for char in self.text[part.span.start : part.span.end]) < _LEAST_LETTERS:
                continue
            yield self._decision(part, _Told(rule=lead.rule.id, explicit=True, moved=moved, otherwise=stem))

    def _prose(self, index: int) -> Iterator[Decision]:
        paragraph = self.paragraphs[index]
        matches = [match for match in self.matches[index] if match.rule.label in ("prose", "trailing")]
        if not matches:
            return
        if matches[0].rule.label == "trailing":
            if index and (motion := self._motion(self.paragraphs[index - 1])):
                moved = moved_before(self.text, self.paragraphs[index - 1].span.start, paragraph.span.end)
                yield self._decision(motion, _Told(rule=matches[0].rule.id, explicit=True, moved=moved))
            return
        for sentence in sentences(self.text, paragraph.body):
            told = next((match for match in matches if sentence.start <= match.span.start < sentence.end), None)
            if told is None or _PAST_MEETING.search(self.text[sentence.start : told.span.start]):
                continue
            moved = moved_before(self.text, sentence.start, sentence.end)
            outcome = Outcome(told.rule.value) if told.rule.value else None
            span, _ = with_enumeration(self.text, self.paragraphs, index + 1, sentence, self._stops)
            yield self._decision(
                Part(None, span), _Told(rule=told.rule.id, explicit=False, moved=moved, outcome=outcome)
            )

    def _lost(self, index: int) -> Iterator[Decision]:
        """What was moved and then lost: the motion or amendment moved last before, in the same item."""
        lost = next((match for match in self.matches[index] if match.rule.label == "lost"), None)
        if lost is None:
            return
        start = self._item_start(lost.span.start)
        for at in range(index, max(index - _LOOKED_BACK, -1), -1):
            paragraph = self.paragraphs[at]
            if paragraph.span.start < start:
                return
            moved = _MOVED.search(self.text, paragraph.span.start, min(paragraph.span.end, lost.span.start))
            if moved is None:
                continue
            motion = trimmed(self.text, Span(moved.end(), min(paragraph.span.end, lost.span.start)))
            if not len(motion) and at + 1 < index:
                motion = self.paragraphs[at + 1].span
            if len(motion):
                mover = moved_before(self.text, start, lost.span.end)
                told = _Told(rule=lost.rule.id, explicit=True, moved=mover, outcome=Outcome.REJECTED)
                yield self._decision(Part(None, motion), told)
            return

    def _motion(self, paragraph: Paragraph) -> Part | None:
        """What was moved in the paragraph before a line that says how it ended."""
        match = re.search(r"\b(?:proposed|seconded|moved)\b[^.]{0,500}?,?\s+(?=that\b)", paragraph.text)
        return Part(None, Span(paragraph.span.start + match.end(), paragraph.span.end)) if match else None

    def _item_start(self, offset: int) -> int:
        section = self.document.section_at(offset)
        return section.span.start if section else max(offset - 2000, 0)

    def _decision(self, part: Part, told: _Told) -> Decision:
        text = folded(self.document.quote(part.span))
        outcome, verb = outcome_of(text)
        if told.outcome is Outcome.REJECTED or (told.outcome is not None and outcome is not Outcome.REJECTED):
            outcome = told.outcome
        elif outcome is Outcome.OTHER and told.explicit:
            outcome = Outcome.AGREED if told.otherwise is Outcome.OTHER else told.otherwise
        section = self.document.section_at(part.span.start)
        meeting = self.document.meeting_at(part.span.start)
        return Decision(
            id=self.places.finding_id("d", part.span.start),
            text=text,
            number=part.number,
            outcome=outcome,
            verb=verb,
            item=self.places.item(part.span.start),
            section=section.id if section else None,
            meeting=meeting.id if meeting else None,
            explicit=told.explicit,
            span=part.span,
            rule=told.rule,
            moved_by=told.moved.mover,
            seconded_by=told.moved.seconder,
            vote=told.moved.vote,
        )


def _by_paragraph(paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> Mapping[int, Sequence[Match]]:
    """The matches that begin in each paragraph, by its index; of paragraphs without any, nothing."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    found: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        index = bisect_right(starts, match.span.start) - 1
        if index >= 0 and match.span.start < paragraphs[index].span.end:
            found[index].append(match)
    return dict(found)
