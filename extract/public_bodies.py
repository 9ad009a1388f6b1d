"""Where a text names a body of the gazetteer, by its name, a former one or another form of either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from corpus.bodyforms import usual_forms
from corpus.gazetteer import PublicBody, bodies, find
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind

_SMALL_WORDS = frozenset("a and at by for from in le nan of on the to under upon with".split())
"""Words that stay small in a name."""
_AND = re.compile(" (?:and|&) ")
_SHORTER = (
    (re.compile(r" NHS Foundation Trust$"), " NHS FT"),
    (re.compile(r" CCG$"), " Clinical Commissioning Group"),
    (re.compile(r" Integrated Care Board$"), " ICB"),
    (re.compile(r"^NHS (?=.* (?:CCG|Clinical Commissioning Group|Integrated Care Board|ICB)$)"), ""),
)
"""Ends and beginnings of names that may be longer or shorter."""


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body of the gazetteer, by the name that a text has, or else by the one that the text's form is short for."""

    name: str
    body: PublicBody

    @property
    def kind(self) -> OrganisationKind:
        """What kind of body it is."""
        return self.body.kind


class Gazetteer:
    """Finds the bodies of the gazetteer by exact phrase; a form of one word as it stands, others in capitals too."""

    def __init__(self, nlp: Language) -> None:
        self._by_key: dict[int, NamedBody] = {}
        self._words = PhraseMatcher(nlp.vocab)
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        for printed, named in printed_forms().items():
            self._by_key[nlp.vocab.strings.add(printed)] = named
            matcher = self._phrases if " " in printed else self._words
            matcher.add(printed, [nlp.make_doc(printed)])

    def matches(self, doc: Doc) -> Iterator[tuple[Span, NamedBody]]:
        """Every place of a body's form; places may overlap."""
        for key, start, end in self._words(doc):
            found = doc[start:end]
            yield Span(found.start_char, found.end_char), self._by_key[key]
        for key, start, end in self._phrases(doc):
            found = doc[start:end]
            if _is_name(found.text) or found.text == doc.vocab.strings[key]:
                yield Span(found.start_char, found.end_char), self._by_key[key]


@cache
def printed_forms() -> dict[str, NamedBody]:
    """All that a text may print for a body, with what it names; a form that could be several bodies' is left out."""
    named: dict[str, NamedBody] = {}
    for body in bodies():
        for form, short_for in _forms(body):
            if find(form) is body:
                for printed in ways_of_printing(form):
                    named.setdefault(printed, NamedBody(short_for or printed, body))
    return named


def _forms(body: PublicBody) -> Iterator[tuple[str, str | None]]:
    """The forms of ``body``: its names, former and usual ones, and others, with the name that these are short for."""
    names = (body.name, *body.former_names)
    yield from ((form, None) for form in (*names, *usual_forms(body.kind, names)))
    for form in body.forms:
        yield form, next((name for name in names if _may_shorten(form, name)), body.name)


def _may_shorten(short: str, name: str) -> bool:
    """Whether the letters of ``short`` are initials of ``name``, in its order."""
    initials = iter(word[0].casefold() for word in name.split())
    return all(letter in initials for letter in short.casefold() if letter.isalnum())


def ways_of_printing(form: str) -> tuple[str, ...]:
    """``form`` in the ways that are taken for it: "&" for any "and", no commas, "NHS FT", no "NHS" before a CCG."""
    ways = {form}
    for pattern, other in _SHORTER:
        ways |= {pattern.sub(other, way) for way in ways}
    ways = {joined for way in ways for joined in _with_either_and(way)}
    for plain, other in ((", ", " "), ("'", "’"), ("’", "'"), ("St ", "St. ")):
        ways |= {way.replace(plain, other) for way in ways if plain in way}
    return tuple(sorted(ways))


def _with_either_and(form: str) -> Iterator[str]:
    first, *others = _AND.split(form)
    for joiners in product((" and ", " & "), repeat=len(others)):
        yield "".join(chain([first], *zip(joiners, others, strict=True)))


def _is_name(text: str) -> bool:
    """Whether all words of ``text`` begin as those of a name: a home office is not the Home Office."""
    return all(not word[0].islower() or word in _SMALL_WORDS for word in text.split())
