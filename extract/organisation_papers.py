"""Where a text names the bodies that its papers and meetings are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.bodies import fold_organisation
from corpus.document import Document
from corpus.findings import RuleId
from corpus.spans import Span
from extract.organisation_naming import BodyNaming
from extract.organisation_words import ALONE, holds_body_word

_PAPER_BODY = RuleId("organisations.paper-body")
_LONGEST_BODY = 14  # words; a longer one is a line that was taken for a body


def paper_body_namings(document: Document) -> Iterator[BodyNaming]:
    """Where the text names the bodies of its papers and meetings, in whatever case."""
    for name in _paper_bodies(document):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        flags = re.IGNORECASE if " " in name else 0
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", document.text, flags):
            yield BodyNaming(span=Span(match.start(), match.end()), name=name, rule=_PAPER_BODY)


def _paper_bodies(document: Document) -> Iterator[str]:
    """The bodies and publishers that the document's papers and meetings name, each once."""
    named = [name for paper in document.papers for name in (paper.body, paper.organisation)]
    named += [name for meeting in document.meetings for name in (meeting.body, meeting.organisation)]
    seen: set[str] = set()
    for name in filter(None, named):
        key = fold_organisation(name)
        if key not in seen and _is_plausible(name):
            seen.add(key)
            yield name


def _is_plausible(name: str) -> bool:
    words = name.split()
    several = words[-1] in words[:-2]  # two bodies of a sort, named one after the other
    named = holds_body_word(name) and (len(words) > 1 or name.lower() in ALONE)
    return named and not several and len(words) <= _LONGEST_BODY
