"""One person once: what documents say is linked with a reason, and what somebody decided by hand stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bodies import fold_organisation
from corpus.document import Attendance, Document, DocumentId, Meeting, MeetingId, Paper, PaperId
from corpus.errors import CorpusError, UnknownIdError
from corpus.filters import Filter
from corpus.findings import FindingId, Findings, Mention, Person, RuleId
from corpus.folding import folded_name
from corpus.namesakes import name_parts
from corpus.registry.affiliations import affiliation
from corpus.registry.homefacts import HomeFacts, site_of
from corpus.registry.homes import companions, homes
from corpus.registry.ids import claim_ids
from corpus.registry.persons import companions_of, gather
from corpus.registry.saidpeople import SaidKey, SaidPerson
from corpus.registry.standing import Standing, standing
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import AttendanceStatus, MediaType, PaperKind


def said(name: str, paper: str = "1", **told: object) -> SaidPerson:
    """What one paper of Northmere Council says, unless ``told`` says otherwise."""
    title, roles = told.pop("title", None), tuple(told.pop("roles", ()))  # type: ignore[call-overload]
    home = str(told.pop("home", "Northmere Council"))
    bodies = told.pop("organisations", ())
    return SaidPerson(
        key=SaidKey(paper, folded_name(name), 0),
        name=name,
        title=title,  # type: ignore[arg-type]
        given=name_parts(name)[0],
        home=affiliation(home),
        publisher=home,
        date=None,
        sex=told.get("sex"),  # type: ignore[arg-type]
        roles=roles,
        organisations=frozenset(map(affiliation, bodies)),  # type: ignore[call-overload]
        standing=standing(title, roles),  # type: ignore[arg-type]
        listed=bool(told.get("listed", True)),
    )


TRUST = "Tarn Valley NHS Trust"
ONE = [
    ("a name in two papers of one body", [said("Orla Tarn"), said("Orla Tarn", "2")]),
    ("a full name and its initials", [said("O Tarn"), said("Orla Tarn", "2")]),
    ("a short form", [said("Michael Tarn"), said("Mike Tarn", "2")]),
    ("a surname with the same title", [said("Orla Tarn", title="Councillor"), said("Tarn", "2", title="Councillor")]),
    ("roles that go on", [said("Orla Tarn", roles=("Clerk",)), said("Orla Tarn", "2", roles=("Chief Executive",))]),
    (
        "two bodies whose papers say of one employer",
        [said("Orla Tarn", organisations=(TRUST,)), said("Orla Tarn", "2", home="Mere ICB", organisations=(TRUST,))],
    ),
    (
        "a guest whose own body names her",
        [said("Orla Tarn", organisations=(TRUST,)), said("Orla Tarn", "2", home=TRUST)],
    ),
    (
        "an employer and what came after it",
        [
            said("Orla Tarn", organisations=("NHS Halton CCG",), roles=("Chief Nurse",)),
            said(
                "Orla Tarn", "2", home="Mere", organisations=("NHS Cheshire and Merseyside ICB",), roles=("Director",)
            ),
        ],
    ),
    (
        "papers of two bodies that a third one ties",
        [
            said("Orla Tarn"),
            said("Orla Tarn", "2", home=TRUST),
            said("Orla Tarn", "3", organisations=(TRUST,)),
        ],
    ),
]
APART = [
    ("one name at two bodies", [said("Orla Tarn"), said("Orla Tarn", "2", home=TRUST)]),
    (
        "a councillor and an officer of one council",
        [said("Orla Tarn", title="Councillor"), said("Orla Tarn", "2", roles=("Head of Finance",))],
    ),
    ("a man and a woman", [said("O Tarn", sex="man"), said("O Tarn", "2", sex="woman")]),
    ("two given names", [said("Orla Tarn"), said("Ines Tarn", "2")]),
    ("two of one paper", [said("Orla Tarn"), said("O Tarn")]),
    (
        "two employers and no role in common",
        [
            said("Orla Tarn", organisations=(TRUST,), roles=("Nurse",)),
            said("Orla Tarn", "2", organisations=("Mere Housing",), roles=("Planner",)),
        ],
    ),
    (
        "initials at another body",
        [said("Orla Tarn"), said("O Tarn", "2", home=TRUST, organisations=("Northmere Council",))],
    ),
    ("a surname of another title", [said("Orla Tarn", title="Dr"), said("Tarn", "2", title="Councillor")]),
]  # fmt: skip


@pytest.mark.parametrize("sayings", [each for _, each in ONE], ids=[name for name, _ in ONE])
def test_what_is_of_one_person(sayings: Sequence[SaidPerson]) -> None:
    (person,) = gather(sayings, {})
    assert len(person.said) == len(sayings)
    assert all(reason for _, reason in person.said)


@pytest.mark.parametrize("sayings", [each for _, each in APART], ids=[name for name, _ in APART])
def test_what_is_not_of_one_person_or_may_not_be(sayings: Sequence[SaidPerson]) -> None:
    assert len(gather(sayings, {})) == len(sayings)


def test_what_fits_two_is_linked_to_neither_and_says_so() -> None:
    persons = gather([said("Orla Tarn"), said("Owen Tarn", "2"), said("O Tarn", "3"), said("O Tarn", "4")], {})
    assert sorted(len(person.said) for person in persons) == [1, 1, 1, 1]
    reasons = [reason for person in persons for each, reason in person.said if each.name == "O Tarn"]
    assert reasons == ["fits Orla Tarn and Owen Tarn, so it is linked to neither"] * 2


def test_companions_are_as_good_as_one_body() -> None:
    sayings = [said("Orla Tarn"), said("Orla Tarn", "2", home="Cyngor Northmere")]
    assert len(gather(sayings, {})) == 2
    pairs = [(fold_organisation("Cyngor Northmere"), fold_organisation("Northmere Council"))]
    assert len(gather(sayings, companions_of(pairs))) == 1


def test_whom_somebody_placed_by_hand_stays_there() -> None:
    sayings = [said("Orla Tarn"), said("Orla Tarn", "2"), said("Orla Tarn", "3")]
    persons = gather(sayings, {}, {sayings[0].key: "a", sayings[1].key: "b"})
    assert [(person.pinned, len(person.said)) for person in persons] == [("a", 1), ("b", 1), (None, 1)]


@pytest.mark.parametrize(
    ("title", "roles", "expected"),
    [
        ("Councillor", (), Standing.MEMBER),
        (None, ("Cabinet Member for Highways",), Standing.MEMBER),
        (None, ("Clerk",), Standing.OFFICER),
        (None, ("Director of Finance",), Standing.OFFICER),
        ("Police Community Support Officer", (), Standing.OFFICER),
        ("Councillor", ("Acting Clerk",), None),
        ("Dr", ("Chair",), None),
        (None, (), None),
    ],
)
def test_standing(title: str | None, roles: tuple[str, ...], expected: Standing | None) -> None:
    assert standing(title, roles) is expected


NAMES = frozenset({"a tarn", "b wren", "c quill", "d finch", "e crake"})


def test_a_paper_without_publisher_is_at_home_where_its_people_are() -> None:
    minutes = HomeFacts(document="1", publisher="northmere council", names=NAMES)
    unnamed = HomeFacts(document="2", publisher=None, names=NAMES | {"f heron"})
    stranger = HomeFacts(document="3", publisher=None, names=frozenset({"a tarn", "x other"}), subject="mere council")
    nobody = HomeFacts(document="4", publisher=None, names=frozenset())
    assert homes([minutes, unnamed, stranger, nobody]) == {
        "1": "northmere council", "2": "northmere council", "3": "mere council", "4": "4",
    }  # fmt: skip


def test_a_paper_that_tells_nothing_else_is_at_home_where_others_link_to_the_same_site() -> None:
    minutes = HomeFacts(document="1", publisher="northmere council", names=frozenset(), site="northmere.gov.uk")
    report = HomeFacts(document="2", publisher=None, names=frozenset(), site="northmere.gov.uk")
    other = HomeFacts(document="3", publisher=None, names=frozenset(), site="mere.nhs.uk")
    assert homes([report, other, minutes]) == {"1": "northmere council", "2": "northmere council", "3": "mere.nhs.uk"}


@pytest.mark.parametrize(
    ("target", "site"),
    [
        ("https://democracy.northmere.gov.uk:9071/ieListDocuments.aspx?CId=1", "northmere.gov.uk"),
        ("mailto:orla.tarn@northmere.gov.uk", "northmere.gov.uk"),
        ("https://www.gov.uk/government/publications", None),
        ("https://www.legislation.gov.uk/ukpga/1972/70", None),
        ("https://example.org/?to=northmere.gov.uk", None),
        ("https://northmere.gov.uk.example.org/", None),
    ],
)
def test_the_site_of_a_link(target: str, site: str | None) -> None:
    assert site_of(target) == site


def test_homes_that_share_many_names_are_companions() -> None:
    english = HomeFacts(document="1", publisher="northmere council", names=NAMES)
    welsh = HomeFacts(document="2", publisher="cyngor northmere", names=NAMES | {"f heron"})
    other = HomeFacts(document="3", publisher="mere council", names=frozenset({"a tarn", "b wren", "z last"}))
    listed = [english, welsh, other]
    assert companions(listed, homes(listed)) == {("cyngor northmere", "northmere council"): 5}


def test_an_id_is_kept_and_none_is_given_twice() -> None:
    first, second = gather([said("Orla Tarn"), said("Orla Tarn", "2", home=TRUST)], {})
    new = claim_ids([first, second], {}, lambda _: False)
    assert [person for person, _ in new] == ["northmere-council/orla-tarn", "tarn-valley-nhs-trust/orla-tarn"]
    taken = claim_ids([first], {}, lambda wanted: wanted == "northmere-council/orla-tarn")
    assert [person for person, _ in taken] == ["northmere-council/orla-tarn-2"]
    kept = claim_ids([first, second], {second.said[0][0].key: "old/id"}, lambda _: False)
    assert kept[1][0] == "old/id"


GIVEN = st.sampled_from(["Orla", "O", "Owen", "Ines", ""])
PEOPLE = st.builds(
    lambda first, paper, home, title, sex: said(f"{first} Tarn".strip(), str(paper), home=home, title=title, sex=sex),
    GIVEN,
    st.integers(0, 5),
    st.sampled_from(["Northmere Council", TRUST]),
    st.sampled_from([None, "Councillor", "Dr"]),
    st.sampled_from([None, "man", "woman"]),
)


@settings(deadline=None)
@given(st.lists(PEOPLE, max_size=12, unique_by=lambda each: each.key))
def test_everything_said_is_of_exactly_one_person_and_no_paper_names_one_twice(sayings: list[SaidPerson]) -> None:
    persons = gather(sayings, {})
    placed = [each.key for person in persons for each, _ in person.said]
    assert sorted(placed) == sorted(each.key for each in sayings)
    for person in persons:
        papers = [each.key.sha256 for each, _ in person.said]
        assert len(papers) == len(set(papers))
        assert not {"man", "woman"} <= {each.sex for each, _ in person.said}


# In a corpus


def minutes(number: int, names: Sequence[str], *, body: str = "Cabinet", publisher: str | None = "Northmere Council",
            role: str | None = None, apologies: Sequence[str] = ()) -> tuple[Document, Findings]:  # fmt: skip
    """Minutes of the ``number``-th of May 2030, whose list gives ``names``, and those of ``apologies``."""
    text = "\n".join([*names, *apologies, "The meeting closed."])
    name, date = f"minutes-{number}", f"2030-05-{number:02}"
    paper, meeting = PaperId(f"{name}/p1"), MeetingId(f"{name}/m1")
    spans = {each: Span(text.index(each), text.index(each) + len(each)) for each in (*names, *apologies)}
    document = Document(
        id=DocumentId(name), name=f"{name}.pdf", sha256=f"{number:064x}", media_type=MediaType.PDF, text=text,
        page_starts=(0,), source_lines=(), blocks=(),
        papers=(Paper(id=paper, kind=PaperKind.MINUTES, title="Minutes", span=Span(0, len(text)), body=body,
                      organisation=publisher, date=date),),
        sections=(),
        meetings=(Meeting(id=meeting, paper=paper, kind=PaperKind.MINUTES, span=Span(0, len(text)), body=body,
                          organisation=publisher, date=date),),
        attendance=tuple(
            Attendance(meeting=meeting, name=each, span=span, role=role,
                       status=AttendanceStatus.APOLOGIES if each in apologies else AttendanceStatus.PRESENT)
            for each, span in spans.items()
        ),
    )  # fmt: skip
    people = tuple(
        Person(id=FindingId(f"{name}/person-{at}"), name=each, title=None, aliases=(), roles=(role,) if role else (),
               organisations=(), listed=True,
               mentions=(Mention(span=span, as_written=each, rule=RuleId("people.list")),))
        for at, (each, span) in enumerate(spans.items(), 1)
    )  # fmt: skip
    return document, Findings(people=people)


def add(corpus: Corpus, *read: tuple[Document, Findings]) -> None:
    for document, findings in read:
        source = SourceFile(document.name, 1, 1)
        corpus.add(document, findings, source=source, reader_version="1", ruleset_version="1")
    corpus.link()


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as made:
        yield made


TARN = "northmere-council/orla-tarn"


def test_one_person_in_many_papers_is_listed_once(corpus: Corpus) -> None:
    add(corpus, minutes(1, ["Orla Tarn", "Ines Quill"]), minutes(2, ["O Tarn"]), minutes(3, ["Ines Quill"]))
    assert [(row.id, row.name, row.documents) for row in corpus.people()] == [
        ("northmere-council/ines-quill", "Ines Quill", 2), (TARN, "Orla Tarn", 2),
    ]  # fmt: skip
    assert [row.id for row in corpus.people(Filter(text="o tarn"))] == [TARN]
    assert corpus.counts().people == 2


def test_short_text_is_looked_for_where_words_of_names_begin(corpus: Corpus) -> None:
    add(corpus, minutes(1, ["Mo Phelps", "Ann Lumpkin", "Jo Tarn-Mpenza"]))
    assert {row.name for row in corpus.people(Filter(text="mp"))} == {"Jo Tarn-Mpenza"}
    assert {row.name for row in corpus.people(Filter(text="umpk"))} == {"Ann Lumpkin"}


def test_the_order_of_reading_does_not_matter(corpus: Corpus, tmp_path: Path) -> None:
    papers = [minutes(1, ["O Tarn"]), minutes(2, ["Orla Tarn"]), minutes(3, ["Owen Tarn"]), minutes(4, ["O Tarn"])]
    for paper in papers:
        add(corpus, paper)
    with Corpus.open(tmp_path / "other", create=True) as other:
        add(other, *reversed(papers))
        assert {(row.name, row.documents) for row in other.people()} == {
            (row.name, row.documents) for row in corpus.people()
        }


def test_ids_stay_when_papers_are_read_anew_or_more_come(corpus: Corpus) -> None:
    add(corpus, minutes(2, ["O Tarn"]))
    assert [row.id for row in corpus.people()] == ["northmere-council/o-tarn"]
    add(corpus, minutes(1, ["Orla Tarn"]))
    assert [(row.id, row.name) for row in corpus.people()] == [("northmere-council/o-tarn", "Orla Tarn")]
    add(corpus, minutes(2, ["Wren", "O Tarn"]))
    assert "northmere-council/o-tarn" in [row.id for row in corpus.people()]


def test_merging_by_hand_outlasts_every_run(corpus: Corpus) -> None:
    add(corpus, minutes(1, ["Orla Tarn"]), minutes(2, ["Orla Tarn-Wren"]))
    assert len(corpus.people()) == 2
    assert corpus.merge_people(TARN, "northmere-council/orla-tarn-wren") == TARN
    add(corpus, minutes(1, ["Orla Tarn"]), minutes(3, ["Orla Tarn-Wren"]))
    (person,) = corpus.people()
    assert (person.id, person.documents) == (TARN, 3)
    assert corpus.show("northmere-council/orla-tarn-wren").row.id == TARN
    assert {link.by_hand for link in corpus.profile(TARN).links} == {True, False}
    assert corpus.unmerge_people(TARN) == ("northmere-council/orla-tarn-wren",)
    assert len(corpus.people()) == 2


def test_splitting_by_hand_outlasts_every_run(corpus: Corpus) -> None:
    add(corpus, minutes(1, ["Orla Tarn"]), minutes(2, ["Orla Tarn"]), minutes(3, ["Orla Tarn"]))
    new = corpus.split_people(TARN, {"minutes-2"})
    assert new == f"{TARN}-2"
    add(corpus, minutes(2, ["Orla Tarn"]), minutes(4, ["Orla Tarn"]))
    assert {row.id: row.documents for row in corpus.people()} == {TARN: 2, new: 1, f"{TARN}-3": 1}
    (link,) = corpus.profile(f"{TARN}-3").links
    assert link.reason == "fits Orla Tarn and Orla Tarn, so it is linked to neither"
    corpus.merge_people(TARN, new)
    add(corpus, minutes(5, ["Ines Quill"]))
    assert {row.id: row.documents for row in corpus.people(Filter(text="tarn"))}[TARN] == 3


def test_what_can_not_be_decided_by_hand_is_refused(corpus: Corpus) -> None:
    add(corpus, minutes(1, ["Orla Tarn"]), minutes(2, ["Ines Quill"]))
    with pytest.raises(UnknownIdError):
        corpus.merge_people(TARN, "nobody")
    with pytest.raises(CorpusError, match="not named in minutes-2"):
        corpus.split_people(TARN, {"minutes-2"})
    with pytest.raises(CorpusError, match="no other paper"):
        corpus.split_people(TARN, {"minutes-1"})
    with corpus.run(), pytest.raises(CorpusError, match="another run"):
        corpus.merge_people(TARN, "northmere-council/ines-quill")
    assert len(corpus.people()) == 2


def test_roles_and_attendance_over_time(corpus: Corpus) -> None:
    add(
        corpus,
        minutes(1, ["Orla Tarn"], role="Clerk"),
        minutes(8, ["Ines Quill"], apologies=["Orla Tarn"]),
        minutes(15, ["Ines Quill"]),
        minutes(22, ["Orla Tarn"], role="Chief Executive"),
        minutes(23, ["Orla Tarn"], body="Planning Committee", role="Chief Executive"),
        minutes(29, ["Ines Quill"]),
    )
    told = corpus.profile(TARN)
    assert [(role.role, role.body, role.first_date, role.last_date, role.page) for role in told.roles] == [
        ("Chief Executive", "Planning Committee", "2030-05-23", "2030-05-23", 1),
        ("Chief Executive", "Cabinet", "2030-05-22", "2030-05-22", 1),
        ("Clerk", "Cabinet", "2030-05-01", "2030-05-01", 1),
    ]
    cabinet, planning = told.attended
    assert (cabinet.present, cabinet.apologies, cabinet.meetings, cabinet.unlisted) == (2, 1, 4, 1)
    assert (planning.present, planning.meetings, planning.body) == (1, 1, "Planning Committee")


def test_a_meeting_that_two_papers_tell_of_counts_once(corpus: Corpus) -> None:
    first, again = minutes(1, ["Orla Tarn"]), minutes(2, ["Orla Tarn"])
    same_day = minutes(1, ["Orla Tarn"])[0].meetings[0]
    from dataclasses import replace

    meeting = replace(again[0].meetings[0], date=same_day.date)
    add(corpus, first, (replace(again[0], meetings=(meeting,)), again[1]))
    (record,) = corpus.profile(TARN).attended
    assert (record.present, record.meetings) == (1, 1)


def test_what_is_not_linked_yet_is_told_all_the_same(corpus: Corpus) -> None:
    document, findings = minutes(1, ["Orla Tarn"])
    corpus.add(document, findings, source=SourceFile("a", 1, 1), reader_version="1", ruleset_version="1")
    assert not corpus.is_linked
    (person,) = corpus.people()
    assert (person.id, person.name) == ("minutes-1/person-1", "Orla Tarn")
    (link,) = corpus.profile(person.id).links
    assert link.reason == "not linked yet: the next run does it"
