"""Forms: records of decisions, pages of decisions and issues, forward plans, motions; and whom agendas name."""

from __future__ import annotations

import pytest

from corpus.document import Document, Field, Paper
from corpus.vocabulary import FieldKey, PaperKind
from ingest.html import read_html
from ingest.structure.build import build_document
from ingest.text import read_text

RECORD = """\
# FERNSHIRE COUNCIL – RECORD OF DECISION

**DECISION TO BE TAKEN BY:**

Councillor Ada Finch, Cabinet Member for Harbours

**DECISION NUMBER:**

31/00017

**For publication** in full

**Key decision: YES**

Key decisions cost more than £500,000.

**Title of decision: Sale of the tug**

**Decision:**

As Cabinet Member I agree to:

- sell the tug

- keep the money

**Reason(s) for decision:**

The tug is old.

It costs too much.

**Background**

The tug was bought in 1971.

**Any alternatives considered and rejected:**

None

**Any interest declared when the decision was taken:**

None.

17/1/2031

...........................\t...........................
signed\tdate
"""

NUMBERED = """\
RECORD OF OFFICER DECISION

1. Decision reference number: ODR/31/17

2. Name and title of decision maker: Ines Quill, Head of Harbours

3. Date of decision: 4 May 2031

4. Decision taken:
That the tug be sold to the highest bidder.

5. Reasons for decision:
The tug is old.

6. Alternative options considered and rejected:
To keep the tug.

7. Any conflict of interest declared: None

8. Is the decision subject to call-in? Yes

9. Effective date: 12 May 2031

Signed: I Quill Date: 4 May 2031
"""

SAVED_PAGE = """\
Decision details

Decision Maker: Cabinet

Decision status: Recommendations approved

Is Key decision?: No

Is subject to call in?: Yes

RESOLVED: That Cabinet:

(1) Noted the report.

(2) Sold the tug.

REASON FOR DECISIONS: To save money.

Report author: Ines Quill

Publication date: 12/05/2031

Date of decision: 04/05/2031

Effective from: 20/05/2031
"""

ISSUE = """<html><head><title>Issue</title></head><body><div id="modgov"><h1>Issue details</h1><h2>Sale of the tug</h2>
<p><span class="mgLabel">Decision type:</span> Key</p>
<p><span class="mgLabel">Decision status: </span>For Determination</p>
<p><span class="mgLabel">Wards affected: </span>(All Wards)</p>
<p><span class="mgLabel">Notice of proposed decision first published: </span>12/03/2031</p>
<p><span class="mgLabel">Decision due:</span> 4 May 2031 by Cabinet</p>
<p><span class="mgLabel">Lead member: </span><a>Councillor Ada Finch</a></p>
<p><span class="mgLabel">Contact: </span>Ines Quill</p></div></body></html>"""

PLAN = """\
# Fernshire Council Forward Plan of Key Decisions

## {first}

Decision maker:\tCabinet
Decision due:\t4 May 2031
Lead member:\tCouncillor Ada Finch
Contact officer:\tInes Quill

## {second}

Decision maker:\tCouncil
Decision due:\t1 June 2031
Lead member:\tCouncillor B Wren
Contact officer:\tJo Pike
"""

PLAN_TABLE = """\
# Fernshire Council: Forward Plan

| Subject | Decision maker | Date of decision | Key decision | Contact officer |
|---|---|---|---|---|
| Sale of the tug | Cabinet | 4 May 2031 | Yes | Ines Quill |
| New harbour wall | Council | 1 June 2031 |  | Jo Pike |
"""


