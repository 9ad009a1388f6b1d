"""`minuted organisations`: one body with all that is known, and what its names mean by hand."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from corpus.opening import DATABASE_NAME
from tests.asking import answer, run


def bodies(corpus: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in answer(corpus, "organisations", *arguments)["organisations"]}


def publisher(corpus: Path) -> str:
    """The id of the body that most papers are of."""
    rows = answer(corpus, "organisations")["organisations"]
    return next(str(row["id"]) for row in rows if row["kind"] == "council")


def test_one_body_is_told_whole(sample_corpus: Path) -> None:
    council = publisher(sample_corpus)
    told = run(sample_corpus, "organisations", council).output
    for heading in ("boards and committees", "roles held", "papers", "decisions", "why one body", "named in"):
        assert f"\n{heading}\n" in told
    assert "\n  met " in told
    assert run(sample_corpus, "show", council).output == told
    profile = answer(sample_corpus, "show", council)["profile"]
    assert profile["decisions"]
    assert all(row["page"] >= 1 for row in profile["decisions"])
    dates = [row["date"] for row in profile["decisions"] if row["date"]]
    assert dates == sorted(dates, reverse=True)
    assert all(board["id"].startswith(f"{council}/") for board in profile["boards"])
    assert all(link["reason"] for link in profile["links"])


def test_several_bodies_are_listed(sample_corpus: Path) -> None:
    told = run(sample_corpus, "organisations", "c").output
    assert told.startswith("DOCUMENTS")
    assert "why one body" not in told


def test_the_very_name_of_one_body_tells_of_it_though_others_have_it_in_theirs(copied_corpus: Path) -> None:
    council = publisher(copied_corpus)
    name = bodies(copied_corpus)[council]["name"]
    told = run(copied_corpus, "organisations", name)
    assert "why one body" in told.output


def test_a_name_means_a_body_by_hand_until_that_is_removed(copied_corpus: Path) -> None:
    council = publisher(copied_corpus)
    rows = bodies(copied_corpus)
    other = next(row for row in rows.values() if row["id"] != council and "/" not in row["id"])
    done = run(copied_corpus, "organisations", "alias", other["name"], council)
    assert done.exit_code == 0, done.output
    assert f"means {council}; " in done.output
    assert other["id"] not in bodies(copied_corpus)
    assert "means this body · said on" in run(copied_corpus, "organisations", council).output
    undone = answer(copied_corpus, "organisations", "alias", "--remove", other["name"])
    assert (undone["removed"], undone["body"], undone["in"]) == (True, council, None)
    assert bodies(copied_corpus) == rows


def test_two_are_made_one_and_two_again(copied_corpus: Path) -> None:
    one, other = list(bodies(copied_corpus))[:2]
    merged = run(copied_corpus, "organisations", "merge", one, other)
    assert merged.output.endswith(f"are one body now: minuted organisations {one}\n")
    assert other not in bodies(copied_corpus)
    assert "merged by hand on 2" in run(copied_corpus, "organisations", other).output
    assert answer(copied_corpus, "organisations", "split", one) == {"body": one, "apart": [other]}
    assert other in bodies(copied_corpus)
    assert "nothing was merged with" in run(copied_corpus, "organisations", "split", one).output


def test_help_tells_of_the_commands_below(sample_corpus: Path) -> None:
    told = run(sample_corpus, "organisations", "--help").output
    assert all(name in told for name in ("alias", "merge", "split"))
    assert run(sample_corpus, "organisations", "alias", "x").exit_code == 2
    assert run(sample_corpus, "organisations", "alias", "--remove", "x", "y").exit_code == 2
    unknown = run(sample_corpus, "organisations", "alias", "x", "no such body")
    assert (unknown.exit_code, "no paper names a body no such body" in unknown.output) == (1, True)


def test_doctor_says_when_links_are_behind(copied_corpus: Path) -> None:
    assert "not linked" not in run(copied_corpus, "doctor").output
    with sqlite3.connect(copied_corpus / DATABASE_NAME) as database:
        database.execute("UPDATE registry_states SET version = 'older' WHERE registry = 'bodies'")
    database.close()
    assert "not linked over all documents" in run(copied_corpus, "doctor").output
