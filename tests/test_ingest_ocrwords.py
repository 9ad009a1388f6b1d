"""The words that OCR read are found again in the text, wherever joining and cells have put them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.vocabulary import ReadBy
from ingest.layout import PageNote, PlacedWord
from ingest.ocrwords import place_words

WORDS = st.text("abQ1-", min_size=1, max_size=3)


def quotes(words: list[str], text: str, page_starts: tuple[int, ...] = (0,), page: int = 1) -> list[str]:
    note = PageNote(page, ReadBy.OCR, "a scan", tuple(PlacedWord(word, 0, 0, 1, 1) for word in words))
    (read,) = place_words([note], text, page_starts)
    spans = [word.span for word in read.words]
    assert spans == sorted(spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    return [text[span.start : span.end] for span in spans]


@given(st.lists(WORDS, max_size=12))
def test_every_word_of_a_plain_text_is_found_once(words: list[str]) -> None:
    assert quotes(words, " ".join(words)) == words


@given(st.permutations(["the", "quay", "the", "lights", "and", "the", "wall"]))
def test_the_order_of_cells_is_that_of_the_text(words: list[str]) -> None:
    text = "the quay\tand the\nlights the wall"
    assert quotes(words, text) == text.split()


def test_halves_of_a_broken_word_are_parts_of_it() -> None:
    assert quotes(["the", "recom-", "mendation", "was"], "the recommendation was") == [
        "the",
        "recom",
        "mendation",
        "was",
    ]


def test_what_was_left_out_of_the_text_has_no_place() -> None:
    assert quotes(["OFFICIAL", "the", "quay", "17"], "the quay") == ["the", "quay"]


def test_words_are_looked_for_on_their_own_page_only() -> None:
    text = "the quay\nthe wall"
    assert quotes(["the", "wall"], text, (0, 9), page=2) == ["the", "wall"]
    assert quotes(["wall"], text, (0, 9), page=1) == []
