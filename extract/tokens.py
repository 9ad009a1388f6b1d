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
_REMEMBERED = 200_000  # tokens whose hashes are kept; a year of papers of one council has fewer


class _Hashes(dict[str, int]):
    """By a token with the blank behind it, the hash by which spaCy knows the token; worked out when first asked for."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, piece: str) -> int:
        found = self[piece] = self._strings.add(piece[:-1] if piece[-1] == " " != piece else piece)
        return found


class Tokenizer:
    """Makes a ``Doc`` of a text; its tokens with the blanks behind them are the text again."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._hashes = _Hashes(vocab)

    def __call__(self, text: str) -> Doc:
        pieces = _TOKEN.findall(text)
        if len(self._hashes) > _REMEMBERED:
            self._hashes.clear()
        words = list(map(self._hashes.__getitem__, pieces))
        spaces = [piece[-1] == " " != piece for piece in pieces]
        return Doc(self._vocab, words, spaces)  # type: ignore[arg-type]  # hashes are as good, but for the stub


def lean_vocab() -> Vocab:
    """A vocabulary that knows of a word its lower case only: what rules may ask for in a pattern beside its text.

    spaCy's works out twenty attributes of each new word (its shape, whether it is like a number), in more time than
    its tokens take.
    """
    return Vocab(lex_attr_getters={LOWER: str.lower})


def _make_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(TOKENIZER, func=_make_tokenizer)  # by this name spaCy's configuration asks for it
