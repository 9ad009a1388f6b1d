"""The outcome of a decision, told from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.spans import Span
from corpus.vocabulary import Outcome
from extract.mainverbs import Standing, VerbPlace, coordinated, formula, loose_verbs, main_verbs
from extract.regexes import labelled, searches
from extract.rulebook import Rule

Told = tuple[Outcome, str | None]

_LONGEST_VERB = 80  # characters of a verb that is kept as written
_LONGEST_LAST_WORD = 30  # characters, with the signs around it
_LAST_WORD = re.compile(r"[.:;–-] {0,2}(?=\w{4,12}\W{0,2}$)")
_REFUSED = frozenset(  # what is denied is refused: "not be approved"; "not noted" refuses nothing
    (Outcome.APPROVED, Outcome.AGREED, Outcome.ENDORSED, Outcome.SUPPORTED, Outcome.DELEGATED, Outcome.ESTABLISHED)
)
_SURE = (Standing.RESOLVED, Standing.EXPECTED)  # verbs, even if the book doesn't know them
_FACTS = (Standing.EXPECTED, Standing.TOLD)  # of a part whose stem has the verb: "to note that the fee was approved"


def outcome_of(text: str, *, stem: str = "", otherwise: Outcome = Outcome.OTHER) -> Told:
    """The outcome of a decision, and its verb as written; ``otherwise`` and no verb where the words tell none.

    ``text`` and ``stem`` have single blanks; ``stem`` is the words that ``text`` completes ("RESOLVED that Cabinet
    approves the following:"). In order of rank: what tells an outcome wherever it stands ("minutes ... a correct
    record"); the verb of what was agreed ("that the plan be noted", "was noted"); the verb of the stem, for a part that
    is a noun or tells a fact; turns of phrase ("return to this at the next meeting"); that it was agreed at all; a verb
    without a clause ("Salary £300 - approved").
    """
    lead = formula(text)
    return (
        _by_rule("whole", text)
        or _of_last_word(text)
        or _by_verb(text, lead, _of_stem(stem))
        or _by_rule("phrase", text)
        or _of_formula(text, lead)
        or _of_loose_verb(text)
        or _by_rule("last", text)
        or (otherwise, None)
    )


def _of_last_word(text: str) -> Told | None:
    """What a verb tells that is a sentence of its own; that the words before it were agreed tells nothing."""
    alone = _LAST_WORD.search(text, max(len(text) - _LONGEST_LAST_WORD, 0))
    told = _at(text, alone.end()) if alone else None
    return told if told and told[0] is not Outcome.AGREED else None


def _by_rule(label: str, text: str) -> Told | None:
    """What the first rule of ``label``, in the order of the book, tells of ``text``."""
    return next((_told(rule, match) for rule, match in searches(labelled("outcomes", label), text)), None)


def _by_verb(text: str, lead: Span | None, stem: Told | None) -> Told | None:
    """What the verb of what was agreed tells; a sure verb that the book doesn't know ends the search."""
    for place in _verbs_agreed(text, lead):
        if stem and place.standing in _FACTS:
            continue
        if known := _known(text, place):
            return known
        if place.standing in _SURE:
            break
    return stem


def _verbs_agreed(text: str, lead: Span | None) -> Iterator[VerbPlace]:
    """The verbs before "and agreed to", but for what is told there of the matter, and then those of what was agreed."""
    if lead:
        yield from (v for v in main_verbs(text) if v.start < lead.start and v.standing is not Standing.TOLD)
    yield from main_verbs(text, lead.end if lead else 0)


def _known(text: str, place: VerbPlace) -> Told | None:
    """The outcome of the verb at ``place``, or of one that shares its object, where its own is unknown or noting."""
    told = _at(text, place.start, place.negated)
    if told is None or told[0] is Outcome.NOTED:
        others = (_at(text, start, place.negated) for start in coordinated(text, place.start))
        told = next((other for other in others if other and other[0] is not Outcome.NOTED), told)
    return told


def _at(text: str, start: int, negated: bool = False) -> Told | None:
    for rule in labelled("outcomes", "verb"):
        if rule.regex and (match := rule.regex.match(text, start)):
            outcome, verb = _told(rule, match)
            if not negated:
                return outcome, verb
            return (Outcome.REJECTED, f"not {verb}") if outcome in _REFUSED else None
    declined = next((r.regex.match(text, start) for r in labelled("outcomes", "declined") if r.regex), None)
    return (Outcome.REJECTED, f"not {declined.group()}") if negated and declined else None


def _of_stem(stem: str) -> Told | None:
    """What the verb of a stem tells of each of its parts; that they were agreed tells nothing."""
    told = _by_verb(stem, formula(stem), None) if stem else None
    return told if told and told[0] is not Outcome.AGREED else None


def _of_formula(text: str, lead: Span | None) -> Told | None:
    return (Outcome.AGREED, text[lead.start : lead.end].split()[0].rstrip(",")) if lead else None


def _of_loose_verb(text: str) -> Told | None:
    if any(place.standing in _SURE for place in main_verbs(text)):
        return None
    return next((told for place in loose_verbs(text) if (told := _at(text, place.start))), None)


def _told(rule: Rule, match: re.Match[str]) -> Told:
    written: str = match.groupdict().get("verb") or match.group()
    return Outcome(rule.value or Outcome.OTHER), written[:_LONGEST_VERB]
