"""The parts of a resolution or a list of recommendations: numbered, lettered or bulleted, inline or one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.spans import Span, trimmed
from extract.paragraphs import Paragraph
from extract.partnumbers import follows, starts
from extract.rulebook import word_list

_INLINE = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=:))(?:\((?P<number>\d{1,2}|[a-h]|[ivx]{1,4})\)|(?P<bare>\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+"
)
_BARE_BEFORE = re.compile(r"(?:that|to|.*:[-–]?)?\s*", re.IGNORECASE | re.DOTALL)  # "1.", "a)"
_VERBS = "|".join(word_list("deciding_verbs"))
_RESOLVING = re.compile(rf"(?:that|to|not(?:ed|es|ing)?|(?:{_VERBS})(?:e?s|e?d)?)\b", re.IGNORECASE)
_STEM = re.compile(
    # nothing, "that", "to", "that the Panel", "that Cabinet agrees to"
    r"(?:(?:that|to)?|(?:that )?(?:it|(?:[Tt]he )?(?:[A-Z][\w'’&-]{1,30} ?){1,5})?"
    r" ?(?:is|are|be|was|were)? ?(?:asked|requested|recommended|agrees?|agreed|resolves?|resolved|decides?|decided)?"
    r" ?(?:that|to)?)"
    r"\s*[:;,–-]*\s*"
)
_ENDED = re.compile(r"(?:[.;:!?]|;\s*(?:and|or))[\"”’)]*$")
_OPEN = re.compile(r"(?:[:;,]|[;,]\s*(?:and|or))$")  # more parts follow
_GOES_ON = re.compile(r"(?:[;,]|[;,.]?\s*(?:and|or))$")
_FOLLOWING = re.compile(
    r"\b(?:as follows|(?:following|below)\b[^:]{0,120}|due to|because(?: of)?|on the grounds(?: that| of)?) ?:[-–]?$"
)
_NEXT_STEM = re.compile(r"(?:and |further,? )?(?:this|the|that) [^:]{0,200}:[-–]?$", re.IGNORECASE)
_JOINING = re.compile(r"(?:and|or|in addition|further(?:more)?)[,;:]?$", re.IGNORECASE)
_LONGEST_ENUMERATION = 25  # paragraphs
_ENUMERATED_WORDS = 25  # of a line that is no bullet; a longer one is prose again
_HEADING_WORDS = 10  # of a line between two parts that heads those below it; a longer one is prose
_NUMBER_CELL = re.compile(r"^\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})[.)]{1,2}$")

Stops = Callable[[Paragraph], bool]
"""Tells a paragraph that can't belong to a list: a heading, another formula."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its number or letter as printed without brackets (``None`` for a bullet or a single part).

    ``stems`` are the words before a list that complete it, from the outermost list inwards.
    """

    number: str | None
    span: Span
    stems: tuple[Span, ...] = ()


def read_parts(
    text: str, paragraphs: Sequence[Paragraph], at: int, start: int, stops: Stops
) -> tuple[tuple[Part, ...], int]:
    """The parts of a list that a formula opens, and the index of the first paragraph after them.

    ``paragraphs[at]`` holds the formula, which ends at character ``start``.
    """
    rest = trimmed(text, Span(start, max(paragraphs[at].span.end, start)))
    inline = tuple(inline_parts(text, rest))
    if inline:
        listed, after = _listed(text, paragraphs, at + 1, stops, inline[-1])
        if listed:
            return (*inline, *listed), after
        return inline, at + 1
    said = text[rest.start : rest.end]
    if said.endswith((":", ":-")) or _STEM.fullmatch(said):
        whole, after = with_enumeration(text, paragraphs, at + 1, rest, stops)
        if whole != rest:
            return (Part(None, whole),), after
        parts, after = _listed(text, paragraphs, at + 1, stops)
        if parts:
            return tuple(_completed(parts, _lead_in(text, rest))), after
        return ((Part(None, rest),) if len(said.split()) > 1 else ()), at + 1
    return _single(text, paragraphs, at, rest, stops)


def _single(
    text: str, paragraphs: Sequence[Paragraph], at: int, rest: Span, stops: Stops
) -> tuple[tuple[Part, ...], int]:
    """One decision, which may go on in the next paragraph, and what is listed below it after a colon or semicolon."""
    single, after = _joined(text, paragraphs, at, rest, stops)
    last = text[single.end - 1]
    if last not in ":;":
        return (Part(None, single),), after
    whole, end = with_enumeration(text, paragraphs, after, single, stops)
    if whole != single:
        return (Part(None, whole),), end
    listed, after_list = _listed(text, paragraphs, after, stops)
    if not listed or not starts(listed[0].number):
        return (Part(None, single),), after
    if last == ":":
        return tuple(_completed(listed, _lead_in(text, single))), after_list
    return (Part(None, single), *listed), after_list


def with_enumeration(text: str, paragraphs: Sequence[Paragraph], at: int, stem: Span, stops: Stops) -> tuple[Span, int]:
    """``stem`` with the bullets or short lines that it announces by "the following:"; no numbered parts.

    Bills to be paid, members of groups: what they enumerate is one decision. Also gives the index after them.
    """
    if not _FOLLOWING.search(text[stem.start : stem.end]) or at >= len(paragraphs):
        return stem, at
    if _RESOLVING.match(text[paragraphs[at].body.start : paragraphs[at].span.end]):
        return stem, at
    if paragraphs[at].column != paragraphs[max(at - 1, 0)].column:
        return stem, at
    end, index, bullets = stem.end, at, paragraphs[at].is_list_item
    while index < min(len(paragraphs), at + _LONGEST_ENUMERATION):
        paragraph = paragraphs[index]
        if stops(paragraph) or paragraph.number or paragraph.is_list_item != bullets:
            break
        if not bullets and len(paragraph.text.split()) > _ENUMERATED_WORDS:
            break
        end, index = paragraph.span.end, index + 1
    return Span(stem.start, end), index


def inline_parts(text: str, span: Span) -> Iterator[Part]:
    """Parts numbered inside one paragraph: "(1) the report be noted; (2) the fee be waived".

    Numbers without an opening bracket count where there are two or more. A number out of its turn is no part's.
    """
    marks: list[re.Match[str]] = []
    for mark in _INLINE.finditer(text, span.start, span.end):
        number = mark["number"] or mark["bare"]
        if (number in ("1", "a", "i")) if not marks else follows(number, marks[-1]["number"] or marks[-1]["bare"]):
            marks.append(mark)
    if not marks or (marks[0]["bare"] and not _BARE_BEFORE.fullmatch(text, span.start, marks[0].start())):
        return
    stem = _lead_in(text, Span(span.start, marks[0].start()))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        part = trimmed(text, Span(mark.end(), following.start() if following else span.end))
        if len(part):
            yield Part(mark["number"] or mark["bare"], part, stem)


def _lead_in(text: str, span: Span) -> tuple[Span, ...]:
    """``span`` as the stem of parts, without its colon; nothing where it has no words."""
    said = text[span.start : span.end].rstrip(" \n\t:;,–-")
    return (Span(span.start, span.start + len(said)),) if said.strip() else ()


def _completed(parts: Sequence[Part], stems: tuple[Span, ...]) -> Iterator[Part]:
    for part in parts:
        yield replace(part, stems=(*stems, *part.stems))


def _joined(text: str, paragraphs: Sequence[Paragraph], at: int, rest: Span, stops: Stops) -> tuple[Span, int]:
    """A sentence that goes on in the next paragraph because a page or column broke it."""
    after = at + 1
    while after < len(paragraphs) and not _ENDED.search(text[rest.start : rest.end]):
        following = paragraphs[after]
        if following.column != paragraphs[at].column or following.is_list_item or stops(following):
            break
        if not following.text[:1].islower():
            break
        rest = Span(rest.start, following.span.end)
        after += 1
    return rest, after


def _listed(
    text: str, paragraphs: Sequence[Paragraph], at: int, stops: Stops, before: Part | None = None
) -> tuple[tuple[Part, ...], int]:
    """The parts one a paragraph from ``at`` on; ``before`` is a part that stands before them, whose list goes on."""
    found = _List(text, paragraphs, stops, before)
    index = at
    while index < len(paragraphs):
        taken = found.take(index)
        if not taken:
            break
        index += taken
    return tuple(_nested(text, found.parts)), index


class _List:
    """A list that is read paragraph by paragraph."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], stops: Stops, before: Part | None) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.parts: list[Part] = []
        self._stops = stops
        self._before = before

    def take(self, index: int) -> int:
        """How many paragraphs from ``index`` on belong to the list; they are read into its parts. None: it ends."""
        paragraph = self.paragraphs[index]
        last = self.parts[-1] if self.parts else self._before
        if self._stops(paragraph) and not self._resolves_in_bold(paragraph, last):
            return self._passed_over(index, last) if not paragraph.is_list_item else 0
        if cell := _NUMBER_CELL.match(paragraph.text):
            return self._row(index, cell["number"])
        if paragraph.is_list_item:
            return self._item(paragraph, last)
        return self._unnumbered(index, last)

    def _item(self, paragraph: Paragraph, last: Part | None) -> int:
        if last is not None and not self.parts and not follows(paragraph.number, last.number):
            return 0
        below = last is not None and starts(paragraph.number) and self._says(last).endswith(":")
        if last is not None and not below and _starts_other_list(paragraph.number, last.number):
            return 0
        inline = tuple(inline_parts(self.text, paragraph.body))
        self.parts.extend(inline if len(inline) > 1 else (Part(paragraph.number, paragraph.body),))
        return 1

    def _row(self, index: int, number: str) -> int:
        """A row of a table whose first cell holds the number."""
        paragraph, cells = self.paragraphs[index], 2
        if index + 1 >= len(self.paragraphs) or self.paragraphs[index + 1].row != paragraph.row:
            return 0
        self.parts.append(Part(number, self.paragraphs[index + 1].span))
        while index + cells < len(self.paragraphs) and self.paragraphs[index + cells].row == paragraph.row:
            if paragraph.column < 0:
                break
            cells += 1
        return cells

    def _unnumbered(self, index: int, last: Part | None) -> int:
        paragraph = self.paragraphs[index]
        if last is None:
            self.parts.append(Part(None, paragraph.span))
            return 1
        if not self.parts:
            return 0
        said = self._says(last)
        if _JOINING.match(paragraph.text) or self._heads(index, last):
            return 1
        if _OPEN.search(said) or self._is_like(paragraph, last):
            self.parts.append(Part(None, paragraph.span))
        elif not _ENDED.search(said) and paragraph.text[:1].islower():
            self.parts[-1] = Part(last.number, Span(last.span.start, paragraph.span.end))
        elif _NEXT_STEM.fullmatch(paragraph.text) and self._begins_list(index + 1):
            self.parts.append(Part(None, paragraph.span))
        else:
            return 0
        return 1

    def _passed_over(self, index: int, last: Part | None) -> int:
        return 1 if self.parts and last is not None and self._heads(index, last) else 0

    def _heads(self, index: int, last: Part) -> bool:
        """Whether the line only heads parts below it: a short one, and the numbers go on after it."""
        paragraph = self.paragraphs[index]
        following = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None
        if following is None or self._stops(following) or len(paragraph.text.split()) > _HEADING_WORDS:
            return False
        if last.number is None:  # the stem, with a heading below it
            return self._says(last).endswith(":") and following.number is not None and starts(following.number)
        return follows(following.number, last.number) and not paragraph.text.endswith((".", ";"))

    def _is_like(self, paragraph: Paragraph, last: Part) -> bool:
        """Whether it resolves as the unnumbered part before it does.

        Both begin with "That", with "Members", with a verb in capitals.
        """
        if last.number is not None or not (words := self._says(last).split()):
            return False
        said = paragraph.text.split()
        if words[0].isupper() and said[0].isupper() and len(said[0]) > 2:
            return bool(_RESOLVING.match(words[0]) and _RESOLVING.match(said[0]))
        return said[0] == words[0] and len(said) > 2 and bool(_ENDED.search(self._says(last)))

    def _resolves_in_bold(self, paragraph: Paragraph, last: Part | None) -> bool:
        """Whether a line that looks like a heading is the first part, for it begins with a verb in capitals."""
        verb = paragraph.text.split(maxsplit=1)[0]
        opens = last is None or self._says(last).endswith(":")
        bold = len(verb) > 2 and verb.isupper() and not verb.rstrip(":").endswith("ED")  # RESOLVED is another formula
        return opens and bold and bool(_RESOLVING.match(paragraph.text))

    def _begins_list(self, index: int) -> bool:
        if index >= len(self.paragraphs):
            return False
        paragraph = self.paragraphs[index]
        return paragraph.is_list_item and starts(paragraph.number) and not self._stops(paragraph)

    def _says(self, part: Part) -> str:
        return self.text[part.span.start : part.span.end]


def _starts_other_list(number: str | None, last: str | None) -> bool:
    """Whether an integer does not follow the last one: the numbered paragraphs of the paper go on there."""
    return bool(number and last and number.isdigit() and last.isdigit() and int(number) != int(last) + 1)


def _nested(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Parts whose words are only the lead of those below them are left out, and are their stem."""
    stem: Part | None = None
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if stem is not None and stem.number is not None and follows(part.number, stem.number):
            stem = None
        if following is not None and text[part.span.start : part.span.end].endswith((":", ":-")):
            stem = part
        elif len(part.span):
            yield replace(part, stems=_lead_in(text, stem.span)) if stem else part
