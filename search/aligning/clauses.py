"""Takes what is recommended or resolved apart into single things to do: "note the report and approve the plan"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.vocabulary import Outcome
from search.aligning.asks import VERB, Ask, ask_of_outcome
from search.aligning.words import Word, is_generic, operative, says_something, words_of

_BODY = r"(?:board|cabinet|council|committee|panel|members|governing body)"
# What leads in, and is the same whatever is asked: "It is recommended that the Board:", "RESOLVED that".
_LEAD_IN = re.compile(
    rf"""\s*(?:
        (?:the\ )?(?:[\w&'’-]{{1,30}}\ ){{0,10}}(?:is|are|be)\ (?:therefore\ |hereby\ )?
            (?:asked|recommended|requested|invited|required)(?:\ to\ (?:agree\ to\b)?|\ that\b|\b)
      | (?:it\ (?:is|was)\ )?(?:therefore\ )?(?:recommend(?:ed|s|ations?)?|resolved|decided)\b(?:\ unanimously)?
            (?:\ that\b|\ to\b)?
      | as\ (?:the\ )?(?:[\w&'’-]{{1,30}},?\ ){{1,12}}(?=I\b)
      | (?P<body>(?:that\ )?(?:the\ )?(?:[\w&'’-]{{1,30}}\ ){{0,4}}{_BODY}\b)
      | (?:if|subject\ to|provided\ that)\ [^,;:.]{{1,80}},\ (?=\S)
      | that\b
      | [\s:;,.–-]+
      | \(?(?:[a-z]|\d{{1,2}}|[ivx]{{1,4}})[).](?=\s)
      | \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?(?=\s)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINED = r"\s{0,2}(?:[,;]\s{0,2}and|;|\band)\s{1,2}"
# A new thing begins behind a semicolon or full stop, before a further verb, and behind "be noted and".
_BORDER = re.compile(
    rf"""(?P<hard>[;.]\s+(?:and\s+|or\s+)?(?:\(?(?:[a-z]|\d{{1,2}}|[ivx]{{1,4}})[).]\s+)?)
      | (?P<verb>{_JOINED}(?=(?:that\s+)?(?:to\s+)?(?:the\s+{_BODY}\s+)?{VERB}\b))
      | (?P<that>{_JOINED}(?=that\b))
      | \b(?:be|is|are|was|were|been)\s+(?:[a-z]{{2,12}}ly\s+)?{VERB}(?P<done>{_JOINED})
            (?=(?:the|an?|any|all|authority)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "set out in section 3 of this report" says where to read of it, and not what is asked for.
_WHERE_TO_READ = re.compile(
    r"""[,\s]{0,2}\(?\b(?:as\ )?(?:set\ out|outlined|detailed|described|contained|attached|shown|presented|listed|
        identified|summari[sz]ed|appended)\s(?:(?:in|at|to|within|as|under|by)\s)?(?:the\ |this\ )?
        (?:(?:attached|enclosed|accompanying)\ )?
        (?:report|paper|appendix|appendices|annex|section|paragraphs?|paras?|schedule|table|document|above|below)\b
        (?:\s(?:[A-Z\d]|\d{1,2}(?:\.\d{1,2}){0,3})\b)?(?:\sof\s(?:the|this)\s(?:report|paper))?\)?""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"(?<!\S)\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[).](?=\s)", re.IGNORECASE)
_ASIDE = frozenset({Ask.DEFER, Ask.REFER, Ask.WITHDRAW})
_LONGEST_LEAD = 8
"""Lead-ins follow one another ("RESOLVED: That the Board"), and never so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One thing to do, in the words ``[start, end)`` of its text; ``tells`` are those that say what it is about.

    ``verb`` is where the verb begins that tells what is to be done (the end of the text, where there is none).
    """

    text: str
    start: int
    end: int
    ask: Ask
    tells: tuple[Word, ...]
    verb: int

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is compared by."""
        return tuple(word.key for word in self.tells)

    @property
    def is_empty(self) -> bool:
        """Whether it has but a lead-in: what it led to was not read."""
        words = words_of(self.text[self.start : self.end])
        leads_on = self.text[: self.end].rstrip().endswith(":")
        return not self.tells and (leads_on or not any(map(says_something, words)))

    @property
    def is_generic(self) -> bool:
        """Whether it names no matter of its own, but the report or the item."""
        if self.ask not in _ASIDE:
            return is_generic(self.tells)
        # "That the item be deferred to the next meeting" is about the item, whatever is said of when.
        subject = [word for word in self.tells if word.start < self.verb]
        return is_generic(subject or self.tells[:1])


def recommended_clauses(text: str, stem: str | None) -> tuple[Clause, ...]:
    """The things that a recommendation asks for, one at least."""
    return _clauses(text, _ask_of_stem(stem) or Ask.APPROVE)


def whole_clause(text: str, stem: str | None) -> Clause:
    """All that a recommendation asks for, as one."""
    return _clause(text, lead_in(text), len(text), _ask_of_stem(stem) or Ask.APPROVE)


def resolved_clauses(text: str, stem: str | None, outcome: Outcome) -> tuple[Clause, ...]:
    """The things that a decision decided, one at least.

    What was rejected, deferred or withdrawn was all of it so, whatever its words ask for.
    """
    of_outcome = ask_of_outcome(outcome)
    clauses = _clauses(text, _ask_of_stem(stem) or of_outcome)
    if outcome in (Outcome.REJECTED, Outcome.WITHDRAWN) or (outcome is Outcome.DEFERRED and len(clauses) == 1):
        return tuple(replace(each, ask=of_outcome) for each in clauses)
    return clauses


def lead_in(text: str) -> int:
    """How many characters ``text`` begins with that only lead in."""
    at = 0
    for _ in range(_LONGEST_LEAD):
        found = _LEAD_IN.match(text, at)
        if found is None or found.end() == at or any(word.ask for word in words_of(found["body"] or "")):
            break
        at = found.end()
    return at


@lru_cache(maxsize=4096)  # as often as words are
def _clauses(text: str, otherwise: Ask) -> tuple[Clause, ...]:
    begin = first = lead_in(text)
    borders = [found.end() for found in _BORDER.finditer(text, begin)]
    clauses: list[Clause] = []
    for border in (*borders, len(text)):
        clause = _clause(text, begin, border, otherwise)
        if clause.tells:
            clauses.append(clause)
            begin = border
    if not clauses:
        return (_clause(text, first, len(text), otherwise),)
    if begin < len(text):
        clauses[-1] = _clause(text, clauses[-1].start, len(text), otherwise)
    return tuple(clauses)


def _clause(text: str, start: int, end: int, otherwise: Ask) -> Clause:
    every = words_of(text)
    words = every[_first_from(every, start) : _first_from(every, end)]
    verbs = operative(words)
    places = [found.span() for pattern in (_NUMBER, _WHERE_TO_READ) for found in pattern.finditer(text, start, end)]
    left_out = {at for begin, stop in places for at in range(_first_from(words, begin), _first_from(words, stop))}
    tells = [at for at, word in enumerate(words) if at not in verbs and says_something(word)]
    telling = [at for at in tells if at not in left_out]
    ask = words[verbs[-1]].ask if verbs else None
    # "The plan set out in the report" is about no more than that.
    return Clause(
        text=text,
        start=start,
        end=end,
        ask=ask or otherwise,
        tells=tuple(words[at] for at in telling or tells),
        verb=words[verbs[0]].start if verbs else end,
    )


def _first_from(words: Sequence[Word], offset: int) -> int:
    """Which of ``words`` is the first that begins at ``offset`` or behind it."""
    return bisect_left(words, offset, key=lambda word: word.start)


def _ask_of_stem(stem: str | None) -> Ask | None:
    """What a lead-in asks for before the list of what it is about: "The Board is asked to note:"."""
    if stem is None:
        return None
    words = words_of(stem[lead_in(stem) :])
    verbs = operative(words)
    return words[verbs[-1]].ask if verbs else None
