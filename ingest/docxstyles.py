"""What styles say in Word: heading level, look, place and list; a style goes by the one it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ingest.wordml import indent_of, is_on, list_of, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

T = TypeVar("T")

_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
# A chain of styles is a few links long; a damaged file may base a style on itself.
_LONGEST_CHAIN = 12
_OUTLINE_LEVELS = 6


_CONTENTS = re.compile(r"toc [1-9]|toc heading|table of figures", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a paragraph style says: level 1 to 6 of a heading (else 0), weight, its list and the level in it.

    ``indent`` is in twentieths of a point; ``contents`` says that it is for lines of a list of contents. ``list_level``
    is ``None`` where the list itself says which of its levels is for this style.
    """

    level: int = 0
    bold: bool = False
    centred: bool = False
    indent: int = 0
    contents: bool = False
    list_id: str | None = None
    list_level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a character style says of its words."""

    bold: bool = False
    raised: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document, by id; a paragraph that names none has the default one."""

    def __init__(self, styles: _Element | None) -> None:
        elements = list(() if styles is None else styles.iterchildren(w("style")))
        self._elements = {style.get(w("styleId"), ""): style for style in elements}
        self._default = next(
            (
                style.get(w("styleId"))
                for style in elements
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
            ),
            None,
        )
        self._known: dict[str | None, Style] = {}
        self._looks: dict[str | None, Look] = {None: Look()}

    def of(self, style_id: str | None) -> Style:
        """What the paragraph style with this id says; the default one where there is none."""
        if style_id not in self._known:
            named = style_id if style_id in self._elements else self._default
            self._known[style_id] = self._resolved(named or "")
        return self._known[style_id]

    def character(self, style_id: str | None) -> Look:
        """What the character style with this id says; nothing where there is none."""
        if style_id not in self._looks:
            properties = [style.find(w("rPr")) for style in self._chain(style_id or "")]
            position = next(filter(None, (value(each, "vertAlign") for each in properties)), None)
            self._looks[style_id] = Look(
                bold=bool(_first(is_on(each, "b") for each in properties)),
                raised=position == "superscript",
                hidden=bool(_first(is_on(each, "vanish") for each in properties)),
            )
        return self._looks[style_id]

    def _resolved(self, style_id: str) -> Style:
        chain = list(self._chain(style_id))
        places = [style.find(w("pPr")) for style in chain]
        numbered = _first(map(list_of, places)) or (None, None)
        return Style(
            level=next(filter(None, map(_heading_level, chain)), 0),
            bold=bool(_first(is_on(style.find(w("rPr")), "b") for style in chain)),
            centred=_first(value(place, "jc") for place in places) == "center",
            indent=_first(map(indent_of, places)) or 0,
            contents=any(_CONTENTS.fullmatch(value(style, "name") or "") for style in chain[:1]),
            list_id=numbered[0],
            list_level=numbered[1],
        )

    def _chain(self, style_id: str) -> Iterator[_Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn") or ""


def _first(told: Iterable[T | None]) -> T | None:
    """The first thing that is told at all."""
    return next((each for each in told if each is not None), None)


def _heading_level(style: _Element) -> int:
    named = _HEADING.fullmatch(value(style, "name") or "")
    if named:
        return int(named.group(1))
    outline = number(value(style.find(w("pPr")), "outlineLvl"), _OUTLINE_LEVELS)
    return outline + 1 if outline < _OUTLINE_LEVELS else 0
