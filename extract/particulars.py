"""What decisions say beside what was decided: delegation, deferral, conditions, call-in, reasons and the like."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, Field, Paper
from corpus.findings import Decision, FindingId
from corpus.particulars import Particulars
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract import executive
from extract.conditions import conditions_of
from extract.deferrals import deferred_to, deferred_to_date, referred_to
from extract.delegations import delegation_of
from extract.executive import Matter
from extract.exempting import Exclusions
from extract.matching import Match, RuleMatcher
from extract.nextmeetings import NextMeetings
from extract.ordered import beginning_in
from extract.paragraphs import Paragraph
from extract.places import Places
from extract.rulebook import rules

_SAID_OF_ITEMS = ("key", "call_in", "urgency", "reasons-label")
"""Labels of rules that are looked for in the whole paper; others are, in the words of decisions."""
_OF_ONE_MATTER = (PaperKind.DECISION_NOTICE, PaperKind.REPORT, PaperKind.OTHER)


@Language.factory("minuted_particulars", assigns=["doc._.decisions"], requires=["doc._.decisions", "doc._.cues"])
class ParticularsFinder:
    """Gives each of ``doc._.decisions`` what it says beside itself, and what its item and its paper's fields do."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._matcher = RuleMatcher(nlp.vocab, (rule for rule in rules("particulars") if rule.label in _SAID_OF_ITEMS))

    def __call__(self, doc: Doc) -> Doc:
        decisions: Sequence[Decision] = doc._.decisions
        if decisions:
            document: Document = doc._.document
            deciding = {paper.id: paper for d in decisions if (paper := document.paper_at(d.span.start))}
            matches = self._matcher.matches(
                doc, document.text, doc._.cues.within([paper.span for paper in deciding.values()])
            )
            reading = _Reading(document, doc._.paragraphs, decisions, matches)
            doc._.decisions = tuple(replace(each, particulars=reading.particulars(each)) for each in decisions)
        return doc


class _Reading:
    """One document's decisions, and what the rules found in the papers that hold them."""

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        decisions: Sequence[Decision],
        matches: Sequence[Match],
    ) -> None:
        self._document = document
        self._paragraphs = paragraphs
        self._decisions = sorted(decisions, key=lambda decision: decision.span)
        self._of_decision: dict[FindingId | None, list[Match]] = defaultdict(list)
        for match in matches:
            self._of_decision[self._holder(match)].append(match)
        self._places = Places(document)
        self._exclusions = Exclusions(document)
        self._matters: dict[Span, Matter] = {}
        self._next_meetings = NextMeetings(document)

    def particulars(self, decision: Decision) -> Particulars:
        meeting = self._document.meeting_at(decision.span.start)
        item = self._item(decision)
        around = self._matters.get(item) if item else None
        if around is None:
            around = self._matters[item or decision.span] = self._matter(decision, item or decision.span)
        matter = replace(around, own=self._of_decision.get(decision.id, ()))
        until = deferred_to(decision.text, decision.outcome)
        whole = f"{decision.stem.rstrip(' :')} {decision.text}" if decision.stem else decision.text
        return Particulars(
            delegation=delegation_of(decision.text) or delegation_of(whole),
            deferred_to=until,
            deferred_to_date=until and deferred_to_date(until, matter.meeting_date, self._next_meetings.after(meeting)),
            referred_to=referred_to(whole, decision.outcome),
            conditions=conditions_of(decision.text, decision.outcome),
            key_decision=executive.key_decision(matter),
            call_in=executive.call_in(matter),
            urgency=executive.urgency(matter),
            effective_date=executive.effective_date(matter, decision),
            reasons=executive.reasons(matter, decision),
            exempt=self._exclusions.of(decision, item),
        )

    def _holder(self, match: Match) -> FindingId | None:
        """The decision whose words hold ``match``."""
        at = bisect_right(self._decisions, match.span.start, key=lambda decision: decision.span.start) - 1
        return self._decisions[at].id if at >= 0 and self._decisions[at].span.overlaps(match.span) else None

    def _item(self, decision: Decision) -> Span | None:
        """The span of the item that ``decision`` stands in; of a decision notice without items, all of it."""
        section = self._places.item_section(decision.span.start)
        if section is not None:
            return section.span
        paper = self._document.paper_at(decision.span.start)
        return paper.span if paper and paper.kind is PaperKind.DECISION_NOTICE else None

    def _matter(self, decision: Decision, item: Span) -> Matter:
        """What is told around the decisions of ``item``, of which ``decision`` is one."""
        meeting = self._document.meeting_at(decision.span.start)
        paper = self._document.paper_at(decision.span.start)
        around: dict[str, list[Match]] = defaultdict(list)
        for match in beginning_in(self._of_decision[None], item):
            around[match.rule.label].append(match)
        return Matter(
            text=self._document.text,
            own=(),
            around=around,
            paragraphs=beginning_in(self._paragraphs, item),
            fields={field.key: field for field in self._fields(paper, item) if field.key} if paper else {},
            meeting_date=meeting.date if meeting else paper.date if paper else None,
        )

    def _fields(self, paper: Paper, item: Span) -> Sequence[Field]:
        """The fields that are about the item alone: those in it; of a paper about one matter, those told once."""
        inside = [field for field in paper.fields if item.contains(field.span)]
        if inside or paper.kind not in _OF_ONE_MATTER:
            return inside
        items = {decision.item for decision in self._decisions if paper.span.contains(decision.span)}
        times = Counter(field.key for field in paper.fields)
        return [field for field in paper.fields if len(items) == 1 and times[field.key] == 1]
