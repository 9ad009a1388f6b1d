"""Attendance and membership lists in the layouts that minutes use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


LISTS = {
    "label and names below, groups, substitutes, officers": (
        "Present:\nCouncillor A Marsh (Chair)\nCouncillors: C Penrose and E Wren\n\n"
        "Substitutes: Councillor F Lowe (In place of Councillor G Dell)\n\n"
        "Officers:\nJane Ashdown - Head of Housing",
        ["chair Councillor A Marsh", "present Councillor C Penrose", "present Councillor E Wren",
         "present Councillor F Lowe", "in_attendance Jane Ashdown"],
    ),
    "a mayor in brackets, reasons for absence": (
        "PRESENT:-\nThe Mayor (Councillor A Marsh), Councillors C Penrose and D Quill MBE\n"
        "APOLOGIES:- Councillors G Dell (work) and H Moss (holiday)",
        ["present Councillor A Marsh", "present Councillor C Penrose", "present Councillor D Quill",
         "apologies Councillor G Dell", "apologies Councillor H Moss"],
    ),
    "labels in the middle of a paragraph": (
        "Present: Cllrs Marsh (Chair), Holt. Also present: The Clerk (Mrs A Jones), 3 members of the public, "
        "Cllr Quill (CCC). Apologies: Cllr Dell.",
        ["chair Councillor Marsh", "present Councillor Holt", "in_attendance A Jones", "in_attendance Councillor Quill",
         "apologies Councillor Dell"],
    ),
    "a sederunt": (
        "SEDERUNT: Provost Ada Marsh, Bailie Tom Ferris, Councillors Holt, Orr.",
        ["present Provost Ada Marsh", "present Bailie Tom Ferris", "present Councillor Holt", "present Councillor Orr"],
    ),
    "a table with who was there": (
        "Name\tTitle\tAttendance\n\nAda Marsh\tChair\tPresent\n\nBen Holt\tMedical Director\tApologies",
        ["chair Ada Marsh", "apologies Ben Holt"],
    ),
    "the vice-chairman in the chair": (
        "Present: Cllr Marsh (Chairman), Cllr Holt (Vice-Chairman, in the Chair)",
        ["present Councillor Marsh", "chair Councillor Holt"],
    ),
    "somebody took the chair": (
        "Present: Councillors Ada Marsh, Ben Holt and Ivy Lowe\n\nCllr. B. Holt took the Chair and welcomed everyone.",
        ["present Councillor Ada Marsh", "chair Councillor Ben Holt", "present Councillor Ivy Lowe"],
    ),
    "lines that run on": (
        "Present\n\nCouncillors D Marsh (Chair), R Holt and\n\nP Lowe, A Dell, EDC, Clerk J Pike",
        ["chair Councillor D Marsh", "present Councillor R Holt", "present Councillor P Lowe", "present A Dell",
         "present J Pike"],
    ),
    "officers under the head of those present": (
        "Minutes of a meeting of the Board at which there were present:\n\nCouncillors\n\nMrs A Marsh (Chairman)\n\n"
        "B Holt - substitute for C Lowe Dell\n\nOfficers\n\nMr J Ellery - Head of Planning",
        ["chair Councillor A Marsh", "present Councillor B Holt", "present J Ellery"],
    ),
    "a page number within the list": (
        "In attendance: Ada Marsh (AM) Engagement Lead,\n\n1\n\nBen Holt (BH) Practice Partner, Quayside Medical Group",
        ["in_attendance Ada Marsh", "in_attendance Ben Holt"],
    ),
    "the minute taker below the apologies": (
        "Present: Ada Marsh, Ben Holt\n\nApologies: Ivy Lowe\n\nMinute taker: Ben Holt",
        ["present Ada Marsh", "present Ben Holt", "apologies Ivy Lowe"],
    ),
    "the public between members": (
        "Present: Cllrs Marsh and Holt\n\nMembers of the public: Mr Ivor Lowe\n\nClerk: Jo Pike",
        ["present Councillor Marsh", "present Councillor Holt", "in_attendance Ivor Lowe", "present Jo Pike"],
    ),
    "two who share a name": (
        "Present: Ms J Lowe, Mr J Lowe and Mr B Holt",
        ["present J Lowe", "present J Lowe", "present B Holt"],
    ),
    "a joint meeting": (
        "Vale CCG Committee: Present: Ada Marsh (AM) Chief Officer Ben Holt (BH) Lay Member (Chair)\n\n"
        "Dale CCG Committee: Present: Ada Marsh (AM) Chief Officer Ivy Lowe (IL) Lay Member",
        ["present Ada Marsh", "chair Ben Holt", "present Ivy Lowe"],
    ),
    "Welsh": (
        "PRESENNOL\n\nCynghorwyr Ada Marsh, Ben Holt a’r Cynghorydd Sir Ivy Lowe.\n\n"
        "Cymerwyd y Gadair gan y Cyng. B. Holt. Derbyniwyd ymddiheuriadau gan y Cynghorwyr Dan Dell a Sue Orme.",
        ["present Councillor Ada Marsh", "chair Councillor Ben Holt", "present Councillor Ivy Lowe",
         "apologies Councillor Dan Dell", "apologies Councillor Sue Orme"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "listed"), LISTS.values(), ids=LISTS)
def test_forms_of_lists(text: str, listed: list[str]) -> None:
    document = document_of(
        "NORTHMERE COUNCIL\n\nFINANCE COMMITTEE\n\nMinutes of the meeting held on 4 March 2025\n\n"
        f"{text}\n\n1. Declarations of interest\n\nThere were none.\n"
    )
    assert [" ".join(filter(None, (line.status, line.title, line.name))) for line in document.attendance] == listed
    for line in document.attendance:
        assert line.name in " ".join(document.quote(line.span).split())


def test_an_item_on_apologies_is_read_after_the_list() -> None:
    document = document_of(PARISH.replace("1. Apologies: none.", "1. Apologies\n\nA Holt EDC and M Holt\n\n2. Finance"))
    told = [(line.name, line.organisation) for line in document.attendance if line.status == "apologies"]
    assert told == [("A Holt", "EDC"), ("M Holt", None)]


def test_a_sentence_ends_the_list() -> None:
    document = document_of(
        COUNCIL.replace(
            "12. DECL",
            "Apologies and Substitutes\n\nMr Ian Moss was welcomed by Ms Ida Crane.\n\nAda Pike, Jo Reed\n\n12. DECL",
        )
    )
    assert not {"Ian Moss", "Ada Pike", "Jo Reed"} & {line.name for line in document.attendance}


PARTS = st.sampled_from(
    [
        "Present:", "In attendance:", "APOLOGIES", "Councillors", "Officers", "Members of the public: 4", "Name\tRole",
        "Cllr Ada Marsh (Chair)", "Councillors A Holt, B Lowe and", "C Dell", "Ada Marsh\tClerk\tNorthmere Council",
        "1. Apologies", "Apologies were received from Mr J Orme and Ida Crane.", "The report was noted.", "3",
        "Cllr B. Lowe took the Chair.", "Present:\tApologies:", "Tom Ferris\tJane Ward", "", "Ivy Lowe (from item 4)",
    ]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14))
def test_whatever_stands_in_a_list_each_line_quotes_its_name(parts: list[str]) -> None:
    document = document_of("NORTHMERE COUNCIL\n\nMinutes of the meeting held on 4 March 2025\n\n" + "\n\n".join(parts))
    for line in document.attendance:
        assert 0 <= line.span.start < line.span.end <= len(document.text)
        assert line.name in " ".join(document.quote(line.span).split())
