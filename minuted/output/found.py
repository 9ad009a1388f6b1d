"""What was found in a paper or at a meeting, a line each."""

from __future__ import annotations

from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow
from minuted.looking import Detail
from minuted.output.citation import joined, one_line, spot
from minuted.output.completed import completed
from minuted.output.declared import declaration_words
from minuted.output.owed import owner_words
from minuted.output.parts import handle, show_parts
from minuted.output.voted import fate_words, moved_words, vote_of, vote_words


def show_found(detail: Detail) -> None:
    """Print what was recommended, declared, moved, decided and to be done."""
    show_parts("recommendations", [recommendation_line(row) for row in detail.recommendations])
    show_parts("interests declared", [declaration_line(row) for row in detail.declarations])
    show_parts("motions", [motion_line(row) for row in detail.motions])
    show_parts("decisions", [decision_line(row) for row in detail.decisions])
    show_parts("actions", [action_line(row) for row in detail.actions])


def recommendation_line(row: RecommendationRow) -> str:
    """A recommendation with its place and the handle it can be shown by."""
    return joined(completed(row.text, row.stem), spot(row), handle(row.id))


def declaration_line(row: DeclarationRow) -> str:
    """A declared interest."""
    return joined(declaration_words(row), spot(row), handle(row.id))


def motion_line(row: MotionRow) -> str:
    """A motion or amendment, and what became of it."""
    fate = fate_words(row.fate, vote_of(row))
    # Most tell in their own words who moved them.
    told = row.moved_by is not None and one_line(row.moved_by) in one_line(row.text)
    moved = None if told else moved_words(row.moved_by, row.seconded_by)
    return joined(f"{row.kind} {fate}", one_line(row.text), moved, spot(row), handle(row.id))


def decision_line(row: DecisionRow) -> str:
    """A decision with its outcome and vote."""
    return joined(row.outcome, completed(row.text, row.stem), vote_words(vote_of(row)), spot(row), handle(row.id))


def action_line(row: ActionRow) -> str:
    """An action with its owner and status."""
    due = row.due_date or (row.due and one_line(row.due))
    return joined(owner_words(row), one_line(row.text), row.status, due and f"due {due}", spot(row), handle(row.id))
