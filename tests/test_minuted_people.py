"""`minuted people`: one person with all that is known, and what is changed by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.filters import Filter
from corpus.findings import RuleId, Unresolved
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from tests.asking import answer, run


def most_named(corpus: Path) -> dict[str, Any]:
    row: dict[str, Any] = answer(corpus, "people", "--limit", "1")["people"][0]
    return row


def test_one_person_is_told_whole(sample_corpus: Path) -> None:
    person = most_named(sample_corpus)
    told = run(sample_corpus, "people", person["id"]).output
    for heading in ("roles", "attendance", "why one person", "named in"):
        assert f"\n{heading}\n" in told
    assert person["name"] in told
    profile = answer(sample_corpus, "show", person["id"])["profile"]
    assert {link["document"] for link in profile["links"]}
    assert all(link["reason"] for link in profile["links"])
    for record in profile["attended"]:
        there = record["present"] + record["in_attendance"] + record["apologies"]
        assert there + record["unlisted"] == record["meetings"]
        assert record["page"] >= 1


def test_several_people_are_listed(sample_corpus: Path) -> None:
    told = run(sample_corpus, "people", "a").output
    assert told.startswith("DOCUMENTS")
    assert "why one person" not in told


def test_two_are_made_one_and_two_again(copied_corpus: Path) -> None:
    one, other = (row["id"] for row in answer(copied_corpus, "people", "--limit", "2")["people"])
    merged = run(copied_corpus, "people", "merge", one, other)
    assert merged.exit_code == 0
    assert merged.output.endswith(f"are one person now: minuted people {one}\n")
    ids = [row["id"] for row in answer(copied_corpus, "people")["people"]]
    assert one in ids
    assert other not in ids
    assert "merged by hand on 2" in run(copied_corpus, "people", other).output
    assert answer(copied_corpus, "people", "split", one) == {"person": one, "apart": [other]}
    assert other in [row["id"] for row in answer(copied_corpus, "people")["people"]]
    again = run(copied_corpus, "people", "split", one)
    assert again.exit_code == 1
    assert "nobody was merged with" in again.output


def test_one_is_made_two_by_a_paper(copied_corpus: Path) -> None:
    person = most_named(copied_corpus)
    assert person["documents"] > 1
    told = answer(copied_corpus, "people", "split", person["id"], person["document_name"])
    rows = {row["id"]: row for row in answer(copied_corpus, "people")["people"]}
    assert rows[told["new"]]["documents"] == 1
    assert rows[person["id"]]["documents"] == person["documents"] - 1


def test_initials_of_nobody_are_told_with_those_whom_they_fit(copied_corpus: Path) -> None:
    with Corpus.open(copied_corpus) as corpus:
        (paper, *_) = corpus.documents(Filter(limit=1))
        document = corpus.document(paper.id)
        assert document is not None
        unresolved = tuple(
            Unresolved(span=Span(at, at + 2), as_written=document.text[at : at + 2], candidates=names, reason="why",
                       rule=RuleId("people.initials"))
            for at, names in ((0, ("Orla Tarn", "Owen Tarn")), (3, ()))
        )  # fmt: skip
        findings = replace(corpus.findings(paper.id), unresolved=unresolved)
        source = SourceFile(paper.location or "", 1, 1)
        corpus.add(document, findings, source=source, reader_version="1", ruleset_version="1")
        initials = document.text[:2]
    told = answer(copied_corpus, "people", "unresolved", initials)["unresolved"]
    assert [row["candidates"] for row in told] == [["Orla Tarn", "Owen Tarn"]]
    assert "could be Orla Tarn or Owen Tarn" in run(copied_corpus, "people", "unresolved", "owen tarn").output
    hinted = run(copied_corpus, "people", initials)
    assert f"“{initials}” is linked to nobody once: minuted people unresolved {initials}" in hinted.output


def test_help_tells_of_the_commands_below(sample_corpus: Path) -> None:
    told = run(sample_corpus, "people", "--help").output
    assert "merge" in told
    assert "split" in told
    assert "Usage: cli people merge" in run(sample_corpus, "people", "merge", "--help").output
    assert run(sample_corpus, "people", "merge", "x").exit_code == 2
    unknown = run(sample_corpus, "people", "merge", "x", "y")
    assert (unknown.exit_code, "has the id 'x'" in unknown.output) == (1, True)
