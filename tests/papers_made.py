"""Papers made of a snippet: the head that its kind of paper has, then the snippet, read and searched like any other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from corpus.document import Document
from corpus.findings import Findings
from extract.pipeline import find
from ingest.structure.build import build_document
from ingest.text import read_text

MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake
In attendance:
Ines Quill (IQ) – Chief Engineer
Piers Wren (PW) – Clerk
Jo Birch (JB) – Harbour Master
Jim Bray (JB) – Treasurer

"""
"""Two of those who attend share their initials."""

REPORT = """NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 4 March 2024
Report of: Ines Quill, Chief Engineer

Dredging of the Inner Basin

"""

ACTION_LOG = """NORTHMERE BOROUGH COUNCIL

Harbour Committee
Action log – 4 March 2024

"""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper made of a snippet, and what is found in it."""

    document: Document
    findings: Findings


def minutes(body: str) -> Made:
    """Minutes of 4 March 2024 with ``body`` below the attendance list."""
    return made(MINUTES + body)


def report(body: str) -> Made:
    """An officer's report to the meeting of 4 March 2024, without fields for recommendations."""
    return made(REPORT + body)


def action_log(*rows: tuple[str, ...]) -> Made:
    """An action log for the meeting of 4 March 2024 with ``rows`` of cells, the first of them its head."""
    return made(ACTION_LOG + "".join("\t".join(row) + "\n" for row in rows))


def made(text: str, name: str = "paper.txt") -> Made:
    """The whole paper ``text`` (markdown where ``name`` ends so)."""
    data = text.encode()
    document = build_document(read_text(data, name), name=name, sha256=hashlib.sha256(data).hexdigest())
    return Made(document, find(document))
