"""The outcome of a decision, told from its words."""

from __future__ import annotations

from corpus.vocabulary import Outcome
from extract.regexes import earliest, labelled
from extract.rulebook import rules

_NEGATED = ("not to ", "no objection", "that no ")


def outcome_of(text: str) -> tuple[Outcome, str | None]:
    """The outcome that the verb of ``text`` tells, and the verb as written; ``OTHER`` where no verb is known."""
    book = rules("outcomes")
    found = earliest(labelled(book, "strong"), text) or earliest(labelled(book, "verb"), text)
    if found is None or found[0].value is None:
        return Outcome.OTHER, None
    return Outcome(found[0].value), " ".join(found[1].group().split())[:80]
