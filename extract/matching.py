"""Matching the rulebook against a text: by spaCy's Matcher and, where tokens can't reach, by regular expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from corpus.spans import Span
from extract.cues import Cues, Line
from extract.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match at ``span`` (characters of the text)."""

    rule: Rule
    span: Span


class RuleMatcher:
    """All rules of a book against a text; one that has cues is tried only where they stand.

    Of expressions those are lines, of token patterns sentences: no pattern reaches over a full stop.
    """

    def __init__(self, vocab: Vocab, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._by_tokens = {rule.id: Matcher(vocab) for rule in self._rules if rule.pattern}
        for rule in self._rules:
            if rule.pattern:
                self._by_tokens[rule.id].add(str(rule.id), [[dict(token) for token in rule.pattern]], greedy="LONGEST")

    def matches(self, doc: Doc, text: str, cues: Cues) -> tuple[Match, ...]:
        """Every match in ``text``, the text of ``doc``, by ``cues`` that stand in it; in the order of the text."""
        found = [
            Match(rule, span)
            for rule in self._rules
            for span in (self._of_pattern(rule, doc, text, cues) if rule.pattern else _of_regex(rule, text, cues))
        ]
        return tuple(sorted(found, key=lambda match: (match.span.start, -match.span.end)))

    def _of_pattern(self, rule: Rule, doc: Doc, text: str, cues: Cues) -> Iterator[Span]:
        for sentence in cues.sentences(rule, text) if rule.cues else (Span(0, len(text)),):
            if stretch := doc.char_span(sentence.start, sentence.end, alignment_mode="expand"):
                for found in self._by_tokens[rule.id](stretch, as_spans=True):
                    yield Span(found.start_char, found.end_char)


def _of_regex(rule: Rule, text: str, cues: Cues) -> Iterator[Span]:
    if rule.regex is None:
        return
    for line in cues.lines(rule, text) if rule.cues else (Line(Span(0, len(text)), len(text)),):
        for match in rule.regex.finditer(text, line.span.start, line.reach):
            if match.start() >= line.span.end:
                break
            yield Span(match.start(), match.end())
