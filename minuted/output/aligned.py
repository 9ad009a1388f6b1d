"""Recommendations beside what was resolved on them: as a list, and below a finding that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.alignment.model import Wording, WordingKind
from corpus.alignment.rows import AlignedRow, CheckRow
from corpus.findingrows import RecommendationRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.looking import Detail
from minuted.options import ListRequest
from minuted.output.citation import joined, long_date, one_line, place
from minuted.output.lines import Line, Stretch
from minuted.output.parts import show_parts
from minuted.settings import Settings

_MARKS = {WordingKind.KEPT: "", WordingKind.WENT: "-", WordingKind.CAME: "+"}
_STYLES = {WordingKind.KEPT: "", WordingKind.WENT: "red strike", WordingKind.CAME: "green bold"}


def show_aligned(settings: Settings, request: ListRequest, kind: str) -> None:
    """Print the recommendations that ``request`` asks for, ``kind`` being what they are called, with their fates."""
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.aligned(request.filter)
        request = with_before(corpus, request)
        changes = corpus.wordings(row.id for row in rows)
    show_list(request, kind, rows, ("DATE", "FATE", "RECOMMENDED"), lambda row: _line(row, changes))


def show_compared(detail: Detail) -> None:
    """Print what became of a recommendation, what a decision was asked for, whether minutes bear out what is told."""
    if isinstance(detail.shown.row, RecommendationRow):
        for row in detail.aligned:
            show_parts("what became of it", list(_fate_parts(row, detail.wordings.get(row.id, ()))))
    else:
        show_parts("what was recommended", list(_recommended_parts(detail.aligned)))
    if detail.check:
        show_parts("against the minutes", list(_check_parts(detail.check)))


def _fate_parts(row: AlignedRow, change: tuple[Wording, ...]) -> Iterator[str]:
    """What became of a recommendation, a line each: fate and meeting, what was resolved, the change, why."""
    yield joined((row.fate or "").replace("_", " "), row.put_to, long_date(row.put_on), _surely(row))
    if row.decision:
        yield _resolved(row)
    if change:
        yield f"change: {change_words(change)}"
    if row.reason:
        yield row.reason


def _recommended_parts(rows: Iterable[AlignedRow]) -> Iterator[str]:
    """What was recommended where a decision was taken, a line each."""
    for row in rows:
        yield joined((row.fate or "").replace("_", " "), f"“{one_line(row.quote)}”", place(row), row.id)


def _check_parts(row: CheckRow) -> Iterator[str]:
    """How a reported decision stands, a line each."""
    yield joined(row.standing.replace("_", " "), row.decided_by, long_date(row.decided_on), row.decision)
    yield row.reason


def change_words(change: Iterable[Wording]) -> str:
    """A change of wording in one line: what went and what came marked."""
    return " ".join(one_line(_marked(piece)) for piece in change)


def _line(row: AlignedRow, changes: Mapping[str, tuple[Wording, ...]]) -> Line:
    change = changes.get(row.id, ())
    words, stretches = _put_together(change) if change else (one_line(row.quote), ())
    where = joined("recommended", f"“{one_line(row.quote)}”" if change else None, place(row), row.id)
    told = _resolved(row) if row.decision else row.reason or "not compared with any minutes yet"
    cells = (row.put_on or row.date or "undated", row.fate or "")
    return Line(cells, words, told, notes=(where,), stretches=stretches)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where what was resolved stands."""

    document_name: str
    page: int | None
    line: int | None


def _resolved(row: AlignedRow) -> str:
    where = place(_Spot(row.resolved_document_name or "", row.resolved_page, row.resolved_line))
    return joined("resolved", f"“{one_line(row.resolved or '')}”", row.outcome, where, row.decision)


def _put_together(change: Iterable[Wording]) -> tuple[str, tuple[Stretch, ...]]:
    """The words of a change, and where in them which style begins and ends."""
    told, stretches = "", []
    for piece in change:
        told += " " if told else ""
        start = len(told)
        told += _marked(piece)
        if _STYLES[piece.kind]:
            stretches.append(Stretch(start, len(told), _STYLES[piece.kind]))
    return told, tuple(stretches)


def _marked(piece: Wording) -> str:
    return f"{_MARKS[piece.kind]}{piece.words}{_MARKS[piece.kind]}"


def _surely(row: AlignedRow) -> str | None:
    return f"score {row.score:.2f}" if row.decision and row.score is not None else None
