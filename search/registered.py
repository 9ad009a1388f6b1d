"""How persons and organisations are searched: by their names and roles, and among them those named most come first."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.entries import Entry, EntryKind
from corpus.registered import Registered
from search.analysis import words
from search.fields import LISTED, SEEN_LEVELS, Field
from search.values import Value, stems, values

_ARTICLE = "the"

_SAYS_ENOUGH = 5
"""Words from which on a name is somebody's though each of them is common: "Association of Directors of Social Care"."""


def words_of(entry: Entry, known: Registered) -> dict[Field, list[Value]]:
    """The searchable words of a person or organisation by field, several values a field."""
    forms = _forms(entry, known)
    is_board, is_person = entry.body is not None, entry.kind is EntryKind.PERSON
    return {
        Field.NAMES: forms,
        Field.ROLES: stems(values(known.title, *known.roles)),
        Field.BODY: values(*known.bodies) + (forms if is_board else []),
        Field.ORGANISATION: values(entry.organisation, *known.affiliations) + ([] if is_board or is_person else forms),
        Field.AROUND: stems(values(entry.organisation, *known.bodies, *known.affiliations, entry.kind, known.sort)),
    }


def exact_values_of(entry: Entry, known: Registered) -> dict[Field, tuple[str, ...]]:
    """What finds a person or organisation as a whole: its names, and how often it is named."""
    return {
        Field.WHOLE_NAMES: tuple(dict.fromkeys(" ".join(name) for name in _whole_names(entry, known))),
        Field.SEEN: ((LISTED,) if known.listed else ())
        + tuple(str(level) for level in SEEN_LEVELS if level <= known.documents),
    }


def _forms(entry: Entry, known: Registered) -> list[Value]:
    """The words of each form of the name, its own first."""
    return values(entry.heading, *known.names)


def _whole_names(entry: Entry, known: Registered) -> Iterator[Value]:
    """What is enough to mean it."""
    forms = _forms(entry, known)
    if entry.kind is EntryKind.ORGANISATION:
        return _names_of_body(entry, known, forms)
    return _names_of_person(known, forms)


def _names_of_person(known: Registered, forms: list[Value]) -> Iterator[Value]:
    """All forms of several words, and the surname of a person who is well attested.

    There are none of a person of whom the surname alone is known.
    """
    own = forms[0] if forms else []
    if len(own) > 1:
        yield from (form for form in forms if len(form) > 1)
        yield [*words(known.title or ""), *own]
        if known.listed and known.documents > 1:
            yield own[-1:]


def _names_of_body(entry: Entry, known: Registered, forms: list[Value]) -> Iterator[Value]:
    """All forms of several words, and abbreviations; of an organisation that is called as many are, only long forms.

    A board may well be called so: where few are, it is meant.
    """
    least = _SAYS_ENOUGH if known.common and entry.body is None else 2
    for form in forms:
        if len(form) >= least:
            yield form
            if form[0] == _ARTICLE:
                yield form[1:]
    if forms and len(forms[0]) > 1:
        yield from (words(name) for name in known.names if name.isupper() and len(words(name)) == 1)
