"""Bodies that only the text of their minutes names."""

from __future__ import annotations

import pytest

from corpus.document import Block
from corpus.spans import Span
from ingest.structure.bodiesintext import body_in_text
from ingest.structure.units import units

SAID = [
    ("The minutes of the meeting of the Harbour Board held on 4 May 2027 were signed as a correct record.",
     "Harbour Board"),
    ("RESOLVED – The minutes of the Parish Council Meeting of 4 May were approved as an accurate record.",
     "Parish Council"),
    ("The Chair welcomed all to the Tarn Hospitals NHS Trust Board meeting held in public.",
     "Tarn Hospitals NHS Trust Board"),
    ("She welcomed the new Harbour Master to his first meeting of the Harbour Board.", "Harbour Board"),
    ("APPOINTMENT OF CHAIR The Chair of the Licensing Committee for the Municipal year was elected.",
     "Licensing Committee"),
    ("RESOLVED that Cabinet note the report.", "Cabinet"),
    ("Agreed that the Tarn Health and Wellbeing Board take part.", "Tarn Health and Wellbeing Board"),
    ("Council considered the following motion.", "Council"),
    ("To receive the minutes of the Cabinet held on 4 May 2027.", None),
    ("RESOLVED that the Trust be asked to report to the Harbour Board.", None),
    ("The Board considered the report.", None),
    ("Osney Rowing Club considered the offer.", None),
    ("The minutes of the meeting of the Committee were signed as a correct record.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), SAID, ids=[text for text, _ in SAID])
def test_bodies_in_text(text: str, body: str | None) -> None:
    assert body_in_text(units(text, [Block(span=Span(0, len(text)))])) == body
