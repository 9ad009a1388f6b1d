"""What can be done with hits: opening their page, citing them, handing them to a spreadsheet, asking again."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.samples import papers
from minuted.run import ingest
from tests.asking import answer, run, text

BATHS = ("search", '"Tannery Lane Baths"', "--kind", "decision")

MINUTES = """\
LITTLE MARL PARISH COUNCIL

Minutes of the meeting held on 7 May 2024 in the village hall

1. Allotments
The allotments were seen.

2. Allotment rents
The allotments on the marsh would earn 5 pounds. RESOLVED that the "low" rents,\tas they are, stand.

3. Allotment gates
The gate of the \u202eallotments was mended.
"""


@pytest.fixture
def marl(tmp_path: Path) -> Path:
    """A corpus of one plain text, which stands beside it in the folder `papers`, and in an archive there."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "may.txt").write_text(MINUTES)
    return ingested(tmp_path / "corpus", folder)


def ingested(corpus: Path, folder: Path) -> Path:
    for _ in ingest(corpus, [folder]):
        pass
    return corpus


@pytest.fixture
def viewer(tmp_path: Path) -> Path:
    """A program that writes down what it is handed, in the file `seen` beside it."""
    script = tmp_path / "viewer"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path / "seen"}"\n')
    script.chmod(0o755)
    return script


