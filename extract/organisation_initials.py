"""Abbreviations of bodies: what the text defines, and the initials of a body that it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.findings import RuleId
from corpus.spans import Span
from extract.organisation_naming import BodyNaming
from extract.regexes import labelled

_ABBREVIATION = RuleId("organisations.abbreviation")
_LEAST_INITIALS = 3  # two letters are too often something else


def short_forms(text: str, namings: Sequence[BodyNaming]) -> dict[str, BodyNaming]:
    """The abbreviations that the text defines, or that are the initials of just one body named in it."""
    names = {short: naming for naming, short, _ in definitions(text, namings)}
    for short, naming in _initials(namings).items():
        names.setdefault(short, naming)
    return names


def abbreviations(text: str, names: Mapping[str, BodyNaming]) -> Iterator[BodyNaming]:
    """Every use in ``text`` of an abbreviation of ``names``."""
    if not names:
        return
    shorts = "|".join(re.escape(short) for short in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w&/-])(?:{shorts})(?![\w&/])", text):
        naming = names[match.group()]
        yield BodyNaming(span=Span(match.start(), match.end()), name=naming.name, rule=_ABBREVIATION, kind=naming.kind)


def definitions(text: str, namings: Iterable[BodyNaming]) -> Iterator[tuple[BodyNaming, str, Span]]:
    """For each abbreviation in brackets right after a naming: the naming, the abbreviation, and its place."""
    ends = {naming.span.end: naming for naming in namings}
    for rule in labelled("organisations", "definition"):
        if rule.regex is None:
            continue
        for match in rule.regex.finditer(text):
            naming = ends.get(match.start())
            if naming and is_short_for(match["short"], naming.name):
                yield naming, match["short"], Span(*match.span("short"))


def is_short_for(short: str, name: str) -> bool:
    """Whether the letters of ``short`` stand in ``name`` in that order, beginning with a word's first letter."""
    letters = [char for char in short.rstrip("s").casefold() if char.isalnum()]
    starts = {word[0].casefold() for word in name.split()}
    rest = iter(char for char in name.casefold() if char.isalnum())
    return len(letters) >= 2 and letters[0] in starts and all(letter in rest for letter in letters)


def abbreviation(name: str) -> str:
    """The initials of a body's words as it would be shortened: "Northmere County Council" gives NCC."""
    return "".join(word[0] for word in re.findall(r"[A-Za-zÀ-ÿ][\w'’]*", name) if word[0].isupper())


def _initials(namings: Iterable[BodyNaming]) -> dict[str, BodyNaming]:
    """Each body's initials, where they are those of one body only."""
    by_initials: dict[str, dict[str, BodyNaming]] = defaultdict(dict)
    for naming in namings:
        if not naming.bare:
            by_initials[abbreviation(naming.name)][naming.name.casefold()] = naming
    return {
        short: next(iter(bodies.values()))
        for short, bodies in by_initials.items()
        if len(short) >= _LEAST_INITIALS and len(bodies) == 1
    }
