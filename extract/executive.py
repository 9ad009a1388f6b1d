"""What the rules on executive decisions ask to be recorded: key or not, call-in, urgency, effective date, reasons.

It is read from the words of a decision, from its own item, and from the fields of a paper about one matter; never from
another item, and never from the words of another decision. (Local Authorities (Executive Arrangements) (Meetings and
Access to Information) (England) Regulations 2012, regulations 8 to 14.)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.dates import find_dates, first_date
from corpus.document import Field
from corpus.findings import Decision
from corpus.spans import Span
from corpus.vocabulary import FieldKey, Outcome
from extract.duedates import date_meant
from extract.matching import Match
from extract.ordered import index_at
from extract.paragraphs import Paragraph, folded
from extract.regexes import labelled, searches

_YES = re.compile(r"(?:yes|y|key|true)\b(?!\s*/)", re.IGNORECASE)
_NO = re.compile(r"(?:no|n|non|not|none|false)\b(?!\s*/)", re.IGNORECASE)
_LONGEST_SENTENCE = 300  # characters to either side of the words that tell something
_SENTENCE_SIGNS = (".", ";", "\n", "\t")
_LONGEST_REASONS = 1500  # characters; what goes on after it is the report again
_DAY_WITHIN = 20  # characters of "with effect from" in which its day begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is told of one decision beside its words.

    ``own`` is the matches within its words; ``around`` those in its item that are in no decision's, by their label, in
    the order of the text; ``paragraphs`` those of the item; ``fields`` the fields that are about this matter alone;
    ``meeting_date`` when it was decided (ISO 8601).
    """

    text: str
    own: Sequence[Match]
    around: Mapping[str, Sequence[Match]]
    paragraphs: Sequence[Paragraph]
    fields: Mapping[FieldKey, Field]
    meeting_date: str | None

    def told(self, label: str, *keys: FieldKey) -> Match | tuple[Field, ...] | None:
        """What the decision itself says, or else the fields of ``keys``, or else its item first."""
        own = next((match for match in self.own if match.rule.label == label), None)
        fields = tuple(self.fields[key] for key in keys if key in self.fields)
        return own or fields or next(iter(self.around.get(label, ())), None)


def key_decision(matter: Matter) -> bool | None:
    """Whether it is a key decision, where that is told."""
    told = matter.told("key", FieldKey.KEY_DECISION)
    if isinstance(told, Match):
        return told.rule.value == "yes"
    if told is None:
        return None
    return True if _YES.match(told[0].value) else False if _NO.match(told[0].value) else None


def call_in(matter: Matter) -> str | None:
    """Whether and until when it may be called in: the sentence, or the labels with their values."""
    return _words(matter, matter.told("call_in", FieldKey.CALL_IN, FieldKey.CALL_IN_DEADLINE))


def urgency(matter: Matter) -> str | None:
    """Why it is urgent: the sentence that says so, or the label with its value; nothing where it is not."""
    told = matter.told("urgency", FieldKey.URGENCY)
    if isinstance(told, tuple) and _NO.match(told[0].value):
        return None
    return _words(matter, told)


def effective_date(matter: Matter, decision: Decision) -> str | None:
    """From which day it counts, in ISO 8601."""
    if decision.outcome is not Outcome.NOTED:
        for rule, match in searches(labelled("particulars", "effective"), decision.text):
            if rule.value:
                return matter.meeting_date
            named = next(find_dates(match["when"]), None)
            if named and named.start <= _DAY_WITHIN:
                return date_meant(match["when"][named.start : named.end], matter.meeting_date)
    field = matter.fields.get(FieldKey.EFFECTIVE_DATE)
    return first_date(field.value) if field else None


def reasons(matter: Matter, decision: Decision) -> str | None:
    """For which reasons it was taken, as its words, its item under "Reasons for decision", or a field tell."""
    for _, match in searches(labelled("particulars", "reasons"), decision.text):
        return str(next(filter(None, match.groups()))).strip(" ,.")
    labels = matter.around.get("reasons-label", ())
    if labels:
        after = bisect_left(labels, decision.span.end, key=lambda label: label.span.start)
        return _under(matter, labels[min(after, len(labels) - 1)]) or None
    field = matter.fields.get(FieldKey.REASONS)
    return _cut(folded(field.value)) if field else None


def _words(matter: Matter, told: Match | tuple[Field, ...] | None) -> str | None:
    if isinstance(told, Match):
        return _sentence(matter.text, told.span)
    return "; ".join(_as_printed(field) for field in told) if told else None


def _sentence(text: str, span: Span) -> str:
    """The sentence around ``span``, or as much of it as is short."""
    before = text[max(span.start - _LONGEST_SENTENCE, 0) : span.start]
    start = span.start - len(before) + max(before.rfind(sign) + 1 for sign in _SENTENCE_SIGNS)
    after = text[span.end : span.end + _LONGEST_SENTENCE]
    ends = [at for sign in _SENTENCE_SIGNS if (at := after.find(sign)) >= 0]
    return folded(text[start : span.end + min(ends, default=len(after))]).strip(" ,")


def _as_printed(field: Field) -> str:
    return f"{folded(field.label).rstrip(':?')}: {_cut(folded(field.value))}"


def _under(matter: Matter, label: Match) -> str:
    """What stands behind a label in its paragraph, or else below it: a paragraph, or the points of a list."""
    found: list[str] = []
    for paragraph in matter.paragraphs[index_at(matter.paragraphs, label.span.start) :]:
        start = max(paragraph.span.start, label.span.end)
        said = folded(matter.text[start : paragraph.span.end]) if start < paragraph.span.end else ""
        if paragraph.span.start >= label.span.end and (paragraph.is_heading or (found and not paragraph.is_list_item)):
            break
        if said:
            found.append(said)
        if len(" ".join(found)) > _LONGEST_REASONS:
            break
    return _cut(" ".join(found))


def _cut(words: str) -> str:
    """``words``, or as many whole sentences of them as are not too long."""
    if len(words) <= _LONGEST_REASONS:
        return words
    return words[: words.rfind(". ", 0, _LONGEST_REASONS) + 1] or words[:_LONGEST_REASONS]
