"""Cues: no rule can match without one of its own, and it is tried wherever one stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import Block
from corpus.findings import RuleId
from corpus.spans import Span
from extract.cues import Cues
from extract.matching import RuleMatcher
from extract.paragraphs import Paragraph
from extract.pipeline import load
from extract.rulebook import Rule, books, rules

CUED = [rule for book in books() for rule in rules(book) if rule.cues]
BY_REGEX = [rule for rule in CUED if rule.regex]
LETTERS = st.characters(codec="ascii", exclude_characters="@")  # @ makes addresses of words


def cues(text: str) -> Cues:
    found: Cues = load().get_pipe("minuted_cues")(load().make_doc(text))._.cues
    return found


def rule(*its_cues: str, pattern: str = "x") -> Rule:
    return Rule(
        id=RuleId("made." + "-".join(its_cues)),
        label="",
        value=None,
        pattern=(),
        regex=re.compile(pattern),
        cues=its_cues,
        examples=(),
        counterexamples=(),
    )


def test_there_are_rules_with_cues() -> None:
    assert len(BY_REGEX) > 20


@pytest.mark.parametrize("rule", BY_REGEX, ids=lambda rule: rule.id)
def test_what_a_rule_matches_holds_a_cue(rule: Rule) -> None:
    assert rule.regex is not None
    # For making texts, plain groups are as good as atomic ones, and short gaps as long ones.
    made_of = re.sub(r"\{(\d),\d\d+\}", r"{\1,3}", rule.regex.pattern.replace("(?>", "(?:"))

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_regex(re.compile(made_of, rule.regex.flags), alphabet=LETTERS))
    def holds(text: str) -> None:
        found = rule.regex.search(text) if rule.regex else None
        if found is None:
            return
        offsets = cues(text).offsets
        standing = [at for cue in rule.cues for at in offsets.get(cue, ())]
        assert any(found.start() <= at < found.end() for at in standing), found.group()

    holds()


def paragraphs(text: str) -> list[Paragraph]:
    found = []
    for line in re.finditer(r"[^\n\t]+", text):
        span = Span(*line.span())
        found.append(
            Paragraph(
                index=len(found),
                text=line.group(),
                span=span,
                row=0,
                column=-1,
                columns=0,
                block=Block(span=span),
                marker="",
                number=None,
            )
        )
    return found


def test_lines_that_hold_a_cue_each_once() -> None:
    text = "It was agreed, and AGREED again.\nNothing.\nSigned off: agreed"
    lines = [text[line.span.start : line.span.end] for line in cues(text).lines(rule("agreed", "signed off"), text)]
    assert lines == ["It was agreed, and AGREED again.\n", "Signed off: agreed"]


def test_a_match_may_run_into_the_next_line_that_is_not_blank() -> None:
    text = "AGREED\n \nthat it be so\nand more"
    (line,) = cues(text).lines(rule("agreed"), text)
    assert text[line.span.end : line.reach] == " \nthat it be so\n"


def test_sentences_that_hold_a_cue_each_once() -> None:
    text = "They met. It was agreed and agreed. Not so.\nAll agreed. Agreed.Agreed\n\nIt agreed"
    found = [text[span.start : span.end] for span in cues(text).sentences(rule("agreed"), text)]
    assert found == [" It was agreed and agreed.", "All agreed.", " Agreed.Agreed\n", "It agreed"]


def test_cues_of_some_stretches_only() -> None:
    text = "agreed, then agreed, then agreed"
    within = cues(text).within([Span(0, 6), Span(13, 14), Span(19, 25)])
    assert list(within.offsets["agreed"]) == [0, 13]


def test_no_part_of_a_word_is_a_cue() -> None:
    text = "Disagreed; agreedly; un-agreed"
    assert list(cues(text).offsets.get("agreed", ())) == [text.index("-agreed") + 1]


def test_paragraphs_are_told_with_the_rules_that_may_match_there() -> None:
    text = "The Board agreed\tJB to write\nNo cue here\nagreed to write"
    agreed, to, any_word = rule("agreed"), rule("to"), rule()
    tried = cues(text).tried((any_word, to, agreed), paragraphs(text))
    assert {index: [each.id for each in book] for index, book in tried.items()} == {
        0: [any_word.id, agreed.id],
        1: [any_word.id, to.id],
        2: [any_word.id],
        3: [any_word.id, to.id, agreed.id],
    }
    assert list(cues(text).tried((agreed,), paragraphs(text))) == [0, 3]


def test_a_rule_with_cues_matches_where_it_would_without() -> None:
    text = "Members agreed\tto meet\nthen agreed\nto go. They agreed\n\nto stay.\nagreed"
    doc = load().get_pipe("minuted_cues")(load().make_doc(text))
    pattern = r"\b[Aa]greed\b(?:\s+to \w+)?"
    found = [
        RuleMatcher(load().vocab, [each]).matches(doc, text, doc._.cues)
        for each in (rule("agreed", pattern=pattern), rule(pattern=pattern))
    ]
    assert [match.span for match in found[0]] == [match.span for match in found[1]]
    assert len(found[0]) == 4


@pytest.mark.parametrize(
    ("text", "lines", "sentences"),
    [
        ("agreed " * 50_000, 1, 1),
        ("agreed. " * 50_000, 1, 50_000),
        ("agreed\n" * 50_000, 50_000, 50_000),
        ("agreed\n" + "\n" * 200_000, 1, 1),
    ],
    ids=["words", "sentences", "lines", "blank lines"],
)
def test_many_cues_are_done_with(text: str, lines: int, sentences: int) -> None:
    # Were a line looked at again for each of its cues, this would take minutes.
    assert sum(1 for _ in cues(text).lines(rule("agreed"), text)) == lines
    assert sum(1 for _ in cues(text).sentences(rule("agreed"), text)) == sentences
