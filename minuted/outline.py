"""The sections of a paper as its table of contents: a tree, each with the words that it is known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.rows import SectionRow
from corpus.spans import Span
from minuted.numbered import key, repeated
from minuted.remarks import Exempt, exempt_in

# As many characters of a paragraph as tell which one it is.
_FIRST_WORDS = 72
# What may stand between a number and the words behind it.
_BETWEEN = " \t\n.:)(–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A section in a table of contents, with those ``below`` it.

    ``words`` is its heading, or the beginning of its text where it ``is_untitled``. ``handle`` is the last part of its
    id, by which it can be named beside its paper where its number names others as well, or it has none; else ``None``.
    ``exempt`` is what of it is said to be kept from the public.
    """

    section: SectionRow
    words: str
    is_untitled: bool
    handle: str | None
    exempt: tuple[Exempt, ...] = ()
    below: tuple[Entry, ...] = ()


def outline(sections: Sequence[SectionRow], document: Document) -> tuple[Entry, ...]:
    """The tree of ``sections``, which are in the order of the text; one whose parent isn't among them stands on top."""
    twice = repeated(sections)
    known = {section.id for section in sections}
    exempt: dict[str | None, list[Exempt]] = {}
    for each in exempt_in(document, Span(0, len(document.text))):
        exempt.setdefault(each.section, []).append(each)
    below: dict[str | None, list[SectionRow]] = {}
    for section in sections:
        below.setdefault(section.parent if section.parent in known else None, []).append(section)

    def entry(section: SectionRow) -> Entry:
        number = key(section.number or "")
        return Entry(
            section=section,
            words=section.heading or _first_words(section, document),
            is_untitled=section.heading is None,
            handle=section.id.rpartition("/")[2] if not number or number in twice else None,
            exempt=tuple(exempt.get(section.id, ())),
            below=tuple(map(entry, below.get(section.id, ()))),
        )

    return tuple(map(entry, below.get(None, ())))


def walk(entries: Iterable[Entry], depth: int = 1) -> Iterator[tuple[int, Entry]]:
    """All entries in the order of the text, each with its depth, from ``depth`` on."""
    for entry in entries:
        yield depth, entry
        yield from walk(entry.below, depth + 1)


def depth_for(entries: Sequence[Entry], most: int) -> int:
    """The greatest depth down to which no more than ``most`` entries stand; 1 at least."""
    counts: dict[int, int] = {}
    for depth, _ in walk(entries):
        counts[depth] = counts.get(depth, 0) + 1
    total, deepest = 0, 0
    for depth in sorted(counts):
        total += counts[depth]
        if total > most:
            break
        deepest = depth
    return max(deepest, 1)


def path_above(section: SectionRow | None, by_id: Mapping[str, SectionRow]) -> tuple[SectionRow, ...]:
    """The sections above ``section``, the outermost first."""
    above: list[SectionRow] = []
    parent = by_id.get(section.parent or "") if section else None
    while parent:
        above.insert(0, parent)
        parent = by_id.get(parent.parent or "")
    return tuple(above)


def _first_words(section: SectionRow, document: Document) -> str:
    """The beginning of a section's text, behind its number, cut between two words."""
    text = document.text[section.start : section.end][: 4 * _FIRST_WORDS]
    number = section.number or ""
    at = text.find(number, 0, len(number) + len(_BETWEEN))
    behind = (text[at + len(number) :] if number and at >= 0 else text).lstrip(_BETWEEN)
    words = " ".join(behind.partition("\n")[0].split())
    if len(words) <= _FIRST_WORDS:
        return words
    return f"{words[: _FIRST_WORDS + 1].rpartition(' ')[0] or words[:_FIRST_WORDS]} …"
