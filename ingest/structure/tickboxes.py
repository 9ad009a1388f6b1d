"""Boxes to tick: what is chosen of "☒ Decision ☐ Assurance" or of the cells "Decision", "X", "Assurance"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A lone X or tick counts only as the whole of a line or cell; "[x]" and the signs for boxes count anywhere.
_BOX = re.compile(r"(?P<ticked>[☑☒✓✔✗✘🗹🗸]|\[\s?[xX✓√]\s?\])|(?P<empty>[☐□▢❑❏]|\[\s?\])")
_LONE_MARK = re.compile(r"[xX✓✔√☑☒]")
_EDGES = " :;,./|–-"


def is_mark(text: str) -> bool:
    """Whether ``text`` is a tick or a cross and nothing else."""
    return _LONE_MARK.fullmatch(text.strip()) is not None


def ticked(told: Sequence[str]) -> str | None:
    """The options that are ticked in the lines or cells ``told``, parted by commas; ``None`` without boxes."""
    options: list[tuple[str, bool]] = []
    boxes = 0
    for line in told:
        if options and is_mark(line):
            options[-1] = (options[-1][0], True)
            boxes += 1
            continue
        found = _in_line(line)
        boxes += len(_BOX.findall(line))
        options.extend(found)
    if not boxes:
        return None
    return ", ".join(option for option, chosen in options if chosen and option)


def _in_line(line: str) -> list[tuple[str, bool]]:
    """Each option of a line and whether its box is ticked; the boxes all stand before their options, or all behind."""
    boxes = list(_BOX.finditer(line))
    if not boxes:
        return [(line.strip(_EDGES), False)]
    before = not line[: boxes[0].start()].strip(_EDGES)
    starts = [box.end() for box in boxes] if before else [0, *(box.end() for box in boxes[:-1])]
    ends = [*(box.start() for box in boxes[1:]), len(line)] if before else [box.start() for box in boxes]
    return [
        (line[start:end].strip(_EDGES), box["ticked"] is not None)
        for start, end, box in zip(starts, ends, boxes, strict=True)
    ]
