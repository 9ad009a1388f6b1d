"""Query trees told in one line, as tests write them down."""

from __future__ import annotations

from search.tree import (
    ADJACENT,
    And,
    AndMaybe,
    FuzzyTerm,
    Joined,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    TermRange,
    Wildcard,
)


def told(tree: Query) -> str:
    """``tree`` with all that it says: ``(text:a OR NOT text:"b c"~2^0.5)``; parts of a ``Joined`` have "+" between."""
    match tree:
        case Not():
            return f"NOT {told(tree.query)}"
        case AndMaybe():
            return f"({told(tree.found)} ANDMAYBE {told(tree.better)})"
        case And() | Or():
            operator = " AND " if isinstance(tree, And) else " OR "
            return f"({operator.join(map(told, tree.subqueries))}){_boost(tree.boost)}"
        case TermRange():
            return f"{tree.field}:[{tree.start or ''} TO {tree.end or ''}]"
        case Phrase():
            slop = f"~{tree.slop - ADJACENT}" if tree.slop > ADJACENT else ""
            return f'{tree.field}:"{" ".join(tree.words)}"{slop}{_boost(tree.boost)}'
        case Joined():
            return f"{tree.field}:{'+'.join(tree.words)}{_boost(tree.boost)}"
        case FuzzyTerm():
            edits = str(tree.maxdist) if tree.maxdist > 1 else ""
            return f"{tree.field}:{tree.text}~{edits}{_boost(tree.boost)}"
        case Prefix():
            return f"{tree.field}:{tree.text}*{_boost(tree.boost)}"
        case Term() | Wildcard():
            return f"{tree.field}:{tree.text}{_boost(tree.boost)}"


def _boost(boost: float) -> str:
    return "" if boost == 1.0 else f"^{boost:g}"
