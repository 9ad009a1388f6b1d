"""Did you mean: words that the index doesn't hold, and what in it is spelt nearly the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.alternatives import Vocabulary
from search.analysis import stemmed, surface_words, words
from search.fields import WRITTEN, Field
from search.tree import And, Joined, Not, Or, Phrase, Query, Term

MIN_LENGTH = 4
"""Shorter words are near too many others for a useful hint."""

MAX_EDITS = 2
"""Letters that may be put in, left out, changed or swapped; one in words of less than twice ``MIN_LENGTH``."""

SUGGESTIONS = 3
"""Words suggested in place of one."""

_OF_FIELD = ":"
"""Stands between the name of a field and what is asked of it."""

_HELD_BY = {
    Field.TEXT: Field.WORDS,
    Field.TITLE: Field.TITLE_WORDS,
    Field.BODY: Field.BODY,
    Field.ORGANISATION: Field.ORGANISATION,
    Field.PERSON: Field.PERSON,
    Field.OWNER: Field.OWNER,
}
"""The field of an index that holds the words of each field that is asked for, as they are spelt."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A ``word`` (folded) that the index doesn't hold, and what is spelt nearly as it: one or two words each."""

    word: str
    instead: tuple[str, ...]


def unknown_words(written: Query, known: Vocabulary) -> tuple[Unknown, ...]:
    """The words of ``written`` (made by ``search.query.parse``) that no entry holds in any form, each once."""
    asked = dict.fromkeys(_asked(written))
    return tuple(
        Unknown(word, nearest(word, _HELD_BY[field], known))
        for field, word in asked
        if not _is_held(field, word, known)
    )


def corrected(text: str, unknown: Sequence[Unknown]) -> str | None:
    """The query ``text`` with the first suggestion in the place of each unknown word; ``None`` where there is none.

    Names of fields stay, whatever word they are.
    """
    instead = {each.word: each.instead[0] for each in unknown if each.instead}
    pieces, reached = [], 0
    for start, end in surface_words(text):
        found = words(text[start:end])
        if len(found) != 1 or found[0] not in instead or (found[0] in WRITTEN and text[end : end + 1] == _OF_FIELD):
            continue
        better = instead[found[0]]
        if " " in better and text[:start].endswith(_OF_FIELD):
            better = f'"{better}"'  # both words are asked of the field
        pieces += [text[reached:start], better]
        reached = end
    return "".join([*pieces, text[reached:]]) if pieces else None


def nearest(word: str, field: Field, known: Vocabulary) -> tuple[str, ...]:
    """What ``field`` holds that is spelt nearly as ``word``, the nearest and then the most frequent first."""
    if len(word) < MIN_LENGTH or not word.isalpha():
        return ()
    apart = _apart(word, field, known)
    # Few people get the first letter wrong: the whole vocabulary is gone through only where nothing else is near.
    return (*apart, *(_spelt_nearly(word, field, word[:1], known) or _spelt_nearly(word, field, "", known)))[
        :SUGGESTIONS
    ]


def _asked(written: Query) -> Iterator[tuple[Field, str]]:
    """The fields and words that are asked for and can be spelt wrong."""
    match written:
        case And() | Or():
            for part in written.subqueries:
                yield from _asked(part)
        case Not():
            return
        case Term() if written.field in _HELD_BY:
            yield written.field, written.text
        case Phrase() | Joined() if written.field in _HELD_BY:
            yield from ((written.field, word) for word in written.words)


def _is_held(field: Field, word: str, known: Vocabulary) -> bool:
    if field is Field.TEXT:
        held = any(known.frequency(Field.STEMS, stem) for stem in stemmed([word]))
        return held or known.frequency(Field.NAMES, word) > 0
    return known.frequency(_HELD_BY[field], word) > 0


def _spelt_nearly(word: str, field: Field, beginning: str, known: Vocabulary) -> tuple[str, ...]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    allowed = min(MAX_EDITS, len(word) // MIN_LENGTH)
    counts = {
        term.value: term.count
        for term in known.terms(field, beginning)
        if abs(len(term.value) - len(word)) <= allowed and term.value != word
    }
    found = extract(word, list(counts), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return tuple(other for other, _, _ in sorted(found, key=lambda one: (one[1], -counts[one[0]], one[0])))


def _apart(word: str, field: Field, known: Vocabulary) -> tuple[str, ...]:
    """``word`` as two words that stand side by side somewhere, where it is two that were run together."""
    for at in range(MIN_LENGTH - 1, len(word) - MIN_LENGTH + 2):
        if known.frequency(field, word[:at]) and known.frequency(field, word[at:]):
            return (f"{word[:at]} {word[at:]}",)
    return ()
