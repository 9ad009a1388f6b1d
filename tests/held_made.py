"""A corpus that holds papers made of snippets: stored, linked and compared as a run does, without its processes."""

from __future__ import annotations

from pathlib import Path

from papers_made import made

from corpus.sources import Added, SourceFile
from corpus.store import Corpus
from minuted.aligning import bring_in_line
from minuted.linking import bring_links_in_line

REPORT = """NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 4 March 2024
Report of: Ines Quill, Chief Engineer

Dredging of the Inner Basin

Recommendations

The Committee is asked to:
(1) note the report; and
(2) approve the dredging of the inner basin at a cost of £20,000.

At its meeting on 5 February 2024 the Harbour Committee agreed to close the slipway at Mill Reach.
"""
MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

5. Dredging of the Inner Basin

The Chief Engineer presented the report.

RESOLVED: That
(1) the report be noted; and
(2) the dredging of the inner basin be approved at a cost of £25,000.

6. Harbour Dues

The Committee talked about dues.
"""
EARLIER = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 5 February 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

4. Slipways

RESOLVED: That the slipway at Mill Reach be closed.
"""


def hold(corpus: Corpus, text: str, name: str) -> Added:
    """Make ``text`` what the source of that ``name`` holds now."""
    paper = made(text, name)
    source = SourceFile(f"/papers/{name}", len(text), 1)
    return corpus.add(paper.document, paper.findings, source=source, reader_version="r1", ruleset_version="s1")


def settle(corpus: Corpus) -> None:
    """Link and compare what changed."""
    with corpus.run():
        corpus.link()
        bring_in_line(corpus)
        bring_links_in_line(corpus)


def held(folder: Path, **papers: str) -> Path:
    """The corpus in ``folder``, of ``papers`` by the names of their files without ``.txt``."""
    with Corpus.open(folder, create=True) as corpus:
        for name, text in papers.items():
            hold(corpus, text, f"{name}.txt")
        settle(corpus)
    return folder
