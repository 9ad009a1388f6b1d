"""A list of recommendations taken apart: its parts, nested ones too, and the stem that completes each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.spans import Span, trimmed
from extract.asknumbers import Mark, Rank, Style, inline_marks, mark_of
from extract.paragraphs import folded, sentences
from extract.regexes import labelled, searches
from extract.rulebook import word_list

_STEM_END = re.compile(r":\s*[-–—]?$")
_BARE_STEM = re.compile(r"(?:it is )?(?:recommended )?(?:that|to)\s?[:–—-]*$", re.IGNORECASE)
_LEAD_IN = re.compile(r"\b(?:that|to):\s*[-–—]?$")
_DETAILS = re.compile(r"\b(?:reasons?|conditions?|grounds?|informatives?)\b[^.:]{0,30}:\s*[-–—]?$", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:(?:and|or|also|then|further|formally|it|be|to|therefore|therefore,|either) ){{0,3}}"
    rf"(?:that\b|(?:{'|'.join(map(re.escape, word_list('asking_verbs')))})(?:s|es)?\b)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.;:!?][\"”’)]*$|[.;,] ?(?:and|or|and/or)$", re.IGNORECASE)
_MORE = re.compile(r"(?:;|[;,.]? ?\b(?:and|or|and/or))$", re.IGNORECASE)  # another part is to follow
_NOTHING = re.compile(r"(?:none|nil|n ?/ ?a|not applicable|there (?:are|is) no\b.{0,60})\W*", re.IGNORECASE)
_NO_TITLE = re.compile(r"\b(?:be|is|are|was|were|has|have|not)\b|[.;,:]$", re.IGNORECASE)
_LONGEST_TITLE = 5  # words
_LINKING = re.compile(r"(?:and|or|and/or)[;:,]?", re.IGNORECASE)
_LONGEST_STEM = 60  # words; longer, what ends with a colon is an ask that enumerates something


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask: ``number`` as printed without brackets, ``stem`` the words before its list that complete it."""

    number: str | None
    span: Span
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: ``span`` and ``text`` are its words behind the ``mark`` that it begins with."""

    span: Span
    text: str
    mark: Mark | None = None


def line_of(text: str, span: Span) -> Line:
    """The line at ``span`` of ``text``, parted from its mark."""
    written = text[span.start : span.end]
    mark = mark_of(written)
    words = trimmed(text, Span(span.start + mark.length, span.end)) if mark else span
    return Line(words, text[words.start : words.end], mark)


def read_asks(text: str, lines: Sequence[Line]) -> tuple[Ask, ...]:
    """The asks of a list's ``lines``; what is said between and behind them is left out."""
    return _Reader(text, lines).read()


def opens_ask(words: str) -> bool:
    """Whether ``words`` begin as an ask does: with "that", with what a board can do, or with whom they ask."""
    return _OPENING.match(words) is not None or asks(words)


def asks(words: str) -> bool:
    """Whether ``words`` say somewhere that somebody is asked for something."""
    return next(searches(labelled("recommendations", "ask"), words), None) is not None


@dataclass(slots=True)
class _Level:
    """A list within the list: the place that it has come to, and the words that its parts complete."""

    rank: Rank
    stem: str | None