def text_document(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def only_paper(text: str) -> Paper:
    (paper,) = text_document(text).papers
    return paper


def told(fields: tuple[Field, ...]) -> dict[FieldKey | None, str]:
    return {field.key: field.value for field in fields}


def test_a_record_of_a_decision() -> None:
    paper = only_paper(RECORD)
    assert paper.kind is PaperKind.DECISION_NOTICE
    assert told(paper.fields) == {
        FieldKey.DECISION_MAKER: "Councillor Ada Finch, Cabinet Member for Harbours",
        FieldKey.DECISION_REFERENCE: "31/00017",
        FieldKey.KEY_DECISION: "YES",
        FieldKey.SUBJECT: "Sale of the tug",
        FieldKey.DECISION: "As Cabinet Member I agree to: • sell the tug • keep the money",
        FieldKey.REASONS: "The tug is old. It costs too much.",
        FieldKey.OPTIONS_CONSIDERED: "None",
        FieldKey.INTERESTS: "None.",
        FieldKey.DATE: "17/1/2031",
    }


def test_an_unsigned_record_has_no_date() -> None:
    paper = only_paper(RECORD.replace("17/1/2031", "FormC"))
    assert (paper.date, FieldKey.DATE in told(paper.fields)) == (None, False)


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [(RECORD, None, "2031-01-17"), (NUMBERED, None, "2031-05-04"), (SAVED_PAGE, "Cabinet", "2031-05-04")],
)
def test_a_decision_is_of_the_day_on_which_it_was_made(text: str, body: str | None, date: str) -> None:
    paper = only_paper(text)
    assert (paper.body, paper.date) == (body, date)


def test_the_parts_of_a_form_may_be_numbered() -> None:
    paper = only_paper(NUMBERED)
    assert paper.kind is PaperKind.DECISION_NOTICE
    assert told(paper.fields) == {
        FieldKey.DECISION_REFERENCE: "ODR/31/17",
        FieldKey.DECISION_MAKER: "Ines Quill, Head of Harbours",
        FieldKey.DECISION_DATE: "4 May 2031",
        FieldKey.DECISION: "That the tug be sold to the highest bidder.",
        FieldKey.REASONS: "The tug is old.",
        FieldKey.OPTIONS_CONSIDERED: "To keep the tug.",
        FieldKey.INTERESTS: "None",
        FieldKey.CALL_IN: "Yes",
        FieldKey.EFFECTIVE_DATE: "12 May 2031",
        FieldKey.SIGNED: "I Quill",
        FieldKey.DATE: "4 May 2031",
    }


def test_the_page_of_a_decision_saved_as_text() -> None:
    paper = only_paper(SAVED_PAGE)
    assert paper.kind is PaperKind.DECISION_NOTICE
    assert told(paper.fields) == {
        FieldKey.DECISION_MAKER: "Cabinet",
        FieldKey.DECISION_STATUS: "Recommendations approved",
        FieldKey.KEY_DECISION: "No",
        FieldKey.CALL_IN: "Yes",
        FieldKey.DECISION: "That Cabinet: (1) Noted the report. (2) Sold the tug.",
        FieldKey.REASONS: "To save money.",
        FieldKey.REPORT_AUTHOR: "Ines Quill",
        FieldKey.PUBLICATION_DATE: "12/05/2031",
        FieldKey.DECISION_DATE: "04/05/2031",
        FieldKey.EFFECTIVE_DATE: "20/05/2031",
    }


def test_the_page_of_an_issue_is_notice_of_a_decision_to_come() -> None:
    document = build_document(read_html(ISSUE.encode(), "issue.html"), name="issue.html", sha256="0" * 64)
    (paper,) = document.papers
    assert paper.kind is PaperKind.FORWARD_PLAN
    assert told(paper.fields) == {
        FieldKey.DECISION_TYPE: "Key",
        FieldKey.DECISION_STATUS: "For Determination",
        FieldKey.WARDS: "(All Wards)",
        FieldKey.NOTICE_PUBLISHED: "12/03/2031",
        FieldKey.DECISION_DUE: "4 May 2031 by Cabinet",
        FieldKey.PORTFOLIO: "Councillor Ada Finch",
        FieldKey.CONTACT_OFFICER: "Ines Quill",
    }


