"""Which namings of one document are one body's: by folded name, by place, and "the Board" by the paper it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpus.bodies import fold_organisation
from corpus.document import Document
from corpus.vocabulary import OrganisationKind
from extract.organisation_naming import BodyNaming

_COUNCIL_SORT = re.compile(
    r"\b(?:county|city|borough|district|metropolitan|parish|town|community|unitary) (?=council$)"
)
_NO_BODY = frozenset({"local authority", "foundation trust", "nhs trust", "provider trust", "nhs body", "public forum"})
"""Bare phrases that speak of any body of a sort."""
_PLACED = re.compile(
    r"^(?P<place>.+?) (?:(?:county|city|borough|district|metropolitan|parish|town|community) )*"
    r"(?:council|ccg|icb|ics|icp|integrated care (?:system|partnership)|health and care partnership)$"
)
_NAMED_BY_PLACE = ("council", "ccg", "icb", "university", "school")
"""Bodies that have no name but their place's: of two places they are never one."""
_ARTICLE = re.compile(r"^(?:the|this|our|full) ", re.IGNORECASE)


@dataclass(slots=True)
class KnownBody:
    """A body of the document while its namings are being gathered."""

    namings: list[BodyNaming] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form that is no bare phrase, in mixed case where there is one."""
        forms = [naming.name for naming in self.namings if not naming.bare] or [self.namings[0].name]
        return max(forms, key=lambda form: (not form.isupper(), len(form)))

    @property
    def kind(self) -> OrganisationKind | None:
        """What the gazetteer says that it is."""
        return next((naming.kind for naming in self.namings if naming.kind), None)


def gather(document: Document, namings: Iterable[BodyNaming]) -> list[KnownBody]:
    """The bodies of ``namings``, each once; a bare phrase that could stand for several bodies is left out."""
    named: dict[str, KnownBody] = defaultdict(KnownBody)
    bare: list[BodyNaming] = []
    for naming in namings:
        if naming.bare:
            bare.append(naming)
        else:
            named[fold_organisation(naming.name)].namings.append(naming)
    _join_councils(named)
    _join_without_place(named)
    unplaced: dict[str, list[BodyNaming]] = defaultdict(list)
    for naming in bare:
        phrase = fold_organisation(_ARTICLE.sub("", naming.name))
        if body := _of_paper(document, naming, phrase, named):
            body.namings.append(naming)
        elif naming.name[0].isupper() and " " in phrase and phrase not in _NO_BODY and not _ARTICLE.match(naming.name):
            unplaced[phrase].append(replace(naming, bare=False))
    for phrase, unknown in unplaced.items():
        _place(phrase, unknown, named)
    return [body for body in named.values() if body.namings]


def _join_councils(named: dict[str, KnownBody]) -> None:
    """Northmere Council is Northmere Borough Council where no other council of that place is named."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key in named:
        short = _COUNCIL_SORT.sub("", key)
        if short != key:
            longer[short].append(key)
    for short, keys in longer.items():
        if len(keys) == 1 and short in named and short != "council":
            named[keys[0]].namings.extend(named.pop(short).namings)


def _join_without_place(named: dict[str, KnownBody]) -> None:
    """The Scrutiny Committee is Northmere's where Northmere is all that it lacks; N&E is Northmere and Ellerdyke."""
    places = _places(named)
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in named:
        words = key.split()
        for at in range(1, len(words)):
            place = places.get(_squashed(words[:at]))
            rest = " ".join(words[at:])
            if place and not rest.endswith(_NAMED_BY_PLACE):
                forms[rest][place].append(key)
    for rest, by_place in forms.items():
        for keys in by_place.values():
            present = [key for key in keys if key in named]
            if rest in named and len(by_place) == 1:
                present.append(rest)
            _merge(named, present)


def _places(named: Iterable[str]) -> dict[str, str]:
    """The places that councils and the like are named by, by their folded names, their initials and their councils'."""
    found: dict[str, str] = {}
    for key in named:
        if match := _PLACED.match(key):
            place = _squashed(match["place"].split())
            found[place] = place
            found.setdefault(_squashed(key.split()), place)
    return found


def _squashed(words: Sequence[str]) -> str:
    """A place of several words by its initials, so that "n and e" is "northmere and ellerdyke"; one word as it is."""
    telling = [word for word in words if word not in ("and", "of", "the")]
    return "".join(word[0] for word in telling) if len(telling) > 1 else "".join(telling)


def _merge(named: dict[str, KnownBody], keys: Sequence[str]) -> None:
    if len(keys) > 1:
        best = max(keys, key=len)
        for key in keys:
            if key != best:
                named[best].namings.extend(named.pop(key).namings)


def _of_paper(document: Document, naming: BodyNaming, phrase: str, named: dict[str, KnownBody]) -> KnownBody | None:
    """The body of the paper (or its publisher) that ``phrase`` can stand for."""
    paper = document.paper_at(naming.span.start)
    if paper is None:
        return None
    names = [name for name in (paper.body, paper.organisation) if name]
    keys = [key for key in map(fold_organisation, names) if key == phrase or key.endswith(" " + phrase)]
    keys += [key for key in map(fold_organisation, names) if key not in keys and _same_sort(key, phrase)]
    return next((named[key] for key in keys if key in named), None)


def _same_sort(key: str, phrase: str) -> bool:
    """Whether both are councils: the Full Council, the County Council, the Council."""
    return key.endswith(" council") and phrase.endswith("council")


def _place(phrase: str, namings: Sequence[BodyNaming], named: dict[str, KnownBody]) -> None:
    fitting = [key for key in named if key.endswith(" " + phrase)]
    if phrase in named or not fitting:
        named[phrase].namings.extend(namings)
    elif len(fitting) == 1:
        named[fitting[0]].namings.extend(replace(naming, bare=True) for naming in namings)
