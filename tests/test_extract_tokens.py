"""Tokens: words, signs and white space, of which the text can be put together again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.pipeline import load

PIECES = [
    *("The Board", "met.", "“quay”", "\x00", "É", "e\u0301", "İ", "ab@cd.uk", "a@", "@b", "www.", "https://x.uk/a_b?c"),
    *(" ", "  ", "\n", "\n\n", " \n", "\n ", "\t", "\u00a0", "\u2028"),
]


def tokens(text: str) -> Doc:
    return load().make_doc(text)


@settings(deadline=None)  # the first text waits until the pipeline is loaded
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(max_size=8),
            st.builds(str.__mul__, st.sampled_from(["(", "a", "a.", "'s", "…", "a@"]), st.integers(150, 700)),
        ),
        max_size=8,
    ).map("".join)
)
def test_tokens_and_the_blanks_behind_them_are_the_text(text: str) -> None:
    doc = tokens(text)
    assert doc.text == text
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board met.", ["The", "Board", "met", "."]),
        ("Cllr A. Tarn’s sub-committee", ["Cllr", "A", ".", "Tarn", "’", "s", "sub", "-", "committee"]),
        ("NQB/I and 14 May", ["NQB", "/", "I", "and", "14", "May"]),
        ("a  b\n\n c", ["a", " ", "b", "\n\n", "c"]),
        (
            "ann.tarn@northmere.gov.uk or www.northmere.gov.uk/a",
            ["ann.tarn@northmere.gov.uk", "or", "www.northmere.gov.uk/a"],
        ),
        ("see https://northmere.gov.uk (new)", ["see", "https://northmere.gov.uk", "(", "new", ")"]),
    ],
)
def test_what_a_token_is(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@pytest.mark.parametrize("sign", ["(", "&", ",", "…", "“‘", "'s", "()", "a.", "a@", "www.", "https://", "ab-cd_"])
def test_a_word_of_signs_is_done_with(sign: str) -> None:
    # In spaCy's own tokenizer each of these takes minutes or hours.
    text = sign * 200_000
    assert tokens(text).text == text
