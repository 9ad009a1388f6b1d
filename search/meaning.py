"""What a written query means: the indexed fields that its words are looked for in, and what ranks a hit higher.

Plain words are found in all their forms and spellings, and as what they are short for; hits that hold them as they were
written, in a heading or title, or next to one another come first. Words in quotes are found as they are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from search import tree
from search.alternatives import Alternative, Vocabulary, alternatives, defined, joined
from search.analysis import stemmed
from search.definitions import MAX_WORDS
from search.fields import RUNNING, Field
from search.tree import And, AndMaybe, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard, any_of, term_or_phrase

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
            return Or([meaning(part, known) for part in written.subqueries], boost=written.boost)
        case Not():
            return Not(meaning(written.query, known))
    field = tree.field_of(written)
    if field in RUNNING:
        return _in_running_text(written, field, known)
    if field in _NAMES and isinstance(written, Term):
        return any_of([written, *(_spelt(field, each) for each in defined(written.text, known))])
    return written


def stem_query(field: Field, stems: Sequence[str]) -> Query:
    """What finds ``stems`` next to one another in the running text ``field``, those in a heading or title first."""
    found = term_or_phrase(_STEMS[field], list(stems))
    if field is Field.TITLE:
        return found
    return AndMaybe(found, term_or_phrase(Field.TITLE_STEMS, list(stems), IN_TITLE))


def is_plain(part: Query) -> bool:
    """Whether ``part`` of a written tree is a plain word of running text."""
    return isinstance(part, Term) and part.fieldname == Field.TEXT and part.boost == 1.0


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


def _all_of(written: Query, known: Vocabulary) -> Query:
    parts: list[Query] = []
    for plain, group in groupby(written.subqueries, key=is_plain):
        members = list(group)
        if plain and len(members) > 1:
            parts.append(_run([part.text for part in members], known))
        else:
            parts.extend(meaning(part, known) for part in members)
    return And(parts, boost=written.boost)


def _run(words: list[str], known: Vocabulary) -> Query:
    """Plain words side by side: all must be found, those next to one another rank higher."""
    found = [_piece(run, others) for run, others in pieces(words, known)]
    pairs = [stemmed(list(pair)) for pair in pairwise(words)]
    together = [
        Phrase(field, pair, boost=TOGETHER * weight)
        for pair in pairs
        for field, weight in ((Field.STEMS, 1.0), (Field.TITLE_STEMS, IN_TITLE))
    ]
    return AndMaybe(And(found) if len(found) > 1 else found[0], Or(together))


def _piece(run: tuple[str, ...], others: tuple[Alternative, ...]) -> Query:
    """A plain word, or a long form word by word, or what stands for it."""
    own = [_plain(word, 1.0, ()) for word in run]
    if len(own) == 1:
        return _plain(run[0], 1.0, others)
    return any_of([And(own), *(_instead(Field.STEMS, each) for each in others)])


def _in_running_text(written: Query, field: Field, known: Vocabulary) -> Query:
    match written:
        case Term() if field is Field.TEXT:
            return _plain(written.text, written.boost, alternatives(written.text, known))
        case Term():
            found = Term(_STEMS[field], *stemmed([written.text]), boost=written.boost)
            return AndMaybe(found, Term(_WORDS[field], written.text, boost=AS_WRITTEN))
        case tree.Sequence():
            return _compound([part.text for part in written.subqueries], field, written.boost)
        case Phrase():
            return _quoted(written, field)
        case Prefix():
            return Prefix(_WORDS[field], written.text, boost=written.boost)
        case Wildcard():
            return Wildcard(_WORDS[field], written.text, boost=written.boost)
        case FuzzyTerm():
            near = FuzzyTerm(_WORDS[field], written.text, written.boost, written.maxdist, prefixlength=0)
            return AndMaybe(near, Term(_WORDS[field], written.text))
    raise TypeError(f"not a leaf of running text: {written!r}")


def _plain(word: str, boost: float, others: tuple[Alternative, ...]) -> Query:
    (stem,) = stemmed([word])
    found = any_of([Term(Field.STEMS, stem), *(_instead(Field.STEMS, each) for each in others)])
    better = [Term(Field.WORDS, word, boost=AS_WRITTEN), Term(Field.TITLE_STEMS, stem, boost=IN_TITLE)]
    if not word.isalpha():
        better.append(Term(Field.REFERENCE, word, boost=AS_NUMBERED))
    return _boosted(found, better, boost)


def _compound(words: list[str], field: Field, boost: float) -> Query:
    """A number or a word with signs inside it: its parts stand next to one another, or are joined."""
    stems = stemmed(words)
    one = joined(words)
    found = any_of([Phrase(_STEMS[field], stems), *([_instead(_STEMS[field], one)] if one else [])])
    better = [Phrase(_WORDS[field], words, boost=AS_WRITTEN)]
    if field is Field.TEXT:
        better += [
            Phrase(Field.TITLE_STEMS, stems, boost=IN_TITLE),
            Phrase(Field.REFERENCE, words, boost=AS_NUMBERED),
        ]
    return _boosted(found, better, boost)


def _quoted(written: Query, field: Field) -> Query:
    def within(where: Field, boost: float) -> Query:
        if len(written.words) == 1:
            return Term(where, written.words[0], boost=boost)
        return Phrase(where, written.words, slop=written.slop, boost=boost)

    found = within(_WORDS[field], 1.0)
    better = [within(Field.TITLE_WORDS, IN_TITLE)] if field is Field.TEXT else []
    return _boosted(found, better, written.boost)


def _instead(field: Field, other: Alternative) -> Query:
    return term_or_phrase(field, stemmed(list(other.words)), INSTEAD)


def _spelt(field: Field, other: Alternative) -> Query:
    return term_or_phrase(field, list(other.words))


def _boosted(found: Query, better: list[Query], boost: float) -> Query:
    """``found``, of which that which is ``better`` ranks higher, all of it with ``boost``."""
    whole = found if boost == 1.0 else found.with_boost(found.boost * boost)
    return AndMaybe(whole, any_of([each.with_boost(each.boost * boost) for each in better])) if better else whole
