"""A body's name that begins with another's: the Northmere CCG Governing Body names Northmere CCG as well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from corpus.bodies import fold_organisation
from corpus.spans import Span
from extract.organisation_naming import BodyNaming
from extract.organisation_words import modifiers, not_bodies

_OF_BODIES = frozenset(
    "board committee cabinet body panel forum executive exec group sub-committee subcommittee team governors".split()
)
"""What bodies have of their own."""
_LEADING = frozenset({"board", "cabinet", "executive", "exec"})
"""Bodies that lead another: before them an abbreviation is another body's."""
_ACRONYM = re.compile(r"[A-Z]{3,6}|NHSE/I")
_PARENTS = frozenset({"council", "ccg", "trust", "icb", "ics", "authority"})
"""Words that end a parent's name, where they are told apart by a word before them."""


def with_parents(text: str, namings: Iterable[BodyNaming], shorts: Mapping[str, BodyNaming]) -> Iterator[BodyNaming]:
    """``namings``; those that begin with another body's name in two: that body, and the rest for the whole name.

    ``shorts`` are abbreviations of bodies.
    """
    namings = tuple(namings)
    known = {fold_organisation(short): naming for short, naming in shorts.items()}
    for naming in namings:
        if not naming.bare:
            written = " ".join(text[naming.span.start : naming.span.end].split())
            known[fold_organisation(written)] = known[fold_organisation(naming.name)] = naming
    for naming in namings:
        cut = 0 if naming.bare else _parent_end(naming, known)
        if not cut:
            yield naming
            continue
        start = naming.span.start
        words = naming.name.split()
        parent = " ".join(words[:cut])
        whole = known.get(fold_organisation(parent))
        yield BodyNaming(
            span=Span(start, start + len(parent)),
            name=whole.name if whole and fold_organisation(whole.name) != fold_organisation(parent) else parent,
            rule=naming.rule,
            kind=whole.kind if whole else None,
        )
        yield replace(naming, span=Span(start + len(parent) + 1, naming.span.end))


def _parent_end(naming: BodyNaming, known: Collection[str]) -> int:
    """How many words of the name are its parent's; none where it has no parent, or is broken over lines."""
    words = naming.name.split()
    if words[-1].lower() not in _OF_BODIES or len(naming.name) != len(naming.span):
        return 0
    if (
        len(words) == 2
        and words[1].lower() in _LEADING
        and _ACRONYM.fullmatch(words[0])
        and words[0] not in not_bodies()
    ):
        return 1
    for end in range(len(words) - 1, 0, -1):
        name = words[:end]
        placed = name[-1].lower() in _PARENTS and any(word.lower() not in modifiers() for word in name[:-1])
        if placed or fold_organisation(" ".join(name)) in known:
            return end
    return 0
