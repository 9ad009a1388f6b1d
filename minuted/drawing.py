"""A page is drawn with what was seen on it: of a paper in the corpus, read again where it was, or of any PDF file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnknownPageError, UnreadableFileError
from corpus.rows import DocumentRow, OrganisationRow, PersonRow
from corpus.store import Corpus
from corpus.vocabulary import MediaType
from ingest.jobs import run_jobs
from ingest.pool import Limits, Outcome
from minuted.drawsteps import Drawing, DrawPage
from minuted.limits import ReadingLimits
from minuted.naming import Alternatives, PageNamed, named
from minuted.pageview import pages_of
from minuted.reading import PaperFile
from minuted.sourcefiles import file_of, is_web
from minuted.spool import spool
from minuted.writing import write_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDraw:
    """A page (1-based) and where its file may be; ``sha256`` is that of the bytes that are meant (``None``: any)."""

    name: str
    places: tuple[str, ...]
    sha256: str | None
    page: int


def to_draw(folder: Path, wanted: str, page: int | None) -> ToDraw | Alternatives:
    """The page that is meant: of the file at the path ``wanted``, or of what is so named in the corpus in ``folder``.

    Where no ``page`` is given it is the one that the thing begins on. Raises ``CorpusError``, ``UnknownIdError``,
    ``UnknownNumberError``, ``UnknownPageError``, and ``UnreadableFileError`` for what has no pages.
    """
    if os.path.isfile(wanted):  # noqa: PTH113 - Path.is_file raises for a name that is too long to be one
        return ToDraw(name=wanted, places=(wanted,), sha256=None, page=page or 1)
    with Corpus.open(folder) as corpus:
        found = named(corpus, wanted)
        if isinstance(found, Alternatives):
            return found
        if isinstance(found, PageNamed):
            page, found = page or found.page, found.shown
        row = found.row
        if isinstance(row, PersonRow | OrganisationRow):
            raise UnknownPageError(row.id, page or 1, range(0))
        document = corpus.document(row.id if isinstance(row, DocumentRow) else row.document)
        assert document is not None, "what is shown is stored"
        if document.media_type is not MediaType.PDF:
            raise UnreadableFileError(document.name, "is no PDF file, so there is no page of it to draw")
        pages = pages_of(document, row)
        page = page or pages[0]
        if page not in pages:
            raise UnknownPageError(row.id, page, pages)
        return ToDraw(name=document.name, places=corpus.locations(document.id), sha256=document.sha256, page=page)


def draw_page(wanted: ToDraw, out: Path, limits: ReadingLimits) -> Drawing:
    """Write the picture of a page to ``out``, as a whole or not at all.

    Raises ``UnreadableFileError`` where its file is gone, has changed, or can't be read within ``limits``, and
    ``OSError`` where ``out`` can't be written.
    """
    reasons: list[str] = []
    for place in wanted.places:
        drawn = _drawn(place, wanted, limits)
        if isinstance(drawn, Drawing):
            with write_aside(out) as aside:
                aside.write_bytes(drawn.picture)
            return drawn
        reasons.append(drawn)
    gone = "no source holds these bytes any more; draw the file itself, where you have it: `minuted show FILE`"
    raise UnreadableFileError(wanted.name, "; ".join(reasons) or gone)


def _drawn(place: str, wanted: ToDraw, limits: ReadingLimits) -> Drawing | str:
    """The page as the file at ``place`` has it; why not, where it can't be drawn."""
    if is_web(place):
        return f"was read from {place}: save it as a file and draw that"
    path, member = file_of(place)
    if not path.is_file():
        return f"is no longer where it was read from ({path})"
    with spool() as folder:
        step = DrawPage(
            file=PaperFile.at(path),
            member=member,
            sha256=wanted.sha256,
            page=wanted.page,
            spool=folder,
            limits=limits,
        )
        (outcome,) = _outcomes(step, limits)
    if isinstance(outcome.result, Drawing):
        return outcome.result
    return (outcome.failure or "gave no result").removeprefix(f"{step.file.name}: ")


def _outcomes(step: DrawPage, limits: ReadingLimits) -> Iterator[Outcome[DrawPage, Drawing]]:
    bounds = Limits(processes=limits.processes, memory_bytes=limits.memory_bytes)
    with closing(run_jobs([step], bounds)) as told:
        yield from (news for news in told if isinstance(news, Outcome))