def opened(corpus: Path, viewer: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the whole command prints where ``viewer`` is what the system opens pages with."""
    command = (sys.executable, "-m", "minuted", "--corpus", str(corpus), "search", "--open", *arguments)
    environment = {**os.environ, "BROWSER": str(viewer)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("offset", [0, 2])
def test_the_page_of_a_hit_is_handed_to_the_viewer(sample_corpus: Path, viewer: Path, offset: int) -> None:
    hit = answer(sample_corpus, *BATHS, "--limit", "5")["hits"][offset]
    done = opened(sample_corpus, viewer, *BATHS[1:], "--offset", str(offset))
    (source,) = (path for path in papers() if path.name == hit["document"])
    assert (viewer.parent / "seen").read_text() == f"{source.as_uri()}#page={hit['page']}\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{source.as_uri()}#page={hit['page']}\n", "")


def test_a_text_has_no_pages_to_open(marl: Path, viewer: Path) -> None:
    opened(marl, viewer, "allotments")
    assert (viewer.parent / "seen").read_text() == (marl.parent / "papers" / "may.txt").as_uri() + "\n"


def test_without_a_viewer_it_is_said_where_the_page_is(sample_corpus: Path) -> None:
    done = opened(sample_corpus, Path("/bin/false"), *BATHS[1:])
    assert done.stdout.startswith("no viewer was found; open it yourself: file:///")


def test_what_is_not_there_any_more_or_is_another_file_is_one_clear_line(marl: Path, viewer: Path) -> None:
    paper = marl.parent / "papers" / "may.txt"
    paper.write_text("other words")
    changed = opened(marl, viewer, "allotments")
    paper.unlink()
    gone = opened(marl, viewer, "allotments")
    assert (changed.returncode, gone.returncode) == (1, 1)
    assert changed.stderr == f"minuted: may.txt: has changed since it was read ({paper}): run `minuted ingest` on it\n"
    assert gone.stderr == (
        f"minuted: may.txt: is no longer where it was read from ({paper}: No such file or directory)\n"
    )
    assert not (viewer.parent / "seen").exists()


def test_what_stands_in_an_archive_is_said_to(tmp_path: Path, viewer: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    with ZipFile(folder / "may.zip", "w") as archive:
        archive.writestr("may.txt", MINUTES)
    told = opened(ingested(tmp_path / "corpus", folder), viewer, "allotments")
    assert told.stderr == (
        f"minuted: may.zip!/may.txt: stands inside {folder / 'may.zip'}: take it out of there and open it yourself\n"
    )


def test_nothing_is_opened_where_nothing_is_found(sample_corpus: Path, viewer: Path) -> None:
    done = opened(sample_corpus, viewer, "zeppelin")
    assert "nothing was found for zeppelin" in done.stdout
    assert not (viewer.parent / "seen").exists()


CITATION = re.compile(
    r"“(?P<quote>[^\n]+)” \((?P<body>[^\n]+), (?P<date>\d+ \w+ \d{4}), [^\n]+, p\. \d+, [^\n]+#page=\d+\)"
)


def test_hits_are_cited_in_one_paragraph_each_with_all_that_finds_them_again(sample_corpus: Path) -> None:
    told = text(sample_corpus, *BATHS, "--cite", "--limit", "2")
    paragraphs = told.strip().split("\n\n")
    cited = [match for each in paragraphs if (match := CITATION.fullmatch(each))]
    assert len(cited) == len(paragraphs) > 2
    assert cited[0]["quote"] == "Tannery Lane Baths close to the public on 30 September 2024;"
    assert (cited[0]["body"], cited[0]["date"]) == ("Harrowmere Borough Council", "11 June 2024")
    assert "#page=1)" in paragraphs[0]
    first, *_ = answer(sample_corpus, *BATHS)["hits"]
    assert cited[0]["quote"] in " ".join(first["snippet"].split())


def test_a_quotation_is_the_sentence_that_was_found_with_nothing_that_steers_a_terminal(marl: Path) -> None:
    told = text(marl, "search", '"gate of the allotments"', "--cite", "--flat")
    assert "“The gate of the \\u202eallotments was mended.” (Little Marl Parish Council, 7 May 2024, minutes, " in told
    assert "\u202e" not in told
    assert told.rstrip().endswith("may.txt:11)")


def test_what_cites_an_index_that_is_behind_says_so(marl: Path) -> None:
    later = marl.parent / "papers" / "june.txt"
    later.write_text(MINUTES.replace("7 May", "4 June"))
    kept = marl.parent / "kept"
    shutil.copytree(marl / "index", kept)
    ingested(marl, later)
    shutil.rmtree(marl / "index")
    kept.rename(marl / "index")
    told = run(marl, "search", "allotments", "--cite")
    assert told.stderr == "note: the search index does not hold all of the corpus yet; run `minuted reindex`\n"
    assert "7 May 2024" in told.stdout


def test_rows_of_hits_are_read_back_and_hand_a_spreadsheet_no_formula(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / '=1+1, "may".txt').write_text(MINUTES)
    corpus = ingested(tmp_path / "corpus", folder)
    asked = ("search", "allotments")
    rows = list(csv.DictReader(io.StringIO(text(corpus, *asked, "--csv"), newline="")))
    hits = answer(corpus, *asked, "--flat")["hits"]
    assert [row["id"] for row in rows] == [hit["id"] for hit in hits]
    assert {row["document"] for row in rows} == {'\'=1+1, "may".txt'}
    for row, hit in zip(rows, hits, strict=True):
        assert row["snippet"].removeprefix("'") == hit["snippet"]
        assert float(row["score"]) == hit["score"]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (["tanery lane", "--kind", "decision"], "minuted search 'tannery lane' --kind decision"),
        (["closure tanery", "--body", "cabinet", "--until", "2024-06"],
         "minuted search 'closure tannery' --body cabinet --until 2024-06"),
        (['"Tanery Lane" OR title:tanery'], "minuted search '\"tannery Lane\" OR title:tannery'"),
        (["body:cabinett baths"], "minuted search 'body:cabinet baths'"),
        (["tannerylane"], "minuted search 'tannery lane'"),
        (["title:tannerylane"], "minuted search 'title:\"tannery lane\"'"),
        (["tanery", "--organisation", "o'hara & co"], None),
        (["tanery zeppelin"], None),
        (["zeppelin"], None),
    ],
)  # fmt: skip
def test_what_may_have_been_meant_is_a_command_that_finds_something(
    sample_corpus: Path, asked: list[str], meant: str | None
) -> None:
    told = [line for line in text(sample_corpus, "search", *asked).splitlines() if line.startswith("did you mean")]
    assert told == ([f"did you mean: {meant}"] if meant else [])
    if meant:
        again = answer(sample_corpus, "search", answer(sample_corpus, "search", *asked)["did_you_mean"], *asked[1:])
        assert again["total"]
