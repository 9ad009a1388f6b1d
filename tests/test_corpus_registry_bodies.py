"""One body once: names are linked with a reason, common ones to their publisher's, and rulings by hand stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.bodies import fold_organisation, organisation_kind
from corpus.document import Attendance, Document, DocumentId, Meeting, MeetingId, Paper, PaperId
from corpus.errors import CorpusError, UnknownIdError
from corpus.filters import Filter
from corpus.findings import Decision, FindingId, Findings, Mention, Organisation, Person, RuleId
from corpus.folding import folded_name
from corpus.registry.affiliations import affiliation
from corpus.registry.bodynames import is_abbreviation, is_anybodys, is_common, of_owner, place_of, tells_place
from corpus.registry.saidbodies import NameKey, SaidBody
from corpus.registry.whichbody import Placed, Ruling, body_of_home, which_body
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import AttendanceStatus, MediaType, Outcome, PaperKind

NORTHMERE, HARROW = "Northmere District Council", "Harrowmere Borough Council"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("northmere district council", "northmere"),
        ("city of northmere council", "northmere"),
        ("london borough of mere and tarn", "mere and tarn"),
        ("mere and tarn borough council", "mere and tarn"),
        ("parish council", None),
        ("reading borough council", None),
    ],
)
def test_the_place_of_a_council(name: str, place: str | None) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize(
    ("name", "expected"),
    [("NDC", True), ("DfE", True), ("NHSE/I", True), ("CABINET", False), ("Northmere", False), ("N", False)],
)  # fmt: skip
def test_what_is_an_abbreviation(name: str, expected: bool) -> None:
    assert is_abbreviation(name) is expected


def test_names_that_tell_a_place_and_names_that_many_bodies_have() -> None:
    assert is_common("health and wellbeing board")
    assert is_common("governing body")
    assert is_common("st marys church")
    assert not is_common("harbour lights trust")
    assert is_anybodys("NDC Highways")
    assert is_anybodys("the Audit Committee")
    assert not is_anybodys("NDC Harbour Lights")
    assert tells_place("kent and medway resilience forum")
    assert tells_place("welsh harbours board")
    assert not tells_place("northmere resilience forum")
    assert ("northmere", "audit committee") in of_owner("northmere audit committee")
    assert all(owner != "kent" for owner, _ in of_owner("kent and medway audit committee"))


class Corpora:
    """What a made-up corpus knows."""

    def __init__(
        self, homes: Sequence[str] = (), defined: Sequence[SaidBody] = (), rulings: dict[str, Ruling] | None = None
    ) -> None:
        self.homes = {fold_organisation(home): home for home in homes}
        self.explained = tuple(defined)
        self.rulings = rulings or {}

    def by_hand(self, form: str, owner: str | None) -> Ruling | None:
        return self.rulings.get(form if owner is None else f"{owner}/{form}")

    def named(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self.homes else ()

    def placed(self, name: str) -> tuple[str, ...]:
        return tuple(home for home in self.homes if place_of(home) == name)

    def called(self, home: str) -> str:
        return self.homes.get(home, home)

    def defined(self, home: str, short: str) -> tuple[SaidBody, ...]:
        return tuple(
            each for each in self.explained if each.home == home and short in map(fold_organisation, each.aliases)
        )


def said(name: str, home: str | None = NORTHMERE, *, on: str | None = None, aliases: Sequence[str] = ()) -> SaidBody:
    return SaidBody(
        key=NameKey("00", folded_name(name)), document="paper", name=name, form=fold_organisation(name),
        aliases=tuple(aliases), home=affiliation(home) if home else "paper", of_body=home is not None, date=on,
    )  # fmt: skip


KNOWN = Corpora(
    homes=[NORTHMERE, HARROW, "Tarn Parish Council", "Tarn Town Council"],
    defined=[
        said("Mere Valley Trust", aliases=["MVT"]),
        said("Harbour Trust", aliases=["HT"]),
        said("Hill Trust", aliases=["HT"]),
    ],
    rulings={
        "valley people": Ruling(Placed(key="name:mere valley trust", name="Mere Valley Trust"), "2030-01-02"),
        "name:northmere district council/bc": Ruling(Placed(key="name:bluecoats", name="Bluecoats"), "2030-01-02"),
    },
)


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        (said("Cabinet"), "name:northmere district council:cabinet", "in the papers of Northmere District Council"),
        (said("Northmere Cabinet"), "name:northmere district council:cabinet", "the cabinet of Northmere"),
        (said("Northmere Health & Wellbeing Board", HARROW),
         "name:northmere district council:health and wellbeing board", "the health and wellbeing board of"),
        (said("Harrowmere Borough Council's Audit Committee"), "name:harrowmere borough council:audit committee",
         "of Harrowmere"),
        (said("Northmere Friends Group", HARROW), "name:harrowmere borough council:northmere friends group",
         "papers of Harrowmere"),
        (said("District Council"), "name:northmere district council", "whose papers these are"),
        (said("District Council Cabinet"), "name:northmere district council:cabinet", "the cabinet of Northmere"),
        (said("CCG Governing Body", "NHS Halton CCG"), "public:nhs-halton-ccg:governing body", "the governing body of"),
        (said("Northmere DC"), "name:northmere district council", "whose papers these are"),
        (said("Northmere DC", HARROW), "name:northmere dc", "its name"),
        (said("Parish Council"), "name:northmere district council:parish council", "in the papers of"),
        (said("Cabinet", None), "papers:paper:cabinet", "which they don't name"),
        (said("MVT"), "name:mere valley trust", "explain MVT as Mere Valley Trust"),
        (said("HT"), "name:northmere district council:ht", "could be Harbour Trust or Hill Trust"),
        (said("MVT", HARROW), "name:harrowmere borough council:mvt", "in the papers of Harr"),
        (said("Mere Valley Trust", HARROW), "name:mere valley trust", "its name"),
        (said("Tarn Planning Committee"), "name:northmere district council:tarn planning committee",
         "could be Tarn Parish Council's planning committee or Tarn Town Council's"),
        (said("Tarn Planning Committee", "Tarn Town Council"), "name:tarn town council:planning committee", "of Tarn"),
        (said("the Valley People", HARROW), "name:mere valley trust", "by hand on 2030-01-02"),
        (said("BC"), "name:bluecoats", "in papers of Northmere District Council, by hand"),
        (said("BC", HARROW), "name:harrowmere borough council:bc", "its name in the papers"),
        (said("NHS Halton Clinical Commissioning Group"), "public:nhs-halton-ccg", "gazetteer"),
        (said("Halton CCG Governing Body"), "public:nhs-halton-ccg:governing body", "the governing body of NHS Halton"),
        (said("Halton Health and Wellbeing Board", "NHS Halton CCG"),
         "public:halton-borough-council:health and wellbeing board", "of Halton Borough Council"),
        (said("the Halton people", aliases=["Halton CCG"]), "public:nhs-halton-ccg", "calls it “Halton CCG” too"),
        (said("Kent and Medway Resilience Forum"), "name:kent and medway resilience forum", "no other body"),
    ],
)  # fmt: skip
def test_which_body_a_name_is_of(name: SaidBody, key: str, why: str) -> None:
    body, reason = which_body(name, KNOWN)
    assert body.key == key
    assert why in reason


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2005-01-01", "public:east-midlands-ambulance-service-nhs-trust-to-2006"),
        ("2012-01-01", "public:east-midlands-ambulance-service-nhs-trust"),
        (None, "public:east-midlands-ambulance-service-nhs-trust"),
    ],
)
def test_a_name_that_two_public_bodies_had_is_of_the_one_of_that_day(day: str | None, key: str) -> None:
    assert which_body(said("East Midlands Ambulance Service NHS Trust", on=day), KNOWN)[0].key == key


COMMON = st.sampled_from(
    ["Cabinet", "Audit Committee", "the Governing Body", "Health and Wellbeing Board", "the Trust"]
)


@given(COMMON, st.sampled_from([HARROW, "Tarn Parish Council", None]))
def test_a_common_name_is_never_one_over_two_publishers(name: str, other: str | None) -> None:
    here, there = which_body(said(name), KNOWN)[0], which_body(said(name, other), KNOWN)[0]
    assert here.key != there.key
    assert body_of_home(fold_organisation(NORTHMERE), KNOWN).key in here.key


# In a corpus


def paper(number: int, names: dict[str, Sequence[str]], *, publisher: str | None = NORTHMERE, body: str = "Cabinet",
          on: str | None = None, chair: str = "Orla Tarn") -> tuple[Document, Findings]:  # fmt: skip
    """Minutes with one decision that name bodies, each with other forms of its name."""
    text = "\n".join([chair, *names, "RESOLVED that the harbour be dredged."])
    name = f"minutes-{number}"
    whole = Span(0, len(text))
    meeting = MeetingId(f"{name}/m1")
    date = on or f"2030-05-{number:02}"
    document = Document(
        id=DocumentId(name), name=f"{name}.pdf", sha256=f"{number:064x}", media_type=MediaType.PDF, text=text,
        page_starts=(0,), source_lines=(), blocks=(),
        papers=(Paper(id=PaperId(f"{name}/p1"), kind=PaperKind.MINUTES, title="Minutes", span=whole, body=body,
                      organisation=publisher, date=date),),
        sections=(),
        meetings=(Meeting(id=meeting, paper=PaperId(f"{name}/p1"), kind=PaperKind.MINUTES, span=whole, body=body,
                          organisation=publisher, date=date),),
        attendance=(Attendance(meeting=meeting, name=chair, span=Span(0, len(chair)), role="Chair",
                               status=AttendanceStatus.CHAIR),),
    )  # fmt: skip
    at = {each: text.index(each, len(chair)) for each in names}
    decided = Span(text.index("that the"), len(text))
    return document, Findings(
        people=(
            Person(id=FindingId(f"{name}/person-1"), name=chair, title=None, aliases=(), roles=("Chair",),
                   organisations=(), listed=True,
                   mentions=(Mention(span=Span(0, len(chair)), as_written=chair, rule=RuleId("people.list")),)),
        ),
        organisations=tuple(
            Organisation(id=FindingId(f"{name}/organisation-{count}"), name=each, kind=organisation_kind(each),
                         aliases=tuple(aliases),
                         mentions=(Mention(span=Span(at[each], at[each] + len(each)), as_written=each,
                                           rule=RuleId("organisations.named")),))
            for count, (each, aliases) in enumerate(names.items(), 1)
        ),
        decisions=(
            Decision(id=FindingId(f"{name}/d1"), text=text[decided.start :], span=decided, number=None,
                     outcome=Outcome.AGREED, verb=None, item=None, section=None, meeting=meeting, explicit=True,
                     rule=RuleId("decisions.resolved")),
        ),
    )  # fmt: skip


def add(corpus: Corpus, *read: tuple[Document, Findings]) -> None:
    for document, findings in read:
        source = SourceFile(document.name, 1, 1)
        corpus.add(document, findings, source=source, reader_version="1", ruleset_version="1")
    corpus.link()


def listed(corpus: Corpus, text: str | None = None) -> dict[str, tuple[str, int]]:
    return {row.id: (row.name, row.documents) for row in corpus.organisations(Filter(text=text))}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as made:
        yield made


MERE = "mere-valley-trust"


def test_one_body_in_many_papers_is_listed_once(corpus: Corpus) -> None:
    add(
        corpus,
        paper(1, {"Cabinet": (), "Mere Valley Trust": ("MVT",), NORTHMERE: ()}),
        paper(2, {"CABINET": (), "MVT": (), "Northmere Cabinet": ()}),
        paper(3, {"Cabinet": (), "MVT": (), "Mere Valley Trust’s": ()}, publisher=HARROW),
    )
    assert listed(corpus) == {
        MERE: ("Mere Valley Trust", 3),
        "northmere-district-council": (NORTHMERE, 1),
        "northmere-district-council/cabinet": ("Cabinet", 2),
        "harrowmere-borough-council/cabinet": ("Cabinet", 1),
        "harrowmere-borough-council/mvt": ("MVT", 1),
    }
    assert corpus.counts().organisations == 5
    assert listed(corpus, "northmere cabinet") == {"northmere-district-council/cabinet": ("Cabinet", 2)}
    (cabinet,) = corpus.organisations(Filter(text="northmere-district-council/cabinet"))
    assert (cabinet.owner, cabinet.aliases) == ("northmere-district-council", ("Northmere Cabinet",))


PAPERS = [
    paper(1, {"MVT": (), "Northmere Audit Committee": ()}, publisher=HARROW),
    paper(2, {"Mere Valley Trust": ("MVT",), "Audit Committee": ()}),
    paper(3, {"MVT": (), "Audit Committee": ()}),
    paper(4, {"Mere Vale Trust": ("MVT",), "Harrowmere Audit Committee": ()}, publisher="Tarn Parish Council"),
    paper(5, {"MVT": ()}, publisher="Tarn Parish Council"),
]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(PAPERS), st.integers(1, 5))
def test_the_order_of_reading_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, papers: list[tuple[Document, Findings]], at_once: int
) -> None:
    with Corpus.open(tmp_path_factory.mktemp("corpus"), create=True) as corpus:
        for start in range(0, len(papers), at_once):
            add(corpus, *papers[start : start + at_once])
        assert listed(corpus) == {
            "mere-valley-trust": ("Mere Valley Trust", 2),
            "mere-vale-trust": ("Mere Vale Trust", 2),
            "harrowmere-borough-council/mvt": ("MVT", 1),
            "northmere-district-council/audit-committee": ("Audit Committee", 3),
            "harrowmere-borough-council/audit-committee": ("Harrowmere Audit Committee", 1),
        }


def test_an_abbreviation_that_comes_to_mean_two_is_linked_to_neither(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Mere Valley Trust": ("MVT",)}), paper(2, {"MVT": ()}))
    assert listed(corpus)[MERE][1] == 2
    add(corpus, paper(3, {"Mount View Trust": ("MVT",)}))
    assert listed(corpus)[MERE][1] == 1
    (link,) = corpus.body_profile("northmere-district-council/mvt").links
    assert link.reason == "“MVT” could be Mere Valley Trust or Mount View Trust, so it is linked to neither"
    add(corpus, paper(3, {"Mount View Trust": ()}))
    assert listed(corpus)[MERE][1] == 2


def test_a_ruling_by_hand_outlasts_every_run(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Mere Valley Trust": ()}), paper(2, {"the Valley Trust of Mere": ()}))
    assert len(listed(corpus)) == 2
    done = corpus.alias_body("the Valley Trust of Mere", "Mere Valley Trust")
    assert (done.body, done.owner, done.documents) == (MERE, None, 1)
    add(corpus, paper(2, {"The Valley Trust of Mere": ()}), paper(3, {"Valley Trust of Mere": ()}, publisher=HARROW))
    assert listed(corpus) == {MERE: ("Mere Valley Trust", 3)}
    assert [alias.name for alias in corpus.body_profile(MERE).by_hand] == ["the Valley Trust of Mere"]
    assert [link.by_hand for link in corpus.body_profile(MERE).links] == [True, True, False]
    corpus.unalias_body("The Valley Trust of Mere")
    assert listed(corpus)[MERE][1] == 1
    with pytest.raises(CorpusError, match="nothing to remove"):
        corpus.unalias_body("the Valley Trust of Mere")


def test_a_ruling_for_one_publisher_leaves_others_alone(corpus: Corpus) -> None:
    add(corpus, paper(1, {"BC": (), "Bluecoats Trust": ()}), paper(2, {"BC": ()}, publisher=HARROW))
    done = corpus.alias_body("BC", "bluecoats-trust", NORTHMERE)
    assert done.owner == "northmere-district-council"
    assert listed(corpus)["bluecoats-trust"][1] == 1
    assert listed(corpus)["harrowmere-borough-council/bc"][1] == 1
    add(corpus, paper(3, {"BC": ()}), paper(4, {"BC": ()}, publisher=HARROW))
    assert (listed(corpus)["bluecoats-trust"][1], listed(corpus)["harrowmere-borough-council/bc"][1]) == (2, 2)


def test_a_publisher_that_is_another_by_hand_takes_its_committees_along(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Cabinet": ()}), paper(2, {"Cabinet": (), NORTHMERE: ()}, publisher="Northmere DC"))
    assert len(listed(corpus, "cabinet")) == 2
    corpus.alias_body("Northmere DC", NORTHMERE)
    assert listed(corpus, "cabinet") == {"northmere-district-council/cabinet": ("Cabinet", 2)}


def test_merging_by_hand_outlasts_every_run(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Mere Valley Trust": ()}), paper(2, {"Valley Trust": ("the Mere",)}))
    other = next(found for found in listed(corpus) if found != MERE)
    assert corpus.merge_bodies(MERE, other) == MERE
    add(corpus, paper(2, {"Valley Trust": ()}), paper(3, {"Mere Valley Trust": ()}))
    assert listed(corpus) == {MERE: ("Mere Valley Trust", 3)}
    assert corpus.show(other).row.id == MERE
    assert corpus.unmerge_bodies(MERE) == (other,)
    assert len(listed(corpus)) == 2


def test_what_can_not_be_decided_by_hand_is_refused(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Cabinet": ()}), paper(2, {"Cabinet": ()}, publisher=HARROW))
    with pytest.raises(CorpusError, match="could be harrowmere-borough-council/cabinet, northmere"):
        corpus.alias_body("the Executive", "Cabinet")
    with pytest.raises(CorpusError, match="no paper names a body Nobody Ltd"):
        corpus.alias_body("the Executive", "Nobody Ltd")
    with pytest.raises(UnknownIdError):
        corpus.merge_bodies("northmere-district-council/cabinet", "nothing")
    with corpus.run(), pytest.raises(CorpusError, match="another run"):
        corpus.alias_body("the Executive", "northmere-district-council/cabinet")


def test_a_body_is_told_whole(corpus: Corpus) -> None:
    add(
        corpus,
        paper(1, {"Cabinet": (), NORTHMERE: ()}),
        paper(8, {"Cabinet": (), NORTHMERE: ()}, publisher=None, chair="Ines Quill"),
        paper(9, {NORTHMERE: ()}, publisher=HARROW, body="Audit Committee"),
        paper(10, {"Cabinet": ()}),
    )
    council = corpus.body_profile("northmere-district-council")
    assert [(board.id, board.documents) for board in council.boards] == [("northmere-district-council/cabinet", 2)]
    (chair,) = council.holders
    assert (chair.name, chair.role, chair.body) == ("Orla Tarn", "Chair", "Cabinet")
    assert (chair.first_date, chair.last_date, chair.times) == ("2030-05-01", "2030-05-10", 2)
    assert (council.meetings.meetings, council.meetings.first_date) == (2, "2030-05-01")
    assert [row.id for row in council.decisions] == ["minutes-10/d1", "minutes-1/d1"]
    assert [row.id for row in council.papers] == ["minutes-10/p1", "minutes-1/p1"]
    assert [link.document for link in council.links] == ["minutes-9", "minutes-8", "minutes-1"]
    cabinet = corpus.body_profile("northmere-district-council/cabinet")
    assert [row.id for row in cabinet.decisions] == ["minutes-10/d1", "minutes-1/d1"]
    assert cabinet.public is None


def test_a_public_body_is_told_with_what_came_before_and_after(corpus: Corpus) -> None:
    add(corpus, paper(1, {"Halton CCG": ()}, publisher="NHS Halton CCG", body="Governing Body", on="2021-05-01"))
    public = corpus.body_profile("nhs-halton-ccg").public
    assert public
    assert (public.code, public.started, public.ended) == ("01F", "2013-04-01", "2022-07-01")
    assert [after.name for after in public.successors] == ["NHS Cheshire and Merseyside Integrated Care Board"]
    assert corpus.bodies_called("01f") == ("nhs-halton-ccg",)
    for text in ("nhs-halton-ccg", "01f", "Halton Clinical Commissioning Group"):
        assert list(listed(corpus, text)) == ["nhs-halton-ccg"]


def test_what_is_not_linked_yet_is_told_all_the_same(corpus: Corpus) -> None:
    document, findings = paper(1, {"Mere Valley Trust": ()})
    corpus.add(document, findings, source=SourceFile("a", 1, 1), reader_version="1", ruleset_version="1")
    assert not corpus.is_linked
    assert listed(corpus) == {"minutes-1/organisation-1": ("Mere Valley Trust", 1)}
    (link,) = corpus.body_profile("minutes-1/organisation-1").links
    assert link.reason == "not linked yet: the next run does it"


def decided(corpus: Corpus, organisation: str, *, exactly: bool = False) -> list[str]:
    wanted = Filter(organisation=organisation, exactly=exactly)
    assert {row.document for row in corpus.papers(wanted)} == {row.document for row in corpus.decisions(wanted)}
    assert {row.document for row in corpus.meetings(wanted)} == {row.document for row in corpus.decisions(wanted)}
    assert {row.id for row in corpus.documents(wanted)} == {row.document for row in corpus.decisions(wanted)}
    return [row.document for row in corpus.decisions(wanted)]


def test_lists_tell_what_those_before_an_organisation_decided_as_well(corpus: Corpus) -> None:
    add(
        corpus,
        paper(1, {}, publisher="Halton CCG", body="Governing Body", on="2021-05-01"),
        paper(2, {}, publisher="NHS Cheshire and Merseyside ICB", body="Board", on="2023-05-01"),
        paper(3, {}, publisher="South Cheshire CCG", body="Governing Body", on="2018-05-01"),
        paper(4, {}, publisher="NHS Kent and Medway ICB", body="Board", on="2023-05-02"),
    )
    icb = "NHS Cheshire and Merseyside Integrated Care Board"
    assert decided(corpus, icb) == ["minutes-2", "minutes-1", "minutes-3"]
    assert decided(corpus, "QYG") == ["minutes-2", "minutes-1", "minutes-3"]
    assert decided(corpus, icb, exactly=True) == ["minutes-2"]
    assert decided(corpus, "Cheshire CCG") == ["minutes-3"]
    assert decided(corpus, "NHS Halton CCG") == ["minutes-1"]
    assert decided(corpus, "cheshire") == ["minutes-2", "minutes-3"]
    assert decided(corpus, "cheshire", exactly=True) == []
    before = corpus.asked(icb).before
    assert [body.name for body in before] == ["NHS Halton CCG", "NHS South Cheshire CCG"]
    assert corpus.asked(icb, exactly=True).before == ()


def test_lists_find_papers_by_names_that_mean_a_body_and_by_their_home(corpus: Corpus) -> None:
    names = {"Orla Tarn": (), "Ines Quill": ()}
    add(corpus, paper(1, {"Northmere DC": ()}), paper(2, names, publisher="Northmere DC"))
    assert decided(corpus, NORTHMERE) == ["minutes-1"]
    corpus.alias_body("Northmere DC", NORTHMERE)
    assert decided(corpus, NORTHMERE) == ["minutes-2", "minutes-1"]
    assert decided(corpus, "northmere-district-council", exactly=True) == ["minutes-2", "minutes-1"]
    assert set(corpus.asked(NORTHMERE).printed) == {NORTHMERE, "Northmere DC"}


def test_a_paper_that_prints_no_publisher_is_found_by_the_body_it_is_at_home_with(corpus: Corpus) -> None:
    document, findings = paper(1, {NORTHMERE: ()}, publisher=None)
    (council,) = findings.organisations
    often = replace(council, mentions=council.mentions * 3)
    add(corpus, (document, replace(findings, organisations=(often,))), paper(2, {}, publisher=HARROW))
    assert decided(corpus, NORTHMERE) == ["minutes-1"]
    assert {entry.organisation for entry in corpus.entries(["minutes-1"])} == {NORTHMERE}
    assert corpus.decisions(Filter(organisation=NORTHMERE))[0].organisation is None


def test_papers_of_the_same_people_whose_publisher_nobody_knows_make_no_body(corpus: Corpus) -> None:
    people = ("Orla Tarn", "Dov Finch", "Petra Crake", "Ines Quill", "Aldo Marsh")
    for number in (1, 2):
        document, findings = paper(number, {}, publisher=None, chair=", ".join(people))
        (chair,) = findings.people
        named = tuple(
            replace(chair, id=FindingId(f"{document.id}/person-{at}"), name=name) for at, name in enumerate(people)
        )
        add(corpus, (document, replace(findings, people=named)))
    assert listed(corpus) == {}
    assert {entry.organisation for entry in corpus.entries(["minutes-1", "minutes-2"])} == {None}


@pytest.mark.parametrize(
    ("board", "home"),
    [
        ("Health and Wellbeing Board", NORTHMERE),
        ("Scrutiny Committee", NORTHMERE),
        ("Partnership Board", "Mere Valley CCG"),
    ],
)
def test_the_home_of_a_board_that_only_councils_have_is_a_council(corpus: Corpus, board: str, home: str) -> None:
    document, findings = paper(1, {NORTHMERE: (), "Mere Valley CCG": ()}, publisher=None, body=board)
    times = {NORTHMERE: 4, "Mere Valley CCG": 20}
    often = tuple(replace(each, mentions=each.mentions * times[each.name]) for each in findings.organisations)
    add(corpus, (document, replace(findings, organisations=often)))
    assert decided(corpus, home) == ["minutes-1"]


def test_a_paper_of_a_board_is_its_owners(corpus: Corpus) -> None:
    add(
        corpus,
        paper(1, {}),
        paper(2, {}, publisher="Northmere and Partners", body="Northmere District Council Cabinet"),
    )
    assert decided(corpus, NORTHMERE) == ["minutes-2", "minutes-1"]
    assert [row.document for row in corpus.body_profile("northmere-district-council").decisions] == [
        "minutes-2",
        "minutes-1",
    ]
