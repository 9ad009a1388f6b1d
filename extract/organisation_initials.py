"""Abbreviations of bodies: what the text defines, the initials of a body that it names, and unexplained ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.bodies import fold_organisation
from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.organisation_naming import BodyNaming
from extract.organisation_words import CONNECTORS, not_bodies
from extract.regexes import labelled

_ABBREVIATION = RuleId("organisations.abbreviation")
_ACRONYM = RuleId("organisations.acronym")
_LEAST_INITIALS = 3  # two letters are too often something else
# Several capitals, few small letters between them: NHSE/I, C&M, ChaMPs.
_CAPITALS = re.compile(r"[A-Z](?<![\w&/-][A-Z])(?:[a-z]{0,4}[A-Z&/]){1,9}[a-z]?(?![\w&/])")
# Initials of a person with a letter of the surname (TBr), several of a sort (ABCs), a word in capitals.
_NO_BODY = re.compile(r"[A-Z]{2}[a-z]|[A-Z&/]+s|[A-Z]{7,}")
_AND_ANOTHER = re.compile(r" (?:and|&) (?P<other>[A-Z]{3,6})(?![\w&/-])")
_EXPLANATION = 100  # characters before an abbreviation in which it can be explained
_AROUND = 40  # characters before and after an abbreviation that tell whether it acts as bodies do


@dataclass(frozen=True, slots=True)
class Acronym:
    """A word that looks like an abbreviation, and its place."""

    text: str
    span: Span
    explained: bool
    """Whether it stands in brackets behind words of which it holds the initials."""


def acronyms(text: str) -> tuple[Acronym, ...]:
    """Every word of ``text`` that looks like an abbreviation."""
    return tuple(_acronym(text, match) for match in _CAPITALS.finditer(text))


def _acronym(text: str, match: re.Match[str]) -> Acronym:
    span = Span(match.start(), match.end())
    return Acronym(match.group(), span, is_explained(text, span))


def by_sort(found: Sequence[Acronym]) -> Iterator[BodyNaming]:
    """Acronyms of the form that bodies of a sort have (the NCC, ENALC), but for those that the text explains."""
    explained = _other_meanings(found)
    for acronym in found:
        if acronym.text in explained:
            continue
        for rule in labelled("organisations", "initials"):
            if rule.regex and rule.regex.fullmatch(acronym.text):
                kind = OrganisationKind(rule.value) if rule.value else None
                yield BodyNaming(span=acronym.span, name=acronym.text, rule=rule.id, kind=kind)


def short_forms(text: str, namings: Sequence[BodyNaming]) -> dict[str, BodyNaming]:
    """The abbreviations that the text defines, or that are the initials of just one body named in it."""
    names = {short: naming for naming, short in _definitions(text, namings)}
    for short, naming in _initials(namings).items():
        names.setdefault(short, naming)
    return names


def initials_of_end(namings: Iterable[BodyNaming]) -> dict[str, BodyNaming]:
    """The initials of the last words of bodies' names, where they are those of one body only: the ABC of N ABC."""
    ends: dict[str, dict[str, BodyNaming]] = defaultdict(dict)
    for naming in namings:
        letters = "" if naming.bare else initials(naming.name)
        for at in range(1, len(letters) - _LEAST_INITIALS + 1):
            ends[letters[at:]][fold_organisation(naming.name)] = naming
    return {short: next(iter(bodies.values())) for short, bodies in ends.items() if len(bodies) == 1}


def abbreviations(text: str, found: Iterable[Acronym], names: Mapping[str, BodyNaming]) -> Iterator[BodyNaming]:
    """Every use in ``text``, whose acronyms are ``found``, of an abbreviation of ``names``."""
    for acronym in found:
        if naming := names.get(acronym.text):
            yield _short_naming(naming, acronym.span)
    plain = [short for short in names if not _CAPITALS.fullmatch(short)]
    if plain:
        shorts = "|".join(re.escape(short) for short in sorted(plain, key=len, reverse=True))
        for match in re.finditer(rf"(?<![\w&/-])(?:{shorts})(?![\w&/])", text):
            yield _short_naming(names[match.group()], Span(*match.span()))


def unexplained(text: str, found: Sequence[Acronym], known: Collection[str]) -> Iterator[BodyNaming]:
    """Uses of acronyms that stand for no ``known`` body, but act like one somewhere: "the CSU advised"."""
    acting = {acronym.text for acronym in found if acronym.text not in known and _acts(text, acronym)}
    acting |= {other for acronym in found if (other := _beside(text, acronym)) and acronym.text in acting}
    acting -= {*known, *not_bodies(), *_other_meanings(found)}
    for acronym in found:
        if acronym.text in acting:
            yield BodyNaming(span=acronym.span, name=acronym.text, rule=_ACRONYM)


