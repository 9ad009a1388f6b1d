"""A query tree as Whoosh itself can run it."""

from __future__ import annotations

from collections.abc import Iterator

from whoosh.query import Every

from search.tree import ADJACENT, And, AndMaybe, Not, Or, Phrase, Query, Sequence, Term


def runnable(tree: Query) -> Query:
    """``tree`` so that Whoosh finds what it says.

    An ``And`` of nothing but ``Not`` finds nothing by itself, and the slop of a phrase is one for each pair of words,
    where ours is for all of them.
    """
    match tree:
        case Not():
            return And([Every(), Not(runnable(tree.query))])
        case Or():
            return Or([runnable(part) for part in tree.subqueries], boost=tree.boost)
        case And():
            parts = [Not(runnable(part.query)) if isinstance(part, Not) else runnable(part) for part in tree.subqueries]
            if all(isinstance(part, Not) for part in parts):
                parts.insert(0, Every())
            return And(parts, boost=tree.boost)
        case AndMaybe():
            return AndMaybe(*map(runnable, tree.subqueries))
        case Phrase() if tree.slop > ADJACENT:
            return Or([_near(tree, others) for others in _divided(tree.slop - ADJACENT, len(tree.words) - 1)])
    return tree


def _near(phrase: Query, others: tuple[int, ...]) -> Query:
    """The words of ``phrase`` with at most so many ``others`` between each and the next."""
    first, *rest = (Term(phrase.fieldname, word, boost=phrase.boost) for word in phrase.words)
    for word, between in zip(rest, others, strict=True):
        first = Sequence([first, word], slop=between + ADJACENT)
    return first


def _divided(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to divide ``total`` into so many ``parts``."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _divided(total - first, parts - 1):
            yield (first, *rest)
