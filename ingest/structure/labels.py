"""Labels of front sheets and forms: what "REPORT TO:", "Ward(s) affected" or "Decision number" ask for.

The vocabulary stands in ``labels.toml``; what is printed is compared with it after folding, so that articles, plurals,
capitals and hyphens make no difference.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.vocabulary import FieldKey

VOCABULARY = Path(__file__).with_name("labels.toml")

_LONGEST = 120  # characters: "Any interest declared when the decision was taken and any dispensation granted…" has 102
_FIRST_WORDS = 48  # characters in which the first word of a label ends, an article before it
_MOST_WORDS = 16
_RUN_TOGETHER_WORDS = 6  # a label without a colon that its value runs on from is short
_OF_ONE_WORD = frozenset(
    {FieldKey.SUBJECT, FieldKey.DATE, FieldKey.WARDS, FieldKey.PORTFOLIO, FieldKey.EXEMPT, FieldKey.REPORT_AUTHOR}
)
_WITHIN_LINES = frozenset({FieldKey.DATE, FieldKey.CONTACT_DETAILS})
_MOST_WITHIN = 4  # labels in one line behind its first
_MOST_UNKNOWN_WORDS = 8
# What may part a label from its value in one line: "Report to: Cabinet", "Key decision? No", "Date – 4 May".
_PARTING = re.compile(r"\?\s?:?|:|\s[-–—]\s")
_COLON = re.compile(":")
_BRACKETED = re.compile(r"\s*\([^()]{1,80}\)\s*$")
_OPTIONAL_PLURAL = re.compile(r"\((?:e?s|ies)\)|(?<=\w)[’']s\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+|/")
_NOISE = frozenset({"the", "a", "an", "this"})
_UNCOUNTED = ("ss", "us", "is")  # business, status, analysis: no plurals
_BOX = re.compile(r"[☐☒☑]")  # "Decision ☒" is an option to tick
_VALUE = re.compile(r"[A-Z0-9☐☒☑£(]")
_CHOICE = re.compile(r"\(([^()]*)\)")
# A label that the vocabulary doesn't know: a few words with a capital in front, no number, address or time of day.
_UNKNOWN = re.compile(r"[A-Z][\w’'&/,()\- ]{1,60}[\w)]\s{0,3}[:?]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as printed (without its colon) and what it asks for; its value begins ``value_at`` characters on.

    ``telling`` labels stand on front sheets of reports and in forms, and seldom elsewhere. ``key`` is ``None`` where
    the vocabulary doesn't know the words. ``parted`` says that a colon or the like stands behind the label.
    """

    printed: str
    key: FieldKey | None
    telling: bool
    value_at: int
    parted: bool


@dataclass(frozen=True, slots=True)
class _Known:
    key: FieldKey
    telling: bool


def label_at(text: str) -> Label | None:
    """The label that ``text`` (a line or a cell) is, or that it begins with before a colon, question mark or dash."""
    if not _may_be_known(text):
        return None
    head = text[:_LONGEST]
    for mark in itertools.islice(_PARTING.finditer(head), 2):
        kept = mark.end() if mark[0].startswith("?") else mark.start()
        printed = head[:kept].rstrip(" :")
        if known := _known(printed):
            return _label(printed, known, value_at=_value_start(text, mark.end()), parted=True)
    if len(text) <= _LONGEST and (known := _known(text)):
        return _label(text.rstrip(" :"), known, value_at=len(text), parted=False)
    return None


def label_of(text: str) -> str | None:
    """The label that ``text`` is or begins with, as printed without its colon; what may head a section is none."""
    found = label_at(text)
    return found.printed if found and not is_passage(found.key) else None


def label_run_together(text: str, *, among_labels: bool = False) -> Label | None:
    """The label that ``text`` begins with where nothing but space parts it from its value.

    The value begins with a capital, a number or a box to tick: "Report author Ada Marsh", "Wards affected All". A label
    of one word is told only ``among_labels``: "Title Quay Repairs" below "Report author Ada Marsh".
    """
    if not _may_be_known(text):
        return None
    words = list(itertools.islice(re.finditer(r"\S+", text[:_LONGEST]), _RUN_TOGETHER_WORDS + 1))
    for count in range(min(_RUN_TOGETHER_WORDS, len(words) - 1), 0, -1):
        value_at = words[count].start()
        printed = text[: words[count - 1].end()]
        if not _VALUE.match(text, value_at) or printed[-1] in ".,;" or not (known := _known(printed)):
            continue
        if count > 1 or (among_labels and known.key in _OF_ONE_WORD):
            return _label(printed, known, value_at=value_at, parted=False)
    return None


