"""The words of a heading: where they end when they run into a sentence or a list of papers."""

from __future__ import annotations

import re

from ingest.structure.wording import SMALL_WORDS, is_capitals, is_title_cased, is_title_like

LONGEST_HEADING = 30  # words of a heading that a number or its type sets off
LONGEST_PLAIN = 9  # words of a heading that nothing but its wording tells
_LONGEST_LEAD = 9  # words of a heading that runs into its first sentence
_LONGEST_ITEM_LEAD = 14  # the same where a number of the paper's own run stands before it
_LONGEST_RUN_IN = 160  # characters in which such a heading ends
_LONGEST_STOPPED = 6  # words of a heading that ends with a full stop: "Finance. The clerk ..."
_LEAST_SENTENCE = 6  # words of what follows a heading in capitals, where no stop tells a sentence
_LEAST_CAPITALS = 8  # letters and blanks of a heading in capitals: more than an abbreviation has
_NOT_HEADING = re.compile(
    # what a meeting did, and forms of words that close an item
    r"^(?:resolved\b|recommended\b|(?:proposed|seconded)(?:$|\s*:| by\b| (?:cllr|councillor|mr|mrs|ms)\b)|"
    r"carried|lost|unanimously\b|agreed unanimously|approval$|"
    r"noted\.?$|agreed\.?$|none\b|nil$|yes$|no$|n/a$|no (?:comments?|objections?|declarations?|apologies)\b|"
    r"action(?: by)?s?(?:$|\s*:)|"
    # labels and marks of a paper
    r"date(?:d)?\s*(?:$|[:._…])|time:|venue:|tel|email|signed|chair(?:man|person)?(?:$|,)|the chief executive$|"
    r"public document pack|agenda$|draft$|confirmed$|official(?:[- –]+sensitive)?$|"
    # references, page marks, column heads, captions
    r"\(?item \d|\(?minute \d|page \d|continued|end of|item\s+(?:no|page)|page (?:no|nos)|document$|"
    r"place of inspection$|contact officer$|(?:figure|table|fig\.|chart) \d)",
    re.IGNORECASE,
)
_COLON_LEAD = re.compile(r"^(?P<lead>[^:.]{3,90}?)\s{0,9}(?::(?!\d)|\s[–—-]\s(?=[A-Z]))\s*(?P<rest>\S.*)$", re.DOTALL)
_ITEM_LEAD = re.compile(
    r"^(?P<lead>[^:]{3,140}?)\s{0,9}(?::(?!\d)|\s[–—-]\s(?=[A-Z]|to\b))\s*(?P<rest>\S.*)$", re.DOTALL
)
_TASK = re.compile(r"^(?P<lead>[^:–—]{3,90}?)\s[–—-]\s[Tt]o\s[a-z]")
_SUBJECT = re.compile(r"^(?P<lead>[^:]{3,90}):\s(?:\S{1,40}\s){3}\S")
_STOP_LEAD = re.compile(r"^(?P<lead>[^.:]{3,60})\.\s+(?P<rest>[A-Z].*)$", re.DOTALL)
_SENTENCE_START = re.compile(r"(?:that|to|the|it|this|none|yes|no)\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"(?:it was |the \w+ )?(?:RESOLVED|Resolved|AGREED|RECOMMENDED)\b")
# A sentence that follows a heading without any mark between them: "Declarations of Interest Cllr Hale declared ..."
_RUN_IN = re.compile(
    r"\s(?=(?:The|There|This|It|No|None|An?|Cllrs?|Councillors?|Members|Mr|Mrs|Ms|Dr|Apologies (?:were|had)|Noted)\s"
    r"(?!of\b))"
)
_COLUMNS = re.compile(
    r"\s{1,9}(?:Verbal|Oral|Papers?(?: \w{1,2})?|Enclosures?(?: ?\w{1,2})?|Enc\.? ?\w{0,2}|Attached|To follow|"
    r"Presentation)(?:\s+(?:[A-Z0-9].*)?|$)"
)
_WORD = re.compile(r"[^\W\d_]{3}")
_AGENDA_ITEM = re.compile(r"(?:Agenda )?Item \d{1,3}[a-z]?[.:]?\s+(?=\S)")
_SOMEONE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Members|The (?:Chair|Clerk|Leader))\b", re.IGNORECASE)
_PAGES = re.compile(r"\s{0,9}\((?:Pages?|pp?\.) ?\d{1,4}(?: ?[-–] ?\d{1,4})?\)\s*$")
_SPACED_CAPITALS = re.compile(r"(?:[A-Z] ){3,}[A-Z]")


def never_heads(text: str) -> bool:
    """Whether ``text`` is a form of words that heads nothing: "Carried", "Date:", "Page 3", "Table 1"."""
    return bool(_NOT_HEADING.match(text))


def is_resolution(title: str) -> bool:
    """Whether the words after a number are a resolution: "RESOLVED that the report be noted"."""
    return bool(_RESOLUTION.match(title))


def cut(title: str) -> str:
    """A heading without the sentence that it runs into: "RECOMMENDATION: That Members note" gives "RECOMMENDATION"."""
    match = _COLON_LEAD.match(title)
    if match is None or ":" not in title[: match.end("lead") + 2]:
        return title.strip()
    rest = match["rest"]
    begins_sentence = _SENTENCE_START.match(rest) or not is_title_like(rest[:1].upper() + rest[1:])
    return match["lead"] if begins_sentence else title.strip()


