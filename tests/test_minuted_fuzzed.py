"""Papers damaged at random never take down a run; ``fuzz_readers.py`` runs as many more as one likes."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz_readers import damaged, fuzz

# Another seed each time would find more, and would fail for whoever happens to run it.
_SEED = 3
_COUNT = 250


def test_damaged_papers_have_one_outcome_each_and_no_fault(tmp_path: Path) -> None:
    tally = fuzz(_SEED, _COUNT, tmp_path)
    assert tally.faults == ()
    # Nearly all are still papers, or the damage would end at the front door.
    assert tally.kinds["read"] > _COUNT / 2


def test_the_same_seed_makes_the_same_papers(tmp_path: Path) -> None:
    assert list(damaged(1, 20, tmp_path)) == list(damaged(1, 20, tmp_path))
