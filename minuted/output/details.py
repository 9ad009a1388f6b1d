"""One thing with its evidence, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

import click

from corpus.rows import AttendanceRow, DocumentRow, PaperRow, SectionRow, ShownKind
from minuted.export import as_object
from minuted.looking import Detail
from minuted.output.citation import joined, one_line, place
from minuted.output.contents import outline_object
from minuted.output.paper import show_paper
from minuted.output.paragraph import show_paragraph
from minuted.output.parts import citation, facts, path_words, show_labelled, show_parts, show_remarks

_EVIDENCE_SHOWN = 10
"""Places where a person or organisation is named that fit a screen; JSON gives all that are stored."""

_LONGEST_QUOTE = 300
"""Characters of a quote in a list; the words of the thing itself are never cut."""

# What is told elsewhere on the screen, or is of use to programs only.
_NOT_FIELDS = frozenset({"id", "start", "end", "quote", "text", "document_name", "page", "line", "sha256", "read_at"})

_WITH_TEXT = frozenset({ShownKind.DECISION, ShownKind.ACTION, ShownKind.RECOMMENDATION, ShownKind.REPORTED_DECISION})
_NAMED = frozenset({ShownKind.PERSON, ShownKind.ORGANISATION})


def show_detail(detail: Detail, depth: int | None = None) -> None:
    """Print all of ``detail`` that a person would look for; the outline of a paper down to ``depth``."""
    match detail.shown.row:
        case DocumentRow() | PaperRow():
            show_paper(detail, depth)
        case SectionRow():
            show_paragraph(detail)
        case _:
            _show_finding(detail)


def detail_object(detail: Detail) -> dict[str, object]:
    """All of ``detail`` as a JSON object."""
    shown = detail.shown
    parts: dict[str, Sequence[object]] = {
        "papers": detail.papers,
        "sections": detail.sections,
        "above": detail.above,
        "meetings": detail.meetings,
        "attendance": detail.attendance,
        "recommendations": detail.recommendations,
        "decisions": detail.decisions,
        "actions": detail.actions,
        "hyperlinks": detail.hyperlinks,
        "exempt": detail.exempt,
        "doubtful": detail.doubtful,
        "pages": detail.pages,
    }
    return {
        "kind": shown.kind.value,
        **as_object(shown.row),
        "words": shown.text,
        "citation": citation(detail),
        "location": detail.location,
        "last_page": detail.last_page,
        "fields": [as_object(field) | {"span": [field.span.start, field.span.end]} for field in detail.fields],
        "outline": outline_object(detail.outline),
        "item_papers": [
            {"section": tie.section.id, "number": tie.section.number, "paper": tie.paper.id, "reason": tie.reason}
            for tie in detail.ties
        ],
        "page_reads": [as_object(read) for read in detail.page_reads],
        "evidence": [as_object(evidence) for evidence in shown.evidence],
        **{name: [as_object(row) for row in rows] for name, rows in parts.items() if rows},
    }


def _show_finding(detail: Detail) -> None:
    """A meeting, a finding, a person or an organisation."""
    shown = detail.shown
    click.echo(click.style(shown.kind.value.replace("_", " "), bold=True))
    fields = {name: value for name, value in as_object(shown.row).items() if name not in _NOT_FIELDS}
    told = {name.replace("_", " "): _words(value) for name, value in fields.items()}
    told["under"] = path_words(detail.above)
    show_labelled([*told.items(), *facts(detail).items()])
    if shown.kind in _WITH_TEXT:
        click.echo(f"\n{shown.text.strip()}")
    _show_evidence(detail)
    _show_attendance(detail.attendance)
    show_parts("decisions", [joined(row.outcome, one_line(row.text), place(row), row.id) for row in detail.decisions])
    show_parts("actions", [joined(row.owner, one_line(row.text), place(row), row.id) for row in detail.actions])
    show_remarks(detail)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else one_line(str(value))


def _show_evidence(detail: Detail) -> None:
    evidence = detail.shown.evidence
    if not evidence:
        return
    click.echo("\nnamed in" if detail.shown.kind in _NAMED else "\nevidence")
    for each in evidence[:_EVIDENCE_SHOWN]:
        quote = one_line(each.quote)
        cut = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]} …"
        click.echo(f"  {joined(place(each), f'“{cut}”', each.rule)}")
    if len(evidence) > _EVIDENCE_SHOWN:
        click.echo(f"  and {len(evidence) - _EVIDENCE_SHOWN} more (--json gives them)")


def _show_attendance(lines: Sequence[AttendanceRow]) -> None:
    status = None
    for line in lines:
        if line.status != status:
            status = line.status
            click.echo(f"\n{status.replace('_', ' ')}")
        name = " ".join(part for part in (line.title, line.name) if part)
        initials = f"({line.initials})" if line.initials else None
        click.echo(f"  {joined(' '.join(filter(None, (name, initials))), line.role, line.affiliation, line.note)}")
