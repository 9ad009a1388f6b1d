"""The sample corpus: papers of a borough council and an NHS board that do not exist, written for Minuted.

``papers`` holds the papers as a reader would get them, ``truth`` what stands in them; both are made from ``sources`` by
``python -m corpus.samples.make`` and committed, so that nothing has to be rendered where Minuted is installed.
"""

from __future__ import annotations

from pathlib import Path

_PAPERS = Path(__file__).parent / "papers"


def papers() -> tuple[Path, ...]:
    """The sample papers (PDF, DOCX, HTML, text), ordered by file name."""
    return tuple(sorted(path for path in _PAPERS.iterdir() if path.is_file()))
