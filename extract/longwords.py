"""Tokens of a text with words longer than any: cut first, for spaCy's time grows with the square of a word's length."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

# Longer than addresses of web pages mostly are. Signs are taken off a word one by one, and the rest is looked at again
# each time: two hundred of them take some milliseconds, twenty thousand take half a minute.
_LONGEST = 200
_LONG = re.compile(rf"\S{{{_LONGEST + 1}}}")
_PIECE = re.compile(rf"\S{{1,{_LONGEST}}}(?!\S)\s*+(?:\S{{1,{_LONGEST}}}(?!\S)\s*+)*+|\S{{1,{_LONGEST}}}|\s+")


def tokenized(nlp: Language, text: str) -> Doc:
    """``text`` as tokens, as ``nlp`` makes them; of words that are too long, each piece by itself."""
    if not _LONG.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for piece in _PIECE.findall(text):
        for token in nlp.make_doc(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words, spaces)
