"""The walk over the tokens of Rich Text: a stack of groups, and what the control words in them change."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby

from corpus.errors import UnreadableFileError
from ingest.folding import without_signs
from ingest.hyperlinks import kept_target
from ingest.markers import BULLET
from ingest.rtffonts import Fonts
from ingest.rtfparts import Paragraph, Parts, Story, Words
from ingest.rtftokens import Kind, Token, tokens
from ingest.wordfields import is_contents, is_page_number

# Writers nest a few dozen groups at most.
_DEEPEST = 500
# Rich Text gives indents in twentieths of a point.
_TWIPS = 20.0
_HEADING_LEVELS = 6
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_LINK = re.compile(r"^\s*HYPERLINK\s+\"?([^\"\s]{1,2000})", re.IGNORECASE)
# Word's hollow bullet is a letter of a typewriter font.
_LETTER_BULLET = "o"


class _Place(Enum):
    """What the text of a group is."""

    TEXT = auto()
    NOTHING = auto()
    FONTS = auto()
    STYLES = auto()
    TITLE = auto()
    MARKER = auto()
    INSTRUCTION = auto()


@dataclass(slots=True)
class _Open:
    """A story and the paragraph of it that is being read."""

    story: Story = field(default_factory=Story)
    words: list[Words] = field(default_factory=list)
    marker: str = ""
    boxes: list[Story] = field(default_factory=list)


@dataclass(slots=True)
class _Style:
    """An entry of the style sheet while it is being read."""

    number: int = 0
    name: str = ""
    level: int = 0


@dataclass(slots=True)
class _Field:
    """A field and its instruction so far."""

    instruction: str = ""


@dataclass(slots=True)
class _State:
    """What holds inside a group until it ends: each group begins with a copy of what holds around it."""

    place: _Place
    out: _Open
    font: int = 0
    fallback: int = 1
    bold: bool = False
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    target: str | None = None
    centred: bool = False
    indent: int = 0
    level: int = 0
    in_table: bool = False
    in_nested: bool = False
    filled_in: _Field = field(default_factory=_Field)
    style: _Style = field(default_factory=_Style)


# Destinations whose words are not printed, and those behind ``\\*`` that are looked into all the same.
_PASSED_OVER = frozenset(
    "colortbl pict nonshppict shprslt objdata sp nonesttables xe tc tcn rxe bkmkstart bkmkend author operator keywords "
    "subject doccomm company comment manager category hlinkbase creatim revtim printim buptim template filetbl".split()
)
_LOOKED_INTO = frozenset({"shpinst", "do", "dptxbxtext", "shptxt", "nesttableprops", "fldinst"})
_HEADS = frozenset(f"header{which}" for which in ("", "l", "r", "f"))
_FEET = frozenset(f"footer{which}" for which in ("", "l", "r", "f"))
_TYPED = {
    "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": BULLET, "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "-", "\t": " ", "\\": "\\", "{": "{", "}": "}"}


def walked(data: bytes, name: str) -> Parts:
    """What Rich Text tells; raises ``UnreadableFileError`` where its groups are nested too deep."""
    walk = _Walk(name)
    whole = False
    for token in tokens(data):
        walk.take(token)
        if walk.is_over:
            whole = True
            break
    return walk.parts(whole=whole)


class _Walk:
    """The state of one walk: open groups, and what was found."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._body = _Open()
        self._state = _State(place=_Place.TEXT, out=self._body)
        self._groups: list[_State] = []
        self._fonts = Fonts()
        self._levels: dict[int, int] = {}
        self._edges: list[int] = [0]
        self._title: list[str] = []
        self._notes: list[_Open] = []
        self._heads: list[_Open] = []
        self._feet: list[_Open] = []
        self._contents: list[_Open] = []
        self._starred = False
        self._bytes = bytearray()
        self._skip = 0
        self.is_over = False

    def take(self, token: Token) -> None:
        """The next token."""
        if token.kind is Kind.TEXT:
            self._take_text(token.data)
            return
        self._flush()
        if token.kind is Kind.OPEN:
            self._open()
        elif token.kind is Kind.CLOSE:
            self._close()
        elif token.kind is Kind.SYMBOL:
            self._symbol(token.word)
        else:
            self._word(token.word, token.number)

    def parts(self, *, whole: bool) -> Parts:
        """All that was found; groups that are still open are ended."""
        self._flush()
        while self._groups:
            self._close()
        self._end_story(self._state)
        return Parts(
            body=self._body.story,
            notes=tuple(note.story for note in self._notes),
            heads=tuple(head.story for head in self._heads),
            feet=tuple(foot.story for foot in self._feet),
            contents=tuple(each.story for each in self._contents),
            title=_text("".join(self._title)),
            whole=whole,
        )

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise UnreadableFileError(
                self._name, "is nested too deep for a paper; open it in Word and save it as .docx"
            )
        self._groups.append(self._state)
        self._state = copy(self._state)
        self._starred, self._skip = False, 0

    def _close(self) -> None:
        self._skip = 0
        if self._state.place is _Place.STYLES:
            self._levels[self._state.style.number] = self._state.style.level or _level_named(self._state.style.name)
        closed = self._state
        if self._groups:
            self._state = self._groups.pop()
        if closed.out is not self._state.out:
            self._end_story(closed)
        self.is_over = not self._groups

    def _take_text(self, data: bytes) -> None:
        if self._skip:
            dropped = min(self._skip, len(data))
            self._skip -= dropped
            data = data[dropped:]
        self._bytes += data

    def _flush(self) -> None:
        """Decodes the bytes since the last control word: a character of an Asian code page may be several tokens."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            # The name of a symbol font is not written in that font.
            in_names = self._state.place is _Place.FONTS
            self._write(data.decode("latin-1") if in_names else self._fonts.decoded(data, self._state.font))

    def _write(self, text: str) -> None:
        state = self._state
        match state.place:
            case _Place.TEXT:
                if not state.hidden and not state.deleted:
                    state.out.words.append(Words(text, state.bold, state.raised, state.target))
            case _Place.MARKER:
                if not state.deleted:
                    state.out.marker += text
            case _Place.TITLE:
                self._title.append(text)
            case _Place.INSTRUCTION:
                state.filled_in.instruction += text
            case _Place.FONTS:
                self._fonts.font(state.font).name += text
            case _Place.STYLES:
                state.style.name += text
            case _Place.NOTHING:
                pass

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._paragraph()
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if word == "u":
            self._write(self._fonts.character(number or 0, state.font))
            self._skip = state.fallback
            return
        self._skip = 0
        if state.place is _Place.NOTHING:
            return
        if starred and word not in _LOOKED_INTO:
            state.place = _Place.NOTHING
        elif state.place in {_Place.FONTS, _Place.STYLES}:
            self._table_word(word, number)
        elif word in _TYPED:
            self._write(_TYPED[word])
        elif not (self._destination(word) or self._format(word, number) or self._layout(word, number)):
            self._fonts.declare(word, number)

    def _table_word(self, word: str, number: int | None) -> None:
        """A control word in the font table or the style sheet."""
        state = self._state
        if word == "f" and state.place is _Place.FONTS:
            state.font = number or 0
        elif word == "fcharset":
            self._fonts.font(state.font).charset = number
        elif word == "cpg":
            self._fonts.font(state.font).code_page = number
        elif word == "s":
            state.style = _Style(number or 0)
        elif word == "outlinelevel":
            state.style.level = _heading_level(number)

    def _destination(self, word: str) -> bool:
        """Whether ``word`` begins a destination, which is then entered."""
        state = self._state
        if word in _PASSED_OVER:
            state.place = _Place.NOTHING
        elif word in _DESTINATIONS:
            state.place = _DESTINATIONS[word]
        elif word in _HEADS:
            self._begin_story(self._heads)
        elif word in _FEET:
            self._begin_story(self._feet)
        elif word == "footnote":
            self._begin_story(self._notes)
        elif word in {"shptxt", "dptxbxtext"}:
            outer = state.out
            self._begin_story([])
            outer.boxes.append(state.out.story)
        elif word == "field":
            state.filled_in = _Field()
        elif word == "fldrslt":
            instruction = state.filled_in.instruction
            if is_page_number(instruction):
                state.place = _Place.NOTHING
            elif is_contents(instruction):
                self._begin_story(self._contents)
            elif link := _LINK.search(instruction):
                state.target = kept_target(link.group(1))
        elif word == "nesttableprops":
            state.in_nested = True
        else:
            return False
        return True

    def _begin_story(self, among: list[_Open]) -> None:
        self._state.place = _Place.TEXT
        self._state.out = _Open()
        self._state.in_table = False
        among.append(self._state.out)

    def _format(self, word: str, number: int | None) -> bool:
        """Whether ``word`` changes how words look, which is then noted."""
        state, on = self._state, number != 0
        match word:
            case "b":
                state.bold = on
            case "v":
                state.hidden = on
            case "deleted":
                state.deleted = on
            case "super" | "up":
                state.raised = on
            case "nosupersub" | "sub" | "dn":
                state.raised = False
            case "plain":
                state.bold = state.hidden = state.deleted = state.raised = False
                state.font = self._fonts.default
            case "f":
                state.font = number or 0
            case "uc":
                state.fallback = max(number or 0, 0)
            case _:
                return False
        return True

    def _layout(self, word: str, number: int | None) -> bool:
        """Whether ``word`` is about paragraphs and tables, which is then done."""
        state = self._state
        if word in _BREAKS:
            _BREAKS[word](self)
            return True
        match word:
            case "s":
                state.level = self._levels.get(number or 0, 0)
            case "outlinelevel":
                state.level = _heading_level(number)
            case "qc":
                state.centred = True
            case "ql" | "qr" | "qj":
                state.centred = False
            case "li" | "lin":
                state.indent = max(number or 0, 0)
            case "intbl":
                state.in_table = True
            case "itap":
                state.in_table = (number or 0) > 0
            case "trowd" | "trleft" | "cellx" if not state.in_nested:
                self._row_word(word, number or 0)
            case _:
                return False
        return True

    def _row_word(self, word: str, number: int) -> None:
        if word == "trowd":
            self._edges = [0]
        elif word == "trleft":
            self._edges[0] = number
        else:
            self._edges.append(number)

    def _plain_paragraph(self) -> None:
        state = self._state
        state.centred = state.in_table = False
        state.indent = state.level = 0

    def _paragraph(self) -> None:
        if self._state.place is _Place.TEXT and not self._state.deleted:
            # A paragraph whose end was deleted goes on with the next one.
            _end_paragraph(self._state, in_table=self._state.in_table)

    def _line(self) -> None:
        if self._state.place is _Place.TEXT:
            self._state.out.words.append(Words(None))

    def _cell(self) -> None:
        _end_paragraph(self._state, in_table=True)
        self._state.out.story.end_cell()

    def _row(self) -> None:
        _end_paragraph(self._state, in_table=True)
        # The last edge is the right one of the last cell.
        self._state.out.story.end_row(tuple(self._edges[:-1]))

    def _nested_cell(self) -> None:
        # A table in a cell is told row by row as text of that cell.
        self._write(" ")

    def _end_story(self, state: _State) -> None:
        """Ends the story of ``state``: what is left of its last paragraph has no end of its own."""
        _end_paragraph(state, in_table=state.in_table)
        state.out.story.end()


_DESTINATIONS = {
    "fonttbl": _Place.FONTS,
    "stylesheet": _Place.STYLES,
    "title": _Place.TITLE,
    "listtext": _Place.MARKER,
    "pntext": _Place.MARKER,
    "fldinst": _Place.INSTRUCTION,
}
_BREAKS: dict[str, Callable[[_Walk], None]] = {
    "par": _Walk._paragraph,
    "sect": _Walk._paragraph,
    "pard": _Walk._plain_paragraph,
    "line": _Walk._line,
    "page": _Walk._line,
    "column": _Walk._line,
    "cell": _Walk._cell,
    "row": _Walk._row,
    "nestcell": _Walk._nested_cell,
    "nestrow": _Walk._paragraph,
}


def _end_paragraph(state: _State, *, in_table: bool) -> None:
    """The paragraph that is being read stands where and as ``state`` tells."""
    out = state.out
    if out.words or out.boxes:
        paragraph = Paragraph(
            words=_joined(out.words),
            marker=_marker(out.marker),
            level=state.level,
            centred=state.centred,
            indent=state.indent / _TWIPS,
            boxes=tuple(out.boxes),
        )
        out.story.take(paragraph, in_table=in_table)
    elif not in_table:
        out.story.end()
    out.words, out.boxes, out.marker = [], [], ""


def _joined(words: list[Words]) -> tuple[Words, ...]:
    """Neighbours that look the same as one, a break by itself."""
    joined: list[Words] = []
    for (is_break, look), alike in groupby(words, key=lambda each: (each.text is None, replace(each, text=""))):
        if is_break:
            joined.extend(alike)
        else:
            joined.append(replace(look, text=_text("".join(each.text or "" for each in alike))))
    return tuple(joined)


def _text(raw: str) -> str:
    """``raw`` as clean text: a character beyond 16 bits is written as two halves."""
    return without_signs(raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _marker(text: str) -> str:
    told = " ".join(_text(text).split())
    return BULLET if told == _LETTER_BULLET or (told and not any(map(str.isalnum, told))) else told


def _level_named(name: str) -> int:
    named = _HEADING.fullmatch(name.strip("; "))
    return int(named.group(1)) if named else 0


def _heading_level(outline: int | None) -> int:
    level = (outline or 0) + 1
    return level if 1 <= level <= _HEADING_LEVELS else 0
