"""Where a paper asks its board for something: below headings and labels, in fields, in lists and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, takewhile

from corpus.document import Document, Paper
from corpus.findings import RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import FieldKey, PaperKind
from extract.asklists import Line, line_of, opens_ask
from extract.asknumbers import Mark
from extract.paragraphs import Paragraph, folded, sentences
from extract.places import Places
from extract.regexes import searches
from extract.rulebook import Rule

_ASKING = (PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.OTHER, PaperKind.CALL_IN, PaperKind.APPENDIX)
_MOST_LINES = 80  # of a list of recommendations; longer, it is a section of prose about some
_FIELD = RuleId("recommendations.field")
_ACTION = RuleId("recommendations.action-required")
_LEAST_WORDS = 3  # of what a front sheet wants done; fewer only name a kind of action
_BOX = re.compile(r"[☐□▢❑❏☑☒✓✔✗✘]|\[\s?[xX✓√]?\s?\]")
_LONGEST_ITEM = 120  # paragraphs that a site shows of an item before its minutes
_LONGEST_HEADING = 8  # words
_BESIDE_LABEL = 2  # cells of a row of a label and its value; a row of more is the head of a table


class Standing(IntEnum):
    """How plainly a paper announces its asks; what stands lower only repeats or prepares what stands higher."""

    HEADING = 0
    LIST = 1
    SENTENCE = 2
    TICK = 3  # a word that is ticked on the front sheet: "☒ Note"


@dataclass(frozen=True, slots=True)
class Block:
    """The lines that asks are read from, where they start, how plainly they are announced, and by which rule."""

    lines: tuple[Line, ...]
    rule: RuleId
    start: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class AskPlaces:
    """The places of one document where somebody may be asked.

    ``tried`` has the rules to try, by paragraph; ``indexes`` are its keys in order.
    """

    document: Document
    paragraphs: Sequence[Paragraph]
    tried: Mapping[int, Sequence[Rule]]
    indexes: Sequence[int]
    places: Places

    def blocks(self, paper: Paper) -> Iterator[Block]:
        """All blocks of ``paper``."""
        if paper.kind in (*_ASKING, PaperKind.AGENDA):
            within = paper.span
            yield from self._of_fields(paper)
            yield from self._required(paper)
        elif paper.kind is PaperKind.MINUTES and (before := self._before_minutes(paper)):
            within = before
        else:
            return
        openings = ("heading", "motion", "call-in") if paper.kind is PaperKind.CALL_IN else ("heading", "motion")
        yield from self._below(within, openings)
        if paper.kind is not PaperKind.AGENDA:
            yield from self._in_prose(within)

    def _before_minutes(self, paper: Paper) -> Span | None:
        """Of an item as a site shows it, with its minutes below, what was put to the meeting."""
        first = self._index_at(paper.span.start)
        for paragraph in islice(self.paragraphs, first, first + _LONGEST_ITEM):
            if paragraph.span.start >= paper.span.end:
                return None
            if paragraph.text.rstrip(" :").lower() == "minutes":
                return Span(paper.span.start, paragraph.span.start)
        return None

    def _of_fields(self, paper: Paper) -> Iterator[Block]:
        for field in paper.fields:
            if field.key is FieldKey.RECOMMENDATIONS and len(field.span):
                lines = tuple(self._lines(self._index_at(field.span.start), field.span.start, field.span.end))
                yield Block(lines, _FIELD, field.span.start, Standing.HEADING)

    def _required(self, paper: Paper) -> Iterator[Block]:
        """What a front sheet says that the board is to do: in words, or by ticks."""
        for field in paper.fields:
            if field.key is not FieldKey.ACTION_REQUIRED or not opens_ask(field.value):
                continue
            quote = self.document.quote(field.span)
            ticked = "" if field.value in folded(quote) and not _BOX.search(quote) else field.value.split(",")[0]
            start = field.span.start + (quote.find(ticked) if ticked in quote else 0)
            end = start + len(ticked) if ticked else field.span.end
            lines = tuple(self._lines(self._index_at(start), start, end))
            is_word = len(field.value.split()) < _LEAST_WORDS or bool(ticked)
            yield Block(lines, _ACTION, start, Standing.TICK if is_word else Standing.LIST)

    def _below(self, within: Span, labels: Sequence[str]) -> Iterator[Block]:
        """What stands below, or behind, words that announce asks at the beginning of a paragraph."""
        for index, rules in self._tried(within):
            paragraph = self.paragraphs[index]
            wanted = [rule for rule in rules if rule.label in labels]
            line = line_of(self.document.text, paragraph.span)
            told = next(searches(wanted, line.text), None)
            if told is None or paragraph.column > 0 or self._cells(index) > _BESIDE_LABEL:
                continue
            rule, match = told
            # The words of "This Council resolves to:" complete its parts; a heading's don't.
            start = line.span.start + (0 if rule.label == "motion" else match.end())
            lines = tuple(self._section(index, start, within.end))
            if paragraph.column < 0 or (lines and (lines[0].mark or opens_ask(lines[0].text))):
                yield Block(lines, rule.id, start, Standing.HEADING)

    def _in_prose(self, within: Span) -> Iterator[Block]:
        """ "The Board is asked to note the paper", or the list below "The Board is asked to:"."""
        for index, rules in self._tried(within):
            paragraph = self.paragraphs[index]
            wanted = [rule for rule in rules if rule.label == "ask"]
            if not wanted or paragraph.is_heading or (paragraph.column == 0 and self._cells(index) > 1):
                continue
            for sentence in sentences(self.document.text, paragraph.body):
                told = next(searches(wanted, self.document.quote(sentence)), None)
                if told is None:
                    continue
                if sentence.end == paragraph.span.end and paragraph.text.endswith((":", ":-", ": -", " to")):
                    lines = tuple(self._section(index, sentence.start, within.end))
                    yield Block(lines, told[0].id, sentence.start, Standing.LIST)
                else:
                    lines = (line_of(self.document.text, sentence),)
                    yield Block(lines, told[0].id, sentence.start, Standing.SENTENCE)

    def _tried(self, within: Span) -> Iterator[tuple[int, Sequence[Rule]]]:
        """The paragraphs of ``within`` that rules are tried on, and which."""
        for at in range(bisect_left(self.indexes, self._index_at(within.start)), len(self.indexes)):
            index = self.indexes[at]
            if self.paragraphs[index].span.start >= within.end:
                return
            yield index, self.tried[index]

    def _section(self, index: int, start: int, end: int) -> Iterator[Line]:
        """The lines from ``start`` in a paragraph to the next heading that is no part of the list."""
        if row := self._row(index):
            yield from self._lines(index, start, row[-1].span.end)
            return
        last: Mark | None = None
        for line in islice(self._lines(index, start, end), _MOST_LINES):
            following = self._index_at(line.span.start)
            if following > index and self._stops(self.paragraphs[following], line, last):
                return
            yield line
            last = line.mark or last

    def _stops(self, paragraph: Paragraph, line: Line, last: Mark | None) -> bool:
        """Whether a paragraph is a heading, and not an ask that looks like one."""
        if not (paragraph.is_heading or self.places.begins_section(paragraph.span.start)):
            return False
        goes_on = line.mark is not None and last is not None and line.mark.follows(last)
        return not opens_ask(line.text) and not (goes_on and len(line.text.split()) > _LONGEST_HEADING)

    def _lines(self, index: int, start: int, end: int) -> Iterator[Line]:
        """The lines of the text from ``start`` to ``end``; a number that has a table's cell for itself is a mark."""
        held: Span | None = None
        for paragraph in islice(self.paragraphs, index, None):
            if paragraph.span.start >= end:
                return
            span = trimmed(self.document.text, Span(max(start, paragraph.span.start), min(end, paragraph.span.end)))
            if not len(span):
                continue
            line = line_of(self.document.text, span if held is None else Span(held.start, span.end))
            if line.mark and not len(line.span) and paragraph.is_cell and held is None:
                held = span
                continue
            held = None
            yield line

    def _row(self, index: int) -> Sequence[Paragraph]:
        """The paragraphs behind a paragraph in its table row, and itself; none outside of tables."""
        paragraph = self.paragraphs[index]
        if paragraph.column < 0:
            return ()
        return tuple(takewhile(lambda each: each.row == paragraph.row, islice(self.paragraphs, index, None)))

    def _cells(self, index: int) -> int:
        """How many cells with words the rest of its table row has, with its own."""
        return len({paragraph.column for paragraph in self._row(index)})

    def _index_at(self, offset: int) -> int:
        """The paragraph that holds ``offset``, or the first behind it."""
        return bisect_left(self.paragraphs, offset + 1, key=lambda paragraph: paragraph.span.end)