@dataclass(slots=True)
class _Reader:
    """Reads one list, line by line.

    ``stem`` is what the last lead says (``leads``: nothing stands below it yet). ``gap`` tells that something was left
    out since the last ask; ``detail`` that the lines below the last ask are parts of it and no asks themselves.
    """

    text: str
    lines: Sequence[Line]
    asks: list[Ask] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    stem: str | None = None
    leads: bool = False
    gap: bool = False
    detail: bool = False

    def read(self) -> tuple[Ask, ...]:
        for index, line in enumerate(self.lines):
            goes_on = self._unmarked(index, line) if line.mark is None else self._marked(index, line, line.mark)
            if not goes_on:
                break
        return tuple(self.asks)

    def _unmarked(self, index: int, line: Line) -> bool:
        """Takes a line without mark; gives whether the list can go on behind it."""
        if _LINKING.fullmatch(line.text):
            return True
        if not self.asks and _NOTHING.fullmatch(line.text):
            return False
        if self._is_stem(index, line):
            self._lead(folded(line.text))
            return True
        is_listed = any(other.mark for other in self.lines)
        if self.asks and not self.gap and self._broken_off(line.text):
            self._extend(line)
        elif self.leads or opens_ask(line.text) or (self._more() and not is_listed):
            self._add(line, None, self.stem)
        elif self.asks:
            self.gap = True
            return is_listed and not _STEM_END.search(line.text)
        elif _DETAILS.search(line.text):
            self._add(line, None, self.stem)
        elif not any(other.mark or opens_ask(other.text) for other in self.lines[index + 1 :]):
            self._add(line, None, self.stem)
            return False
        return True

    def _marked(self, index: int, line: Line, mark: Mark) -> bool:
        """Takes a line with a mark; gives whether the list can go on behind it."""
        if self.asks and not self.leads and not self.detail and self._is_title(line.text):
            return False
        if self.detail and mark.printed is None and not opens_ask(line.text):
            self._extend(line)
            return True
        level = self._level(mark)
        if level is None:
            if self.detail or (self.asks and not self.gap and self._is_detail(mark)):
                self._extend(line)
                return True
            return False
        self.gap = self.leads = False
        self.stem = level.stem
        if self._is_stem(index, line):
            self._lead(" ".join(filter(None, (level.stem, folded(line.text)))))
        elif len(line.span):
            self._add(line, mark.printed, level.stem)
        return True

    def _lead(self, stem: str) -> None:
        self.stem, self.leads, self.gap, self.detail = stem, True, False, False

    def _level(self, mark: Mark) -> _Level | None:
        """The list that a mark goes on with, or a new one that it opens; ``None`` where it does neither."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            following = next((rank for rank in mark.ranks if rank.follows(level.rank)), None)
            if following and not (self.gap and following.style is Style.BULLET):
                del self.levels[depth + 1 :]
                level.rank = following
                if self.leads:
                    level.stem = self.stem
                return level
        opened = next((rank for rank in reversed(mark.ranks) if rank.begins), None)
        if (self.levels or self.asks) and not (opened and self.leads):
            return None
        self.levels.append(_Level(opened or mark.ranks[0], self.stem))
        return self.levels[-1]

    def _reached(self, mark: Mark) -> None:
        """The list has come to ``mark`` within a line."""
        level = self.levels[-1]
        level.rank = next((rank for rank in mark.ranks if rank.style is level.rank.style), level.rank)

    def _is_detail(self, mark: Mark) -> bool:
        """Whether a mark of another kind than the last ask's opens a list of that ask's details."""
        styles = {rank.style for rank in mark.ranks}
        mine = {self.levels[-1].rank.style} if self.levels else set()
        return bool(mine) and not styles & {*mine, Style.FIGURE, Style.DECIMAL}

    def _is_stem(self, index: int, line: Line) -> bool:
        """Whether a line is only the lead of those below it: "The Board is asked to:"."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if following is None or len(line.text.split()) > _LONGEST_STEM:
            return False
        if _BARE_STEM.fullmatch(line.text):
            return True
        if _DETAILS.search(line.text):
            return False
        if line.mark is not None:
            return following.mark is not None and (
                _LEAD_IN.search(line.text) is not None
                or (_STEM_END.search(line.text) is not None and opens_ask(following.text))
            )
        if not _STEM_END.search(line.text):
            return following.mark is not None and _asks_nothing_yet(line.text)
        # What follows the asks of a list and ends with a colon begins another matter, but where it asks too.
        if self.asks and not opens_ask(line.text):
            return False
        return following.mark is not None or opens_ask(following.text) or asks(line.text)

    def _is_title(self, said: str) -> bool:
        """Whether a marked line behind whole sentences is the heading of the next section: "3. Background"."""
        last = self.asks[-1].span
        return (
            self.text[last.start : last.end].endswith(".")
            and len(said.split()) <= _LONGEST_TITLE
            and not _NO_TITLE.search(said)
            and not opens_ask(said)
        )

    def _broken_off(self, said: str) -> bool:
        """Whether ``said`` goes on with the last ask, which a page or column broke."""
        last = self.asks[-1].span
        return said[:1].islower() and not _ENDED.search(self.text[last.start : last.end])

    def _more(self) -> bool:
        """Whether the last ask ends as one does that another is to follow."""
        if not self.asks or self.gap:
            return False
        last = self.asks[-1].span
        return _MORE.search(self.text[last.start : last.end]) is not None

    def _extend(self, line: Line) -> None:
        last = self.asks[-1]
        self.asks[-1] = Ask(last.number, Span(last.span.start, line.span.end), last.stem)

    def _add(self, line: Line, number: str | None, stem: str | None) -> None:
        self.leads = self.gap = False
        self.detail = _STEM_END.search(line.text) is not None
        if line.mark is None and stem and (asks(line.text) or line.text.lower().startswith(stem.lower())):
            stem = None
        if line.mark and (marks := inline_marks(line.text, line.mark)):
            first = trimmed(self.text, Span(line.span.start, line.span.start + marks[0][0]))
            self.asks.append(Ask(number, first, stem))
            self.asks.extend(_inline(self.text, line, marks, stem))
            self._reached(marks[-1][1])
        elif marks := inline_marks(line.text):
            lead = folded(line.text[: marks[0][0]])
            self.asks.extend(_inline(self.text, line, marks, " ".join(filter(None, (stem, lead))) or None))
        elif line.mark is None and stem is None:
            self.asks.extend(Ask(None, span) for span in _asking(self.text, line.span))
        else:
            self.asks.append(Ask(number, line.span, stem))


def _asks_nothing_yet(words: str) -> bool:
    """Whether a line ends where the ask would begin: "Cabinet is recommended to", "That the Cabinet"."""
    book = (*labelled("recommendations", "ask"), *labelled("recommendations", "board"))
    return any(match.end() == len(words) for _, match in searches(book, words))


def _inline(text: str, line: Line, marks: Sequence[tuple[int, Mark]], stem: str | None) -> Iterator[Ask]:
    """The parts of a list within one line."""
    ends = [*(at for at, _ in marks[1:]), len(line.text)]
    for (at, mark), end in zip(marks, ends, strict=True):
        part = trimmed(text, Span(line.span.start + at + mark.length, line.span.start + end))
        if len(part):
            yield Ask(mark.printed, part, stem)


def _asking(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a paragraph that ask; all of it where none does by its own words."""
    found = [sentence for sentence in sentences(text, span) if opens_ask(text[sentence.start : sentence.end])]
    yield from found or [span]
