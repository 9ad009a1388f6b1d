"""One thing with its evidence, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

import click

from corpus.document import PageStamp
from corpus.rows import AttendanceRow, PageReadRow, SectionRow, ShownKind
from minuted.export import as_object
from minuted.looking import Detail
from minuted.output.citation import joined, one_line, place, read_by, spot

_EVIDENCE_SHOWN = 10
"""Places where a person or organisation is named that fit a screen; JSON gives all that are stored."""

_LONGEST_QUOTE = 300
"""Characters of a quote in a list; the words of the thing itself are never cut."""

# What is told elsewhere on the screen, or is of use to programs only.
_NOT_FIELDS = frozenset({"id", "start", "end", "quote", "text", "document_name", "page", "line", "sha256", "read_at"})

_WITH_TEXT = frozenset({ShownKind.SECTION, ShownKind.DECISION, ShownKind.ACTION, ShownKind.RECOMMENDATION})
_NAMED = frozenset({ShownKind.PERSON, ShownKind.ORGANISATION})


def show_detail(detail: Detail) -> None:
    """Print all of ``detail`` that a person would look for."""
    shown = detail.shown
    click.echo(f"{shown.kind.value.replace('_', ' ')}  {shown.row.id}")
    fields = {name: value for name, value in as_object(shown.row).items() if name not in _NOT_FIELDS}
    told = {name.replace("_", " "): _words(value) for name, value in fields.items()}
    told.update({field.label: one_line(field.value) for field in detail.fields})
    if detail.location:
        told["file"] = detail.location
    told["printed page"] = _printed_pages(detail.pages)
    told.update(_read_otherwise(detail.page_reads))
    _show_fields(told)
    if shown.kind in _WITH_TEXT or shown.kind is ShownKind.REPORTED_DECISION:
        click.echo(f"\n{shown.text.strip()}")
    _show_evidence(detail)
    _show_outline(detail.sections)
    _show_attendance(detail.attendance)
    _show_parts("papers", [joined(row.kind, row.title, place(row), row.id) for row in detail.papers])
    _show_parts("meetings", [joined(row.date, row.body, row.status, row.id) for row in detail.meetings])
    _show_parts("recommendations", [joined(one_line(row.text), place(row), row.id) for row in detail.recommendations])
    _show_parts("decisions", [joined(row.outcome, one_line(row.text), place(row), row.id) for row in detail.decisions])
    _show_parts("links", [joined(one_line(link.text), spot(link), link.target) for link in detail.hyperlinks])
    _show_parts("actions", [joined(row.owner, one_line(row.text), place(row), row.id) for row in detail.actions])


def detail_object(detail: Detail) -> dict[str, object]:
    """All of ``detail`` as a JSON object."""
    shown = detail.shown
    parts: dict[str, Sequence[object]] = {
        "papers": detail.papers,
        "sections": detail.sections,
        "meetings": detail.meetings,
        "attendance": detail.attendance,
        "recommendations": detail.recommendations,
        "decisions": detail.decisions,
        "actions": detail.actions,
        "hyperlinks": detail.hyperlinks,
        "pages": detail.pages,
    }
    return {
        "kind": shown.kind.value,
        **as_object(shown.row),
        "words": shown.text,
        "location": detail.location,
        "fields": [{"label": field.label, "value": field.value} for field in detail.fields],
        "page_reads": [as_object(read) for read in detail.page_reads],
        "evidence": [as_object(evidence) for evidence in shown.evidence],
        **{name: [as_object(row) for row in rows] for name, rows in parts.items() if rows},
    }


def _printed_pages(stamps: Sequence[PageStamp]) -> str:
    """The numbers that stand on the first and the last page of the thing, where they stand there at all."""
    numbers = [stamp.number for stamp in stamps if stamp.number]
    return "–".join(dict.fromkeys([numbers[0], numbers[-1]])) if numbers else ""


def _read_otherwise(reads: Sequence[PageReadRow]) -> dict[str, str]:
    """By means of reading, the pages that were not read from a sound text layer."""
    pages: dict[str, list[int]] = {}
    for read in reads:
        pages.setdefault(read_by(read.read_by), []).append(read.page)
    return {means: ", ".join(f"p. {page}" for page in numbers) for means, numbers in pages.items()}


def _show_fields(told: dict[str, str]) -> None:
    filled = {label: value for label, value in told.items() if value}
    width = max(map(len, filled), default=0)
    for label, value in filled.items():
        click.echo(f"  {label.ljust(width)}  {value}")


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


def _show_outline(sections: Sequence[SectionRow]) -> None:
    if sections:
        click.echo("\noutline")
    for section in sections:
        heading = " ".join(part for part in (section.number, section.heading) if part) or "(no heading)"
        click.echo(f"  {'  ' * (section.level - 1)}{joined(heading, spot(section), section.id)}")


def _show_attendance(lines: Sequence[AttendanceRow]) -> None:
    status = None
    for line in lines:
        if line.status != status:
            status = line.status
            click.echo(f"\n{status.replace('_', ' ')}")
        name = " ".join(part for part in (line.title, line.name) if part)
        initials = f"({line.initials})" if line.initials else None
        click.echo(f"  {joined(' '.join(filter(None, (name, initials))), line.role, line.affiliation, line.note)}")


def _show_parts(heading: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo(f"\n{heading}")
    for line in lines:
        click.echo(f"  {line}")
