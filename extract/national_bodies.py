"""The gazetteer: national bodies, and charities and companies well known in public life, with their other forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.rulebook import word_list


@dataclass(frozen=True, slots=True)
class NationalBody:
    """A body of the gazetteer: its full name, its other forms, what kind it is."""

    name: str
    forms: tuple[str, ...]
    kind: OrganisationKind


@cache
def national_bodies() -> tuple[NationalBody, ...]:
    """The gazetteer; raises ``ValueError`` where a line names no known kind."""
    return tuple(_body(line) for line in word_list("national_bodies"))


class Gazetteer:
    """Finds the bodies of the gazetteer by exact phrase, the longest first."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        for at, body in enumerate(national_bodies()):
            forms = (body.name, *body.forms)
            # Headings are in capitals; abbreviations stay as they are.
            written = set(forms) | {form.upper() for form in forms if " " in form}
            self._matcher.add(str(at), [nlp.make_doc(form) for form in sorted(written)])

    def matches(self, doc: Doc) -> Iterator[tuple[Span, NationalBody]]:
        """Every place of a body's form; places may overlap."""
        bodies = national_bodies()
        for key, start, end in self._matcher(doc):
            found = doc[start:end]
            yield Span(found.start_char, found.end_char), bodies[int(doc.vocab.strings[key])]


def _body(line: str) -> NationalBody:
    kind, _, forms = line.partition(":")
    name, *others = (form.strip() for form in forms.split(";"))
    return NationalBody(name, tuple(others), OrganisationKind(kind.strip()))
