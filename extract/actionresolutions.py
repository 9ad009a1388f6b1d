"""What a resolution itself gives somebody to do: "that the Clerk should write to the school"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.findings import Decision
from corpus.spans import Span, trimmed
from extract.foundactions import FoundAction
from extract.regexes import labelled


def given_by_resolutions(document: Document, decisions: Sequence[Decision]) -> Iterator[FoundAction]:
    """Every action that an explicit one of ``decisions`` gives."""
    for decision in decisions:
        if not decision.explicit:
            continue
        said = document.quote(decision.span)
        for rule in labelled("actions", "resolution"):
            for match in rule.regex.finditer(said) if rule.regex else ():
                span = trimmed(document.text, Span(*match.span()).shifted(decision.span.start))
                yield FoundAction(span=span, rule=rule.id, explicit=True, owner=match.groupdict().get("owner"))
