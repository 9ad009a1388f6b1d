"""Fields of a whole paper: its front sheet, the parts of a form, the entries of a forward plan, whom to contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Field
from corpus.vocabulary import FieldKey, PaperKind
from ingest.structure.fieldvalues import field_of, passage_end, value_end
from ingest.structure.frontsheet import FrontSheet, label_runs
from ingest.structure.labelled import Labelled, followed
from ingest.structure.labelling import labelled
from ingest.structure.labels import is_passage
from ingest.structure.planentries import numbered_entries, plan_entries
from ingest.structure.signatures import signed_fields
from ingest.structure.units import Unit

_FORMS = frozenset({PaperKind.DECISION_NOTICE, PaperKind.FORWARD_PLAN, PaperKind.CALL_IN})
_OPENING = 30  # units in which a paper without a front sheet may still begin with a few labels
_LEAST_LABELS = 2
_ENDING = 40  # units at the end of a report in which it says whom to ask
_CONTACTS = frozenset(
    {
        FieldKey.CONTACT_OFFICER,
        FieldKey.REPORT_AUTHOR,
        FieldKey.REPORTING_OFFICER,
        FieldKey.EXECUTIVE_LEAD,
    }
)
_QUESTIONS = frozenset({FieldKey.CONTACT_OFFICER, FieldKey.CONTACT_DETAILS})
# Agendas and minutes have labels of other kinds (present, venue, time), which are read as what they are.
_MEETINGS = frozenset({PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.MEMBERSHIP, PaperKind.ACTION_LOG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The units ``[first, after)`` of a paper, of which ``sheet`` is the front sheet."""

    first: int
    after: int
    sheet: FrontSheet | None


def paper_fields(units: Sequence[Unit], text: str, extent: Extent, kind: PaperKind) -> tuple[Field, ...]:
    """All fields of one paper in the order of the text; ``units`` are those of the whole text."""
    if kind is PaperKind.FORWARD_PLAN and (entries := plan_entries(units[extent.first : extent.after], text)):
        return entries
    # A paper that the pack's outline tells may end before the front sheet that was found below its title.
    sheet = extent.sheet if extent.sheet and extent.sheet.first < extent.after else None
    reading = _Reading(units, text, Extent(first=extent.first, after=extent.after, sheet=sheet))
    fields = list(sheet.fields) if sheet else []
    if kind in _FORMS:
        fields.extend(reading.of_form())
        fields.extend(signed_fields(units[extent.first : extent.after]))
    elif kind in _MEETINGS:
        fields.extend(reading.of_contact())
    else:
        fields.extend(reading.of_opening())
        fields.extend(reading.of_ending())
    told = {field.span.start: field for field in reversed(fields)}
    ordered = [told[start] for start in sorted(told)]
    return numbered_entries(ordered) if kind is PaperKind.FORWARD_PLAN else tuple(ordered)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One paper, and how fields are made of labels in it."""

    units: Sequence[Unit]
    text: str
    extent: Extent

    def of_form(self) -> Iterator[Field]:
        """A field for each label of a form that the vocabulary knows, wherever it stands."""
        found = labelled(self.units, self._behind_sheet, self.extent.after)
        for each, following in followed([each for each in found if each.label.key is not None]):
            yield from self._field(each, following)

    def of_opening(self) -> Iterator[Field]:
        """The labels near one another that a paper without a front sheet begins with."""
        if self.extent.sheet:
            return
        for run in label_runs(labelled(self.units, self.extent.first, self._opening)):
            if sum(each.label.key is not None and each.label.parted for each in run) >= _LEAST_LABELS:
                for each, following in followed(run):
                    yield from self._field(each, following)
                return

    def of_contact(self) -> Iterator[Field]:
        """Whom an agenda names for questions, in its head."""
        for each in labelled(self.units, self.extent.first, self._opening):
            if each.label.key in _QUESTIONS and each.label.parted and not each.is_heading:
                yield from self._field(each, None)

    def of_ending(self) -> Iterator[Field]:
        """Whom to ask, and who wrote it, at the end of a report."""
        first = max(self._behind_sheet, self.extent.after - _ENDING)
        for each, following in followed(labelled(self.units, first, self.extent.after)):
            headed = each.is_heading and not each.label.parted and each.label.key is not FieldKey.CONTACT_OFFICER
            if each.label.key in _CONTACTS and not headed:
                yield from self._field(each, following)

    @property
    def _behind_sheet(self) -> int:
        return self.extent.sheet.after if self.extent.sheet else self.extent.first

    @property
    def _opening(self) -> int:
        """The unit that the opening of the paper ends before."""
        return min(self.extent.first + _OPENING, self.extent.after)

    def _field(self, each: Labelled, following: Labelled | None) -> Iterator[Field]:
        limit = following.at if following else self.extent.after
        if is_passage(each.label.key) or (each.is_heading and each.label.key in _CONTACTS):
            last = passage_end(each, limit, self.units)
        else:
            last = value_end(each, following.at if following else None, self.units)
        if field := field_of(each, last, self.units, self.text):
            yield field
