"""What the commands that ask a corpus give: text, JSON, CSV and files."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.samples import papers
from minuted.cli import cli
from tests.asking import answer, text

LISTS = ("papers", "fields", "meetings", "people", "organisations", "decisions", "actions")


def test_a_search_gives_the_hits_that_programs_expect(sample_corpus: Path) -> None:
    told = answer(sample_corpus, "search", '"Tannery Lane Baths"', "--limit", "3")
    assert told["query"] == '"Tannery Lane Baths"'
    assert told["total"] > 3
    assert len(told["hits"]) == 3
    for hit in told["hits"]:
        keys = {"id", "kind", "document", "page", "line", "paper", "section", "body", "date", "score", "snippet"}
        assert keys <= set(hit)
        assert "Tannery Lane Baths" in hit["snippet"] or hit["kind"] == "paper"
        for start, end in hit["marks"]:
            assert hit["snippet"][start:end]
    assert {"kind", "body", "year"} <= set(told["facets"])


def test_a_search_on_paper_has_marks_a_link_an_id_and_the_total(sample_corpus: Path) -> None:
    told = text(sample_corpus, "search", "closure", "baths", "--kind", "decision")
    assert "*Baths*" in told
    assert ".pdf#page=" in told
    assert "\nresults 1 to " in told
    (first, *_) = answer(sample_corpus, "search", "closure", "baths", "--kind", "decision")["hits"]
    assert first["id"] in told


def test_a_query_is_explained_part_by_part(sample_corpus: Path) -> None:
    asked = ("search", "--explain", "closure", '"Tannery Lane"', "--body", "cabinet", "--since", "2024")
    told = text(sample_corpus, *asked)
    assert told.startswith("all of this · ")
    assert "  exactly “tannery lane” · " in told
    explained = answer(sample_corpus, *asked)
    assert len(explained["parts"]) == 4
    assert min(part["found"] for part in explained["parts"]) >= explained["found"] > 0


def test_hits_can_be_sorted_by_date_and_paged(sample_corpus: Path) -> None:
    dates = [hit["date"] for hit in answer(sample_corpus, "search", "report", "--sort", "oldest")["hits"]]
    assert dates == sorted(dates)
    first = answer(sample_corpus, "search", "report", "--limit", "2")["hits"]
    second = answer(sample_corpus, "search", "report", "--limit", "1", "--offset", "1")["hits"]
    assert second[0]["id"] == first[1]["id"]


def test_filters_alone_are_a_question(sample_corpus: Path) -> None:
    told = answer(sample_corpus, "search", "--kind", "action", "--since", "2024-11")
    assert told["total"]
    assert {hit["kind"] for hit in told["hits"]} == {"action"}
    assert min(hit["date"] for hit in told["hits"]) >= "2024-11"


def test_nothing_found_is_said_with_what_was_looked_through(sample_corpus: Path) -> None:
    told = text(sample_corpus, "search", "tanery", "--body", "cabinet")
    assert "nothing was found for tanery" in told
    last = told.rstrip("\n").partition("\ninstead")[0].splitlines()[-1]
    assert re.fullmatch(r"Nothing on tanery in \d+ meetings of Cabinet \(.+\), .+ 2024 to .+.*", last)
    assert "tannery" in told
    nowhere = text(sample_corpus, "search", "baths", "--body", "Cathedral Chapter")
    assert "no paper of that body, kind and time is in the corpus" in nowhere
    assert answer(sample_corpus, "search", "zeppelin")["looked_through"]["papers"] > 0


def test_a_timeline_runs_from_oldest_to_newest(sample_corpus: Path) -> None:
    events = answer(sample_corpus, "timeline", '"Tannery Lane Baths"')["events"]
    keys = {"document", "page", "line", "date", "body", "kind", "title", "quote", "id", "why"}
    assert all(set(event) == keys for event in events)
    dates = [event["date"] for event in events if event["date"]]
    assert dates == sorted(dates)
    assert {"report", "decision", "call_in"} <= {event["kind"] for event in events}
    assert "looked through" in text(sample_corpus, "timeline", "baths")


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_gives_the_same_rows_as_json_and_as_csv(kind: str, sample_corpus: Path) -> None:
    rows = answer(sample_corpus, kind)[kind]
    assert rows
    table = list(csv.DictReader(io.StringIO(text(sample_corpus, kind, "--csv"))))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert all(row["document_name"] for row in rows)


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_on_paper_cites_every_row_and_says_that_there_are_more(kind: str, sample_corpus: Path) -> None:
    (row,) = answer(sample_corpus, kind, "--limit", "1")[kind]
    told = text(sample_corpus, kind, "--limit", "1")
    assert row["id"] in told
    assert row["document_name"] in told
    assert "there are more: --offset 1 goes on" in told


@pytest.mark.parametrize("kind", LISTS)
def test_an_empty_list_says_so(kind: str, sample_corpus: Path) -> None:
    assert text(sample_corpus, kind, "--body", "Cathedral Chapter") == f"no {kind} found that meet all of this\n"
    assert answer(sample_corpus, kind, "--body", "Cathedral Chapter") == {kind: []}
    assert text(sample_corpus, kind, "--body", "Cathedral Chapter", "--csv") == ""


def test_lists_are_narrowed_by_their_filters(sample_corpus: Path) -> None:
    decisions = answer(sample_corpus, "decisions", "--outcome", "noted", "--since", "2024-07", "--until", "2024")
    assert {row["outcome"] for row in decisions["decisions"]} == {"noted"}
    assert all("2024-07" <= row["date"] < "2025" for row in decisions["decisions"])
    minutes = answer(sample_corpus, "papers", "--kind", "minutes", "--organisation", "harrowmere")["papers"]
    assert {row["kind"] for row in minutes} == {"minutes"}
    assert answer(sample_corpus, "actions", "dental")["actions"]


def test_everything_that_is_listed_can_be_shown(sample_corpus: Path) -> None:
    for kind in LISTS:
        row = answer(sample_corpus, kind, "--limit", "1")[kind][0]
        shown = answer(sample_corpus, "show", row["id"])
        assert shown["id"] == row["id"]
        assert row["document_name"] in {place["document_name"] for place in shown["evidence"]}
        assert row["id"] in text(sample_corpus, "show", row["id"])


def test_a_paper_is_shown_with_outline_and_front_sheet_and_a_meeting_with_attendance(sample_corpus: Path) -> None:
    report = answer(sample_corpus, "papers", "--kind", "report", "baths")["papers"][0]
    told = text(sample_corpus, "show", report["id"])
    assert "contents" in told
    assert "recommendations" in told
    assert answer(sample_corpus, "show", report["id"])["fields"]
    meeting = next(row for row in answer(sample_corpus, "meetings")["meetings"] if row["attendees"])
    shown = answer(sample_corpus, "show", meeting["id"])
    assert len(shown["attendance"]) == meeting["attendees"]
    assert shown["decisions"]
    document = answer(sample_corpus, "show", meeting["document"])
    assert document["papers"]
    assert Path(document["location"]) in papers()


def test_the_quote_of_what_is_shown_stands_in_its_paper(sample_corpus: Path) -> None:
    decision = answer(sample_corpus, "decisions", "--limit", "1")["decisions"][0]
    document = answer(sample_corpus, "show", decision["document"])
    assert document["words"][decision["start"] : decision["end"]] == decision["quote"]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_is_a_file_for_each_kind_of_thing(form: str, sample_corpus: Path, tmp_path: Path) -> None:
    text(sample_corpus, "export", "--format", form, "--out", str(tmp_path / "out"))
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"decisions.{form}", f"actions.{form}", f"papers.{form}", f"attendance.{form}"} <= names
    told = (tmp_path / "out" / f"decisions.{form}").read_text(encoding="utf-8-sig")
    rows = json.loads(told) if form == "json" else list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == len(answer(sample_corpus, "decisions")["decisions"])


def test_an_sqlite_export_replaces_a_file_only_when_told_to(sample_corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "found.db"
    arguments = ["export", "--format", "sqlite", "--out", str(out)]
    text(sample_corpus, *arguments)
    assert CliRunner().invoke(cli, ["--corpus", str(sample_corpus), *arguments]).exit_code == 2
    text(sample_corpus, *arguments, "--force")
    with closing(sqlite3.connect(out)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM decisions").fetchone()
    assert count == len(answer(sample_corpus, "decisions")["decisions"])


def test_a_new_index_of_either_engine_answers_like_the_old(copied_corpus: Path) -> None:
    before = {hit["id"] for hit in answer(copied_corpus, "search", "baths", "--limit", "100")["hits"]}
    for engine in ("whoosh", "tantivy"):
        assert text(copied_corpus, "reindex", "--engine", engine).startswith("indexed ")
        assert {hit["id"] for hit in answer(copied_corpus, "search", "baths", "--limit", "100")["hits"]} == before


def test_doctor_finds_a_sound_corpus_sound(sample_corpus: Path) -> None:
    told = answer(sample_corpus, "doctor")
    assert told["problems"] == []
    assert told["counts"]["documents"] == len(papers())
    assert "tesseract" in told["tools"]
    assert "nothing needs mending" in text(sample_corpus, "doctor")


def test_analyse_writes_one_json_for_each_paper(tmp_path: Path) -> None:
    wanted = [path for path in papers() if path.suffix in (".txt", ".md")]
    result = CliRunner().invoke(cli, ["analyse", *map(str, wanted), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{path.stem}.json" for path in wanted}
    told = json.loads((tmp_path / "out" / f"{wanted[0].stem}.json").read_text(encoding="utf-8"))
    assert {"source", "papers", "meetings", "sections", "attendance", "people", "decisions", "actions"} <= set(told)


def test_analyse_does_not_write_over_a_paper_of_the_same_name(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "minutes.txt").write_text(f"Minutes of {folder}\n\nRESOLVED that {folder} be noted.\n")
    result = CliRunner().invoke(
        cli, ["analyse", str(tmp_path / "a"), str(tmp_path / "b"), "--out", str(tmp_path / "out")]
    )
    assert result.exit_code == 3
    assert "would be written to the same minutes.json" in result.stderr
    assert json.loads((tmp_path / "out" / "minutes.json").read_text())["papers"][0]["title"] == "Minutes of a"


def test_the_demo_shows_a_search_and_a_timeline_and_can_be_kept(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["demo", "--keep", str(tmp_path / "kept")])
    assert result.exit_code == 0, result.output
    assert f"{len(papers())} new" in result.output
    assert "results 1 to" in result.output
    assert "events; looked through" in result.output
    assert f"minuted --corpus {tmp_path / 'kept'} " in result.output
    assert text(tmp_path / "kept", "decisions", "--limit", "1")
    again = CliRunner().invoke(cli, ["demo", "--keep", str(tmp_path / "kept")])
    assert again.exit_code == 1
    assert "is not an empty folder" in again.output