def test_the_entries_of_a_forward_plan_are_one_paper() -> None:
    paper = only_paper(PLAN.format(first="Sale of the tug", second="New harbour wall"))
    assert paper.kind is PaperKind.FORWARD_PLAN
    assert [(field.entry, field.value) for field in paper.fields if field.key is FieldKey.CONTACT_OFFICER] == [
        (1, "Ines Quill"),
        (2, "Jo Pike"),
    ]
    assert [(field.entry, field.value) for field in paper.fields if field.key is FieldKey.DECISION_DUE] == [
        (1, "4 May 2031"),
        (2, "1 June 2031"),
    ]


def test_the_rows_of_a_forward_plan_are_entries() -> None:
    paper = only_paper(PLAN_TABLE)
    assert paper.kind is PaperKind.FORWARD_PLAN
    assert [(field.entry, field.key, field.value) for field in paper.fields] == [
        (1, FieldKey.SUBJECT, "Sale of the tug"),
        (1, FieldKey.DECISION_MAKER, "Cabinet"),
        (1, FieldKey.DECISION_DATE, "4 May 2031"),
        (1, FieldKey.KEY_DECISION, "Yes"),
        (1, FieldKey.CONTACT_OFFICER, "Ines Quill"),
        (2, FieldKey.SUBJECT, "New harbour wall"),
        (2, FieldKey.DECISION_MAKER, "Council"),
        (2, FieldKey.DECISION_DATE, "1 June 2031"),
        (2, FieldKey.CONTACT_OFFICER, "Jo Pike"),
    ]


LOG = """\
Harbour Board

| Ref | Action | Owner | Due date | Status |
|---|---|---|---|---|
| 1 | Buy rope | IQ | 4 May 2031 | Open |
| 2 | Sell the tug | JP | 5 May 2031 | Closed |
"""


def test_a_table_of_actions_alone_is_an_action_log() -> None:
    assert only_paper(LOG).kind is PaperKind.ACTION_LOG
    talk = (
        "The Board talked for a long time of the rope, the tug and the quay, and of what they will cost the port.\n\n"
    )
    assert only_paper(LOG + "\n" + 4 * talk).kind is PaperKind.OTHER
    assert only_paper("Rota\n\n| Day | Who | When |\n|---|---|---|\n| Monday | IQ | 9 am |\n").kind is PaperKind.OTHER


def test_the_title_of_an_issue_may_speak_of_a_decision() -> None:
    paper = only_paper(
        "Proposed decision on the tug\n\nDecision type: Key\n\nDecision status: For determination\n\n"
        "Decision due: 4 May 2031 by Cabinet\n\nLead member: Councillor Ada Finch\n"
    )
    assert paper.kind is PaperKind.FORWARD_PLAN


DATED = """\
RECORD OF DECISION OF THE CABINET

Decision Made:

12 May 2031

The tug

Issue for Decision

To say what becomes of the tug.

Decision Made

That the tug be sold.

Reasons for Decision

It is old.

Alternatives considered and why not recommended

The Cabinet could keep it.

Background Papers

None
"""


def test_headings_of_a_record_without_typography() -> None:
    assert [(field.key, field.value) for field in only_paper(DATED).fields] == [
        (FieldKey.DECISION_DATE, "12 May 2031"),
        (FieldKey.DECISION, "That the tug be sold."),
        (FieldKey.REASONS, "It is old."),
        (FieldKey.OPTIONS_CONSIDERED, "The Cabinet could keep it."),
        (FieldKey.BACKGROUND_PAPERS, "None"),
    ]


def test_a_decision_with_a_date_in_it_goes_on() -> None:
    page = SAVED_PAGE.replace("RESOLVED: That Cabinet:", "Decision:\n\nThat the tug be sold by the 2nd of May.")
    assert told(only_paper(page).fields)[FieldKey.DECISION] == (
        "That the tug be sold by the 2nd of May. (1) Noted the report. (2) Sold the tug."
    )


