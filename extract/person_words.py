"""Which words make a name in one document: given names, words that end a name, and the document's own common words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.names import NOT_NAME_WORDS, NOT_SURNAMES, POST_NOMINALS
from extract.rulebook import word_list

_LOWER = re.compile(r"(?<![\w’'.@/-])[a-z]{3,}(?![\w@-])")
_NEXT_WORD = re.compile(r"[ \xa0]{1,2}(?:(?:&|and)[ \xa0]+(?=Sons|Co\b|Partners|Associates|Bros))?([A-Z][\w]*)")
_POSSESSIVE = re.compile(r"['’]s$")
_PARTICLES = frozenset("van von de der den di da la le du al el bin ap ab".split())


@cache
def given_names() -> frozenset[str]:
    return frozenset(word_list("given_names"))


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word.lower() for word in word_list("place_words"))


@cache
def _stop_words() -> frozenset[str]:
    stops = {word.lower() for word in word_list("person_stop_words")}
    return frozenset(stops | NOT_NAME_WORDS | POST_NOMINALS - {"ms", "am"} | {"mr", "mrs", "ms", "miss", "dr", "cllr"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """``common`` holds the words that the document also writes in lower case: weak evidence against a name."""

    common: frozenset[str]

    @staticmethod
    def of(text: str) -> NameWords:
        """The words of the document whose text is ``text``."""
        return NameWords(frozenset(_LOWER.findall(text)))

    def is_given(self, word: str) -> bool:
        """Whether ``word`` is a given name, or two joined by a hyphen."""
        return word.split("-")[0] in given_names()

    def ends_name(self, word: str, *, first: bool) -> bool:
        """Whether a name stops before ``word``."""
        lower = _POSSESSIVE.sub("", word.strip(".").lower())
        if lower in _stop_words():
            return True
        return not first and (self.is_place(word) and lower in NOT_SURNAMES | self.common)

    def is_place(self, word: str) -> bool:
        """Whether ``word`` makes a street, building or business of the name before it."""
        return word.strip(".").lower() in _place_words()

    def place_follows(self, text: str, end: int) -> bool:
        """Whether the next word after ``end`` makes a place or business of a name that ends there."""
        following = _NEXT_WORD.match(text, end)
        return following is not None and self.is_place(following[1])

    def is_sure(self, name: str) -> bool:
        """Whether a given name and what follows it are a person's: the last is no place, and not both are common."""
        words = name.split()
        first, last = words[0].split("-")[0].lower(), words[-1].lower()
        return not (self.is_place(last) or last in NOT_SURNAMES) and not (first in self.common and last in self.common)

    def is_likely(self, name: str) -> bool:
        """Whether no word of ``name`` is one that the document writes in lower case elsewhere."""
        words = [word.strip(".").lower() for word in name.split()]
        if self.is_given(name.split()[0]):
            return self.is_sure(name)
        return not any(len(word) > 1 and word in self.common and word not in _PARTICLES for word in words) and not (
            self.is_place(words[-1])
        )
