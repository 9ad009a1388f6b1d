"""What was decided, as sentences of running prose tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.spans import Span
from corpus.vocabulary import Outcome
from extract.decided import Decided
from extract.deciders import is_other_body
from extract.matched import Matched
from extract.matching import Match
from extract.paragraphs import sentences
from extract.parts import Part, with_enumeration
from extract.regexes import labelled, searches
from extract.verdicts import Verdict, of_entry, of_sentence

_OPINION = re.compile(
    # "agreed that the fee was high" is what members thought; that something was required, or is correct, is decided
    r"\bagreed,? (?:that|on)(?![^.;\n]*\b(?:should|shall|be|would|will)\b) (?:[^.;:\n]{0,80}? )?"
    r"(?:was|were|is|are|had|has|could)\b(?! (?:not |no |now ){0,2}(?:required|needed|necessary|appropriate|correct"
    r"|accurate|to |true|acceptable|elected|appointed|in order))"
)
_RUN_ON = re.compile(r"(?<=[\w)] )(?:It|All)\b$")  # a new sentence after a heading or a line without a stop
_AND_IT_WAS = re.compile(r",? and (?=it$|$)")
_IT_WAS = ("decisions.it-was-agreed",)
_NEXT_MARK = re.compile(r"(?<=[.;])\s+\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]$")
_LONGEST_MARK = 9  # characters of a mark with the stop before it
_MOVING = ("decisions.moved-and-seconded", "decisions.proposed-by", "decisions.votes-counted", "decisions.all-agreed")
_VERDICT_WORDS = 25  # a longer sentence tells something of its own


class ProseReader:
    """Reads the sentences of one document's paragraphs, in order."""

    def __init__(self, matched: Matched) -> None:
        self._matched = matched
        self._text = matched.text

    def read(self, index: int, since: int) -> tuple[Decided, ...]:
        """What paragraph ``index`` tells as decided, one a sentence.

        A verdict ("All agreed") is told with what it is about, unless that ends before ``since``: up to there all is
        decided already.
        """
        said = self._matched.said(self._matched.paragraphs[index])
        matches = [self._said(match, said) for match in self._matched.of(index, "prose", "verdict", "entry")]
        if self._matched.formula_follows(index):  # it tells what became of what was moved
            matches = [match for match in matches if match.rule.id not in _MOVING]
        found: list[Decided] = []
        before: Span | None = None
        for whole in sentences(self._text, said) if matches else ():
            sentence = self._without_mark(whole)
            own = [match for match in matches if sentence.start <= match.span.start < sentence.end]
            told, verdict = self._told(own, sentence), self._verdict(own, sentence)
            if told and (verdict is None or told.rule.value == Outcome.ACCEPTED_MINUTES):
                found.extend(self._sentence(index, sentence, told, own))
            elif verdict and found and before and found[-1].part.span.end == before.end:
                part = found[-1].part
                found[-1] = replace(found[-1], part=replace(part, span=Span(part.span.start, sentence.end)))
            else:
                done = max(since, found[-1].part.span.end if found else 0)
                place = Verdict(index=index, sentence=sentence, before=before, since=done)
                if about := self._about(place, own, verdict):
                    found.append(about)
            before = sentence
        return tuple(found)

    def _without_mark(self, sentence: Span) -> Span:
        """``sentence`` without the mark of the list's next entry at its end ("... on the website. ii.")."""
        mark = _NEXT_MARK.search(self._text, max(sentence.end - _LONGEST_MARK, sentence.start), sentence.end)
        return Span(sentence.start, mark.start()) if mark else sentence

    def _said(self, match: Match, said: Span) -> Match:
        """``match``, or where it begins in the heading before what is ``said``, the first of its rule after that."""
        pattern = match.rule.regex
        if match.span.start >= said.start or pattern is None:
            return match
        after = pattern.search(self._text, said.start, said.end)
        return Match(match.rule, Span(*after.span())) if after else match

    def _told(self, matches: Sequence[Match], sentence: Span) -> Match | None:
        """The first rule by which ``sentence`` tells a decision of this meeting."""
        for match in matches:
            if match.rule.label != "prose" or match.span.end > sentence.end:
                continue
            before = self._text[sentence.start : match.span.start]
            if next(searches(labelled("decisions", "past"), before), None):
                continue
            if match.rule.value != Outcome.ACCEPTED_MINUTES and next(
                searches(labelled("decisions", "past-after"), self._text[match.span.start : sentence.end]), None
            ):
                continue
            if _OPINION.search(self._text, match.span.start, sentence.end):
                continue
            if not is_other_body(self._matched.document, match.span):
                return match
        return None

    def _verdict(self, matches: Sequence[Match], sentence: Span) -> Match | None:
        """The rule by which the whole of ``sentence`` is a verdict on what stands before it."""
        if len(self._text[sentence.start : sentence.end].split()) > _VERDICT_WORDS:
            return None
        for match in matches:
            pattern = match.rule.regex
            if (
                match.rule.label == "verdict"
                and pattern
                and pattern.fullmatch(self._text, sentence.start, sentence.end)
            ):
                return match
        return None

    def _about(self, place: Verdict, matches: Sequence[Match], verdict: Match | None) -> Decided | None:
        """What an entry of a list that ends with a verdict, or a sentence that is one, says was decided."""
        entry = next((match for match in matches if match.rule.label == "entry"), None)
        if entry is not None and entry.span.end >= place.sentence.end:
            part = of_entry(self._matched, place, entry)
            return self._decided(part, entry) if part else None
        if verdict is None or (part := of_sentence(self._matched, place)) is None:
            return None
        return self._decided(part, verdict, telling=place.sentence)

    def _sentence(self, index: int, sentence: Span, told: Match, matches: Sequence[Match]) -> Iterator[Decided]:
        """What ``sentence`` tells: one thing, or two ("The paper was endorsed and it was agreed that it be sent")."""
        start = told.span.start if _RUN_ON.search(self._text, sentence.start, told.span.start + 3) else sentence.start
        for match in matches:
            border = _AND_IT_WAS.search(self._text, told.span.end, match.span.start)
            if match.rule.id in _IT_WAS and border and border.end() == match.span.start:
                yield self._decided(Part(None, Span(start, border.start())), told)
                start, told = match.span.start, match
        yield self._decided(self._enumerated(index, Span(start, sentence.end)), told)

    def _enumerated(self, index: int, sentence: Span) -> Part:
        matched = self._matched
        return Part(None, with_enumeration(self._text, matched.paragraphs, index + 1, sentence, matched.stops)[0])

    def _decided(self, part: Part, told: Match, telling: Span | None = None) -> Decided:
        return Decided(
            part=part,
            rule=told.rule.id,
            explicit=False,
            told=part.span,
            outcome=Outcome(told.rule.value) if told.rule.value else None,
            telling=telling,
        )
