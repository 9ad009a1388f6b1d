"""What can be asked of an entry: the fields, how users write them, and how their values are read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from corpus.entries import EntryKind
from corpus.vocabulary import Outcome, PaperKind

SCHEMA_VERSION = 5
"""Goes up with any change of fields, analysis or stored form; an index of another version must be rebuilt."""


class Field(StrEnum):
    """A field that a query tree names.

    ``TEXT`` and ``TITLE`` are what users ask for: no index holds them, ``search.meaning`` says in which others their
    words are looked for. ``STEMS`` holds heading, printed number, reference and text, ``TITLE_STEMS`` the heading and
    the paper's title; the two ``…WORDS`` hold the same words as they are spelt. ``PAPER`` is the id of the paper that
    an entry stands in, ``UNIT`` what it is replaced with (``corpus.entries.Unit``), ``DEFINED`` holds abbreviations
    with what they are short for (``search.definitions``), ``AROUND`` what is said of an entry rather than in it: names
    of its paper, body and organisation, its kind, month and year. These four are for the program's own questions.

    Only persons and organisations have the rest (``search.registered``): ``NAMES`` holds all forms of a name and
    ``ROLES`` what the person is, ``WHOLE_NAMES`` each form as one value, ``SEEN`` how well it is attested. Their
    words stand in no other field of running text.
    """

    TEXT = "text"
    TITLE = "title"
    STEMS = "stems"
    WORDS = "words"
    TITLE_STEMS = "title_stems"
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
    UNIT = "unit"
    DEFINED = "defined"
    AROUND = "around"
    NAMES = "names"
    ROLES = "roles"
    WHOLE_NAMES = "whole_names"
    SEEN = "seen"


RUNNING = frozenset({Field.TEXT, Field.TITLE})
"""Running text, as users ask for it: "decision" finds "decisions" and "decided" finds "decide"."""

INDEXED = frozenset(Field) - RUNNING
"""What an index holds."""

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

STEMMED = frozenset({Field.STEMS, Field.TITLE_STEMS, Field.AROUND, Field.ROLES})
"""Fields whose words are stems. Names and numbers are searched as spelt."""

CHOICES: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {
        Field.KIND: tuple(EntryKind),
        Field.OUTCOME: tuple(Outcome),
        Field.PAPER_KIND: tuple(PaperKind),
    }
)
"""Fields that hold one word of a closed vocabulary."""

ALSO_WRITTEN: Mapping[str, str] = MappingProxyType(
    {"org": EntryKind.ORGANISATION, "organization": EntryKind.ORGANISATION, "people": EntryKind.PERSON}
)
"""How users also write some of these words."""


EXACT = frozenset({*CHOICES, Field.PAPER, Field.UNIT, Field.DEFINED, Field.WHOLE_NAMES, Field.SEEN})
"""Fields that are found by their whole value, as it is."""


LISTED = "listed"
"""Of ``Field.SEEN``: a person whom lists name, or an organisation; whom only prose names is trusted less."""

SEEN_LEVELS = (2, 4, 8, 16, 32, 64, 128, 256)
"""Of ``Field.SEEN``: numbers of documents that name somebody, at each of which it ranks a step higher."""

NARROWING = frozenset({*EXACT, Field.BODY, Field.ORGANISATION, Field.DATE})
"""Fields that narrow what is found, and say nothing of how well it fits."""


class Facet(StrEnum):
    """What the hits of a query are counted by."""

    BODY = "body"
    ORGANISATION = "organisation"
    YEAR = "year"
    KIND = "kind"
    OUTCOME = "outcome"
