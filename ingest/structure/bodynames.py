"""Names of bodies that meet, as the lines of a title block give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.bodies import MEETING_WORDS
from corpus.dates import find_dates
from corpus.months import MONTHS, WEEKDAYS
from ingest.structure.sitepages import labelled_body
from ingest.structure.units import Unit
from ingest.structure.wording import SMALL_WORDS, is_capitals, title_case

_ENDS = (*MEETING_WORDS, "Committees", "Committees in Common", "Governing Bodies", "Boards")
_BODY_END = "|".join(re.escape(word) for word in sorted(_ENDS, key=len, reverse=True))
_ENDS_AS_BODY = re.compile(rf"\b(?:{_BODY_END})(?:\s*\(?(?:in public|in common|part \w{{1,4}})\)?)?$", re.IGNORECASE)
_LAST_BODY_WORD = re.compile(rf"\b(?:{_BODY_END})\b", re.IGNORECASE)
_SITTING_OF = re.compile(
    r"\b(?:meetings?|minutes|agenda|notes|summons|hearing|proceedings|members|gyfarfod|cyfarfod|cofnodion)\s+"
    r"(?:and [\w ]{1,30} )?(?:of|for|o)\s+",
    re.IGNORECASE,
)
_SUMMONED_TO = re.compile(r"\b(?:summoned to|attend|invited to)\s+(?=(?:a|an|the)\b)", re.IGNORECASE)
_OWN_SITTING = re.compile(
    r"\s*[-–—:,]*\s*(?:(?:annual|ordinary|general|public|monthly|extraordinary|full|special|virtual|remote|formal|"
    r"planning|draft|unconfirmed|confirmed|approved)\s+)*"
    r"(?:meetings?|minutes|agenda|a\.?g\.?m\b\.?|annual general|held (?:their|its)|met\b)",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:a|an|the|our|all|y|o|of|public|annual|ordinary|special|extraordinary|formal|private|virtual|remote|"
    r"monthly|full|draft|confirmed|unconfirmed|approved|meeting|minutes|notes|agenda|members of|in public|part \d)"
    r"\s+)+",
    re.IGNORECASE,
)
_OF_OTHER_MINUTES = re.compile(r"^(?:to )?(?:receive|consider|approve|confirm|note|sign|agree)\b", re.IGNORECASE)
# "Planning Committee - Thursday, 2nd July, 2020 6.00 pm", and what a site adds to it.
_DAY = rf"\b(?:{'|'.join(WEEKDAYS)})\b,?"
_BEFORE_DAY = re.compile(rf"(?P<body>[^:–—]{{3,120}}?)\s+[-–—]\s+{_DAY}\s+\d", re.IGNORECASE)
_WEEKDAY = re.compile(_DAY, re.IGNORECASE)
_NHS_LINE = re.compile(r"^(?:NHS\b.*|.*\bNHS (?:Foundation )?Trust|.*\bClinical Commissioning Groups?|"
                       r".*\b(?:University )?Health Board|.*\bIntegrated Care Board|.*\bCCGs?|.*\bICB)$",
                       re.IGNORECASE)  # fmt: skip
_WELSH_COUNCIL = re.compile(r"\b(?:C|G|Ch)yngor (?:Cymuned|Tref|Sir|Bwrdeistref|Dinas)\b.*$", re.IGNORECASE)
_WELSH_MUTATED = re.compile(r"^(?:Gyngor|Chyngor)\b", re.IGNORECASE)
_NOT_BODY = re.compile(
    r"\b(?:above|minutes|meetings?|held|agenda|report|apologies|present|chair|public document|notice|welcome|welcomed|"
    r"chief|director|officers?|manager|accountable|leader|mayor|committee room|council (?:chamber|offices?|house|tax)|"
    r"attend|councillors?|cllrs?|review|update|monitoring|last|previous|next|tel|logo|website|clerk|dear|future|"
    r"membership|said|summoned|item|appointment|election|proposed|decision|page)\b",
    re.IGNORECASE,
)
_ANY_BODY = re.compile(r"board|committee|sub-?committee|panel|group|authority|governing body|forum", re.IGNORECASE)
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_COUNCIL_AND_BODY = re.compile(
    r"^(?P<council>.*\w (?:county|city|borough|district|town|parish|community|metropolitan) council|"
    r".*\w council(?=['’]s))(?:['’]s)?\s*[-–—:,]?\s+"
    rf"(?P<body>(?!of\b|and\b|\().*\b(?:{_BODY_END}))$",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:\bat\s+)?\b\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\b\.?|noon\b)|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"\s*(?:[-–—|,:]|\b(?:held on|on|at|dated))\s*$", re.IGNORECASE)
_LONGEST_BODY = 18  # words: committees of several commissioners that meet in common name them all
# Characters of a paragraph in which a body is looked for: what follows in a longer one is no title.
_LONGEST_LINE = 600
_LEAST_LETTERS = 3


def bodies_named(unit: Unit) -> tuple[str, ...]:
    """Bodies that meet, as a line of a title block names them, in title case."""
    text = (unit.title if unit.number else unit.text)[:_LONGEST_LINE]
    found = [part for line in text.split("\n") for each in _named(" ".join(line.split())) for part in _parted(each)]
    return tuple(dict.fromkeys(title_case(_WELSH_MUTATED.sub("Cyngor", body)) for body in found))


def body_at(text: str) -> str | None:
    """The body whose name ``text`` begins with, in title case; a word that any body is called by is none."""
    body = _leading_name(text)
    return None if body is None or _ANY_BODY.fullmatch(body) else title_case(body)


def _named(line: str) -> Iterator[str]:
    """The body before its meeting and that of a meeting, else the line itself, where it is a body and no more."""
    if _OF_OTHER_MINUTES.match(line):
        return
    set_off = _BEFORE_DAY.match(line)
    if set_off:
        line = set_off["body"]
    line = _without_dates(line)
    line = labelled_body(line) or line
    found = False
    own = _OWN_SITTING.search(line)
    if own and (body := _trailing_name(line[: own.start()])):
        found = True
        yield body
    for pattern in (_SITTING_OF, _SUMMONED_TO):
        bodies = (_leading_name(line[match.end() :]) for match in pattern.finditer(line))
        if body := next(filter(None, bodies), None):
            found = True
            yield body
    if found:
        return
    whole = _cleaned(line)
    if len(whole.split()) > _LONGEST_BODY or _NOT_BODY.search(whole) or not _is_name(whole):
        return
    if set_off or _ENDS_AS_BODY.search(whole) or _NHS_LINE.match(whole) or _WELSH_COUNCIL.fullmatch(whole):
        yield whole


def _leading_name(text: str) -> str | None:
    """The name of a body that ``text`` begins with: capitalised words up to the last that bodies are called by."""
    text = _cleaned(text)
    words: list[str] = []
    following = text.split(" ")[1:2]
    for word in text.split(" ")[: _LONGEST_BODY + 1]:
        # "the meeting of the village Hall Committee": one who writes so means a name all the same.
        plain = not words and word.isalpha() and "".join(following)[:1].isupper()
        if not plain and not _may_stand_in_name(word, first=not words):
            break
        words.append(word)
        if word.endswith((",", ".", ";", ":")) and not word.endswith("St."):
            break
    return _up_to_body_word(" ".join(words))


def _trailing_name(text: str) -> str | None:
    """The name of a body that ``text`` ends with."""
    words = text.strip(" -–—,:").split(" ")
    start = len(words)
    while start and _may_stand_in_name(words[start - 1], first=False) and len(words) - start < _LONGEST_BODY:
        start -= 1
    while start < len(words) and words[start] in SMALL_WORDS:
        start += 1
    return _up_to_body_word(_cleaned(" ".join(words[start:])))


def _up_to_body_word(text: str) -> str | None:
    ends = [match.end() for match in _LAST_BODY_WORD.finditer(text)]
    if not ends:
        return text if _NHS_LINE.match(text) or _WELSH_COUNCIL.fullmatch(text) else None
    body = text[: ends[-1]].strip(" -–—,:")
    first, _, rest = body.partition(" ")
    return body if not _NOT_BODY.search(body) and _is_name(body if first[:1].isupper() else rest) else None


def _may_stand_in_name(word: str, *, first: bool) -> bool:
    bare = word.strip("(),.;:'’‘\"")
    if not bare:
        return not first
    if bare.lower() in _CALENDAR:
        return False
    if bare in SMALL_WORDS or bare in ("&", "a", "-", "–"):
        return not first
    return bare[0].isupper()


def _is_name(text: str) -> bool:
    """Whether every word of ``text`` may stand in a name: "The Council considered" is none."""
    words = text.split()
    if not words or sum(char.isalpha() for char in text) < _LEAST_LETTERS or text.count("(") != text.count(")"):
        return False
    return is_capitals(text) or all(_may_stand_in_name(word, first=not at) for at, word in enumerate(words))


def _cleaned(text: str) -> str:
    return _BEFORE_NAME.sub("", text.strip(" -–—,:.|")).strip(" -–—,:.|")


def _parted(body: str) -> tuple[str, ...]:
    """A council and its committee, where one line names both: "Northmere Borough Council Cabinet"."""
    match = _COUNCIL_AND_BODY.match(body)
    return (match["council"], match["body"]) if match else (body,)


def _without_dates(text: str) -> str:
    for day in reversed(list(find_dates(text))):
        text = text[: day.start] + text[day.end :]
    text = _TIME.sub("", text)
    text = " ".join(_WEEKDAY.sub("", text).split())
    while (shorter := _LEFT_BEHIND.sub("", text)) != text:
        text = shorter
    return text
