"""How a trace goes over links: the surest way first, weak links and passages lead no further, bounds are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from held_made import EARLIER, MINUTES, REPORT, held
from hypothesis import given
from hypothesis import strategies as st

from corpus.links.rows import LinkRow
from corpus.outlines import Outline
from corpus.rows import PaperRow, SectionRow
from corpus.store import Corpus
from corpus.vocabulary import LinkKind, PaperKind
from search.index import Index
from search.tracing.held import Held
from search.tracing.parts import Part, part_of
from search.tracing.trace import trace
from search.tracing.walk import LEAST_SURE, Limits, Walk, walk

LENGTH = 10


def row(name: str, kind: PaperKind = PaperKind.REPORT) -> PaperRow:
    return PaperRow(
        id=name,
        document=name,
        document_name=f"{name}.txt",
        page=1,
        line=None,
        start=0,
        end=LENGTH,
        kind=kind,
        title=f"Title of {name}",
        body=None,
        organisation=None,
        date="2024-03-04",
    )


def outline(name: str) -> Outline:
    return Outline(
        document=name,
        name=f"{name}.txt",
        text="x" * LENGTH,
        page_starts=(0,),
        source_lines=(),
        papers=(row(name),),
        sections=(),
        findings=(),
    )


def link(start: str, end: str, score: float = 1.0, kind: LinkKind = LinkKind.SAME_MATTER, **other: object) -> LinkRow:
    ends = {
        f"{side}_{key}": value
        for side, name in (("from", start), ("to", end))
        for key, value in {
            "id": name,
            "document": name.partition("#")[0],
            "document_name": f"{name}.txt",
            "page": 1,
            "line": None,
            "start": 0,
            "end": 1,
            "quote": "x",
        }.items()
    }
    return LinkRow(kind=kind, score=score, reason="they are alike", by_hand=False, **{**ends, **other})  # type: ignore[arg-type]


class Map:
    """Papers of one letter each, and links between them."""

    def __init__(self, *links: LinkRow) -> None:
        self.all = links

    def part(self, document: str, wanted: str) -> Part | None:
        found = part_of(outline(document), document, lambda ids: ())
        assert found is not None
        return replace(found, ids=frozenset((document, f"{document}#s1")))

    def links(self, part: Part) -> tuple[LinkRow, ...]:
        return tuple(each for each in self.all if part.id in (each.from_document, each.to_document))


def walked(*links: LinkRow, **limits: object) -> Walk:
    ground = Map(*links)
    start = ground.part("a", "a")
    assert start is not None
    return walk(ground, start, Limits(**limits))  # type: ignore[arg-type]


def reached(found: Walk) -> str:
    return "".join(sorted(step.part.id for step in found.steps))


def test_links_chain_in_both_directions() -> None:
    assert reached(walked(link("a", "b"), link("c", "b"), link("c", "d"))) == "abcd"


def test_each_part_is_told_once_by_its_surest_way() -> None:
    found = walked(link("a", "b", 0.7), link("a", "c", 0.9), link("c", "b", 0.9), link("b", "a", 0.7))
    (step,) = [step for step in found.steps if step.part.id == "b"]
    assert (step.depth, step.via and step.via.id, round(step.sureness, 2)) == (2, "c", 0.81)


def test_weak_links_are_counted_and_left_and_followed_one_step_where_asked() -> None:
    links = (link("a", "b", 0.5), link("b", "c"))
    left = walked(*links)
    assert (reached(left), left.weak) == ("a", 1)
    told = walked(*links, weak=True)
    assert (reached(told), told.weak) == ("ab", 0)
    assert told.steps[1].is_passage


def test_two_passages_with_words_in_common_are_weakly_linked() -> None:
    found = walked(link("a#s1", "b#s2", 0.9))
    assert (reached(found), found.weak) == ("a", 1)
    assert reached(walked(link("a#s1", "b#s2", 0.9), weak=True)) == "ab"


def test_a_long_way_of_fair_links_ends() -> None:
    found = walked(link("a", "b", 0.65), link("b", "c", 0.65), link("c", "d", 0.65))
    assert reached(found) == "abc"
    assert all(step.sureness >= LEAST_SURE for step in found.steps)


def test_bounds_are_told() -> None:
    chain = (link("a", "b"), link("b", "c"), link("c", "d"))
    near = walked(*chain, depth=2)
    assert (reached(near), near.deeper, near.longer) == ("abc", True, False)
    few = walked(*chain, steps=2)
    assert (reached(few), few.deeper, few.longer) == ("ab", False, True)
    assert not walked(*chain).deeper


def test_links_between_whole_meetings_are_not_followed() -> None:
    assert (
        reached(walked(link("a", "b", kind=LinkKind.APPROVES_MINUTES_OF), link("c", "a", kind=LinkKind.MINUTES_OF)))
        == "a"
    )


def test_what_mentions_it_in_passing_is_told_and_leads_no_further() -> None:
    found = walked(link("b#s1", "a", kind=LinkKind.REPORTS), link("b", "c"))
    assert reached(found) == "ab"
    assert found.steps[1].is_passage


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0.3, 1)), max_size=20))
def test_any_net_of_links_is_gone_over_once(net: list[tuple[str, str, float]]) -> None:
    found = walked(*(link(*each) for each in net if each[0] != each[1]))
    keys = [(step.part.id, step.is_passage, step.far and step.far.start) for step in found.steps]
    assert len(keys) == len(set(keys))
    assert all(LEAST_SURE <= step.sureness <= 1 for step in found.steps)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = held(tmp_path_factory.mktemp("corpus"), report=REPORT, minutes=MINUTES, earlier=EARLIER)
    with Corpus.open(folder) as opened:
        Index.rebuild(folder, opened.entries(), opened.revision)
        yield opened


def test_a_decision_and_what_was_recommended_are_one_story(corpus: Corpus) -> None:
    (decision,) = [each for each in corpus.decisions() if "£25,000" in each.text]
    found = trace(corpus, Index.open(corpus.folder), (decision.document, decision.id), decision.start, Limits())
    assert found is not None
    told = [(each.event.kind, each.event.document_name, " ".join(each.event.quote.split()[:3])) for each in found.told]
    assert told == [
        ("mention", "report.txt", "At its meeting"),
        ("decision", "earlier.txt", "That the slipway"),
        ("report", "minutes.txt", "The Chief Engineer"),
        ("report", "report.txt", "NORTHMERE BOROUGH COUNCIL"),
        ("recommendation", "report.txt", "note the report;"),
        ("recommendation", "report.txt", "approve the dredging"),
        ("decision", "minutes.txt", "the report be"),
        ("decision", "minutes.txt", "the dredging of"),
    ]
    assert all(each.event.why for each in found.told)


def test_minutes_as_a_whole_are_of_many_matters(corpus: Corpus) -> None:
    ground = Held(corpus)
    (minutes,) = [each for each in corpus.papers() if each.document_name == "minutes.txt"]
    assert ground.part(minutes.document, minutes.id) is None
    assert ground.part("nowhere", "nothing") is None


def test_the_item_of_a_finding_is_that_with_a_heading(corpus: Corpus) -> None:
    ground = Held(corpus)
    (decision,) = [each for each in corpus.decisions() if "slipway" in each.text]
    part = ground.part(decision.document, decision.id)
    assert part is not None
    assert part.head.text == "Slipways"
    section: SectionRow = corpus.show(part.id).row  # type: ignore[assignment]
    assert section.start <= decision.start < section.end
