"""Labels of attendance lists."""

from __future__ import annotations

import pytest

from ingest.structure.attendancelabels import label_at_start, labels_inside


@pytest.mark.parametrize(
    ("line", "status", "rest"),
    [
        ("Present:", "present", ""),
        ("PRESENT", "present", ""),
        ("Members Present: A Marsh", "present", "A Marsh"),
        ("PRESENT:- A Marsh", "present", "A Marsh"),
        ("PRESENT A Marsh", "present", "A Marsh"),
        ("Present – A Marsh", "present", "A Marsh"),
        ("Attendees (in person)", "present", "(in person)"),
        ("Those attending: A Marsh", "present", "A Marsh"),
        ("Present Mr A Marsh", "present", "Mr A Marsh"),
        ("Sederunt", "present", ""),
        ("Presennol", "present", ""),
        ("In attendance:", "in_attendance", ""),
        ("Also, in attendance: A Marsh", "in_attendance", "A Marsh"),
        ("IN ATTENDANCE VIRTUALLY: A Marsh", "in_attendance", "A Marsh"),
        ("Officers:", "in_attendance", ""),
        ("Members of the public: A Marsh", "in_attendance", "A Marsh"),
        ("Apologies for absence received from: A Marsh", "apologies", "A Marsh"),
        ("Apologies", "apologies", ""),
        ("To receive and accept apologies for absence: A Marsh", "apologies", "A Marsh"),
        ("Absent: A Marsh", "apologies", "A Marsh"),
    ],
)
def test_labels_tell_a_status(line: str, status: str, rest: str) -> None:
    label = label_at_start(line)
    assert label
    assert (label.status, line[label.names_at :].strip()) == (status, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Present were the members",
        "Presentation",
        "Attendance at conferences was low",
        "Apologise",
        "Membership",
        "Officer Marsh",
        "",
    ],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert label_at_start(line) is None


def test_bold_type_sets_a_label_off() -> None:
    assert label_at_start("Present Ada Marsh") is None
    label = label_at_start("Present Ada Marsh", set_off=True)
    assert label
    assert label.names_at == len("Present ")


@pytest.mark.parametrize(
    ("line", "opens", "titles_item"),
    [
        ("Present:", True, False),
        ("Officers:", False, False),
        ("Members of the public: Mr Lowe", False, False),
        ("Apologies and Substitutes", True, True),
        ("To receive apologies for absence", True, True),
    ],
)
def test_what_labels_do(line: str, opens: bool, titles_item: bool) -> None:
    label = label_at_start(line)
    assert label
    assert (label.opens, label.titles_item) == (opens, titles_item)


def test_labels_in_the_middle_of_a_paragraph() -> None:
    text = "Cabinet, at the Guildhall. Present: A Marsh. Also in attendance: B Holt. Apologies received from: C Lowe"
    assert [(label.status.value, text[label.start : label.names_at]) for label in labels_inside(text)] == [
        ("present", "Present:"),
        ("in_attendance", "Also in attendance:"),
        ("apologies", "Apologies received from:"),
    ]
