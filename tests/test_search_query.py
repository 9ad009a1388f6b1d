"""What users write, and what it means; what can't be understood, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trees_told import told

from corpus.errors import QueryError
from search.grammar import in_grammar
from search.leaves import NotUnderstood
from search.plainwords import plain_words
from search.query import parse
from search.tree import ADJACENT, Phrase, Query

MEANINGS = [
    ("mower", "text:mower"),
    ("Decisions", "text:decisions"),
    ("the health and wellbeing board", "(text:the AND text:health AND text:and AND text:wellbeing AND text:board)"),
    ('"health and wellbeing board"', 'text:"health and wellbeing board"'),
    ("“typed by a word processor”", 'text:"typed by a word processor"'),
    ("O’Hara's", "text:ohara"),
    ("Café", "text:cafe"),
    ("HWB13", "text:hwb13"),
    ("3.7.5", "text:3+7+5"),
    ("24/00093", "text:24+00093"),
    ("PB/21/39", "text:pb+21+39"),
    ("10:30", "text:10+30"),
    ("care & support - a plan", "(text:care AND text:support AND text:a AND text:plan)"),
    ("Trust: slipway", "(text:trust AND text:slipway)"),
    ("R&D", "text:r+d"),
    ("frail*", "text:frail*"),
    ("commissioning*", "text:commissioning*"),
    ("fr?il*ty", "text:fr?il*ty"),
    ("section~", "text:section~"),
    ("section~2", "text:section~2"),
    ("title:mow*", "title:mow*"),
    ("body:boards", "body:boards"),
    ('body:"planning committee" trees', '(body:"planning committee" AND text:trees)'),
    ("body:(east OR west)", "(body:east OR body:west)"),
    ("org:norwick", "organisation:norwick"),
    ('person:"ada penrose"', 'person:"ada penrose"'),
    ("owner:ap", "owner:ap"),
    ("ref:HWB13", "reference:hwb13"),
    ("kind:decision", "kind:decision"),
    ("KIND:Decision", "kind:decision"),
    ('kind:"reported decision"', "kind:reported_decision"),
    ("outcome:deferred", "outcome:deferred"),
    ("paper:decision-notice", "paper_kind:decision_notice"),
    ("date:2021", "date:[2021-01-01 TO 2021-12-31]"),
    ("date:2024-02", "date:[2024-02-01 TO 2024-02-29]"),
    ("date:2021-04-15", "date:[2021-04-15 TO 2021-04-15]"),
    ("date:2021-04..2021-06", "date:[2021-04-01 TO 2021-06-30]"),
    ("date:[2021-04 TO 2021-06]", "date:[2021-04-01 TO 2021-06-30]"),
    ("date:2021..", "date:[2021-01-01 TO ]"),
    ("date:..2021", "date:[ TO 2021-12-31]"),
    ("date:>2020", "date:[2021-01-01 TO ]"),
    ("date:>=2020", "date:[2020-01-01 TO ]"),
    ("date:<2020-03-01", "date:[ TO 2020-02-29]"),
    ("date:<=2020", "date:[ TO 2020-12-31]"),
    ("a OR b AND c", "(text:a OR (text:b AND text:c))"),
    ("(a OR b) AND c", "((text:a OR text:b) AND text:c)"),
    ("NOT a", "NOT text:a"),
    ("a AND NOT b", "(text:a AND NOT text:b)"),
    ("a NOT(b)", "(text:a AND NOT text:b)"),
    ("a and b", "(text:a AND text:and AND text:b)"),
    ("mower^2", "text:mower^2"),
    ('"mower"', 'text:"mower"'),
    ("((mower))", "text:mower"),
]


@pytest.mark.parametrize(("written", "meant"), MEANINGS)
def test_a_query_means(written: str, meant: str) -> None:
    assert told(parse(written)) == meant


@pytest.mark.parametrize(
    ("written", "between"),
    [('"two words"', 0), ('"two words"~0', 0), ('"two words"~12', 12), ('body:"two words"~2^3', 2)],
)
def test_words_in_quotes_may_stand_apart(written: str, between: int) -> None:
    phrase = parse(written)
    assert isinstance(phrase, Phrase)
    assert (phrase.words, phrase.slop - ADJACENT) == (("two", "words"), between)


REFUSALS = [
    ("", 0, "empty"),
    ("   ", 0, "empty"),
    ('budget "never closed', 7, "never closed"),
    ("(budget", 0, "never closed"),
    ("budget)", 6, "never opened"),
    ("a ()", 3, "nothing in the brackets"),
    ('""', 1, "nothing in the quotes"),
    ("-", 0, "no letter or digit"),
    ("a ( & )", 3, "no letter or digit"),
    ("a AND &", 5, "after it"),
    ("body:-", 5, "no letter or digit"),
    ("colour:red", 0, "no field 'colour'"),
    ("see http://example.org", 4, "no field 'http'"),
    ("a.body:x", 6, "colon inside a word"),
    ("body:", 5, "needs a value"),
    ("body: planning", 5, "needs a value"),
    ("body:kind:decision", 9, "colon inside a word"),
    ("kind:decison", 5, "none of paper, section, decision"),
    ("outcome:maybe", 8, "none of noted, approved"),
    ("kind:dec*", 8, "whole values"),
    ("date:lately", 5, "is no date"),
    ("date:2021-13", 5, "no such day"),
    ("date:2021-02-30", 5, "no such day"),
    ("date:2022..2021", 5, "2022 is after 2021"),
    ("date:..", 5, "dates are written"),
    ("date:>", 5, "dates are written"),
    ("date:{2020 TO 2021}", 5, "square brackets"),
    ("[a TO b]", 0, "only dates have ranges"),
    ("[2021", 0, "square brackets hold a range"),
    ("*", 0, "alone"),
    ("body:?", 5, "alone"),
    ("24/0*", 4, "one word"),
    ("section~3", 7, "1 to 2"),
    ("ab~", 0, "too short"),
    ("~2", 0, "right after one word"),
    ('"two words"~x', 11, "right after"),
    ('"two words"~', 11, "right after"),
    ('"word"~2', 6, "two words or more"),
    ('"three words here"~12', 18, "take ~9 at most"),
    ('kind:"a decision"~2', 17, "whole values"),
    ("a^0", 0, "more than 0"),
    ("a ^2", 2, "right after a word"),
    ("AND a", 0, "before it"),
    ("a AND", 5, "after it"),
    ("a AND OR b", 5, "after it"),
    ("NOT", 3, "after it"),
    ("NOT NOT a", 3, "after it"),
    ("(" * 41 + "a" + ")" * 41, 40, "nested"),
    ("a" * 10_001, 10_000, "longer"),
]


@pytest.mark.parametrize(("written", "position", "reason"), REFUSALS)
def test_what_is_not_understood_is_refused_at_its_place(written: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(written)
    assert refused.value.position == position
    assert reason in str(refused.value)


def assert_read_or_refused(written: str) -> None:
    place = 0
    try:
        parse(written)
    except QueryError as refused:
        place = refused.position
    assert 0 <= place <= len(written)


PIECES = [
    "mower",
    "24/00093",
    '"',
    "(",
    ")",
    "AND",
    "OR",
    "NOT",
    "body:",
    "date:",
    "2021..",
    "kind:",
    "~",
    "^2",
    "*",
    "[",
    "TO",
    "]",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_is_a_query_or_a_query_error(written: str) -> None:
    assert_read_or_refused(written)


@given(st.text(max_size=30))
def test_any_characters_are_a_query_or_a_query_error(written: str) -> None:
    assert_read_or_refused(written)


def read_by(reader: Callable[[str], Query | None], written: str) -> Query | str | None:
    """What ``reader`` reads, or its reason and place."""
    try:
        return reader(written)
    except NotUnderstood as problem:
        return f"{problem.position}: {problem.reason}"


@given(
    st.one_of(st.text(st.sampled_from('aZ9é &-_\'’./²\t""'), min_size=1, max_size=20), st.text(min_size=1, max_size=20))
)
@example("ANDY'S GORSE NORTH AND-SOUTH ORE")
@example(" - & ")
@example("a ² b")
@example('"a: (b)"  c "AND" -')
@example('a "" b')
@example('"a"b "c"')
def test_plain_words_are_read_without_the_parser_as_with_it(written: str) -> None:
    plain = read_by(plain_words, written)
    assert plain is None or not written.strip() or plain == read_by(in_grammar, written)


PARTS = ["AND", "OR", "NOT", "a", "b", "ANDY", '"a b"', "(", ")", " ", "body:", "kind:decision", "date:2021..", "-"]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9))
@example(["(", "a", "b", ")", "AND", "c"])
@example(["a", "AND", "(", "b", "AND", "c", ")"])
@example(["a", "OR", "b", "AND", "NOT", "c", "d"])
@example(["(", "(", "a", ")", "OR", "b", ")", "AND", "a"])
def test_operators_and_fields_are_read_without_the_parser_as_with_it(parts: list[str]) -> None:
    written = " ".join(parts).replace(": ", ":").replace("( ", "(").replace(" )", ")")
    plain = read_by(plain_words, written)
    assert plain is None or not written.strip() or plain == read_by(in_grammar, written)


@pytest.mark.parametrize(
    "written",
    [
        "the town hall",
        "O'Hara's 24/00093",
        "sub-committee & plan",
        "and or not",
        '"town hall" AND-free',
        "hall AND (lane OR plan) NOT kind:decision",
        'body:"town board" date:2021-04..2021-06',
    ],
)
def test_ordinary_queries_need_no_parser(written: str) -> None:
    assert plain_words(written) is not None
