"""Which hits are news to a watch: by what an entry is known again when its paper is read anew or published again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from corpus.entries import Entry
from corpus.watches import Mark

_LEAST_COPIED = 80
"""Letters from which on the same words at the same place of two papers are one text: many a paper says "Refused"."""

_NO_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = "\x1f"
_FINGERPRINT_BYTES = 8


class News(StrEnum):
    """What an entry is to who was told what there was before; ``CHANGED`` stands in the place of what is gone."""

    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An entry with the mark that it is known by; ``telling`` where its words are so many that they tell it alone."""

    entry: Entry
    mark: Mark
    telling: bool


def marked(entry: Entry) -> Marked:
    """``entry`` with its mark: letters and digits count, and what the reader of a paper makes of the rest does not.

    Its place is the meeting and the numbered item or heading that it stands under, not the page, for pages move.
    """
    words = _letters(entry.text) or _letters(entry.heading)
    kind = entry.kind.value
    number = entry.reference or entry.number
    place = (entry.paper_kind, entry.organisation, entry.body, entry.date, number, entry.heading)
    return Marked(
        entry=entry,
        mark=Mark(
            words=_fingerprint(kind, words),
            place=_fingerprint(kind, *(_letters(part or "") for part in place)),
        ),
        telling=len(words) >= _LEAST_COPIED,
    )


def news(
    hits: Iterable[Marked], told: Counter[Mark], told_before: Iterable[Counter[Mark]]
) -> Iterator[tuple[Marked, News]]:
    """Which of the ``hits`` in a document are news, and of what kind.

    ``told`` are the marks of what was told of the same bytes: other words at a place of theirs come from other rules
    and are no news. ``told_before`` are those of each version that stood at its source before.
    """
    known = Counter(told)
    for version in told_before:
        known |= version
    _, left, known = _paired(hits, known, lambda mark: mark)
    _, left, known = _paired(left, known, lambda mark: mark.words)
    changed, new, _ = _paired(left, known, lambda mark: mark.place)
    yield from ((hit, News.NEW) for hit in new)
    read_before = {mark.place for mark in told}
    yield from ((hit, News.CHANGED) for hit in changed if hit.mark.place not in read_before)


def _paired(
    hits: Iterable[Marked], known: Counter[Mark], by: Callable[[Mark], Hashable]
) -> tuple[list[Marked], list[Marked], Counter[Mark]]:
    """The ``hits`` that are like something ``known``, each like one of it; the others; and what of it is left."""
    alike: dict[Hashable, list[Mark]] = defaultdict(list)
    for mark in known.elements():
        alike[by(mark)].append(mark)
    paired, others, left = [], [], Counter(known)
    for hit in hits:
        if same := alike.get(by(hit.mark)):
            left[same.pop()] -= 1
            paired.append(hit)
        else:
            others.append(hit)
    return paired, others, +left


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())


def _fingerprint(*parts: str) -> int:
    """A number that SQLite holds; that two different texts have one is as unlikely as a broken disk."""
    digest = blake2b(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass"), digest_size=_FINGERPRINT_BYTES)
    return int.from_bytes(digest.digest(), signed=True)
