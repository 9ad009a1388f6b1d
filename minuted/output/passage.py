"""How a section is cited: by the number that it bears, and by those above it that this one doesn't tell."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.rows import SectionRow
from corpus.vocabulary import PaperKind
from minuted.numbered import goes_on, is_letter

# What the outermost numbered part of a paper is called; of other papers, a section that has numbers of its own in it.
_OUTERMOST = {PaperKind.MINUTES.value: "minute", PaperKind.AGENDA.value: "item"}


def passage_words(path: Sequence[SectionRow]) -> str:
    """The last section of ``path``, the outermost first: "minute 4, paragraph 1", "paragraph 2.2(a)", "3.7.5".

    One without a number is told by its heading, behind the number that it stands below.
    """
    if not path:
        return ""
    words = _with_kinds(_untold(path), path[-1].paper_kind)
    if path[-1].number is None and path[-1].heading:
        words.append(f"“{path[-1].heading}”")
    return ", ".join(words)


def _untold(path: Sequence[SectionRow]) -> list[str]:
    """The numbers of ``path``, but for those that the next one goes on with; letters go with the number above them."""
    told: list[str] = []
    for number in (section.number for section in path if section.number):
        if is_letter(number):
            told.append(f"{told.pop() if told else ''}({number.strip('().')})")
        elif told and goes_on(number, told[-1]):
            told[-1] = number
        else:
            told.append(number)
    return told


def _with_kinds(numbers: Sequence[str], paper_kind: str) -> list[str]:
    outermost = _OUTERMOST.get(paper_kind, "section" if len(numbers) > 1 else "paragraph")
    kinds = [outermost, *("paragraph" for _ in numbers[1:])]
    # "Minute 242" says itself what it is.
    return [
        number if " " in number and number[0].isalpha() else f"{kind} {number}"
        for kind, number in zip(kinds, numbers, strict=False)
    ]
