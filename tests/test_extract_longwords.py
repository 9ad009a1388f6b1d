"""Words longer than any: their tokens are made in pieces, and no character of the text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.longwords import tokenized
from extract.pipeline import load


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["The Board", "met.", " ", "  ", "\n", "\n\n", "\u00a0", "“quay”", "\x00"]),
            st.builds(str.__mul__, st.sampled_from(["(", "a", "a.", "'s", "…"]), st.integers(150, 700)),
        ),
        max_size=8,
    ).map("".join)
)
def test_no_character_is_lost(text: str) -> None:
    assert tokenized(load(), text).text == text


def test_words_beside_a_long_one_are_the_usual_tokens() -> None:
    nlp = load()
    before, after = "The Board (the “Board”) met.\n\n", " It couldn’t agree.  Cllr Tarn left."
    tokens = [token.text for token in tokenized(nlp, before + "(" * 1000 + after)]
    usual = [[token.text for token in nlp.make_doc(part)] for part in (before.rstrip(), after.lstrip())]
    assert tokens[: len(usual[0])] == usual[0]
    assert tokens[-len(usual[1]) :] == usual[1]


@pytest.mark.parametrize("sign", ["(", "&", ",", "…", "“‘", "'s", "()"])
def test_a_word_of_signs_is_done_with(sign: str) -> None:
    # Without the cut each of these takes hours.
    text = sign * 200_000
    assert tokenized(load(), text).text == text
