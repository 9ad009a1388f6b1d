"""Lettered parts of an item: headings and paragraphs that letters number, told from the letters of lists.

"(a) Car parks" with text below it heads a part of an item; in a report whose headings stand right above "(a)", "(b)",
these number its paragraphs. Letters within a paragraph are entries of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.vocabulary import PaperKind
from ingest.structure.headings import item_title, stopped_lead, subject
from ingest.structure.numbering import Scheme
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals, is_title_like

_ROMAN = {numeral: value for value, numeral in enumerate(
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
)}  # fmt: skip
_FIRST = ("a", "i")
_MOSTLY = 0.5
_LONG = 15  # words of a lettered paragraph, on average; entries of lists are shorter
_LEAST_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Lettered:
    """Runs of letters that number headings, and of those that number paragraphs, as positions of their units."""

    headings: tuple[tuple[int, ...], ...]
    paragraphs: tuple[tuple[int, ...], ...]


def lettered(units: Sequence[Unit], kind: PaperKind, items: frozenset[int]) -> Lettered:
    """What letters number in a paper; ``items`` are the positions of its numbered items, which end runs of letters."""
    runs = [tuple(run) for run in list(_runs(units, items))]
    headings = tuple(run for run in runs if _heads(units, run))
    rest = (run for run in runs if run not in headings) if kind is PaperKind.REPORT else ()
    return Lettered(headings, tuple(run for run in rest if _numbers_paragraphs(units, run, items)))


def _runs(units: Sequence[Unit], items: frozenset[int]) -> Iterator[list[int]]:
    """Letters that follow one another, as positions; a run may hold others."""
    open_runs: list[list[int]] = []
    for at, unit in enumerate(units):
        if at in items:
            open_runs.clear()
        if unit.number is None or unit.number.scheme is not Scheme.LETTER or unit.in_row:
            continue
        letter = unit.number.text
        for place in range(len(open_runs) - 1, -1, -1):
            last = units[open_runs[place][-1]].number
            if last is not None and last.style == unit.number.style and _follows(letter, last.text):
                open_runs[place].append(at)
                del open_runs[place + 1 :]
                break
        else:
            if letter.lower() in _FIRST:
                _close_alike(units, open_runs, unit)
                open_runs.append([at])
                yield open_runs[-1]


def _close_alike(units: Sequence[Unit], open_runs: list[list[int]], unit: Unit) -> None:
    """Close the runs that began like ``unit``, by letter, mark and type, and those inside them."""
    for place, run in enumerate(open_runs):
        if _beginning(units[run[0]]) == _beginning(unit):
            del open_runs[place:]
            return


def _beginning(unit: Unit) -> tuple[str, str, bool, bool]:
    text, style = (unit.number.text, unit.number.style) if unit.number else ("", "")
    return text, style, _is_set_off(unit), is_title_like(unit.title)


def _follows(later: str, earlier: str) -> bool:
    if later.islower() is not earlier.islower():
        return False
    new, old = later.lower(), earlier.lower()
    if len(new) == len(old) == 1 and ord(new) == ord(old) + 1:
        return True
    return new in _ROMAN and old in _ROMAN and _ROMAN[new] == _ROMAN[old] + 1


def _heads(units: Sequence[Unit], run: Sequence[int]) -> bool:
    """Whether the letters of ``run`` number headings: set off, or titles with text of their own."""
    set_off = sum(_is_set_off(units[at]) for at in run)
    if set_off > _MOSTLY * len(run):
        return True
    above = units[run[0] - 1] if run[0] else None
    if (above is not None and above.text.endswith(":")) or (len(run) == 1 and units[run[0]].title[:1].islower()):
        return False
    told = sum(_has_text(units, at) and item_title(units[at].title) is not None for at in run)
    led = sum((stopped_lead(units[at].title) or subject(units[at].title)) is not None for at in run)
    return told + led > _MOSTLY * len(run)


def _is_set_off(unit: Unit) -> bool:
    led = unit.number is not None and len(unit.bold_lead) > unit.number.end
    return unit.is_bold or led or is_capitals(unit.title)


def _has_text(units: Sequence[Unit], at: int) -> bool:
    """Whether text stands below a lettered line that is neither numbered nor a row."""
    following = units[at + 1] if at + 1 < len(units) else None
    return following is not None and following.number is None and not following.in_row


def _numbers_paragraphs(units: Sequence[Unit], run: Sequence[int], items: frozenset[int]) -> bool:
    """Whether the letters of ``run`` number the paragraphs right below a heading of a report."""
    above = units[run[0] - 1] if run[0] else None
    if above is None or len(run) < _LEAST_PARAGRAPHS or above.text.endswith(":"):
        return False
    under_heading = above.is_bold or (run[0] - 1 in items and is_title_like(above.title))
    return under_heading and sum(len(units[at].text.split()) for at in run) > _LONG * len(run)
