"""Where a text names a body: by body word, by gazetteer, by first word, by sort of abbreviation, by "the Board"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.national_bodies import Gazetteer
from extract.organisation_companies import companies
from extract.organisation_context import told_bodies
from extract.organisation_initials import Acronym, by_sort
from extract.organisation_naming import BodyNaming, apart, beside, naming_at
from extract.organisation_payments import payees
from extract.organisation_phrases import phrases
from extract.organisation_runs import run_words
from extract.organisation_words import holds_body_word, holds_head, thing_words
from extract.regexes import labelled
from extract.rulebook import Rule

_GAZETTEER = RuleId("organisations.gazetteer")
_BODY_WORD = RuleId("organisations.body-word")
_BARE = RuleId("organisations.bare")
_TRAILING_JOINER = re.compile(r"(?:,| and| &| of)?\s*$")


class BodyFinder:
    """Finds namings by the rules of ``organisations.toml`` and the gazetteer."""

    def __init__(self, nlp: Language) -> None:
        self._gazetteer = Gazetteer(nlp)

    def namings(self, doc: Doc, text: str, found: Sequence[Acronym]) -> list[BodyNaming]:
        """Every naming in ``text``, the text of ``doc``, in its order; of those that overlap the longest.

        ``found`` are the acronyms of the text.
        """
        sure = [*self._national(doc), *by_sort(found), *_headed(text), *_named(text), *_back_references(text)]
        told = list(payees(text))
        for _, match in _matches("run", text):
            run = Span(*match.span())
            told += told_bodies(text, run)
            if holds_head(match.group()):
                sure += _by_body_word(text, run)
                told += companies(text, run_words(text, run))
        return beside(apart(sure), told)

    def _national(self, doc: Doc) -> Iterator[BodyNaming]:
        for span, body in self._gazetteer.matches(doc):
            yield BodyNaming(span=span, name=body.name, rule=_GAZETTEER, kind=body.kind)


def _headed(text: str) -> Iterator[BodyNaming]:
    for rule, match in _matches("headed", text):
        end = match.start() + len(_TRAILING_JOINER.sub("", match.group()))
        words = re.findall(r"[\w'’-]+", text[match.start() : end])[1:]
        if words and not _generic(words) and not holds_body_word(" ".join(words)):
            yield naming_at(text, Span(match.start(), end), rule.id)


def _named(text: str) -> Iterator[BodyNaming]:
    for rule, match in _matches("named", text):
        kind = OrganisationKind(rule.value) if rule.value else None
        yield naming_at(text, Span(match.start(), match.end()), rule.id, kind=kind)


def _by_body_word(text: str, run: Span) -> Iterator[BodyNaming]:
    for phrase in phrases(text, run):
        yield naming_at(text, phrase.span, _BARE if phrase.bare else _BODY_WORD, bare=phrase.bare)


def _back_references(text: str) -> Iterator[BodyNaming]:
    for rule, match in _matches("back", text):
        yield naming_at(text, Span(match.start(), match.end()), rule.id, bare=True)


def _matches(label: str, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    for rule in labelled("organisations", label):
        if rule.regex:
            for match in rule.regex.finditer(text):
                yield rule, match


def _generic(words: Iterable[str]) -> bool:
    """Whether any of ``words`` makes a thing of what it follows: NHS Plan, NHS Staff Survey."""
    return any(word in thing_words() for word in words)
