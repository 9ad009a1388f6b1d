"""Links keep in step with what is held: the same in whatever order papers come, gone with what goes, kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from held_made import EARLIER, MINUTES, REPORT, hold, settle
from test_search_linking import LINKED

from corpus.errors import CorpusError, UnknownIdError
from corpus.store import Corpus
from corpus.vocabulary import LinkKind
from minuted.linking import link_anew

AGENDA = """NORTHMERE BOROUGH COUNCIL

Agenda for the meeting of the Harbour Committee to be held on 4 March 2024

1. Apologies for absence

2. Minutes of the meeting held on 5 February 2024

3. Dredging of the Inner Basin

4. Harbour Dues
"""
PAPERS = {"agenda.txt": AGENDA, "report.txt": REPORT, "minutes.txt": MINUTES, "earlier.txt": EARLIER}
_Told = set[tuple[str, str, str, str, str]]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as made:
        yield made


def told(corpus: Corpus) -> _Told:
    return {
        (row.kind, row.from_document_name, row.from_quote[:24], row.to_document_name, row.to_quote[:24])
        for row in corpus.links()
    }


def all_held(corpus: Corpus) -> None:
    for name, text in PAPERS.items():
        hold(corpus, text, name)
    settle(corpus)


@pytest.mark.parametrize("order", list(permutations(PAPERS))[::3])
@pytest.mark.parametrize("after_each", [False, True])
def test_the_order_of_coming_changes_nothing(
    corpus: Corpus, tmp_path: Path, order: tuple[str, ...], after_each: bool
) -> None:
    for name in order:
        hold(corpus, PAPERS[name], name)
        if after_each:
            settle(corpus)
    settle(corpus)
    with Corpus.open(tmp_path / "other", create=True) as other:
        all_held(other)
        assert told(corpus) == told(other)
    assert corpus.is_joined
    assert not corpus.check()


@pytest.mark.parametrize("seed", range(3))
def test_many_papers_in_any_order_give_the_same_links(tmp_path: Path, seed: int) -> None:
    texts = dict.fromkeys(text for case in LINKED.values() for text in case.papers)
    papers = [(f"{at}.txt", text) for at, text in enumerate(texts)]
    with Corpus.open(tmp_path / "once", create=True) as corpus:
        for name, text in papers:
            hold(corpus, text, name)
        settle(corpus)
        expected = told(corpus)
    assert len(expected) > len(LINKED)
    Random(seed).shuffle(papers)
    with Corpus.open(tmp_path / "piecemeal", create=True) as corpus:
        for at, (name, text) in enumerate(papers):
            hold(corpus, text, name)
            if at % 4 == seed:
                settle(corpus)
        settle(corpus)
        assert told(corpus) == expected


def test_items_of_one_meeting_belong_together(corpus: Corpus) -> None:
    all_held(corpus)
    kinds = {
        (kind, start[:2], start_quote, end[:2], end_quote) for kind, start, start_quote, end, end_quote in told(corpus)
    }
    assert ("same_matter", "ag", "3. Dredging of the Inner", "mi", "5. Dredging of the Inner") in kinds
    assert ("same_matter", "ag", "4. Harbour Dues", "mi", "6. Harbour Dues") in kinds
    assert any(kind == "same_matter" and (start, end) == ("re", "mi") for kind, start, _, end, _ in kinds)
    assert any(kind == "recommends->decides" for kind, *_ in kinds)
    assert any(kind == "minutes_of" and (start, end) == ("mi", "ag") for kind, start, _, end, _ in kinds)
    assert any(kind == "minutes_of" and (start, end) == ("ag", "ea") for kind, start, _, end, _ in kinds)
    assert not any(
        "Apologies" in quote for _, _, start_quote, _, end_quote in kinds for quote in (start_quote, end_quote)
    )


def test_who_is_one_body_by_hand_is_linked_as_one(corpus: Corpus) -> None:
    hold(corpus, AGENDA.replace("Harbour Committee", "Quays Panel"), "agenda.txt")
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    assert "minutes_of" not in {row.kind for row in corpus.links()}
    kept, other = (corpus.bodies_called(name)[0] for name in ("Harbour Committee", "Quays Panel"))
    corpus.merge_bodies(kept, other)
    assert not corpus.is_joined
    settle(corpus)
    assert "minutes_of" in {row.kind for row in corpus.links()}


def test_what_goes_takes_its_links_with_it(corpus: Corpus) -> None:
    all_held(corpus)
    before = told(corpus)
    hold(corpus, "A note of nothing at all.", "minutes.txt")
    settle(corpus)
    left = told(corpus)
    assert left
    assert left == {each for each in before if "minutes.txt" not in each}
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    assert told(corpus) == before


def test_linking_anew_changes_nothing(corpus: Corpus) -> None:
    all_held(corpus)
    before = corpus.links()
    assert link_anew(corpus) == len(before)
    assert corpus.links() == before


def test_links_of_one_thing_by_kind_from_both_ends(corpus: Corpus) -> None:
    all_held(corpus)
    (link, *_) = [row for row in corpus.links() if row.kind == LinkKind.SAME_MATTER]
    for end in (link.from_id, link.to_id):
        assert link in corpus.links_of(end)
        assert link in corpus.links_of(end, kinds=[LinkKind.SAME_MATTER, LinkKind.REPORTS])
        assert link not in corpus.links_of(end, kinds=[LinkKind.AMENDS])
    assert link.other(link.from_id) == link.to_id
    assert not link.by_hand
    assert not link.is_weak


def test_what_is_said_by_hand_is_kept(corpus: Corpus) -> None:
    all_held(corpus)
    (link, *_) = [row for row in corpus.links() if row.kind == LinkKind.SAME_MATTER]
    corpus.unlink_by_hand(link.to_id, link.from_id, "another basin")
    assert link.to_id not in {row.other(link.from_id) for row in corpus.links_of(link.from_id)}
    made = next(row for row in corpus.decisions() if row.document_name == "earlier.txt").id
    corpus.link_by_hand(made, link.from_id, LinkKind.AMENDS, "the slipway is part of the basin")
    for name, text in PAPERS.items():
        hold(corpus, text, name)  # read again: what was stored of it is replaced
    settle(corpus)
    link_anew(corpus)
    found = corpus.links_of(link.from_id)
    assert [(row.kind, row.from_id, row.reason) for row in found if row.by_hand] == [
        ("amends", made, "the slipway is part of the basin")
    ]
    assert found[0].by_hand
    assert link.to_id not in {row.other(link.from_id) for row in found}
    corpus.link_by_hand(link.from_id, link.to_id, LinkKind.SAME_MATTER, "the same basin after all")
    assert link.to_id in {row.other(link.from_id) for row in corpus.links_of(link.from_id) if row.by_hand}


def test_what_is_said_by_hand_holds_for_later_versions_of_the_papers(corpus: Corpus) -> None:
    all_held(corpus)
    (link, *_) = [row for row in corpus.links() if row.kind == LinkKind.SAME_MATTER and "Dredging" in row.from_quote]
    corpus.unlink_by_hand(link.from_id, link.to_id, "another basin")
    made = next(row for row in corpus.decisions() if row.document_name == "earlier.txt").id
    corpus.link_by_hand(made, link.to_id, LinkKind.AMENDS, "the slipway is part of the basin")
    hold(corpus, MINUTES.replace("talked about dues", "talked about dues at length"), "minutes.txt")
    settle(corpus)
    (by_hand,) = [row for row in corpus.links() if row.by_hand]
    assert (by_hand.kind, by_hand.from_id) == ("amends", made)
    assert by_hand.to_id != link.to_id
    assert "Dredging" in by_hand.to_quote
    assert by_hand.to_id not in {row.to_id for row in corpus.links_of(link.from_id)}
    assert not corpus.check()


def test_only_what_is_there_is_linked_by_hand(corpus: Corpus) -> None:
    all_held(corpus)
    (decision, *_) = [row.id for row in corpus.decisions()]
    with pytest.raises(UnknownIdError):
        corpus.link_by_hand(decision, "nowhere/d1", LinkKind.AMENDS, "")
    with pytest.raises(CorpusError, match="itself"):
        corpus.link_by_hand(decision, decision, LinkKind.AMENDS, "")
    (person, *_) = corpus.people()
    with pytest.raises(CorpusError, match="between papers"):
        corpus.unlink_by_hand(decision, person.id, "")
