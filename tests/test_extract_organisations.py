"""Organisations: bodies by their words, by gazetteer and abbreviation; programmes, roles and places are none."""

from __future__ import annotations

import hashlib
from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import extract.cues
import extract.organisations
import extract.people  # noqa: F401  (importing a component's module registers it)
from corpus.findings import Organisation
from corpus.vocabulary import OrganisationKind
from extract.extensions import register
from extract.paragraphs import paragraphs
from ingest.reader import read
from ingest.structure.build import build_document

MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour and Coast Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

1. Dredging

"""


@cache
def nlp() -> Language:
    register()
    made = spacy.blank("en")
    made.add_pipe("minuted_cues")
    made.add_pipe("minuted_people")
    made.add_pipe("minuted_organisations")
    return made


def organisations(text: str) -> tuple[Organisation, ...]:
    data = text.encode()
    document = build_document(read(data, "paper.txt"), name="paper.txt", sha256=hashlib.sha256(data).hexdigest())
    doc = nlp().make_doc(document.text)
    doc._.document = document
    doc._.paragraphs = paragraphs(document)
    for _, component in nlp().pipeline:
        doc = component(doc)
    found: tuple[Organisation, ...] = doc._.organisations
    for organisation in found:
        for mention in organisation.mentions:
            assert document.quote(mention.span) == mention.as_written
    return found


def names(text: str) -> list[str]:
    return [organisation.name for organisation in organisations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A letter from Northmere Borough Council was read.", ["Northmere Borough Council"]),
        ("the Health, Care and Harbour Committee met", ["Health, Care and Harbour Committee"]),
        ("It went to the Chair of the Northmere Safety Panel.", ["Northmere Safety Panel"]),
        ("She studied at the University of Northmere in June.", ["University of Northmere"]),
        ("Ellerdyke Hospitals NHS Foundation Trust replied.", ["Ellerdyke Hospitals NHS Foundation Trust"]),
        ("the Ministry of Ferries, Quays and Piers wrote", ["Ministry of Ferries, Quays and Piers"]),
        ("the CQC and Ofsted visited", ["Care Quality Commission", "Ofsted"]),
        ("Healthwatch Ellerdyke told us", ["Healthwatch Ellerdyke"]),
        ("NHS Ellerdyke and Northmere funds it", ["NHS Ellerdyke and Northmere"]),
        ("Tarn Dredging Ltd was paid", ["Tarn Dredging Ltd"]),
        ("the Council of Governors of the day", ["Council of Governors"]),
        ("Northmere Council's Ferry Forum met", ["Northmere Council", "Ferry Forum"]),
        ("Tarnside Council, Ellerdyke Council and others", ["Tarnside Council", "Ellerdyke Council"]),
        ("the Cabinet decided", ["Cabinet"]),
        ("a note from St. Osric's School", ["St. Osric's School"]),
        ("It went to Tarnside Council Ellerdyke Council as well.", ["Tarnside Council", "Ellerdyke Council"]),
        ("of Borough Councils Tarnside Council has most.", ["Tarnside Council"]),
        ("Ellerdyke upon Tarn Council met", ["Ellerdyke upon Tarn Council"]),
        ("Crake, Tarn and Finch West Integrated Care System", ["Crake, Tarn and Finch West Integrated Care System"]),
        ("Duchess of Ellerdyke Hospital NHS Foundation Trust", ["Duchess of Ellerdyke Hospital NHS Foundation Trust"]),
        ("Northmere Hospital Ellerdyke CCG paid", ["Ellerdyke CCG"]),
        ("the Ferry Strengthening Service moved", ["Ferry Strengthening Service"]),
        ("The Harbour Participation Team met", ["Harbour Participation Team"]),
        ("the Coast Resilience and Dredging team met", ["Coast Resilience and Dredging team"]),
        ("a letter to the village hall committee", ["village hall committee"]),
        ("the Deputy Chief Executive's Department paid", ["Deputy Chief Executive's Department"]),
        ("questions to the Executive were put", ["Executive"]),
        ("NRC Highways will mend it", ["NRC Highways"]),
        ("Imperious College Northmere opened", ["Imperious College Northmere"]),
        ("Argle and the Isles Ferry Co-operative", ["Argle and the Isles Ferry Co-operative"]),
        ("the Rights of Way Committee", ["Rights of Way Committee"]),
        ("T & A Crake & Sons sent a bill", ["T & A Crake & Sons"]),
        ("Participation Team Update", ["Participation Team"]),
        (
            "a letter to Tarn, Crake and Finch Parish Councils",
            ["Tarn Parish Council", "Crake Parish Council", "Finch Parish Council"],
        ),
        ("a letter to Sefton and Knowsley Councils", ["Sefton Council", "Knowsley Council"]),
        ("the Crake and Tarn growth hub opened", ["Crake and Tarn growth hub"]),
        ("the Specialist Ferry and Learning Service", ["Specialist Ferry and Learning Service"]),
        ("St Osric’s Church was let", ["St Osric’s Church"]),
        ("the Out of Harbour Cell met", ["Out of Harbour Cell"]),
        ("Keep Tarn Clean (“KTC”) wrote", ["Keep Tarn Clean"]),
    ],
)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Council Leader and each Board Member spoke.",
        "Council Tax rises in April.",
        "The Cabinet Member for Coasts replied.",
        "The Healthy Harbours Programme and the Coastal Plan were noted.",
        "Several task and finish groups were set up.",
        "The NHS Long Term Plan and the Ferries Act 1998",
        "Local Authorities were asked.",
        "The Council put it on the Ferry Notice Board.",
        "There was a Remembrance Sunday Service.",
        "The Cabinet Member for Coasts and Democratic Services replied.",
        "The Harbour Hall Christmas Party is in June.",
        "see Q1 Q2 Q3 Q4 Achieved CCG below",
        "He is Head of Service.",
        "a card drawn at a Northmere Primary School",
        "a letter to Tarn and Crake Borough Councils",
        "Parish and Town Councils were asked",
        "the Tarn Practice Framework",
        "Northmere Integrated Coast System (NICS) Delivery Plan",
        "the Electoral Division of Tarn",
        "The Affordable Homes programme and Renewable Energy were noted.",
    ],
)
def test_no_body(text: str) -> None:
    assert [name for name in names(text) if name != "NHS"] == []


def test_an_abbreviation_stands_for_its_body_wherever_it_is_used() -> None:
    text = "The Ellerdyke Coastal Partnership (ECP) met. Later the ECP wrote. An ECP officer replied."
    (found,) = organisations(text)
    assert found.name == "Ellerdyke Coastal Partnership"
    assert [mention.as_written for mention in found.mentions][1:] == ["ECP", "ECP", "ECP"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ellerdyke Coastal Partnership, or ECP, met. The ECP wrote.",
        "The ECP (Ellerdyke Coastal Partnership) met. The ECP wrote.",
        'The Ellerdyke Coastal Partnership ("the ECP") met. The ECP wrote.',
    ],
)
def test_abbreviations_are_defined_in_either_order(text: str) -> None:
    (found,) = organisations(text)
    assert "ECP" in found.aliases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A letter from the TQFR was read.", ["TQFR"]),
        ("The TQFR advised that it was safe.", ["TQFR"]),
        ("We follow up with TQFR.", ["TQFR"]),
        ("The TQFR rose by 4 %.", []),
        ("A letter came from the RFO.", []),
        ("Tarn Quay Ferry Rates (TQFR) rose. We wrote to TQFR.", []),
    ],
)
def test_an_unexplained_abbreviation_is_a_body_where_it_acts_like_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An invoice from Crake Marine was paid.", ["Crake Marine"]),
        ("A cheque made payable to Tarnside Village Hall was signed.", ["Tarnside Village Hall"]),
        ("the charity Boats Unlimited helped", ["Boats Unlimited"]),
        ("Tarn Speaks Up is a self-run advocacy group.", ["Tarn Speaks Up"]),
        ("a survey from Tarnwest Power about lines", ["Tarnwest Power"]),
        ("a letter from Orla Tarn about lines", []),
        ("a letter from Ministers about lines", []),
        ("the contractor, Kelpo, came", ["Kelpo"]),
        ("The Clerk contacted Tarn Charabancs about ruts.", ["Tarn Charabancs"]),
        ("a letter from Ian Crake of Living Ferries was read", ["Living Ferries"]),
        ("working with Councillors and Residents", []),
    ],
)
def test_bodies_told_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_payees_begin_lines_of_lists_of_payments() -> None:
    text = "Accounts for payment:\n\n• Crake Marine - £30\n\n• Tarn Quay Insurance - £12\n\n• Grass Cutting - £400\n\n"
    assert names(text + "• Kelpo (swings) - £9.50\n") == ["Crake Marine", "Tarn Quay", "Kelpo"]


def test_a_column_says_what_its_cells_name() -> None:
    rows = [
        ("Date", "Payee", "What for", "Sum"),
        ("1 May", "Seaspray", "Toys", "30.00"),
        ("2 May", "Orla Tarn", "Expenses", "12.50"),
        ("3 May", "Crake Tree Services", "Hedges", "80.00"),
        ("", "Totals", "", "122.50"),
    ]
    found = organisations("5. Payments\n" + "".join("\t".join(row) + "\n" for row in rows))
    assert {"Seaspray", "Crake Tree Services"} <= {each.name for each in found}
    assert {"Orla Tarn", "Totals", "Toys", "Hedges"}.isdisjoint(each.name for each in found)
    (seaspray,) = (each for each in found if each.name == "Seaspray")
    assert (seaspray.kind, seaspray.mentions[0].rule) == (OrganisationKind.COMPANY, "organisations.payee-column")


def test_a_line_with_a_sum_outside_such_a_list_names_nobody() -> None:
    assert names("Crake Marine - £30") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Croft Tree Services mowed the green.", ["Croft Tree Services"]),
        ("The site of Avadra Country Homes", ["Avadra Country Homes"]),
        ("Director of Tarn Housing", []),
        ("Social Housing and Banking Services", []),
    ],
)
def test_companies_by_their_nouns(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crake and Tarn CCG Governing Body met", ["Crake and Tarn CCG", "Crake and Tarn CCG Governing Body"]),
        ("the KQCA Board met", ["KQCA", "KQCA Board"]),
        ("the Tarn Scrutiny Board met", ["Tarn Scrutiny Board"]),
    ],
)
def test_a_body_of_a_body_names_both(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_partnership_of_a_place_is_known_by_one() -> None:
    text = (
        "A letter from Northmere Borough Council was read. The One Northmere plan was noted. One Ellerdyke is unknown."
    )
    assert names(text) == ["Northmere Borough Council", "One Northmere"]


def test_an_award_is_no_body_and_bears_the_name_of_none() -> None:
    assert names("They have a 'Tarn Partnership Award'.") == []


def test_a_group_said_twice_is_one() -> None:
    (found,) = organisations("The Tarn Ferry Group (TFG) met. The TFG group wrote.")
    assert found.name == "Tarn Ferry Group"


def test_a_company_that_begins_like_a_person_is_a_company() -> None:
    assert "Jane Crake Ltd" in names("Quotes from Jane Crake Ltd were read.")


def test_initials_of_a_council_need_no_definition() -> None:
    (found,) = organisations("Northmere Borough Council met. NBC agreed.")
    assert "NBC" in found.aliases
    assert found.kind is OrganisationKind.COUNCIL


def test_back_references_are_the_body_of_the_paper() -> None:
    found = {
        each.name.casefold(): each for each in organisations(MINUTES + "The Committee asked that the Council pay.\n")
    }
    assert [mention.as_written for mention in found["harbour and coast committee"].mentions][-1] == "The Committee"
    assert [mention.as_written for mention in found["northmere borough council"].mentions][-1] == "the Council"
    assert len(found) == 2


def test_a_back_reference_is_the_only_body_of_its_sort_in_the_paper() -> None:
    text = MINUTES + "The Tarn Preservation Trust wrote. It was agreed that the Trust be thanked, and any trust.\n"
    found = {each.name: each for each in organisations(text)}
    assert [mention.as_written for mention in found["Tarn Preservation Trust"].mentions][1:] == ["the Trust"]


def test_of_two_trusts_a_back_reference_is_neither() -> None:
    found = organisations(MINUTES + "The Tarn Trust and the Crake Trust met. The Trust paid.\n")
    assert all("The Trust" not in each.aliases for each in found)


def test_a_back_reference_to_no_known_body_is_left_out() -> None:
    assert names("the Board agreed") == []


@pytest.mark.parametrize(
    "forms",
    [
        ("NHS Ellerdyke CCG", "Ellerdyke Clinical Commissioning Group"),
        ("Tarnside & Ellerdyke Trust", "Tarnside and Ellerdyke Trust"),
        ("St. Osric's Council", "St Osric’s Council"),
        ("Northmere Borough Council", "Northmere Council"),
        ("Ellerdyke NHS Foundation Trust", "Ellerdyke NHS FT"),
        ("Crake Providers Alliance", "Crake Provider Alliance"),
        ("Crake Care Partnership NHS Trust", "Crake Care Partnership"),
        ("Tarn Health and Well-being Board", "Tarn Health & Wellbeing Board"),
        ("Tarn Health and Care Partnership", "Tarn Healthcare Partnership"),
        ("Tarn Health and Care Partnership Board", "Tarn Health Care Partnership Board"),
        ("Tarn Integrated Care System", "Tarn ICS"),
        ("Joint Committee of Tarnside CCGs", "Joint Committee"),
        ("FD Partnership Board", "Ferry Disability Partnership Board"),
        ("NHS TW Leadership Academy", "TW Leadership Academy"),
        ("NHS Crake", "NHS Crake CCG"),
        ("One Tarn Ferry Safety Watch Group", "Ferry Safety Watch Group"),
    ],
)
def test_variants_are_one_body(forms: tuple[str, str]) -> None:
    one, other = forms
    (found,) = organisations(f"A letter from {one} came.\n\nA letter from {other} followed.")
    assert len(found.mentions) == 2


@pytest.mark.parametrize(
    "forms",
    [
        ("Joint Ferry Safety Watch Group", "Ferry Safety Watch Group"),
        ("Tarn Council", "Crake Council"),
        ("Tarn Council", "Tarn Health and Care Partnership"),
    ],
)
def test_bodies_that_look_alike_are_two(forms: tuple[str, str]) -> None:
    one, other = forms
    assert len(names(f"A letter from {one} came.\n\nA letter from {other} followed.")) == 2


def test_two_committees_of_like_names_are_two() -> None:
    assert len(names("Planning Scrutiny Committee met. Harbour Scrutiny Committee did not.")) == 2


def test_a_person_is_no_body() -> None:
    assert names("Mrs Board thanked Councillor Trust.") == []


_PIECES = st.sampled_from(
    "Tarn|Crake|Council|CCG|Board|and|&|of|the|,|(|)|KQCA|NHS|Trust|’s|\n|£9|letter from|Ltd|Committee|Service|team"
    "|Executive|A|B.|-|Governing Body|.".split("|")
)


@given(st.lists(_PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_mentions_slice_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    spans = sorted(mention.span for each in organisations("Minutes " + " ".join(pieces)) for mention in each.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("piece", ["A", "and ", ",", "(", "Tarn Council ", "Tarn, ", "ABC ", "Tarn & ", "the Board "])
def test_hostile_text_ends(piece: str) -> None:
    assert len(organisations("Minutes\n\n" + piece * 3000)) < 5
