"""Front sheets: the runs of label and value that a report or form opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Field
from corpus.vocabulary import FieldKey, PaperKind
from ingest.structure.fieldvalues import field_of, value_end
from ingest.structure.labelled import Labelled, followed
from ingest.structure.labelling import labelled
from ingest.structure.labels import is_passage
from ingest.structure.units import Unit

_LEAST_LABELS = 3  # fewer labels in a row are a letterhead or chance
_LEAST_TELLING = 2
_MOST_BETWEEN_ENTRIES = 12  # units: the heading of an entry of a forward plan, or what it is about
_MOST_ROWS_BETWEEN = 8  # rows of one table between two of its labels
# Who wrote a report and answers for it stands at its end as well as on its front sheet.
_PERSONS = frozenset({FieldKey.REPORT_AUTHOR, FieldKey.REPORTING_OFFICER, FieldKey.EXECUTIVE_LEAD, FieldKey.PRESENTER})
_MOST_BETWEEN = 3  # units between the end of a value and the next label
# What a form decides is its text, not its front sheet.
_TEXT_OF_FORMS = frozenset({FieldKey.DECISION, FieldKey.REASONS, FieldKey.OPTIONS_CONSIDERED})
_OF_REPORTS = frozenset({FieldKey.REPORT_TO, FieldKey.REPORT_FROM})
_OF_ISSUES = frozenset({FieldKey.DECISION_TYPE, FieldKey.DECISION_STATUS})
_OF_DECISIONS = frozenset({FieldKey.DECISION_MAKER, FieldKey.DECISION_STATUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontSheet:
    """A front sheet from unit ``first`` to before unit ``after``, with its fields in order."""

    first: int
    after: int
    fields: tuple[Field, ...]

    @property
    def kind(self) -> PaperKind:
        """What kind of paper its labels tell: a report, or a form of a decision that was made or is to come."""
        keys = {field.key for field in self.fields}
        if keys & _OF_REPORTS:
            return PaperKind.REPORT
        if keys >= _OF_DECISIONS:
            return PaperKind.DECISION_NOTICE
        to_come = FieldKey.DECISION_DUE in keys or keys >= _OF_ISSUES
        return PaperKind.FORWARD_PLAN if to_come else PaperKind.REPORT

    def value(self, *keys: FieldKey) -> str | None:
        """What is said under the first of ``keys`` that is there, by its first field."""
        said = {field.key: field.value for field in reversed(self.fields)}
        return next((said[key] for key in keys if key in said), None)


def front_sheets(units: Sequence[Unit], text: str) -> tuple[FrontSheet, ...]:
    """Every run of at least three labels near one another, of which two are a report's.

    The entries of a forward plan, one after the other, are one sheet.
    """
    found: list[list[FrontSheet]] = []
    for run in label_runs(labelled(units)):
        if not _opens_a_paper(run):
            continue
        sheet = _sheet(run, units, text)
        before = found[-1][-1] if found else None
        planned = before and sheet.kind is before.kind is PaperKind.FORWARD_PLAN
        if before and planned and sheet.first - before.after <= _MOST_BETWEEN_ENTRIES:
            found[-1].append(sheet)
        else:
            found.append([sheet])
    return tuple(map(_as_one, found))


def _as_one(entries: Sequence[FrontSheet]) -> FrontSheet:
    fields = tuple(field for entry in entries for field in entry.fields)
    return FrontSheet(first=entries[0].first, after=entries[-1].after, fields=fields)


def label_runs(found: Sequence[Labelled]) -> Iterator[tuple[Labelled, ...]]:
    """The runs of labels near one another, each from a label that the vocabulary knows to another."""
    run: list[Labelled] = []
    for each in found:
        if not _may_stand_on_a_sheet(each):
            continue
        if run and not _goes_on(run, each):
            yield _trimmed(run)
            run = []
        if run or each.label.key is not None or (each.table >= 0 and each.label.parted):
            run.append(each)
    if run:
        yield _trimmed(run)


def _may_stand_on_a_sheet(each: Labelled) -> bool:
    """Whether a label is none of a report's text ("2. Recommendations"), a form's, or the head of a table of data."""
    heading = is_passage(each.label.key) and (each.is_heading or each.numbered)
    return each.label.key not in _TEXT_OF_FORMS and not heading and (each.value_at is not None or each.table < 0)


def _goes_on(run: Sequence[Labelled], each: Labelled) -> bool:
    """Whether ``each`` stands near the run's last label; the run's first label seen again opens another sheet."""
    again = each.label.telling and each.label.printed.casefold() == run[0].label.printed.casefold()
    if again:
        return False
    near = next((other for other in reversed(run) if other.label.key is not None or other.table >= 0), run[-1])
    if each.table >= 0 and each.table == near.table:
        return each.row - near.row <= _MOST_ROWS_BETWEEN
    return each.at - near.last <= _MOST_BETWEEN


def _trimmed(run: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """``run`` without the unknown labels that no known one vouches for: one behind them, or one in their table."""
    known = [at for at, each in enumerate(run) if each.label.key is not None]
    if not known:
        return ()
    of_table = Counter(run[at].table for at in known)
    return tuple(each for at, each in enumerate(run) if each.label.key is not None or
                 _vouched_for(each, behind=at > known[-1], known=of_table[each.table]))  # fmt: skip


def _vouched_for(each: Labelled, *, behind: bool, known: int) -> bool:
    """Whether an unknown label is one: a known one stands behind it, or enough of them in its table (``known``)."""
    if each.table < 0:
        return not behind
    return known >= _LEAST_LABELS or (known > 0 and (each.label.parted or not behind))


def _opens_a_paper(run: Sequence[Labelled]) -> bool:
    known = [each for each in run if each.label.key is not None]
    telling = [each.label.key for each in known if each.label.telling]
    opens = any(key not in _PERSONS for key in telling)
    return len(known) >= _LEAST_LABELS and len(telling) >= _LEAST_TELLING and opens


def _sheet(run: Sequence[Labelled], units: Sequence[Unit], text: str) -> FrontSheet:
    fields: list[Field] = []
    after = run[-1].last + 1
    for each, following in followed(run):
        last = value_end(each, following.at if following else None, units)
        after = last + 1
        if field := field_of(each, last, units, text):
            fields.append(field)
    return FrontSheet(first=run[0].at, after=after, fields=tuple(fields))
