"""Cuts a capitalised run of words into the names of bodies that it holds, by the nouns that bodies are named by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.spans import Span
from extract.organisation_runs import Word
from extract.organisation_words import (
    ALONE,
    AND,
    ENDS_APART,
    HOLDERS,
    MAY_BE_BARE,
    NOT_AFTER,
    OF_THESE,
    OF_THIS,
    ONLY_WITH_OF,
    PLACE_JOINS,
    SEVERAL,
    SMALL_HEADS,
    TAKES_COMMAS,
    TAKES_FOR,
    TAKES_OF,
    TWO_WORDS,
    UNITS,
    WITH_THE,
    body_words,
    lead_ins,
    members,
    modifiers,
    unit_modifiers,
)

_REFERENCE = re.compile(r"\d\d|^[A-Z]\d$|-[a-z]+ed$")
_CHIEF = re.compile(r"(?:deputy )?chief executive['’]s$")
_GOES_ON_WITH = frozenset({"and", "&", "of", *PLACE_JOINS})
_WORDS_BEFORE = {"service": 2}  # of a name: one word before it says mostly what sort of service
_LONGEST = 14  # words; what is longer is a heading or a list
_OF_A_PLACE = frozenset({"council", "ccg", "icb", "ics"})
_THINGS = frozenset({"award", "awards", "model"})
"""What a name before it is the name of."""
_SCHOOLS = frozenset({"schools", "colleges", "academies", "universities"})
"""Bodies of which others are councils: the Independent Schools Council."""
_GOING_ON = 6  # words within which another body word carries the name on


@dataclass(frozen=True, slots=True)
class Phrase:
    """A body's name at ``span``; ``bare`` where it says only what sort of body (the County Council)."""

    span: Span
    bare: bool


def phrases(words: Sequence[Word]) -> Iterator[Phrase]:
    """The names of bodies in a capitalised run, whose words are ``words``, from left to right."""
    at = 0
    while at < len(words):
        if not _is_head(words, at):
            at += 1
            continue
        last = _last_head(words, at)
        first = _first_word(words, at, last)
        end = _with_purpose(words, last)
        first = without_lead_in(words, first, end)
        if first <= last and end - first < _LONGEST:
            phrase = _phrase(words, first, last, end)
            if phrase:
                yield phrase
        at = end + 1


def _is_head(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.text[0].isupper():
        return _is_small_head(words, at)
    if at > 0 and words[at - 1].lower in NOT_AFTER.get(word.lower, ()):
        return False
    if word.lower in UNITS and _stands_behind(words, at, _WORDS_BEFORE.get(word.lower, 1)):
        return True
    if word.lower == "practice" and _names_a_thing(words, at):
        return False
    if before := TWO_WORDS.get(word.lower):
        return at > 0 and words[at - 1].lower in before
    if word.lower in ONLY_WITH_OF and not (at + 1 < len(words) and words[at + 1].lower in ("of", "for")):
        return False
    return word.lower in body_words()


def _names_a_thing(words: Sequence[Word], at: int) -> bool:
    """Whether another noun follows the word at ``at``, and is nobody's: Practice Framework, but Practice Manager."""
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        after is not None and not (after.comma or after.connects or after.lower in HOLDERS) and after.text[0].isupper()
    )


def _stands_behind(words: Sequence[Word], at: int, least: int) -> bool:
    """Whether at least ``least`` words stand before the word at ``at``, one of a name right before it."""
    return at >= least and not words[at - 1].connects


def _is_small_head(words: Sequence[Word], at: int) -> bool:
    """Whether the small word at ``at`` ends a name: two words that tell something, or the NHSE board."""
    if at != len(words) - 1 or words[at].lower not in SMALL_HEADS:
        return False
    before = [word for word in words[max(at - _GOING_ON, 0) : at] if word.text[0].isupper() and _tells(word, words[at])]
    return len(before) > 1 or (words[at].lower == "board" and len(before) == 1 and before[0].text.isupper())


def _last_head(words: Sequence[Word], at: int) -> int:
    """The last body word that carries the name on without a connector or comma: "County Council Planning Committee"."""
    last = at
    look = at + 1
    while look < len(words) and look - last <= _GOING_ON and not words[look].connects and not words[look].comma:
        if _is_several(words[look]) and words[look].lower != "schools":
            break
        if words[look].lower in members() and not (look + 1 < len(words) and _is_head(words, look + 1)):
            break
        if _is_head(words, look):
            if _begins_another(words, at, look):
                break
            last = look
        look += 1
    return last


def _begins_another(words: Sequence[Word], head: int, other: int) -> bool:
    """Whether the body word at ``other`` is a second body's: "Tarnside Council Ellerdyke Council"."""
    same = any(words[at].lower == words[other].lower for at in range(head, other))
    return same and other - head > 1


