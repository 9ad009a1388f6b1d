"""Where the verb of a resolution can stand: after "that Cabinet", "to" or "be", not in "the approved plan".

A resolution is a command ("Note the report"), an infinitive ("to pay the invoice"), or a clause whose verb follows an
auxiliary ("that the report be noted", "the Clerk should write"). Words that stand elsewhere are often nouns and
adjectives ("the level of support", "the confirmed register"): its place is what tells a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from corpus.spans import Span

_BODIES = (
    r"(?:Council|Cabinet|Board|Committee|Sub-?committee|Panel|Executive|Authority|Body|Forum|Assembly|Trust|Partnership|"
    r"Group|Meeting|Members|Councillors|Cllrs|Governors|Trustees|Directors|Commissioners?|Leader|Mayor|Chair(?:man)?|we|it)"
)
_ADVERB = r"(?:also|now|then|hereby|all|both|each|again|further|therefore|do|does|\w{2,14}ly),? "
_VERB = rf"(?:{_ADVERB}){{0,3}}(?P<negated>not )?(?P<to>to )?(?P<after>not )?(?:{_ADVERB}){{0,2}}(?P<verb>[A-Za-z-]+)"
_FIRST_WORDS = (
    r"[\"“‘'\s]{0,3}(?:\([^()]{1,60}\)\s{0,2}|\d{1,2}[.)]\s{1,2})?(?i:(?:and|or|but) )?(?i:that,? )?"
    r"(?i:(?:pursuant to|in accordance with|under|having|following|in (?:the )?light of|after|with|subject to)\b"
    r"[^,]{1,120}, )?"
)
_OPENING = re.compile(rf"{_FIRST_WORDS}(?i:{_VERB})")
_AFTER_BODY = re.compile(
    rf"{_FIRST_WORDS}(?:[Tt]he |[Tt]his |[Ee]ach |[Oo]ur )?"
    rf"(?:(?:[A-Z][\w’'&-]{{0,30}},?|of|and|for|the|&|parish) ){{0,8}}?(?i:{_BODIES}) (?i:{_VERB})"
)
_FORMULA = re.compile(
    r"\b(?:agree[ds]?|resolve[ds]?|decide[ds]?|determined|consensus|passed|carried|accepted)"
    r"(?: (?:unanimously|in principle|by all(?: present)?|and (?:resolved|agreed)|instead)){0,2}"
    r",? (?:(?=(?:not )?to )|that )",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"\b(?:proposed|moved|suggested)(?: and seconded)?,? (?:(?=(?:not )?to )|that )", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?P<auxiliary>to be|be|is|are|was|were|should|shall|will|would|must|may|can|could)"
    r"(?P<between>(?: (?:not|be|is|are|been|and|hereby|also|now|then|again|all|both|to|only|\w{2,14}ly)){0,5})"
    r" (?P<verb>[A-Za-z-]+)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:which|who|that|as|if|when|where|unless|until|once|after|what|whether)\s$", re.IGNORECASE
)
_LONGEST_CONJUNCTION = 10  # characters of "whether" and what stands around it
_NO_VERBS = frozenset(
    "a all an as at been by due for from in it no of on one our out over so that the their there this under up".split()
)
_NEXT_OF_PAIR = re.compile(r"[A-Za-z-]+(?:, (?:and )?| and | & |/)(?:to |be )?(?=[A-Za-z])")
_MOST_COORDINATED = 3  # "reviewed, updated and approved"
_LOOSE = re.compile(
    rf"(?:^|[.,;:–-] |[–-]|\b(?:and|or|all|present|was|were|be|fully|duly|unanimously|therefore|{_BODIES}) "
    r"| (?=\w+\W{0,2}$))(?=[A-Za-z])",
    re.IGNORECASE,
)


class Standing(Enum):
    """How a word stands in its resolution."""

    RESOLVED = "resolved"
    """Surely the verb of what is resolved: "to note", "be noted"."""
    EXPECTED = "expected"
    """Surely a verb, of what is resolved or expected: "the Clerk should write", "the grant will be paid"."""
    LEADING = "leading"
    """First of all or after the body, where a verb may stand: "Note the report", "that Cabinet note"."""
    TOLD = "told"
    """Told of the matter: "the report was noted"."""
    LOOSE = "loose"
    """Behind "and", a comma or a dash, where a verb may stand: "Salary £300 – approved"."""


_STANDINGS = {
    "be": Standing.RESOLVED,
    "to be": Standing.LEADING,
    **dict.fromkeys(("is", "are", "was", "were"), Standing.TOLD),
}
"""By the auxiliary before a verb; any other is of what is expected."""


@dataclass(frozen=True, slots=True)
class VerbPlace:
    """A place in a text where a verb can stand, and whether it is denied ("not to support")."""

    start: int
    standing: Standing
    negated: bool = False


def formula(text: str) -> Span | None:
    """The words of ``text`` before what was agreed: "agreed that", "proposed that"; ``None`` where there are none."""
    found = _FORMULA.search(text) or _PROPOSAL.search(text)
    return Span(*found.span()) if found else None


def main_verbs(text: str, start: int = 0) -> Iterator[VerbPlace]:
    """The places of ``text`` from ``start`` on where its verb can stand, in order; loose ones are left out."""
    for opening in (_OPENING.match(text, start), _AFTER_BODY.match(text, start)):
        if opening:
            standing = Standing.RESOLVED if opening["to"] else Standing.LEADING
            yield VerbPlace(opening.start("verb"), standing, bool(opening["negated"] or opening["after"]))
            start = opening.start("verb")
    for found in _AUXILIARY.finditer(text, start):
        if _SUBORDINATE.search(text, max(found.start() - _LONGEST_CONJUNCTION, 0), found.start()):
            continue
        if found["verb"].lower() in _NO_VERBS:
            continue
        negated = " not" in found["between"].lower()
        yield VerbPlace(found.start("verb"), _STANDINGS.get(found["auxiliary"].lower(), Standing.EXPECTED), negated)


def coordinated(text: str, start: int) -> Iterator[int]:
    """Where the verbs stand that share their object with the one at ``start``: "endorsed" of "noted and endorsed"."""
    for _ in range(_MOST_COORDINATED):
        pair = _NEXT_OF_PAIR.match(text, start)
        if pair is None:
            return
        start = pair.end()
        yield start


def loose_verbs(text: str) -> Iterator[VerbPlace]:
    """The places where a verb may stand in a text without a clause, from the last to the first."""
    for found in reversed(list(_LOOSE.finditer(text))):
        yield VerbPlace(found.end(), Standing.LOOSE)
