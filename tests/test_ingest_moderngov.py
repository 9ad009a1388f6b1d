"""Pages of council software: meetings, items, issues, decisions; their markup is ModernGov's, their words are ours."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from ingest.html import read_html
from ingest.layout import Reading
from ingest.structure.build import build_document

AROUND = """<!DOCTYPE html><html><head><title>{title} - Fernshire Council</title>
<link rel="canonical" href="https://democracy.fernshire.example/x.aspx?ID=7"></head>
<body class="cookie-bar-visible"><a href="#modgov" class="skip-link">Skip to content</a>
<div id="ccc-cookie-banner">We use cookies. Accept all</div>
<header><ul><li>Home</li><li>Bins</li></ul></header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; Councillors</div>
<div id="modgov" class="mgWrapper">{body}<div class="social-share"><a href="https://x.example">Tweet</a></div></div>
<div id="siteFooter"><p>Fernshire Council, Osney Quay</p></div></body></html>"""

MEETING = """<h1 class="mgMainTitleTxt">Agenda, decisions and minutes</h1>
<h2 class="mgSubTitleTxt">Harbour Panel<br/>Thursday, 4th March, 2031 6.30 pm</h2>
<ul class="mgActionList">
 <li><a href="mgMeetingAttendance.aspx?ID=12">Attendance details</a></li>
 <li><a href="documents/g12/Printed minutes.pdf?T=1">Printed minutes</a> <span class="mgFileSize">PDF 132 KB</span></li>
</ul>
<p><span class="mgLabel">Venue:</span>&nbsp;Osney Town Hall. <a href="mgLocation.aspx">View directions</a></p>
<p><span class="mgLabel">Contact:</span>&nbsp;Ines Quill&nbsp; <a href="mailto:clerk@fernshire.example">Email</a></p>
<h2 class="mgSectionTitle">Items</h2>
<table class="mgItemTable" summary="Table of agenda items">
<tr><th class="mgItemNumberHdr"><p>No.</p></th><th><p>Item</p></th></tr>
<tr><td class="mgItemNumberCell"><a name="AI1"></a><p class="mgAiTitleTxt">1.</p></td>
<td><p class="mgAiTitleTxt">Apologies for absence</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Councillor Wren sent apologies.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">23.</p></td>
<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s3/Dues
 report.pdf" title="Link to document">Harbour duesPDF 500 KB</a></p>
