"""The grammar of queries: Whoosh's parser plugins, and a check that nothing a user wrote is silently dropped.

Whoosh's parser is lenient: what it can't place becomes a word or disappears. The two filters here run between its own
and turn every such case into a ``NotUnderstood`` with its place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeAlias

from whoosh.qparser import plugins, syntax
from whoosh.qparser.default import QueryParser
from whoosh.qparser.taggers import RegexTagger

from search.fields import WRITTEN, Field
from search.leaves import NotUnderstood, fuzzy, near, prefix, ranged, wildcard, worded
from search.plainwords import NO_WORD, is_punctuation
from search.tree import Leaf, Not, Query, all_of, any_of, boosted

Node: TypeAlias = Any
"""A node of Whoosh's syntax tree (Whoosh is untyped)."""

_AFTER_EDGE = r"(?<![^\s()\"])"
_BEFORE_EDGE = r"(?![^\s()\"])"
_PLAIN_WORD = re.compile(r"(?<![^\s(])(?!(?:AND|OR|NOT)(?![^\W_]))[^\W_]+(?=[\s)]|$)")
_BEFORE_ALL_ELSE = -10_000
_BEFORE_FIELDS_ARE_APPLIED = 99
_BEFORE_OPERATORS_ARE_APPLIED = 599
_LAST = 10_000


def in_grammar(text: str) -> Query:
    """The written tree that ``text`` means, without groups of one; raises ``NotUnderstood``."""
    return _tree(_parser().process(text))


@cache
def _parser() -> QueryParser:
    """Whoosh's parser with the plugins that make Minuted's query language."""
    return QueryParser(
        Field.TEXT,
        schema=None,
        plugins=[
            _PlainWords(),
            plugins.FieldsPlugin(r"(?<![^\s(])(?P<text>[^\W\d]\w*):", remove_unknown=False),
            plugins.WildcardPlugin(),
            plugins.PhrasePlugin('"(?P<text>[^"]*)"(~(?P<slop>[0-9]{1,4})(?=[\\s)^]|$))?'),
            plugins.RangePlugin(),
            plugins.GroupPlugin(),
            _operators(),
            plugins.BoostPlugin(),
            _fuzziness(),
            _NothingDropped(),
        ],
    )


def _operators() -> Node:
    def word(name: str) -> str:
        return _AFTER_EDGE + name + _BEFORE_EDGE

    return plugins.OperatorsPlugin(
        And=word("AND"), Or=word("OR"), Not=word("NOT"), AndNot=None, AndMaybe=None, Require=None
    )


def _fuzziness() -> Node:
    plugin = plugins.FuzzyTermPlugin()
    plugin.expr = re.compile(r"(?<=\S)~(?P<maxdist>[0-9])?(?P<prefix>(?!))?(?=[\s)^]|$)")
    return plugin


class _PlainWords(plugins.Plugin):  # type: ignore[misc]
    """Takes words between blanks whole, before all else: Whoosh tries each of its expressions at each character."""

    def taggers(self, _parser: QueryParser) -> list[tuple[Any, int]]:
        return [(_PlainWord(_PLAIN_WORD), _BEFORE_ALL_ELSE)]


class _PlainWord(RegexTagger):  # type: ignore[misc]
    """Makes the node that Whoosh makes of what it finds nothing in."""

    def create(self, _parser: QueryParser, match: re.Match[str]) -> Node:
        return syntax.WordNode(match[0])


class _NothingDropped(plugins.Plugin):  # type: ignore[misc]
    """Refuses what Whoosh would drop or take for words, and makes the leaves of the tree."""

    def filters(self, _parser: QueryParser) -> list[tuple[Any, int]]:
        return [
            (self.check_fields, _BEFORE_FIELDS_ARE_APPLIED),
            (self.check_operators, _BEFORE_OPERATORS_ARE_APPLIED),
            (self.make_leaves, _LAST),
        ]

    def check_fields(self, parser: QueryParser, group: Node) -> Node:
        kept = group.empty_copy()
        for at, node in enumerate(group):
            before = group[at - 1] if at else None
            after = group[at + 1] if at + 1 < len(group) else None
            if _is_punctuation(node) and _is_edge(before) and _is_edge(after):
                continue
            if isinstance(node, syntax.FieldnameNode) and node.fieldname.lower() not in WRITTEN and _is_edge(after):
                kept.append(syntax.to_word(node))
                continue
            if isinstance(node, syntax.FieldnameNode):
                _check_field(node, after)
            kept.append(self.check_fields(parser, node) if isinstance(node, syntax.GroupNode) else node)
        if len(group) and all(node.is_ws() for node in kept):
            raise NotUnderstood(group.startchar, NO_WORD)
        return kept

    def check_operators(self, parser: QueryParser, group: Node) -> Node:
        for at, node in enumerate(group):
            before = group[at - 1] if at else None
            after = group[at + 1] if at + 1 < len(group) else None
            if isinstance(node, syntax.InfixOperator) and (before is None or isinstance(before, syntax.Operator)):
                raise NotUnderstood(node.startchar, f"{node.text} needs something before it")
            if isinstance(node, syntax.Operator) and (after is None or _is_misplaced_after(node, after)):
                raise NotUnderstood(node.endchar, f"{node.text} needs something after it")
            if isinstance(node, syntax.GroupNode):
                self.check_operators(parser, node)
        return group

    def make_leaves(self, parser: QueryParser, group: Node) -> Node:
        for at, node in enumerate(group):
            if isinstance(node, syntax.GroupNode):
                self.make_leaves(parser, node)
            else:
                group[at] = _Leaf(node)
        return group


