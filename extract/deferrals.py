"""Until when a decision was put off, and to which body a matter was sent."""

from __future__ import annotations

import re

from corpus.vocabulary import Outcome
from extract.duedates import date_meant
from extract.regexes import labelled, searches

_REFERRED = re.compile(r"\bbe (?:referred|remitted)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")  # "April's meeting" is the April meeting
_REASON = re.compile(r",? (?:when|as|because|due to|in order|so that|to allow|to enable|and) .*$")


def deferred_to(text: str, outcome: Outcome) -> str | None:
    """Until when what ``text`` decides was put off, as written: "the next meeting", "until officers have reported"."""
    if outcome is not Outcome.DEFERRED:
        return None
    found = next(searches(labelled("particulars", "deferred"), text), None)
    if found is None:
        return None
    rule, match = found
    return (match["when"] if rule.id.endswith("until") else _REASON.sub("", match["when"])).strip(" ,")


def deferred_to_date(until: str, meeting_date: str | None, next_meeting: str | None) -> str | None:
    """The day (ISO 8601) that ``until`` means, where a meeting of ``meeting_date`` wrote it; see ``date_meant``."""
    return date_meant(_POSSESSIVE.sub("", until), meeting_date, next_meeting)


def referred_to(text: str, outcome: Outcome) -> str | None:
    """The body that ``text`` refers its matter to, as written."""
    if outcome is not Outcome.REFERRED and not _REFERRED.search(text):
        return None
    found = next(searches(labelled("particulars", "referred"), text), None)
    return found[1]["to"].strip(" ,") if found else None