def set_off(title: str) -> str:
    """A heading that its type sets off as a whole, so that no sentence can belong to it, but for one in small letters.

    "Reason five: How options were weighed" stays whole; "FINANCE: the accounts were paid" gives "FINANCE".
    """
    match = _COLON_LEAD.match(title)
    if match and is_capitals(match["lead"]) and not is_capitals(match["rest"]):
        return cut(title)
    return cut(title) if match and _SENTENCE_START.match(match["rest"]) else title.strip()


def without_item(title: str) -> str:
    """``title`` without the number of the agenda that stands behind a minute's own: "Item 3 BUDGET" gives "BUDGET"."""
    return _AGENDA_ITEM.sub("", title)


def lead(title: str) -> str | None:
    """The heading that a paragraph begins with, before a colon or dash, if it does."""
    match = _COLON_LEAD.match(title)
    if match and len(match["lead"].split()) <= _LONGEST_LEAD and is_title_like(match["lead"].strip()):
        return match["lead"].strip() if _is_worded(match["lead"]) else None
    return None


def item_lead(title: str) -> str | None:
    """The heading of an item that is known to be one, where its sentence follows in the same paragraph."""
    if (found := capitals_lead(title)) and len(found) >= _LEAST_CAPITALS:
        return found
    for pattern, longest in ((_ITEM_LEAD, _LONGEST_ITEM_LEAD), (_STOP_LEAD, _LONGEST_STOPPED)):
        if found := _matched_lead(pattern, longest, title):
            return found
    return _run_in(title)


def _run_in(title: str) -> str | None:
    """The heading of an item that its first sentence follows without a mark."""
    for match in _RUN_IN.finditer(title[:_LONGEST_RUN_IN]):
        words = title[: match.start()].strip()
        if words.rsplit(" ", 1)[-1].lower() in SMALL_WORDS:
            continue
        titled = len(words.split()) <= _LONGEST_ITEM_LEAD and _is_item(words) and is_title_cased(words)
        return words if titled else None
    return None


def stopped_lead(title: str) -> str | None:
    """The heading that a paragraph begins with, before a full stop: "Finance. The clerk reported ..." """
    return _matched_lead(_STOP_LEAD, _LONGEST_STOPPED, title)


def subject(title: str) -> str | None:
    """The heading that a paragraph begins with, before a colon: "Car Parks: the gate was mended"."""
    match = _SUBJECT.match(title)
    return match["lead"].strip() if match and is_title_like(match["lead"].strip()) else None


def _matched_lead(pattern: re.Pattern[str], longest: int, title: str) -> str | None:
    match = pattern.match(title)
    lead = match["lead"].strip() if match else ""
    return lead if len(lead.split()) <= longest and _is_item(lead) and _is_worded(lead) else None


def item_title(title: str) -> str | None:
    """An item's whole line as its heading, without a full stop: "To accept apologies for absence." """
    words = title.strip().removesuffix(".")
    if len(words.split()) > _LONGEST_ITEM_LEAD or _SOMEONE.match(words):
        return None
    return words if _is_item(words) else None


def task_lead(title: str) -> str | None:
    """The subject of an item whose line goes on with what is to be done: "Trees – to receive an update"."""
    match = _TASK.match(title)
    return match["lead"].strip() if match and _is_item(match["lead"].strip()) else None


def _is_item(words: str) -> bool:
    """Whether ``words`` can head an item: a title, or what the meeting is there to do: "To receive the accounts"."""
    return is_title_like(words[3:4].upper() + words[4:] if words.startswith(("To ", "TO ")) else words)


def _is_worded(lead: str) -> bool:
    """Whether a lead holds a word, and is no bare reference: "24/00108 - Revenue budget" has none."""
    return bool(_WORD.search(lead))


def capitals_lead(title: str) -> str | None:
    """The words in capitals that ``title`` begins with, where small letters follow: "BUDGET The board heard"."""
    taken: list[str] = []
    for word in title.split()[:LONGEST_HEADING]:
        if any(char.islower() for char in word):
            break
        taken.append(word)
    while taken and len(taken[-1]) == 1:
        taken.pop()
    found = " ".join(taken)
    rest = len(title.split()) - len(taken)
    return found if is_capitals(found) and (rest >= _LEAST_SENTENCE or (rest and title.endswith("."))) else None


def plain(title: str) -> str | None:
    """``title`` as a heading that only its wording tells, ``None`` where it is a sentence."""
    if is_title_like(title) and (is_title_cased(title) or len(title.split()) <= LONGEST_PLAIN):
        return title
    if title.endswith(".") and len(title.split()) <= 5 and is_title_like(title.rstrip(".")):
        return title.rstrip(".")
    if title.endswith(":") and len(title.split()) <= LONGEST_PLAIN:
        return title
    return None


def without_columns(title: str) -> str:
    """An agenda's item without the other columns of its row: "Budget Paper Ann Hale 10.30" gives "Budget"."""
    match = _COLUMNS.search(title)
    return title[: match.start()] if match else title


def without_pages(title: str) -> str:
    """An agenda's item without the pages of its paper: "Budget (Pages 3 - 10)" gives "Budget"."""
    return _PAGES.sub("", title)


def closed_up(heading: str) -> str:
    """A heading that is printed with blanks between its letters, as a word: "A N N E X" gives "ANNEX"."""
    return heading.replace(" ", "") if _SPACED_CAPITALS.fullmatch(heading) else heading
