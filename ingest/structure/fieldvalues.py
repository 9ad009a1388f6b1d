"""Values of fields: how far they run on behind their label, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import BlockKind, Field
from corpus.spans import Span, trimmed
from corpus.vocabulary import FieldKey
from ingest.structure.labelled import Labelled
from ingest.structure.tickboxes import ticked
from ingest.structure.units import Unit
from ingest.structure.wording import is_date_line

_MOST_VALUE = 1200  # characters; what is longer is the report's own text
_MOST_PASSAGE = 6000  # characters of a value that is a section of a form
_MOST_DATE_WORDS = 6
_LONGEST_HEADING = 16  # words
# Values that are complete in one line, whatever stands below: "Yes", "None", "24/00093", "HC/31/07".
_COMPLETE = re.compile(
    r"(?:yes|no|none|n/?a|nil|not applicable|unrestricted|restricted|exempt|all(?: wards)?|"
    r"[A-Z]{0,6}[/ ]?\d[\w/.-]{0,12})[.;]?",
    re.IGNORECASE,
)


def value_end(each: Labelled, limit: int | None, units: Sequence[Unit]) -> int:
    """The last unit of a value: it may run on to before unit ``limit``, where the next label stands.

    A value behind which no label follows ends where its layout says: the text below is the report's own.
    """
    if each.value_at is None or limit is None or each.stop is not None or each.choice is not None:
        return each.last
    first, last = units[each.value_at], each.last
    while last + 1 < limit:
        unit = units[last + 1]
        told = units[last].text[each.skip if last == each.value_at else 0 :]
        if not _runs_on(unit, first, told) or unit.span.end - first.span.start > _MOST_VALUE:
            break
        last += 1
    return last


def _runs_on(unit: Unit, first: Unit, told: str) -> bool:
    """Whether ``unit`` goes on with a value that begins in ``first`` and of which ``told`` is the last line."""
    if unit.in_row or unit.number or _COMPLETE.fullmatch(told) or is_date_line(told):
        return False
    if unit.bold_lead or (unit.is_bold and not first.is_bold):
        return False
    return unit.block.kind is not BlockKind.LIST_ITEM or told.endswith(":") or told.startswith("•")


def passage_end(each: Labelled, limit: int, units: Sequence[Unit]) -> int:
    """The last unit of a value that may be as long as a section: it ends before ``limit`` or the next heading."""
    if each.value_at is None or each.table >= 0 or each.stop is not None:
        return each.last
    first, last = units[each.value_at], each.last
    told = first.text[each.skip :]
    if _COMPLETE.fullmatch(told) or _is_day(told):
        return last
    while last + 1 < limit:
        unit = units[last + 1]
        if _is_heading(unit) or unit.span.end - first.span.start > _MOST_PASSAGE:
            break
        last += 1
    return last


def _is_day(text: str) -> bool:
    """Whether ``text`` is a date and no more: "That the tug be sold by 4 May" says what is to be done."""
    return len(text.split()) <= _MOST_DATE_WORDS and is_date_line(text)


def _is_heading(unit: Unit) -> bool:
    words = len(unit.text.split())
    return unit.is_bold and not unit.in_row and words <= _LONGEST_HEADING and not unit.text.endswith((".", ";", ","))


def field_of(each: Labelled, last: int, units: Sequence[Unit], text: str) -> Field | None:
    """The field whose value ends with unit ``last``; ``None`` where nothing stands there."""
    if each.value_at is None:
        return None
    start = units[each.value_at].span.start + each.skip
    end = units[last].span.end
    if each.stop is not None:
        stop = units[last].span.start + each.stop
        end = start + len(text[start:stop].rstrip(" ,;"))
    span = trimmed(text, Span(start, max(end, start)))
    told = [text[start : units[each.value_at].span.end], *(unit.text for unit in units[each.value_at + 1 : last + 1])]
    choice = ticked(told) if each.choice is None else each.choice
    value = " ".join(text[span.start : span.end].split()) if choice is None else choice
    if not value:
        return None
    # "Decision made: 4 May 2031" tells when it was made, not what.
    dated = each.label.key is FieldKey.DECISION and _is_day(value)
    return Field(
        label=each.label.printed, value=value, span=span, key=FieldKey.DECISION_DATE if dated else each.label.key
    )
