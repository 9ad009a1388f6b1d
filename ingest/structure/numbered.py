"""Numbered lines: number and heading of an item, number alone of a paragraph, as the run they stand in tells."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.vocabulary import MEETING_KINDS, PaperKind
from ingest.structure import headings
from ingest.structure.candidates import Candidate
from ingest.structure.headings import LONGEST_HEADING
from ingest.structure.numbering import REFERENCES, PrintedNumber, Scheme
from ingest.structure.profile import Profile
from ingest.structure.sitelabels import without_site
from ingest.structure.standings import Standing
from ingest.structure.units import Unit
from ingest.structure.wording import SMALL_WORDS, is_capitals, is_title_like

_LONGEST_REFERENCED = 14  # words of a heading behind a reference number
_LONGEST_TASK = 45  # words of an agenda's item that says what is to be done


def numbered_candidate(units: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    """What the numbered line at ``position`` is; ``None`` for entries of lists and for figures."""
    unit = units[position]
    standing = profile.standings.of.get(position)
    if unit.number is None or standing not in (Standing.ITEM, Standing.PARAGRAPH):
        return None
    if not unit.title:
        return _alone(units, position, profile)
    own = position in profile.standings.titled
    heading = heading_of(unit, unit.number, profile, own=own)
    if unit.number.scheme is Scheme.BARE and not heading:
        return None
    rest = _rest_of_heading(units, position, heading)
    counted = standing is Standing.ITEM and position not in profile.standings.parts
    depth = unit.number.depth if counted and (own or _is_deep(unit)) else None
    heading = f"{heading} {rest}" if rest else heading
    return Candidate(number=unit.number.text, heading=heading, depth=depth, taken=int(bool(rest)))


def _rest_of_heading(units: Sequence[Unit], position: int, heading: str | None) -> str | None:
    """The next line, where a heading breaks off before it: "PAPERS UNDER SECTION 100D OF THE" tells that more comes."""
    following = units[position + 1] if position + 1 < len(units) else None
    if heading is None or following is None or following.number or following.in_row:
        return None
    breaks_off = heading.rsplit(" ", 1)[-1].lower() in SMALL_WORDS and heading == units[position].title.strip()
    alike = following.is_bold or (is_capitals(heading) and is_capitals(following.text))
    return following.text if breaks_off and alike and len(following.text.split()) <= LONGEST_HEADING else None


def heading_of(unit: Unit, number: PrintedNumber, profile: Profile, *, own: bool) -> str | None:
    """The heading after a printed number, ``None`` for a numbered paragraph without one.

    ``own`` says that the number belongs to a run of titles, where a heading is looked for harder.
    """
    title = headings.without_pages(headings.without_item(unit.title))
    if profile.saved:
        title = without_site(title)
    if profile.columned:
        title = headings.without_columns(title)
    if headings.is_resolution(title):
        return None
    if found := _set_off(unit, number, title, profile):
        return found
    if profile.marked and profile.typeset and number.scheme is Scheme.DECIMAL and number.depth > 1 and not own:
        return _of_run(unit, title, profile)
    found = _told(title, profile) if own else headings.plain(title)
    if found is None and number.scheme in REFERENCES and _is_item_heading(title):
        found = title
    if found is None and own:
        found = headings.item_lead(title) or headings.item_title(title) or _whole(title, profile)
    return found or headings.lead(title)


def _told(title: str, profile: Profile) -> str | None:
    """The heading of an item that its wording tells, parted as the paper parts its headings from what follows."""
    if profile.colons and ":" in title:
        return headings.item_lead(title)
    return headings.task_lead(title) or headings.plain(title)


def _set_off(unit: Unit, number: PrintedNumber, title: str, profile: Profile) -> str | None:
    """A heading that bold type or capitals set off."""
    lead = unit.bold_lead
    if lead and len(lead) > number.end:
        words = lead[number.end :].strip()
        if words and len(words.split()) <= LONGEST_HEADING:
            return words.partition(":")[0] + ":" if profile.colons and ":" in words else headings.cut(words)
    cut = headings.cut(title)
    if (unit.is_bold or is_capitals(cut)) and len(cut.split()) <= LONGEST_HEADING:
        return cut
    return None


def _of_run(unit: Unit, title: str, profile: Profile) -> str | None:
    """The heading of a decimal that stands in plain type among bold ones: one whose whole line is a title."""
    siblings = profile.standings.base == (unit.number.depth if unit.number else 0)
    return title if siblings and is_title_like(title) and profile.kind in MEETING_KINDS else None


def _whole(title: str, profile: Profile) -> str | None:
    """An item's line as its heading: on an agenda what is to be done may be a sentence."""
    words = len(title.split())
    longest = _LONGEST_TASK if profile.kind is PaperKind.AGENDA else _LONGEST_REFERENCED
    return title if words <= longest and not title[:1].islower() else None


def _is_deep(unit: Unit) -> bool:
    return unit.number is not None and unit.number.scheme in (Scheme.DECIMAL, *REFERENCES)


def _alone(units: Sequence[Unit], position: int, profile: Profile) -> Candidate | None:
    """A number on a line of its own: the title stands on the next one."""
    unit = units[position]
    following = units[position + 1] if position + 1 < len(units) else None
    if following is None or following.number or following.in_row or unit.number is None:
        return None
    number, depth = unit.number.text, unit.number.depth
    title = without_site(following.text)
    short = len(title.split()) <= LONGEST_HEADING
    titled = profile.kind in MEETING_KINDS or is_title_like(title) or is_capitals(title)
    if short and titled and not title[:1].islower():
        return Candidate(number=number, heading=title, depth=depth, taken=1)
    return Candidate(number=number, heading=None, depth=depth) if unit.number.scheme is Scheme.DECIMAL else None


def _is_item_heading(title: str) -> bool:
    """Whether the words after a minute's reference are its heading: "PB/21/04 Questions received from the public"."""
    return title[:1].isupper() and len(title.split()) <= _LONGEST_REFERENCED and not title.endswith((".", ";", ":"))
