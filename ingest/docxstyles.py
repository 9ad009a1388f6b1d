"""What a paragraph's style says in Word: heading level, bold, list; a style goes by the one it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.wordml import is_on, list_of, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
# A chain of styles is a few links long; a damaged file may base a style on itself.
_LONGEST_CHAIN = 12
_OUTLINE_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Style:
    """Level 1 to 6 of a heading style (else 0), whether its text is bold, its list and the level in it."""

    level: int = 0
    bold: bool = False
    list_id: str | None = None
    list_level: int = 0


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, styles: _Element | None) -> None:
        self._elements = {
            style.get(w("styleId"), ""): style for style in ([] if styles is None else styles.iterchildren(w("style")))
        }
        self._known: dict[str, Style] = {}

    def of(self, style_id: str | None) -> Style:
        """What the style with this id says; a plain style where there is none."""
        if style_id is None or style_id not in self._elements:
            return Style()
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def _resolved(self, style_id: str) -> Style:
        level = 0
        bold: bool | None = None
        numbered: tuple[str | None, int] | None = None
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get(style_id)
            if style is None:
                break
            level = level or _heading_level(style)
            bold = is_on(style.find(w("rPr")), "b") if bold is None else bold
            numbered = numbered or list_of(style.find(w("pPr")))
            style_id = value(style, "basedOn") or ""
        list_id, list_level = numbered or (None, 0)
        return Style(level=level, bold=bool(bold), list_id=list_id, list_level=list_level)


def _heading_level(style: _Element) -> int:
    named = _HEADING.fullmatch(value(style, "name") or "")
    if named:
        return int(named.group(1))
    outline = number(value(style.find(w("pPr")), "outlineLvl"), _OUTLINE_LEVELS)
    return outline + 1 if outline < _OUTLINE_LEVELS else 0
