"""Looks whether a corpus is sound and whole, for `minuted doctor`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexUnavailableError
from corpus.rows import Counts, FailureRow, PageReadRow, RunRow
from corpus.store import Corpus

TOOLS = {"tesseract": "reads scanned pages; without it they stay unread"}
"""Programs that are used where they are there, and what for."""


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something wrong that needs mending, and how to mend it."""

    what: str
    mend: str


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


def examine(folder: Path) -> Report:
    """Check the corpus in ``folder``, reading all of it; raises ``CorpusError`` where there is none."""
    with Corpus.open(folder) as corpus:
        index, ailments = _index(corpus)
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
            ailments=(*stored, *_links(corpus), *_fates(corpus), *ailments, *_broken_off(runs)),
            failures=corpus.failures(),
            page_reads=corpus.page_reads(),
            last_run=runs[0] if runs else None,
            index=index,
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


def _index(corpus: Corpus) -> tuple[str, tuple[Ailment, ...]]:
    from search.index import Index

    try:
        index = Index.open(corpus.folder)
    except IndexUnavailableError as error:
        return "missing", (Ailment(str(error), "run `minuted reindex`"),)
    state = f"{index.generation}, {index.count} entries"
    if index.revision != corpus.revision:
        behind = Ailment("the search index does not hold what the corpus holds", "run `minuted reindex`")
        return f"{state}, out of step with the corpus", (behind,)
    return f"{state}, in step with the corpus", ()


def _broken_off(runs: tuple[RunRow, ...]) -> tuple[Ailment, ...]:
    if not runs or runs[0].finished_at is not None:
        return ()
    what = f"the last run, begun {runs[0].started_at}, was broken off or is still going on"
    return (Ailment(what, f"when nothing is running: minuted ingest {runs[0].arguments}"),)
