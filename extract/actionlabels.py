"""Actions under a label: "Action: Clerk to write", and "Action: Clerk" or "ACTION AB" behind what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.spans import Span, trimmed
from extract.foundactions import FoundAction
from extract.paragraphs import Paragraph, sentences
from extract.regexes import labelled
from extract.rulebook import Rule

_OWNER_ONLY = 6  # words; an action label with no more names its owner, and the action stands before it
_OWNER_TO = re.compile(r"^(?P<owner>[^.:;]{2,60}?)\s+(?:to|will|would|agreed to)\s+(?=[a-z])")
_NO_ACTION = re.compile(r"^(?:none|nil|no (?:new |further )?actions?|n/a)\b", re.IGNORECASE)


def labelled_actions(
    document: Document, paragraphs: Sequence[Paragraph], paragraph: Paragraph, book: Sequence[Rule]
) -> Iterator[FoundAction]:
    """Every action that a label in ``paragraph``, one of ``paragraphs``, announces, by the explicit of ``book``."""
    for rule in book:
        if rule.label != "explicit":
            continue
        for match in rule.regex.finditer(paragraph.text) if rule.regex else ():
            span = trimmed(document.text, Span(*match.span("text")).shifted(paragraph.span.start))
            said = document.quote(span)
            if not said or _NO_ACTION.match(said) or (said[0].islower() and not _OWNER_TO.match(said)):
                continue
            reference = match.groupdict().get("ref")
            if len(said.split()) <= _OWNER_ONLY and not _OWNER_TO.match(said):
                before = _sentence_before(document, paragraphs, paragraph, match.start())
                if before is not None:
                    yield FoundAction(
                        span=before, rule=rule.id, explicit=True, owner=said.rstrip("."), reference=reference
                    )
                continue
            first, *after = sentences(document.text, span)
            owner = _OWNER_TO.match(said)
            yield FoundAction(
                span=first,
                rule=rule.id,
                explicit=True,
                owner=owner["owner"] if owner else None,
                reference=reference,
                status=" ".join(document.quote(each) for each in after) or _told_next(paragraphs, paragraph),
            )


def _told_next(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> str | None:
    """The paragraph after a labelled action, unless it is another one: where its status is told."""
    following = paragraphs[paragraph.index + 1] if paragraph.index + 1 < len(paragraphs) else None
    if following is None or any(
        rule.regex and rule.regex.match(following.text) for rule in labelled("actions", "explicit")
    ):
        return None
    return following.text


def _sentence_before(document: Document, paragraphs: Sequence[Paragraph], paragraph: Paragraph, at: int) -> Span | None:
    """The sentence that an owner's label follows: in its own paragraph, else the last one of the paragraph before."""
    own = trimmed(document.text, Span(paragraph.body.start, max(paragraph.span.start + at, paragraph.body.start)))
    for span in (own, paragraphs[paragraph.index - 1].body if paragraph.index else None):
        if span is not None and len(span):
            return list(sentences(document.text, span))[-1]
    return None
