"""An action as one source tells it, before its owner is looked up and it has an id."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.findings import RuleId
from corpus.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction:
    """Where an action stands, and what its own words and cells say: owner, reference, due date, status, as written."""

    span: Span
    rule: RuleId
    explicit: bool
    owner: str | None = None
    reference: str | None = None
    due: str | None = None
    status: str | None = None
