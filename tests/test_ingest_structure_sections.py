"""Sections: headings and numbered paragraphs, and what only looks like them."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.vocabulary import MediaType
from ingest.layout import Mark, Piece, Reading
from ingest.structure.build import build_document
from ingest.text import read_text

OPENING = (
    "Northmere Town Council\n\nMinutes of the Planning Committee held on 4 March 2025\n\nPresent: Cllr A Marsh\n\n"
)
Outline = list[tuple[int, str | None, str | None]]


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def outline(document: Document) -> Outline:
    return [(section.level, section.number, section.heading) for section in document.sections]


MINUTES: list[tuple[str, str, Outline]] = [
    (
        "numbered items in capitals",
        "12. DECLARATIONS OF INTEREST\n\nThere were none.\n\n13. OLD BATHS – FUTURE USE\n\nThe Leader spoke.\n",
        [(1, "12", "DECLARATIONS OF INTEREST"), (1, "13", "OLD BATHS – FUTURE USE")],
    ),
    (
        "resolutions are a list, not sections",
        "13. OLD BATHS\n\nRESOLVED that:\n\n1. the report be noted;\n\n2. the Director be asked to report back.\n\n"
        "14. ANY OTHER BUSINESS\n\nNone.\n",
        [(1, "13", "OLD BATHS"), (1, "14", "ANY OTHER BUSINESS")],
    ),
    (
        "letters are a list",
        "13. OLD BATHS\n\n(a) the roof leaks\n\n(b) the boiler is old\n",
        [(1, "13", "OLD BATHS")],
    ),
    (
        "headings that run into their first sentence",
        "1. Highways: The clerk reported that the drain in Mill Lane had been cleared.\n\n"
        "2. Finance: It was resolved to pay the accounts.\n",
        [(1, "1", "Highways"), (1, "2", "Finance")],
    ),
    (
        "numbers alone on a line",
        "45.\n\nAPOLOGIES\n\nNone were received.\n\n46.\n\nPLANNING APPLICATIONS\n\nTwo were looked at.\n",
        [(1, "45", "APOLOGIES"), (1, "46", "PLANNING APPLICATIONS")],
    ),
    (
        "references",
        "PL/25/07 Land at Mill Lane\n\nIt was refused.\n\nPL/25/08 Any Other Business\n\nThere was none.\n\n"
        "PL/25/09 Next Meeting\n\nIn May.\n",
        [
            (1, "PL/25/07", "Land at Mill Lane"),
            (1, "PL/25/08", "Any Other Business"),
            (1, "PL/25/09", "Next Meeting"),
        ],
    ),
    (
        "paragraphs of a meeting's own, and the list within one of them",
        "13. OLD BATHS\n\n(1) Mr Orme told the meeting of the roof and of its cost.\n\n"
        "(2) Mrs Vane proposed and Mr Hale seconded that the Council:\n\n1. mend the roof; and\n\n2. sell the lead.\n\n"
        "(3) RESOLVED that the Council:\n\n1. mends the roof; and\n\n2. sells the lead.\n\n14. CLOSE\n\nAt nine.\n",
        [
            (1, "13", "OLD BATHS"),
            (2, "1", None),
            (2, "2", None),
            (2, "3", None),
            (1, "14", "CLOSE"),
        ],
    ),
    (
        "a number that goes on with the run, a figure and a quoted number that don't",
        "241. PARKING\n\nRule 14.60 was read:\n\n14.60 A motion must be given in writing before the meeting.\n\n"
        "242. BUDGET\n\n5 Councillors were against it and left the room when it was put to the vote.\n\n"
        "243. CLOSE\n\nAt nine.\n",
        [(1, "241", "PARKING"), (1, "242", "BUDGET"), (1, "243", "CLOSE")],
    ),
    (
        "minutes numbered within the year, headings that run into a sentence without a mark",
        "43/19 Openness Notice The Chair read the notice to those who were there.\n\n"
        "44/19 Apologies for Absence Cllr Marsh had sent his apologies, which were accepted by all.\n\n"
        "2018/19 Accounts were not yet to hand.\n\n45/19 To Receive the Accounts: None were to hand.\n",
        [
            (1, "43/19", "Openness Notice"),
            (1, "44/19", "Apologies for Absence"),
            (1, "45/19", "To Receive the Accounts"),
        ],
    ),
    (
        "items numbered below their month",
        "18.11.1 Apologies\n\nNone.\n\n18.11.2 Bonfire\n\nIt is to be held on the green again this year.\n\n"
        "18.11.3 Finance\n\nAll is paid.\n",
        [(1, "18.11.1", "Apologies"), (1, "18.11.2", "Bonfire"), (1, "18.11.3", "Finance")],
    ),
    (
        "letters that head parts of an item",
        "5. REPORTS\n\na. Car Parks. The clerk had written to the owner about the gate.\n\n"
        "b. Footpaths. All are open and have been walked by the wardens.\n\n6. CLOSE\n\nAt nine.\n",
        [(1, "5", "REPORTS"), (2, "a", "Car Parks"), (2, "b", "Footpaths"), (1, "6", "CLOSE")],
    ),
    (
        "who came may be an item",
        "1.\n\nElection of Chair\n\nMrs Vane was elected.\n\n2.\n\nBudget\n\nIt was set at last year's sum.\n\n"
        "3.\n\nClose\n\nAt nine.\n",
        [(1, "1", "Election of Chair"), (1, "2", "Budget"), (1, "3", "Close")],
    ),
    (
        "numbered paragraphs under a heading",
        "1. Welcome and apologies\n\n1.1 The Chair welcomed everybody to the meeting.\n\n"
        "1.2 Apologies were noted as above.\n\n"
        "2. Declarations of interest\n\n2.1 There were none to be declared today.\n",
        [
            (1, "1", "Welcome and apologies"),
            (2, "1.1", None),
            (2, "1.2", None),
            (1, "2", "Declarations of interest"),
            (2, "2.1", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in MINUTES], ids=[each[0] for each in MINUTES])
def test_sections_of_minutes(text: str, expected: Outline) -> None:
    assert outline(document_of(OPENING + text)) == expected


ITEMS = (
    ("Apologies for absence", "Apologies were received from Cllr Orme."),
    ("Declarations of interest", "None were declared by those present."),
    ("Finance", "It was RESOLVED to pay the accounts as listed."),
    ("Date of next meeting", "The next meeting is on 6 May."),
)
SCHEMES = (
    "24/04{}|PC24/1{}|24.{}|24.0{}|1{}/25|1{}/2025|{}.|{})|({})|{}|FC/12{}|FC.12{}|2025/03/{}|Item {}|ITEM {}:|"
    "Minute {}|145.{}|24-25/1{}|P/03/25/{}|03/25.{}|C25-03-{}|A{}|0{}-25|{}.0|25/03/0{}|TC 10{}|M2503.{}|2025-03_{}"
).split("|")
FORMS = {
    "heading alone": "{number} {title}\n\n{text}",
    "capitals": "{number} {capitals}\n\n{text}",
    "colon": "{number} {title}: {text}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("scheme", SCHEMES)
def test_items_are_found_however_they_are_numbered(scheme: str, form: str) -> None:
    numbers = [scheme.format(at) for at in range(1, len(ITEMS) + 1)]
    lines = [
        form.format(number=number, title=title, capitals=title.upper(), text=text)
        for number, (title, text) in zip(numbers, ITEMS, strict=True)
    ]
    found = outline(document_of(OPENING + "\n\n".join(lines)))
    assert [(level, number, (heading or "").lower().rstrip(":")) for level, number, heading in found] == [
        (1, number.strip("().:"), title.lower()) for number, (title, _) in zip(numbers, ITEMS, strict=True)
    ]


SAVED: list[tuple[str, str, Outline]] = [
    (
        "numbers and titles in a column, labels around them",
        "Agenda and minutes\n\nVenue: Town Hall\n\nContact: Ann Hale 01234 567890\n\nItems\nNo. Item\n\n"
        "40.\n\nAPOLOGIES\n\nDecision:\n\nNone.\n\nMinutes:\n\nNone were received.\n\n"
        "41.\n\nMinutes pdf icon PDF 159 KB\n\nMinutes:\n\nThe minutes were signed by the chair.\n\n"
        "4a\n\nSpecial meeting of May\n\nMinutes:\n\nThey were noted by all who were there.\n",
        [(1, "40", "APOLOGIES"), (1, "41", "Minutes")],
    ),
    (
        "lines that begin with an item and go on with its labels",
        "Venue: Town Hall\nNo. | Item |\nApologies for Absence Minutes: None were received. |\n"
        "Budget PDF 20 KB Presented By: Ann Hale Minutes: The budget was set at the sum of last year. |\n",
        [(1, None, "Apologies for Absence"), (1, None, "Budget")],
    ),
    (
        "the page of one item",
        "Agenda item\n\nRevenue Budget\n\nMinutes:\n\nThe budget was set at the sum of last year.\n",
        [(1, None, "Revenue Budget")],
    ),
    (
        "lines run together where a text was taken from a PDF",
        "GOVERNING BODY\n\nDate: 4 March 2025\n\nItem Subject Paper Presenter Time\n\n"
        "GB/24/01 Welcome Verbal Ann Hale 10.00\n\nFOR DECISION GB/24/02 Terms of Reference Paper Tom Orme\n\n"
        "Page 1 of 9 GB/24/03 Any Other Business Verbal All\n",
        [
            (1, "GB/24/01", "Welcome"),
            (1, None, "FOR DECISION"),
            (1, "GB/24/02", "Terms of Reference"),
            (1, "GB/24/03", "Any Other Business"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in SAVED], ids=[each[0] for each in SAVED])
def test_sections_of_pages_saved_as_text(text: str, expected: Outline) -> None:
    assert outline(document_of(text)) == expected


REPORTS: list[tuple[str, str, Outline]] = [
    (
        "options are a list",
        "HARBOUR REVIEW\n\nThe options weighed by officers were as follows:\n\n1. Northgate Quay\n\n"
        "2. Eastgate Quay\n\n3. Westgate Quay\n\nNone of them was found to be deep enough for the ferry.\n",
        [(1, None, "HARBOUR REVIEW")],
    ),
    (
        "a heading that goes on on the next line",
        "1.0 PURPOSE OF THE REPORT\n\n1.1 To tell the Board of the harbour.\n\n2.0 PAPERS UNDER THE\n\nHARBOURS ACT\n\n"
        "2.1 There are none that would have to be named here.\n",
        [
            (1, "1.0", "PURPOSE OF THE REPORT"),
            (2, "1.1", None),
            (1, "2.0", "PAPERS UNDER THE HARBOURS ACT"),
            (2, "2.1", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in REPORTS], ids=[each[0] for each in REPORTS])
def test_sections_of_reports(text: str, expected: Outline) -> None:
    assert outline(document_of(text)) == expected


def test_an_attendance_label_with_names_is_no_heading() -> None:
    document = document_of(OPENING + "Apologies: Cllr B Holt\n\n1. WELCOME\n\nThe Chair spoke.\n")
    assert outline(document) == [(1, "1", "WELCOME")]


def test_a_contents_page_is_skipped() -> None:
    document = document_of(
        "Parking Strategy\n\nContents\n\n1. Background 2\n\n2. Options 4\n\n1. Background\n\n"
        "Parking was last looked at in 2019.\n\n2. Options\n\nThree options were weighed.\n"
    )
    numbered = [line for line in outline(document) if line[1]]
    assert numbered == [(1, "1", "Background"), (1, "2", "Options")]


def test_rows_of_an_agenda_are_sections() -> None:
    document = document_of(
        "Ellerdyke Integrated Care Board\n\nMeeting of the Board to be held on 17 July 2024\n\nAGENDA\n\n"
        "1\tWelcome\tChair\t10.00\n\n2\tDeclarations of interest\tAll\t10.05\n\n3\tWinter plan\tTF\t10.10\n"
    )
    assert [line for line in outline(document) if line[1]] == [
        (1, "1", "Welcome"),
        (1, "2", "Declarations of interest"),
        (1, "3", "Winter plan"),
    ]


AGENDA = "Ellerdyke Integrated Care Board\n\nMeeting of the Board to be held on 17 July 2024\n\nAGENDA\n\n"
TABLES: list[tuple[str, str, Outline]] = [
    (
        "an agenda's numbers in its second column",
        AGENDA + "Time\tNo.\tItem\tLead\n10.00\t1\tWelcome\tChair\n10.05\t2\tWinter plan\tAnn Hale\n"
        "10.20\t3\tClose\tChair\n",
        [(1, "1", "Welcome"), (1, "2", "Winter plan"), (1, "3", "Close")],
    ),
    (
        "an agenda without numbers",
        AGENDA + "Time\tItem\tLead\n10.00\tWelcome\tChair\n10.05\tWinter plan\tAnn Hale\n10.20\tClose\tChair\n",
        [(1, None, "Welcome"), (1, None, "Winter plan"), (1, None, "Close")],
    ),
    (
        "minutes with the item in one row and its text in the next, and a column of owners",
        OPENING + "Agenda No\tItem\tOwner\nBD/24/01\tWelcome\tAnn Hale\n\tThe Chair welcomed everybody.\t\n"
        "BD/24/02\tWinter plan\tTom Orme\n\tThe plan was noted by all.\t\n",
        [(1, "BD/24/01", "Welcome"), (1, "BD/24/02", "Winter plan")],
    ),
    (
        "rows of payments within an item are data",
        OPENING + "12. FINANCE\n\nThe payments were approved.\n\n1\tHale and Sons\t20.00\n2\tOrme Builders\t40.00\n\n"
        "13. CLOSE\n\nAt nine.\n",
        [(1, "12", "FINANCE"), (1, "13", "CLOSE")],
    ),
    (
        "a log of actions is no agenda",
        OPENING + "12. ACTIONS\n\nRef\tAction\tOwner\tDue\n1\tMend the roof\tAH\tMay\n2\tSell the lead\tTO\tJune\n\n"
        "13. CLOSE\n\nAt nine.\n",
        [(1, "12", "ACTIONS"), (1, "13", "CLOSE")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in TABLES], ids=[each[0] for each in TABLES])
def test_sections_of_tables(text: str, expected: Outline) -> None:
    assert outline(document_of(text)) == expected


def test_bold_type_tells_headings_where_a_paper_is_typeset() -> None:
    pieces = [
        Piece(text=text, marks=(Mark(0, 1),), size=11.0, bold=bold)
        for text, bold in (
            ("Harbour Review", True),
            ("The harbour was built long ago and has been mended ever since by many hands.", False),
            ("Repairs", True),
            ("Quay walls", False),
            ("They are to be mended before the winter storms come in from the west again.", False),
        )
    ]
    reading = Reading(media_type=MediaType.PDF, pieces=tuple(pieces))
    document = build_document(reading, name="paper.pdf", sha256="0" * 64)
    assert [section.heading for section in document.sections] == ["Harbour Review", "Repairs"]


def test_type_sizes_tell_the_levels_of_headings() -> None:
    lines = [("Harbour Review", 18.0), ("Quay Walls", 14.0), ("Repairs", 12.0), ("Dredging", 14.0), ("Costs", 14.0)]
    below = ("They are looked at every year before the winter storms come in from the west again.", 11.0)
    pieces = [
        Piece(text=text, marks=(Mark(0, 1),), size=size, bold=size > below[1])
        for heading in lines
        for text, size in (heading, below)
    ]
    reading = Reading(media_type=MediaType.PDF, pieces=tuple(pieces))
    document = build_document(reading, name="paper.pdf", sha256="0" * 64)
    assert outline(document) == [
        (1, None, "Harbour Review"),
        (2, None, "Quay Walls"),
        (3, None, "Repairs"),
        (2, None, "Dredging"),
        (2, None, "Costs"),
    ]


def test_sections_nest_and_end_where_the_next_of_their_level_begins() -> None:
    text = (
        "1. Harbour\n\n1.1 Quay walls are to be mended this year.\n\n1.2 Dredging goes on.\n\n"
        "2. Finance\n\nAll is paid.\n"
    )
    document = document_of(OPENING + text)
    harbour, walls, dredging, finance = document.sections
    assert [section.parent for section in document.sections] == [None, harbour.id, harbour.id, None]
    assert document.quote(walls.span) == "1.1 Quay walls are to be mended this year."
    assert document.quote(harbour.span).endswith(document.quote(dredging.span))
    assert document.quote(finance.span) == "2. Finance\nAll is paid."
    assert document.section_at(document.text.index("Dredging")) == dredging
