"""Saved searches: what is told once, told as changed, and not told again; and that nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from asking import answer, run, text
from held_made import hold, settle
from papers_made import made

from corpus.sources import SourceFile
from corpus.store import Corpus
from corpus.watches import Question
from minuted.indexing import bring_up_to_date, rebuild
from minuted.news import News
from minuted.watching import Round, add_watch, run_watches

MAY = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 7 May 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

5. Dredging of the Inner Basin

RESOLVED: That the dredging of the inner basin be approved at a cost of £20,000.

6. Slipway at Mill Reach

RESOLVED: That the slipway at Mill Reach be closed to trailers until the dredging is done.
"""
JUNE = MAY.replace("7 May", "4 June").replace("£20,000", "£30,000")
OTHER_SUM = MAY.replace("£20,000", "£25,000")
REPORT = """NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 2 July 2024
Report of: Ines Quill, Chief Engineer

Dredging of the Outer Basin

1. Background

The outer basin has silted up so far that the pilot boat touches ground at low water, and a dredging is due this summer.
"""


def store(folder: Path, **papers: str) -> Path:
    """The corpus in ``folder`` when papers of these names hold these texts; its index is left behind."""
    with Corpus.open(folder, create=True) as corpus:
        for name, content in papers.items():
            hold(corpus, content, f"{name}.txt")
        settle(corpus)
    return folder


