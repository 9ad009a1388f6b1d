"""What commands tell of recommendations and what became of them, and of reported decisions."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from asking import answer, run, text
from held_made import EARLIER, MINUTES, REPORT, held


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return held(tmp_path_factory.mktemp("held"), report=REPORT, minutes=MINUTES, earlier=EARLIER)


def test_what_was_resolved_otherwise_is_listed_with_both_ends(corpus: Path) -> None:
    told = text(corpus, "decisions", "--not-as-recommended")
    assert "2024-03-04  amended" in told
    assert "-£20,000.- +£25,000.+" in told
    assert "recommended · “approve the dredging of the inner basin at a cost of £20,000.” · report.txt line " in told
    assert "resolved · “the dredging of the inner basin be approved at a cost of £25,000.” · approved" in told
    assert "note the report" not in told


@pytest.mark.parametrize(
    ("narrowing", "count"),
    [
        ([], 1),
        (["--body", "harbour"], 1),
        (["--body", "cabinet"], 0),
        (["--organisation", "Northmere Borough Council"], 1),
        (["--organisation", "Aldermoor"], 0),
        (["--since", "2024-03-04", "--until", "2024-03"], 1),
        (["--since", "2024-04"], 0),
        (["--outcome", "approved"], 1),
        (["--outcome", "noted"], 0),
        (["dredging"], 1),
        (["slipway"], 0),
        (["--limit", "1"], 1),
        (["--explicit"], 1),
        (["--in-prose"], 0),
        (["--with", "vote"], 0),
    ],
)
def test_it_is_narrowed_like_other_decisions(corpus: Path, narrowing: list[str], count: int) -> None:
    told = answer(corpus, "decisions", "--not-as-recommended", *narrowing)
    assert len(told["differences"]) == count


def test_rows_are_given_as_csv(corpus: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(text(corpus, "decisions", "--not-as-recommended", "--csv")))
    assert (row["fate"], row["put_on"], row["resolved_document_name"]) == ("amended", "2024-03-04", "minutes.txt")
    assert "+£25,000.+" in row["change"]


def test_where_all_went_as_recommended_it_says_so(corpus: Path) -> None:
    assert text(corpus, "decisions", "--not-as-recommended", "--since", "2030") == (
        "no differences found that meet all of this\n"
    )


def test_recommendations_are_listed_by_fate(corpus: Path) -> None:
    told = answer(corpus, "recommendations")["recommendations"]
    assert sorted((row["number"], row["fate"]) for row in told) == [("1", "as_recommended"), ("2", "amended")]
    assert [row["number"] for row in answer(corpus, "recommendations", "--fate", "otherwise")["recommendations"]] == [
        "2"
    ]
    assert "as_recommended" in text(corpus, "recommendations", "--fate", "as_recommended")
    assert run(corpus, "recommendations", "--fate", "unheard-of").exit_code == 2


def test_a_recommendation_tells_what_became_of_it(corpus: Path) -> None:
    (row,) = answer(corpus, "decisions", "--not-as-recommended")["differences"]
    told = text(corpus, "show", row["id"])
    assert "what became of it" in told
    assert "amended · Harbour Committee · 4 March 2024" in told
    assert "change: approve the dredging" in told or "+£25,000.+" in told
    assert answer(corpus, "show", row["id"])["aligned"][0]["fate"] == "amended"


def test_a_decision_tells_what_was_recommended(corpus: Path) -> None:
    (row,) = answer(corpus, "decisions", "--not-as-recommended")["differences"]
    told = text(corpus, "show", row["decision"])
    assert "what was recommended" in told
    assert "amended · “approve the dredging of the inner basin at a cost of £20,000.”" in told


def test_a_reported_decision_tells_whether_minutes_bear_it_out(corpus: Path) -> None:
    from corpus.store import Corpus

    with Corpus.open(corpus) as opened:
        (reported,) = opened.reported_decisions()
    told = text(corpus, "show", reported.id)
    assert "against the minutes" in told
    assert "confirmed · Harbour Committee · 5 February 2024" in told
    assert answer(corpus, "show", reported.id)["check"][0]["standing"] == "confirmed"


def test_reindex_compares_anew_and_doctor_is_content(corpus: Path) -> None:
    assert "compared 3 recommendations and reported decisions" in text(corpus, "reindex")
    assert "not compared with all minutes" not in text(corpus, "doctor")


def test_the_sample_papers_tell_what_the_cabinet_changed(sample_corpus: Path) -> None:
    told = text(sample_corpus, "decisions", "--not-as-recommended", "--body", "cabinet", "Tannery Lane Baths close")
    assert "Tannery Lane Baths close to the public on -31 August- +30 September+ 2024;" in told
    assert "harrowmere-cabinet-pack-2024-06-11.pdf p. 3" in told
    assert "harrowmere-cabinet-minutes-2024-06-11.pdf p. 2" in told


def test_what_waits_for_minutes_says_for_which(sample_corpus: Path) -> None:
    missing = answer(sample_corpus, "recommendations", "--fate", "minutes_not_held")["recommendations"]
    assert {row["reason"] for row in missing} == {
        "the minutes of Overview and Scrutiny Committee of 2025-01-30 are not held"
    }


def test_all_that_was_compared_is_exported(sample_corpus: Path, tmp_path: Path) -> None:
    text(sample_corpus, "export", "--format", "csv", "--out", str(tmp_path))
    with (tmp_path / "alignments.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(answer(sample_corpus, "recommendations")["recommendations"])
    assert all(row["fate"] and row["reason"] for row in rows)
    with (tmp_path / "reported_checks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "confirmed" in {row["standing"] for row in csv.DictReader(file)}
