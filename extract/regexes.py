"""The first rule of a label that a stretch of text satisfies: for rules whose order is their rank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.rulebook import Rule


def labelled(rules: Iterable[Rule], *labels: str) -> tuple[Rule, ...]:
    """The rules of ``labels`` that hold a regular expression."""
    return tuple(rule for rule in rules if rule.label in labels and rule.regex)


def searches(rules: Sequence[Rule], text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """For each rule that matches anywhere in ``text``, its first match."""
    for rule in rules:
        if rule.regex and (match := rule.regex.search(text)):
            yield rule, match


def earliest(rules: Sequence[Rule], text: str) -> tuple[Rule, re.Match[str]] | None:
    """The match that begins first in ``text``; of those that begin together, the earlier rule's."""
    return min(searches(rules, text), key=lambda found: found[1].start(), default=None)
