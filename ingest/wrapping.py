"""Which lines of a plain text were one paragraph before a program or a typist broke them at the right margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.markers import leading_marker

# No mail program, editor or converter wraps text wider than this many characters; a longer line is a whole paragraph.
_WIDEST_WRAP = 130
# ... nor narrower than this: a column of short lines is a list.
_NARROWEST_WRAP = 50
# Where this share of a text stands in lines that no program wrapped, the text is not hard-wrapped.
_UNWRAPPED_SHARE = 0.2
# A run of lines counts as wrapped if no more than this share of them had room for the next line's first word.
_SLACK_SHARE = 0.25
# Two or three lines tell no margin of their own: the text's margin is taken instead.
_LINES_THAT_TELL = 4
# A sentence that stops in mid-air before an empty line and goes on after it (a page ended there) is at least so long.
_LONG_ENOUGH_TO_GO_ON = 40

_LABEL = re.compile(r"\**[A-Z][\w'’&/()-]*(?: [\w'’&/()-]+){0,4}:(?:\**\s|\**$)")
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s")
# A line that ends with one of these has more to come, whatever the next line begins with.
_HANGING = re.compile(
    r"(?:^|\s)(?:an?|and|as|at|by|for|from|in|of|on|or|that|the|to|with|&|(?:Mr|Mrs|Ms|Dr|Prof|Cllrs?)\.?|Councillors?)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d\.")


def wrap_width(lengths: Sequence[int]) -> int | None:
    """The right margin, in characters, of a text with lines of these lengths; ``None`` where it is not hard-wrapped."""
    unwrapped = sum(length for length in lengths if length > _WIDEST_WRAP)
    if not lengths or unwrapped > _UNWRAPPED_SHARE * sum(lengths):
        return None
    wrapped = [length for length in lengths if length <= _WIDEST_WRAP]
    margin = max(wrapped, default=0)
    return margin if margin >= _NARROWEST_WRAP else None


def joined_lines(lines: Sequence[str], margin: int | None) -> list[list[int]]:
    """Consecutive non-empty ``lines`` grouped into paragraphs, as lists of indexes; ``margin`` is the whole text's."""
    pairs = [(before, after) for before, after in pairwise(lines) if not starts_anew(before, after)]
    if len(lines) >= _LINES_THAT_TELL:
        margin = wrap_width([len(line) for line in lines])
    if margin is not None:
        slack = sum(_had_room(before, after, margin) and not broken_off(before, after) for before, after in pairs)
        if slack > _SLACK_SHARE * len(pairs):
            margin = None
    groups = [[0]] if lines else []
    for i in range(1, len(lines)):
        if _goes_on(lines[i - 1], lines[i], margin):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def starts_anew(before: str, line: str) -> bool:
    """Whether ``line`` begins with a marker, a label or a time, so that it can't go on from the line before it."""
    if _YEAR.match(line) and not _ends(before):
        return False
    return bool(leading_marker(line) or _LABEL.match(line) or _TIME.match(line))


def broken_off(before: str, line: str) -> bool:
    """Whether a sentence breaks off at the end of ``before`` and goes on in ``line``: in small letters, as a rule."""
    if not line or starts_anew(before, line) or _ends(before):
        return False
    return line[0].islower() or _HANGING.search(before) is not None


def goes_on_over_gap(before: str, line: str) -> bool:
    """Whether ``line`` goes on from ``before`` although an empty line stands between, as at the end of a page."""
    return len(before) >= _LONG_ENOUGH_TO_GO_ON and broken_off(before, line)


def _goes_on(before: str, line: str, margin: int | None) -> bool:
    if before.endswith("\\"):
        return False
    if before.count("**") % 2 == 1 and line.count("**") % 2 == 1:
        return True
    if starts_anew(before, line):
        return False
    return broken_off(before, line) or (margin is not None and not _had_room(before, line, margin))


def _had_room(before: str, line: str, margin: int) -> bool:
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) <= margin


def _ends(line: str) -> bool:
    return line.rstrip("*_ ”’\"')").endswith((".", ":", ";", "!", "?", "|"))