def publish(folder: Path, **papers: str) -> Path:
    """The same, with the index."""
    store(folder, **papers)
    with Corpus.open(folder) as corpus:
        bring_up_to_date(corpus)
    return folder


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A corpus of the minutes of May, with a watch for decisions on dredging that knows them."""
    folder = publish(tmp_path / "corpus", may=MAY)
    text(folder, "watch", "add", "dredging", "dredging", "--kind", "decision")
    return folder


def told(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """What a run tells of all watches: what kind of news, and the words."""
    watches = answer(folder, "watch", "run", *arguments)["watches"]
    return [(hit["news"], hit["snippet"]) for watch in watches for hit in watch["hits"]]


# What is news


def test_what_is_there_when_a_watch_is_added_counts_as_told(harbour: Path) -> None:
    assert told(harbour) == []


def test_from_start_tells_it_once(harbour: Path) -> None:
    answer(harbour, "watch", "add", "all", "dredging", "--from-start")
    assert told(harbour, "all")
    assert told(harbour, "all") == []


def test_a_decision_is_not_told_once_more_as_the_section_that_holds_it(harbour: Path) -> None:
    added = answer(harbour, "watch", "add", "all", "dredging", "--from-start")
    (watch,) = answer(harbour, "watch", "run", "all", "--keep")["watches"]
    assert [hit["kind"] for hit in watch["hits"]] == ["decision", "decision"]
    assert added["hits"] == 4, "the sections are found too"


def test_a_new_paper_is_told_once(harbour: Path) -> None:
    publish(harbour, june=JUNE)
    news = told(harbour)
    assert [kind for kind, _ in news] == ["new", "new"]
    assert any("£30,000" in words for _, words in news)
    assert told(harbour) == []


def test_what_is_only_looked_at_is_told_again(harbour: Path) -> None:
    publish(harbour, june=JUNE)
    assert told(harbour, "--keep") == told(harbour) != []


def test_of_a_paper_published_again_only_other_words_are_told_as_changed(harbour: Path) -> None:
    publish(harbour, may=OTHER_SUM)
    ((kind, words),) = told(harbour)
    assert kind == "changed"
    assert "£25,000" in words
    assert told(harbour) == []


def test_a_paper_that_goes_back_to_its_first_words_is_not_told_again(harbour: Path) -> None:
    publish(harbour, may=OTHER_SUM)
    assert told(harbour)
    publish(harbour, may=MAY)
    assert told(harbour) == []


@pytest.mark.parametrize(
    "again",
    [
        MAY.replace("\n5. ", "\n4. Dues\n\nThe dues were talked about.\n\n5. "),
        MAY.replace("5. Dredging", "7. Dredging"),
        MAY.replace("Dredging of the Inner Basin", "Dredging"),
        MAY.replace("the inner basin", "the  inner\nbasin"),
    ],
    ids=["moved down", "renumbered", "another heading", "other line ends"],
)
def test_the_same_words_in_a_paper_published_again_are_no_news(again: str, harbour: Path) -> None:
    publish(harbour, may=again)
    assert told(harbour) == []


def test_a_decision_more_under_an_item_is_new_and_not_changed(harbour: Path) -> None:
    publish(harbour, may=MAY + "\nRESOLVED: That the dredging be reported on each month.\n")
    ((kind, words),) = told(harbour)
    assert kind == "new"
    assert "each month" in words


def test_the_same_words_once_more_in_a_paper_are_new(harbour: Path) -> None:
    again = "\n7. Outer Basin\n\nRESOLVED: That the dredging of the inner basin be approved at a cost of £20,000.\n"
    publish(harbour, may=MAY + again)
    assert [kind for kind, _ in told(harbour)] == ["new"]


def test_a_paper_that_is_read_again_is_no_news(harbour: Path) -> None:
    with Corpus.open(harbour) as corpus:
        before = corpus.revision
        hold(corpus, MAY, "may.txt")
        assert corpus.revision > before
    publish(harbour)
    assert told(harbour) == []


def read_as(folder: Path, content: str) -> None:
    """Have other rules read ``content`` from the bytes of the minutes of May."""
    first, other = made(MAY, "may.txt"), made(content, "may.txt")
    with Corpus.open(folder) as corpus:
        corpus.add(
            replace(other.document, sha256=first.document.sha256),
            other.findings,
            source=SourceFile("/papers/may.txt", len(MAY), 1),
            reader_version="r2",
            ruleset_version="s2",
        )
    publish(folder)


def test_other_words_that_other_rules_read_from_the_same_bytes_are_no_news(harbour: Path) -> None:
    read_as(harbour, MAY.replace("approved", "granted"))
    assert "granted" in answer(harbour, "search", "dredging", "--kind", "decision")["hits"][0]["snippet"]
    assert told(harbour) == []


def test_what_rules_lose_and_find_again_is_no_news(harbour: Path) -> None:
    twice = MAY + "\nRESOLVED: That the dredging be noted.\n\nRESOLVED: That the dredging be noted.\n"
    read_as(harbour, twice)
    assert len(told(harbour)) == 2
    for content in (MAY, twice, MAY + "\nRESOLVED: That the dredging be noted.\n", twice):
        read_as(harbour, content)
        assert told(harbour) == []


def test_a_report_that_also_stands_in_a_pack_is_told_once(tmp_path: Path) -> None:
    folder = publish(tmp_path / "corpus", may=MAY)
    text(folder, "watch", "add", "outer", '"pilot boat"', "--kind", "section")
    publish(folder, report=REPORT)
    assert len(told(folder)) == 1
    publish(folder, pack=REPORT + "\n")
    assert answer(folder, "search", '"pilot boat"', "--kind", "section")["hits"]
    assert told(folder) == []


def test_two_copies_that_come_together_are_told_once(tmp_path: Path) -> None:
    folder = publish(tmp_path / "corpus", may=MAY)
    text(folder, "watch", "add", "outer", '"pilot boat"', "--kind", "section")
    publish(folder, report=REPORT, pack=REPORT + "\n")
    assert len(told(folder)) == 1


def test_the_same_few_words_of_two_papers_are_told_each(harbour: Path) -> None:
    short = MAY.partition("5. ")[0] + "5. Dredging\n\nRESOLVED: That the dredging be noted.\n"
    publish(harbour, one=short, other=short + "\n6. Dues\n", july=short.replace("7 May", "2 July"))
    assert len(told(harbour)) == 3


def test_a_paper_that_is_withdrawn_is_no_news(harbour: Path) -> None:
    with Corpus.open(harbour) as corpus:
        corpus.withdraw("/papers/may.txt")
    publish(harbour)
    assert told(harbour) == []


def test_an_index_that_is_made_anew_is_no_news(harbour: Path) -> None:
    with Corpus.open(harbour) as corpus:
        rebuild(corpus, "whoosh")
    assert told(harbour) == []
    publish(harbour, june=JUNE)
    assert len(told(harbour)) == 2


def test_what_the_index_does_not_hold_yet_is_told_when_it_does(harbour: Path) -> None:
    store(harbour, june=JUNE)
    result = run(harbour, "watch", "run")
    assert "does not hold all of the corpus yet" in result.stderr
    assert "nothing new" in result.stdout
    publish(harbour)
    assert len(told(harbour)) == 2


def test_a_watch_added_while_the_index_is_behind_tells_the_rest_later(tmp_path: Path) -> None:
    folder = publish(tmp_path / "corpus", may=MAY)
    store(folder, june=JUNE)
    text(folder, "watch", "add", "dredging", "dredging", "--kind", "decision")
    publish(folder)
    assert len(told(folder)) == 2


@pytest.mark.parametrize("at_once", [1, 3])
def test_many_documents_and_hits_are_gone_through_in_pieces(
    at_once: int, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.bydocument.TOGETHER", 4)
    monkeypatch.setattr("search.bydocument.AT_ONCE", at_once)
    publish(harbour, **{f"day{day}": JUNE.replace("4 June", f"{day} June") for day in range(10, 20)})
    assert len(told(harbour)) == 20
    text(harbour, "watch", "add", "again", "dredging", "--kind", "decision")
    assert told(harbour) == []


# What a watch asks


def test_a_watch_is_narrowed_like_a_search(harbour: Path) -> None:
    text(harbour, "watch", "add", "june", "basin", "--since", "2024-06", "--body", "harbour", "--from-start")
    text(harbour, "watch", "add", "tarn", "--person", "tarn", "--organisation", "northmere", "--exactly")
    asked = {watch["name"]: watch for watch in answer(harbour, "watch", "list")["watches"]}
    assert list(asked) == ["dredging", "june", "tarn"]
    assert (asked["june"]["since"], asked["june"]["body"], asked["june"]["query"]) == ("2024-06", "harbour", "basin")
    assert (asked["tarn"]["query"], asked["tarn"]["exactly"], asked["tarn"]["ran_at"]) == ("", True, None)
    assert told(harbour, "june") == []
    publish(harbour, june=JUNE)
    assert any("£30,000" in words for _, words in told(harbour, "june"))
    assert told(harbour, "tarn")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("broken", '"dredging'), "query not understood at character 1"),
        (("none",), "the query is empty"),
        (("dredging", "basin"), "there is a watch 'dredging' already; --replace"),
        (("two\nlines", "basin"), "a watch can't be called"),
        (("x" * 81, "basin"), "a watch can't be called"),
        (("\x1b[2J", "basin"), "a watch can't be called"),
    ],
)
def test_a_watch_that_would_not_do_is_refused_in_one_line(
    arguments: tuple[str, ...], reason: str, harbour: Path
) -> None:
    before = answer(harbour, "watch", "list")
    refused = run(harbour, "watch", "add", *arguments)
    assert refused.exit_code == 1
    (line,) = refused.stderr.splitlines()
    assert reason in line
    assert answer(harbour, "watch", "list") == before


def test_a_watch_can_be_replaced_and_begins_anew(harbour: Path) -> None:
    text(harbour, "watch", "add", "dredging", "slipway", "--replace", "--from-start")
    assert all("slipway" in words.lower() for _, words in told(harbour))
    assert len(answer(harbour, "watch", "list")["watches"]) == 1


def test_a_watch_that_is_removed_leaves_nothing(harbour: Path) -> None:
    text(harbour, "watch", "remove", "dredging")
    assert answer(harbour, "watch", "list") == {"watches": []}
    assert "there are no watches yet" in text(harbour, "watch", "run")
    with Corpus.open(harbour) as corpus:
        assert not corpus.check()
        assert corpus._connection.execute("SELECT count(*) FROM watch_told").fetchone()[0] == 0


@pytest.mark.parametrize("arguments", [("run", "dues"), ("remove", "dues")])
def test_an_unknown_watch_is_named_with_those_that_there_are(arguments: tuple[str, ...], harbour: Path) -> None:
    refused = run(harbour, "watch", *arguments)
    assert refused.exit_code == 1
    assert refused.stderr == "minuted: there is no watch 'dues'; there are dredging\n"


def test_a_watch_that_is_not_understood_any_more_does_not_stop_the_others(harbour: Path) -> None:
    with Corpus.open(harbour) as corpus:
        corpus.add_watch("ago", Question(query="dredging", outcome="hushed up"), revision=0, told={})
    publish(harbour, june=JUNE)
    result = run(harbour, "watch", "run")
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert line.startswith("minuted: watch ago: ")
    assert "hushed up" in line
    assert "dredging: 2 new" in result.stdout
    assert told(harbour, "dredging") == []


# How it is told


def test_news_as_text_say_which_watch_what_and_where(harbour: Path) -> None:
    publish(harbour, june=JUNE)
    out = text(harbour, "watch", "run")
    assert out.startswith("dredging: 2 new · dredging --kind decision\n\n1. new · decision · approved · 5 Dredging")
    assert "the *dredging* of the inner basin be approved" in out
    assert "   Northmere Borough Council, Harbour Committee, 4 June 2024, minutes, line 9, june.txt\n" in out
    assert "   june.txt:9 · northmere-borough-council-harbour-committee-2024-06-04-minutes-" in out
    assert text(harbour, "watch", "run") == "dredging: nothing new · dredging --kind decision\n"
    assert text(harbour, "watch", "run", "--quiet") == ""


def test_characters_that_steer_a_terminal_are_written_out(harbour: Path) -> None:
    publish(harbour, june=JUNE.replace("Dredging of", "Dredg\x1b[31ming\x9b of").replace("be approved", "\x1b]0;be"))
    text(harbour, "watch", "add", "hostile", "basin OR \x1b2J\nbasin", "--from-start")
    for arguments in (("run",), ("list",)):
        out = text(harbour, "watch", *arguments)
        assert out.replace("\n", "").isprintable(), arguments


# Nothing is lost


def broken(_told: Round) -> None:
    raise OSError("no space left on device")


def broken_after_the_first(told: Round) -> None:
    next(told.news)
    raise BrokenPipeError


@pytest.mark.parametrize("publisher", [broken, broken_after_the_first])
def test_what_could_not_be_brought_out_is_told_again(publisher: Callable[[Round], None], harbour: Path) -> None:
    publish(harbour, june=JUNE)
    with pytest.raises(OSError, match=r"no space|^$"):
        run_watches(harbour, (), publisher)
    assert len(told(harbour)) == 2


def test_a_run_that_is_killed_while_it_prints_tells_all_again(harbour: Path, tmp_path: Path) -> None:
    publish(harbour, june=JUNE)
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from minuted.watching import run_watches\n"
        "def die(told):\n    print(len(next(told.news).found), flush=True)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "run_watches(Path(sys.argv[1]), (), die)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, str(harbour)], capture_output=True, text=True, check=False, env=_environment()
    )
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout == "2\n"
    assert len(told(harbour)) == 2


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_is_told_in_one_line_and_nothing_counts_as_told(harbour: Path) -> None:
    publish(harbour, june=JUNE)
    command = [sys.executable, "-m", "minuted", "--corpus", str(harbour), "watch", "run"]
    with Path("/dev/full").open("w") as full:
        failed = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=_environment()
        )
    assert failed.returncode != 0
    assert "No space left" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert len(told(harbour)) == 2


def test_two_runs_at_once_are_one_after_the_other(harbour: Path) -> None:
    publish(harbour, june=JUNE)
    meanwhile: list[int] = []

    def run_another(told: Round) -> None:
        assert [watch.count(News.NEW) for watch in told.news] == [2]
        another = run(harbour, "watch", "run")
        meanwhile.append(another.exit_code)
        assert f"(process {os.getpid()})" in another.stderr
        assert run(harbour, "watch", "run", "--keep").exit_code == 0, "who only looks disturbs nobody"

    run_watches(harbour, (), run_another)
    assert meanwhile == [1]
    assert told(harbour) == []


def test_watches_run_while_papers_are_ingested(harbour: Path) -> None:
    with Corpus.open(harbour) as corpus, corpus.run():
        assert told(harbour) == []


def test_watches_are_copied_with_the_corpus(harbour: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(harbour, tmp_path / "copy"))
    publish(copy, june=JUNE)
    assert len(told(copy)) == 2
    assert add_watch(copy, "more", Question(query="basin")).hits > 0
    assert told(harbour) == []
