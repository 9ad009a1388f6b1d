"""The leaves of a query: one word, phrase, prefix, wildcard, near spelling or range of days, checked and analysed."""

from __future__ import annotations

import re
from math import comb

from search.analysis import WORD, fold, words
from search.dates import HOW_TO_WRITE, between, bounds
from search.fields import ALSO_WRITTEN, CHOICES, RUNNING, Field
from search.tree import FuzzyTerm, Joined, Leaf, Phrase, Prefix, Term, TermRange, Wildcard, term_or_phrase

MAX_EDITS = 2
"""More edits than this match mostly other words, and engines refuse them."""

MOST_WAYS = 60
"""Ways in which the words of one phrase may stand apart: engines look for each of them."""

_STRAY = re.compile(r"[\[\]{}~^]|[^\W\d]:(?=.)")
"""What has a meaning of its own in queries and is left over inside a word only where it was misplaced."""

_MISPLACED = {
    "~": "~ stands right after one word (near spellings), with 1 or 2 after it at most, or right after quotes",
    "^": "^ stands right after a word, phrase or bracket, with a number after it",
    ":": "a colon inside a word: put the word in quotes",
}
_RANGE_HINT = "square brackets hold a range such as date:[2021-04 TO 2021-06]"


class NotUnderstood(Exception):  # noqa: N818 - becomes the QueryError of the whole query, which has the text
    """``reason`` says what is wrong at character ``position`` (0-based) of the query."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


def worded(field: Field, text: str, *, at: int, boost: float, quoted: bool) -> Leaf:
    """A word or phrase in ``field``; a closed vocabulary's word or a date where the field holds these."""
    if field is Field.DATE:
        return _dated(text, at)
    if field in CHOICES:
        return _chosen(field, text, at)
    if not quoted and (stray := _STRAY.search(text)):
        mark = stray.group()[-1]
        raise NotUnderstood(at + stray.end() - 1, _MISPLACED.get(mark, _RANGE_HINT))
    found = tuple(words(text))
    if not found:
        raise NotUnderstood(at, f"{text!r} holds no letter or digit to look for" if text else "nothing in the quotes")
    if field not in RUNNING:
        return term_or_phrase(field, found, boost)
    if quoted:
        return Phrase(field, found, boost=boost)
    return Joined(field, found, boost) if len(found) > 1 else Term(field, found[0], boost)


def near(field: Field, text: str, between: int, *, at: int, boost: float) -> Leaf:
    """The words of ``text``, which stood in quotes, in order with at most ``between`` others among them in all."""
    end = at + len(text) + 1
    if field in CHOICES or field is Field.DATE:
        raise NotUnderstood(end, "~ can't be used here: this field takes whole values only")
    found = tuple(words(text))
    if len(found) < 2:
        raise NotUnderstood(end, "~ after quotes says how many words may stand between: put two words or more in them")
    if ways(len(found), between) > MOST_WAYS:
        fewer = max(n for n in range(between) if ways(len(found), n) <= MOST_WAYS)
        raise NotUnderstood(end, f"too many words between: {len(found)} words in quotes take ~{fewer} at most")
    return Phrase(field, found, slop=between + 1, boost=boost)


def ways(length: int, between: int) -> int:
    """In how many ways ``length`` words can stand in order with at most ``between`` others among them."""
    return comb(between + length - 1, length - 1)


def prefix(field: Field, text: str, *, at: int, boost: float) -> Leaf:
    """Words of ``field`` that begin with ``text``."""
    _check_spelt(field, "*", at)
    return Prefix(field, _one_word(text, "*", at), boost=boost)


def wildcard(field: Field, pattern: str, *, at: int, boost: float) -> Leaf:
    """Words of ``field`` that fit ``pattern``, in which ``*`` is any run of characters and ``?`` any one."""
    _check_spelt(field, "* and ?", at)
    folded = fold(pattern)
    pieces = [piece for piece in re.split(r"[*?]", folded) if piece]
    if not pieces:
        raise NotUnderstood(at, f"{pattern!r} alone would find everything: put letters before it")
    for piece in pieces:
        _one_word(piece, "* and ?", at)
    return Wildcard(field, folded, boost=boost)


def fuzzy(field: Field, text: str, edits: int, *, at: int, boost: float) -> Leaf:
    """Words of ``field`` that become ``text`` by at most ``edits`` letters put in, left out or changed."""
    _check_spelt(field, "~", at)
    word = _one_word(text, "~", at)
    if not 1 <= edits <= MAX_EDITS:
        raise NotUnderstood(at + len(text), f"~ takes 1 to {MAX_EDITS} changed letters, not {edits}")
    if len(word) <= 2 * edits:
        raise NotUnderstood(at, f"{text!r} is too short for ~{edits}: it would match almost any word of its length")
    return FuzzyTerm(field, word, edits, boost)


def ranged(field: Field, start: str | None, end: str | None, *, inclusive: bool, at: int) -> Leaf:
    """The days from ``start`` to ``end``."""
    if field is not Field.DATE:
        raise NotUnderstood(at, f"only dates have ranges; {_RANGE_HINT}")
    if not inclusive:
        raise NotUnderstood(at, f"a range stands in square brackets and includes both ends; {HOW_TO_WRITE}")
    try:
        first, last = between((start or "").strip(), (end or "").strip())
    except ValueError as problem:
        raise NotUnderstood(at, str(problem)) from None
    return TermRange(Field.DATE, first, last)


def _dated(text: str, at: int) -> Leaf:
    try:
        first, last = bounds(text)
    except ValueError as problem:
        raise NotUnderstood(at, str(problem)) from None
    return TermRange(Field.DATE, first, last)


def _chosen(field: Field, text: str, at: int) -> Leaf:
    written = re.sub(r"[\s-]+", "_", text.strip().lower())
    wanted = ALSO_WRITTEN.get(written, written)
    if wanted not in CHOICES[field]:
        raise NotUnderstood(at, f"{text!r} is none of {', '.join(CHOICES[field])}")
    return Term(field, wanted)


def _check_spelt(field: Field, mark: str, at: int) -> None:
    if field in CHOICES or field is Field.DATE:
        raise NotUnderstood(at, f"{mark} can't be used here: this field takes whole values only")


def _one_word(text: str, mark: str, at: int) -> str:
    folded = fold(text)
    if not WORD.fullmatch(folded):
        raise NotUnderstood(at, f"{mark} works in one word of letters and digits, not in {text!r}")
    return folded
