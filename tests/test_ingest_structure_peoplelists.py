"""Lists of people in paragraphs and lines: who is named, with which title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.peoplelists import group_title, listed_people

COUNCILLOR = "Councillor"
LINES: list[tuple[str, str]] = [
    ("Councillors A Marsh (Chair), B Holt and C. Penrose", "Cllr A Marsh; Cllr B Holt; Cllr C. Penrose"),
    ("Cllrs. Ada Marsh (Chair), Ben Holt, Cora Penrose", "Cllr Ada Marsh; Cllr Ben Holt; Cllr Cora Penrose"),
    ("Councillors A Marsh (Chair) and B Holt", "Cllr A Marsh; Cllr B Holt"),
    ("Cllr J McInerney; Cllr K van Doorn", "Cllr J McInerney; Cllr K van Doorn"),
    ("Councillors: Marsh, Holt, and Penrose", "Cllr Marsh; Cllr Holt; Cllr Penrose"),
    ("Mr J Ellery OBE, Mrs K. Tamsin and Ms L Quill", "J Ellery; K. Tamsin; L Quill"),
    ("Sir Ivo Marsh, CBE, Mrs K Tamsin", "Sir Ivo Marsh; K Tamsin"),
    ("Mr J Ellery (Director of Finance) and Ms L Tamsin", "J Ellery; L Tamsin"),
    ("Jane Ashdown (JA) and Tom Ferris (TF)", "Jane Ashdown; Tom Ferris"),
    ("Tom Ferris, Ruth Dell and Ian Moss", "Tom Ferris; Ruth Dell; Ian Moss"),
    ("Councillor Owen ap Rhys and Mrs S. O'Hara-Finch", "Cllr Owen ap Rhys; S. O'Hara-Finch"),
    ("Cllr Ruth Dell. Clerk: Ian Moss", "Cllr Ruth Dell; Ian Moss"),
    ("Officers: Jo Pike and Lee Carrow", "Jo Pike; Lee Carrow"),
    ("Councillor Marsh", "Cllr Marsh"),
    ("Tom Ferris", "Tom Ferris"),
    # no separators
    ("Cllr Ada Marsh (Chair) Cllr Ben Holt Cllr Ivy Lowe", "Cllr Ada Marsh; Cllr Ben Holt; Cllr Ivy Lowe"),
    ("Councillors D Marsh (Chair) R Holt, N Lowe", "Cllr D Marsh; Cllr R Holt; Cllr N Lowe"),
    (
        "Ada Marsh (AM) Lay Member Ben Holt (BH) Director of Nursing and Quality Ivy Lowe (IL) Clinical Chair",
        "Ada Marsh; Ben Holt; Ivy Lowe",
    ),
    ("Tom Ferris Ruth Dell (representing Quayside)", "Tom Ferris; Ruth Dell"),
    # groups under one title
    ("Cllrs A Marsh, Mrs B Holt and Mrs. C Lowe", "Cllr A Marsh; Cllr B Holt; Cllr C Lowe"),
    ("Councillors A Marsh and B Holt, Mr C Lowe", "Cllr A Marsh; Cllr B Holt; C Lowe"),
    ("Mr A Marsh, Mrs B Holt, Councillors, and Mr C Lowe, Clerk", "Cllr A Marsh; Cllr B Holt; C Lowe"),
    ("Mrs Marsh and Messrs Holt, Ward and Lowe", "Marsh; Holt; Ward; Lowe"),
    ("Gwen Holt Cllrs Marsh, Lowe", "Gwen Holt; Cllr Marsh; Cllr Lowe"),
    ("Cynghorwyr Ada Marsh, Ben Holt a’r Cynghorydd Sir Ivy Lowe", "Cllr Ada Marsh; Cllr Ben Holt; Cllr Ivy Lowe"),
    # roles before names, roles between commas
    (
        "Chairman Cllr Mrs Marsh, Cllrs Holt, Lowe, County Cllr Dell and the Clerk",
        "Cllr Marsh; Cllr Holt; Cllr Lowe; Cllr Dell",
    ),
    ("Vice Chairman (Mr Marsh, who took the chair), Mrs Lowe", "Marsh; Lowe"),
    ("Councillors A Marsh and B Holt Clerk Mrs C Lowe", "Cllr A Marsh; Cllr B Holt; C Lowe"),
    ("Cllr A Marsh and the Clerk, Ivy Lowe", "Cllr A Marsh; Ivy Lowe"),
    ("Ada Marsh – Town Clerk, Ben Holt - Assistant Town Clerk", "Ada Marsh; Ben Holt"),
    ("Mr A Marsh - Head of Planning and Building Control", "A Marsh"),
    ("Ada Marsh, Director of Estates, Holt Lowe", "Ada Marsh"),
    ("Ms C Marsh (Director of Education) and Orme (Accountant)", "C Marsh; Orme"),
    # the public
    ("Mrs Holt (Clerk), and 2 members of the public", "Holt"),
    ("Mr & Mrs D Holt (part of the meeting)", "D Holt; D Holt"),
    ("Cllrs Marsh, Holt. Members of the public - Mr Ivor Lowe", "Cllr Marsh; Cllr Holt; Ivor Lowe"),
    # names that are words, capitals, accents
    ("Cllr. Ada Ward, Cllr. June Hall", "Cllr Ada Ward; Cllr June Hall"),
    ("E. Marsh, S. Constable and A. Lowe", "E. Marsh; S. Constable; A. Lowe"),
    ("Cllr Álvaro Álvarez and Cllr Łucja Żak", "Cllr Álvaro Álvarez; Cllr Łucja Żak"),
    ("CLLR A MARSH (Chair), CLLR B O'HARA", "Cllr A MARSH; Cllr B O'HARA"),
    ("Cllr Ada Marsh Northmere County Council Mr Ben Holt Footpath Warden", "Cllr Ada Marsh; Ben Holt"),
]
NO_PEOPLE = [
    "The report was noted.",
    "Apologies were received from Councillor Holt",
    "Members of the public: 4",
    "Two members of the public",
    "Chief Executive",
    "Northmere Borough Council",
    "Chairman’s Announcements",
    "AND ELECTION OF OFFICERS",
    "Minute Taker",
    "Name",
    "",
]


@pytest.mark.parametrize(("line", "named"), LINES, ids=[line for line, _ in LINES])
def test_lines_that_name_people(line: str, named: str) -> None:
    found = listed_people(line)
    told = ((person.title or "").replace(COUNCILLOR, "Cllr") + " " + person.name for person in found)
    assert "; ".join(map(str.strip, told)) == named
    assert all(person.name in " ".join(line[person.start : person.end].split()) for person in found)


@pytest.mark.parametrize("line", NO_PEOPLE)
def test_lines_that_name_nobody(line: str) -> None:
    assert listed_people(line) == ()


def test_guests_are_told_from_members() -> None:
    people = listed_people("Cllrs Marsh and Holt. Members of the public – Mr Ivor Lowe, NMC")
    assert [(person.name, person.guest, person.organisation) for person in people] == [
        ("Marsh", False, None),
        ("Holt", False, None),
        ("Ivor Lowe", True, "NMC"),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Councillors", COUNCILLOR),
        ("Cllrs present:", COUNCILLOR),
        ("Messrs", None),
        ("Councillors A Marsh", None),
        ("", None),
    ],
)
def test_a_line_that_gives_a_title_to_those_below(line: str, title: str | None) -> None:
    assert group_title(line) == title


WORDS = st.sampled_from(
    [
        *"Cllr Mr Mrs Dr Councillors Messrs Ada Ben Marsh Holt O'Hara Łucja van J. K (AM) (Chair) [Clerk]".split(),
        *"Clerk Chairman Director of Finance and Quality , ; . : – - & the County NHS Trust".split(),
        *"Ward members public 12 ( ) who ICB for Non-Executive Group District (substitute".split(),
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_entry_lies_in_the_text_in_order_and_quotes_its_name(text: str) -> None:
    after = 0
    for person in listed_people(text):
        assert after <= person.start < person.end <= len(text)
        assert person.name in " ".join(text[person.start : person.end].split())
        after = person.end


@pytest.mark.parametrize(
    "text",
    [
        "Mr " * 20_000,
        "Ada Marsh, " + "Officer, " * 20_000,
        "Cllr A Marsh " * 10_000,
        "(" * 50_000,
        "Ada Marsh (AM) " * 10_000,
        "and " * 30_000,
        "A" * 100_000,
        "the hon " * 20_000,
        " " * 100_000 + "Mr",
        "O'" * 40_000,
        "Marsh-" * 30_000,
        "chair " * 30_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_ends(text: str) -> None:
    listed_people(text)
