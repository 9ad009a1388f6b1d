"""A recommendation, motion, decision, declaration or action: its words first, then all that is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow, ReportedDecisionRow
from corpus.rows import ShownRow
from corpus.vocabulary import MotionKind
from minuted.looking import Detail
from minuted.output.aligned import show_compared
from minuted.output.citation import joined, long_date, one_line, place
from minuted.output.completed import completed
from minuted.output.declared import interest_words, items_words, left_words
from minuted.output.found import decision_line, declaration_line, motion_line
from minuted.output.owed import owner_words
from minuted.output.particulars import particulars_of, particulars_words
from minuted.output.parts import facts, labelled_fields, path_words, show_labelled, show_parts, show_remarks, where
from minuted.output.terminal import hanging
from minuted.output.voted import fate_words, named_words, vote_of, vote_words

Told = Iterator[tuple[str, str | None]]

_STANDS_IN = ("paper", "section", "meeting", "motion", "amends", "rule")
"""Ids of what belongs to a finding, and of the rule that found it: told last."""


def show_finding(detail: Detail) -> None:
    """Print a finding."""
    shown = detail.shown
    kind = click.style(shown.kind.value.replace("_", " "), bold=True)
    click.echo(joined(kind, _headline(shown.row), where(detail)))
    if detail.above:
        click.echo(path_words(detail.above))
    click.echo(f"\n{hanging('', _words(shown.row, shown.text))}\n")
    ids = [(label, value) for label, value in labelled_fields(shown.row) if label in _STANDS_IN]
    told = [(label, one_line(value)) for label, value in _told(shown.row) if value]
    show_labelled([*told, *ids, *facts(detail).items()])
    show_compared(detail)
    show_parts("moved", [motion_line(row) for row in detail.motions])
    show_parts("decided", [decision_line(row) for row in detail.decisions])
    show_parts("interests declared in this item", [declaration_line(row) for row in detail.declarations])
    show_parts("told again", [joined(place(each), f"“{one_line(each.quote)}”") for each in shown.evidence[1:]])
    show_remarks(detail)


def _headline(row: ShownRow) -> str | None:
    """What became of it."""
    match row:
        case DecisionRow():
            return row.outcome.replace("_", " ")
        case MotionRow():
            kind = None if row.kind == MotionKind.MOTION else row.kind
            return joined(kind, fate_words(row.fate, vote_of(row)))
        case ActionRow():
            return row.status
        case DeclarationRow():
            return left_words(row.left)
        case _:
            return None


def _words(row: ShownRow, quote: str) -> str:
    """The words as printed; a part of a list behind the words that complete it."""
    match row:
        case DecisionRow(stem=str() as stem) | RecommendationRow(stem=str() as stem):
            return completed(quote, stem)
        case _:
            return quote.strip()


def _told(row: ShownRow) -> Told:
    match row:
        case DecisionRow():
            yield from _decision(row)
        case MotionRow():
            yield from _ballot(row)
        case ActionRow():
            yield from _action(row)
        case DeclarationRow():
            yield from (("who", row.who), ("name", row.name), ("kind", interest_words(row.kind)))
            yield from (("interest", row.interest), ("concerns", items_words(row.items)))
        case RecommendationRow():
            yield from (("put to", row.board), ("number", row.number))
        case ReportedDecisionRow():
            yield from (("decided by", row.decided_by), ("decided on", long_date(row.decided_on)))


def _decision(row: DecisionRow) -> Told:
    yield "item", joined(row.item, row.number and f"part {row.number}")
    yield "verb", row.verb
    yield "told", None if row.explicit else "in running prose"
    yield from _ballot(row)
    yield from particulars_words(particulars_of(row))


def _ballot(row: DecisionRow | MotionRow) -> Told:
    vote = vote_of(row)
    yield "vote", vote_words(vote)
    yield from named_words(vote)
    yield from (("moved by", row.moved_by), ("seconded by", row.seconded_by))


def _action(row: ActionRow) -> Told:
    due = long_date(row.due_date)
    written = row.due and row.due not in (row.due_date, due) and f"“{row.due}”"
    yield "owner", owner_words(row)
    yield "to do", None if one_line(row.text) == one_line(row.quote) else row.text
    yield "due", joined(due, written or None)
    yield "stands", row.status_note and f"{row.status}: “{row.status_note}”"
    yield "reference", row.reference
    yield "told", None if row.explicit else "in running prose"
