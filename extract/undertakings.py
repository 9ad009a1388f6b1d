"""Undertakings in prose: "Clerk to write to the school", "AB agreed to share the paper"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.spans import Span, trimmed
from extract.foundactions import FoundAction
from extract.paragraphs import Paragraph
from extract.rulebook import Rule


def undertakings(document: Document, paragraph: Paragraph, book: Sequence[Rule]) -> Iterator[FoundAction]:
    """What the rules of ``book`` for prose find: somebody "to" do something, then softer ones where none overlaps."""
    ends = -1
    for rule in book:
        if rule.regex is None or rule.label == "explicit":
            continue
        for match in rule.regex.finditer(paragraph.text):
            if match.start() < ends:
                continue
            ends = match.end()
            span = trimmed(document.text, Span(*match.span()).shifted(paragraph.span.start))
            yield FoundAction(span=span, rule=rule.id, explicit=rule.label == "owner-to", owner=match["owner"])
