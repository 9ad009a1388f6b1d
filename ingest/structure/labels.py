"""Labels of front sheets and forms: how "REPORT TO:", "Subject" or "Decision number" are printed."""

from __future__ import annotations

import re

_LABELS = (
    r"(?:report )?to|report (?:to|of|by|author(?:\(?s\)?)?|title|number|no\.?)|reporting officers?|from|by|"
    r"authors?(?:\(s\))?|date(?: of (?:report|meeting|issue|decision|publication))?|meeting(?: date)?|"
    r"subject(?: matter)?(?: ?/ ?title(?: of decision)?)?|title(?: of (?:report|paper|decision))?|paper title|"
    r"portfolio(?: holder)?|wards?(?:\(s\)|s)?(?: affected)?|purpose(?: of (?:the )?(?:report|paper))?|"
    r"(?:lead |contact |responsible |relevant |author(?:ing)? )?(?:officer|director|member|executive|"
    r"sponsor)s?(?:\(s\))?|"
    r"contacts?(?: (?:details|officer|name))?|executive (?:lead|sponsor|summary)|presented by|prepared by|sponsored by|"
    r"cabinet (?:member|portfolio)|key decision\??|is (?:this )?(?:it )?a key decision\??|classification|"
    r"agenda item(?: no\.?| number)?|item(?: no\.?| number)?|paper(?: no\.?| number| ref(?:erence)?)?|version|"
    r"target audience|document status(?: ?\(draft/final\))?|description|status|past pathway(?: of (?:report|paper))?|"
    r"future pathway(?: of (?:report|paper))?|electoral divisions?(?: affected)?|divisions? affected|"
    r"recommendations?(?:\(s\))?|summary|forward plan(?: (?:ref(?:erence)?|item|no\.?|number))?|"
    r"exempt(?: information)?|"
    r"decision (?:number|no\.?|ref(?:erence)?|maker|taker|status)|decision (?:to be )?taken by|decision made by|"
    r"reference(?: number)?|ref(?: no)?\.?|subject to call[- ]?in\??|effective (?:date|from)|call[- ]in (?:deadline|"
    r"expires)|"
    r"date of publication|publication date|reviewed by|approved by|background papers|reasons? for urgency|"
    r"author and job title|accountable (?:director|officer)|clinical lead|action required|assurance level"
)
LABEL = re.compile(rf"(?P<label>{_LABELS})\s*(?::|$)", re.IGNORECASE)
_TELLING = re.compile(
    r"^(?:report to|to|subject|title|report title|paper title|reporting officers?|report (?:of|by|author)|authors?|"
    r"from|by|"
    r"decision (?:number|no|maker|taken by|to be taken by)|presented by|purpose)", re.IGNORECASE,
)  # fmt: skip


def label_of(text: str) -> str | None:
    """The front-sheet label that ``text`` is, or begins with before a colon; its colon left out."""
    match = LABEL.match(text.strip())
    return match["label"] if match else None


def tells_a_report(label: str) -> bool:
    """Whether ``label`` stands on the front sheets of reports and forms and seldom elsewhere."""
    return bool(_TELLING.match(label))
