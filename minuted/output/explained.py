"""A paper with each finding marked, and below each paragraph what was found in it and by which rule."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from corpus.document import Document
from corpus.findings import Findings, RuleId
from minuted.explaining import Passage, Wanted, passages
from minuted.marking import FoundKind, Mark, Piece
from minuted.output.citation import counted_in, joined, one_line
from minuted.output.foundwords import mark_words
from minuted.output.terminal import columns, hanging, visible

_COLOURS = {
    FoundKind.DECISIONS: "green",
    FoundKind.RECOMMENDATIONS: "blue",
    FoundKind.REPORTED_DECISIONS: "cyan",
    FoundKind.MOTIONS: "magenta",
    FoundKind.DECLARATIONS: "red",
    FoundKind.ACTIONS: "yellow",
    FoundKind.PEOPLE: "bright_blue",
    FoundKind.ORGANISATIONS: "bright_cyan",
    FoundKind.UNRESOLVED: "bright_red",
}

_EXAMPLE = 80
"""Characters of a rule's example: enough to see what the rule looks for."""

_CONTEXT = 100
"""Characters of a paragraph that is shown only for what stands beside it: a line."""

_STRETCH = 400
"""Characters without a mark beside words with one; of a longer stretch what stands next to them is shown."""
_AROUND = 150

_MARGIN = 5
"""Columns of the page or line in the margin, behind which there is a border."""
_BORDER = " │ "
_NOTE = "   "
_WORDS = re.compile(r"\S+\s*|\s+")

# Pieces and how much of them stands on one line.
_Row = list[tuple[Piece, str]]


def show_explained(document: Document, findings: Findings, wanted: Wanted) -> None:
    """Print the paper as it was understood, as far as it is ``wanted``."""
    told = "\n".join(_lines(document, list(passages(document, findings, wanted))))
    # Named, because what click would choose by itself writes past the progress bar and into it.
    click.echo(told, file=sys.stdout)


def _lines(document: Document, shown: Sequence[Passage]) -> Iterator[str]:
    begun = [mark for passage in shown for mark in passage.begun]
    margin = f"{counted_in(shown[0])}s in the margin" if shown else None
    yield click.style(joined(visible(document.name), _counts(begun), margin), bold=True)
    for passage in shown:
        if passage.after_gap:
            yield click.style(f"{'…':>{_MARGIN}}{_BORDER.rstrip()}", dim=True)
        yield from _passage_lines(passage)
    for rule, times in Counter(mark.rule for mark in begun).most_common():
        yield hanging(_margin(f"{times} ×"), _rule_words(rule))
    yield ""


def _counts(begun: Sequence[Mark]) -> str:
    times = Counter(mark.kind for mark in begun if not mark.again)
    return (
        ", ".join(f"{times[kind]} {_called(kind, times[kind])}" for kind in FoundKind if times[kind]) or "nothing found"
    )


def _called(kind: FoundKind, times: int) -> str:
    if times == 1 and kind is FoundKind.PEOPLE:
        return "person"
    words = kind.value.replace("_", " ")
    return words.removesuffix("s") if times == 1 else words


def _passage_lines(passage: Passage) -> Iterator[str]:
    place = str(passage.page if passage.line is None else passage.line)
    width = columns()
    for at, row in enumerate(_rows(passage, None if width is None else width - _MARGIN - len(_BORDER))):
        by_piece = groupby(row, key=lambda each: each[0])
        styled = (_styled(piece, "".join(words for _, words in each), passage) for piece, each in by_piece)
        yield _margin(place if at == 0 else "") + "".join(styled)
    # Who is named several times in a paragraph is told once.
    yield from dict.fromkeys(map(_note, passage.begun))


def _note(mark: Mark) -> str:
    name = click.style(mark.name, fg=_COLOURS[mark.kind], bold=True)
    told = joined(mark_words(mark), f"by {_rule_words(mark.rule)}")
    return hanging(f"{_margin('')}{_NOTE}{name}  ", told)


def _rule_words(rule: RuleId) -> str:
    """A rule's id, and what it is: "decisions.resolved (lead, as in “RESOLVED that the report be noted”)"."""
    from extract.rulewords import rule_words

    known = rule_words(rule)
    if known is None:
        return rule
    if known.label is None:
        return f"{rule} ({known.words})"
    example = one_line(known.words)
    cut = example if len(example) <= _EXAMPLE else f"{example[:_EXAMPLE]} …"
    return f"{rule} ({known.label}, as in “{cut}”)"


def _margin(place: str) -> str:
    return click.style(f"{place:>{_MARGIN}}{_BORDER}", dim=True)


def _rows(passage: Passage, width: int | None) -> list[_Row]:
    """The lines that a paragraph makes in so many columns; all of it on one where there is no end to them."""
    rows: list[_Row] = [[]]
    used = 0
    for piece in passage.pieces:
        for word in _WORDS.findall(_shown(piece, passage)):
            # The sign at which a mark ends stays with the word before it.
            ends = piece.is_sign and not word.startswith("[")
            if width is not None and used and used + len(word.rstrip()) > width and not ends:
                rows.append([])
                used = 0
            rows[-1].append((piece, word))
            used += len(word)
    return rows


def _shown(piece: Piece, passage: Passage) -> str:
    """The words of a piece on one line, cells of a table row with a bar between them."""
    words = visible(piece.text).replace("\t", " | ").replace("\n", " ")
    if passage.whole or passage.is_heading or piece.marks:
        return words
    if passage.marked:
        return words if len(words) <= _STRETCH else f"{_begun(words, _AROUND)} … {_ended(words, _AROUND)}"
    return words if len(words) <= _CONTEXT else f"{_begun(words, _CONTEXT)} …"


def _begun(words: str, length: int) -> str:
    """The whole words among the first ``length`` characters; these, where there are none."""
    return words[:length].rpartition(" ")[0] or words[:length]


def _ended(words: str, length: int) -> str:
    """The whole words among the last ``length`` characters; these, where there are none."""
    return words[-length:].partition(" ")[2] or words[-length:]


def _styled(piece: Piece, words: str, passage: Passage) -> str:
    if piece.marks:
        return click.style(words, fg=_COLOURS[piece.marks[-1].kind], bold=piece.is_sign or None)
    if passage.is_heading:
        return click.style(words, bold=True)
    return words if passage.marked else click.style(words, dim=True)
