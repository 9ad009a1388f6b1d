"""Words as they stand in ids."""

from __future__ import annotations

import re

import pytest

from corpus.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("St Mary's & North Ward!", "st-marys-north-ward"),
        ("Café – Board", "cafe-board"),
        ("", ""),
        ("x" * 80, "x" * 48),
        (
            "Health and Wellbeing Board of the Northmere and District Council",
            "health-and-wellbeing-board-of-the-northmere-and",
        ),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert re.fullmatch(r"[a-z0-9-]*", slug(text))
