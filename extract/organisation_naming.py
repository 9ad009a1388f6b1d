"""Where a text names a body: by body word, by gazetteer, by first word, by abbreviation, by "the Board"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.bodies import fold_organisation
from corpus.document import Document
from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.national_bodies import Gazetteer
from extract.organisation_phrases import holds_body_word, phrases
from extract.rulebook import Rule, rules, word_list

_GAZETTEER = RuleId("organisations.gazetteer")
_BARE = RuleId("organisations.bare")
_LONGEST_BODY = 14  # words; a longer one is a line that was taken for a body
_TRAILING_JOINER = re.compile(r"(?:,| and| &| of)?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyNaming:
    """One place that names a body; ``name`` is as written, or the full name where ``span`` holds another form.

    ``bare`` marks a phrase that says only what sort of body (the Board, the Parish Council).
    """

    span: Span
    name: str
    rule: RuleId
    kind: OrganisationKind | None = None
    bare: bool = False


class BodyFinder:
    """Finds namings by the rules of ``organisations.toml`` and the gazetteer."""

    def __init__(self, nlp: Language) -> None:
        self._gazetteer = Gazetteer(nlp)
        self._by_label: dict[str, list[Rule]] = {}
        for rule in rules("organisations"):
            self._by_label.setdefault(rule.label, []).append(rule)

    def namings(self, doc: Doc, text: str) -> list[BodyNaming]:
        """Every naming in ``text``, the text of ``doc``, in its order; of those that overlap the longest."""
        found = [
            *self._national(doc),
            *self._headed(text),
            *self._by_initials(text),
            *self._by_body_word(text),
            *self._back_references(text),
        ]
        return apart(found)

    def definitions(self, text: str, namings: Iterable[BodyNaming]) -> Iterator[tuple[BodyNaming, str, Span]]:
        """For each abbreviation in brackets right after a naming: the naming, the abbreviation, and its place."""
        ends = {naming.span.end: naming for naming in namings}
        for rule in self._by_label["definition"]:
            if rule.regex is None:
                continue
            for match in rule.regex.finditer(text):
                naming = ends.get(match.start())
                if naming and is_short_for(match["short"], naming.name):
                    yield naming, match["short"], Span(*match.span("short"))

    def _national(self, doc: Doc) -> Iterator[BodyNaming]:
        for span, body in self._gazetteer.matches(doc):
            yield BodyNaming(span=span, name=body.name, rule=_GAZETTEER, kind=body.kind)

    def _headed(self, text: str) -> Iterator[BodyNaming]:
        for rule in self._by_label["headed"]:
            if rule.regex is None:
                continue
            for match in rule.regex.finditer(text):
                end = match.start() + len(_TRAILING_JOINER.sub("", match.group()))
                words = re.findall(r"[\w'’-]+", text[match.start() : end])[1:]
                if words and not _generic(words) and not holds_body_word(" ".join(words)):
                    yield _naming(text, Span(match.start(), end), rule.id)

    def _by_initials(self, text: str) -> Iterator[BodyNaming]:
        for rule in self._by_label["initials"]:
            if rule.regex is None:
                continue
            for match in rule.regex.finditer(text):
                kind = OrganisationKind(rule.value) if rule.value else None
                yield replace(_naming(text, Span(match.start(), match.end()), rule.id), kind=kind)

    def _by_body_word(self, text: str) -> Iterator[BodyNaming]:
        for rule in self._by_label["run"]:
            if rule.regex is None:
                continue
            for match in rule.regex.finditer(text):
                if holds_body_word(match.group()):
                    for phrase in phrases(text, Span(match.start(), match.end())):
                        yield _naming(text, phrase.span, _BARE if phrase.bare else rule.id, bare=phrase.bare)

    def _back_references(self, text: str) -> Iterator[BodyNaming]:
        for rule in self._by_label["back"]:
            if rule.regex is None:
                continue
            for match in rule.regex.finditer(text):
                yield _naming(text, Span(match.start(), match.end()), rule.id, bare=True)


def apart(namings: Iterable[BodyNaming]) -> list[BodyNaming]:
    """``namings`` without overlaps, in the order of the text: names go before bare phrases, then the longer first."""
    ranked = sorted(namings, key=lambda each: (each.span.start, -len(each.span)))
    kept: list[BodyNaming] = []
    for naming in ranked:
        if not kept or naming.span.start >= kept[-1].span.end:
            kept.append(naming)
        elif len(naming.span) > len(kept[-1].span) and (kept[-1].bare or not naming.bare):
            kept[-1] = naming
    return kept


def is_short_for(short: str, name: str) -> bool:
    """Whether the letters of ``short`` stand in ``name`` in that order, beginning with a word's first letter."""
    letters = [char for char in short.rstrip("s").casefold() if char.isalnum()]
    starts = {word[0].casefold() for word in name.split()}
    rest = iter(char for char in name.casefold() if char.isalnum())
    return len(letters) >= 2 and letters[0] in starts and all(letter in rest for letter in letters)


def abbreviation(name: str) -> str:
    """The initials of a body's words as it would be shortened: "Northmere County Council" gives NCC."""
    return "".join(word[0] for word in re.findall(r"[A-Za-zÀ-ÿ][\w'’]*", name) if word[0].isupper())


def _naming(text: str, span: Span, rule: RuleId, *, bare: bool = False) -> BodyNaming:
    return BodyNaming(span=span, name=" ".join(text[span.start : span.end].split()), rule=rule, bare=bare)


def _generic(words: Iterable[str]) -> bool:
    """Whether any of ``words`` makes a thing of what it follows: NHS Plan, NHS Staff Survey."""
    return any(word in _thing_words() for word in words)


def _thing_words() -> frozenset[str]:
    return frozenset((*word_list("body_members"), *word_list("thing_words")))


def paper_bodies(document: Document) -> Iterator[str]:
    """The bodies and publishers that the document's papers and meetings name, each once."""
    named = [name for paper in document.papers for name in (paper.body, paper.organisation)]
    named += [name for meeting in document.meetings for name in (meeting.body, meeting.organisation)]
    seen: set[str] = set()
    for name in filter(None, named):
        key = fold_organisation(name)
        if key not in seen and _is_plausible(name):
            seen.add(key)
            yield name


def _is_plausible(name: str) -> bool:
    return len(name.split()) <= _LONGEST_BODY and holds_body_word(name)
