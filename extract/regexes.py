"""The first rule of a label that a stretch of text satisfies: for rules whose order is their rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.rulebook import Rule, rules


@cache
def labelled(book: str, label: str) -> tuple[Rule, ...]:
    """The rules of ``label`` in ``book`` that hold a regular expression, in its order."""
    return tuple(rule for rule in rules(book) if rule.label == label and rule.regex)


def searches(book: Sequence[Rule], text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """For each rule that matches anywhere in ``text``, its first match."""
    for rule in book:
        if rule.regex and (match := rule.regex.search(text)):
            yield rule, match


def finds(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    """Every match of ``rule`` in ``text``, a stretch whose cues nobody has looked for."""
    if rule.regex and (not rule.cues or holds_cue(rule, text)):
        yield from rule.regex.finditer(text)


def holds_cue(rule: Rule, text: str) -> bool:
    """Whether a cue of ``rule`` stands in ``text``, be it within a word."""
    lowered = text.lower()
    return any(cue in lowered for cue in rule.cues)


def earliest(book: Sequence[Rule], text: str) -> tuple[Rule, re.Match[str]] | None:
    """The match that begins first in ``text``; of those that begin together, the earlier rule's."""
    return min(searches(book, text), key=lambda found: found[1].start(), default=None)
