"""One thing of the corpus with all that belongs to it, as `minuted show` gives it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.document import Field
from corpus.filters import Filter
from corpus.rows import (
    ActionRow,
    AttendanceRow,
    DecisionRow,
    DocumentRow,
    MeetingRow,
    PaperRow,
    RecommendationRow,
    SectionRow,
    Shown,
    ShownKind,
)
from corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The thing itself, where its file is, and its parts: those that a thing of its kind does not have are empty."""

    shown: Shown
    location: str | None = None
    papers: tuple[PaperRow, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()


def look_up(folder: Path, wanted: str) -> Detail:
    """What has the id ``wanted``; raises ``CorpusError`` and ``UnknownIdError``."""
    with Corpus.open(folder) as corpus:
        shown = corpus.show(wanted)
        match shown.kind:
            case ShownKind.DOCUMENT:
                location = shown.row.location if isinstance(shown.row, DocumentRow) else None
                return Detail(shown=shown, location=location, papers=corpus.papers(Filter(document=wanted)))
            case ShownKind.PAPER:
                return _paper(corpus, shown)
            case ShownKind.MEETING:
                return _meeting(corpus, shown)
            case _:
                return Detail(shown=shown, location=_location(corpus, shown.evidence[0].document))


def _paper(corpus: Corpus, shown: Shown) -> Detail:
    row = shown.row
    assert isinstance(row, PaperRow), "a paper is shown by its row"
    of_paper = Filter(paper=row.id)
    document = corpus.document(row.document)
    papers = document.papers if document else ()
    return Detail(
        shown=shown,
        location=_location(corpus, row.document),
        fields=next((paper.fields for paper in papers if paper.id == row.id), ()),
        sections=corpus.sections(row.id),
        meetings=corpus.meetings(of_paper),
        recommendations=corpus.recommendations(of_paper),
        decisions=corpus.decisions(of_paper),
        actions=corpus.actions(of_paper),
    )


def _meeting(corpus: Corpus, shown: Shown) -> Detail:
    row = shown.row
    assert isinstance(row, MeetingRow), "a meeting is shown by its row"
    of_meeting = Filter(meeting=row.id)
    return Detail(
        shown=shown,
        location=_location(corpus, row.document),
        attendance=corpus.attendance(row.id),
        decisions=corpus.decisions(of_meeting),
        actions=corpus.actions(of_meeting),
    )


def _location(corpus: Corpus, document: str) -> str | None:
    rows = corpus.documents(Filter(document=document, limit=1))
    return rows[0].location if rows else None
