"""What must be true of every paper there is: spans quote, papers cover, sections nest, ids are unique.

The papers are no part of the project; where no folder `shared` stands beside it, these tests are skipped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import corpus.samples
from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.findings import Findings
from corpus.spans import Span
from extract.pipeline import find
from ingest.files import PAPER_SUFFIXES
from ingest.reader import read
from ingest.structure.build import build_document

SHARED = Path(__file__).resolve().parents[2] / "shared" / "papers"
REAL = sorted(path for path in SHARED.rglob("*") if path.suffix.lower() in PAPER_SUFFIXES)
PAPERS = [pytest.param(path, id=path.name) for path in [*corpus.samples.papers(), *REAL]] + (
    []
    if REAL
    else [pytest.param(None, id="real papers", marks=pytest.mark.skip(reason="no ../shared beside the project"))]
)


@lru_cache(maxsize=1)
def read_and_found(path: Path) -> tuple[Document, Findings]:
    data = path.read_bytes()
    try:
        reading = read(data, path.name)
    except UnreadableFileError as error:
        pytest.skip(f"can't be read, and says why: {error.reason}")
    document = build_document(reading, name=path.name, sha256=hashlib.sha256(data).hexdigest())
    return document, find(document)


@pytest.mark.parametrize("path", PAPERS)
def test_every_paper_is_sound(path: Path) -> None:
    document, findings = read_and_found(path)
    spans_lie_in_the_text(document, findings)
    quotes_are_exact(document, findings)
    pages_and_lines_ascend(document)
    papers_cover_the_text(document)
    sections_nest(document)
    ids_are_unique(document, findings)


def spans_lie_in_the_text(document: Document, findings: Findings) -> None:
    for span in [*spans_of(document), *spans_of_findings(findings)]:
        assert 0 <= span.start <= span.end <= len(document.text)
    for span in spans_of_findings(findings):
        assert document.quote(span).strip() == document.quote(span) != ""


def quotes_are_exact(document: Document, findings: Findings) -> None:
    for named in (*findings.people, *findings.organisations):
        assert named.mentions
        for mention in named.mentions:
            assert document.quote(mention.span) == mention.as_written
    for decision in findings.decisions:
        assert decision.text.split() == document.quote(decision.span).split()
    for block in document.blocks:
        if block.cells:
            assert document.quote(block.span) == "\t".join(document.quote(cell) for cell in block.cells)


def pages_and_lines_ascend(document: Document) -> None:
    assert document.page_starts[0] == 0
    assert list(document.page_starts) == sorted(document.page_starts)
    offsets = [mark.offset for mark in document.source_lines]
    assert offsets == sorted(offsets)
    assert all(one.span.end < other.span.start for one, other in pairwise(document.blocks))


def papers_cover_the_text(document: Document) -> None:
    spans = [paper.span for paper in document.papers]
    if not spans:
        assert document.text.strip() == ""
        return
    assert (spans[0].start, spans[-1].end) == (0, len(document.text))
    assert all(one.end + 1 == other.start for one, other in pairwise(spans))


def sections_nest(document: Document) -> None:
    papers = {paper.id: paper for paper in document.papers}
    sections = {section.id: section for section in document.sections}
    starts = [section.span.start for section in document.sections]
    assert starts == sorted(starts)
    for section in document.sections:
        assert papers[section.paper].span.contains(section.span)
        if section.parent:
            parent = sections[section.parent]
            assert parent.level < section.level
            assert parent.span.contains(section.span)


def ids_are_unique(document: Document, findings: Findings) -> None:
    parts = [*document.papers, *document.sections, *document.meetings]
    found = [
        *findings.people,
        *findings.organisations,
        *findings.recommendations,
        *findings.decisions,
        *findings.reported_decisions,
        *findings.actions,
    ]
    ids = [str(one.id) for one in (*parts, *found)]
    assert len(ids) == len(set(ids))
    assert all(one.startswith(document.id) for one in ids)


def spans_of(document: Document) -> Iterator[Span]:
    for part in (document.blocks, document.papers, document.sections, document.meetings, document.attendance):
        for one in part:
            yield one.span
    for paper in document.papers:
        for field in paper.fields:
            yield field.span


def spans_of_findings(findings: Findings) -> Iterator[Span]:
    for named in (*findings.people, *findings.organisations):
        for mention in named.mentions:
            yield mention.span
    for found in (*findings.recommendations, *findings.decisions, *findings.reported_decisions, *findings.actions):
        yield found.span
    for action in findings.actions:
        yield from action.also
