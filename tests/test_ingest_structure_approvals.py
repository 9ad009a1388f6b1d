"""Which earlier minutes a meeting confirmed, in the words of its own minutes."""

from __future__ import annotations

import pytest

from corpus.document import Document
from ingest.structure.build import build_document
from ingest.text import read_text

HEAD = (
    "Osney Parish Council\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: Cllrs A Marsh (Chair), B Holt\n\n"
)


def document_of(*paragraphs: str, head: str = HEAD) -> Document:
    text = head + "\n\n".join(paragraphs) + "\n"
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def confirmed(*paragraphs: str) -> list[str]:
    return [approval.date for approval in document_of(*paragraphs).approvals]


@pytest.mark.parametrize(
    ("paragraphs", "dates"),
    [
        (("1. The minutes of the meeting held on 4 February 2025 were agreed as a correct record.",), ["2025-02-04"]),
        (("1. RESOLVED that the minutes of 7 January 2025 and 4 February 2025 be approved.",),
         ["2025-01-07", "2025-02-04"]),
        (("1. Minutes of the meeting held on 4 February 2025", "They were confirmed and signed by the Chair."),
         ["2025-02-04"]),
        (("1. The minutes of 10 December were taken as read and signed.",), ["2024-12-10"]),
        (("1. It was proposed by Cllr Holt, and agreed, that the minutes of 4 February 2025 be signed.",),
         ["2025-02-04"]),
        (("1. The minutes of 4 February 2025 were not yet available.",), []),
        (("1. To approve the minutes of the meeting held on 4 February 2025.",), []),
        (("1. Approval of the minutes of 4 February 2025 was deferred.",), []),
        (("1. The plan of 4 February 2025 was approved.",), []),
        (("1. The minutes of the last meeting were agreed.",), []),
        (("1. The minutes of 6 May 2025 were agreed as a correct record.",), []),
    ],
)  # fmt: skip
def test_minutes_that_were_confirmed(paragraphs: tuple[str, ...], dates: list[str]) -> None:
    assert confirmed(*paragraphs) == dates


def test_the_words_that_confirm_are_the_evidence() -> None:
    document = document_of("1. Minutes of the meeting held on 4 February 2025", "They were signed as a true record.")
    (approval,) = document.approvals
    assert document.quote(approval.span) == "They were signed as a true record."
    assert approval.meeting == document.meetings[0].id


def test_an_agenda_confirms_nothing() -> None:
    head = "Osney Parish Council\n\nAGENDA\n\nMeeting to be held on 4 March 2025\n\n"
    document = document_of("1. Minutes of 4 February 2025 to be agreed as a correct record", head=head)
    assert document.approvals == ()
