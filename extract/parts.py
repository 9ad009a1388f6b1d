"""The parts of a resolution or a list of recommendations: numbered, lettered or bulleted, inline or one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.spans import Span, trimmed
from extract.paragraphs import Paragraph

_INLINE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=:))\((?P<number>\d{1,2}|[a-h]|[ivx]{1,4})\)\s+")
_STEM = re.compile(
    r"^(?:that|to|the (?:\w+ ){1,6}(?:is|are) (?:\w+ )?(?:to|that)|(?:that )?(?:the )?(?:[A-Z]\w+\b ?){1,4})?"
    r"\s*[:;,–-]*\s*$|^that (?:the )?(?:\w+\b ?){1,4}:?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:[.;:!?]|;\s*(?:and|or))[\"”’)]*$")
_OPEN = re.compile(r"(?:[:;]|;\s*(?:and|or))$")  # more parts follow
_FOLLOWING = re.compile(r"\b(?:as follows|following\b[^:.]{0,80}):$")
_RESOLVING = re.compile(
    r"(?:that|to|not(?:e|es)|approves?|agrees?|endorses?|delegates?|supports?|adopts?|accepts?|confirms?|refers?|authorises?)\b",
    re.IGNORECASE,
)
_LONGEST_ENUMERATION = 25  # paragraphs
_ENUMERATED_WORDS = 25  # of a line that is no bullet; a longer one is prose again
_NUMBER_CELL = re.compile(r"^\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})[.)]{1,2}$")
_FIRST = ("1", "a", "i", "A", None)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its number or letter as printed without brackets (``None`` for a bullet or a single part)."""

    number: str | None
    span: Span


def read_parts(
    text: str, paragraphs: Sequence[Paragraph], at: int, start: int, stops: Callable[[Paragraph], bool]
) -> tuple[tuple[Part, ...], int]:
    """The parts of a list that a formula opens, and the index of the first paragraph after them.

    ``paragraphs[at]`` holds the formula, which ends at character ``start``; ``stops`` tells a paragraph that can't
    belong to the list (a heading, another formula).
    """
    opening = paragraphs[at]
    rest = trimmed(text, Span(start, max(opening.span.end, start)))
    inline = tuple(inline_parts(text, rest))
    if (inline and text[inline[-1].span.end - 1] in ";") or (inline and text[: inline[-1].span.end].endswith("; and")):
        listed, after = _listed(text, paragraphs, at + 1, stops)
        if listed and listed[0].number and not _restarts(listed[0].number):
            return (*inline, *listed), after
    if len(inline) > 1:
        return inline, at + 1
    said = text[rest.start : rest.end]
    whole, after = with_enumeration(text, paragraphs, at + 1, rest, stops)
    if whole != rest and not _STEM.match(said):
        return (Part(None, whole),), after
    if not _STEM.match(said) and not said.endswith(":"):
        single, after = _joined(text, paragraphs, at, rest, stops)
        if text[single.end - 1] in ":;":
            listed, after_list = _listed(text, paragraphs, after, stops)
            if listed and listed[0].number in _FIRST:
                stem = () if text[single.end - 1] == ":" else (Part(None, single),)
                return (*stem, *listed), after_list
        return (Part(None, single),), after
    parts, after = _listed(text, paragraphs, at + 1, stops)
    if parts:
        return parts, after
    if said and not _STEM.match(said):
        return (Part(None, rest),), at + 1
    return (), at + 1


def _restarts(number: str) -> bool:
    return number in ("1", "a", "A")


def with_enumeration(
    text: str, paragraphs: Sequence[Paragraph], at: int, stem: Span, stops: Callable[[Paragraph], bool]
) -> tuple[Span, int]:
    """``stem`` with the bullets or short lines that it announces by "the following:"; no numbered parts.

    Bills to be paid, members of groups: what they enumerate is one decision. Also gives the index after them.
    """
    if not _FOLLOWING.search(text[stem.start : stem.end]) or at >= len(paragraphs):
        return stem, at
    if _RESOLVING.match(text[paragraphs[at].body.start : paragraphs[at].span.end]):
        return stem, at
    end, index = stem.end, at
    while index < min(len(paragraphs), at + _LONGEST_ENUMERATION):
        paragraph = paragraphs[index]
        if (
            stops(paragraph)
            or paragraph.number
            or not (paragraph.is_list_item or len(paragraph.text.split()) <= _ENUMERATED_WORDS)
        ):
            break
        end, index = paragraph.span.end, index + 1
    return Span(stem.start, end), index


def inline_parts(text: str, span: Span) -> Iterator[Part]:
    """Parts numbered inside one paragraph: "(1) the report be noted; (2) the fee be waived"."""
    marks = list(_INLINE.finditer(text, span.start, span.end))
    if not marks or marks[0]["number"] not in _FIRST:
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else span.end
        part = trimmed(text, Span(mark.end(), end))
        if len(part):
            yield Part(mark["number"], part)


def _joined(
    text: str, paragraphs: Sequence[Paragraph], at: int, rest: Span, stops: Callable[[Paragraph], bool]
) -> tuple[Span, int]:
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
    text: str, paragraphs: Sequence[Paragraph], at: int, stops: Callable[[Paragraph], bool]
) -> tuple[tuple[Part, ...], int]:
    parts: list[Part] = []
    index = at
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if stops(paragraph):
            break
        if cell := _NUMBER_CELL.match(paragraph.text):
            if index + 1 < len(paragraphs) and paragraphs[index + 1].row == paragraph.row:
                parts.append(Part(cell["number"], paragraphs[index + 1].span))
                index += 2
                while index < len(paragraphs) and paragraphs[index].row == paragraph.row and paragraph.column >= 0:
                    index += 1
                continue
            break
        if paragraph.is_list_item:
            if parts and _starts_other_list(paragraph.number, parts[-1].number):
                break
            inline = tuple(inline_parts(text, paragraph.body))
            parts.extend(inline if len(inline) > 1 else (Part(paragraph.number, paragraph.body),))
        elif not parts:
            parts.append(Part(None, paragraph.span))
            if _ENDED.search(paragraph.text) and not paragraph.text.endswith((";", ":", "and")):
                index += 1
                break
        elif _OPEN.search(text[parts[-1].span.start : parts[-1].span.end]):
            parts.append(Part(None, paragraph.span))
        elif not _ENDED.search(text[parts[-1].span.start : parts[-1].span.end]) and paragraph.text[:1].islower():
            parts[-1] = Part(parts[-1].number, Span(parts[-1].span.start, paragraph.span.end))
        else:
            break
        index += 1
    return tuple(_without_stems(text, parts)), index


def _starts_other_list(number: str | None, last: str | None) -> bool:
    """Whether an integer does not follow the last one: the numbered paragraphs of the paper go on there."""
    return bool(number and last and number.isdigit() and last.isdigit() and int(number) != int(last) + 1)


def _without_stems(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Parts whose words are only the lead of the lettered parts below them are left out."""
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following is not None and text[part.span.start : part.span.end].endswith(":"):
            continue
        if len(part.span):
            yield part
