"""Where a text names a person in full or by title: what stands before or after a name, and given names, tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.findings import RuleId
from corpus.names import INITIAL, PARTICLE, is_name, split_name
from corpus.spans import Span
from extract.person_words import NameWords
from extract.rulebook import Rule, rules

_WORD = r"(?:(?:O|D|M)['’](?=[A-Z]))?[A-ZÀ-Þ][a-zà-öø-ÿ]+(?:(?:Mc|Mac)?[A-Z][a-zà-öø-ÿ]+)?(?:[-–][A-Z]?[a-zà-öø-ÿ]+)*"
_GAP = r"[ \xa0]{1,3}"
_PARTICLES = rf"(?:{PARTICLE}{_GAP}){{0,2}}"
_RUN = re.compile(
    rf"\b(?:{INITIAL}[ \xa0]{{0,3}}){{0,4}}{_PARTICLES}{_WORD}"
    rf"(?:{_GAP}(?:{_PARTICLES}{_WORD}|{INITIAL}(?=[ \xa0][A-Z])))*"
)
_LIST_GAP = re.compile(
    r"(?:[ \xa0]*\([^()\n]{1,60}\)[ \xa0]*)?"
    r"(?:[ \xa0]*,[ \xa0]*(?:and[ \xa0]+)?|[ \xa0]+(?:and|&|a)[ \xa0]+|(?<=[ \xa0]))(?=[A-Z])"
)
_TITLE_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd|County|The Rt|Hon)"
    r"\b\.?[ \xa0]+)+$"
)
_BEFORE = 40  # characters that a run of titles before a name can take
_WORDS = re.compile(r"\S+")
_MOST_WORDS = 5
_LONGEST_NAME = 300  # characters that are looked at for so many words
_MOST_LISTED = 40  # names of one list of councillors

GIVEN_NAME = RuleId("people.given-name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place that names a person; ``name`` is as written without title, ``honorific`` "mr", "mrs" or the like.

    ``listed`` is true for lists and front sheets, ``initials`` the minute taker's for the person.
    """

    span: Span
    name: str
    title: str | None
    rule: RuleId
    honorific: str | None = None
    listed: bool = False
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None


class NameFinder:
    """Finds namings in prose by the rules of ``people.toml`` and the list of given names."""

    def __init__(self) -> None:
        self._before = tuple(rule for rule in rules("people") if rule.label in ("title", "titles", "role", "label"))
        self._after = tuple(rule for rule in rules("people") if rule.label == "after")

    def namings(self, text: str, words: NameWords) -> tuple[Naming, ...]:
        """Every naming in the order of the text, none overlapping; of those that begin together the longest is kept."""
        found = [*self._anchored(text, words), *self._runs(text, words)]
        found.sort(key=lambda naming: (naming.span.start, -naming.span.end))
        kept: list[Naming] = []
        for naming in found:
            if not kept or naming.span.start >= kept[-1].span.end:
                kept.append(naming)
        return tuple(kept)

    def _anchored(self, text: str, words: NameWords) -> Iterator[Naming]:
        for rule in self._before:
            if rule.regex is None:
                continue
            for anchor in rule.regex.finditer(text):
                yield from _after_anchor(rule, text, anchor, words)

    def _runs(self, text: str, words: NameWords) -> Iterator[Naming]:
        """Runs of capitalised words that begin with a given name, or that a role follows."""
        for run in _RUN.finditer(text):
            parts = run.group().split()
            if len(parts) < 2:
                continue
            skipped = next((at for at, part in enumerate(parts[:-1]) if words.is_given(part)), None)
            if skipped is not None:
                start = run.start() + _offset(run.group(), skipped)
                naming = _name_at(text, start, words, GIVEN_NAME)
                if naming and " " in naming.name and words.is_sure(naming.name):
                    yield naming
                    continue
            naming = _name_at(text, run.start(), words, GIVEN_NAME)
            if naming and len(naming.name.split()) > 1 and words.is_likely(naming.name):
                for rule in self._after:
                    if rule.regex and (role := rule.regex.match(text, naming.span.end)):
                        yield _with(naming, rule.id, role.group())


def _after_anchor(rule: Rule, text: str, anchor: re.Match[str], words: NameWords) -> Iterator[Naming]:
    if rule.label == "titles":
        title = split_name(anchor.group() + "Xx").title
        at = anchor.end()
        for _ in range(_MOST_LISTED):
            naming = _name_at(text, at, words, rule.id)
            if naming is None:
                return
            yield Naming(span=naming.span, name=naming.name, title=naming.title or title, rule=rule.id)
            gap = _LIST_GAP.match(text, naming.span.end)
            if gap is None:
                return
            at = gap.end()
        return
    naming = _name_at(text, anchor.end(), words, rule.id)
    if naming is None:
        return
    if rule.label == "title":
        if rule.value == "rank" and not words.is_likely(naming.name):
            return
        yield _titled(naming, text, anchor.start())
    elif len(naming.name.split()) > 1 and (rule.value == "initials" or words.is_likely(naming.name)):
        role = " ".join(anchor.group().strip(" \xa0,-–—").split()) if rule.label == "role" else None
        listed = rule.label == "label" and rule.value is None
        yield Naming(span=naming.span, name=naming.name, title=naming.title, rule=rule.id, role=role, listed=listed)


def _titled(naming: Naming, text: str, start: int) -> Naming:
    if more := _TITLE_BEFORE.search(text, max(start - _BEFORE, 0), start):
        start = more.start()
    written = text[start : naming.span.end]
    first = written.split()[0].strip(".").lower()
    return Naming(
        span=Span(start, naming.span.end),
        name=naming.name,
        title=split_name(written).title,
        honorific=first if first in ("mr", "mrs", "ms", "miss", "sir", "dame") else None,
        rule=naming.rule,
    )


def _with(naming: Naming, rule: RuleId, written: str) -> Naming:
    role = " ".join(written.split()).strip(" ,(-–—")
    return Naming(span=naming.span, name=naming.name, title=naming.title, rule=rule, role=role)


def _name_at(text: str, at: int, words: NameWords, rule: RuleId) -> Naming | None:
    """The name that begins at ``at``, cut before the first word that is of no name; ``None`` where there is none."""
    run = _RUN.match(text, at, at + _LONGEST_NAME)
    if run is None:
        return None
    end = at
    for kept, part in enumerate(_WORDS.finditer(run.group())):
        word = part.group()
        if kept == _MOST_WORDS or (len(word) > 1 and words.ends_name(word, first=kept == 0)):
            if words.is_place(word):
                return None
            break
        if kept >= 2 and words.is_given(word) and run.end() > at + part.end():
            break  # two names side by side, as in the cells of a list
        end = at + part.end()
    name = " ".join(text[at:end].split())
    if words.place_follows(text, end) or not is_name(name):
        return None
    return Naming(span=Span(at, end), name=name, title=None, rule=rule)


def _offset(run: str, word: int) -> int:
    return [part.start() for part in _WORDS.finditer(run)][word]


def names_in(text: str, words: NameWords) -> Iterator[Naming]:
    """Every name of two words or more that ``text`` (a value on a front sheet) holds, with offsets in ``text``."""
    at = 0
    while run := _RUN.search(text, at):
        naming = _name_at(text, run.start(), words, RuleId("people.front-sheet"))
        if naming and len(naming.name.split()) > 1 and words.is_likely(naming.name):
            yield naming
        at = run.end()
