"""What a paper is called: by its front sheet, its first lines, or the outline of the pack that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import find_dates
from corpus.vocabulary import MEETING_KINDS, FieldKey, PaperKind
from ingest.structure.attendees import label_status
from ingest.structure.bodynames import bodies_named
from ingest.structure.frontsheet import FrontSheet
from ingest.structure.sitelabels import is_site_label, names_file
from ingest.structure.sitepages import is_site_heading
from ingest.structure.sittings import sitting_place
from ingest.structure.titleblock import title_lines
from ingest.structure.units import Unit
from ingest.structure.wording import has_finite_verb, is_date_line, is_salutation, is_title_like

_LEAD = 8  # units in which the title of a paper stands
_LONGEST_TITLE = 40  # words
_LONGEST_BODY_LINE = 14  # words
_TOGETHER = 3  # units from the name of a council to that of its committee
_SIGN = re.compile(r"\b(?:minutes|agenda|notes|cofnodion)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|a\.?g\.?m\b\.?|cyfarfod)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"(?:appendix|annex|annexe|schedule)\s+\w{1,4}\W*", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:on|of|for)$", re.IGNORECASE)
_LABELLED = re.compile(r"^(?:contact|venue|please|tel|e-?mail|to|from|cc)\b", re.IGNORECASE)
_TITLE_END = re.compile(
    r",|\s+held\s+(?!in public)|\s+(?:on|at)\s+(?=\w+day\b|\d|the\b)|\s+in\s+(?:the\s+)?(?=[A-Z])", re.IGNORECASE
)


def title_of(
    own: Sequence[Unit], kind: PaperKind, sheet: FrontSheet | None, stated: str | None, body: str | None
) -> str:
    """The title of the paper of units ``own`` for ``body``; ``stated`` is what the file's outline or properties say."""
    if sheet and kind is not PaperKind.FORWARD_PLAN and (subject := sheet.value(FieldKey.SUBJECT)):
        return subject
    lines = _lines(own, sheet)
    if kind in MEETING_KINDS and (title := _of_meeting(own, lines, stated)):
        return _shortened(title)
    if stated and stated.lower() != "agenda":
        return _shortened(stated)
    if body and kind in MEETING_KINDS:
        return f"{body} – {kind.value.capitalize()}"
    titles = [unit for unit in lines if _is_title(unit)]
    letter = next((at for at, unit in enumerate(lines) if is_salutation(unit.text)), None)
    if letter is not None:
        below = lines[letter + 1 :]
        titles = (
            [unit for unit in below if unit.is_bold] or [unit for unit in below if is_title_like(unit.text)] or titles
        )
    if titles:
        largest = max(unit.block.size for unit in titles)
        at = next(at for at, unit in enumerate(titles) if unit.block.size == largest)
        below = titles[at + 1 : at + 2] if _ONLY_NUMBER.fullmatch(titles[at].text) else []
        return _shortened(" – ".join(unit.text for unit in [titles[at], *below]))
    return _shortened(stated or (lines[0].text if lines else own[0].text))


def _is_title(unit: Unit) -> bool:
    if is_date_line(unit.text) or sitting_place([unit.text]):
        return False
    return is_title_like(unit.text) and not unit.text.endswith(":")


def _lines(own: Sequence[Unit], sheet: FrontSheet | None) -> list[Unit]:
    """The lines in which a title may stand: no items, rows, labels of lists, or what a site writes over every page."""
    lead = own[: max((unit.index - own[0].index for unit in own if sheet and unit.index == sheet.first), default=_LEAD)]
    return [
        unit
        for unit in lead
        if len(unit.text.split()) <= _LONGEST_TITLE
        and not (unit.number or unit.in_row)
        and not (_LABELLED.match(unit.text) or label_status(unit))
        and not (is_site_heading(unit.text) or is_site_label(unit) or names_file(unit.text))
    ]


def _of_meeting(own: Sequence[Unit], lines: Sequence[Unit], stated: str | None) -> str:
    """The bodies that the title block names, and what it calls the paper: "Northmere Council – Cabinet – Minutes"."""
    block = {unit.index for unit in title_lines(own)}
    bodies = [unit for unit in lines if unit.index in block and _is_body_line(unit)]
    together = [unit.text for unit in bodies if unit.index - bodies[0].index < _TOGETHER][:2]
    said = [unit for unit in lines if not has_finite_verb(unit.text)]
    signs = [_signed(unit, own) for unit in said if _SIGN.search(unit.text)][:1]
    if not signs and together:
        signs = [unit.text for unit in said if _MEETING.search(unit.text) and unit.text not in together][:1]
    return " – ".join(dict.fromkeys([*together, *(signs or filter(None, [stated if together else None]))]))


def _is_body_line(unit: Unit) -> bool:
    short = len(unit.text.split()) <= _LONGEST_BODY_LINE
    return short and not _SIGN.search(unit.text) and not unit.text.endswith(".") and bool(bodies_named(unit))


def _signed(unit: Unit, own: Sequence[Unit]) -> str:
    """The line that says "minutes" or "agenda", with its day where that comes next, without the place and the hour."""
    line = unit.text
    if _GOES_ON.search(line):  # "Agenda for a meeting on", the day below it
        line = " ".join([line, *(below.text for below in own if below.index == unit.index + 1)])
    said = _TITLE_END.split(line)[0]
    day = next(find_dates(line), None)
    if day and day.start - len(said) < len(" held on Wednesday, the "):
        said = line[: day.end]
    return said.strip(" ,:–-")


def _shortened(title: str) -> str:
    words = " ".join(title.split()).split(" ")
    return " ".join(words[:_LONGEST_TITLE])
