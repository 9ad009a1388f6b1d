"""Whether an item and a paper are called alike."""

from __future__ import annotations

import pytest

from ingest.structure.liketitles import share_words, telling_words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Harbour Dues for 2031", "HARBOUR DUES 2031", True),
        ("Review of Pier Tolls", "Pier Tolls Review", True),
        ("Annual Review of Pier Tolls", "Review of Harbour Tolls", False),
        ("Tolls", "Tolls", False),
        ("Pier", "Pier Tolls", False),
        ("", "", False),
    ],
)
def test_titles_share_their_telling_words(one: str, other: str, alike: bool) -> None:
    assert share_words(telling_words(one), telling_words(other), least=2) is alike