def labels_within(text: str, start: int) -> Iterator[tuple[int, Label]]:
    """The labels with a colon that stand behind ``start`` in a line, with the position of each: "Signed: A. Date: B".

    Each has two words or more, or is a date or an address: one word before a colon may be the value's own.
    """
    for colon in itertools.islice(_COLON.finditer(text, start), _MOST_WITHIN):
        offset = max(start, colon.start() - _LONGEST)
        for word in list(re.finditer(r"\S+", text[offset : colon.start()]))[-_RUN_TOGETHER_WORDS:]:
            at = offset + word.start()
            known = _known_within(text[at : colon.start()].rstrip()) if at > start else None
            if known:
                printed = text[at : colon.start()].rstrip()
                yield at, _label(printed, known, value_at=_value_start(text, colon.end()), parted=True)
                break


def _known_within(printed: str) -> _Known | None:
    known = _known(printed) if printed[:1].isupper() or "-" in printed else None
    return known if known and (known.key in _WITHIN_LINES or " " in folded(printed)) else None


def unknown_label(text: str) -> Label | None:
    """What is printed like a label before a colon or question mark, though the vocabulary doesn't know it."""
    match = _UNKNOWN.match(text)
    if match is None or len(match[0].split()) > _MOST_UNKNOWN_WORDS or text[match.end() : match.end() + 2] == "//":
        return None
    printed = match[0].rstrip(" :")
    return Label(printed=printed, key=None, telling=False, value_at=_value_start(text, match.end()), parted=True)


def is_passage(key: FieldKey | None) -> bool:
    """Whether the value of such a label may be as long as a section."""
    return key in _vocabulary().passages


def _value_start(text: str, at: int) -> int:
    return next((place for place in range(at, len(text)) if text[place] not in " :"), len(text))


def _label(printed: str, known: _Known, *, value_at: int, parted: bool) -> Label:
    return Label(printed=printed, key=known.key, telling=known.telling, value_at=value_at, parted=parted)


def _known(printed: str) -> _Known | None:
    labels = _vocabulary().labels
    if len(printed.split()) > _MOST_WORDS or _BOX.search(printed):
        return None
    if found := labels.get(folded(printed)):
        return found
    bare = _BRACKETED.sub("", printed)
    if bare != printed and (found := labels.get(folded(bare))):
        return found
    return _compound(bare, labels)


def _may_be_known(text: str) -> bool:
    """Whether a label may begin with the first word of ``text``: most lines are told by it alone to be none."""
    first = next((word for word in _first_words(text) if word not in _NOISE), "")
    return first in _vocabulary().first_words


def _first_words(text: str) -> Iterator[str]:
    found = itertools.islice(_WORD.finditer(text[:_FIRST_WORDS].casefold()), 3)
    return (_singular(match[0]) for match in found)


def _compound(printed: str, known: Mapping[str, _Known]) -> _Known | None:
    """Of labels that are printed as one ("Exempt / Confidential report", "Author and presenter"), the first."""
    parts = [known.get(part.strip()) for part in re.split(r" / | and ", folded(printed))]
    first = parts[0]
    return first if first and len(parts) > 1 and all(parts) else None


def folded(printed: str) -> str:
    """The words of a label, lower case and singular, without articles, brackets and stops; "/" stays a word."""
    words = _WORD.findall(_OPTIONAL_PLURAL.sub("", printed).replace("&", " and ").casefold())
    last = len(words) - 1
    # "Appendix A" is no plain "Appendix": a letter at the end is no article.
    return " ".join(_singular(word) for at, word in enumerate(words) if word not in _NOISE or at == last)


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_UNCOUNTED):
        return word
    if word == "appendices":
        return "appendix"
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vocabulary:
    labels: Mapping[str, _Known]
    first_words: frozenset[str]
    passages: frozenset[FieldKey]


@cache
def _vocabulary() -> _Vocabulary:
    labels: dict[str, _Known] = {}
    passages: set[FieldKey] = set()
    for name, entry in tomllib.loads(VOCABULARY.read_text(encoding="utf-8")).items():
        key = FieldKey(name)
        if entry.get("passage"):
            passages.add(key)
        for telling in (True, False):
            for pattern in entry.get("telling" if telling else "labels", ()):
                for words in spelt_out(pattern):
                    labels.setdefault(folded(words), _Known(key, telling))
    first_words = frozenset(label.partition(" ")[0] for label in labels)
    return _Vocabulary(labels=labels, first_words=first_words, passages=frozenset(passages))


def spelt_out(pattern: str) -> Iterator[str]:
    """Every label that ``pattern`` stands for: "(report|paper) author" for two."""
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)
