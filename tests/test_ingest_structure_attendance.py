"""Attendance and membership lists in the layouts that minutes use."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind, Document
from corpus.vocabulary import MediaType
from ingest.layout import Mark, Piece, Reading
from ingest.structure.build import build_document
from ingest.text import read_text

COUNCIL = """\
NORTHMERE BOROUGH COUNCIL

CABINET

Minutes of the meeting held on Tuesday 11 June 2024 in the Guildhall

PRESENT: Councillors A Marsh (Chair), B Holt and C. Penrose

ALSO PRESENT: Councillor D Quill

IN ATTENDANCE: Mr J Ellery (Director of Finance) and Ms L Tamsin

APOLOGIES: Councillor E Wren

12. DECLARATIONS OF INTEREST

There were none.
"""
NHS = """\
NHS Ellerdyke Integrated Care Board

Unconfirmed minutes of the Board meeting held in public on 17 July 2024

Members present:

Jane Ashdown (JA) – Chair

Dr Priya Raman (PR) – Medical Director, Ellerdyke NHS Foundation Trust

In attendance:

Ruth Dell (RD) – Board Secretary

Apologies:

Ian Moss (IM) – Director of Nursing

1. Welcome and apologies

1.1 JA welcomed everybody to the meeting.
"""
TABLE = """\
Ellerdyke Integrated Care Board

Minutes of the meeting held on 17 July 2024

Present

Name\tRole\tOrganisation

Jane Ashdown (Chair)\tChair\tEllerdyke ICB

Priya Raman\tMedical Director\tEllerdyke NHS Foundation Trust

1. Welcome

The Chair opened the meeting.
"""
PARISH = """\
Northmere Parish Council

Minutes of the meeting held on 4 March 2025

Present: Cllr Ada Marsh (Chair), Cllr Tom Ferris, Cllr Ruth Dell. Clerk: Ian Moss.

1. Apologies: none.
"""


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            COUNCIL,
            [
                ("chair", "A Marsh"),
                ("present", "B Holt"),
                ("present", "C. Penrose"),
                ("in_attendance", "D Quill"),
                ("in_attendance", "J Ellery"),
                ("in_attendance", "L Tamsin"),
                ("apologies", "E Wren"),
            ],
        ),
        (
            NHS,
            [
                ("chair", "Jane Ashdown"),
                ("present", "Priya Raman"),
                ("in_attendance", "Ruth Dell"),
                ("apologies", "Ian Moss"),
            ],
        ),
        (TABLE, [("chair", "Jane Ashdown"), ("present", "Priya Raman")]),
        (
            PARISH,
            [("chair", "Ada Marsh"), ("present", "Tom Ferris"), ("present", "Ruth Dell"), ("present", "Ian Moss")],
        ),
    ],
    ids=["council", "nhs", "table", "parish"],
)
def test_who_was_there(text: str, listed: list[tuple[str, str]]) -> None:
    document = document_of(text)
    assert [(line.status, line.name) for line in document.attendance] == listed
    (meeting,) = document.meetings
    for line in document.attendance:
        assert line.meeting == meeting.id
        assert line.name.split()[-1] in document.quote(line.span)


def test_initials_roles_and_organisations_of_an_nhs_list() -> None:
    raman = document_of(NHS).attendance[1]
    assert (raman.title, raman.initials, raman.role, raman.organisation) == (
        "Dr",
        "PR",
        "Medical Director",
        "Ellerdyke NHS Foundation Trust",
    )


def test_only_one_chairs_though_two_are_called_so() -> None:
    document = document_of(COUNCIL.replace("B Holt", "B Holt (Chairman of the Licensing Committee)"))
    assert [line.status for line in document.attendance][:2] == ["chair", "present"]


def test_a_vice_chair_does_not_chair() -> None:
    document = document_of(PARISH.replace("(Chair)", "(Vice-Chair)"))
    assert {line.status for line in document.attendance} == {"present"}


def test_an_item_called_apologies_names_nobody_present() -> None:
    document = document_of(PARISH.replace("none.", "Cllr Sam Lowe was away."))
    assert "Sam Lowe" not in [line.name for line in document.attendance if line.status == "present"]


def test_a_membership_list_belongs_to_no_meeting() -> None:
    document = document_of(
        "Membership of the Harbour Committee\n\nCouncillor Ada Marsh (Chair)\n\nCouncillor Tom Ferris (Vice-Chair)\n\n"
        "Councillor Ruth Dell (Quayside)\n"
    )
    assert [(line.meeting, line.name, line.status.value) for line in document.attendance] == [
        (None, "Ada Marsh", "chair"),
        (None, "Tom Ferris", "present"),
        (None, "Ruth Dell", "present"),
    ]


def test_lists_side_by_side_have_the_status_of_their_label() -> None:
    row = "Present:\nMr J Tull (Chair)\nMrs A Quill\tAlso in attendance:\nMs R Dell\tApologies:\nMr D Orme"
    cells = row.split("\t")
    pieces = [
        Piece(text="NORTHMERE PARISH COUNCIL", marks=(Mark(0, 1),), kind=BlockKind.HEADING),
        Piece(text="Minutes of the meeting held on 11 June 2024", marks=(Mark(0, 1),)),
        Piece(text=row, marks=(Mark(0, 1),), kind=BlockKind.ROW, cells=tuple(cells), table=0),
        Piece(text="1. Declarations of interest", marks=(Mark(0, 1),), kind=BlockKind.HEADING),
        Piece(text="There were none.", marks=(Mark(0, 1),)),
    ]
    reading = Reading(media_type=MediaType.PDF, pieces=tuple(pieces))
    document = build_document(reading, name="minutes.pdf", sha256="0" * 64)
    assert [(line.name, line.status) for line in document.attendance] == [
        ("J Tull", "chair"),
        ("A Quill", "present"),
        ("R Dell", "in_attendance"),
        ("D Orme", "apologies"),
    ]
