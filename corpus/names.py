"""How UK papers write people's names: honorifics, titles, post-nominals, initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

TITLES = {
    "cllr": "Councillor",
    "cllrs": "Councillor",
    "clr": "Councillor",
    "cll": "Councillor",
    "coun": "Councillor",
    "councillor": "Councillor",
    "councillors": "Councillor",
    "cynghorydd": "Councillor",
    "cyng": "Councillor",
    "cynghorwyr": "Councillor",
    "dr": "Dr",
    "drs": "Dr",
    "prof": "Professor",
    "professor": "Professor",
    "sir": "Sir",
    "dame": "Dame",
    "lord": "Lord",
    "lady": "Lady",
    "baroness": "Baroness",
    "baron": "Baron",
    "rev": "Reverend",
    "revd": "Reverend",
    "reverend": "Reverend",
    "canon": "Canon",
    "ald": "Alderman",
    "alderman": "Alderman",
    "supt": "Superintendent",
    "superintendent": "Superintendent",
    "inspector": "Inspector",
    "insp": "Inspector",
    "sgt": "Sergeant",
    "sergeant": "Sergeant",
    "pc": "Police Constable",
    "pcso": "Police Community Support Officer",
    "cso": "Police Community Support Officer",
    "major": "Major",
    "colonel": "Colonel",
    "captain": "Captain",
    "bailie": "Bailie",
    "provost": "Provost",
}
"""Titles that say more than Mr or Mrs, by the lower-case form without a full stop."""

RANKS = frozenset(
    "lord lady baron canon inspector pc pcso cso major colonel captain bailie provost judge justice minister commander"
    " wpc dci brigadier".split()
)
"""Ranks and offices that are titles before a name, and are also said without one or in the names of places."""

PLURAL_TITLES = {
    "councillors": "Councillor",
    "cllrs": "Councillor",
    "cynghorwyr": "Councillor",
    "drs": "Dr",
    "doctors": "Dr",
    "professors": "Professor",
    "profs": "Professor",
    "aldermen": "Alderman",
    "messrs": None,
    "mesdames": None,
    "misses": None,
}
"""What stands before several names, and the title of each of them (``None`` for Messrs)."""

HONORIFICS = {"mr", "mrs", "ms", "miss", "mx", "messrs", "mesdames"}
"""Forms of address, dropped from a name and not kept as its title."""

NOT_SURNAMES = frozenset(
    "members officers councillors governors directors authorities providers commissioners services residents others"
    " representatives observers apologies minutes agenda items present attendance board committee cabinet council panel"
    " forum partnership meeting report reports update chairman clerk director officer manager executive team care"
    " health"
    " england public press health strategy plan review finance governance performance interests business absence"
    " declarations matters correspondence planning highways recommendations accounts introductions welcome summary"
    " authority borough county trust university college hospital hospitals district ward survey project"
    " programme".split()
)
"""Words that no UK surname is, seen last in a capitalised phrase."""

POST_NOMINALS = {
    "obe", "mbe", "cbe", "kbe", "dbe", "bem", "mp", "ms", "msp", "qc", "kc", "jp", "dl", "frcp", "frcgp", "cpfa",
    "phd", "md", "mep", "qpm", "qfsm", "rn", "am", "edc", "ccc", "cipfa", "frs", "td", "esq", "hon",
}  # fmt: skip
"""Letters after a name."""

ALSO_SURNAMES = frozenset(
    "ward hall church park lane street road north west england wales head mayor clerk press march may room chief"
    " hospital town bishop warden constable sergeant steward chamberlain provost dean nurse".split()
)
"""Words that say no name by themselves, and yet are surnames: in a list of people "J Ward" is a person."""

PLACE_SURNAMES = frozenset("ward lane street road room hospital town".split())
"""Those among ``ALSO_SURNAMES`` that most often are the end of a place's name: "Quayside Ward" heads a group."""

ALSO_GIVEN_NAMES = frozenset("april may june august".split())

_LETTERS = [chr(code) for code in range(0xC0, 0x180)]  # Latin-1 and Latin Extended-A: Welsh, Irish, Polish, Turkish
UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
"""The letters of names, as the inside of a character class."""

WORD = (
    rf"(?:(?:O|D|M)['’](?=[{UPPER}]))?[{UPPER}][{LOWER}]+(?:(?:Mc|Mac)?[{UPPER}][{LOWER}]+)?"
    rf"(?:[-–'’][{UPPER}]?[{LOWER}]+){{0,4}}"
)
"""One word of a name: Yates, O'Meara, McInerney, Wallace-Bonner, Ágnes."""

INITIAL = rf"[{UPPER}]\.?"
TITLE = rf"(?i:{'|'.join(sorted(TITLES | dict.fromkeys(HONORIFICS, ''), key=len, reverse=True))})\b\.?"
PARTICLE = r"(?:van|von|de|der|den|di|da|la|le|du|al|el|bin|ap|ab)"