def _beside(text: str, acronym: Acronym) -> str | None:
    """The acronym that an "and" joins to this one."""
    match = _AND_ANOTHER.match(text, acronym.span.end)
    return match["other"] if match else None


def is_explained(text: str, span: Span) -> bool:
    """Whether ``span`` is all that stands in brackets behind words of which it holds the initials."""
    start, end = span.start, span.end
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    words = text[max(start - 1 - _EXPLANATION, 0) : start - 1].split()
    telling = [word[0].upper() for word in words if word[0].isalnum() and word.lower() not in CONNECTORS]
    short = [letter for letter in text[start:end].removesuffix("s").upper() if letter.isalnum()]
    return telling[-len(short) :] == short


def _other_meanings(found: Iterable[Acronym]) -> frozenset[str]:
    """Acronyms that the text explains right before them, in brackets: where no body is named there, they mean none."""
    return frozenset(acronym.text for acronym in found if acronym.explained)


def _acts(text: str, acronym: Acronym) -> bool:
    if len(acronym.text) < _LEAST_INITIALS or acronym.text in not_bodies() or _NO_BODY.fullmatch(acronym.text):
        return False
    before = text[max(acronym.span.start - _AROUND, 0) : acronym.span.start]
    after = text[acronym.span.end : acronym.span.end + _AROUND]
    told_before = any(rule.regex and rule.regex.search(before) for rule in labelled("organisations", "acted-before"))
    return told_before or any(
        rule.regex and rule.regex.match(after) for rule in labelled("organisations", "acted-after")
    )


def _short_naming(naming: BodyNaming, span: Span) -> BodyNaming:
    return BodyNaming(span=span, name=naming.name, rule=_ABBREVIATION, kind=naming.kind)


def _definitions(text: str, namings: Iterable[BodyNaming]) -> Iterator[tuple[BodyNaming, str]]:
    """For each abbreviation that stands with a naming in brackets, or after "or": the naming, the abbreviation."""
    for naming in namings:
        for rule in labelled("organisations", "definition"):
            match = rule.regex.match(text, naming.span.end) if rule.regex else None
            if match and (is_short_for(match["short"], naming.name) or _is_slip(match["short"], naming.name)):
                yield naming, match["short"]
        before = text[max(naming.span.start - _AROUND, 0) : naming.span.start]
        if not before.endswith("(") or text[naming.span.end : naming.span.end + 1] != ")":
            continue
        for rule in labelled("organisations", "definition-before"):
            match = rule.regex.search(before) if rule.regex else None
            if match and is_short_for(match["short"], naming.name):
                yield naming, match["short"]


def is_short_for(short: str, name: str) -> bool:
    """Whether the letters of ``short`` stand in ``name`` in that order, beginning with a word's first letter."""
    letters = [char for char in short.rstrip("s").casefold() if char.isalnum()]
    starts = {word[0].casefold() for word in name.split()}
    rest = iter(char for char in name.casefold() if char.isalnum())
    return len(letters) >= 2 and letters[0] in starts and all(letter in rest for letter in letters)


def _is_slip(short: str, name: str) -> bool:
    """Whether ``short`` has the initials of the last words of ``name`` in another order, as a slip of the pen has."""
    letters = initials(name)
    return len(short) >= _LEAST_INITIALS and sorted(short) == sorted(letters[-len(short) :])


def initials(name: str) -> str:
    """The initials of a body's words as it would be shortened: "Northmere County Council" gives NCC."""
    return "".join(word[0] for word in re.findall(r"[A-Za-zÀ-ÿ][\w'’]*", name) if word[0].isupper())


def _initials_with_acronyms(name: str) -> str:
    """The same, with all letters of an abbreviation at the end: JCCCG, the Joint Committee of CCGs."""
    first, _, last = name.rpartition(" ")
    acronym = last.removesuffix("s")
    before = initials(first)
    return before + acronym if acronym.isupper() and len(before) > 1 else initials(name)


def _initials(namings: Iterable[BodyNaming]) -> dict[str, BodyNaming]:
    """Each body's initials, where they are those of one body only."""
    by_initials: dict[str, dict[str, BodyNaming]] = defaultdict(dict)
    for naming in namings:
        if not naming.bare:
            for short in {initials(naming.name), _initials_with_acronyms(naming.name)}:
                by_initials[short][fold_organisation(naming.name)] = naming
    return {
        short: next(iter(bodies.values()))
        for short, bodies in by_initials.items()
        if len(short) >= _LEAST_INITIALS and len(bodies) == 1
    }
