"""What a written query means: the indexed fields that its words are looked for in, and what ranks a hit higher.

Plain words are found in all their forms and spellings, and as what they are short for; hits that hold them as they were
written, in a heading or title, or next to one another come first. Words in quotes are found as they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TypeGuard

from corpus.entries import REGISTERED, EntryKind
from search.alternatives import Alternative, Vocabulary, alternatives, defined, joined
from search.analysis import stemmed
from search.byname import ATTESTED, by_leaf, by_words, persons_by_leaf
from search.definitions import MAX_WORDS
from search.fields import NARROWING, RUNNING, Field
from search.tree import (
    And,
    AndMaybe,
    FuzzyTerm,
    Joined,
    Leaf,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    TermRange,
    Wildcard,
    all_of,
    any_of,
    boosted,
    term_or_phrase,
)

AS_WRITTEN = 0.5
"""How much a word counts again where it stands as it was written, not in another form."""

IN_TITLE = 2.0
"""How much a word counts in a heading or title, beside what it counts in the text that includes the heading."""

AS_NUMBERED = 3.0
"""How much a number counts that an entry bears, beside one that its text mentions."""

TOGETHER = 1.0
"""How much two words count that stand next to one another, in the order they were asked in."""

INSTEAD = 0.8
"""How much what a word also stands for counts, beside the word itself."""

DECIDED = 2.0
"""How much it counts, once for all words, that an entry is a decision: it comes before a recommendation in the same
words, and not before what holds one telling word more. (A word that one in ten entries holds counts about as much.)"""

_IS_PLACE = Not(any_of(tuple(Term(Field.KIND, kind) for kind in REGISTERED)))

_STEMS = {Field.TEXT: Field.STEMS, Field.TITLE: Field.TITLE_STEMS}
_WORDS = {Field.TEXT: Field.WORDS, Field.TITLE: Field.TITLE_WORDS}
_NAMES = frozenset({Field.BODY, Field.ORGANISATION})
"""Fields that hold names in which abbreviations are told as what they are short for."""


def meaning(written: Query, known: Vocabulary) -> Query:
    """The tree of indexed fields that a ``written`` one means to an index that knows these words."""
    match written:
        case And():
            return _all_of(written, known)
        case Or():
            return Or(tuple(meaning(part, known) for part in written.subqueries), written.boost)
        case Not():
            return Not(meaning(written.query, known))
        case AndMaybe():
            raise TypeError(f"not a written tree: {written!r}")
    if written.field is Field.TEXT:
        return any_of((_in_running_text(written, known), *by_leaf(written, known)))
    if written.field in RUNNING:
        return _in_running_text(written, known)
    if written.field is Field.PERSON:
        return any_of((written, *persons_by_leaf(written, known)))
    if written.field in _NAMES and isinstance(written, Term):
        spelt = (term_or_phrase(written.field, each.words) for each in defined(written.text, known))
        return any_of((written, *spelt))
    return written


def decided_first(meant: Query) -> Query:
    """``meant``, a tree of indexed fields, with what was decided before what else holds the same words.

    Where words say nothing of the order, persons and organisations come after all that stands in papers, those that are
    attested best first.
    """
    decided = Term(Field.KIND, EntryKind.DECISION, DECIDED)
    return AndMaybe(meant, Or((decided, _IS_PLACE, *ATTESTED)) if _only_narrows(meant) else decided)


def _only_narrows(meant: Query) -> bool:
    """Whether nothing in ``meant`` tells how well something fits."""
    match meant:
        case And() | Or():
            return all(map(_only_narrows, meant.subqueries))
        case Not():
            return True
        case AndMaybe():
            return False
    return meant.field in NARROWING


def places(query: Query) -> Query:
    """What ``query``, a tree of indexed fields, finds without persons and organisations."""
    return And((query, _IS_PLACE))


def stem_query(field: Field, stems: Sequence[str]) -> Query:
    """What finds ``stems`` next to one another in the running text ``field``, those in a heading or title first."""
    found = term_or_phrase(_STEMS[field], tuple(stems))
    if field is Field.TITLE:
        return found
    return AndMaybe(found, term_or_phrase(Field.TITLE_STEMS, tuple(stems), IN_TITLE))


def is_plain(part: Query) -> TypeGuard[Term]:
    """Whether ``part`` of a written tree is a plain word of running text."""
    return isinstance(part, Term) and part.field is Field.TEXT and part.boost == 1.0


def pieces(words: Sequence[str], known: Vocabulary) -> Iterator[tuple[tuple[str, ...], tuple[Alternative, ...]]]:
    """Plain ``words`` that follow one another, with what each stands for besides; a known long form is one piece."""
    at = 0
    while at < len(words):
        for length in range(min(MAX_WORDS, len(words) - at), 1, -1):
            run = tuple(words[at : at + length])
            if short := defined(" ".join(run), known):
                yield run, short
                break
        else:
            run = (words[at],)
            yield run, alternatives(words[at], known)
        at += len(run)


def _all_of(written: And, known: Vocabulary) -> Query:
    parts: list[Query] = []
    for _, group in groupby(written.subqueries, key=is_plain):
        members = list(group)
        plain = [part.text for part in members if is_plain(part)]
        if len(plain) > 1:
            parts.append(_run(plain, known))
        else:
            parts.extend(meaning(part, known) for part in members)
    return And(tuple(parts), written.boost)


def _run(words: list[str], known: Vocabulary) -> Query:
    """Plain words side by side: all must be found, those next to one another rank higher."""
    found = tuple(_piece(run, others) for run, others in pieces(words, known))
    together = tuple(
        Phrase(field, tuple(stemmed(pair)), boost=TOGETHER * weight)
        for pair in pairwise(words)
        for field, weight in ((Field.STEMS, 1.0), (Field.TITLE_STEMS, IN_TITLE))
    )
    return any_of((AndMaybe(all_of(found), Or(together)), *by_words(words, known)))


def _piece(run: tuple[str, ...], others: tuple[Alternative, ...]) -> Query:
    """A plain word, or a long form word by word, or what stands for it."""
    if len(run) == 1:
        return _plain(run[0], 1.0, others)
    own = And(tuple(_plain(word, 1.0, ()) for word in run))
    return any_of((own, *(_instead(Field.STEMS, each) for each in others)))


def _in_running_text(written: Leaf, known: Vocabulary) -> Query:
    field = written.field
    match written:
        case Term() if field is Field.TEXT:
            return _plain(written.text, written.boost, alternatives(written.text, known))
        case Term():
            (stem,) = stemmed((written.text,))
            return AndMaybe(Term(_STEMS[field], stem, written.boost), Term(_WORDS[field], written.text, AS_WRITTEN))
        case Joined():
            return _joined(written)
        case Phrase():
            return _quoted(written)
        case FuzzyTerm():
            return AndMaybe(replace(written, field=_WORDS[field]), Term(_WORDS[field], written.text))
        case Prefix() | Wildcard():
            return replace(written, field=_WORDS[field])
        case TermRange():
            raise TypeError(f"not a leaf of running text: {written!r}")


def _plain(word: str, boost: float, others: tuple[Alternative, ...]) -> Query:
    (stem,) = stemmed((word,))
    found = any_of((Term(Field.STEMS, stem), *(_instead(Field.STEMS, each) for each in others)))
    better = [Term(Field.WORDS, word, AS_WRITTEN), Term(Field.TITLE_STEMS, stem, IN_TITLE)]
    if not word.isalpha():
        better.append(Term(Field.REFERENCE, word, AS_NUMBERED))
    return _first(found, better, boost)


def _joined(written: Joined) -> Query:
    """A number or a word with signs inside it: its parts stand next to one another, or are one."""
    field, words = written.field, written.words
    stems = tuple(stemmed(words))
    one = joined(words)
    found = any_of((Phrase(_STEMS[field], stems), *((_instead(_STEMS[field], one),) if one else ())))
    better = [Phrase(_WORDS[field], words, boost=AS_WRITTEN)]
    if field is Field.TEXT:
        better += [
            Phrase(Field.TITLE_STEMS, stems, boost=IN_TITLE),
            Phrase(Field.REFERENCE, words, boost=AS_NUMBERED),
        ]
    return _first(found, better, written.boost)


def _quoted(written: Phrase) -> Query:
    def within(where: Field, boost: float) -> Query:
        if len(written.words) == 1:
            return Term(where, written.words[0], boost)
        return Phrase(where, written.words, written.slop, boost)

    found = within(_WORDS[written.field], 1.0)
    better = [within(Field.TITLE_WORDS, IN_TITLE)] if written.field is Field.TEXT else []
    return _first(found, better, written.boost)


def _instead(field: Field, other: Alternative) -> Query:
    return term_or_phrase(field, tuple(stemmed(other.words)), INSTEAD)


def _first(found: Query, better: Iterable[Query], boost: float) -> Query:
    """``found``, and first of it what is ``better``, all of it with ``boost``."""
    parts = tuple(boosted(each, boost) for each in better)
    whole = boosted(found, boost)
    return AndMaybe(whole, any_of(parts)) if parts else whole