<ul class="mgActionList"><li><a href="ieIssueDetails.aspx?IId=9">View the background to item 23.</a></li></ul>
<div class="mgWordPara"><p>To set the dues.</p></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="documents/s4/App A.pdf">Appendix A</a>, <img alt="pdf icon"/> PDF 1 MB</li></ul>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>RESOLVED: That the dues be set.</p></div>
</td></tr></table><p>The agenda was published on 1 March.</p>"""

DECISION = """<h1 class="mgMainTitleTxt">Decision details</h1>
<h2 class="mgSubTitleTxt">31/00017 - Sale of the tug</h2>
<p><span class="mgLabel">Decision Maker: </span><a href="mgCommitteeDetails.aspx?ID=1">Cabinet</a></p>
<p><span class="mgLabel">Decision status: </span><span class="mgPlanItemInForce">Recommendations approved</span></p>
<p><span class="mgLabel">Is Key decision?: </span>No</p>
<p><span class="mgLabel">Is subject to call in?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Decision:</h3>
<div class="mgWordPara"><div class="WordSection1">
<p>That the tug be sold<sup>2</sup> by the 2<sup>nd</sup> of May.</p></div></div>
<p><span class="mgLabel">Publication date: </span>12/03/2031</p>
<p><span class="mgLabel">Accompanying Documents:</span></p>
<ul class="mgBulletList"><li><a href="documents/s5/Tug.pdf">Report on the tug</a> <span>PDF 233 KB</span></li></ul>"""

ISSUE = """<h1 class="mgMainTitleTxt">Issue details</h1><h2 class="mgSubTitleTxt">Sale of the tug</h2>
<p><span class="mgLabel">Decision type:</span> Key</p>
<p><span class="mgLabel">Decision due:</span> 4 Mar 2031 by Cabinet</p>
<h3 class="mgSectionTitle">Decisions</h3>
<ul class="mgBulletList"><li><a href="ieDecisionDetails.aspx?Id=17">04/03/2031 - Sale of the tug</a></li></ul>"""

ATTENDANCE = """<h1>Attendance details</h1><table class="mgStatsTable"><caption>Attendance</caption>
<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
<tr><td><a href="mgUserInfo.aspx?UID=1">Councillor Ada Finch</a></td><td>Chair</td><td>Present</td></tr></table>"""


def read(body: str, title: str = "Page") -> Reading:
    return read_html(AROUND.format(body=body, title=title).encode(), "x.aspx.html")


def told(body: str) -> list[tuple[int, str]]:
    """Heading level and text of each piece; -1 for rows, cells parted by bars."""
    return [
        (-1, "|".join(piece.cells)) if piece.kind is BlockKind.ROW else (piece.level, piece.text)
        for piece in read(body).pieces
        if piece.text
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            MEETING,
            [
                (1, "Agenda, decisions and minutes"),
                (2, "Harbour Panel"),
                (2, "Thursday, 4th March, 2031 6.30 pm"),
                (0, "• Printed minutes"),
                (-1, "Venue:|Osney Town Hall. View directions"),
                (-1, "Contact:|Ines Quill Email"),
                (2, "Items"),
                (3, "1. Apologies for absence"),
                (0, "Minutes:"),
                (0, "Councillor Wren sent apologies."),
                (3, "23. Harbour dues"),
                (0, "To set the dues."),
                (0, "Additional documents:"),
                (0, "• Appendix A,"),
                (0, "Decision:"),
                (0, "RESOLVED: That the dues be set."),
                (0, "The agenda was published on 1 March."),
            ],
        ),
        (
            DECISION,
            [
                (1, "Decision details"),
                (2, "31/00017 - Sale of the tug"),
                (-1, "Decision Maker:|Cabinet"),
                (-1, "Decision status:|Recommendations approved"),
                (-1, "Is Key decision?:|No"),
                (-1, "Is subject to call in?:|Yes"),
                (3, "Decision:"),
                (0, "That the tug be sold by the 2nd of May."),
                (-1, "Publication date:|12/03/2031"),
                (0, "Accompanying Documents:"),
                (0, "• Report on the tug"),
            ],
        ),
        (
            ISSUE,
            [
                (1, "Issue details"),
                (2, "Sale of the tug"),
                (-1, "Decision type:|Key"),
                (-1, "Decision due:|4 Mar 2031 by Cabinet"),
                (3, "Decisions"),
                (0, "• 04/03/2031 - Sale of the tug"),
            ],
        ),
        (
            ATTENDANCE,
            [
                (1, "Attendance details"),
                (0, "Attendance"),
                (-1, "Attendee|Role|Attendance"),
                (-1, "Councillor Ada Finch|Chair|Present"),
            ],
        ),
    ],
    ids=["meeting", "decision", "issue", "attendance"],
)
def test_pages(body: str, expected: list[tuple[int, str]]) -> None:
    assert told(body) == expected


def test_items_are_sections_and_documents_are_links() -> None:
    document = build_document(read(MEETING), name="x", sha256="0" * 64)
    items = [(one.number, one.heading) for one in document.sections if one.number]
    assert items == [("1", "Apologies for absence"), ("23", "Harbour dues")]
    assert [document.quote(one.span) for one in document.sections if one.number] == [
        "1. Apologies for absence\nMinutes:\nCouncillor Wren sent apologies.",
        "23. Harbour dues\nTo set the dues.\nAdditional documents:\n• Appendix A,\nDecision:\n"
        "RESOLVED: That the dues be set.",
    ]
    base = "https://democracy.fernshire.example/documents"
    links = {document.quote(link.span): link.target for link in document.hyperlinks}
    assert links["Printed minutes"] == f"{base}/g12/Printed%20minutes.pdf?T=1"
    assert links["Harbour dues"] == f"{base}/s3/Dues%20report.pdf"
    assert links["Appendix A"] == f"{base}/s4/App%20A.pdf"


def test_labels_that_follow_each_other_are_one_table() -> None:
    rows = [piece.table for piece in read(DECISION).pieces if piece.kind is BlockKind.ROW]
    assert rows == [0, 0, 0, 0, 1]


def test_the_title_of_the_page() -> None:
    assert read(MEETING, "Agenda for Harbour Panel").title == "Agenda for Harbour Panel - Fernshire Council"