_BEFORE_TITLE = r"(?i:county|district|borough|town|parish|ward|hon|alternate|vice)"
_TITLE_RUN = re.compile(rf"^(?:(?:the\s+)?(?:{TITLE}|{_BEFORE_TITLE}\s+(?={TITLE}))\s*)+")
_COUNTY_IN_WELSH = re.compile(r"^(Cyng(?:horydd|\.)?) Sir (?=\w)")  # "Cynghorydd Sir", a county councillor: no knight
_POST_NOMINAL = re.compile(r"(?<![,\s])[,\s]+\(?([A-Z][A-Za-z]{1,5})\)?\.?$")
_PARTICLES = rf"(?:{PARTICLE}\s+){{0,2}}"
_FULL_NAME = re.compile(rf"^(?:{INITIAL}\s*){{0,4}}{_PARTICLES}{WORD}(?:\s+{_PARTICLES}(?:{WORD}|{INITIAL}))*$")
_MOST_WORDS = 6
_REMEMBERED = 10_000  # names last read: a paper names the same people again and again

NOT_NAME_WORDS = frozenset(
    "the a an of for and to in on by with all any no not non none nil item items agenda minutes meeting board committee"
    " cabinet council group panel forum trust partnership governing body chair chairman chairwoman chairperson vice"
    " deputy leader mayor clerk officer officers director manager chief executive head lead member members councillor"
    " councillors assistant associate interim acting strategic senior principal general secretary treasurer public"
    " press apologies present attendance absence absent received apology report reports update review plan strategy"
    " service services health care social education finance financial planning county borough city district parish"
    " town community north south east west england wales scotland service nhs part section appendix monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december vacancy vacant resident residents representative representatives observer observers solicitor"
    " councils other others also introduction background purpose recommendation recommendations conclusion summary"
    " annual next date time venue hall room street road lane school hospital surgery centre church park minute"
    " taker medical clinical nursing corporate commercial democratic legal digital workforce operations governance"
    " patient patients story communications engagement quality performance safeguarding".split()
)
"""Words that a person's name does not hold: seeing one, a capitalised phrase is a role, a body, a place or a label."""
_SPACED_INITIALS = re.compile(r"(?<=\b[A-Z])\.\s*(?=[A-Z]\b)|(?<=\b[A-Z])\.(?=\s)")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name taken apart: ``name`` without title and letters after it, ``title`` spelt out (``None`` for Mr)."""

    name: str
    title: str | None
    letters: tuple[str, ...] = ()


@lru_cache(maxsize=_REMEMBERED)
def split_name(written: str) -> WrittenName:
    """Take the titles off the front of ``written`` and the post-nominals off its end."""
    text = " ".join(written.split()).strip(" ,.;:-–•*")
    text = _COUNTY_IN_WELSH.sub(r"\1 ", text)
    title = None
    if run := _TITLE_RUN.match(text):
        words = [word.strip(".").lower() for word in run.group().split()]
        known = [TITLES[word] for word in words if word in TITLES]
        if run.end() < len(text):
            title = known[-1] if known else None
            text = text[run.end() :].strip(" .,")
    letters: list[str] = []
    while (last := _POST_NOMINAL.search(text)) and last[1].lower() in POST_NOMINALS and last.start() > 0:
        letters.insert(0, last[1])
        text = text[: last.start()]
    return WrittenName(text.strip(" ,."), title, tuple(letters))


def is_name(text: str, *, listed: bool = False) -> bool:
    """Whether ``text`` (without title) is shaped like a person's name: capitalised words, initials, particles.

    ``listed`` says that it stands among names: there "Jane Ward" and "June Hall" are people.
    """
    words = text.split()
    if len(words) > _MOST_WORDS or not _FULL_NAME.match(text):
        return False
    if listed and words[-1].lower() in ALSO_SURNAMES:
        words = words[:-1]
    elif words[-1].lower() in NOT_SURNAMES:
        return False
    if listed and words and words[0].lower() in ALSO_GIVEN_NAMES:
        words = words[1:]
    return not any(len(word) > 1 and word.lower() in NOT_NAME_WORDS for word in words[:-1] or words)


def initials_of(name: str) -> str:
    """The initials that a minute taker would use for ``name``: Sarah O'Brien gives SO."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’-]*", name) if word[0].isupper())


@lru_cache(maxsize=_REMEMBERED)
def fold_name(name: str) -> str:
    """One key for all ways of writing the same name: lower case, no stops, plain apostrophes, single blanks."""
    plain = _SPACED_INITIALS.sub(" ", name).replace("’", "'").replace("‘", "'")
    return " ".join(plain.casefold().replace(".", " ").split())


def surname(name: str) -> str:
    """The last word of ``name``, with a particle before it where there is one."""
    words = name.split()
    return words[-1] if words else ""
