"""Keeps the links between findings in step with the documents on show, and what somebody says of two things by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import CorpusError
from corpus.findings import Findings
from corpus.links.model import WEAK, Link
from corpus.rows import DocumentRow
from corpus.store import Corpus
from corpus.vocabulary import LinkKind
from minuted.naming import Alternatives, PageNamed, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The ids of two things that somebody said something of."""

    start: str
    end: str


def bring_links_in_line(corpus: Corpus) -> None:
    """Link what changed; to be called in a run, when what became of recommendations is in line."""
    from search.linking.linker import LINKER

    corpus.join(LINKER)


def link_anew(corpus: Corpus) -> int:
    """Link all: how many links there are. Raises ``CorpusError`` while a run is going."""
    from search.linking.linker import LINKER

    corpus.join_anew(LINKER)
    return len(corpus.links())


def links_within(document: Document, findings: Findings) -> tuple[Link, ...]:
    """The links between what one document holds, told from it alone; weak ones are left out."""
    from search.linking.alone import links_within

    return tuple(link for link in links_within(document, findings) if link.score >= WEAK)


def link_by_hand(folder: Path, one: str, other: str, kind: LinkKind, why: str) -> Pair:
    """Link ``one`` with ``other`` (whatever `minuted show` takes) for good.

    Raises ``UnknownIdError``, ``UnknownNumberError``, and ``CorpusError`` where a link can't end there.
    """
    with Corpus.open(folder) as corpus:
        pair = Pair(start=_meant(corpus, one), end=_meant(corpus, other))
        corpus.link_by_hand(pair.start, pair.end, kind, why)
    return pair


def unlink_by_hand(folder: Path, one: str, other: str, why: str) -> Pair:
    """Break all links between ``one`` and ``other`` (whatever `minuted show` takes) for good; raises the same."""
    with Corpus.open(folder) as corpus:
        pair = Pair(start=_meant(corpus, one), end=_meant(corpus, other))
        corpus.unlink_by_hand(pair.start, pair.end, why)
    return pair


def _meant(corpus: Corpus, wanted: str) -> str:
    """The id of what ``wanted`` names; of a document that holds one paper, that one's."""
    found = named(corpus, wanted)
    if isinstance(found, Alternatives):
        ids = ", ".join(row.id for row in found.rows)
        raise CorpusError(f"{wanted} could be each of these; name one: {ids}")
    row = (found.shown if isinstance(found, PageNamed) else found).row
    if isinstance(row, DocumentRow) and (document := corpus.document(row.id)) is not None:
        if len(document.papers) == 1:
            return document.papers[0].id
        raise CorpusError(
            f"{wanted} holds {len(document.papers)} papers; name one, as `minuted show {row.id}` tells them"
        )
    return row.id
