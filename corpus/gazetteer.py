"""The gazetteer: the public bodies of the UK, what each was called, when it existed, and what came after it.

The facts stand in ``public_bodies/*.csv`` beside this module, one body a row; CONTRIBUTING.md says how to add one.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NewType

from corpus.bodies import fold_organisation
from corpus.bodyforms import usual_forms
from corpus.vocabulary import OrganisationKind

BodyId = NewType("BodyId", str)
_SEPARATOR = ";"  # between the forms of one body; some names hold commas


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBody:
    """One body of the gazetteer; what is not known for sure is ``None`` or empty.

    ``forms`` are other ways of writing its name, ``former_names`` what it was called before it was renamed. ``code`` is
    the ONS's (councils) or the NHS's (ODS). It existed from ``started`` up to, not including, ``ended`` (ISO dates).
    """

    id: BodyId
    name: str
    kind: OrganisationKind
    forms: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    code: str | None = None
    started: str | None = None
    ended: str | None = None
    successors: tuple[BodyId, ...] = ()

    def existed(self, on: str) -> bool:
        """Whether it existed on the day ``on`` (ISO), as far as its days are known."""
        return (self.started or "") <= on and (self.ended is None or on < self.ended)

    def ways_of_writing(self) -> tuple[tuple[str, ...], ...]:
        """Its name, then the forms listed with it, then those that its kind is usually written in."""
        listed = (*self.former_names, *self.forms)
        return (self.name,), listed, tuple(usual_forms(self.kind, (self.name, *self.former_names)))


@cache
def bodies() -> tuple[PublicBody, ...]:
    """Every body, by file and id; raises ``ValueError`` where a row names no known kind."""
    return tuple(_body(row) for text in _tables() for row in csv.DictReader(text.splitlines()))


@cache
def by_id() -> dict[BodyId, PublicBody]:
    """Every body by its id."""
    return {body.id: body for body in bodies()}


def find(name: str, on: str | None = None) -> PublicBody | None:
    """The body that ``name`` names, ``None`` where it is unknown or could be several.

    Of bodies that shared a name it is the one that existed ``on`` that day (ISO); without a day, or where none did, the
    living one, or the last. A name goes before forms, a listed form before one that the kind is usually written in.
    """
    found = candidates(name, on)
    return found[0] if len(found) == 1 else None


def candidates(name: str, on: str | None = None) -> tuple[PublicBody, ...]:
    """All the bodies that ``name`` could be of, where `find` can't tell which."""
    known = _index().get(fold_organisation(name), ())
    living = [each for each in known if on and each[1].existed(on)] or _latest(known)
    best = min((rank for rank, _ in living), default=0)
    return tuple({body.id: body for rank, body in living if rank == best}.values())


def with_code(code: str) -> PublicBody | None:
    """The body that has ``code`` (the ONS's or the NHS's, in any case)."""
    return _by_code().get(code.upper())


def successors(body: PublicBody) -> tuple[PublicBody, ...]:
    """The bodies that took over from ``body``."""
    return tuple(by_id()[each] for each in body.successors)


def predecessors(body: PublicBody) -> tuple[PublicBody, ...]:
    """The bodies that ``body`` took over from."""
    return _predecessors().get(body.id, ())


def ancestors(body: PublicBody) -> tuple[PublicBody, ...]:
    """All bodies that ``body`` came from, over any number of steps, the earliest first."""
    return _in_order(_reached(body, predecessors))


def lineage(body: PublicBody) -> tuple[PublicBody, ...]:
    """``body``, all bodies that it came from and all that came from it, each once, the earliest first."""
    return _in_order({body.id: body} | _reached(body, successors) | _reached(body, predecessors))


def family(body: PublicBody) -> BodyId:
    """One id for all that can be reached from ``body`` by predecessors and successors: the first of theirs by name."""
    return _families()[body.id]


@cache
def _families() -> dict[BodyId, BodyId]:
    found: dict[BodyId, BodyId] = {}
    for body in sorted(bodies(), key=lambda each: each.id):
        if body.id not in found:
            kin = _reached(body, lambda each: (*successors(each), *predecessors(each)))
            found.update(dict.fromkeys((body.id, *kin), body.id))
    return found


def _reached(body: PublicBody, step: Callable[[PublicBody], Iterable[PublicBody]]) -> dict[BodyId, PublicBody]:
    """All that are reached from ``body`` by one ``step`` after the other, without itself."""
    found: dict[BodyId, PublicBody] = {}
    waiting = [body]
    while waiting:
        new = [each for each in step(waiting.pop()) if each.id not in found and each.id != body.id]
        found.update((each.id, each) for each in new)
        waiting.extend(new)
    return found


def _in_order(found: dict[BodyId, PublicBody]) -> tuple[PublicBody, ...]:
    return tuple(sorted(found.values(), key=lambda each: (each.started or "", each.ended or "9", each.id)))


@cache
def digest() -> str:
    """A short digest of all facts: what was found by one version of them is comparable."""
    return hashlib.sha256("\0".join(_tables()).encode()).hexdigest()[:12]


def _tables() -> Iterator[str]:
    folder = resources.files("corpus") / "public_bodies"
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".csv"):
            yield entry.read_text(encoding="utf-8")


def _body(row: dict[str, str]) -> PublicBody:
    return PublicBody(
        id=BodyId(row["id"]),
        name=row["name"],
        kind=OrganisationKind(row["kind"]),
        forms=_listed(row["forms"]),
        former_names=_listed(row["former_names"]),
        code=row["code"] or None,
        started=row["started"] or None,
        ended=row["ended"] or None,
        successors=tuple(map(BodyId, _listed(row["successors"]))),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split(_SEPARATOR)) if cell else ()


@cache
def _by_code() -> dict[str, PublicBody]:
    return {body.code: body for body in bodies() if body.code}


@cache
def _index() -> dict[str, tuple[tuple[int, PublicBody], ...]]:
    """Bodies by the folded ways of writing their names, each with how good a name that is (0 the best)."""
    index: dict[str, list[tuple[int, PublicBody]]] = defaultdict(list)
    for body in bodies():
        for rank, forms in enumerate(body.ways_of_writing()):
            for form in forms:
                index[fold_organisation(form)].append((rank, body))
    return {key: tuple(found) for key, found in index.items()}


@cache
def _predecessors() -> dict[BodyId, tuple[PublicBody, ...]]:
    before: dict[BodyId, list[PublicBody]] = defaultdict(list)
    for body in bodies():
        for successor in body.successors:
            before[successor].append(body)
    return {id_: tuple(found) for id_, found in before.items()}


def _latest(candidates: Iterable[tuple[int, PublicBody]]) -> list[tuple[int, PublicBody]]:
    """The candidates that live, or else those that lived the longest."""
    last = max((body.ended or "9" for _, body in candidates), default="")
    return [each for each in candidates if (each[1].ended or "9") == last]
