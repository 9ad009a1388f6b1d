"""What a decision says beside what was decided, in words: to whom it was delegated, until when deferred, and so on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.particulars import Delegation, Particulars
from minuted.output.citation import joined, long_date, one_line

if TYPE_CHECKING:
    from corpus.decisionrows import DecisionRow

# What stands under its own label need not say it again, and has a word before it that fits.
_SAID_AGAIN = re.compile(r"(?:be )?(?:deferred|referred|delegated|subject to)\b[ :]*", re.IGNORECASE)
_LED_IN = re.compile(r"(?:to|until|till|pending|for|after|so that|in order|back|on)\b", re.IGNORECASE)

_IN_LISTS = ("delegated", "deferred", "referred", "subject to", "key decision", "exempt")
"""What a line of a list has room for; `show` tells all."""


def particulars_words(told: Particulars) -> tuple[tuple[str, str], ...]:
    """Labels and what is told under each; only what is told."""
    key = None if told.key_decision is None else "yes" if told.key_decision else "no"
    pairs = (
        ("delegated", told.delegation and _delegated(told.delegation)),
        ("deferred", _deferred(told)),
        ("referred", told.referred_to and _to(told.referred_to)),
        ("subject to", told.conditions and _bare(told.conditions)),
        ("key decision", key),
        ("call-in", told.call_in and one_line(told.call_in)),
        ("urgent", told.urgency and one_line(told.urgency)),
        ("takes effect", long_date(told.effective_date)),
        ("reasons", told.reasons and one_line(told.reasons)),
        ("exempt", None if told.exempt is None else _exempt(told.exempt)),
    )
    return tuple((label, value) for label, value in pairs if value)


def particulars_line(told: Particulars) -> str | None:
    """The most important of them on one line: "delegated to the Clerk · key decision"."""
    pairs = [(label, value) for label, value in particulars_words(told) if label in _IN_LISTS]
    return joined(*(_phrase(label, value) for label, value in pairs)) or None


def particulars_of(row: DecisionRow) -> Particulars:
    """What a row of the list of decisions tells."""
    delegation = None
    if row.delegated_to is not None:
        delegation = Delegation(to=row.delegated_to, consulting=row.consulting, task=row.delegated_task)
    return Particulars(
        delegation=delegation,
        deferred_to=row.deferred_to,
        deferred_to_date=row.deferred_to_date,
        referred_to=row.referred_to,
        conditions=row.conditions,
        key_decision=row.key_decision,
        call_in=row.call_in,
        urgency=row.urgency,
        effective_date=row.effective_date,
        reasons=row.reasons,
        exempt=row.exempt,
    )


def _phrase(label: str, value: str) -> str | None:
    if label == "key decision":
        return label if value == "yes" else None
    return f"{label} {value}"


def _delegated(told: Delegation) -> str:
    words = _to(told.to)
    if told.consulting:
        words += f", in consultation with {one_line(told.consulting)}"
    return words + (f": {one_line(told.task)}" if told.task else "")


def _deferred(told: Particulars) -> str | None:
    day = long_date(told.deferred_to_date)
    if told.deferred_to is None:
        return day and f"to {day}"
    words = _to(told.deferred_to)
    return words + (f" ({day})" if day and day not in words else "")


def _exempt(paragraphs: tuple[str, ...]) -> str:
    if not paragraphs:
        return "from publication"
    return f"under paragraph{'s' * (len(paragraphs) > 1)} {', '.join(paragraphs)} of Schedule 12A"


def _to(words: str) -> str:
    """Where something goes: "to the Clerk", "pending a site visit"."""
    told = _bare(words)
    return told if _LED_IN.match(told) else f"to {told}"


def _bare(words: str) -> str:
    """``words`` on one line, without what their label says."""
    told = one_line(words)
    again = _SAID_AGAIN.match(told)
    return told[again.end() :] if again and again.end() < len(told) else told
