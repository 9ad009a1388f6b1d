"""Somebody who has nothing but `--help`: its examples run, and find what they say."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.filters import Filter
from corpus.rows import SectionRow
from corpus.store import Corpus
from minuted.cli import cli
from tests.asking import answer, run

PHRASE = "tannery lane baths"


def help_of(*command: str) -> str:
    return CliRunner().invoke(cli, [*command, "--help"], terminal_width=200).output


def examples(*command: str) -> list[str]:
    """The command lines that ask something in the help of ``command``."""
    lines = (line.partition(":    ")[2] or line for line in help_of(*command).splitlines())
    asked = [line.strip() for line in lines]
    return [line for line in asked if line.startswith(("minuted search ", "minuted timeline "))]


ALL = list(dict.fromkeys([*examples(), *examples("search"), *examples("timeline")]))


def test_the_help_of_search_has_examples() -> None:
    assert len(examples()) >= 3
    assert len(examples("search")) >= 6
    assert len(examples("timeline")) >= 2


@pytest.mark.parametrize("line", ALL)
def test_examples_find_something_in_the_sample_corpus(
    sample_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)  # some write a file
    _minuted, *arguments = shlex.split(line.partition(" > ")[0])
    done = run(sample_corpus, *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout
    assert "nothing was found" not in done.stdout
    assert "\n0 events" not in done.stdout


def test_all_decisions_of_one_board_in_one_year_that_mention_a_phrase_are_found(sample_corpus: Path) -> None:
    (line,) = [line for line in examples("search") if "--until" in line]
    _minuted, *arguments = shlex.split(line)
    told = answer(sample_corpus, *arguments, "--limit", "100")
    assert {hit["id"] for hit in told["hits"]} == set(mentioning(sample_corpus, "cabinet", "2024"))
    assert told["total"] == len(told["hits"]) > 5


def mentioning(corpus: Path, body: str, year: str) -> Iterator[str]:
    """The ids of decisions that hold the phrase or stand below a heading that does, found without the index."""
    with Corpus.open(corpus) as opened:
        for row in opened.decisions(Filter(body=body, since=year, until=year)):
            section = opened.show(row.section).row if row.section else None
            heading = section.heading if isinstance(section, SectionRow) else None
            if PHRASE in " ".join(filter(None, (row.text, row.stem, heading))).lower():
                yield row.id


def test_what_is_not_all_says_how_to_have_all(sample_corpus: Path) -> None:
    asked = ("search", "--kind", "decision", "--flat")
    *_, last = run(sample_corpus, *asked).stdout.splitlines()
    assert "; --offset 10 goes on, --limit " in last
    everything = last.rpartition("--limit ")[2].split()[0]
    *_, last = run(sample_corpus, *asked, "--limit", everything).stdout.splitlines()
    assert last == f"places 1 to {everything} of {everything} places"


def test_rows_are_all_places_unless_fewer_are_asked_for(sample_corpus: Path) -> None:
    total = answer(sample_corpus, "search", "report")["total"]
    assert run(sample_corpus, "search", "report", "--csv").stdout.count(".pdf#page=") > 30
    rows = run(sample_corpus, "search", "report", "--csv", "--limit", "3").stdout
    assert total > 30
    assert len(rows.splitlines()) == 4


def test_a_board_that_is_not_there_says_where_boards_are_listed(sample_corpus: Path) -> None:
    told = run(sample_corpus, "search", '"tannery lane"', "--body", "harbour board").stdout
    assert "; `minuted coverage` tells which boards met when" in told
    assert "Cabinet" in run(sample_corpus, "meetings").stdout


def test_a_phrase_in_quotes_is_found_by_lists_too(sample_corpus: Path) -> None:
    quoted = answer(sample_corpus, "decisions", f'"{PHRASE}"')
    assert quoted["decisions"]
    assert quoted == answer(sample_corpus, "decisions", PHRASE)
