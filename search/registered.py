"""How persons and organisations are searched: by their names and roles, and among them those named most come first."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.entries import Entry, EntryKind
from corpus.registered import Registered
from search.analysis import stemmed, words
from search.fields import Field

_LEVELS = (2, 4, 8, 16, 32, 64, 128, 256)
"""Numbers of documents that name somebody, at each of which it ranks a step higher among those of the same words."""

_LISTED = "listed"

SEEN = (_LISTED, *map(str, _LEVELS))
"""All that can be said of how well somebody is attested, each of which counts: whom only prose names is told last."""

_ARTICLE = "the"

_WORDS = list[str]


def words_of(entry: Entry, known: Registered) -> dict[Field, list[_WORDS]]:
    """The searchable words of a person or organisation by field, several values a field."""
    names = _forms(entry, known)
    is_board, is_person = entry.body is not None, entry.kind is EntryKind.PERSON
    return {
        Field.NAMES: names,
        Field.ROLES: [stemmed(role) for role in _values(known.title, *known.roles)],
        Field.BODY: _values(*known.bodies) + (names if is_board else []),
        Field.ORGANISATION: _values(entry.organisation, *known.affiliations) + ([] if is_board or is_person else names),
        Field.AROUND: [
            stemmed(value)
            for value in _values(entry.organisation, *known.bodies, *known.affiliations, entry.kind, known.sort)
        ],
    }


def exact_values_of(entry: Entry, known: Registered) -> dict[Field, tuple[str, ...]]:
    """What finds a person or organisation as a whole: its names, and how often it is named."""
    return {
        Field.WHOLE_NAMES: tuple(dict.fromkeys(" ".join(name) for name in _whole_names(entry, known))),
        Field.SEEN: ((_LISTED,) if known.listed else ())
        + tuple(str(level) for level in _LEVELS if level <= known.documents),
    }


def _forms(entry: Entry, known: Registered) -> list[_WORDS]:
    """The words of each form of the name, its own first."""
    return _values(entry.heading, *known.names)


def _whole_names(entry: Entry, known: Registered) -> Iterator[_WORDS]:
    """What is enough to mean it: forms of several words, an abbreviation, the surname of a person who is well attested.

    A person of whom only the surname is known, and an organisation that is no board and called as many are, have none.
    """
    own, *others = _forms(entry, known) or [[]]
    if entry.kind is EntryKind.PERSON:
        if len(own) > 1:
            yield from (form for form in (own, *others) if len(form) > 1)
            yield [*words(known.title or ""), *own]
            if known.listed and known.documents > 1:
                yield own[-1:]
    elif entry.body is not None or not known.common:
        for form in (own, *others):
            if len(form) > 1:
                yield form
                if form[0] == _ARTICLE:
                    yield form[1:]
        yield from (words(name) for name in known.names if name.isupper() and len(words(name)) == 1 < len(own))


def _values(*texts: str | None) -> list[_WORDS]:
    """The words of each of ``texts`` that holds any."""
    return [found for text in texts if text and (found := words(text))]
