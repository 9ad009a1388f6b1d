"""What can be asked of an entry: the fields, how users write them, and how their values are read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from corpus.entries import EntryKind
from corpus.vocabulary import Outcome, PaperKind


class Field(StrEnum):
    """A field of the index, as the query tree names it.

    ``TEXT`` holds heading, printed number, reference and text; ``TITLE`` the heading and the paper's title. The two
    ``…WORDS`` hold the same words unstemmed: prefixes, wildcards and near spellings are looked for there. ``PAPER`` is
    the id of the paper that an entry stands in, for the program's own questions.
    """

    TEXT = "text"
    WORDS = "words"
    TITLE = "title"
    TITLE_WORDS = "title_words"
    BODY = "body"
    ORGANISATION = "organisation"
    PERSON = "person"
    OWNER = "owner"
    REFERENCE = "reference"
    KIND = "kind"
    OUTCOME = "outcome"
    PAPER_KIND = "paper_kind"
    DATE = "date"
    PAPER = "paper"


WRITTEN: Mapping[str, Field] = MappingProxyType(
    {
        "text": Field.TEXT,
        "title": Field.TITLE,
        "body": Field.BODY,
        "org": Field.ORGANISATION,
        "organisation": Field.ORGANISATION,
        "person": Field.PERSON,
        "owner": Field.OWNER,
        "ref": Field.REFERENCE,
        "kind": Field.KIND,
        "outcome": Field.OUTCOME,
        "paper": Field.PAPER_KIND,
        "date": Field.DATE,
    }
)
"""The field that each name before a colon means."""

STEMMED = frozenset({Field.TEXT, Field.TITLE})
"""Running text: "decision" finds "decisions" and "decided" finds "decide". Names and numbers are searched as spelt."""

SPELT: Mapping[Field, Field] = MappingProxyType({Field.TEXT: Field.WORDS, Field.TITLE: Field.TITLE_WORDS})
"""Where prefixes, wildcards and near spellings of a stemmed field are looked for."""

CHOICES: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {
        Field.KIND: tuple(EntryKind),
        Field.OUTCOME: tuple(Outcome),
        Field.PAPER_KIND: tuple(PaperKind),
    }
)
"""Fields that hold one word of a closed vocabulary."""


EXACT = frozenset({*CHOICES, Field.PAPER})
"""Fields that are found by their whole value, as it is."""


class Facet(StrEnum):
    """What the hits of a query are counted by."""

    BODY = "body"
    ORGANISATION = "organisation"
    YEAR = "year"
    KIND = "kind"
    OUTCOME = "outcome"
