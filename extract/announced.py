"""What the words of an announced action say: who is to do it, and by when, around what is to be done."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.spans import Span, trimmed
from extract.foundactions import Record
from extract.regexes import labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An action's words: ``span`` is what is to be done, ``None`` where they only name the owner."""

    span: Span | None
    owner: str | None
    due: str | None = None


def announced(record: Record, span: Span) -> Announced:
    """What the words of ``span``, behind a label or in a list, say: "Clerk to write", "Write – AB by 3 May"."""
    said = record.document.quote(span)
    meeting = record.meeting(span)
    for rule in labelled("actions", "announced"):
        if rule.regex is None or not (match := rule.regex.match(said)):
            continue
        owner = match["owner"].strip(" ,.")
        if rule.value != "anyone" and record.owners.acting(meeting, owner) != owner:
            continue
        groups = match.groupdict()
        text = groups.get("text")
        what = trimmed(record.document.text, Span(*match.span("text")).shifted(span.start)) if text else None
        return Announced(span=what, owner=owner, due=groups.get("due"))
    return Announced(span=span, owner=None)
