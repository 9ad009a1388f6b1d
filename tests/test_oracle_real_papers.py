"""The fast page reader says what pdfplumber says, on a sample of pages of real papers; on all: `oracle_report.py`.

The papers are no part of the project; where no folder `shared` stands beside it, these tests are skipped.
"""

from __future__ import annotations

import pytest

from tests.oracle_report import PAPERS, Comparison, compare, papers

# Every so manieth page, the first one included: some two hundred pages, which pdfplumber reads in half a minute.
_STEP = 4
_LONGEST_PAPER = 400
_WORD_FLOOR = 0.995
_FOUND_FLOOR, _SHAPE_FLOOR, _CELLS_FLOOR = 0.98, 0.97, 0.97


@pytest.fixture(scope="module")
def sample() -> Comparison:
    found = [path for path in papers([PAPERS]) if path.exists()]
    if not found:
        pytest.skip("no real papers in ../shared beside the project")
    comparison = Comparison()
    for path in found:
        compare(path, range(1, _LONGEST_PAPER, _STEP), comparison)
    return comparison


def test_words_are_those_of_pdfplumber(sample: Comparison) -> None:
    assert sample.fair.oracle_words > 0
    assert sample.fair.recall >= _WORD_FLOOR, sample.worst.most_common(5)
    assert sample.fair.precision >= _WORD_FLOOR, sample.worst.most_common(5)


def test_ruled_tables_are_those_of_pdfplumber(sample: Comparison) -> None:
    fair = sample.fair
    assert fair.found >= _FOUND_FLOOR * fair.tables > 0, sample.differences
    assert fair.same_shape >= _SHAPE_FLOOR * fair.found, sample.differences
    assert fair.equal_cells >= _CELLS_FLOOR * fair.cells, sample.differences
