"""The rulebook: rules as data, each with examples that it must match and counterexamples that it must not.

A rule stands in a TOML file under ``extract/rules``. Its ``pattern`` is a list of spaCy token patterns; where tokens
can't reach (inside a word, over punctuation), ``regex`` is a regular expression instead.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from corpus import gazetteer
from corpus.findings import RuleId

_OFFICE = (
    r"(?>(?:the |an? |any |its |our |both |two |all )?[\w’'()&/-]{1,40}"
    r"(?:(?:,? (?:and|&|or)(?: the)? |,? of (?:the )?|, the |, (?=[A-Z])|(?<=Director): | (?:for|with) (?=[A-Z])| )"
    r"(?!(?:to|in|for|following|after|subject|prior|having|who|which|that|on|with|as|under|where|by|be|is|are|was|were|"
    r"should|will|authority|authori[sz]ed|delegated|and|or|of|the)\b)[\w’'()&/-]{1,40}){0,30})"
)
_PLACEHOLDERS = {
    "<OWNERS>": r"(?>(?:<OWNER>)(?:(?:, ?| ?& ?| ?/ ?| and |, and )(?:<OWNER>)){0,5})",
    "<OWNER>": r"(?>(?:<HOLDER>)|(?:<TITLED>)|[A-Z]{1,2}[A-Za-z]?[A-Z][a-z]?(?![\w’'-])|<CAPITALS>)",
    "<HOLDER>": r"(?:(?:(?:[Tt]he|[Oo]ur) )?"
    r"(?:(?:(?!(?:The|Agreed|Resolved|Noted)\b)[A-Z][\w’'&-]{1,30}|[Vv]ice|[Dd]eputy|[Aa]ssistant)[ -]){0,4}?"
    r"(?:Clerk(?:/RFO)?|RFO|Chair(?:man|woman|person)?|Leader|Secretary|Treasurer|Officer|Director|Manager|Lead|"
    r"Head(?= of)|Nurse|Chief Executive|Solicitor|Surveyor|Warden|Convener|Provost|Mayor)(?![\w/’'-])"
    r"(?: (?:of|for) (?:the )?[A-Z][\w&’'-]{1,30}(?:(?:,| and| &)? [A-Z][\w&’'-]{1,30}){0,4})?|"
    r"(?:(?:[Tt]he|[Oo]ur) (?:deputy |assistant |vice[- ])?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer))\b)"
    r"(?: \([^()\n]{2,30}\))?",
    "<TITLED>": r"(?:(?:County|District|Borough|City|Town|Parish|Ward|Community) )?"
    r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr|Prof|Revd?|Ald)\b\.?|"
    r"(?:Councillors?|Miss|Professor|PCSO|Sgt|Sir|Dame|Lord|Lady|Alderman)\b) <CAPITALS>",
    "<CAPITALS>": r"(?:[A-Z]\.? ?){0,3}[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}",
    "<DOES>": r"(?!(?:<WORDS verbs_of_no_doing>)\b)[a-z]{2,20}(?:-[a-z]{2,12})?",
    "<MEMBER>": r"\b(?:[Tt]he (?:(?:Deputy|Vice|Lord)[ -])?(?:Chair(?:man|woman|person)?|Leader|Mayor|Convener|Provost|"
    r"President)\b(?: of the (?:Council|Opposition|Committee|Board|Panel)\b)?(?! [A-Z])|<NAME>)",
    "<GLOSS>": r"(?: \([^()\n]{1,60}\)|,(?: (?:(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|Councillor)\b)[A-Z][\w'’&-]{0,40}"
    r"|and|for|of|the|&),?){1,16}|,? (?:OBE|MBE|CBE|JP|DL|QPM|BEM)\b,?)?",
    "<LISTED>": r"(?:[ ]?[:–-]?[ ]?\(?<NUMBER>\)?[ ]?[:–-]?[ ]?|[ ]?[:–-][ ]?)(?=(?-i:Councillors?|Cllrs?|Mr|Mrs|Ms"
    r"|Miss|Sir|Dr|The Mayor|[A-Z][\w'’-]{1,30},)|$|\t)|[ ]?(?=$|\t)",
    "<NUMBER>": r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|none|no|nil|zero)",
    "<VOTERS>": r"(?:\s{1,2}(?:members?|councillors?|cllrs?|votes?|were|was|being|voted|voting|cast|people|of|the"
    r"|those|present|in)\b){0,5}?",
    "<BALLOTED>": r"(?: (?:of )?the (?:motion|amendment|proposal|recommendations?|application|resolution))?",
    "<DECIDERS>": r"(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]ouncillors|[Cc]llrs|[Mm]embers|[Pp]anel|[Cc]abinet|[Bb]ody|"
    r"[Tt]rustees|[Gg]overnors|[Dd]irectors|[Gg]roup|[Mm]eeting|[Ff]orum|[Ee]xecutive|[Aa]uthority|[Pp]artnership|"
    r"[Cc]ommission|[Aa]ssembly)",
    "<DULY>": r"(?:,? \b(?:then|also|all|both|each|unanimously|formally|therefore|further(?:more)?|subsequently|duly|"
    r"hereby|accordingly|again|finally|generally|noted|proposed|and|present)\b,?){0,4}",
    "<NAME>": r"(?>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllrs?|Councillors?|Sir|Dame|Lord|Lady|Baroness|Rev|County)\b"
    r"\.? ){0,6}(?:[A-Z](?:\. ?| )){0,3}[A-Z][\w'’-]{1,60}"
    r"(?: (?!(?:Second(?:ed|er)|Propose[dr]|Moved|That|Resolved|RESOLVED|Carried|Agreed|AGREED)\b)"
    r"[A-Z][\w'’-]{1,60}){0,2})",
    "<INITIALS>": r"[A-Z]{1,2}[A-Za-z]?[A-Z][a-z]?",
    "<BOARD>": r"(?:(?:[Tt]he )?"
    r"(?:(?:(?!That\b|It\b)[A-Z][\w'’&./-]{0,40},? (?:(?:and|of|for|the|on|&|to) ){0,2}){0,9}?"
    r"(?:Board|(?:Sub-?|Sub-? )?[Cc]ommittee|Council|Cabinet|Panel|Members?|Exec|Executive|Group|Forum|"
    r"Governing Body|Governors|Partnership|Trustees|Councillors|Authority|Commission|Alliance|Collaborative|Assembly|"
    r"Trust|Leader|Mayor|Commissioner|Directors?|Meeting|Holder|IJB|ICB|ICP|HWBB?|CCG|J?H?OSC|PCCC|CPP)|"
    r"members|board|committee|council|governors|trustees)"
    r"(?:,? (?:of|for) (?:the )?[A-Z][\w'’&]{1,40}(?:(?:,|,? and| &)? [A-Z][\w'’&]{1,40}){0,7})?)",
    "<DECIDER>": r"(?:(?:[Tt]he |[Aa]ll |[Bb]oth )?(?:(?:two|three|four|five|six|seven|eight|nine|ten) )?"
    r"(?:(?:(?!(?:It|At|In|On|By|That|Since|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b)[A-Z][\w'’&./-]{0,40}(?:, (?=[A-Z])| )(?:(?:and|of|for|the|&) ){0,2}){0,9}?"
    r"(?:Boards?|(?:Sub-?)?[Cc]ommittees?|Councils?|Cabinet|Panels?|Groups?|Forum|Governing Bod(?:y|ies)|Alliance|"
    r"Partnerships?|Trusts?|CCGs?|Government|Providers?|Commissioners?|Executive|Exec|Members|Leaders?|Authorit(?:y|ies)|"
    r"Fund|ICS|ICB|IJB|Parliament|Ministers?|Assembly|Councillors)|"
    r"organisations|partners|councillors|(?:previous |last )meeting|charity|board|council|trustees|governors)\b"
    r"(?! [A-Z]))",
    "<ROLE>": r"(?>(?:[Tt]he )?(?:(?:Deputy|Parish|Town|Community|Assistant|Vice[- ]) ?)?(?:Clerk|"
    r"Chair(?:man|woman|person)?|Leader|Chief (?:Executive|Officer|Nurse|Finance Officer)|(?:[A-Z][\w&]{1,60} ){0,4}?"
    r"(?:Officer|Director|Manager|Lead|Secretary|Treasurer|Head(?= of [A-Z]))"
    r"(?: of [A-Z][\w&]{1,60}(?:(?:,| and| &)? [A-Z][\w&]{1,60}){0,4})?))",
    "<OFFICE>": _OFFICE,
    "<CONSULTING>": r"(?:,? ?\(?(?:in|after|following|subject to|and) (?:prior |full |due |further )?"
    rf"(?:consultation|conjunction|liaison) with (?P<consulting>{_OFFICE}),?)?",
}
"""What ``<NAME>`` and the like stand for in regular expressions; bounded, so that no long word or list can blow up, and
atomic where what follows a name can't tell where it ends: a name of a board goes on until it is asked. One may stand in
another that stands before it.

