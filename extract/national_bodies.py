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


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body of the gazetteer, by its own name or a former or usual one, which a text has or means."""

    name: str
    body: PublicBody

    @property
    def kind(self) -> OrganisationKind:
        """What kind of body it is."""
        return self.body.kind


class Gazetteer:
    """Finds the bodies of the gazetteer by exact phrase; a form of one word as it stands, others in capitals too."""

    def __init__(self, nlp: Language) -> None:
        by_form = forms_in_text()
        self._by_key = {nlp.vocab.strings.add(form): named for form, named in by_form.items()}
        self._words = PhraseMatcher(nlp.vocab)
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        for form in by_form:
            matcher = self._phrases if " " in form else self._words
            matcher.add(form, [nlp.make_doc(written) for written in ways_of_printing(form)])

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
def forms_in_text() -> dict[str, NamedBody]:
    """Each form that a text may use, with what it names; forms that could be several bodies' are left out."""
    named: dict[str, NamedBody] = {}
    for body in bodies():
        for form, name in _forms(body):
            if find(form) is body:
                named.setdefault(form, NamedBody(name, body))
    return named


def _forms(body: PublicBody) -> Iterator[tuple[str, str]]:
    """The forms of ``body``, each with the name to give it: a usual form is a name too, any other is short for one."""
    for name in (body.name, *body.former_names, *usual_forms(body.kind, (body.name, *body.former_names))):
        yield name, name
    for form in body.forms:
        yield form, body.name


def ways_of_printing(form: str) -> tuple[str, ...]:
    """``form`` with "&" for any "and", without commas, with a typographic apostrophe, with a full stop after "St"."""
    ways = {form}
    first, *others = _AND.split(form)
    if others:
        joiners = product((" and ", " & "), repeat=len(others))
        ways = {"".join(chain([first], *zip(joiner, others, strict=True))) for joiner in joiners}
    for plain, other in ((", ", " "), ("'", "’"), ("’", "'"), ("St ", "St. ")):
        ways |= {way.replace(plain, other) for way in ways if plain in way}
    return tuple(sorted(ways))


def _is_name(text: str) -> bool:
    """Whether all words of ``text`` begin as those of a name: a home office is not the Home Office."""
    return all(not word[0].islower() or word in _SMALL_WORDS for word in text.split())
