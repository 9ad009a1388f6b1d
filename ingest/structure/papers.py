"""Papers: a document is one paper, or a public pack of many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.bodies import MEETING_WORDS, fold_organisation
from corpus.dates import first_date
from corpus.document import Field
from corpus.months import WEEKDAYS
from corpus.names import is_name, split_name
from corpus.vocabulary import MEETING_KINDS, FieldKey, PaperKind
from ingest.structure.forms import Extent, paper_fields
from ingest.structure.frontsheet import FrontSheet, front_sheets
from ingest.structure.kinds import kind_of
from ingest.structure.openings import Opening, find_openings, with_borders
from ingest.structure.pageborders import PageBorder
from ingest.structure.titleblock import TitleBlock, read_title_block
from ingest.structure.titles import title_of
from ingest.structure.units import Unit

_BODY_WORD = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, MEETING_WORDS))}|Trust|CCGs?|IC[BSP]|Exec|Members)\b", re.IGNORECASE
)
_LONGEST_BLOCK = 20  # units that may stand before the first sign of a paper and belong to it
_LONGEST_BLOCK_TEXT = 1500  # characters of these
_BODY_END = re.compile(rf"(?:\s+[-–—]\s+|,\s*)(?=\d|(?:{'|'.join(WEEKDAYS)})\b)|\s+on\s+\d", re.IGNORECASE)
_LONGEST_BODY = 16  # words
# The day that a decision was made; of a form that doesn't say, the day on which it was signed.
_WHEN_DECIDED = (FieldKey.DECISION_DATE, FieldKey.MEETING_DATE, FieldKey.DATE)
# The day of a call-in is that on which its form was.
_RECEIVED = re.compile(r"\b(?:received|submitted|lodged)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """A paper of units ``[first, after)``; ``opening_end`` is the unit after its title block or front sheet.

    ``item`` is the agenda item that it is stamped with, as printed.
    """

    first: int
    after: int
    opening_end: int
    kind: PaperKind
    title: str
    block: TitleBlock
    body: str | None
    date: str | None
    sheet: FrontSheet | None
    fields: tuple[Field, ...] = ()
    item: str | None = None


def split_papers(
    units: Sequence[Unit], text: str, title: str | None, borders: Sequence[PageBorder] = (), tops: Sequence[int] = ()
) -> tuple[PaperDraft, ...]:
    """The papers of a text, in order and without gaps; ``title`` is what the file says of itself.

    ``borders`` are the pages on which the file shows that papers begin, ``tops`` the positions in ``units`` at which
    pages begin (nothing where the file has no pages).
    """
    if not units:
        return ()
    sheets = front_sheets(units, text)
    by_first = {border.first: border for border in borders}
    openings = with_borders(find_openings(units, sheets), by_first, tops)
    lead = units[: openings[0].first] if openings else units
    behind = by_first.get(openings[0].first) if openings else None
    if not openings or (lead and ((behind is not None and behind.certain) or _is_own_paper(lead))):
        openings.insert(0, Opening(first=0, sign=0, kind=PaperKind.OTHER))
    openings[0] = replace(openings[0], first=0)
    ends = [opening.first for opening in openings[1:]] + [len(units)]
    drafts = [
        _with_fields(
            _draft(units, opening, after, by_first.get(opening.first), title if len(openings) == 1 else None),
            units,
            text,
        )
        for opening, after in zip(openings, ends, strict=True)
    ]
    return tuple(_of_one_pack(drafts))


def _with_fields(draft: PaperDraft, units: Sequence[Unit], text: str) -> PaperDraft:
    """``draft`` with its fields; those of a decision or a call-in also tell who decided, and when it was made."""
    extent = Extent(first=draft.first, after=draft.after, sheet=draft.sheet)
    fields = paper_fields(units, text, extent, draft.kind)
    said = {field.key: field.value for field in reversed(fields)}
    if draft.kind is PaperKind.DECISION_NOTICE:
        dates = [said.get(key, "") for key in _WHEN_DECIDED]
    elif draft.kind is PaperKind.CALL_IN:
        # The day of the decision, which such a form also tells, is not the day on which it was called in.
        dates = [field.value for field in fields if _RECEIVED.search(field.label)]
    else:
        return replace(draft, fields=fields)
    made = next(filter(None, map(first_date, dates)), None)
    body = draft.body or _body_of_value(said.get(FieldKey.DECISION_MAKER))
    return replace(draft, fields=fields, body=body, date=draft.date or made)


def _of_one_pack(drafts: Sequence[PaperDraft]) -> Iterator[PaperDraft]:
    """``drafts``, with the body and the day of the pack's meeting where a paper for that meeting doesn't tell them."""
    lead = before = drafts[0]
    for draft in drafts:
        if draft.kind is before.kind is PaperKind.AGENDA and draft.body is None and draft.date is None:
            draft = replace(draft, body=before.body, date=before.date)  # a notice of two meetings, one behind the other
        before = draft
        for_this = draft.body is None or (lead.body is not None and _same_body(draft.body, lead.body))
        if len(drafts) == 1 or draft.kind in MEETING_KINDS or not for_this:
            yield draft
            continue
        dated = draft.kind is not PaperKind.MEMBERSHIP
        yield replace(draft, body=draft.body or lead.body, date=draft.date or (lead.date if dated else None))


def _same_body(one: str, other: str) -> bool:
    """Whether one of two names ends with the other: "Cabinet", "Northmere Cabinet"."""
    one, other = fold_organisation(one), fold_organisation(other)
    return one.endswith(other) or other.endswith(one)


def _is_own_paper(lead: Sequence[Unit]) -> bool:
    """Whether what stands before the first sign is more than a title block."""
    return len(lead) > _LONGEST_BLOCK or sum(len(unit.text) for unit in lead) > _LONGEST_BLOCK_TEXT


def _draft(
    units: Sequence[Unit], opening: Opening, after: int, border: PageBorder | None, title: str | None
) -> PaperDraft:
    own = units[opening.first : after]
    stated = border.title if border else None
    sheet = opening.sheet
    kind = kind_of(own, opening.kind, sheet=sheet.kind if sheet else None, stated=stated or title)
    block = read_title_block(own, kind)
    body, date = block.body, block.date
    if sheet:
        to = sheet.value(FieldKey.REPORT_TO, FieldKey.AUDIENCE)
        body = _body_of_value(to) or body
        told = sheet.value(FieldKey.MEETING_DATE, FieldKey.DATE) or to or ""
        # Of the days on a report's front sheet only the meeting's counts, not that of the report.
        before = block if kind is PaperKind.DECISION_NOTICE else read_title_block(units[opening.first : sheet.first])
        date = first_date(told) or before.date
    return PaperDraft(
        first=opening.first,
        after=after,
        opening_end=max(sheet.after if sheet else opening.sign, opening.first),
        kind=kind,
        title=title_of(own, kind, sheet, stated or title, body),
        block=block,
        body=body,
        date=date,
        sheet=sheet,
        item=border.item if border else None,
    )


def _body_of_value(value: str | None) -> str | None:
    """A body as a front sheet names it, without the date that may stand behind it; a person or role is none."""
    # An e-mail is to an address, which no body is.
    if not value or "@" in value or is_name(split_name(value.split(",")[0]).name) or not _BODY_WORD.search(value):
        return None
    body = _BODY_END.split(value)[0].strip(" .,:")
    return body if len(body.split()) <= _LONGEST_BODY and _BODY_WORD.search(body) else None
