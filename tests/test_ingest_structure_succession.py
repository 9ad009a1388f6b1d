"""Which printed numbers follow one another, and which decimals the others of a paper bear out."""

from __future__ import annotations

import pytest

from ingest.structure.numbering import printed_number
from ingest.structure.succession import Counter, counter, in_runs, steps, supported

STEPS: list[tuple[str, str, int | None]] = [
    # earlier, later, steps between them
    ("241. Parking", "242. Budget", 1),
    ("241. Parking", "243. Budget", 2),
    ("241. Parking", "241. Parking", 0),
    ("241. Parking", "248. Budget", None),
    ("242. Parking", "241. Budget", None),
    ("3 Parking", "4. Budget", 1),
    ("HWB9 MINUTES", "HWB10 BUDGET", 1),
    ("HWB9 MINUTES", "PB10 BUDGET", None),
    ("PB/21/39 Minutes", "PB/21/40 Budget", 1),
    ("GBP/2122/ 236: Minutes", "GBP/2122/237: Budget", 1),
    ("PB/21/39 Minutes", "PB/22/40 Budget", None),
    ("41/19 Minutes", "42/19 Budget", 1),
    ("41a/19 Minutes", "41b/19 Budget", 1),
    ("41b/19 Minutes", "42/19 Budget", 1),
    ("41/19 Minutes", "41b/19 Budget", None),
    ("4. Minutes", "4a. May", 1),
]


def number_of(line: str) -> Counter:
    number = printed_number(line)
    assert number is not None
    return counter(number)


@pytest.mark.parametrize(("earlier", "later", "expected"), STEPS, ids=[f"{a} > {b}" for a, b, _ in STEPS])
def test_steps_from_one_number_to_the_next(earlier: str, later: str, expected: int | None) -> None:
    assert steps(number_of(later), number_of(earlier)) == expected


@pytest.mark.parametrize(
    ("paths", "borne_out"),
    [
        ([(3,), (3, 1)], {(3,), (3, 1)}),
        ([(3, 4), (3, 5)], {(3, 4), (3, 5)}),
        ([(14, 60), (3,), (3, 1)], {(3,), (3, 1)}),
        ([(3,), (3, 7)], {(3,)}),
        ([(2, 5)], set()),
    ],
)
def test_decimals_that_others_bear_out(paths: list[tuple[int, ...]], borne_out: set[tuple[int, ...]]) -> None:
    assert supported(paths) == borne_out


@pytest.mark.parametrize(
    ("lines", "believed"),
    [
        (["43/19 Finance", "44/19 Planning"], ["43/19 Finance", "44/19 Planning"]),
        (["2021/22 Budget", "43/19 Finance"], []),
        (["41a/19 Finance", "41b/19 Planning"], ["41a/19 Finance", "41b/19 Planning"]),
        (["25/03/01 A", "25/03/02 B", "25/03/03 C"], ["25/03/01 A", "25/03/02 B", "25/03/03 C"]),
        (["25/03/01 A", "26/03/01 B", "27/03/01 C"], []),
        (["A1 Roads", "M2 Closed"], []),
        (["TC 101 A", "TC 102 B", "TC 103 C", "TC 110 D"], ["TC 101 A", "TC 102 B", "TC 103 C"]),
    ],
)
def test_numbers_that_only_their_run_makes_numbers(lines: list[str], believed: list[str]) -> None:
    kept = in_runs({at: number_of(line) for at, line in enumerate(lines)})
    assert [lines[at] for at in sorted(kept)] == believed
