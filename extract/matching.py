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
    """All rules of a book against a text; a rule that has cues is tried only on lines that hold one."""

    def __init__(self, vocab: Vocab, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._by_tokens = {rule.id: Matcher(vocab) for rule in self._rules if rule.pattern}
        for rule in self._rules:
            if rule.pattern:
                self._by_tokens[rule.id].add(str(rule.id), [[dict(token) for token in rule.pattern]], greedy="LONGEST")

    def matches(self, doc: Doc, text: str, cues: Cues) -> tuple[Match, ...]:
        """Every match in ``text``, the text of ``doc``, by ``cues`` that stand in it; in the order of the text."""
        whole = Line(Span(0, len(text)), len(text))
        found = [
            Match(rule, span)
            for rule in self._rules
            for line in (cues.lines(rule, text) if rule.cues else (whole,))
            for span in self._of_rule(rule, doc, text, line)
        ]
        return tuple(sorted(found, key=lambda match: (match.span.start, -match.span.end)))

    def _of_rule(self, rule: Rule, doc: Doc, text: str, line: Line) -> Iterator[Span]:
        if rule.regex:
            for match in rule.regex.finditer(text, line.span.start, line.reach):
                if match.start() >= line.span.end:
                    return
                yield Span(match.start(), match.end())
        elif stretch := doc.char_span(line.span.start, line.span.end, alignment_mode="expand"):
            for found in self._by_tokens[rule.id](stretch, as_spans=True):
                yield Span(found.start_char, found.end_char)
