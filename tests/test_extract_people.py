"""People: found in lists, front sheets and prose, each person once; streets, awards and firms are nobody."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
import spacy
from spacy.language import Language

import extract.people  # noqa: F401  (importing a component's module registers it)
from corpus.findings import Person
from extract.extensions import register
from extract.paragraphs import paragraphs
from ingest.reader import read
from ingest.structure.build import build_document

MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake
In attendance:
Ines Quill (IQ) – Chief Engineer
Piers Wren (PW) – Clerk

1. Apologies

There were none.

"""


@cache
def nlp() -> Language:
    register()
    made = spacy.blank("en")
    made.add_pipe("minuted_people")
    return made


def people(text: str) -> tuple[Person, ...]:
    data = text.encode()
    document = build_document(read(data, "paper.txt"), name="paper.txt", sha256=hashlib.sha256(data).hexdigest())
    doc = nlp().make_doc(document.text)
    doc._.document = document
    doc._.paragraphs = paragraphs(document)
    found: tuple[Person, ...] = nlp().get_pipe("minuted_people")(doc)._.people
    for person in found:
        for mention in person.mentions:
            assert document.quote(mention.span) == mention.as_written
    return found


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Harbottle asked about the quay.", ["Harbottle"]),
        ("The matter was raised by Cllr. D Finch.", ["D Finch"]),
        ("Councillors Finch, P J Crake and Tarn voted against.", ["Finch", "P J Crake", "Tarn"]),
        ("Professor Amara Quill gave a talk.", ["Amara Quill"]),
        ("Dr Siân O’Connell-Price retired.", ["Siân O’Connell-Price"]),
        ("A letter from Margaret Harbottle was read.", ["Margaret Harbottle"]),
        ("We heard from Tolvane Ruskett, Director of Tides, at length.", ["Tolvane Ruskett"]),
        ("The new clerk J Wren was welcomed.", ["J Wren"]),
        ("Report author: Ines Quill", ["Ines Quill"]),
        ("Proposed by D Finch and seconded by P. Crake.", ["D Finch", "P. Crake"]),
        ("Supt Lena Frost and PC Ivor Marsh attended.", ["Lena Frost", "Ivor Marsh"]),
        ("The prize went to Diana van der Meer of Northmere.", ["Diana van der Meer"]),
    ],
)
def test_names_in_prose(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Works on Victoria Road and Albert Street are late.",
        "The Margaret Harbottle Award was given.",
        "Advice from Thomas Harbottle Solicitors was read.",
        "The Chief Executive and the Director of Public Health spoke.",
        "Alice Marsh Ward has two seats.",
        "The Councillor asked the Chairman.",
        "An invoice from James Crake & Sons was paid.",
    ],
)
def test_no_person(text: str) -> None:
    assert names(text) == []


def test_a_list_names_people_with_role_and_initials() -> None:
    found = {person.name: person for person in people(MINUTES)}
    assert set(found) == {"Orla Tarn", "D Finch", "P J Crake", "Ines Quill", "Piers Wren"}
    assert all(person.listed for person in found.values())
    assert found["Orla Tarn"].title == "Councillor"
    assert found["Ines Quill"].roles == ("Chief Engineer",)
    assert "IQ" in found["Ines Quill"].aliases


def test_later_forms_are_mentions_of_the_person_listed() -> None:
    found = {
        person.name: person for person in people(MINUTES + "Cllr Tarn thanked IQ. Mr Crake and Piers Wren left.\n")
    }
    assert [mention.as_written for mention in found["Orla Tarn"].mentions][-1] == "Cllr Tarn"
    assert [mention.as_written for mention in found["Ines Quill"].mentions][-1] == "IQ"
    assert [mention.as_written for mention in found["P J Crake"].mentions][-1] == "Mr Crake"
    assert [mention.as_written for mention in found["Piers Wren"].mentions][-1] == "Piers Wren"
    assert len(found) == 5


@pytest.mark.parametrize("form", ["Derek Finch", "Cllr Derek Finch", "D. Finch"])
def test_initials_and_given_name_are_one_person(form: str) -> None:
    finches = [person for person in people(MINUTES + f"{form} spoke on the matter.\n") if "Finch" in person.name]
    assert len(finches) == 1
    assert len(finches[0].mentions) == 2


def test_short_forms_are_one_person() -> None:
    assert names("Susan Harbottle opened the debate. Later Sue Harbottle closed it.") == ["Susan Harbottle"]


def test_two_of_one_surname_stay_two_and_the_surname_alone_is_neither() -> None:
    text = "Councillors Alice Marsh and Peter Marsh spoke. Cllr Marsh abstained. Cllr A Marsh left."
    found = {person.name: [mention.as_written for mention in person.mentions] for person in people(text)}
    assert found == {"Alice Marsh": ["Alice Marsh", "Cllr A Marsh"], "Peter Marsh": ["Peter Marsh"]}


def test_mr_and_mrs_of_one_surname_are_two() -> None:
    assert len(people("Mr Harbottle objected. Mrs Harbottle did not.")) == 2


def test_initials_of_two_people_of_one_list_stand_for_nobody() -> None:
    text = MINUTES.replace("Piers Wren (PW)", "Iris Quant (IQ)") + "IQ left the meeting.\n"
    assert all(mention.as_written != "IQ" for person in people(text) for mention in person.mentions)


def test_initials_without_a_list_are_nobody() -> None:
    assert names("IQ advised that the dredger is late.") == []


def test_ids_count_from_the_first_mention() -> None:
    first, second = people("Ms Quill met Mr Wren.")
    assert first.id.endswith("/person-1")
    assert second.id.endswith("/person-2")
    assert not first.listed
