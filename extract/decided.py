"""What was decided, as it was found, and how a finding is made of it: outcome, item, meeting, mover and vote."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from corpus.findings import Decision, RuleId
from corpus.spans import Span
from corpus.vocabulary import FieldKey, Outcome, PaperKind
from extract.outcomes import outcome_of
from extract.paragraphs import folded
from extract.parts import Part
from extract.places import Places
from extract.proceedings import Moved

_SURE = (
    Outcome.ACCEPTED_MINUTES,
    Outcome.REJECTED,
    Outcome.WITHDRAWN,
)  # where a rule says so, whatever other verbs there are
_UNTOLD = {True: Outcome.AGREED, False: Outcome.OTHER}  # what a formula, or prose, without a telling verb means


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One thing decided: by which rule it was found; ``outcome`` where the rule itself says it.

    ``told`` is the stretch of the text that tells it: a sentence, or a formula with all parts that stand under it.

    ``formula`` is the words that it stands under, from "RESOLVED" up to its list; white space is folded. ``telling`` is
    the verdict in it that says how it was decided ("All approved").
    """

    part: Part
    rule: RuleId
    explicit: bool
    told: Span
    outcome: Outcome | None = None
    formula: str = ""
    telling: Span | None = None


def decision(document: Document, places: Places, decided: Decided, moved: Moved) -> Decision:
    """The finding of ``decided``, which was ``moved`` so, with the next id of its page or line."""
    span = decided.part.span
    text = folded(document.quote(span))
    outcome, verb = _outcome(decided, text, document.quote(decided.telling) if decided.telling else "")
    section = document.section_at(span.start)
    meeting = document.meeting_at(span.start)
    return Decision(
        id=places.finding_id("d", span.start),
        text=text,
        number=decided.part.number,
        outcome=outcome,
        verb=verb,
        item=_item(document, places, span.start),
        section=section.id if section else None,
        meeting=meeting.id if meeting else None,
        explicit=decided.explicit,
        span=span,
        rule=decided.rule,
        moved_by=moved.mover,
        seconded_by=moved.seconder,
        vote=moved.vote,
        motion=moved.motion,
        stem=" ".join(folded(document.quote(stem)) for stem in decided.part.stems) or None,
    )


def _item(document: Document, places: Places, offset: int) -> str | None:
    """The number of the item; of a decision maker's record, which has no items, that of the decision."""
    paper = document.paper_at(offset)
    if paper is not None and paper.kind is PaperKind.DECISION_NOTICE:
        for field in paper.fields:
            if field.key is FieldKey.DECISION_REFERENCE:
                return field.value
    return places.item(offset)


def _outcome(decided: Decided, text: str, telling: str) -> tuple[Outcome, str | None]:
    """What ``text`` tells. What the rule itself says counts where it is sure, and where the text tells no more."""
    if telling and (told := outcome_of(folded(telling)))[0] is not Outcome.OTHER:
        return told
    outcome, verb = outcome_of(text, stem=decided.formula, otherwise=_UNTOLD[decided.explicit])
    counts = decided.outcome in _SURE or outcome in _UNTOLD.values()
    return (decided.outcome if decided.outcome and counts else outcome), verb
