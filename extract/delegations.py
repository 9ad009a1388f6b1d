"""To whom a decision is delegated, whom they are to consult, and what they may do."""

from __future__ import annotations

import re

from corpus.particulars import Delegation
from extract.regexes import labelled, searches

_CONSULTING_AT_END = re.compile(
    r",? ?\(?(?:in|after|following|subject to|and) (?:prior |full |due |further )?"
    r"(?:consultation|conjunction|liaison) with [^.;]{3,300}$"
)
_AUTHORITY = re.compile(
    r"^(?:the )?(?:delegated )?(?:authority|powers?|responsibility|discretion)(?: (?:to|for))?\b ?", re.I
)
_SUBJECT = re.compile(
    r"^(?:[\"“‘]?[Tt]hat,? )?(?P<subject>[^.;]{3,300}?) (?:should )?(?:be|is|are|was|were) (?:\w+ )?delegated\b"
)


def delegation_of(text: str) -> Delegation | None:
    """The delegation that ``text`` (with single blanks) makes; ``None`` where it makes none."""
    found = min(searches(labelled("particulars", "delegation"), text), key=lambda hit: hit[1].start(), default=None)
    if found is None:
        return None
    told = found[1].groupdict()
    consulting = told.get("consulting") or told.get("also_consulting") or _consulting(text)
    task = told.get("task") or told.get("thing") or told.get("matter") or _subject(text)
    to = _closed(told["to"])
    return Delegation(
        to=to,
        consulting=_closed(_closed(consulting).removesuffix(to))
        if consulting
        else None,  # "… the Leader, the Clerk be"
        task=_task(task) if task else None,
    )


def _consulting(text: str) -> str | None:
    found = next(searches(labelled("particulars", "consulting"), text), None)
    return found[1]["consulting"] if found else None


def _subject(text: str) -> str | None:
    """What is delegated, where it stands before: "the reply" of "that the reply be delegated to the Clerk"."""
    match = _SUBJECT.match(text)
    return match["subject"] if match else None


def _task(words: str) -> str | None:
    """``words`` without whom to consult at their end, and without "authority to" before them."""
    told = _AUTHORITY.sub("", _CONSULTING_AT_END.sub("", words)).strip(" ,:")
    return _closed(told.removesuffix(" and")) or None


def _closed(words: str) -> str:
    """``words`` without a bracket that opens or closes outside of them."""
    told = words.strip(" ,")
    if told.count(")") > told.count("("):
        told = told.removesuffix(")")
    return told.removeprefix("(") if told.count("(") > told.count(")") else told
