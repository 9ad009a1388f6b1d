"""Values of options that are more than one word: several words with commas between, a range of pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import click

_Word = TypeVar("_Word", bound=StrEnum)
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def several(of: type[_Word]) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[_Word, ...]]:
    """What makes words of the vocabulary ``of`` from an option that may be given several times: "vote,delegation".

    It is a usage error where one of them is none of these.
    """

    def words(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[_Word, ...]:
        given = [word.strip() for value in values for word in value.split(",")]
        unknown = [word for word in given if word not in list(of)]
        if unknown:
            raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(of)}")
        return tuple(of(word) for word in dict.fromkeys(given))

    return words


def page_range(_context: click.Context, _option: click.Parameter, value: str | None) -> range | None:
    """The pages (1-based) that "3" or "3-5" means; a usage error where it means none."""
    if value is None:
        return None
    match = _RANGE.fullmatch(value.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise click.BadParameter(f"{value!r} are no pages; write 3 or 3-5")
    return range(first, last + 1)
