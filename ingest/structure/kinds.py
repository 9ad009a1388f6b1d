"""What kind of paper a text is, as its first lines and its typography show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import find_dates
from corpus.vocabulary import PaperKind
from ingest.structure.actiontables import is_action_log
from ingest.structure.planentries import lists_decisions
from ingest.structure.sitepages import site_kind
from ingest.structure.units import Unit, usual_size
from ingest.structure.wording import is_salutation

_SLIDE_SIZE = 18.0  # points: the body of a slide deck is set larger than that of any paper
_OPENING_UNITS = 40  # units in which the kind of a paper shows
_TITLE_UNITS = 8  # units in which its title stands
_LONGEST_TITLE = 40  # words
_LEAD = 400  # characters of a paragraph in which a summons says that it is one
_SIGN_LEAD = 200  # characters of a paragraph in which a sign of a report stands
_LEAST_SIGNS = 2  # of these: one word of them stands in any paper
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
    (PaperKind.AGENDA, r"^(?:\w+ ){0,6}agenda$|^agenda (?:&|and) summons\b|^notice of (?:\w+ ){0,3}meeting|"
                       r"hereby summoned|^summons to\b|"
                       r"^(?:item|no\.?)s? (?:subject|title|item|topic)\b.* (?:presenter|lead|time|page)\b"),
    (PaperKind.PRESENTATION, r"\bpresentation$"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KIND_SIGNS)
_KINDS_WITH_SHEET = _KINDS[:3]
_TITLE_SIGNS: tuple[tuple[PaperKind, re.Pattern[str]], ...] = (
    (PaperKind.APPENDIX, re.compile(r"\b(?:appendix|annex|app)\.?\s+[A-Z0-9]{1,3}\b", re.IGNORECASE)),
    (PaperKind.MINUTES, re.compile(r"^(?:draft |unconfirmed )?minutes\b|\bminutes$", re.IGNORECASE)),
    (PaperKind.PRESENTATION, re.compile(r"\b(?:presentation|slides)\b", re.IGNORECASE)),
    (PaperKind.TERMS_OF_REFERENCE, re.compile(r"\bterms of reference$", re.IGNORECASE)),
)
"""Kinds that a title which the file states gives away."""
_CALLED_AGENDA = re.compile(r"^(?:agenda (?:&|and) summons|summons (?:to|and)|notice of meeting)\b", re.IGNORECASE)
_AGENDA_TITLE = re.compile(r"^(?:\w+ ){0,3}agenda(?: frontsheet)?$", re.IGNORECASE)
_RUN_ON = 200  # characters of a paragraph in which the title that it begins with stands
_RUN_ON_MINUTES = re.compile(r"(?:\W*\w+\b){0,6}\W*minutes of\b", re.IGNORECASE)
_SUMMONED = re.compile(
    r"\b(?:you are|members are|councillors are|are hereby) (?:\w+ )?(?:summoned|invited to attend)\b", re.IGNORECASE
)
_REPORT_SIGNS = re.compile(
    r"\b(?:purpose of (?:the |this )?report|recommendations?\s*$|this report|the report|executive summary|"
    r"background)\b",
    re.IGNORECASE,
)


def kind_of(own: Sequence[Unit], told: PaperKind, *, sheet: PaperKind | None, stated: str | None) -> PaperKind:
    """The kind of the paper of units ``own``.

    ``told`` is what its opening sign says (``OTHER`` where nothing), ``sheet`` the kind that its front sheet is of,
    where it has one, ``stated`` the title that the file or the pack's outline gives it.
    """
    if told is PaperKind.MINUTES:
        return PaperKind.AGENDA if _is_summons(own) else told
    if told is PaperKind.MEMBERSHIP:
        return told
    if sheet is PaperKind.FORWARD_PLAN:
        return sheet  # its titles speak of proposed decisions
    if site := site_kind(own):
        return site
    lead = [unit for unit in own[:_OPENING_UNITS] if len(unit.text.split()) <= _LONGEST_TITLE and not unit.number]
    said = _said_by_title(lead, _KINDS_WITH_SHEET if sheet else _KINDS) or _run_on(own)
    if said is None and any(is_salutation(unit.text) for unit in lead):
        return PaperKind.OTHER  # a letter, though a telephone number and a date stand above it with their labels
    if said or sheet:
        return said or sheet or told
    if told is not PaperKind.OTHER:
        return told
    return _said_by_name(stated) or _said_by_text(own, lead, stated)


def _is_summons(own: Sequence[Unit]) -> bool:
    """Whether a paper with a list of people calls itself an agenda or summons, and nowhere in its title minutes."""
    lines = [unit.text for unit in own[:_TITLE_UNITS] if len(unit.text.split()) <= _LONGEST_TITLE]
    agenda = any(_CALLED_AGENDA.search(line) for line in lines)
    return agenda and not any("minutes" in line.lower() for line in lines)


def _said_by_title(lead: Sequence[Unit], kinds: Sequence[tuple[PaperKind, re.Pattern[str]]]) -> PaperKind | None:
    for kind, pattern in kinds:
        lines = [unit for unit in lead if unit.text[:1].isupper()] if kind is PaperKind.AGENDA else lead[:_TITLE_UNITS]
        if any(pattern.search(unit.text) for unit in lines):
            return kind
    return None


def _run_on(own: Sequence[Unit]) -> PaperKind | None:
    """Minutes whose title runs on into their text: "MINUTES OF OSNEY PARISH COUNCIL held on 6 July Present: …"."""
    first = own[0].title[:_RUN_ON] if own else ""
    return PaperKind.MINUTES if _RUN_ON_MINUTES.match(first) and any(find_dates(first)) else None


def _said_by_name(stated: str | None) -> PaperKind | None:
    return next((kind for kind, pattern in _TITLE_SIGNS if pattern.search(stated or "")), None)


def _said_by_text(own: Sequence[Unit], lead: Sequence[Unit], stated: str | None) -> PaperKind:
    """The kind that the text as a whole shows: a summons, a forward plan, slides, a report."""
    if _AGENDA_TITLE.match(stated or "") or any(_SUMMONED.search(unit.text[:_LEAD]) for unit in own[:_OPENING_UNITS]):
        return PaperKind.AGENDA
    if lists_decisions(own):
        return PaperKind.FORWARD_PLAN
    if is_action_log(own):
        return PaperKind.ACTION_LOG
    if usual_size(own) >= _SLIDE_SIZE:
        return PaperKind.PRESENTATION
    if sum(bool(_REPORT_SIGNS.search(unit.text[:_SIGN_LEAD])) for unit in own) >= _LEAST_SIGNS:
        return PaperKind.REPORT
    return PaperKind.OTHER
