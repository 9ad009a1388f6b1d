"""Where a text names a body, by each of the ways in which bodies are named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.bodies import fold_organisation
from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.matching import RuleMatcher
from extract.organisation_columns import column_bodies
from extract.organisation_companies import companies
from extract.organisation_context import BEGINS_AFTER, ENDS_BEFORE, SmallWords, told_body
from extract.organisation_initials import Acronym, by_sort, is_explained
from extract.organisation_lists import listed_bodies
from extract.organisation_naming import BodyNaming, apart, beside, naming_at
from extract.organisation_payments import payees
from extract.organisation_phrases import phrases
from extract.organisation_runs import Word, run_words
from extract.organisation_variants import places_of
from extract.organisation_words import holds_body_word, holds_head, thing_words
from extract.public_bodies import Gazetteer
from extract.regexes import labelled

_GAZETTEER = RuleId("organisations.gazetteer")
_BODY_WORD = RuleId("organisations.body-word")
_BARE = RuleId("organisations.bare")
_TRAILING_JOINER = re.compile(r"(?:,| and| &| of)?\s*$")
_ANY = re.compile(r"\b[Aa]n? $")
_LABELS = ("headed", "named", "back")


class BodyFinder:
    """Finds namings by the rules of ``organisations.toml`` and the gazetteer."""

    def __init__(self, nlp: Language) -> None:
        self._gazetteer = Gazetteer(nlp)
        self._rules = RuleMatcher(nlp.vocab, (rule for label in _LABELS for rule in labelled("organisations", label)))
        self._runs = next(rule.regex for rule in labelled("organisations", "run") if rule.regex)

    def namings(self, doc: Doc, text: str, found: Sequence[Acronym]) -> list[BodyNaming]:
        """Every naming in ``text``, the text of ``doc``, in its order; of those that overlap the longest.

        ``found`` are the acronyms of the text.
        """
        sure = [*self._in_gazetteer(doc), *by_sort(found), *self._by_rule(doc, text)]
        small = SmallWords(text)
        told = [*column_bodies(doc._.document, small), *payees(text, small)]
        for match in self._runs.finditer(text):
            start, end = match.span()
            ended = text[start - 2 : start] in ENDS_BEFORE or text.startswith(BEGINS_AFTER, end)
            if ended and (naming := told_body(text, small, start, end)):
                told.append(naming)
            if holds_head(match.group()):
                words = run_words(text, Span(start, end))
                sure += _by_body_word(text, words)
                sure += listed_bodies(words)
                told += companies(text, small, words)
        sure = apart(sure)
        places = places_of(fold_organisation(naming.name) for naming in sure if not naming.bare)
        told = [naming for naming in told if fold_organisation(naming.name) not in places]
        return beside(sure, [*told, *_of_one_place(text, places)])

    def _in_gazetteer(self, doc: Doc) -> Iterator[BodyNaming]:
        for span, body in self._gazetteer.matches(doc):
            yield BodyNaming(span=span, name=body.name, rule=_GAZETTEER, kind=body.kind)

    def _by_rule(self, doc: Doc, text: str) -> Iterator[BodyNaming]:
        for match in self._rules.matches(doc, text, doc._.cues):
            rule, span = match.rule, match.span
            if rule.label == "headed":
                yield from _headed(text, span, rule.id)
            else:
                kind = OrganisationKind(rule.value) if rule.value else None
                yield naming_at(text, span, rule.id, kind=kind, bare=rule.label == "back")


def _of_one_place(text: str, places: Collection[str]) -> Iterator[BodyNaming]:
    """Partnerships of a place of which a council or the like is named: One Northmere."""
    for rule in labelled("organisations", "one-place"):
        for match in rule.regex.finditer(text) if rule.regex and places else ():
            if fold_organisation(match["place"]) in places:
                kind = OrganisationKind(rule.value) if rule.value else None
                yield naming_at(text, Span(*match.span()), rule.id, kind=kind)


def _headed(text: str, span: Span, rule: RuleId) -> Iterator[BodyNaming]:
    end = span.start + len(_TRAILING_JOINER.sub("", text[span.start : span.end]))
    words = re.findall(r"[\w'’-]+", text[span.start : end])[1:]
    if words and not _generic(words) and not holds_body_word(" ".join(words)):
        yield naming_at(text, Span(span.start, end), rule)


def _by_body_word(text: str, words: Sequence[Word]) -> Iterator[BodyNaming]:
    for phrase in phrases(words):
        if not phrase.bare and (_is_any(text, phrase.span) or is_explained(text, phrase.span)):
            continue
        yield naming_at(text, phrase.span, _BARE if phrase.bare else _BODY_WORD, bare=phrase.bare)


def _is_any(text: str, span: Span) -> bool:
    """Whether an article makes any school of a place of the one at ``span``: a Northmere Primary School."""
    return text.endswith("School", span.start, span.end) and bool(_ANY.search(text, max(span.start - 3, 0), span.start))


def _generic(words: Iterable[str]) -> bool:
    """Whether any of ``words`` makes a thing of what it follows: NHS Plan, NHS Staff Survey."""
    return any(word in thing_words() for word in words)