def test_the_head_of_a_letter_tells_whom_to_ask() -> None:
    line = "Direct Dial/Ext: 01999 000000 e-mail: iq@fernshire.example Ask for: Ines Quill Date: 4 May 2031"
    expected = {
        FieldKey.CONTACT_DETAILS: "iq@fernshire.example",
        FieldKey.CONTACT_OFFICER: "Ines Quill",
        FieldKey.DATE: "4 May 2031",
    }
    assert told(only_paper(f"{line}\n\nDear Member\n\nThe quay will be shut.\n").fields) == expected
    parted = line.replace("Ask for: ", "Ask for:\t").replace(" Date: ", "\nDate:\t")
    assert told(only_paper(f"{parted}\n\nDear Member\n\nThe quay will be shut.\n").fields) == expected


def test_a_purpose_makes_no_report_of_a_decision_page() -> None:
    page = SAVED_PAGE.replace("RESOLVED:", "Purpose: To sell the tug.\n\nRESOLVED:")
    paper = only_paper(page.replace("Decision details", "Sale of the tug"))
    assert (paper.kind, told(paper.fields)[FieldKey.PURPOSE]) == (PaperKind.DECISION_NOTICE, "To sell the tug.")


def test_a_report_about_decisions_stays_a_report() -> None:
    paper = only_paper(
        "Report to: Cabinet\n\nReport of: Director of Harbours\n\nDecision maker: Cabinet\n\nDecision due: 4 May\n"
    )
    assert (paper.kind, [field.entry for field in paper.fields]) == (PaperKind.REPORT, [0, 0, 0, 0])


AMENDMENT = """\
Budget Amendment Form
Amendment Name:\tMending the quay\tAmendment Number:\t4
Directorate:\tPorts and Places
Proposer:\tCllr Wren\tSeconder:\tCllr Finch
Proposed Amount\tFunding Source:
£5,000 for stone\tReserves
"""


def test_a_form_may_have_labels_that_no_vocabulary_knows() -> None:
    assert [(field.label, field.value) for field in only_paper(AMENDMENT).fields] == [
        ("Amendment Name", "Mending the quay"),
        ("Amendment Number", "4"),
        ("Directorate", "Ports and Places"),
        ("Proposer", "Cllr Wren"),
        ("Seconder", "Cllr Finch"),
        ("Proposed Amount", "£5,000 for stone"),
        ("Funding Source", "Reserves"),
    ]


def test_a_cell_may_hold_a_value_and_the_next_label() -> None:
    paper = only_paper(
        "# AGENDA\n\nHarbour Committee\n\nTuesday 4 May 2031, at 10.00 am Ask for:\tInes Quill\n"
        "Telephone:\t01999 000000 Email: iq@fernshire.example\n\n1. Apologies\n"
    )
    assert [(field.label, field.value) for field in paper.fields] == [
        ("Ask for", "Ines Quill"),
        ("Telephone", "01999 000000"),
        ("Email", "iq@fernshire.example"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Motion on tugs\n\nProposer: Cllr Wren\n\nSeconder: Cllr Finch\n\nThis Council believes that tugs float.\n",
            {FieldKey.PROPOSER: "Cllr Wren", FieldKey.SECONDER: "Cllr Finch"},
        ),
        (
            "# AGENDA\n\nHarbour Committee, Tuesday 4 May 2031\n\nContact: Ines Quill\n\n1. Apologies\n\n2. Tugs\n",
            {FieldKey.CONTACT_OFFICER: "Ines Quill"},
        ),
        ("Notes on tugs\n\nVenue: none was found for the tugs.\n\nThey float.\n", {}),
    ],
)
def test_papers_without_a_front_sheet(text: str, expected: dict[FieldKey, str]) -> None:
    assert told(only_paper(text).fields) == expected
