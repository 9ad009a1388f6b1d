"""Looks whether a corpus is sound and whole, for `minuted doctor`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from corpus.rows import Counts, FailureRow, PageReadRow, RunRow
from corpus.store import Corpus
from minuted.ailments import Ailment
from minuted.indexcheck import examine_index
from minuted.tracking import Track, untracked

TOOLS = {"tesseract": "reads scanned pages; without it they stay unread"}
"""Programs that are used where they are there, and what for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a corpus stands; ``index`` says in words how the search index does, ``tools`` where each tool is.

    ``page_reads`` are the pages that were not read from a sound text layer.
    """

    folder: Path
    counts: Counts
    ailments: tuple[Ailment, ...]
    failures: tuple[FailureRow, ...]
    page_reads: tuple[PageReadRow, ...]
    last_run: RunRow | None
    index: str
    tools: dict[str, str | None]


def examine(folder: Path, track: Track = untracked) -> Report:
    """Check the corpus in ``folder``, reading all of it; raises ``CorpusError`` where there is none."""
    with Corpus.open(folder) as corpus:
        index = examine_index(corpus, track)
        stored = tuple(
            Ailment(
                f"{problem.kind} of {problem.subject}: {problem.message}",
                "move the corpus folder away and ingest the papers again",
            )
            for problem in corpus.check()
        )
        runs = corpus.runs()
        return Report(
            folder=folder,
            counts=corpus.counts(),
            ailments=(*stored, *_links(corpus), *_fates(corpus), *index.ailments, *_broken_off(corpus, runs)),
            failures=corpus.failures(),
            page_reads=corpus.page_reads(),
            last_run=runs[0] if runs else None,
            index=index.state,
            tools={tool: shutil.which(tool) for tool in TOOLS},
        )


def _links(corpus: Corpus) -> tuple[Ailment, ...]:
    if corpus.is_linked:
        return ()
    what = "people and organisations are not linked over all documents, or by rules of an older Minuted"
    return (Ailment(what, "run `minuted ingest` on any paper: every run links what is behind"),)


def _fates(corpus: Corpus) -> tuple[Ailment, ...]:
    if corpus.is_aligned:
        return ()
    what = "recommendations and reported decisions are not compared with all minutes, or by rules of an older Minuted"
    return (Ailment(what, "run `minuted reindex`"),)


def _broken_off(corpus: Corpus, runs: tuple[RunRow, ...]) -> tuple[Ailment, ...]:
    if not runs or runs[0].finished_at is not None or corpus.is_running:
        return ()
    return (
        Ailment(f"the last run, begun {runs[0].started_at}, was broken off", f"run minuted ingest {runs[0].arguments}"),
    )
