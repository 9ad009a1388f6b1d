"""The scorer for whole decisions: what is found, what is complete, and what is told of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.decisions_score import by_body, score, score_all

MEETINGS = [
    {"id": "m1", "body": "Harbour Committee", "date": "2031-05-06"},
    {"id": "m2", "body": "Harbour Committee", "date": "2031-07-01"},
]


def decision(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "item": "7", "outcome": "approved", "meeting": "m1", "page": 2, **more}


GOLD = {"meetings": MEETINGS, "decisions": [decision("That the quay be repaired before the winter.")]}


@pytest.mark.parametrize(
    ("said", "found", "complete"),
    [
        (decision("the quay be repaired before the winter"), 1, 1),
        (decision("that the quay be repaired before the winter", item="(7)."), 1, 1),
        (decision("that the quay be repaired before the winter", outcome="agreed"), 1, 0),
        (decision("that the quay be repaired before the winter", item="8"), 1, 0),
        (decision("that the quay be repaired before the winter", meeting="m2"), 1, 0),
        (decision("that the quay be repaired before the winter", meeting=None), 1, 0),
        (decision("that the quay be repaired before the winter", page=9), 0, 0),
        (decision("that the ferry be sold"), 0, 0),
    ],
)
def test_what_is_found_and_what_is_complete(said: dict[str, Any], found: int, complete: int) -> None:
    result = score(GOLD, {"meetings": MEETINGS, "decisions": [said]})
    assert (result.gold, result.said, result.found, result.complete) == (1, 1, found, complete)
    assert len(result.wrong) == found - complete
    assert result.f1 == complete
    assert result.found_f1 == found


def test_one_decision_answers_for_one_annotation() -> None:
    twice = {**GOLD, "decisions": GOLD["decisions"] * 2}
    result = score(twice, GOLD)
    assert (result.gold, result.said, result.complete) == (2, 1, 1)
    assert result.f1 == pytest.approx(2 / 3)


def test_what_is_not_annotated_does_not_count() -> None:
    bare = {"meetings": [], "decisions": [decision("That the quay be repaired", item=None, meeting=None)]}
    assert score(bare, {"decisions": [decision("That the quay be repaired", item="9")]}).complete == 1


def test_bodies_are_told_by_the_folder_of_their_papers(tmp_path: Path) -> None:
    for name, source in {"a": "pdf/mere/a.pdf", "b": "pdf/mere/b.pdf", "c": "seeds/c.txt"}.items():
        for side in ("gold", "said"):
            (tmp_path / side).mkdir(exist_ok=True)
            (tmp_path / side / f"{name}.json").write_text(json.dumps({**GOLD, "source": source}))
    (tmp_path / "said" / "b.json").unlink()
    scores = by_body(tmp_path / "gold", tmp_path / "said")
    assert {body: (one.gold, one.complete) for body, one in scores.items()} == {"mere": (2, 1), "c": (1, 1)}
    assert score_all(tmp_path / "gold", tmp_path / "said").gold == 3
