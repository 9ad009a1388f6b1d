"""Items that stand on every agenda and are of no matter: they are linked with nothing."""

from __future__ import annotations

import re

from corpus.folding import fold

_LEAD_IN = (
    r"(?:(?:to|for) (?:receive|approve|note|consider|confirm|record|agree|accept|sign)(?:,? (?:and )?\w+)? )?"
    r"(?:any |the |all )*"
)
_TITLES = (
    r"(?:draft |unconfirmed )?minutes?\b(?! (?:silence|taker)).*",
    r".*\bminutes of (?:the )?(?:last|previous)\b.*",
    r"(?:confirmation|approval|acceptance|signing|adoption|agreement) of (?:the )?(?:draft )?minutes\b.*",
    r"(?:welcome|introductions?|opening)\b.{0,60}",
    r"(?:attendance|present|quorum|membership|absence|absent)(?: and .{0,40})?",
    r".{0,20}\bapologies\b.{0,60}",
    r"substitut(?:es?|ions?)\b.{0,40}",
    r".{0,20}\b(?:declarations?|disclosures?|register) of .{0,40}\binterests?\b.*",
    r".{0,20}\bdeclarations? of (?:members'? )?(?:interests?|lobbying|gifts).*",
    r"interests?(?: declared)?|dispensations?\b.*",
    r"(?:any )?other (?:urgent )?(?:business|matters|items).{0,60}|a\.?o\.?b\.?",
    r"(?:any )?urgent (?:business|items?|matters?).{0,60}",
    r"(?:date|dates|time)\b.{0,30}\b(?:next|future|forthcoming) meetings?\b.*",
    r"(?:next|future|forthcoming) meetings?\b.*|date of (?:the )?next\b.*",
    r"closing?\b.{0,40}|close of meeting.*|matters arising\b.*",
    r"(?:public|open) (?:participation|forum|session|question time|questions?|speaking|time)\b.{0,60}",
    r"questions?(?: (?:from|by) .{0,60})?|petitions?(?: .{0,40})?|deputations?(?: .{0,40})?",
    r"(?:chair|chairman|chairwoman|chairperson|mayor|leader|president)(?:'?s)? "
    r"(?:announcements?|communications?|remarks|opening remarks|business|report|update)\b.{0,40}",
    r"announcements?(?: .{0,40})?|correspondence(?: received)?|(?:verbal|oral) (?:updates?|reports?)\b.{0,60}",
    r"(?:notices? of )?motions?(?: for .{0,40})?",
    r"(?:cabinet|portfolio|executive) (?:members?|holders?)'? (?:updates?|reports?)",
    r"reports? (?:by|from|of) (?:the )?(?:leader|chair|chairman|mayor|clerk|councillors|cabinet members?)\b.{0,40}",
    r"(?:schedule of )?(?:accounts|payments|bills|invoices)(?: (?:for|to be) .{0,40})?",
    r"(?:finance|financial) (?:report|matters|update)|correspondence\b.{0,40}|issues from the floor|current issues",
    r"(?:to consider )?items? (?:for|to be) .{0,40}(?:agenda|meeting)\b.{0,30}",
    r"(?:clerk|councillor|secretary|treasurer|chair|police)(?:'?s|s')?(?: report| update)?s?(?: and actions\b.{0,40})?",
    r"reports? (?:of|from) (?:meetings?|committees|representatives)\b.{0,40}|action list\b.{0,30}",
    r".{30,}:",  # a lead-in, not a title
    r"exclusion of .{0,20}\b(?:press|public)\b.*|.{0,20}\b(?:un)?restricted items?\b.{0,40}",
    r"(?:exempt|confidential|private|open|public) items?",
    r"(?:part )(?:i{1,3}|one|two|three|[1-3ab])\b.{0,40}",
    r"items? (?:to be )?(?:dealt with|considered|taken|discussed)\b.*",
    r"agenda|minutes|actions?|action (?:log|list|points)|summary of actions",
    r"review of (?:the )?(?:meeting|actions|action log)\b.*|(?:forward|work) (?:plan|programme)",
)
_STANDING = re.compile(rf"{_LEAD_IN}(?:{'|'.join(_TITLES)})")
_LEAD = re.compile(r"^(?:item |minute )?[\d.()a-z]{0,5}[.):]? +(?=\D)")


def is_standing(title: str) -> bool:
    """Whether ``title`` is that of an item which stands on every agenda: apologies, minutes, any other business."""
    folded = (fold(title) or "").strip(" .:-*")
    return not folded or bool(_STANDING.fullmatch(folded) or _STANDING.fullmatch(_LEAD.sub("", folded)))
