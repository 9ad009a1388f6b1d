"""`minuted link` and `minuted unlink`, and what `show` and `export` tell of links."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from held_made import EARLIER, MINUTES, REPORT, held

from corpus.store import Corpus
from minuted.cli import cli


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return held(tmp_path, report=REPORT, minutes=MINUTES, earlier=EARLIER)


def run(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--corpus", str(corpus), *arguments])


def decisions(corpus: Path, document: str) -> list[str]:
    with Corpus.open(corpus) as opened:
        return sorted(row.id for row in opened.decisions() if row.document_name == document)


def test_a_link_by_hand_is_shown_as_a_persons(corpus: Path) -> None:
    (earlier,), later = decisions(corpus, "earlier.txt"), decisions(corpus, "minutes.txt")[0]
    done = run(corpus, "link", later, earlier, "--kind", "amends", "--why", "the basin takes in the slipway")
    assert done.exit_code == 0, done.output
    assert "linked" in done.output
    shown = run(corpus, "show", earlier).output
    assert "amended by" in shown
    assert "the basin takes in the slipway" in shown
    assert "by hand" in shown
    (told,) = [link for link in json.loads(run(corpus, "show", later, "--json").output)["links"] if link["by_hand"]]
    assert (told["kind"], told["from_id"], told["to_id"]) == ("amends", later, earlier)
    assert run(corpus, "unlink", earlier, later).exit_code == 0
    assert "slipway is part" not in run(corpus, "show", earlier).output
    assert "by hand" not in run(corpus, "show", earlier).output


def test_things_are_named_as_show_takes_them(corpus: Path) -> None:
    done = run(corpus, "link", "minutes.txt", "earlier.txt#4", "--why", "the same harbour", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert told["kind"] == "same_matter"
    assert told["from"].endswith("/p1")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("link", "nothing-there", "minutes.txt", "--why", "x"), "nothing-there"),
        (("link", "minutes.txt", "minutes.txt", "--why", "x"), "itself"),
        (("unlink", "minutes.txt", "nowhere/d1"), "nowhere/d1"),
    ],
)
def test_what_can_not_be_linked_is_said_in_one_line(corpus: Path, arguments: tuple[str, ...], message: str) -> None:
    failed = run(corpus, *arguments)
    assert failed.exit_code == 1
    assert message in failed.output
    assert failed.output.count("\n") == 1


def test_export_holds_the_links(corpus: Path, tmp_path: Path) -> None:
    assert run(corpus, "export", "--format", "json", "--out", str(tmp_path / "out")).exit_code == 0
    rows = json.loads((tmp_path / "out" / "links.json").read_text())
    assert {"recommends->decides", "reports"} <= {row["kind"] for row in rows}
    assert all(row["reason"] and row["from_quote"] and row["to_quote"] and 0 < row["score"] <= 1 for row in rows)
