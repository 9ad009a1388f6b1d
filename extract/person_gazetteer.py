"""The document's own names as a gazetteer: further places of names already found, however they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from corpus.findings import RuleId
from corpus.namesakes import name_parts
from corpus.spans import Span
from extract.person_naming import Naming
from extract.person_runs import Run

_RULE = RuleId("people.known-name")
_BLANK = str.maketrans({"’": "'", "–": "-"})


def known_namings(names: Collection[str], runs: Iterable[Run]) -> Iterator[Naming]:
    """Where ``runs`` hold one of the full ``names``, or its surname after the first initial; in capitals too."""
    forms = _forms(names)
    lengths = _lengths(forms)
    firsts = {way for first in lengths for way in (first.title(), first.upper(), f"{first.upper()}.")}
    firsts |= {name.split()[0] for name in names}
    for run in runs:
        if firsts.isdisjoint(run.words):
            continue
        words = [_folded(word) for word in run.words]
        at = 0
        while at < len(words) - 1:
            begun = (tuple(words[at : at + length]) for length in lengths.get(words[at], ()))
            length = next((len(form) for form in begun if form in forms), 0)
            if length:
                start, _, end = run.places(at, at + length - 1)
                name = " ".join(run.text[start - run.start : end - run.start].split())
                yield Naming(span=Span(start, end), name=name, title=None, rule=_RULE)
            at += length or 1


def _forms(names: Collection[str]) -> set[tuple[str, ...]]:
    """The forms to look for, as folded words."""
    forms: set[tuple[str, ...]] = set()
    for name in names:
        given, _ = name_parts(name)
        if given:
            words = tuple(_folded(word) for word in name.replace(".", ". ").split())
            forms |= {words, (words[0][0], words[-1])}
    return forms


def _lengths(forms: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """How many words the forms have that begin with each first word, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        lengths[form[0]].add(len(form))
    return {first: sorted(each, reverse=True) for first, each in lengths.items()}


def _folded(word: str) -> str:
    return word.rstrip(".").casefold().translate(_BLANK)
