"""What a line of words looks like: a title, a label, a date line, capitals."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.months import MONTHS

SMALL_WORDS = frozenset(
    "a an and as at by cum for from in into le next of on or over sub the to under upon with".split()
)
_LONGEST_TITLE = 14  # words; longer runs are sentences
_SENTENCE_END = re.compile(r"[.;,!?]$")
_ABBREVIATION_END = re.compile(r"\b(?:Ltd|Co|Inc|No|St|Rd|etc|e\.g|i\.e|p\.m|a\.m|[A-Z])\.$")
_LEAD_OF_SENTENCE = re.compile(
    r"^(?:it|there|he|she|they|we|you|this|these|those|that|in|if|when|as|to|following|after|since|please|members were|"
    r"the (?:chair|chairman|clerk|board|committee|council|report|meeting|minutes|leader|director)\b.*\b(?:was|were|"
    r"is|are|"
    r"has|have|had|be|will|would|thanked|reported|advised|noted|agreed|opened|welcomed)\b)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:was|were|has|have|had|been|will|would|shall|should|is|are|noted|agreed|resolved|reported|advised|asked|"
    r"confirmed|explained|thanked|proposed|seconded|received|considered|stated|said|"
    r"provided|outlined|introduced|presented|welcomed|raised|referred|commented|highlighted|questioned|felt|spoke|gave)\b"
)
_TIME_OR_PLACE = re.compile(
    r"\b\d{1,2}[.:]\d\d\b|\b\d{1,2}\s*(?:am|pm|noon)\b|@|www\.|https?:|\bTel\b|£\d", re.IGNORECASE
)
_SALUTATION = re.compile(r"dear\s+[\w/]+(?:\s+\w+){0,3},?$", re.IGNORECASE)
_PAGE_MARK = re.compile(r"^(?:page\s+)?\d+(?:\s+of\s+\d+)?$", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}),? (?:19|20)\d\d", re.IGNORECASE)
_TITLE_CASED_LEAST = 0.5
_FEW_SMALL = 0.1  # share of the letters of a line in capitals that may be small all the same: "McKAY", "No. 4"
_LEAST_LETTERS = 3
_BEGINNING = 80  # characters
_IRISH_OR_FRENCH = re.compile(r"[od]['’](?=[a-z]{2})")  # O'Brien, D'Arcy
_VOWELS = frozenset("aeiouy")
_ACRONYMS = frozenset("ics icb icp lep send uk".split())
"""Those with a vowel, by which they can't be told from words."""
_SHORTENED = frozenset("st mr mrs ms dr cllr cllrs ltd rd nr".split())
"""Words without a vowel that are no acronyms, and are written with one capital."""


def is_capitals(text: str) -> bool:
    """Whether (nearly) all letters of ``text`` are capitals, and there are at least three."""
    # Most paragraphs have more small letters in their beginning than capitals may have among them in all.
    if sum(map(str.islower, text[:_BEGINNING])) > _FEW_SMALL * len(text):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _LEAST_LETTERS and sum(map(str.isupper, text)) >= (1 - _FEW_SMALL) * letters


def is_title_like(text: str) -> bool:
    """Whether ``text`` reads as a title: few words, a capital first, no end of a sentence, no verb of a report."""
    words = text.split()
    if not words or len(words) > _LONGEST_TITLE or (not text[0].isupper() and not text[0].isdigit()):
        return False
    if _SENTENCE_END.search(text) and not _ABBREVIATION_END.search(text):
        return False
    return not _LEAD_OF_SENTENCE.match(text) and not _VERBS.search(text) and not _PAGE_MARK.match(text)


def is_title_cased(text: str) -> bool:
    """Whether most of the longer words of ``text`` begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in SMALL_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) > _TITLE_CASED_LEAST * len(words)


def is_date_line(text: str) -> bool:
    """Whether ``text`` is a date (with its time or place) and little else."""
    if _MONTH.fullmatch(text.strip()):
        return True
    days = list(find_dates(text))
    return bool(days) and len(text) - sum(day.end - day.start for day in days) <= 45 and not _VERBS.search(text)


def is_salutation(text: str) -> bool:
    """Whether ``text`` is the line that a letter opens with: "Dear Member"."""
    return bool(_SALUTATION.match(text))


def has_finite_verb(text: str) -> bool:
    """Whether ``text`` holds a verb as reports and minutes use it: "are", "noted", "will"."""
    return bool(_VERBS.search(text))


def has_time_or_place(text: str) -> bool:
    """Whether ``text`` holds a time, a web or mail address, a telephone number or a sum."""
    return bool(_TIME_OR_PLACE.search(text))


def title_case(text: str) -> str:
    """A heading printed in capitals, as a reader would write it: "OLD BATHS AND MILL" gives "Old Baths and Mill"."""
    if not is_capitals(text):
        return text
    words = re.split(r"([\s/–-]+)", text.lower())
    return "".join(word if index and word in SMALL_WORDS else _capitalised(word) for index, word in enumerate(words))


def _is_acronym(word: str) -> bool:
    """Whether a word in small letters is read letter by letter: it is known to be, or has no vowel: "nhs", "gp"."""
    spelt = word.isalpha() and len(word) > 1 and _VOWELS.isdisjoint(word) and word not in _SHORTENED
    return spelt or word in _ACRONYMS


def _capitalised(word: str) -> str:
    if _is_acronym(word.strip(".,()")):
        return word.upper()
    if prefix := _IRISH_OR_FRENCH.match(word):
        return prefix.group().upper() + word[prefix.end() :].capitalize()
    for at, char in enumerate(word):
        if char.isalpha():
            return word[:at] + char.upper() + word[at + 1 :]
    return word
