"""What is asked of an organisation is answered for those whose work it took over as well, and the answer says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from minuted.run import ingest
from tests.asking import answer, run

ICB = "NHS Cheshire and Merseyside ICB"

CCG_MINUTES = """# NHS Halton Clinical Commissioning Group

## Governing Body

Minutes of the meeting held on 6 May 2021

Present: Dr Orla Tarn (Chair), Ines Quill (Chief Nurse)

1. Walk-in centre

RESOLVED that the walk-in centre be moved to the harbour.
"""
ICB_MINUTES = """# NHS Cheshire and Merseyside Integrated Care Board

## Board

Minutes of the meeting held on 4 May 2023

Present: Ines Quill (Chair)

1. Walk-in centre

RESOLVED that the walk-in centre at the harbour be kept.
"""
OTHER_MINUTES = """# Northmere District Council

## Cabinet

Minutes of the meeting held on 4 May 2023

Present: Councillor Piet Wren (Chair)

1. Walk-in centre

RESOLVED that the walk-in centre be welcomed.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("succession")
    papers = folder / "papers"
    papers.mkdir()
    for name, text in (("ccg", CCG_MINUTES), ("icb", ICB_MINUTES), ("other", OTHER_MINUTES)):
        (papers / f"{name}.md").write_text(text, encoding="utf-8")
    for _ in ingest(folder / "corpus", [papers]):
        pass
    return folder / "corpus"


COMMANDS = [
    (("decisions",), "decisions", "document_name"),
    (("meetings",), "meetings", "document_name"),
    (("papers",), "papers", "document_name"),
    (("search", "walk-in", "--kind", "decision"), "hits", "document"),
    (("timeline", "walk-in centre"), "events", "document"),
]


@pytest.mark.parametrize(("command", "kind", "named"), COMMANDS, ids=[command[0] for command, _, _ in COMMANDS])
def test_those_before_are_told_of_and_can_be_left_out(
    corpus: Path, command: tuple[str, ...], kind: str, named: str
) -> None:
    told = answer(corpus, *command, "--organisation", ICB)
    assert {row[named] for row in told[kind]} == {"ccg.md", "icb.md"}
    assert [(body["id"], body["ended"]) for body in told["came_before"]] == [("nhs-halton-ccg", "2022-07-01")]
    alone = answer(corpus, *command, "--organisation", ICB, "--exactly")
    assert {row[named] for row in alone[kind]} == {"icb.md"}
    assert "came_before" not in alone
    words = run(corpus, *command, "--organisation", ICB)
    assert words.stderr.startswith("note: also of what came before it, which --exactly leaves out: NHS Halton CCG")
    assert "note:" not in run(corpus, *command, "--organisation", "NHS Halton CCG").stderr


def test_a_name_by_hand_narrows_lists_and_searches(corpus: Path) -> None:
    assert not answer(corpus, "decisions", "--organisation", "the Harbour Board")["decisions"]
    run(corpus, "organisations", "alias", "the Harbour Board", "nhs-halton-ccg")
    for command, kind, named in COMMANDS:
        told = answer(corpus, *command, "--organisation", "the Harbour Board")
        assert {row[named] for row in told[kind]} == {"ccg.md"}


def test_a_body_that_no_paper_names_is_told_by_those_before_it(tmp_path: Path) -> None:
    (tmp_path / "ccg.md").write_text(CCG_MINUTES, encoding="utf-8")
    for _ in ingest(tmp_path / "corpus", [tmp_path / "ccg.md"]):
        pass
    told = run(tmp_path / "corpus", "organisations", ICB)
    assert told.stderr == "papers tell of what came before it: nhs-halton-ccg\n"


def test_coverage_tells_of_those_before_each_under_its_own_name(corpus: Path) -> None:
    told = answer(corpus, "coverage", "--organisation", ICB)
    held = {paper["document"] for body in told["bodies"] for meeting in body["meetings"] for paper in meeting["held"]}
    assert held == {"ccg.md", "icb.md"}
    assert len(told["bodies"]) == 2
    assert [body["id"] for body in told["came_before"]] == ["nhs-halton-ccg"]
    alone = answer(corpus, "coverage", "--organisation", ICB, "--exactly")
    assert [paper["document"] for body in alone["bodies"] for each in body["meetings"] for paper in each["held"]] == [
        "icb.md"
    ]
