"""Organisations: bodies by their words, by gazetteer and abbreviation; programmes, roles and places are none."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
import spacy
from spacy.language import Language

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
    ],
)
def test_no_body(text: str) -> None:
    assert [name for name in names(text) if name != "NHS"] == []


def test_an_abbreviation_stands_for_its_body_wherever_it_is_used() -> None:
    text = "The Ellerdyke Coastal Partnership (ECP) met. Later the ECP wrote. An ECP officer replied."
    (found,) = organisations(text)
    assert found.name == "Ellerdyke Coastal Partnership"
    assert [mention.as_written for mention in found.mentions][1:] == ["ECP", "ECP", "ECP"]


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
    ],
)
def test_variants_are_one_body(forms: tuple[str, str]) -> None:
    one, other = forms
    (found,) = organisations(f"A letter from {one} came.\n\nA letter from {other} followed.")
    assert len(found.mentions) == 2


def test_two_committees_of_like_names_are_two() -> None:
    assert len(names("Planning Scrutiny Committee met. Harbour Scrutiny Committee did not.")) == 2


def test_a_person_is_no_body() -> None:
    assert names("Mrs Board thanked Councillor Trust.") == []
