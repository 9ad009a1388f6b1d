"""Boxes to tick on front sheets."""

from __future__ import annotations

import pytest

from ingest.structure.tickboxes import ticked


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        (["☒ Decision ☐ Assurance ☐ Information"], "Decision"),
        (["Decision ☒ Assurance ☐ Information ☑"], "Decision, Information"),
        (["Yes ☐ No ☒"], "No"),
        (["[x] Approval [ ] Noting"], "Approval"),
        (["Decision", "X", "Assurance", "Information"], "Decision"),
        (["☐ Decision", "☒ Assurance", "☐ Information"], "Assurance"),
        (["Approval ☐", "Discussion ✓"], "Discussion"),
        (["☐ Decision ☐ Assurance"], ""),
        (["For decision"], None),
        (["Terminal X and the quay"], None),
        (["X"], None),
        ([], None),
    ],
)
def test_what_is_ticked(told: list[str], chosen: str | None) -> None:
    assert ticked(told) == chosen
