"""The tokens of a text: words, signs and white space, found by one regular expression in one pass.

spaCy's own tokenizer for English takes signs off the ends of words one by one and knows contractions. No rule asks for
that, it takes most of the time that all rules together may take, and its time grows with the square of a word's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKENIZER = "minuted_tokens"

# Addresses are one token, so that no name is found inside them; bounded, so that a long word is not read over and over.
_ADDRESS = r"(?=[:.+@-])(?:://\S{1,200}|(?<=www)\.\S{1,200}|[\w.+-]{0,64}@\S{1,200})"  # behind its first word
_TOKEN = re.compile(rf"\w++(?: |{_ADDRESS} ?)?|[^\w\s] ?|\s+")


class Tokenizer:
    """Makes a ``Doc`` of a text; its tokens with the blanks behind them are the text again."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        pieces = _TOKEN.findall(text)
        spaces = [piece[-1] == " " != piece for piece in pieces]
        words = [piece[:-1] if space else piece for piece, space in zip(pieces, spaces, strict=True)]
        return Doc(self._vocab, words, spaces)


def lean_vocab() -> Vocab:
    """A vocabulary that knows of a word its lower case only: what rules may ask for in a pattern beside its text.

    spaCy's works out twenty attributes of each new word (its shape, whether it is like a number), in more time than
    its tokens take.
    """
    return Vocab(lex_attr_getters={LOWER: str.lower})


def _make_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(TOKENIZER, func=_make_tokenizer)  # by this name spaCy's configuration asks for it
