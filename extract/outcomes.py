"""The outcome of a decision, told from its words."""

from __future__ import annotations

from corpus.vocabulary import Outcome
from extract.regexes import earliest, labelled


def outcome_of(text: str) -> tuple[Outcome, str | None]:
    """The outcome that the verb of ``text`` tells, and the verb as written; ``OTHER`` where no verb is known."""
    found = earliest(labelled("outcomes", "strong"), text) or earliest(labelled("outcomes", "verb"), text)
    if found is None or found[0].value is None:
        return Outcome.OTHER, None
    return Outcome(found[0].value), " ".join(found[1].group().split())[:80]
