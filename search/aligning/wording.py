"""How the wording of a recommendation changed, word by word, on its way to a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.alignment.model import Wording, WordingKind
from search.aligning.asks import POSITIVE
from search.aligning.words import Word, operative, says_something, words_of

_MOST_WORDS = 4000
"""Of both texts: comparing takes as long as their lengths multiplied, and nobody recommends so much in one part."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts; ``silent`` are the places of words that say nothing, or the same in both texts."""

    text: str
    words: tuple[Word, ...]
    silent: frozenset[int]

    def says(self, begin: int, end: int) -> bool:
        """Whether any of the words ``[begin, end)`` tells a difference."""
        return any(at not in self.silent for at in range(begin, end))


def change(recommended: str, resolved: str) -> tuple[Wording, ...]:
    """Both texts as one: what was kept, what went, what came, each as written.

    Words that say nothing ("that", "be") are kept as they were resolved, and so is "approved" of what was to be agreed.
    """
    return tuple(_joined(_pieces(*_sides(recommended, resolved))))


def _sides(recommended: str, resolved: str) -> tuple[_Side, _Side]:
    before, after = words_of(recommended), words_of(resolved)
    verbs, verbs_after = operative(before), operative(after)
    asked = before[verbs[-1]].ask if verbs else None
    # "That the baths be closed" says it without a verb of its own.
    same = asked == after[verbs_after[-1]].ask if verbs_after else asked in POSITIVE
    return (
        _Side(recommended, before, _silent(before, verbs if same else ())),
        _Side(resolved, after, _silent(after, verbs_after if same else ())),
    )


def _silent(words: Sequence[Word], verbs: Sequence[int]) -> frozenset[int]:
    return frozenset(at for at, word in enumerate(words) if at in verbs or not says_something(word))


def _pieces(before: _Side, after: _Side) -> Iterator[Wording]:
    keys, keys_after = [word.key for word in before.words], [word.key for word in after.words]
    for begin, end, begin_after, end_after in _stretches(keys, keys_after):
        same = keys[begin:end] == keys_after[begin_after:end_after]
        if not same and before.says(begin, end):
            yield Wording(WordingKind.WENT, _written(before.text, before.words, begin, end))
        if begin_after < end_after:
            came = not same and after.says(begin_after, end_after)
            kind = WordingKind.CAME if came else WordingKind.KEPT
            yield Wording(kind, _written(after.text, after.words, begin_after, end_after))


def _stretches(keys: Sequence[str], keys_after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where, in both texts, the words are the same, and where they differ."""
    if len(keys) + len(keys_after) > _MOST_WORDS:
        yield 0, len(keys), 0, len(keys_after)
        return
    matcher = SequenceMatcher(None, keys, keys_after, autojunk=False)
    for _, *stretch in matcher.get_opcodes():
        begin, end, begin_after, end_after = stretch
        yield begin, end, begin_after, end_after


def _written(text: str, words: Sequence[Word], begin: int, end: int) -> str:
    """The words ``[begin, end)`` as they stand in ``text``, with the signs around them."""
    start = _begins(text, words[begin].start) if begin else 0
    stop = _begins(text, words[end].start) if end < len(words) else len(text)
    return " ".join(text[start:stop].split())


def _begins(text: str, at: int) -> int:
    """Where what stands before a word begins to belong to it: "(1)"."""
    while at and not text[at - 1].isspace() and not text[at - 1].isalnum():
        at -= 1
    return at


def _joined(pieces: Iterator[Wording]) -> Iterator[Wording]:
    last: Wording | None = None
    for piece in pieces:
        if last is not None and last.kind is piece.kind:
            last = Wording(piece.kind, f"{last.words} {piece.words}")
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
