"""Parts of a resolution: numbered, lettered or bulleted, inline, below or in cells; what follows is not drawn in."""

from __future__ import annotations

import pytest

from corpus.spans import Span
from extract.parts import inline_parts
from tests.papers_made import minutes


def parts(body: str) -> list[tuple[str | None, str]]:
    found = minutes(f"12. Dredging\n\n{body}\n").findings.decisions
    return [(decision.number, decision.text) for decision in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "RESOLVED:\n\n(1) That the report be noted;\n\n(2) That the tender of Saltway Marine be accepted.",
            [("1", "That the report be noted;"), ("2", "That the tender of Saltway Marine be accepted.")],
            id="bracketed numbers",
        ),
        pytest.param(
            "RESOLVED that:\n\na) the report be noted; and\n\nb) the quay wall be surveyed each spring.",
            [("a", "the report be noted; and"), ("b", "the quay wall be surveyed each spring.")],
            id="letters",
        ),
        pytest.param(
            "RESOLVED:\n\ni. That the report be noted.\n\nii. That the quay wall be surveyed.",
            [("i", "That the report be noted."), ("ii", "That the quay wall be surveyed.")],
            id="roman numbers",
        ),
        pytest.param(
            "RESOLVED: That\n\n• the report be noted;\n• the quay wall be surveyed.",
            [(None, "the report be noted;"), (None, "the quay wall be surveyed.")],
            id="bullets",
        ),
        pytest.param(
            "RESOLVED: That (1) the report be noted; (2) the tender be accepted; and (3) the Clerk be thanked.",
            [("1", "the report be noted;"), ("2", "the tender be accepted; and"), ("3", "the Clerk be thanked.")],
            id="inline",
        ),
        pytest.param(
            "The Committee RESOLVED to:\n\n(a) note the report;\n\n(b) approve the plan for the quay wall.",
            [("a", "note the report;"), ("b", "approve the plan for the quay wall.")],
            id="parts that complete the stem",
        ),
        pytest.param(
            "RESOLVED that the tender of Saltway Marine for the dredging of\nthe inner basin be accepted.",
            [(None, "that the tender of Saltway Marine for the dredging of the inner basin be accepted.")],
            id="broken over lines",
        ),
        pytest.param(
            "RESOLVED that the tender of Saltway Marine for the dredging of\n\nthe inner basin be accepted.",
            [(None, "that the tender of Saltway Marine for the dredging of the inner basin be accepted.")],
            id="broken over paragraphs",
        ),
        pytest.param(
            "RESOLVED: That\n\n(1) the report be noted; and\n\n(2) the survey be ordered.\n\n"
            "13. Fees\n\n(1) The Clerk spoke to the paper.",
            [("1", "the report be noted; and"), ("2", "the survey be ordered.")],
            id="the next item's list is its own",
        ),
        pytest.param(
            "RESOLVED that the survey be ordered.\n\nThe Engineer left the meeting.",
            [(None, "that the survey be ordered.")],
            id="a full stop ends it",
        ),
    ],
)
def test_parts_of_a_resolution(body: str, expected: list[tuple[str | None, str]]) -> None:
    assert parts(body) == expected


def test_parts_in_the_cells_of_a_table() -> None:
    found = minutes(
        "12.\tDredging\t\n\tRESOLVED:\t\n(1)\tthat the tender be accepted;\tIQ\n(2)\tthat the report be noted.\t\n"
    ).findings.decisions
    assert [(decision.number, decision.text) for decision in found] == [
        ("1", "that the tender be accepted;"),
        ("2", "that the report be noted."),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(1) note the report; (2) thank the Clerk", ["1", "2"]),
        ("that (a) the fee stands and (b) the rail is mended", ["a", "b"]),
        ("(i) note; (ii) approve", ["i", "ii"]),
        ("berths (12) to (14) be let", []),
        ("the fee (see paper 7) stands", []),
        ("", []),
    ],
)
def test_inline_parts_begin_at_the_first_number_or_letter(text: str, numbers: list[str]) -> None:
    assert [part.number for part in inline_parts(text, Span(0, len(text)))] == numbers


def test_a_long_word_costs_no_time() -> None:
    # Each of its letters could begin a word, for a pattern that doesn't ask where words end.
    assert len(parts(f"RESOLVED {'that' * 200}")) <= 1
