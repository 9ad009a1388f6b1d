"""How names are made of words: patterns over the classes of the words of a run (``extract/person_words`` names them).

A shape says which words are the title and which the name, and how much the words alone tell: a title or a given name
makes a name, initials and unknown words need something beside them that tells of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_FORENAMES = r"(?:[IJ]{1,4}|[GH][GHI]{0,3})"
_SURNAME = r"p{0,2}(?:D(?=[GHWMK])|Z)?[GHWMKD]"
_MORE = r"(?:p{0,2}[WD]|[GH](?![GHWMKDIJp])|I(?=[W])){0,3}"
"""More surnames; a given name with a surname after it is the next person of a row."""


class ShapeKind(StrEnum):
    """What tells that words are a name."""

    TITLED = "titled"
    PLURAL = "plural"
    GIVEN = "given"
    CAPITALS = "capitals"
    INITIALS = "initials"
    UNKNOWN = "unknown"


_SHAPES = re.compile(
    rf"(?P<plural>B{{0,2}}V)"
    rf"|(?P<titled>B{{0,2}}[TR]{{1,3}}[Bn]?)(?P<after_title>{_FORENAMES}?{_SURNAME}{_MORE}|[IJ]{{0,4}}g?C{{1,2}})"
    rf"|(?P<given>[GH][GHIJ]{{0,3}}{_SURNAME}{_MORE})"
    rf"|(?P<capitals>(?<![gCXS])g[gIJ]{{0,2}}[gC]{{1,2}}(?![gCX]))"
    rf"|(?P<initials>(?<![WMGHC])[IJ]{{1,4}}p{{0,2}}(?:D(?=W))?[GHWMKD]{_MORE})"
    rf"|(?P<unknown>(?<![WMGHKDXpI])(?:W|D(?=[WG])){{1,2}}[WG](?![WMGHXCI]))"
)
_TELLING = re.compile(r"[TRVGHg]|[IJ]p{0,2}[WMKDC]|[WD][WDKM]|CC")
_KINDS = {kind.value: kind for kind in ShapeKind} | {"after_title": ShapeKind.TITLED}
_IN_LIST = re.compile(
    rf"(?P<title>(?:B{{0,2}}[TR]{{1,3}})?)(?P<name>{_FORENAMES}?{_SURNAME}{_MORE}|[IJ]{{0,4}}g?C{{1,2}})"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Words ``title`` to ``first - 1`` of a run are the title, ``first`` to ``last`` (included) the name."""

    kind: ShapeKind
    title: int
    first: int
    last: int


def may_name(classes: str) -> bool:
    """Whether words with these classes can hold a name at all, of whatever shape: half of all runs can't."""
    return _TELLING.search(classes) is not None


def shapes(classes: str) -> Iterator[Shape]:
    """What the words of a run with these classes can name, in order; of a plural title there is no name yet."""
    for match in _SHAPES.finditer(classes):
        kind = _KINDS[match.lastgroup or ""]
        first = match.start("after_title") if kind is ShapeKind.TITLED else match.start()
        yield Shape(kind, match.start(), first, match.end() - 1)


def listed_shape(classes: str) -> Shape | None:
    """The name, with or without a title, that a run begins with where a list of names goes on."""
    match = _IN_LIST.match(classes)
    return Shape(ShapeKind.PLURAL, 0, match.start("name"), match.end() - 1) if match else None
