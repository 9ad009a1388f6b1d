"""What became of recommendations keeps in step with what is held: one fate each, whatever comes, changes or goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from held_made import EARLIER, MINUTES, REPORT, hold, settle

from corpus.alignment.matters import Matters
from corpus.alignment.model import Compared
from corpus.errors import CorpusError
from corpus.filters import OTHERWISE, Filter
from corpus.opening import DATABASE_NAME
from corpus.store import Corpus
from corpus.vocabulary import RecommendationFate, ReportedStanding
from minuted.aligning import compare_anew
from search.aligning.compare import compare

NOT_HELD = RecommendationFate.MINUTES_NOT_HELD


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as made:
        yield made


def fates(corpus: Corpus) -> list[str | None]:
    return [row.fate for row in sorted(corpus.aligned(), key=lambda row: row.start)]


def standings(corpus: Corpus) -> list[str]:
    checks = [corpus.check_of(row.id) for row in corpus.reported_decisions()]
    return [each.standing for each in checks if each]


@pytest.mark.parametrize("order", list(permutations([("r.txt", REPORT), ("m.txt", MINUTES), ("e.txt", EARLIER)])))
@pytest.mark.parametrize("after_each", [False, True])
def test_the_order_of_coming_changes_nothing(
    corpus: Corpus, order: tuple[tuple[str, str], ...], after_each: bool
) -> None:
    for name, text in order:
        hold(corpus, text, name)
        if after_each:
            settle(corpus)
    settle(corpus)
    assert fates(corpus) == [RecommendationFate.AS_RECOMMENDED, RecommendationFate.AMENDED]
    assert standings(corpus) == [ReportedStanding.CONFIRMED]
    assert not corpus.check()


def test_minutes_that_come_later_tell_what_was_not_known(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    assert not corpus.is_aligned
    assert fates(corpus) == [None, None]
    settle(corpus)
    assert corpus.is_aligned
    assert fates(corpus) == [NOT_HELD, NOT_HELD]
    assert standings(corpus) == [ReportedStanding.MINUTES_NOT_HELD]
    (first, _) = corpus.aligned(Filter(fate=NOT_HELD))
    assert (first.put_to, first.put_on, first.decision) == ("Harbour Committee", "2024-03-04", None)
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    assert fates(corpus) == [RecommendationFate.AS_RECOMMENDED, RecommendationFate.AMENDED]
    (amended,) = corpus.aligned(Filter(fate=OTHERWISE))
    assert amended.change is not None
    assert "-£20,000.- +£25,000.+" in amended.change
    assert (amended.resolved_document_name, amended.outcome) == ("minutes.txt", "approved")
    assert [row.id for row in corpus.recommended(amended.decision or "")] == [amended.id]


def test_another_version_of_the_minutes_is_compared_anew(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    hold(corpus, MINUTES.replace("£25,000", "£20,000"), "minutes.txt")
    settle(corpus)
    assert fates(corpus) == [RecommendationFate.AS_RECOMMENDED] * 2
    hold(corpus, EARLIER, "minutes.txt")  # the minutes are on show no more
    settle(corpus)
    assert fates(corpus) == [NOT_HELD, NOT_HELD]
    assert standings(corpus) == [ReportedStanding.CONFIRMED]


def test_what_is_told_of_a_report_goes_with_it(corpus: Corpus, tmp_path: Path) -> None:
    hold(corpus, REPORT, "report.txt")
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    hold(corpus, EARLIER, "report.txt")
    settle(corpus)
    assert fates(corpus) == []
    with sqlite3.connect(tmp_path / DATABASE_NAME) as database:
        for table in ("alignments", "aligned_decisions", "reported_checks"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    database.close()


def test_comparing_again_changes_nothing(corpus: Corpus) -> None:
    for name, text in (("report.txt", REPORT), ("minutes.txt", MINUTES)):
        hold(corpus, text, name)
    settle(corpus)
    before = corpus.aligned()
    settle(corpus)
    assert corpus.aligned() == before
    assert compare_anew(corpus) == 3
    assert corpus.aligned() == before


def test_only_what_changed_is_compared(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    hold(corpus, MINUTES, "minutes.txt")
    settle(corpus)
    seen: list[Matters] = []

    def noting(matters: Matters) -> Compared:
        seen.append(matters)
        return compare(matters)

    hold(corpus, REPORT.replace("4 March", "8 April").replace("5 February", "6 February"), "other.txt")
    with corpus.run():
        corpus.link()
        corpus.align(noting)
    (matters,) = seen
    assert [report.date for report in matters.reports] == ["2024-04-08"]
    assert len(corpus.aligned()) == 4


def test_what_breaks_off_leaves_all_as_it_was(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    settle(corpus)
    before = corpus.aligned()
    hold(corpus, MINUTES, "minutes.txt")

    def broken(matters: Matters) -> Compared:
        raise CorpusError("broken off")

    corpus.link()
    with pytest.raises(CorpusError, match="broken off"):
        corpus.align(broken)
    assert corpus.aligned() == before
    assert not corpus.is_aligned


def test_bodies_merged_by_hand_are_compared_anew(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    hold(corpus, MINUTES.replace("Harbour Committee", "Port Committee"), "minutes.txt")
    settle(corpus)
    assert fates(corpus) == [NOT_HELD, NOT_HELD]
    corpus.merge_bodies("northmere-borough-council/harbour-committee", "northmere-borough-council/port-committee")
    assert not corpus.is_aligned
    settle(corpus)
    assert fates(corpus) == [RecommendationFate.AS_RECOMMENDED, RecommendationFate.AMENDED]


def test_another_councils_committee_of_that_day_is_not_taken_for_it(corpus: Corpus) -> None:
    hold(corpus, REPORT, "report.txt")
    hold(corpus, MINUTES.replace("NORTHMERE", "ALDERMOOR"), "minutes.txt")
    settle(corpus)
    assert fates(corpus) == [NOT_HELD, NOT_HELD]
