"""Matching the rulebook against a text: by spaCy's Matcher and, where tokens can't reach, by regular expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from corpus.spans import Span
from extract.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match at ``span`` (characters of the text)."""

    rule: Rule
    span: Span


class RuleMatcher:
    """All rules of a book against a text; of matches that begin at one place by one label the longest is kept."""

    def __init__(self, vocab: Vocab, rules: Iterable[Rule]) -> None:
        self._by_id = {str(rule.id): rule for rule in rules}
        self._matcher = Matcher(vocab)
        for rule in self._by_id.values():
            if rule.pattern:
                self._matcher.add(str(rule.id), [[dict(token) for token in rule.pattern]], greedy="LONGEST")

    def matches(self, doc: Doc) -> tuple[Match, ...]:
        """Every match in the order of the text."""
        found = [*self._by_tokens(doc), *self._by_regex(doc.text)]
        return tuple(sorted(found, key=lambda match: (match.span.start, -match.span.end)))

    def _by_tokens(self, doc: Doc) -> Iterator[Match]:
        for span in self._matcher(doc, as_spans=True):
            yield Match(self._by_id[span.label_], Span(span.start_char, span.end_char))

    def _by_regex(self, text: str) -> Iterator[Match]:
        for rule in self._by_id.values():
            if rule.regex:
                for match in rule.regex.finditer(text):
                    yield Match(rule, Span(match.start(), match.end()))