``<OWNER>`` is who may be to act: the holder of a role, somebody titled, initials, or any capitalised words (whether
they are a person's is for who uses the rule to judge); ``<DOES>`` is a verb, but for those that tell of no doing."""
_WORDS = re.compile(r"<WORDS (\w+)>")
_CODE_VERSION = "3"  # goes up when a component reads the same rules in another way


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: ``label`` says what a match means to the component that uses it, ``value`` what it stands for.

    ``cues`` are words or phrases in lower case, one of which every match holds; none where no such words are known.
    """

    id: RuleId
    label: str
    value: str | None
    pattern: tuple[Mapping[str, Any], ...]
    regex: re.Pattern[str] | None
    cues: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def rules(book: str) -> tuple[Rule, ...]:
    """The rules of ``extract/rules/<book>.toml``, in the order in which they stand there."""
    table = tomllib.loads(_read(f"{book}.toml"))
    return tuple(_rule(book, entry) for entry in table["rule"])


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The lines of ``extract/rules/<name>.txt`` without comments and blank lines."""
    lines = (line.strip() for line in _read(f"{name}.txt").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def books() -> tuple[str, ...]:
    """The names of all rule files."""
    folder = resources.files("extract") / "rules"
    return tuple(sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def ruleset_version() -> str:
    """A short digest of the rules, how they are read, and the gazetteer: findings of one version are comparable."""
    digest = hashlib.sha256(f"{_CODE_VERSION} {gazetteer.digest()}".encode())
    folder = resources.files("extract") / "rules"
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith((".toml", ".txt")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()[:12]


def _read(name: str) -> str:
    return (resources.files("extract") / "rules" / name).read_text(encoding="utf-8")


def _rule(book: str, entry: Mapping[str, Any]) -> Rule:
    pattern: Sequence[Mapping[str, Any]] = entry.get("pattern", ())
    regex = entry.get("regex")
    if bool(pattern) == bool(regex):
        raise ValueError(f"rule {entry['id']!r} of {book}.toml needs a pattern or a regex, and not both")
    return Rule(
        id=RuleId(f"{book}.{entry['id']}"),
        label=entry.get("label", book),
        value=entry.get("value"),
        pattern=tuple(pattern),
        regex=re.compile(_filled(regex)) if regex else None,
        cues=tuple(entry.get("cues", ())),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry.get("counterexamples", ())),
    )


def _filled(regex: str) -> str:
    for placeholder, expression in _PLACEHOLDERS.items():
        regex = regex.replace(placeholder, f"(?:{expression})")
    return _WORDS.sub(lambda match: "|".join(map(re.escape, word_list(match[1]))), regex)
