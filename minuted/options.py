"""Options that commands share: how an answer is given, what a list is narrowed by, what reading may take."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click

from corpus.entries import EntryKind
from corpus.filters import OTHERWISE, Filter
from corpus.vocabulary import (
    ActionCourseKind,
    ActionStatus,
    DecisionTrait,
    FieldKey,
    InterestKind,
    MeetingStatus,
    MotionFate,
    Outcome,
    PaperKind,
    RecommendationFate,
)
from minuted.limits import MIB, ReadingLimits
from minuted.optionvalues import several

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody

SHOWN_ROWS = 50
"""Rows of a list that are shown where nobody says how many: a few screens. JSON and CSV give all."""

_QUOTES = '" '
"""Around text as `search` would have it; lists find it as it stands anyway."""

Function = Callable[..., None]

# The rules alone take half of this in each worker.
_LEAST_MEMORY_MIB = 256

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Form(StrEnum):
    """How an answer is given."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def _iso_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A day, month or year as it was written; a usage error where it is none."""
    if value is not None and not _is_date(value):
        raise click.BadParameter(f"{value!r} is no date; write 2024, 2024-06 or 2024-06-11")
    return value


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """What of a list is wanted and how; ``filter`` asks for one row more than ``limit``, to know if there are more.

    ``before`` are the bodies before the organisation asked for, of which the list tells too.
    """

    filter: Filter
    form: Form
    limit: int | None
    before: tuple[RelatedBody, ...] = ()


