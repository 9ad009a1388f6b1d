"""Who moved what, and who seconded it: the sentences that tell it, and where the words of the motion stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.findings import RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import MotionKind
from extract.matching import Match
from extract.votes import subject_of

_TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllrs?|Clr|Councillors?|Sir|Dame|Lord|Lady|Baroness|Rev|Alderman|County)\b"
    r"\.?\s)"
)
_INTRODUCES = re.compile(
    r"(?:[,;]?\s(?:a|an|the|this|following|above|further|new|amended|alternative|substantive|original|first|second|and|it"
    r"|was|were|by|way|of|in|as|set|out|at|report|below|follows|paragraph|item|\d{1,3}|which|reads?|be|all|agreed|approved"
    r"|resolved|decided|carried|unanimously|duly|favour|amendment|motion|proposal|proposition|recommendations?|nomination"
    r"|resolution)s?\b){0,14}"
    r"(?:,?\s(?=(?:that|to)\b)|\s?[:–-]\s*|,?\s(?=[\"“‘])|(?=[.,]?\s*$))",
    re.MULTILINE,
)
_ANNOUNCES = re.compile(r"\b(?:motion|amendment|proposal|proposition|resolution|following)\b")
_RESULT = re.compile(
    r"(?i)\b(?:(?:all|unanimous(?:ly)?|agreed|approved|carried|resolved|in|favour|and|was|were|it)\b\s?){1,12}"
)
_TAIL = re.compile(
    r"(?i)[\s,;.–-]*(?:\b(?:and )?(?:this|it|which|the motion|the proposal)(?: (?:was|being))?)?[\s,;–-]*$"
)
_BEGINS = re.compile(r"(?:that|to)\s?[:,]?")
_PRONOUNS = frozenset(("she", "he", "they"))
_TITLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b\.? ){1,2}(?:[A-Z]\.? ){0,2}[A-Z][\w'’-]+")
_NOBODY = frozenset("she he they it this that members all councillors the council who and we board committee".split())
_FEWEST = 12  # letters of a motion's words
_AROUND = 60  # characters behind a seconder in which the motion is called an amendment


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """Somebody moved something at ``span``; ``after`` tells that the words of the motion follow, ``before`` precede.

    ``words`` is where they begin or stand, as far as the sentence itself tells: empty at the end of an introduction
    ("the following motion:").
    """

    span: Span
    kind: MotionKind
    mover: str | None
    seconder: str | None
    words: Span
    introduces: bool
    rule: RuleId


def movings(text: str, matches: Sequence[Match]) -> tuple[Moving, ...]:
    """Each moving that ``matches`` of the book "motions" tell of, in the order of the text; none overlaps another."""
    found: list[Moving] = []
    for match in sorted(matches, key=_rank):
        if match.rule.label not in ("moved", "moved-alone") or any(match.span.overlaps(other.span) for other in found):
            continue
        moving = _moving(text, match)
        found.append(moving)
    return tuple(sorted(found, key=lambda moving: moving.span.start))


def _rank(match: Match) -> tuple[bool, int, int]:
    """Those with a seconder first, then the shortest: a long one may have run over two movers."""
    return match.rule.label == "moved-alone", len(match.span), match.span.start


def _moving(text: str, match: Match) -> Moving:
    told = match.rule.regex.match(text, match.span.start) if match.rule.regex else None
    assert told is not None  # the rule has matched here
    groups = told.groupdict()
    words, introduces = _between(text, told) or _words(text, told)
    stretch = Span(match.span.start, min(_line_end(text, told.end()), told.end() + _AROUND))
    if introduces or words.start >= told.end():
        stretch = Span(match.span.start, max(min(words.start, stretch.end), told.end()))
    return Moving(
        span=Span(match.span.start, told.end()),
        kind=subject_of(text, stretch) or MotionKind.MOTION,
        mover=_named(groups["mover"]) or _meant(text, match.span.start, groups["mover"]),
        seconder=_named(groups.get("seconder")),
        words=words,
        introduces=introduces,
        rule=match.rule.id,
    )


def _between(text: str, told: re.Match[str]) -> tuple[Span, bool] | None:
    """What was moved where it stands between its mover and its seconder."""
    if "text" not in told.re.groupindex:
        return None
    words = trimmed(text, Span(*told.span("text")))
    tail = _TAIL.search(text, words.start, words.end)
    words = Span(words.start, tail.start()) if tail else words
    return (words, False) if _says_something(text, words) else None


def _words(text: str, told: re.Match[str]) -> tuple[Span, bool]:
    """Where what was moved stands, and whether it goes on behind its introduction.

    Where neither side of the mover holds words, they are what the sentence itself says.
    """
    line_end = _line_end(text, told.end())
    lead = _INTRODUCES.match(text, told.end(), line_end)
    behind = trimmed(text, Span(lead.end() if lead else told.end(), line_end))
    if lead and _says_something(text, behind) and text[behind.start] not in ".,;)":
        return behind, True
    introduces = lead is not None and (lead.group().strip().endswith(":") or _ANNOUNCES.search(lead.group()))
    begins = _BEGINS.fullmatch(text, behind.start, behind.end)
    if lead and (begins or (introduces and not len(behind))):
        return Span(line_end, line_end), True
    before = trimmed(text, Span(text.rfind("\n", 0, told.start()) + 1, told.start()))
    if _says_something(text, before):
        return before, False
    if _says_something(text, behind) and text[behind.start] not in ".,;)":
        return behind, True
    return Span(told.start(), told.start()), False


def _says_something(text: str, span: Span) -> bool:
    """Whether more stands there than how a vote went."""
    said = _RESULT.sub("", text[span.start : span.end])
    return sum(map(str.isalpha, said)) >= _FEWEST


def _named(written: str | None) -> str | None:
    """``written`` without what stands before a title: "Then Cllr Orme"; ``None`` where it names nobody."""
    if written is None or written.lower() in _NOBODY:
        return None
    title = _TITLE.search(written)
    return " ".join((written[title.start() :] if title else written).split())


def _meant(text: str, offset: int, written: str) -> str | None:
    """Whom "she" means at ``offset``: the one person whom the line before names."""
    if written.lower() not in _PRONOUNS:
        return None
    named = {match.group() for match in _TITLED.finditer(text, text.rfind("\n", 0, offset) + 1, offset)}
    return named.pop() if len(named) == 1 else None


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
