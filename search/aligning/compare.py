"""All that was asked for and told of, against all minutes that are held of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.alignment.matters import Matters, Minutes
from corpus.alignment.model import Compared
from search.aligning.fates import align
from search.aligning.reported import check


def compare(matters: Matters) -> Compared:
    """The fate of each recommendation and the standing of each reported decision of ``matters``."""
    days: dict[str, list[Minutes]] = defaultdict(list)
    referred: dict[str, list[Minutes]] = defaultdict(list)
    for minutes in matters.minutes:
        for reference in minutes.references:
            referred[reference].append(minutes)
        for since in _as_told(minutes):
            days[since].append(minutes)
    return Compared(
        alignments=tuple(
            alignment
            for report in matters.reports
            for alignment in align(
                report,
                _once(days[report.date or ""], *(referred[reference] for reference in report.references)),
            )
        ),
        checks=tuple(
            check(told, _once(days[told.date or ""], *(referred[each] for each in told.references)))
            for told in matters.told
        ),
    )


def _as_told(minutes: Minutes) -> tuple[str, ...]:
    """The day of a meeting, its month and its year: a paper may tell no more than that."""
    date = minutes.date
    if date is None or minutes.meeting is None:
        return ()
    return tuple(dict.fromkeys((date, date[: len("2024-06")], date[: len("2024")])))


def _once(*several: Sequence[Minutes]) -> list[Minutes]:
    return list({id(each): each for some in several for each in some}.values())
