"""What components hand on: the document that a spaCy ``Doc`` was made of, and what has been found in it so far."""

from __future__ import annotations

from spacy.tokens import Doc

EXTENSIONS = (
    "document",
    "paragraphs",
    "cues",
    "people",
    "unresolved",
    "organisations",
    "recommendations",
    "decisions",
    "reported_decisions",
    "actions",
    "motions",
    "proceedings",
    "declarations",
)
"""``doc._.document`` is a ``corpus.document.Document``, ``doc._.paragraphs`` its paragraphs,
``doc._.cues`` where cues of rules stand in it, ``doc._.proceedings`` how motions fared; others hold findings."""


def register() -> None:
    """Make the extensions known to spaCy; safe to call again."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None if name in ("document", "cues", "proceedings") else ())
