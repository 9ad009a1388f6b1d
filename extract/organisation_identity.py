"""Which namings of one document are one body's: by folded name, by place, and "the Board" by the paper it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.bodies import fold_organisation
from corpus.document import Document, Paper, PaperId
from corpus.vocabulary import OrganisationKind
from extract.organisation_naming import BodyNaming
from extract.organisation_variants import joined

_NO_BODY = frozenset(
    "local authority|foundation trust|nhs trust|provider trust|nhs body|public forum|ccg governing body".split("|")
)
"""Bare phrases that speak of any body of a sort."""
_NAMED_WITH_ARTICLE = frozenset({"city council", "county council", "district council", "borough council"})
"""Bare phrases that, even with an article, name a body which the paper calls by no other name."""
_MEANT_ALONE = frozenset(
    "board committee panel trust partnership forum group association commission authority assembly".split()
)
"""Sorts of body that "the" and a capital name where a paper tells of one of the sort only; councils are too many."""
_MEANS_ONE = re.compile(r"(?:[Tt]he|THE) [A-Z]")
_SITTING = frozenset({"board", "committee", "panel"})
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


def gather(document: Document, namings: Sequence[BodyNaming], shorts: Mapping[str, str]) -> list[KnownBody]:
    """The bodies of ``namings``, each once; a bare phrase that could stand for several bodies is left out.

    ``shorts`` are the abbreviations of the text, with what they stand for.
    """
    keys = [None if naming.bare else fold_organisation(naming.name) for naming in namings]
    in_full = {fold_organisation(short): fold_organisation(full) for short, full in shorts.items()}
    bodies = joined({key for key in keys if key is not None}, in_full)
    known = _Known(document, bodies)
    bare: list[tuple[BodyNaming, str]] = []
    for naming, key in zip(namings, keys, strict=True):
        if key is None:
            bare.append((naming, fold_organisation(_ARTICLE.sub("", naming.name))))
        else:
            known.add(naming, key)
    unplaced: dict[str, list[BodyNaming]] = defaultdict(list)
    for naming, phrase in bare:
        if body := known.of_paper(naming, phrase):
            body.namings.append(naming)
        elif _may_name(naming.name, phrase):
            name = _ARTICLE.sub("", naming.name)
            unplaced[phrase].append(replace(naming, name=name, bare=False))
    for phrase, unknown in unplaced.items():
        known.place(phrase, unknown)
    return known.all()


def _may_name(written: str, phrase: str) -> bool:
    """Whether a bare phrase that is no body of the paper names one by itself: Scrutiny Panel, the City Council."""
    if " " not in phrase or phrase in _NO_BODY:
        return False
    return (
        phrase in _NAMED_WITH_ARTICLE and written.split()[-2][0].isupper()
        if _ARTICLE.match(written)
        else written[0].isupper()
    )


class _Known:
    """The named bodies of a document, by every folded name that they have."""

    def __init__(self, document: Document, bodies: Mapping[str, str]) -> None:
        self._document = document
        self._by_body = {body: KnownBody() for body in bodies.values()}
        self._by_key = {key: self._by_body[body] for key, body in bodies.items()}
        self._of_sort: dict[tuple[PaperId, str], set[str]] = defaultdict(set)
        self._bodies = bodies

    def add(self, naming: BodyNaming, key: str) -> None:
        self._by_key[key].namings.append(naming)
        sort = key.rpartition(" ")[2]
        if sort in _MEANT_ALONE and (paper := self._document.paper_at(naming.span.start)):
            self._of_sort[paper.id, sort].add(self._bodies[key])

    def all(self) -> list[KnownBody]:
        """Each body that is named, once."""
        return [body for body in self._by_body.values() if body.namings]

    def of_paper(self, naming: BodyNaming, phrase: str) -> KnownBody | None:
        """The body of the paper (or its publisher) that ``phrase`` can stand for, or the only one of its sort there."""
        paper = self._document.paper_at(naming.span.start)
        if paper is None:
            return None
        names = [name for name in (paper.body, paper.organisation) if name]
        keys = [key for key in map(fold_organisation, names) if key == phrase or key.endswith(" " + phrase)]
        keys += [key for key in map(fold_organisation, names) if key not in keys and _same_sort(key, phrase)]
        if body := next((self._by_key[key] for key in keys if key in self._by_key), None):
            return body
        only = self._of_sort.get((paper.id, phrase), set())
        meant = len(only) == 1 and _MEANS_ONE.match(naming.name) and _may_be_meant(paper, phrase)
        return self._by_body[next(iter(only))] if meant else None

    def place(self, phrase: str, namings: Sequence[BodyNaming]) -> None:
        """Gives ``namings`` of ``phrase`` to the one body whose name ends with it, or makes a body of it."""
        fitting = {id(body): body for key, body in self._by_key.items() if _ends_or_goes_on(key, phrase)}
        if phrase in self._by_key or not fitting:
            body = self._by_key.setdefault(phrase, KnownBody())
            self._by_body.setdefault(phrase, body)
            body.namings.extend(namings)
        elif len(fitting) == 1:
            (body,) = fitting.values()
            body.namings.extend(replace(naming, bare=True) for naming in namings)


def _may_be_meant(paper: Paper, sort: str) -> bool:
    """Whether "the Trust" can be the only trust of ``paper``; "the Board" is more often that whose paper it is."""
    return paper.body is None or sort not in _SITTING


def _ends_or_goes_on(key: str, phrase: str) -> bool:
    """Whether ``key`` is ``phrase`` with words before it, or with its members behind: Joint Committee of CCGs."""
    return key.endswith(" " + phrase) or (phrase.endswith("committee") and key.startswith(phrase + " of "))


def _same_sort(key: str, phrase: str) -> bool:
    """Whether both are councils: the Full Council, the County Council, the Council."""
    return key.endswith(" council") and phrase.endswith("council")
