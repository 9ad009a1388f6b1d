"""People: found in lists, front sheets and prose, each person once; streets, awards and firms are nobody."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import extract.people  # noqa: F401  (importing a component's module registers it)
from corpus.document import Block, Document, DocumentId, Meeting, MeetingId, Paper, PaperId
from corpus.findings import Person
from corpus.spans import Span
from corpus.vocabulary import MediaType, PaperKind
from extract.extensions import register
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


def built(text: str) -> Document:
    data = text.encode()
    return build_document(read(data, "paper.txt"), name="paper.txt", sha256=hashlib.sha256(data).hexdigest())


def searched(document: Document) -> Doc:
    doc = nlp().make_doc("")
    doc._.document = document
    found: Doc = nlp().get_pipe("minuted_people")(doc)
    for person in found._.people:
        for mention in person.mentions:
            assert document.quote(mention.span) == mention.as_written
    for each in found._.unresolved:
        assert document.quote(each.span) == each.as_written
    return found


def findings(text: str) -> Doc:
    return searched(built(text))


def people(text: str) -> tuple[Person, ...]:
    found: tuple[Person, ...] = findings(text)._.people
    return found


def unresolved(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(each.as_written, each.candidates, each.reason) for each in findings(text)._.unresolved]


def roles(text: str) -> dict[str, tuple[str, ...]]:
    return {person.name: person.roles for person in people(text)}


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
        ("Mr O'Hare and Mr O’Dowd left.", ["O'Hare", "O’Dowd"]),
        ("Mrs McTavish met Ms MacAulay.", ["McTavish", "MacAulay"]),
        ("Tolvane McTavish thanked the staff.", ["Tolvane McTavish"]),
        ("Siôn ap Rhys ac Angharad Môn-Lewis.", ["Siôn ap Rhys", "Angharad Môn-Lewis"]),
        ("Małgorzata Wójcik-Żak spoke.", ["Małgorzata Wójcik-Żak"]),
        ("A talk by Jonathan Marsh- Tarn was heard.", ["Jonathan Marsh-Tarn"]),
        ("Mr C.Stock and Mr A.B. Crake wrote.", ["C.Stock", "A.B. Crake"]),
        ("A request from MRS JA WREN was read.", ["JA WREN"]),
        ("Signed:\nPIERS WREN\nClerk", ["PIERS WREN"]),
        ("Paid:\nJ Wren - £12.80\nA Better Northmere - £3", ["J Wren"]),
        ("A letter from P J Crake about the quay.", ["P J Crake"]),
        ("R C Tarn\nClerk to the Council\n", ["R C Tarn"]),
        ("Tolvane Ruskett MBE opened it.", ["Tolvane Ruskett"]),
        ("Cllr (Mrs) J Crake and PC 1234 Marsh.", ["J Crake", "Marsh"]),
        ("Justice Quill, DCI Nell Frost and Lady Tarn.", ["Quill", "Nell Frost", "Tarn"]),
        ("Mr and Mrs Harbottle objected.", ["Harbottle", "Harbottle"]),
        ("Letter of Mr & Mrs J Crake.", ["J Crake", "Crake"]),
        ("Drs A Wren and B Tarn wrote.", ["A Wren", "B Tarn"]),
        ("Messrs Crake, Ward and Tarn agreed.", ["Crake", "Ward", "Tarn"]),
        ("Cllrs Finch and Wren left.", ["Finch", "Wren"]),
        ("COUNCILLORS: A FINCH, B WREN", ["A FINCH", "B WREN"]),
        ("Finch's report; Cllr Finch's motion.", ["Finch"]),
        ("Senior Planner Tolvane Ruskett spoke.", ["Tolvane Ruskett"]),
        ("Alice Green asked about the quay.", ["Alice Green"]),
        ("Write to Sue Harbottle Sue.Harbottle@northmere.example today.", ["Sue Harbottle"]),
        ("We met Jim Harbottle. Letters were read.", ["Jim Harbottle"]),
        ("Thanks to Orla Tarn Alan Crake and Piers Wren.", ["Orla Tarn", "Alan Crake", "Piers Wren"]),
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
        "Finch & Wren LLP, Dr Wren's Surgery and the Tarn Practice.",
        "The Harbottle Review, the Marmot principles and the Francis Inquiry.",
        "Saint Alice Harbottle's, St James Hill and St John Ambulance.",
        "Finch Close, Alice Green, Robert Hall and Victoria Park.",
        "Cyngor Sir Gâr a Sir Benfro.",
        "The Lord Provost and the Lord Mayor came.",
        "Grant Policy, Grant Thornton and Hywel Dda.",
        "Nominations: Proposed Funding Source.",
        "COUNCILLOR TRAINING",
        "The clerk to contact Quay Buses.",
        "Land at King's Lynn Norfolk.",
        "Grants to the Alice Harbottle Centre (Alice Harbottle / Seashell).",
        "Charles III England Coast Path.",
        "An invoice from G & A M Crake was paid.",
        "The Harbour Hotel, the Alice Hotel and the Orla Arms.",
        "A letter from A Better Northmere.",
        "The Clerk, Harbour Street, Northmere.",
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


def test_initials_with_a_particle_are_those_that_a_list_states() -> None:
    listed = MINUTES.replace("Piers Wren (PW)", "Piers van der Wren (PvdW)")
    text = "PvdW spoke, and IQ. APvdW, PvdWs and PvdW-A were moored. McTarn left.\n"
    (wren,) = (person for person in people(listed + text) if "Wren" in person.name)
    assert [mention.as_written for mention in wren.mentions] == ["Piers van der Wren", "PvdW", "PvdW"]
    assert all(mention.as_written != "PvdW" for person in people(MINUTES + text) for mention in person.mentions)


def test_initials_without_a_list_are_nobody() -> None:
    assert names("IQ advised that the dredger is late.") == []


def test_ids_count_from_the_first_mention() -> None:
    first, second = people("Ms Quill met Mr Wren.")
    assert first.id.endswith("/person-1")
    assert second.id.endswith("/person-2")
    assert not first.listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Tarn, Director of Tides, spoke.", {"Orla Tarn": ("Director of Tides",)}),
        ("Cllr D Finch (Cabinet Member for Quays) spoke.", {"D Finch": ("Cabinet Member for Quays",)}),
        ("the Head of Finance, Ines Quill, and Piers Wren", {"Ines Quill": ("Head of Finance",), "Piers Wren": ()}),
        (
            "Ines Quill, Head of Finance, Orla Tarn, Clerk",
            {"Ines Quill": ("Head of Finance",), "Orla Tarn": ("Clerk",)},
        ),
        ("Ines Quill, Clerk Piers Wren", {"Ines Quill": (), "Piers Wren": ("Clerk",)}),
        (
            "Ines Quill, Director of Children, Families and Schools",
            {"Ines Quill": ("Director of Children, Families and Schools",)},
        ),
        (
            "Ines Quill, Leader of the Council and Piers Wren",
            {"Ines Quill": ("Leader of the Council",), "Piers Wren": ()},
        ),
        ("PIERS WREN\nClerk to the Council\n", {"PIERS WREN": ("Clerk to the Council",)}),
        ("Report of the Director of Tides (Ines Quill)", {"Ines Quill": ("Director of Tides",)}),
        ("Dr A Wren, Consultant in Public Health, spoke.", {"A Wren": ("Consultant in Public Health",)}),
        ("Orla Tarn, OBE, spoke.", {"Orla Tarn": ()}),
        ("Councillors Finch (Chair) and Wren", {"Finch": ("Chair",), "Wren": ()}),
    ],
)
def test_roles_before_and_after_a_name(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(text) == expected


def test_a_surname_with_and_without_its_second_half_is_one_person() -> None:
    text = "Sue Marsh-Tarn spoke. Sue Marsh Tarn and Sue Marsh agreed."
    assert names(text) == ["Sue Marsh-Tarn"]


def test_a_lady_is_nobody_who_is_not_called_so() -> None:
    found = findings("Mr Piers Tarn, Mrs Orla Tarn and Lady Tarn spoke.")
    assert [person.name for person in found._.people] == ["Piers Tarn", "Orla Tarn", "Tarn"]
    assert found._.unresolved == ()


def test_a_knight_is_called_by_the_given_name() -> None:
    assert names("A report by Sir Stephen Harbottle. Sir Stephen's report was read.") == ["Stephen Harbottle"]


def test_capitals_are_the_person_listed() -> None:
    found = {person.name: person for person in people(MINUTES + "\nPIERS WREN\nClerk\n")}
    assert [mention.as_written for mention in found["Piers Wren"].mentions][-1] == "PIERS WREN"


def test_an_unknown_name_is_told_by_its_initial_in_a_list() -> None:
    listed = MINUTES.replace("D Finch", "T Ruskett")
    assert "Tolvane Ruskett" in [person.name for person in people(listed + "A talk by Tolvane Ruskett followed.\n")]


def test_names_outside_lists_are_of_lower_trust() -> None:
    found = {person.name: person.listed for person in people(MINUTES + "Mr Harbottle asked why.\n")}
    assert found["Ines Quill"]
    assert not found["Harbottle"]


def test_a_title_decides_between_two_of_a_surname() -> None:
    text = "Cllr Joseph Marsh and Mrs Jane Marsh. Cllr J Marsh spoke. Mrs J. Marsh left."
    found = {person.name: [mention.as_written for mention in person.mentions] for person in people(text)}
    assert found == {
        "Joseph Marsh": ["Cllr Joseph Marsh", "Cllr J Marsh"],
        "Jane Marsh": ["Mrs Jane Marsh", "Mrs J. Marsh"],
    }


def test_a_surname_of_two_people_is_recorded_as_unresolved() -> None:
    text = "Councillors Alice Marsh and Peter Marsh spoke. Cllr Marsh abstained."
    reason = "the name fits more than one person of this document"
    assert unresolved(text) == [("Cllr Marsh", ("Alice Marsh", "Peter Marsh"), reason)]


def test_a_couple_that_fits_others_is_recorded_once() -> None:
    text = "Alice Marsh and Peter Marsh spoke. A letter of Mr and Mrs Marsh was read."
    assert [each[:2] for each in unresolved(text)] == [("Mr and Mrs Marsh", ("Alice Marsh", "Peter Marsh"))]


def test_initials_of_two_people_of_one_list_are_recorded_as_unresolved() -> None:
    text = MINUTES.replace("Piers Wren (PW)", "Iris Quant (IQ)") + "IQ left the meeting.\n"
    reason = "several people of this meeting's list have these initials"
    uses = [each for each in unresolved(text) if each[0] == "IQ"]
    assert ("IQ", ("Ines Quill", "Iris Quant"), reason) in uses


@pytest.mark.parametrize(
    ("said", "initials"),
    [
        ("AY advised that the dredger is late.", ["AY"]),
        ("ACTION: AY to write.", ["AY"]),
        ("Action – AY/BC", ["AY", "BC"]),
        ("IQ/AY to meet.", ["AY"]),
        ("The ICB advised; HR confirmed; the PCN said; GP asked.", []),
        ("The Harbour Trust (HT) was thanked. HT asked for more.", []),
        ("See section AB of the XY plan.", []),
        ("POLICE ACTION AT QUAYSIDE", []),
        ("The XYZ reported a loss. XYZ reported again.", []),
    ],
)
def test_initials_in_no_list_are_recorded_where_they_are_used_like_a_persons(said: str, initials: list[str]) -> None:
    found = unresolved(MINUTES + said + "\n")
    assert [each[0] for each in found] == initials
    assert all(each[1:] == ((), "nobody in this meeting's list has these initials") for each in found)


def test_initials_that_no_list_states_are_those_of_one_name() -> None:
    found = {person.name: person for person in people(MINUTES + "ACTION: OT to write.\n")}
    assert [mention.as_written for mention in found["Orla Tarn"].mentions][-1] == "OT"


def test_the_same_initials_are_other_people_at_the_next_meeting() -> None:
    second = MINUTES.replace("Ines Quill", "Ivor Quant").replace("Piers Wren", "Petra Wood")
    pack = together(built(MINUTES + "IQ advised.\n"), built(second + "IQ advised. PW did not.\n"))
    found = {person.name: [mention.as_written for mention in person.mentions] for person in searched(pack)._.people}
    assert found["Ines Quill"] == ["Ines Quill", "IQ", "IQ"]
    assert found["Ivor Quant"] == ["Ivor Quant", "IQ", "IQ"]
    assert found["Petra Wood"] == ["Petra Wood", "PW", "PW"]


def together(one: Document, other: Document) -> Document:
    """A pack of both, each with the meeting and the list that it has by itself."""
    by = len(one.text)
    return replace(
        one,
        text=one.text + other.text,
        papers=(*one.papers, *(replace(each, id=PaperId("2"), span=each.span.shifted(by)) for each in other.papers)),
        meetings=(
            *one.meetings,
            *(
                replace(each, id=MeetingId("2"), paper=PaperId("2"), span=each.span.shifted(by))
                for each in other.meetings
            ),
        ),
        attendance=(
            *one.attendance,
            *(replace(each, meeting=MeetingId("2"), span=each.span.shifted(by)) for each in other.attendance),
        ),
    )


_PIECES = st.sampled_from(
    "Mr|Cllr.|Councillors|Orla|Tarn|A|B.|AB|O'Dowd|Marsh-Tarn|de|van|Clerk|of|Road|Green|and|&|,|.|:|/|(|)|'s|’s|-|\n|\t"
    "|said|ACTION|St|é|@".split("|")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.sampled_from(["", " ", "\xa0"]))
def test_mentions_slice_the_text_and_overlap_nowhere_but_in_couples(pieces: list[str], blank: str) -> None:
    found = people(MINUTES + blank.join(pieces))  # `findings` holds that each mention is the text of its span
    spans = sorted({mention.span for person in found for mention in person.mentions})
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "unit",
    "A|A |A. |AB/|AB |Mr |Councillors |Mr and |Tarn, |,|Orla |ORLA |Orla-|O'|St |de |Orla Tarn, |Councillors A, "
    "|ACTION: AB |Clerk, |Head of Tides, |Orla Tarn (|van de |(|Mr Finch, ".split("|"),
)
def test_hostile_texts_are_read_in_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    paper = Paper(id=PaperId("p"), kind=PaperKind.MINUTES, title="", span=Span(0, len(text)))
    document = Document(
        id=DocumentId("d"),
        name="paper.txt",
        sha256="0" * 64,
        media_type=MediaType.TEXT,
        text=text,
        page_starts=(0,),
        source_lines=(),
        blocks=(Block(span=paper.span),),
        papers=(paper,),
        sections=(),
        meetings=(
            Meeting(
                id=MeetingId("m"),
                paper=paper.id,
                kind=paper.kind,
                span=paper.span,
                body=None,
                organisation=None,
                date=None,
            ),
        ),
        attendance=(),
    )
    searched(document)
