"""Texts made to take long: each must be read in time that grows with its length, so that none stops a run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.structure.build import build_document
from ingest.text import read_text

# Characters: what is done again for each line or word of a text this long takes minutes, not a second.
_LENGTH = 60_000
_MINUTES = (
    "Minutes of the meeting of the Quayside Committee\n\nheld on Monday 6 January 2031\n\n"
    "Present: Cllr Ada Marsh (Chair)\n\n"
)
_AGENDA = "Agenda\n\nQuayside Committee meeting\n\nMonday 6 January 2031\n\n"
_FIRSTS = "Ada Ben Cora Dan Ella Finn Gwen Hal Iris Joel Kay Liam".split()
_LASTS = "Marsh Vane Orme Ferris Dell Holt Lowe Moss Todd Hale Boone Tarn".split()


def _name(at: int) -> str:
    """A name of three words, one of some thousands."""
    return f"{_FIRSTS[at % 12]} {_LASTS[at // 12 % 12]} {_LASTS[at // 144 % 12]}{_LASTS[at // 1728 % 12].lower()}"


def _of_lines(opening: str, line: Callable[[int], str]) -> str:
    text, at, length = [opening], 0, len(opening)
    while length < _LENGTH:
        text.append(line(at))
        length += len(text[-1])
        at += 1
    return "".join(text)


_TEXTS = {
    "one line of blanks": _MINUTES + "Cllr" + " " * _LENGTH + "Marsh",
    "one line of brackets": _of_lines(_MINUTES, lambda at: "(Chair ("),
    "one line of capitals": _of_lines(_MINUTES, lambda at: "NHS "),
    "one line of dates": _of_lines("", lambda at: f"Monday {at % 31 + 1} January 2031 "),
    "labels without names": _of_lines(_MINUTES, lambda at: "Present:\n\n"),
    "groups behind names": _of_lines(_MINUTES + "Present: ", lambda at: f"{_name(at)}, Councillors, "),
    "letters behind a name": _of_lines("Board minutes\n\nPresent: Cllr Ada Marsh", lambda at: " OBE MBE"),
    "labels side by side": _of_lines(_MINUTES, lambda at: "Present: Ada Marsh\t"),
    "apologies": _of_lines(_MINUTES, lambda at: f"Apologies were received from Cllr {_name(at)}.\n\n"),
    "chairs": _of_lines(_MINUTES, lambda at: f"Cllr {_name(at)} took the chair.\n\n"),
    "exempt items": _of_lines(
        _MINUTES, lambda at: f"{at + 1}. Quay repairs\n\nExempt under paragraph 3 of Schedule 12A.\n\n"
    ),
    "entries of a plan": _of_lines(
        "", lambda at: f"Decision due: May 2031\n\nDecision maker: Cabinet\n\nDecision type: Key\n\nSubject: {at}\n\n"
    ),
    "a pack of reports": _of_lines(
        _AGENDA + "".join(f"{at}. {_name(at)} Strategy (Pages {at} - {at + 1})\n\n" for at in range(1, 1000)),
        lambda at: f"Report to: Cabinet\n\nReport author: Ada Marsh\n\nSubject: {_name(at)} Strategy\n\nText.\f",
    ),
    "titles that an agenda promises": _of_lines(
        _AGENDA
        + "".join(f"{_name(at)} Harbour Strategy\n\n" for at in range(1000))
        + "Report to: Cabinet\n\nReport author: Ada Marsh\n\nSubject: Quay\n\n",
        lambda at: f"{_name(at)} Coastal Strategy\n\nAda Marsh\n\n",
    ),
}


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_hostile_text_is_read(text: str) -> None:
    document = build_document(read_text(text.encode(), "hostile.txt"), name="hostile.txt", sha256="0" * 64)
    assert document.papers[-1].span.end == len(document.text)
