"""Names of bodies in the lines of title blocks, notices, summonses and web pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block
from corpus.spans import Span
from ingest.structure.bodynames import bodies_named
from ingest.structure.units import units

NAMED = [
    ("MINUTES of a meeting of the Cabinet held in the Guildhall, Northmere on Thursday, 9 May 2024", ["Cabinet"]),
    ("You are summoned to the Osney Parish Council Meeting to take place on 4 May 2024", ["Osney Parish Council"]),
    ("A meeting of the County Council will be held in the Council Chamber", ["County Council"]),
    ("All Members of the County Council", ["County Council"]),
    ("MINUTES OF THE ANNUAL MEETING OF OSNEY PARISH COUNCIL", ["Osney Parish Council"]),
    ("Osney Parish Council A.G.M. - 8th May 2024", ["Osney Parish Council"]),
    ("Osney Parish Council - 3rd November 2024", ["Osney Parish Council"]),
    ("Osney and Wick Community Council held their meeting at 7.30pm in the Hall", ["Osney and Wick Community Council"]),
    ("CYNGOR CYMUNED OSNEY A WICK", ["Cyngor Cymuned Osney a Wick"]),
    ("Cynhaliwyd cyfarfod o Gyngor Cymuned Osney am 7:30 ar 11 Chwefror 2024", ["Cyngor Cymuned Osney"]),
    ("Planning Control Committee - Thursday, 19th September, 2024 7.30 pm, NEW", ["Planning Control Committee"]),
    ("GOVERNING BODY – MEETING IN PUBLIC", ["Governing Body"]),
    ("NHS OSNEY CCG AND WICK CCG PRIMARY CARE COMMITTEES IN COMMON",
     ["NHS Osney CCG and Wick CCG Primary Care Committees in Common"]),
    ("Decided at meeting: 10/09/2024 - Cabinet", ["Cabinet"]),
    ("Meeting: 20/09/2024 - Council (Item 52)", ["Council"]),
    ("OSNEY PARISH COUNCIL Draft Minutes of the Ordinary Meeting of the Parish Council",
     ["Osney Parish Council", "Parish Council"]),
    ("Minutes of the October meeting of the village Liaison Committee", ["village Liaison Committee"]),
    ("The Chair welcomed all to the Tarn Hospitals NHS Trust Board meeting", ["Tarn Hospitals NHS Trust Board"]),
    ("Northmere Borough Council Cabinet", ["Northmere Borough Council", "Cabinet"]),
]  # fmt: skip
NOT_NAMED = [
    "Councillor Marsh welcomed Councillor Holt to the Parish Council",
    "Logo for Osney Parish Council",
    "to attend the annual meeting of the above Council",
    "January Planning Committee",
    "various organisations such as the Cemetery Committee",
    "To receive the minutes of the meetings of the Cabinet held on 4 May 2024",
    "Leisure and Community Services",
    "The Council considered",
    "made under the Local Authorities (Executive Arrangements) (Meetings) Regulations",
    "Council Chamber",
    "",
]


def bodies(text: str) -> list[str]:
    return [body for unit in units(text, [Block(span=Span(0, len(text)))]) for body in bodies_named(unit)]


@pytest.mark.parametrize(("text", "named"), NAMED, ids=[text for text, _ in NAMED])
def test_bodies_are_named(text: str, named: list[str]) -> None:
    assert bodies(text) == named


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_is_said_of_bodies_names_none(text: str) -> None:
    assert bodies(text) == []


@given(st.text(st.sampled_from("Board of the Council ,-–() 1 May 2024 Cabinet meeting held and\n"), max_size=200))
def test_any_line_is_read(text: str) -> None:
    assert all(body.strip() == body and body for body in bodies(text))