def _first_word(words: Sequence[Word], head: int, last: int) -> int:
    """The leftmost word of the name whose first body word is at ``head``."""
    first = head
    crossed_and = False
    while first > 0:
        reach = first - 1
        while reach >= 0 and words[reach].connects:
            reach -= 1
        if reach < 0 or _is_head(words, reach):
            break
        between = [word.lower for word in words[reach + 1 : first]]
        comma = any(word.comma for word in words[reach + 1 : first + 1])
        if not between and not comma:
            if _ends_before(words, reach, last):
                break
            first -= 1
            continue
        if between and PLACE_JOINS.issuperset(between) and not comma:
            first = reach
            continue
        if (
            first == head
            or ("the" in between and words[first].lower not in WITH_THE)
            or words[first].text == "NHS"
            or _ends_apart(words[reach])
        ):
            break
        if comma and not between:
            if not crossed_and or words[last].lower not in TAKES_COMMAS:
                break
        elif between[0] in AND and set(between) <= {*AND, "the"}:
            if words[reach].text.isupper() and not words[head].text.isupper():
                break
            crossed_and = True
        elif between != ["of"] or words[reach].lower not in OF_THIS:
            break
        first = reach
    return first


def _ends_apart(word: Word) -> bool:
    """Whether ``word`` ends something of its own: people in a role, several bodies."""
    return word.lower in ENDS_APART | UNITS or _is_several(word)


def _ends_before(words: Sequence[Word], at: int, head: int) -> bool:
    """Whether the word at ``at``, with nothing between, is not of the name that ends with the word at ``head``."""
    word, body = words[at], words[head].lower
    if word.lower in SEVERAL:
        return at < head - 1 and body not in ("trust", "group")
    return _is_several(word) and (word.lower == body + "s" or body in _OF_A_PLACE) and word.lower not in _SCHOOLS


def _is_several(word: Word) -> bool:
    """Whether ``word`` speaks of several bodies: Councils, CCGs."""
    return word.lower not in body_words() and word.lower.removesuffix("s") in body_words()


def _with_purpose(words: Sequence[Word], last: int) -> int:
    """The last word of a name that goes on with "of" or "for": "Department for Work and Pensions"."""
    head = words[last].lower
    at = last + 2
    if head == "college" and last + 1 < len(words) and _is_more_of_name(words[last + 1]):
        return last + 1
    joined = words[last + 1].lower if at < len(words) and not words[last + 1].comma else ""
    if not ((joined == "of" and head in TAKES_OF) or (joined == "for" and head in TAKES_FOR)):
        return last
    if words[at].lower == "the":
        at += 1
    end = last
    while at < len(words) and not _is_head(words, at):
        word = words[at]
        if word.lower in OF_THESE and head in ("board", "council"):
            return at
        if word.comma and not any(each.lower in AND for each in words[at : at + _GOING_ON]):
            break
        if word.connects and word.lower not in _GOES_ON_WITH:
            break
        if not word.connects:
            end = at
        at += 1
    return end


def _is_more_of_name(word: Word) -> bool:
    """Whether ``word``, after a college, is of its name: Imperial College London."""
    return word.text[0].isupper() and not (word.comma or word.connects or word.lower in members() | lead_ins())


def without_lead_in(words: Sequence[Word], first: int, end: int) -> int:
    while first < end and (
        words[first].lower in lead_ins() or words[first].connects or _REFERENCE.search(words[first].text)
    ):
        if words[end].lower in UNITS and _CHIEF.match(" ".join(word.lower for word in words[first:end])):
            break
        first += 1
    return first


def _phrase(words: Sequence[Word], first: int, last: int, end: int) -> Phrase | None:
    name = words[first : last + 1]
    if words[last].lower in UNITS | {"services"} and is_portfolio(words, first, last):
        return None
    telling = [word for word in name if _tells(word, words[last])]
    following = words[end + 1] if end + 1 < len(words) and not words[end + 1].comma else None
    if following is not None and following.lower in _THINGS:
        return None
    span = Span(words[first].start, words[end].end)
    if telling or end > last:
        if (not telling and end == last) or (len(name) == 1 and end == last):
            return None
        return Phrase(span, bare=False)
    if following is not None and not following.connects and following.text[0].isupper():
        return None
    if len(name) == 1:
        return Phrase(span, bare=False) if name[0].lower in ALONE else None
    if name[-1].lower not in MAY_BE_BARE:
        return None
    return Phrase(span, bare=True)


def is_portfolio(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a unit's name says what somebody has to do: "Director of Youth Services", "Planning Team Manager"."""
    after = words[last + 1].lower if last + 1 < len(words) and not words[last + 1].comma else ""
    before = [word.lower for word in words[max(first - 2, 0) : first]]
    return after in HOLDERS or (len(before) == 2 and before[0] in HOLDERS and before[1] in ("of", "for"))


def _tells(word: Word, head: Word) -> bool:
    """Whether ``word`` says which body it is, and not only what sort that ``head`` names."""
    if word.connects or word.lower in modifiers() or body_like(word):
        return False
    return head.lower not in UNITS or word.lower not in unit_modifiers()


def body_like(word: Word) -> bool:
    return word.lower in body_words() or word.lower in TWO_WORDS or word.lower in UNITS
