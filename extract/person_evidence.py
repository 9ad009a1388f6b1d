"""What stands beside a name and tells of a person: a role, a form's label, a minute's formula, a word of speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.findings import RuleId
from extract.person_words import WordClasses
from extract.regexes import labelled
from extract.rulebook import word_list

_BEFORE = 100  # characters before a name in which the words that tell of it stand
_SENTENCE_END = re.compile(r"[.;!?][ \xa0]+(?=[A-Z])")
_OF = re.compile(r" (?:of|for) ")
_SIGNS = ",.:–—- \xa0("
_PEOPLE = frozenset("GHTRVg")  # classes of words that begin the naming of somebody else
_ROLES = ("role", "role-below")
_FORENAMES = frozenset("GHIJ")
_NEXT_NAME = re.compile(r"[ \xa0]([^\W\d_][\w’'-]*\.?)")
_PARTS = re.compile(r"(?<=, )|(?<= and )")  # of a role, or between two people's
_ARTICLE = re.compile(
    r"^(?:that |(?:joint )?report (?:of|by|from) |response of )?(?:(?:the|our|its|an?) )?", re.IGNORECASE
)
_AND = ("and ", "& ", "and\xa0", "&\xa0")
_LONGEST_COUPLE = 20  # characters of "Councillor and Mrs"
_LONGEST_NEXT = 30  # characters behind a role in which the next name begins


@dataclass(frozen=True, slots=True)
class Evidence:
    """``words`` beside a name, from ``start`` to ``end``; ``value`` says what they are, ``rule`` which rule told."""

    rule: RuleId
    value: str
    words: str
    start: int
    end: int


def before(text: str, start: int, name_classes: WordClasses) -> Evidence | None:
    """What ends where the name at ``start`` begins: a role, a form's label or a mover's formula, on the same line."""
    line = text[max(start - _BEFORE, 0) : start].rpartition("\n")[2].rpartition("\t")[2]
    last = line.rstrip(_SIGNS).rpartition(" ")[2]
    if not last or (last.lower() not in _cues() and not (last[0].isupper() and _OF.search(line))):
        return None
    least = start - len(line)
    for stop in _SENTENCE_END.finditer(line):
        least = start - len(line) + stop.end()
    for rule in labelled("people", "before"):
        assert rule.regex is not None
        for match in rule.regex.finditer(text, least, start + 1):
            if match.end() == start:
                words = " ".join(match.group().split()).strip(" ,:–—-(")
                if rule.value == "role" and not _PEOPLE.isdisjoint(name_classes.of(words.split())):
                    continue
                return Evidence(rule.id, rule.value or "", _ARTICLE.sub("", words), match.start(), start)
    return None


def after(text: str, end: int, value: str, name_classes: WordClasses) -> Evidence | None:
    """What begins where the name that ends at ``end`` ends: a role or a word of speaking, as ``value`` asks."""
    rule, regex = _after_rules()[value]
    match = regex.match(text, end)
    if match is None:
        return None
    words = match.group()
    if value in _ROLES:
        words = _own_role(words, text[match.end() : match.end() + _LONGEST_NEXT], name_classes)
    return Evidence(rule, value, words, end, match.end()) if words else None


def is_business(text: str, end: int) -> bool:
    """Whether what follows a name that ends at ``end`` makes a firm, a practice or a place of it."""
    return any(regex.match(text, end) for regex in _business_rules())


def partner(text: str, start: int) -> re.Match[str] | None:
    """The other title of a couple, "Mr and " before "Mrs Finch" at ``start``."""
    if not text.endswith(_AND, 0, start):
        return None
    for rule in labelled("people", "couple"):
        assert rule.regex is not None
        for match in rule.regex.finditer(text, max(start - _LONGEST_COUPLE, 0), start + _LONGEST_COUPLE):
            if match.end() == start:
                return match
    return None


def _own_role(words: str, following: str, name_classes: WordClasses) -> str:
    """The role without what names the next person; nothing where all of it is said of the next person."""
    own: list[str] = []
    for part in _PARTS.split(" ".join(words.split()).strip(" ,(-–—")):
        if name_classes.of(part.split()[:1]) in _PEOPLE:
            break
        own.append(part)
    if len(own) == 1 and (next_name := _NEXT_NAME.match(following)) and name_classes[next_name[1]] in _FORENAMES:
        return ""
    return _ARTICLE.sub("", "".join(own).rstrip(" ,")).removesuffix(" and")


@cache
def _after_rules() -> dict[str, tuple[RuleId, re.Pattern[str]]]:
    """The rule of each value for what stands after a name."""
    return {rule.value: (rule.id, rule.regex) for rule in labelled("people", "after") if rule.value and rule.regex}


@cache
def _business_rules() -> tuple[re.Pattern[str], ...]:
    return tuple(rule.regex for rule in labelled("people", "business") if rule.regex)


@cache
def _cues() -> frozenset[str]:
    return frozenset(word_list("person_cues"))
