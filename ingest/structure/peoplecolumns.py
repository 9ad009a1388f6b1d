"""Columns that a page was saved by one after the other: all names first, then all roles, in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure.people import ListedPerson

_FEWEST = 3  # names without a word between them, and roles behind the last: fewer are chance
_POSTS = re.compile(
    r"chair(?:man|woman|person)?|director|officer|manager|head|secretary|clerk|member|lead|nurse|governor|treasurer|"
    r"accountant|advis[eo]r|gp|president|partner|consultant|registrar|administrator|assistant|representative|practitioner",
    re.IGNORECASE,
)
_BEFORE_POSTS = re.compile(
    r"chief|non-?(?:executive)?|executive|medical|deputy|interim|acting|associate|clinical|lay|vice|senior|managing|board|"
    r"trust|company|independent|governing|lead",
    re.IGNORECASE,
)
_JOINS = frozenset({"&", "and", "/", "of", "for", "the", "to", "in", "-", "–"})


def dealt(people: Sequence[ListedPerson]) -> Iterator[ListedPerson]:
    """``people``, with the roles behind the last of some bare names dealt out to all of them in order."""
    bare: list[ListedPerson] = []
    for person in people:
        if person.addressed and person.note is None:
            bare.append(person)
            continue
        roles = _roles(person.role or "") if len(bare) + 1 >= _FEWEST and person.addressed else []
        if bare and len(roles) > len(bare):
            for each, role in zip((*bare, person), roles, strict=False):
                yield replace(each, role=role, note=role, organisation=None, chairs=_chairs(role))
        else:
            yield from (*bare, person)
        bare = []
    yield from bare


def _roles(text: str) -> list[str]:
    """The roles in a run of them: "Chairman Chief Executive Director of Estates" are three."""
    found: list[list[str]] = []
    told = False  # the role has its noun
    for word in text.split():
        begins = bool(_POSTS.fullmatch(word) or _BEFORE_POSTS.fullmatch(word))
        after = found[-1][-1].lower() if found else ""
        if not found or (begins and told and after not in _JOINS):
            found.append([])
            told = False
        found[-1].append(word)
        told = told or bool(_POSTS.fullmatch(word)) or (word.lower() == "executive" and after == "chief")
    return [" ".join(words) for words in found]


def _chairs(role: str) -> bool:
    return bool(re.fullmatch(r"chair(?:man|woman|person)?", role, re.IGNORECASE))
