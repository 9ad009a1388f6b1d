"""Bodies in a table's column whose head says that it holds bodies: Payee, Organisation, Supplier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Block, BlockKind, Document
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.organisation_context import SmallWords, context_kind, looks_like_body
from extract.organisation_naming import BodyNaming, naming_at
from extract.organisation_runs import run_words
from extract.regexes import labelled
from extract.rulebook import Rule

_LONGEST_HEAD = 40  # characters; a longer cell is no head
_LONGEST_NAME = 60  # characters; a longer cell tells of more than a name
_NAME = re.compile(r"[A-Z0-9][\w&'’.-]*(?: (?:(?:and|&|of|in|the|for|on) )?[A-Z0-9&][\w&'’.-]*){0,5}")


def column_bodies(document: Document, small: SmallWords) -> Iterator[BodyNaming]:
    """The body that each cell below such a head names, where it holds a name and nothing else."""
    columns: dict[int, tuple[int, Rule]] = {}
    for block in document.blocks:
        if block.kind is not BlockKind.ROW or block.table < 0:
            continue
        if head := _head(document, block):
            columns[block.table] = head
        elif block.table in columns:
            column, rule = columns[block.table]
            if column < len(block.cells) and (naming := _body(document.text, block.cells[column], rule, small)):
                yield naming


def _head(document: Document, row: Block) -> tuple[int, Rule] | None:
    """The first column that the cells of ``row`` say holds bodies, with the rule that tells it."""
    for column, cell in enumerate(row.cells):
        if not 0 < len(cell) <= _LONGEST_HEAD:
            continue
        written = " ".join(document.quote(cell).split())
        for rule in labelled("organisations", "column"):
            if rule.regex and rule.regex.fullmatch(written):
                return column, rule
    return None


def _body(text: str, cell: Span, rule: Rule, small: SmallWords) -> BodyNaming | None:
    written = text[cell.start : cell.end]
    if len(written) > _LONGEST_NAME or not _NAME.fullmatch(" ".join(written.split())):
        return None
    words = run_words(text, cell)
    if not words or not looks_like_body(words) or (len(words) == 1 and words[0] in small):
        return None
    told = OrganisationKind(rule.value or OrganisationKind.OTHER)
    return naming_at(text, cell, rule.id, kind=context_kind(text, cell, told))
