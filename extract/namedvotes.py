"""Who voted how: lists of names under "For (20)" and the like, and votes that somebody asked to have recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.names import POST_NOMINALS
from corpus.particulars import NamedVote
from corpus.vocabulary import VoteWay
from extract.matching import Match

_BETWEEN = re.compile(r",\s*(?:and\s+)?|;\s*|\s+(?:and|&)\s+|\n+|\t+")
_LEAD = re.compile(r"^(?:Councillors|Cllrs\.?|Members|The Members)\s+(?=[A-Z])")
_COUNT = re.compile(r"\s*[–(-]?\s*\(?\d{1,3}\)?\s*$|\.$")
_NAME = re.compile(
    r"(?:(?:The )?(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Alderman|Mayor|Chair\w*"
    r"|Vice|Deputy|Provost|Convener|Leader|County|Hon)\b[. -]{0,2}){0,4}"
    r"(?:[A-Z][.’']?[ ]?){0,3}(?:(?:de|van|von|der|la|le|du|ap|of the) ){0,2}(?:[A-Z][\w'’.-]{0,40}[ ]?){0,4}"
)
_TITLED = re.compile(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Rev|Alderman)\b|[A-Z]\.? ")
_NO_NAME = re.compile(
    r"(?i)\b(?:for|against|abst\w+|voting|motion|amendment|carried|lost|agreed|resolved|none|nil|item|committee|councillors)\b"
)
_LONGEST_LIST = 6000  # characters; a full council of 120 takes half of that
_FEWEST_NAMES = 0.75  # of what stands between the commas


@dataclass(frozen=True, slots=True)
class NamesListed:
    """Names as written, and where the list ends."""

    names: tuple[str, ...]
    end: int


def named_after(text: str, start: int) -> NamesListed:
    """The list of names that begins at ``start``: the rest of the line, or the next lines that hold nothing else."""
    end = _line_end(text, start)
    first = names_of(text[start:end].split("\t")[0])
    if text[start:end].strip() and not first:
        return NamesListed((), start)
    found, at = list(first or ()), end
    if first and text[start:end].rstrip()[-1:] not in ",&":
        return NamesListed(tuple(found), end)
    while at < min(len(text), start + _LONGEST_LIST):
        line_end = _line_end(text, at + 1)
        names = names_of(text[at + 1 : line_end])
        if not names or (len(names) == 1 and not _TITLED.match(names[0])):
            break
        found += names
        at = line_end
    return NamesListed(tuple(found), at if found else start)


def names_of(line: str) -> tuple[str, ...]:
    """The names that ``line`` lists; nothing where it holds something else."""
    said = _LEAD.sub("", _COUNT.sub("", line.strip()))
    parts = [part.strip(" .") for part in _BETWEEN.split(said)]
    parts = [part for part in parts if part and part.lower().strip(".") not in POST_NOMINALS]
    names = [part for part in parts if _NAME.fullmatch(part) and not _NO_NAME.search(part)]
    return tuple(names) if names and len(names) >= _FEWEST_NAMES * len(parts) else ()


def recorded(said: str, match: Match) -> tuple[NamedVote, ...]:
    """The votes that a sentence on a recorded dissent or abstention tells."""
    found = match.rule.regex.match(said) if match.rule.regex else None
    way = _way(said)
    if found is None or way is None:
        return ()
    names = names_of(found["who"])
    if " and " not in found["who"]:
        names = names[-1:]  # "In line with the Constitution, Jo Vane asked"
    return tuple(NamedVote(name, way) for name in names)


def _way(said: str) -> VoteWay | None:
    lowered = said.lower()
    if "abst" in lowered:
        return VoteWay.ABSTAINED
    if "against" in lowered or "dissent" in lowered or "opposition" in lowered:
        return VoteWay.AGAINST
    return VoteWay.FOR if re.search(r"\bvot\w+ (?:for|in favour)\b|\bsupport\b", lowered) else None


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
