"""The verbs by which something is asked for and resolved, in the classes that tell whether both say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.vocabulary import Outcome


class Ask(StrEnum):
    """What is to be done with a matter: to approve, agree, endorse or support it is one and the same here.

    Who is asked to consider it may do with it whatever it likes.
    """

    APPROVE = "approve"
    NOTE = "note"
    CONSIDER = "consider"
    DELEGATE = "delegate"
    REQUEST = "request"
    RECOMMEND = "recommend"
    REFER = "refer"
    DEFER = "defer"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


POSITIVE = frozenset({Ask.APPROVE, Ask.DELEGATE, Ask.REQUEST, Ask.RECOMMEND})
"""By these a matter goes forward: "that authority be delegated" is agreed to as asked, whatever the verb."""

LOOKED_AT = frozenset({Ask.NOTE, Ask.CONSIDER})
"""By these it is known of, and no more."""

# By class the stems of its verbs, each written with all its endings. "Either confirm the decision or amend it" leaves
# it open, as "decide" does.
_STEMS: Mapping[Ask, str] = {
    Ask.APPROVE: "approv(?:e|es|ed|ing) agree(?:s|d|ing)? endors(?:e|es|ed|ing) support(?:s|ed|ing)? adopt(?:s|ed|ing)?"
    " accept(?:s|ed|ing)? ratif(?:y|ies|ied|ying) confirm(?:s|ed|ing)? grant(?:s|ed|ing)? sanction(?:s|ed|ing)?"
    " appoint(?:s|ed|ing)? nominat(?:e|es|ed|ing) establish(?:es|ed|ing)? permit(?:s|ted)? commit(?:s|ted)?"
    " declar(?:e|es|ed|ing) set(?:s|ting)? extend(?:s|ed|ing)? award(?:s|ed|ing)?",
    Ask.NOTE: "not(?:e|es|ed|ing) receiv(?:e|es|ed|ing) acknowledg(?:e|es|ed|ing) recogni[sz](?:e|es|ed|ing)"
    " welcom(?:e|es|ed|ing)",
    Ask.CONSIDER: "consider(?:s|ed|ing)? discuss(?:es|ed|ing)? review(?:s|ed|ing)? comment(?:s|ed|ing)?"
    " debat(?:e|es|ed|ing) scrutini[sz](?:e|es|ed|ing) decid(?:e|es|ed|ing) determin(?:e|es|ed|ing) either",
    Ask.DELEGATE: "delegat(?:e|es|ed|ing) authori[sz](?:e|es|ed|ing) empower(?:s|ed|ing)?",
    Ask.REQUEST: "request(?:s|ed|ing)? ask(?:s|ed|ing)? instruct(?:s|ed|ing)? invit(?:e|es|ed|ing) direct(?:s|ed|ing)?"
    " urg(?:e|es|ed|ing) requir(?:e|es|ed|ing)",
    Ask.RECOMMEND: "recommend(?:s|ed|ing)? commend(?:s|ed|ing)?",
    Ask.REFER: "refer(?:s|red|ring)? remit(?:s|ted)?",
    Ask.DEFER: "defer(?:s|red|ring)? adjourn(?:s|ed|ing)? postpon(?:e|es|ed|ing)",
    Ask.REFUSE: "refus(?:e|es|ed|ing) reject(?:s|ed|ing)? declin(?:e|es|ed|ing) oppos(?:e|es|ed|ing)",
    Ask.WITHDRAW: "withdraw(?:s|n|ing)? withdrew",
}
_BY_STEM = tuple(
    (stem.partition("(")[0], ask, re.compile(stem)) for ask, stems in _STEMS.items() for stem in stems.split()
)
VERB = f"(?:{'|'.join('|'.join(stems.split()) for stems in _STEMS.values())})"
"""The source of an expression for any of these verbs, in small letters."""

_OF_OUTCOME: Mapping[Outcome, Ask] = {
    Outcome.NOTED: Ask.NOTE,
    Outcome.REJECTED: Ask.REFUSE,
    Outcome.DEFERRED: Ask.DEFER,
    Outcome.REFERRED: Ask.REFER,
    Outcome.WITHDRAWN: Ask.WITHDRAW,
    Outcome.DELEGATED: Ask.DELEGATE,
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of one of these classes: its ``stem`` is the same in all its forms."""

    stem: str
    ask: Ask


@lru_cache(maxsize=8192)  # papers use few words, many times
def verb_of(word: str) -> Verb | None:
    """The verb that ``word`` (in small letters) is a form of, where it is one of these."""
    return next((Verb(stem, ask) for stem, ask, pattern in _BY_STEM if pattern.fullmatch(word)), None)


def ask_of_outcome(outcome: Outcome) -> Ask:
    """What a decision with that outcome did with its matter, where its words don't tell."""
    return _OF_OUTCOME.get(outcome, Ask.APPROVE)
