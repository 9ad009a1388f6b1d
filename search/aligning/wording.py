"""How the wording of a recommendation changed, word by word, on its way to a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.alignment.model import Wording, WordingKind
from search.aligning.words import Word, says_something, words_of


def change(recommended: str, resolved: str) -> tuple[Wording, ...]:
    """Both texts as one: what was kept, what went, what came, each as written.

    Words that say nothing ("that", "be") are kept as they were resolved.
    """
    before, after = words_of(recommended), words_of(resolved)
    return tuple(_joined(_pieces(recommended, before, resolved, after)))


def _pieces(recommended: str, before: Sequence[Word], resolved: str, after: Sequence[Word]) -> Iterator[Wording]:
    matcher = SequenceMatcher(None, [word.key for word in before], [word.key for word in after], autojunk=False)
    for _, begin, end, other_begin, other_end in matcher.get_opcodes():
        went, came = before[begin:end], after[other_begin:other_end]
        if [word.key for word in went] == [word.key for word in came]:
            yield Wording(WordingKind.KEPT, _written(resolved, after, other_begin, other_end))
            continue
        if any(map(says_something, went)):
            yield Wording(WordingKind.WENT, _written(recommended, before, begin, end))
        if came:
            kind = WordingKind.CAME if any(map(says_something, came)) else WordingKind.KEPT
            yield Wording(kind, _written(resolved, after, other_begin, other_end))


def _written(text: str, words: Sequence[Word], begin: int, end: int) -> str:
    """The words ``[begin, end)`` as they stand in ``text``, with the signs behind and between them."""
    start = words[begin].start
    stop = words[end].start if end < len(words) else len(text)
    return " ".join(text[start:stop].split())


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
