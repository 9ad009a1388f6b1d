"""What was decided under a formula (RESOLVED, AGREED, Decision, "The Board:"), part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.spans import Span, trimmed
from extract.decided import Decided
from extract.matched import Matched
from extract.matching import Match
from extract.paragraphs import folded, sentences
from extract.parts import Part, inline_parts, read_parts
from extract.regexes import labelled
from extract.rulebook import word_list

_LEAST_LETTERS = 4  # of what was decided; less is a number or a mark
_ACTS = re.compile(rf"(?:{'|'.join(word_list('decided_verbs'))})\b", re.IGNORECASE)
_ACT_BORDER = re.compile(r"[;,]\s+(?:and\s+)?(?=[A-Z]{4})")
_OPINION = re.compile(
    r"\b(?:believes?|recogni[sz]es?|notes?|acknowledges?|welcomes?|understands?|regrets?|is concerned)\b[^:]{0,80}$",
    re.IGNORECASE,
)
_CALL = re.compile(r"\bcalls? (?:up)?on\b[^:]*\bto$", re.IGNORECASE)
_RESOLVE = re.compile(r"\b(?:resolves?|agrees?|calls?|requests?|instructs?|asks?|commits?)\b", re.IGNORECASE)


def resolutions(matched: Matched, index: int, formulas: Sequence[Match]) -> tuple[tuple[Decided, ...], int]:
    """What stands under the ``formulas`` of paragraph ``index``, and the first paragraph after it."""
    leads = _own_leads(matched, formulas)
    found: list[Decided] = []
    for lead, following in pairwise(leads):
        end = _sentence_start(matched, index, following.span.start)
        parts = _within(matched.text, Span(lead.span.end, max(end, lead.span.end)))
        found.extend(_decided(matched, index, lead, _ended(matched, index, lead, parts)))
    last = leads[-1]
    start = last.span.start if last.rule.label == "verb" else last.span.end
    parts, after = read_parts(matched.text, matched.paragraphs, index, start, matched.stops)
    if last.rule.label == "acts":
        parts = tuple(_acts(matched.text, parts))
        after = after if parts else index + 1
    found.extend(_decided(matched, index, last, _ended(matched, index, last, parts)))
    return tuple(found), after


def _own_leads(matched: Matched, leads: Sequence[Match]) -> Sequence[Match]:
    """The formulas that each have words of their own: one that is repeated in its sentence counts once.

    Of two with nothing between ("Decision: It was RESOLVED that") the second counts.
    """
    own: list[Match] = []
    for lead in leads:
        between = matched.text[own[-1].span.end : lead.span.start] if own else ""
        if own and not any(char.isalpha() for char in between):
            own[-1] = lead
        elif not own or re.search(r"[.;:!?]\s", between):
            own.append(lead)
    return own


def _sentence_start(matched: Matched, index: int, offset: int) -> int:
    """Where the sentence of paragraph ``index`` that holds ``offset`` begins."""
    found = [each.start for each in sentences(matched.text, matched.paragraphs[index].span) if each.start <= offset]
    return found[-1] if found else offset


def _ended(matched: Matched, index: int, lead: Match, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """``parts``, or the first sentence of a single one: a formula inside of prose has no more."""
    inside = matched.text[matched.said(matched.paragraphs[index]).start : lead.span.start].strip()
    if len(parts) != 1 or not inside:
        return parts
    return (replace(parts[0], span=next(sentences(matched.text, parts[0].span), parts[0].span)),)


def _within(text: str, span: Span) -> tuple[Part, ...]:
    span = trimmed(text, span)
    inline = tuple(inline_parts(text, span))
    return inline if inline else (Part(None, span),) if len(span) else ()


def _acts(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that tell an act of the body ("noted the report"); of a line with several, each is a part."""
    for part in parts:
        if not _ACTS.match(text, part.span.start, part.span.end):
            continue
        start = part.span.start
        for border in _ACT_BORDER.finditer(text, part.span.start, part.span.end):
            if _ACTS.match(text, border.end(), part.span.end):
                yield Part(part.number, trimmed(text, Span(start, border.start() + 1)), part.stems)
                start = border.end()
        yield replace(part, span=Span(start, part.span.end))


def _decided(matched: Matched, index: int, lead: Match, parts: Sequence[Part]) -> Iterator[Decided]:
    if not parts:
        return
    text, told = matched.text, Span(_sentence_start(matched, index, lead.span.start), parts[-1].span.end)
    for part in _resolving(text, parts):
        said = text[part.span.start : part.span.end]
        if sum(char.isalpha() for char in said) >= _LEAST_LETTERS and not _is_nothing(said):
            formula = " ".join(folded(text[span.start : span.end]) for span in (lead.span, *part.stems))
            yield Decided(part=part, rule=lead.rule.id, explicit=True, told=told, formula=formula)


def _resolving(text: str, parts: Sequence[Part]) -> Sequence[Part]:
    """``parts`` without those that a council's motion only believes or notes, where others of it resolve.

    What it calls on others to do is one: it decides to call on them.
    """

    def stem(part: Part) -> str:
        return text[part.stems[-1].start : part.stems[-1].end] if part.stems else ""

    if any(_RESOLVE.search(stem(part)) for part in parts):
        parts = [part for part in parts if not _OPINION.search(stem(part)) or _RESOLVE.search(stem(part))]
    called = [part for part in parts if _CALL.search(stem(part))]
    if not called:
        return parts
    whole = Part(None, Span(called[0].stems[-1].start, called[-1].span.end), called[0].stems[:-1])
    return [*(part for part in parts if part not in called), whole]


def _is_nothing(said: str) -> bool:
    """Whether ``said`` only tells how the meeting went, or that there was nothing to decide."""
    return any(rule.regex is not None and rule.regex.match(said) for rule in labelled("decisions", "nothing"))
