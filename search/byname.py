"""What plain words mean beside running text: persons and organisations that bear them in a name or a role.

One whose whole name is asked for comes before all that its papers say. All others come last, those named in most
documents first: who asks for frailty does not ask for Mr Frail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.entries import REGISTERED, EntryKind
from search.alternatives import Vocabulary, defined
from search.analysis import stemmed
from search.fields import LISTED, SEEN_LEVELS, Field
from search.tree import (
    And,
    AndMaybe,
    FuzzyTerm,
    Joined,
    Leaf,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
    all_of,
    any_of,
    term_or_phrase,
)

FIRST = 1_000.0
"""What a whole name counts: more than any words in a text, of which each counts some tens at most."""

LAST = 0.001
"""What words of a name count: less than the same words anywhere in a text."""

MOST_NAMESAKES = 3
"""Of more who bear a name, none is meant: many councils have a planning committee."""

ATTESTED = tuple(Term(Field.SEEN, each, LAST) for each in (LISTED, *map(str, SEEN_LEVELS)))
"""What ranks somebody higher among all that the same is said of."""

MOSTLY = 0.5
"""Part of the places that hold a word in which it must be somebody's name: "Yates" is one, "Frail" is not."""


def by_words(words: Sequence[str], known: Vocabulary) -> tuple[Query, ...]:
    """What finds those of whom each of ``words`` (folded) is part of a name or a role; nothing where nobody is."""
    found = tuple(part for word in words if (part := _in_name_or_role(word, known)))
    return (_ranked(all_of(found), words, known),) if len(found) == len(words) else ()


def by_leaf(leaf: Leaf, known: Vocabulary) -> tuple[Query, ...]:
    """The same for one leaf of a written tree."""
    if isinstance(leaf, Term):
        return by_words((leaf.text,), known)
    found = _in_names(leaf, known)
    return (_ranked(found, _words(leaf), known),) if found else ()


def persons_by_leaf(leaf: Leaf, known: Vocabulary) -> tuple[Query, ...]:
    """The persons themselves whose names fit ``leaf``, which asks for places where they are named."""
    found = _in_names(leaf, known)
    if found is None:
        return ()
    persons = And((Term(Field.KIND, EntryKind.PERSON, LAST), found))
    return (_ranked(persons, _words(leaf), known),)


def _in_name_or_role(word: str, known: Vocabulary) -> Query | None:
    (stem,) = stemmed((word,))
    fields = ((Field.NAMES, word), (Field.ROLES, stem))
    parts = tuple(Term(field, form, LAST) for field, form in fields if known.frequency(field, form))
    return any_of(parts) if parts else None


def _in_names(leaf: Leaf, known: Vocabulary) -> Query | None:
    """``leaf`` as asked of names; ``None`` where none can fit it."""
    if not all(known.frequency(Field.NAMES, word) for word in _words(leaf)):
        return None
    match leaf:
        case Term() | Joined():
            return term_or_phrase(Field.NAMES, _words(leaf), LAST)
        case Phrase() if len(leaf.words) == 1:
            return Term(Field.NAMES, leaf.words[0], LAST)
        case Phrase():
            return replace(leaf, field=Field.NAMES, boost=LAST)
        case Prefix() | Wildcard() | FuzzyTerm() if any(known.frequency(Field.KIND, kind) for kind in REGISTERED):
            return replace(leaf, field=Field.NAMES, boost=LAST)
    return None


def _words(leaf: Leaf) -> tuple[str, ...]:
    """The whole words that ``leaf`` asks for, in their order."""
    match leaf:
        case Term():
            return (leaf.text,)
        case Phrase() | Joined():
            return leaf.words
    return ()


def _ranked(found: Query, words: Sequence[str], known: Vocabulary) -> Query:
    """``found``, of which that which is called ``words`` comes first, and then that which is attested best."""
    whole = (Term(Field.WHOLE_NAMES, " ".join(words), FIRST),) if _is_whole_name(words, known) else ()
    return AndMaybe(found, Or((*whole, *ATTESTED)))


def _is_whole_name(words: Sequence[str], known: Vocabulary) -> bool:
    """Whether ``words`` are what somebody is called, and few are; a single word must be a name more than a word."""
    whole = " ".join(words)
    if not whole or not known.frequency(Field.WHOLE_NAMES, whole):
        return False
    if len(words) == 1 and not _is_a_name(whole, known):
        return False
    return known.holding(Field.WHOLE_NAMES, whole) <= MOST_NAMESAKES


def _is_a_name(word: str, known: Vocabulary) -> bool:
    """Whether ``word`` is mostly somebody's name where it stands, or an abbreviation that papers explain."""
    as_name = known.frequency(Field.PERSON, word)
    return (as_name > 0 and as_name >= MOSTLY * known.frequency(Field.WORDS, word)) or bool(defined(word, known))