def _choice(of: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([member.value for member in of])


_BODY = click.option("--body", metavar="NAME", help="Only this board or committee (part of the name is enough).")
_ORGANISATION = click.option(
    "--organisation", metavar="NAME", help="Only this council or NHS body (its name, part of it, id or code)."
)
_EXACTLY = click.option(
    "--exactly", is_flag=True, help="Of the organisation itself only, not of those whose work it took over."
)
_SINCE = click.option(
    "--since", metavar="DATE", callback=_iso_date, help="From this date on: 2024-06-11, 2024-06 or 2024."
)
_UNTIL = click.option("--until", metavar="DATE", callback=_iso_date, help="Up to this date, included.")
PLACE_AND_TIME = (_BODY, _ORGANISATION, _EXACTLY, _SINCE, _UNTIL)

PERSON = click.option("--person", metavar="NAME", help="Only where this person is named (part of the name).")
OUTCOME = click.option("--outcome", type=_choice(Outcome), help="Only decisions with this outcome.")
OWNER = click.option("--owner", metavar="NAME", help="Only actions of this person or team (part of the name).")
SEARCH_FILTERS = (
    *PLACE_AND_TIME,
    click.option("--kind", type=_choice(EntryKind), help="Only this kind of thing."),
    click.option("--paper", type=_choice(PaperKind), help="Only in this kind of paper."),
    PERSON,
    OUTCOME,
    OWNER,
)
"""What a search is narrowed by; their names are those of ``search.filters.Filters``."""

EXPLICIT = click.option(
    "--explicit/--in-prose",
    "explicit",
    default=None,
    help="Only decisions under RESOLVED, AGREED or the like; or only those told in a sentence of the discussion.",
)
TELLING = click.option(
    "--with",
    "telling",
    metavar="WHAT[,WHAT]",
    multiple=True,
    callback=several(DecisionTrait),
    help=f"Only decisions that tell of all this: {', '.join(DecisionTrait)}.",
)
STILL_OPEN = click.option(
    "--open",
    "not_status",
    flag_value=ActionStatus.CLOSED.value,
    help="Only actions that are not closed (open or ongoing), what is due first before the rest.",
)
OVERDUE = click.option(
    "--overdue",
    "overdue_on",
    flag_value=date.today().isoformat(),
    help="Only actions that are not closed and were due before today.",
)
OVERDUE_ON = click.option(
    "--overdue-on", metavar="DATE", callback=_iso_date, help="The same as of another day: due before this date."
)
CARRIED = click.option(
    "--carried",
    "course",
    flag_value=ActionCourseKind.CARRIED.value,
    help="Only actions that a later meeting carried forward at least once; tells at which.",
)
DROPPED = click.option(
    "--dropped",
    "course",
    flag_value=ActionCourseKind.DROPPED.value,
    help="Only actions that are open and in neither of the last two logs (or minutes) of their body; tells which.",
)
VOTER = click.option(
    "--voter", metavar="NAME", help="Only where this person's vote is recorded; tells how it was cast."
)
FATE = click.option("--fate", type=_choice(MotionFate), help="Only what this became of.")
INTEREST = click.option("--interest", type=_choice(InterestKind), help="Only interests of this kind.")
PAPER_KIND = click.option("--kind", "paper_kind", type=_choice(PaperKind), help="Only this kind of paper.")
RECOMMENDATION_FATE = click.option(
    "--fate",
    type=click.Choice([*(fate.value for fate in RecommendationFate), OTHERWISE]),
    help="Only what this became of; otherwise: all that is known to differ from what was recommended.",
)
NOT_AS_RECOMMENDED = click.option(
    "--not-as-recommended",
    "fate",
    flag_value=OTHERWISE,
    help="Only where something else was resolved than recommended, or nothing; shows both, and what changed.",
)
FIELD = click.option("--key", "field", type=_choice(FieldKey), help="Only labels that ask for this, however printed.")
ACTION_STATUS = click.option("--status", type=_choice(ActionStatus), help="Only actions that stand like this.")
MEETING_STATUS = click.option("--status", type=_choice(MeetingStatus), help="Only minutes that are draft or confirmed.")

JSON = click.option("--json", "form", flag_value=Form.JSON.value, help="Give the answer as JSON.")
CSV = click.option(
    "--csv",
    "form",
    flag_value=Form.CSV.value,
    help="Give the rows as CSV, all columns; a ' stands before text that begins as a formula does.",
)


def apply(options: tuple[Callable[[Any], Any], ...], function: Any) -> Any:
    """``function`` with ``options``, which the help shows in this order."""
    for option in reversed(options):
        function = option(function)
    return function


def list_options(*narrowing: Callable[[Any], Any]) -> Callable[[Function], Function]:
    """The options of a list: place and time, ``narrowing``, free text, paging, JSON and CSV.

    The command is called with one ``ListRequest`` in their place.
    """
    paging = (
        click.option("--limit", type=click.IntRange(min=1), help=f"So many rows at most (as text {SHOWN_ROWS})."),
        click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out so many rows first."),
    )
    text = click.argument("text", nargs=-1)

    def decorate(command: Function) -> Function:
        @functools.wraps(command)
        def called(*given: Any, **values: Any) -> None:
            command(*given, _request(values))

        decorated: Function = apply((text, *PLACE_AND_TIME, *narrowing, *paging, JSON, CSV), called)
        return decorated

    return decorate


_USUAL = ReadingLimits()
_LIMITS = (
    click.option(
        "--jobs",
        "processes",
        type=click.IntRange(min=1),
        default=_USUAL.processes,
        envvar="MINUTED_JOBS",
        show_envvar=True,
        help="So many worker processes; by default one a processor.",
    ),
    click.option(
        "--timeout-per-page",
        "seconds_per_page",
        metavar="SECONDS",
        type=click.FloatRange(min=0.1),
        default=_USUAL.seconds_per_page,
        show_default=True,
        envvar="MINUTED_TIMEOUT_PER_PAGE",
        show_envvar=True,
        help="How long a page may take; a file has half a minute at least.",
    ),
    click.option(
        "--memory-limit",
        "memory_mib",
        metavar="MIB",
        type=click.IntRange(min=_LEAST_MEMORY_MIB),
        default=_USUAL.memory_bytes // MIB,
        show_default=True,
        envvar="MINUTED_MEMORY_LIMIT",
        show_envvar=True,
        help="How much memory a worker process may hold.",
    ),
    click.option(
        "--most-pages",
        metavar="PAGES",
        type=click.IntRange(min=1),
        default=_USUAL.most_pages,
        show_default=True,
        envvar="MINUTED_MOST_PAGES",
        show_envvar=True,
        help="A PDF with more pages is not read.",
    ),
    click.option(
        "--no-ocr",
        is_flag=True,
        envvar="MINUTED_NO_OCR",
        show_envvar=True,
        help="Leave pages unread that need OCR; a later run without this reads them.",
    ),
)


def limit_options(command: Function) -> Function:
    """The options for what reading may take; the command is called with ``limits`` in their place."""

    @functools.wraps(command)
    def called(*given: Any, **values: Any) -> None:
        limits = ReadingLimits(
            processes=values.pop("processes"),
            seconds_per_page=values.pop("seconds_per_page"),
            memory_bytes=values.pop("memory_mib") * MIB,
            most_pages=values.pop("most_pages"),
            ocr=not values.pop("no_ocr"),
        )
        command(*given, limits=limits, **values)

    decorated: Function = apply(_LIMITS, called)
    return decorated


def _request(values: dict[str, Any]) -> ListRequest:
    form = Form(values.pop("form") or Form.TEXT)
    limit = values.pop("limit")
    if limit is None and form is Form.TEXT:
        limit = SHOWN_ROWS
    text = " ".join(values.pop("text")).strip(_QUOTES) or None
    more = None if limit is None else limit + 1
    return ListRequest(filter=Filter(text=text, limit=more, **values), form=form, limit=limit)
