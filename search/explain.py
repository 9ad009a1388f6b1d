"""What a query means, in words: each part of it, what that also finds, and how many places it finds by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from search.alternatives import Alternative, alternatives, defined, joined
from search.engine import Engine
from search.fields import RUNNING, Field
from search.meaning import is_plain, meaning, pieces
from search.tree import (
    ADJACENT,
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
)

_ALL = "all of this"
_ANY = "any of this"
_NOT = "not"

_WHERE = {
    Field.TEXT: "",
    Field.TITLE: " in a heading or the title of the paper",
    Field.BODY: " in the name of the board or committee",
    Field.ORGANISATION: " in the name of the council or NHS body",
    Field.PERSON: " in the name of a person who is named there",
    Field.OWNER: " in the name of who is to act",
    Field.REFERENCE: " in a reference or number printed with it",
}
_CHOSEN = {
    Field.KIND: "is of the kind",
    Field.OUTCOME: "is a decision with the outcome",
    Field.PAPER_KIND: "stands in a paper of the kind",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One part of a query in words, and the ``parts`` that it is made of, where it is made of any.

    ``found`` is how many places it finds by itself.
    """

    words: str
    found: int
    parts: tuple[Clause, ...] = ()


def explain(written: Query, engine: Engine) -> Clause:
    """What ``written`` (made by ``search.query.parse``) means to an index that ``engine`` keeps."""
    parts: tuple[Clause, ...] = ()
    match written:
        case And():
            words = _ALL
            parts = tuple(_of_all(written, engine))
        case Or():
            words = _ANY
            parts = tuple(explain(part, engine) for part in written.subqueries)
        case Not():
            words = _NOT
            parts = (explain(written.query, engine),)
        case AndMaybe():
            raise TypeError(f"not a written tree: {written!r}")
        case _:
            words = _leaf(written, engine)
    if not isinstance(written, Not | TermRange) and written.boost != 1.0:
        words += f" (counts {written.boost:g} times as much)"
    return Clause(words=words, found=_count(written, engine), parts=parts)


def _of_all(written: And, engine: Engine) -> Iterator[Clause]:
    """The parts of an ``And``; of plain words side by side, each piece that stands for something."""
    for _, group in groupby(written.subqueries, key=is_plain):
        members = list(group)
        plain = [part.text for part in members if is_plain(part)]
        if not plain:
            yield from (explain(part, engine) for part in members)
        for run, others in pieces(plain, engine):
            asked = tuple(Term(Field.TEXT, word) for word in run)
            words = _any_form(" ".join(run)) if len(run) == 1 else f"the words {_quoted(' '.join(run))}, in any form"
            yield Clause(words=words + _others(others), found=_count(all_of(asked), engine))


def _count(written: Query, engine: Engine) -> int:
    return engine.search(meaning(written, engine), limit=1).total


def _leaf(leaf: Leaf, engine: Engine) -> str:
    where = _WHERE.get(leaf.field, "")
    match leaf:
        case Term():
            return _word(leaf, engine)
        case TermRange():
            return _days(leaf)
        case Joined():
            return _side_by_side(leaf)
        case Prefix():
            return f"a word that begins with {_quoted(leaf.text)}{where}"
        case Wildcard():
            return f"a word like {_quoted(leaf.text)} (* is any letters, ? any one){where}"
        case FuzzyTerm():
            letters = "letter" if leaf.maxdist == 1 else "letters"
            return f"a word spelt nearly as {_quoted(leaf.text)} (at most {leaf.maxdist} {letters} different){where}"
        case Phrase() if leaf.slop > ADJACENT:
            between = leaf.slop - ADJACENT
            others = "other word" if between == 1 else "other words"
            words = _quoted(" … ".join(leaf.words))
            return f"the words {words} in this order, at most {between} {others} among them{where}"
        case Phrase():
            return f"exactly {_quoted(' '.join(leaf.words))}{where}"


def _word(leaf: Term, engine: Engine) -> str:
    if leaf.field in _CHOSEN:
        return f"{_CHOSEN[leaf.field]} {_quoted(leaf.text.replace('_', ' '))}"
    if leaf.field is Field.TEXT:
        return _any_form(leaf.text) + _others(alternatives(leaf.text, engine))
    if leaf.field in RUNNING:
        return _any_form(leaf.text) + _WHERE[leaf.field]
    return f"the word {_quoted(leaf.text)}{_WHERE[leaf.field]}" + _others(_named(leaf, engine))


def _named(leaf: Term, engine: Engine) -> tuple[Alternative, ...]:
    return defined(leaf.text, engine) if leaf.field in (Field.BODY, Field.ORGANISATION) else ()


def _side_by_side(leaf: Joined) -> str:
    one = joined(leaf.words)
    return f"{_quoted(' '.join(leaf.words))} side by side{_WHERE[leaf.field]}" + _others((one,) if one else ())


def _any_form(word: str) -> str:
    return f"the word {_quoted(word)} in any form" if word.isalpha() else _quoted(word)


def _others(others: tuple[Alternative, ...]) -> str:
    """What is found too, and how many places define it so."""
    told = [_quoted(" ".join(other.words)) + _defined(other.papers) for other in others]
    return f"; or {', or '.join(told)}" if told else ""


def _defined(papers: int | None) -> str:
    if papers is None:
        return ""
    return " (defined so once)" if papers == 1 else f" (defined so in {papers} places)"


def _days(leaf: TermRange) -> str:
    if leaf.start == leaf.end:
        return f"is of {leaf.start}"
    if leaf.start and leaf.end:
        return f"is of {leaf.start} to {leaf.end}"
    return f"is of {leaf.start} or later" if leaf.start else f"is of {leaf.end} or earlier"


def _quoted(words: str) -> str:
    return f"“{words}”"
