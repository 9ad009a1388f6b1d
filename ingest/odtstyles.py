"""What styles say in OpenDocument: weight, place and list of a paragraph, look of a run; a style goes by its parent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.odf import n, named, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# A chain of styles is a few links long; a damaged file may make a style its own parent.
_LONGEST_CHAIN = 12
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How words look; ``None`` where nothing is said, so that the words around them decide."""

    bold: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def within(self, outer: Look) -> Look:
        """This look on words that stand inside words of the look ``outer``."""
        return Look(
            bold=outer.bold if self.bold is None else self.bold,
            raised=outer.raised if self.raised is None else self.raised,
            hidden=outer.hidden if self.hidden is None else self.hidden,
            font=outer.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """How a paragraph stands: ``indent`` in points; ``numbering`` is a list style, ``""`` for expressly none."""

    look: Look
    centred: bool = False
    indent: float = 0.0
    numbering: str | None = None


class Styles:
    """The styles of the text in ``content``; ``styles`` is the tree of the common ones."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        # Headers and footers have styles of their own under the same names: those of the content win.
        self._elements = {
            (style.get(n("style:family"), ""), style.get(n("style:name"), "")): style
            for style in named((styles, content), "style:style")
        }
        self._looks: dict[str | None, Look] = {None: Look()}
        self._paragraphs: dict[str | None, ParagraphStyle] = {None: ParagraphStyle(look=Look())}

    def look(self, name: str | None) -> Look:
        """What the text style ``name`` says; nothing where there is none."""
        if name not in self._looks:
            self._looks[name] = self._look("text", name or "")
        return self._looks[name]

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """What the paragraph style ``name`` says; a plain style where there is none."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name or "")
        return self._paragraphs[name]

    def _paragraph(self, name: str) -> ParagraphStyle:
        align: str | None = None
        margin: str | None = None
        numbering: str | None = None
        for style in self._chain("paragraph", name):
            properties = style.find(n("style:paragraph-properties"))
            numbering = style.get(n("style:list-style-name")) if numbering is None else numbering
            if properties is not None:
                align = align or properties.get(n("fo:text-align"))
                margin = margin or properties.get(n("fo:margin-left"))
        return ParagraphStyle(
            look=self._look("paragraph", name),
            centred=align == "center",
            indent=max(points(margin), 0.0),
            numbering=numbering,
        )

    def _look(self, family: str, name: str) -> Look:
        look = Look()
        for style in self._chain(family, name):
            properties = style.find(n("style:text-properties"))
            if properties is not None:
                look = look.within(_told(properties))
        return look

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(n("style:parent-style-name"), "")


def _told(properties: _Element) -> Look:
    weight = properties.get(n("fo:font-weight"))
    position = properties.get(n("style:text-position"))
    display = properties.get(n("text:display"))
    return Look(
        bold=None if weight is None else weight in _BOLD,
        raised=None if position is None else _is_raised(position),
        hidden=None if display is None else display == "none",
        font=properties.get(n("style:font-name")),
    )


def _is_raised(position: str) -> bool:
    """Whether a position such as ``super 58%`` or ``33% 58%`` lies above the line."""
    place = position.split()[0] if position.split() else ""
    return place == "super" or (place.endswith("%") and place[0] not in "-0")