def _is_misplaced_after(operator: Node, after: Node) -> bool:
    """AND and OR may be followed by NOT; nothing else stands next to another operator."""
    return isinstance(after, syntax.InfixOperator) or isinstance(operator, type(after))


def _is_punctuation(node: Node) -> bool:
    return isinstance(node, syntax.WordNode) and is_punctuation(node.text)


def _is_edge(neighbour: Node | None) -> bool:
    return neighbour is None or bool(neighbour.is_ws())


def _check_field(node: Node, value: Node | None) -> None:
    if node.fieldname.lower() not in WRITTEN:
        known = ", ".join(f"{name}:" for name in WRITTEN)
        raise NotUnderstood(
            node.startchar,
            f"there is no field {node.fieldname!r} (fields are {known}); put words with a colon in quotes",
        )
    if value is None or not (value.has_fieldname or isinstance(value, syntax.GroupNode)):
        raise NotUnderstood(node.endchar, f"{node.original} needs a value right after the colon")
    if isinstance(value, syntax.FieldnameNode):
        raise NotUnderstood(value.startchar, f"{node.original} is followed by another field")
    node.fieldname = WRITTEN[node.fieldname.lower()]


class _Leaf(syntax.SyntaxNode):  # type: ignore[misc]
    """A checked leaf, ``made`` at once so that its errors are raised from left to right."""

    def __init__(self, node: Node) -> None:
        self.startchar, self.endchar = node.startchar, node.endchar
        self.made = _leaf(node)


def _tree(node: Node) -> Query:
    """The tree of a checked syntax tree; the boost of a group of one is kept on what it holds."""
    match node:
        case _Leaf():
            return node.made
        case syntax.NotGroup():
            return Not(_tree(node.nodes[0]))
        case syntax.AndGroup() | syntax.OrGroup():
            parts = tuple(map(_tree, node))
            return boosted(all_of(parts) if isinstance(node, syntax.AndGroup) else any_of(parts), node.boost)
    raise TypeError(f"not part of the query language: {node!r}")


def _leaf(node: Node) -> Leaf:
    """The query of one leaf of Whoosh's syntax tree."""
    field = Field(node.fieldname or Field.TEXT)
    at, boost = node.startchar, node.boost
    if not boost > 0:
        raise NotUnderstood(at, "a boost after ^ must be more than 0")
    match node:
        case syntax.RangeNode():
            return ranged(field, node.start, node.end, inclusive=not (node.startexcl or node.endexcl), at=at)
        case plugins.PhrasePlugin.PhraseNode():
            return _phrase(field, node, at=node.textstartchar, boost=boost)
        case plugins.PrefixPlugin.PrefixNode():
            return prefix(field, node.text, at=at, boost=boost)
        case plugins.WildcardPlugin.WildcardNode():
            return wildcard(field, node.text, at=at, boost=boost)
        case plugins.FuzzyTermPlugin.FuzzyTermNode():
            return fuzzy(field, node.text, node.maxdist, at=at, boost=boost)
        case syntax.WordNode():
            return worded(field, node.text, at=at, boost=boost, quoted=False)
    raise NotUnderstood(at, "not part of the query language")


def _phrase(field: Field, node: Node, *, at: int, boost: float) -> Leaf:
    """A phrase, or where a number stands after its quotes (Whoosh calls it slop), words near one another."""
    if node.endchar == at + len(node.text) + 1:
        return worded(field, node.text, at=at, boost=boost, quoted=True)
    return near(field, node.text, node.slop, at=at, boost=boost)
