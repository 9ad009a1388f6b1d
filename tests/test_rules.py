"""Every rule of every book finds its examples and leaves its counterexamples alone."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from extract.matching import RuleMatcher
from extract.pipeline import load
from extract.rulebook import Rule, books, rules

RULES = [rule for book in books() for rule in rules(book)]
CASES = [
    pytest.param(rule, text, expected, id=f"{rule.id}-{'finds' if expected else 'leaves'}-{text[:40]}")
    for rule in RULES
    for texts, expected in ((rule.examples, True), (rule.counterexamples, False))
    for text in texts
]


@cache
def matcher() -> RuleMatcher:
    return RuleMatcher(load().vocab, RULES)


def test_there_are_rules() -> None:
    assert RULES


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_rule(rule: Rule, text: str, expected: bool) -> None:
    doc = load().get_pipe("minuted_cues")(load().make_doc(text))
    matches = matcher().matches(doc, text, doc._.cues)
    found = [match for match in matches if match.rule.id == rule.id]
    assert bool(found) is expected, f"{rule.id} on {text!r}: {[text[m.span.start : m.span.end] for m in found]}"


def test_ids_are_unique() -> None:
    assert [rule_id for rule_id, times in Counter(rule.id for rule in RULES).items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_shows_what_it_is_for(rule: Rule) -> None:
    assert rule.examples, f"{rule.id} has no example"
    assert len(set(rule.examples)) == len(rule.examples)
    assert not set(rule.examples) & set(rule.counterexamples)
