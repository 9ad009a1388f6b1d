"""Papers: a document is one paper, or a public pack of many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.bodies import MEETING_WORDS
from corpus.dates import first_date
from corpus.names import is_name, split_name
from corpus.vocabulary import PaperKind
from ingest.structure.actiontables import is_action_log
from ingest.structure.frontsheet import FrontSheet, front_sheets
from ingest.structure.openings import Opening, find_openings, with_stated
from ingest.structure.planentries import lists_decisions
from ingest.structure.titleblock import TitleBlock, bodies_named, read_title_block
from ingest.structure.units import Unit
from ingest.structure.wording import is_date_line, is_title_like

_BODY_WORD = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, MEETING_WORDS))}|Trust|CCGs?|IC[BSP]|Exec|Members)\b", re.IGNORECASE
)
_SLIDE_SIZE = 18.0  # points: the body of a slide deck is set larger than that of any paper
_OPENING_UNITS = 40  # units in which the kind of a paper shows
_LONGEST_TITLE = 40  # words
_SUBJECT_LABELS = ("subject", "title", "report title", "paper title")
_TITLE_END = re.compile(
    r",|\s+held\s+(?!in public)|\s+(?:on|at)\s+(?=\w+day\b|\d|the\b)|\s+in\s+(?:the\s+)?(?=[A-Z])", re.IGNORECASE
)
_KIND_SIGNS: tuple[tuple[PaperKind, str], ...] = (
    (PaperKind.DECISION_NOTICE, r"\b(?:record of (?:\w+ ){0,3}decision|decision notice|notice of (?:\w+ ){0,2}decision|"
                                r"statement of decision|officer decision (?:notice|record)|proposed decision)\b"),
    (PaperKind.CALL_IN, r"^(?:\w+ ){0,4}(?:notice of call[- ]in|call[- ]in (?:request|notice|form|submission)|"
                        r"request (?:for|to) call[- ]in)\b"),
    (PaperKind.ACTION_LOG, r"\baction (?:log|tracker|list|register)\b"),
    (PaperKind.TERMS_OF_REFERENCE, r"^(?:\W*\w+\b){0,8}\W*terms of reference$"),
    (PaperKind.APPENDIX, r"^(?:appendix|annex)\s+\w{1,3}\b"),
    (PaperKind.MINUTES, r"^(?:draft |unconfirmed |confirmed )?minutes\b|\bminutes of\b.*\b(?:meeting|held)\b|"
                        r"\bminutes$"),
    (PaperKind.AGENDA, r"^(?:\w+ ){0,6}agenda$|^notice of (?:\w+ ){0,3}meeting|hereby summoned"),
    (PaperKind.PRESENTATION, r"\bpresentation$"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KIND_SIGNS)
_REPORT_SIGNS = re.compile(
    r"\b(?:purpose of (?:the |this )?report|recommendations?\s*$|this report|the report|executive summary|"
    r"background)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """A paper of units ``[first, after)``; ``opening_end`` is the unit after its title block or front sheet."""

    first: int
    after: int
    opening_end: int
    kind: PaperKind
    title: str
    block: TitleBlock
    body: str | None
    date: str | None
    sheet: FrontSheet | None


def split_papers(
    units: Sequence[Unit], text: str, title: str | None, stated: Mapping[int, str] | None = None
) -> tuple[PaperDraft, ...]:
    """The papers of a text, in order and without gaps; ``title`` is what the file says of itself.

    ``stated`` are the papers that a pack's outline tells: the title of each, by the position of its first unit.
    """
    if not units:
        return ()
    stated = stated or {}
    sheets = front_sheets(units, text)
    openings = with_stated(find_openings(units, sheets), stated)
    if not openings or (openings[0].first > 0 and _is_own_paper(units[: openings[0].first])):
        openings.insert(0, Opening(first=0, sign=0, kind=PaperKind.OTHER))
    openings[0] = Opening(first=0, sign=openings[0].sign, kind=openings[0].kind, sheet=openings[0].sheet)
    ends = [opening.first for opening in openings[1:]] + [len(units)]
    return tuple(
        _named(_draft(units, opening, after, title if len(openings) == 1 else None), stated.get(opening.first))
        for opening, after in zip(openings, ends, strict=True)
    )


def _named(draft: PaperDraft, stated: str | None) -> PaperDraft:
    """``draft`` with the title that the pack's outline gives it, where its own first words don't give a fuller one."""
    subject = draft.sheet is not None and draft.sheet.value(*_SUBJECT_LABELS)
    own_title = subject or draft.kind in (PaperKind.MINUTES, PaperKind.AGENDA)
    return draft if stated is None or own_title else replace(draft, title=_shortened(stated))


def _is_own_paper(lead: Sequence[Unit]) -> bool:
    """Whether what stands before the first sign is more than a title block."""
    return len(lead) > _OPENING_UNITS // 2 or sum(len(unit.text) for unit in lead) > 1500


def _draft(units: Sequence[Unit], opening: Opening, after: int, title: str | None) -> PaperDraft:
    own = units[opening.first : after]
    kind = _kind(own, opening)
    sheet = opening.sheet
    block = read_title_block(own)
    body, date = block.body, block.date
    if sheet:
        to = sheet.value("report to", "to", "target audience", "meeting")
        body = _body_of_value(to) or body
        stated = sheet.value("date of meeting", "meeting date", "date") or to or ""
        date = first_date(stated) or date
    opening_end = max(sheet.after if sheet else opening.sign, opening.first)
    return PaperDraft(
        first=opening.first,
        after=after,
        opening_end=opening_end,
        kind=kind,
        title=_title(own, kind, sheet, title),
        block=block,
        body=body,
        date=date,
        sheet=sheet,
    )


def _body_of_value(value: str | None) -> str | None:
    """A body as a front sheet names it, without the date that may stand behind it; a person or role is none."""
    # An e-mail is to an address, which no body is.
    if not value or "@" in value or is_name(split_name(value.split(",")[0]).name) or not _BODY_WORD.search(value):
        return None
    body = re.split(r"\s+[-–—]\s+(?=\d|[A-Z][a-z]+day)|,\s*(?=\d|[A-Z][a-z]+day)|\s+on\s+\d", value)[0].strip(" .,:")
    return body if len(body.split()) <= 16 and _BODY_WORD.search(body) else None


def _kind(own: Sequence[Unit], opening: Opening) -> PaperKind:
    if opening.kind is PaperKind.MINUTES or opening.kind is PaperKind.MEMBERSHIP:
        return opening.kind
    if opening.sheet and opening.sheet.kind is PaperKind.FORWARD_PLAN:
        return PaperKind.FORWARD_PLAN  # its titles speak of proposed decisions
    lead = [unit for unit in own[:_OPENING_UNITS] if len(unit.text.split()) <= _LONGEST_TITLE and not unit.number]
    for kind, pattern in _KINDS[:3] if opening.sheet else _KINDS:
        if any(pattern.search(unit.text) for unit in lead[: len(lead) if kind is PaperKind.AGENDA else 8]):
            return kind
    if opening.sheet:
        return opening.sheet.kind
    if opening.kind is not PaperKind.OTHER:
        return opening.kind
    if lists_decisions(own):
        return PaperKind.FORWARD_PLAN
    if is_action_log(own):
        return PaperKind.ACTION_LOG
    sizes = sorted(unit.block.size for unit in own if unit.block.size)
    if sizes and sizes[len(sizes) // 2] >= _SLIDE_SIZE:
        return PaperKind.PRESENTATION
    if sum(bool(_REPORT_SIGNS.search(unit.text[:200])) for unit in own) >= 2:
        return PaperKind.REPORT
    return PaperKind.OTHER


def _title(own: Sequence[Unit], kind: PaperKind, sheet: FrontSheet | None, stated: str | None) -> str:
    if sheet and (subject := sheet.value(*_SUBJECT_LABELS)):
        return subject
    lead = own[: max((unit.index - own[0].index for unit in own if sheet and unit.index == sheet.first), default=8)]
    lines = [unit for unit in lead if len(unit.text.split()) <= _LONGEST_TITLE and not unit.number and not unit.in_row]
    if kind is PaperKind.MINUTES or kind is PaperKind.AGENDA:
        named = [unit.text for unit in lines if bodies_named(unit)][:2]
        sign = [
            _TITLE_END.split(unit.text)[0].strip(" ,:–-")
            for unit in lines
            if re.search(r"\b(?:minutes|agenda|notes)\b", unit.text, re.IGNORECASE)
        ][:1]
        title = " – ".join(dict.fromkeys([*named, *sign]))
        if title:
            return _shortened(title)
    titles = [unit for unit in lines if is_title_like(unit.text) and not is_date_line(unit.text)]
    if titles:
        largest = max(unit.block.size for unit in titles)
        return _shortened(next(unit.text for unit in titles if unit.block.size == largest))
    return _shortened(stated or (lines[0].text if lines else own[0].text))


def _shortened(title: str) -> str:
    words = " ".join(title.split()).split(" ")
    return " ".join(words[:_LONGEST_TITLE])
