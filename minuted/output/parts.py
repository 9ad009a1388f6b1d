"""What answers about one thing are made of: labelled values, lists of parts, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from corpus.document import PageStamp
from corpus.rows import (
    AttendanceRow,
    DocumentRow,
    OrganisationRow,
    PageReadRow,
    PaperRow,
    PersonRow,
    SectionRow,
    ShownRow,
    UnresolvedRow,
)
from minuted.looking import Detail
from minuted.output.citation import (
    counted_in,
    joined,
    link,
    long_date,
    named,
    one_line,
    page_words,
    paper_words,
    read_by,
    spot,
)
from minuted.output.passage import passage_words
from minuted.output.terminal import hanging
from minuted.rowforms import as_object

# What is told elsewhere on the screen, or is of use to programs only.
_NOT_FIELDS = frozenset(
    "id start end quote text document document_name page line sha256 read_at name paper_title paper_kind".split()
)

_SHOWN = 20
"""Lines of a list of parts that fit a screen; JSON gives all."""


def show_labelled(told: Iterable[tuple[str, str]]) -> None:
    """Print those of the labels and values that have a value, labels on the left."""
    filled = [(label, value) for label, value in told if value]
    width = max((len(label) for label, _ in filled), default=0)
    for label, value in filled:
        click.echo(hanging(f"  {label.ljust(width)}  ", value))


def handle(id_: str) -> str:
    """The last part of an id, by which a thing is named behind that of its paper: "#d2.1"."""
    return f"#{id_.rpartition('/')[2]}"


def show_parts(heading: str, lines: Sequence[str]) -> None:
    """Print ``lines``, the first of them where they are many, under ``heading``."""
    if not lines:
        return
    click.echo(f"\n{click.style(heading, bold=True)}")
    for line in lines[:_SHOWN]:
        click.echo(hanging("  ", line))
    if len(lines) > _SHOWN:
        click.echo(f"  and {len(lines) - _SHOWN} more (--json gives them)")


def read_otherwise(reads: Sequence[PageReadRow]) -> dict[str, str]:
    """By means of reading, the pages that were not read from a sound text layer."""
    pages: dict[str, list[int]] = {}
    for read in reads:
        pages.setdefault(read_by(read.read_by), []).append(read.page)
    return {means: ", ".join(f"p. {page}" for page in numbers) for means, numbers in pages.items()}


def printed_pages(stamps: Sequence[PageStamp]) -> str:
    """The numbers that stand on the first and the last page of the thing, where they stand there at all."""
    numbers = [stamp.number for stamp in stamps if stamp.number]
    return "–".join(dict.fromkeys([numbers[0], numbers[-1]])) if numbers else ""


def where(detail: Detail) -> str:
    """The pages of a thing, or its line; empty for what stands in many places."""
    row = detail.shown.row
    if isinstance(row, DocumentRow | PersonRow | OrganisationRow):
        return ""
    if row.line is not None:
        return f"{counted_in(row)} {row.line}"
    return page_words(row.page, detail.last_page or row.page, printed_pages(detail.pages))


def citation(detail: Detail, *, file: str | None = None) -> str | None:
    """How the thing is cited: body, date, paper, paragraph, page, file; ``None`` for what stands in many places.

    ``file`` is what the file is called there, its name where that is ``None``.
    """
    row = detail.shown.row
    if isinstance(row, DocumentRow | PersonRow | OrganisationRow):
        return None
    if isinstance(row, PaperRow):
        paper = paper_words(row.kind, row.title, row.body)
    else:
        paper = paper_words(row.paper_kind, row.paper_title, row.body)
    path = (*detail.above, row) if isinstance(row, SectionRow) else detail.above
    told = (
        named(row.organisation, row.body),
        long_date(row.date),
        paper,
        passage_words(path),
        where(detail),
        file or row.document_name,
    )
    return ", ".join(filter(None, told))


def opened_at(detail: Detail) -> str | None:
    """The file and the page as viewers open them, where it is known where the file is."""
    row = detail.shown.row
    if detail.location is None or isinstance(row, PersonRow | OrganisationRow):
        return detail.location
    if isinstance(row, DocumentRow):
        return detail.location
    return link(detail.location, row.page, row.line)


def show_remarks(detail: Detail) -> None:
    """Print what is exempt, what is doubtful, who is not known, and where links lead."""
    exempt = [joined(each.words, spot(each), f"“{one_line(each.text)}”") for each in detail.exempt]
    doubtful = [joined(f"“{one_line(each.text)}”", each.reason, spot(each)) for each in detail.doubtful]
    show_parts("exempt from publication", exempt)
    show_parts("doubtful in the source, and kept as printed", doubtful)
    show_parts("linked to nobody", [unresolved_words(each) for each in detail.unresolved])
    show_parts("links", [joined(one_line(each.text), spot(each), each.target) for each in detail.hyperlinks])


def unresolved_words(row: UnresolvedRow) -> str:
    """A name or initials linked to nobody, why, and whom they could mean."""
    could_be = f"could be {' or '.join(row.candidates)}" if row.candidates else None
    return joined(f"“{one_line(row.quote)}”", row.reason, could_be, spot(row))


def attendee_words(line: AttendanceRow) -> str:
    """One line of an attendance or membership list; what is printed beside a name where no more was made of it."""
    initials = f"({line.initials})" if line.initials else None
    name = " ".join(filter(None, (line.title, line.name, initials)))
    stood_in = f"for {line.substitutes_for}" if line.substitutes_for else None
    told = joined(line.role, line.affiliation, stood_in, line.part)
    return joined(name, told or line.note)


def path_words(sections: Sequence[SectionRow]) -> str:
    """Headings one below the other, on one line."""
    return " › ".join(" ".join(filter(None, (each.number, each.heading))) for each in sections)


def labelled_fields(row: ShownRow) -> Iterator[tuple[str, str]]:
    """What is known of a thing beside its words and its place, with the names that it has."""
    for name, value in as_object(row).items():
        if name not in _NOT_FIELDS and value not in (None, "", ()):
            yield name.replace("_", " "), _value_words(value)


def _value_words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value))


def facts(detail: Detail) -> dict[str, str]:
    """What is told of each thing: citation, file, how its pages were read, its id."""
    return {
        "cite as": citation(detail) or "",
        "file": opened_at(detail) or "",
        **read_otherwise(detail.page_reads),
        "id": detail.shown.row.id,
    }


def body_and_date(detail: Detail, kind: str) -> str:
    """What kind of paper it is, of whom and when."""
    row = detail.shown.row
    assert isinstance(row, DocumentRow | PaperRow | SectionRow), "of a paper or a part of one"
    return joined(kind.replace("_", " "), named(row.organisation, row.body), long_date(row.date))
