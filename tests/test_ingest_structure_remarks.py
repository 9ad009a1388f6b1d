"""What lists say of people beside their names."""

from __future__ import annotations

import pytest

from ingest.structure.remarks import remarks_on, role_and_organisation


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Chief Executive, Northmere Borough Council", "Chief Executive", "Northmere Borough Council"),
        ("Deputy Director, Adult Care, Northmere Council", "Deputy Director, Adult Care", "Northmere Council"),
        ("Head of Estates at Northmere Council", "Head of Estates", "Northmere Council"),
        ("GP – Ellerdyke ICB", "GP", "Ellerdyke ICB"),
        ("GP Ellerdyke ICB", "GP", "Ellerdyke ICB"),
        ("DPH Northmere Council", "DPH", "Northmere Council"),
        ("Director of Public Health", "Director of Public Health", None),
        ("Ellerdyke NHS Foundation Trust", None, "Ellerdyke NHS Foundation Trust"),
        ("Associate Consultant, NHS Reshaping Unit", "Associate Consultant", "NHS Reshaping Unit"),
        ("representing Quayside Residents", None, "Quayside Residents"),
        ("representing Ada Marsh MP", "representing Ada Marsh MP", None),
        ("NMC", None, "NMC"),
        ("CEO", "CEO", None),
        ("", None, None),
    ],
)
def test_a_role_is_parted_from_its_organisation(text: str, role: str | None, organisation: str | None) -> None:
    assert role_and_organisation(text) == (role, organisation)


@pytest.mark.parametrize(
    ("rest", "part"),
    [
        ("(part of the meeting)", "part of the meeting"),
        ("(part meeting) Medical Director", "part meeting"),
        ("(items 1, 2 and 5 only)", "items 1, 2 and 5 only"),
        ("Director of Estates (for item 4)", "for item 4"),
        ("Practice Partner (in attendance for Item PC/20/07)", "in attendance for Item PC/20/07"),
        ("(from 7.30pm)", "from 7.30pm"),
        ("(until 8pm)", "until 8pm"),
        ("(left at 20:15)", "left at 20:15"),
        ("(From minute number 47/19)", "From minute number 47/19"),
        ("(arrived late)", "arrived late"),
        ("(Director of Services for 18-25s)", None),
        ("(Chair)", None),
        ("Portfolio Holder for Items of Interest", None),
    ],
)
def test_for_which_part_of_the_meeting_somebody_was_there(rest: str, part: str | None) -> None:
    assert remarks_on("Ada Marsh", rest).part == part


@pytest.mark.parametrize(
    ("rest", "whom"),
    [
        ("(substitute for Councillor B Holt)", "Councillor B Holt"),
        ("- substitute for B Holt Lowe", "B Holt Lowe"),
        ("(substituting for Ben Holt)", "Ben Holt"),
        ("(In place of Mrs Holt)", "Mrs Holt"),
        ("(for Cllr Holt)", "Cllr Holt"),
        ("on behalf of Ben Holt, Medical Director", "Ben Holt"),
        ("(Substitute)", None),
        ("(Deputy for Place)", None),
        ("(Director for Finance)", None),
    ],
)
def test_whom_somebody_stood_in_for(rest: str, whom: str | None) -> None:
    remarks = remarks_on("Ada Marsh", rest)
    assert remarks.substitutes_for == whom
    assert remarks.note
    if whom:
        assert remarks.role in (None, "Medical Director")


@pytest.mark.parametrize(
    ("rest", "chairs"),
    [
        ("(Chair)", True),
        ("(Chairman)", True),
        ("(Vice-Chair, in the Chair)", True),
        ("- Clinical Chair", True),
        ("(Vice-Chair)", False),
        ("(Deputy Chairman)", False),
        ("(Chairman of the Licensing Committee)", False),
        ("(former Chair)", False),
        ("Assistant to the Chair", False),
    ],
)
def test_who_is_in_the_chair(rest: str, chairs: bool) -> None:
    assert remarks_on("Ada Marsh", rest).chairs is chairs


@pytest.mark.parametrize("rest", ["(apologies)", "(Absent)", "– sent apologies"])
def test_an_entry_may_tell_of_apologies(rest: str) -> None:
    remarks = remarks_on("Ada Marsh", rest)
    assert remarks.absent
    assert remarks.role is None


def test_all_remarks_are_kept_as_written_and_a_post_goes_before_the_chair() -> None:
    remarks = remarks_on("Ada Marsh", "(AM) (Chair) (remotely) – Chief Officer, Northmere Council")
    assert remarks.initials == "AM"
    assert (remarks.role, remarks.organisation) == ("Chief Officer", "Northmere Council")
    assert remarks.note == "Chair; remotely; Chief Officer, Northmere Council"
