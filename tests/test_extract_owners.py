"""Owners: by that meeting's own list; where nobody or more than one person fits, nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import MeetingId
from extract.owners import owner_name
from tests.papers_made import minutes

PAPER = minutes("12. Dredging\n\nThe Engineer spoke.\n").document


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("IQ", "Ines Quill"),
        ("PW", "Piers Wren"),
        ("JB", None),
        ("XZ", None),
        ("Ines Quill", "Ines Quill"),
        ("Ms Quill", "Ines Quill"),
        ("Cllr Tarn", "Orla Tarn"),
        ("Cllr Finch", "D Finch"),
        ("Clerk", "Piers Wren"),
        ("the Clerk", "Piers Wren"),
        ("The Chief Engineer", "Ines Quill"),
        ("Harbour Master", "Jo Birch"),
        ("Harbour Watch", None),
        ("", None),
        (None, None),
    ],
)
def test_owner_name(written: str | None, name: str | None) -> None:
    assert owner_name(PAPER, PAPER.meetings[0], written) == name


def test_without_a_meeting_nobody_is_known() -> None:
    assert owner_name(PAPER, None, "IQ") is None


def test_initials_are_those_of_their_own_meeting() -> None:
    here, elsewhere = PAPER.meetings[0], replace(PAPER.meetings[0], id=MeetingId("another"))
    (engineer,) = (each for each in PAPER.attendance if each.initials == "IQ")
    warden = replace(engineer, meeting=elsewhere.id, name="Isaac Quern")
    both = replace(PAPER, attendance=(*PAPER.attendance, warden), meetings=(here, elsewhere))
    assert owner_name(both, here, "IQ") == "Ines Quill"
    assert owner_name(both, elsewhere, "IQ") == "Isaac Quern"
