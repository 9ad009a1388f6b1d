"""Owners: by that meeting's own list; where nobody or more than one person fits, nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import MeetingId
from extract.owners import Owners, is_collective
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
        ("IQ/PW", "Ines Quill; Piers Wren"),
        ("IQ PW", "Ines Quill; Piers Wren"),
        ("IQ and JB", None),
        ("Cllrs Tarn and Finch, Clerk", "Orla Tarn; D Finch; Piers Wren"),
        ("County Cllr Tarn", "Orla Tarn"),
        ("O. Tarn", "Orla Tarn"),
        ("Ines", "Ines Quill"),
        ("the Chairman", "Orla Tarn"),
        ("Deputy Clerk", None),
        ("All", None),
        ("", None),
        (None, None),
    ],
)
def test_full_name(written: str | None, name: str | None) -> None:
    assert Owners(PAPER).full_name(PAPER.meetings[0], written) == name


def test_without_a_meeting_nobody_is_known() -> None:
    assert Owners(PAPER).full_name(None, "IQ") is None


def test_initials_are_those_of_their_own_meeting() -> None:
    here, elsewhere = PAPER.meetings[0], replace(PAPER.meetings[0], id=MeetingId("another"))
    (engineer,) = (each for each in PAPER.attendance if each.initials == "IQ")
    warden = replace(engineer, meeting=elsewhere.id, name="Isaac Quern")
    both = replace(PAPER, attendance=(*PAPER.attendance, warden), meetings=(here, elsewhere))
    assert Owners(both).full_name(here, "IQ") == "Ines Quill"
    assert Owners(both).full_name(elsewhere, "IQ") == "Isaac Quern"


@pytest.mark.parametrize(
    ("written", "acting"),
    [
        ("IQ", "IQ"),
        ("JB", "JB"),
        ("XZ", None),
        ("Basin, Cllr Tarn", "Cllr Tarn"),
        ("Mr Nobody", "Mr Nobody"),
        ("Head of Moorings", "Head of Moorings"),
        ("Harbour Watch", None),
        ("It", None),
    ],
)
def test_who_can_act(written: str, acting: str | None) -> None:
    assert Owners(PAPER).acting(PAPER.meetings[0], written) == acting


@pytest.mark.parametrize(
    ("written", "acting"),
    [
        ("Head of Quays and Moorings", "Head of Quays and Moorings"),
        ("The Head of Quays and Moorings", "The Head of Quays and Moorings"),
        ("Basin, Head of Quays and Moorings", "Head of Quays and Moorings"),
        ("Quays and Moorings", None),
    ],
)
def test_a_role_in_the_list_may_hold_an_and(written: str, acting: str | None) -> None:
    listed = tuple(
        replace(each, role="Head of Quays and Moorings") if each.initials == "IQ" else each for each in PAPER.attendance
    )
    owners = Owners(replace(PAPER, attendance=listed))
    assert owners.acting(PAPER.meetings[0], written) == acting
    assert owners.full_name(PAPER.meetings[0], acting) == ("Ines Quill" if acting else None)


def test_all_members_are_a_collective() -> None:
    assert is_collective("All")
    assert is_collective("the Parish Council")
    assert not is_collective("the Clerk")
