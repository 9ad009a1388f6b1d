"""Names of WordprocessingML, and the few questions that are asked of any element of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """The full name of an element or attribute of the namespace ``w:``."""
    return _NAMESPACE + name


def value(parent: _Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of the child ``name``, as in ``<w:jc w:val="center"/>``; ``None`` where there is none."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w(attribute))


def number(text: str | None, default: int) -> int:
    """``text`` as a whole number, else ``default``."""
    return int(text) if text and text.isdecimal() else default


def is_on(properties: _Element | None, name: str) -> bool | None:
    """Whether a switch such as ``w:b`` is on in ``properties``; ``None`` where they don't mention it."""
    switch = None if properties is None else properties.find(w(name))
    return None if switch is None else switch.get(w("val"), "1") not in {"0", "false", "off"}


def list_of(properties: _Element | None) -> tuple[str | None, int | None] | None:
    """The list and the level from 0 that ``w:numPr`` names, ``None`` for each that it doesn't, if it is there."""
    named = None if properties is None else properties.find(w("numPr"))
    if named is None:
        return None
    level = value(named, "ilvl")
    return value(named, "numId"), None if level is None else number(level, 0)


def indent_of(properties: _Element | None) -> int | None:
    """How far ``w:ind`` moves a paragraph in, in twentieths of a point; ``None`` where it doesn't say."""
    left = value(properties, "ind", "left") or value(properties, "ind", "start")
    return None if left is None else number(left, 0)


def within(parent: _Element, name: str) -> Iterator[_Element]:
    """The children ``name`` of ``parent``, also those in content controls and tracked insertions; not deleted rows."""
    for child in parent.iterchildren():
        if child.tag == w(name):
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("ins"), w("customXml")}:
            yield from within(child, name)
