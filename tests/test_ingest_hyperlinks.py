"""Links come out with the words that they lie on, in every format, and only where they lead out of the file."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.docx import read_docx
from ingest.html import read_html
from ingest.hyperlinks import kept_target, with_bare_addresses
from ingest.layout import Reading
from ingest.pdf import read_pdf
from ingest.structure.build import build_document
from ingest.text import read_text

BASE = "https://democracy.fernshire.example/ieListDocuments.aspx?MId=7"


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://fernshire.example/a", "https://fernshire.example/a"),
        (" mailto:clerk@fernshire.example ", "mailto:clerk@fernshire.example"),
        ("HTTP://fernshire.example", "HTTP://fernshire.example"),
        ("documents/s12/Quay wall.pdf\r\n", "https://democracy.fernshire.example/documents/s12/Quay%20wall.pdf"),
        ("/mgAi.aspx?ID=1", "https://democracy.fernshire.example/mgAi.aspx?ID=1"),
        ("#top", None),
        ("", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("data:text/html,x", None),
        ("http:", None),
        ("http://[", None),
        ("https://x.example/" + "a" * 3000, None),
    ],
)
def test_only_addresses_that_lead_elsewhere_are_kept(href: str, kept: str | None) -> None:
    assert kept_target(href, BASE) == kept


def test_a_relative_address_tells_nothing_without_a_base() -> None:
    assert kept_target("documents/s12/a.pdf") is None


@given(st.text(st.sampled_from("ab:/.#?<> \n\ufdd5"), max_size=30))
def test_what_is_kept_is_harmless(href: str) -> None:
    target = kept_target(href, BASE)
    assert target is None or (target.lower().startswith(("http://", "https://", "mailto:")) and "\ufdd5" not in target)


def links(reading: Reading) -> list[tuple[str, str]]:
    document = build_document(reading, name="x", sha256="0" * 64)
    return [(document.quote(link.span), link.target) for link in document.hyperlinks]


def test_addresses_in_the_text_are_links_to_themselves() -> None:
    reading = read_text(b"See https://a.example/p_q, or (http://b.example/x).\n\nftp://c.example stays.\n", "x.txt")
    assert links(reading) == [
        ("https://a.example/p_q", "https://a.example/p_q"),
        ("http://b.example/x", "http://b.example/x"),
    ]


def test_markdown() -> None:
    source = b"""The [plan_b](https://a.example/one_two_three) and <https://b.example>; [here](#top), [x](javascript:y).

| Item | Paper |
|---|---|
| 1 | the [report](https://c.example/r) |
"""
    assert links(read_text(source, "x.md")) == [
        ("plan_b", "https://a.example/one%5Ftwo%5Fthree"),
        ("https://b.example", "https://b.example"),
        ("report", "https://c.example/r"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<base href='https://a.example/x/'>",
        "<link rel=canonical href='https://a.example/x/y'>",
        "<!-- saved from url=(0021)https://a.example/x/y -->",
        "<base href='/x/'><link rel=canonical href='https://a.example/q'>",
    ],
)
def test_html_with_a_base(head: str) -> None:
    body = (
        "<p>the <a href='r.pdf'>report\n on <b>dues</b></a>, <a href='#x'>up</a></p>"
        "<a href='m.pdf'><p>One</p><p>Two</p></a>"
        "<table><tr><td>1<td>two <a href='t.pdf'>three</a></table>"
    )
    assert links(read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "x")) == [
        ("report on dues", "https://a.example/x/r.pdf"),
        ("One", "https://a.example/x/m.pdf"),
        ("Two", "https://a.example/x/m.pdf"),
        ("three", "https://a.example/x/t.pdf"),
    ]


def test_html_without_a_base_keeps_whole_addresses_only() -> None:
    body = b"<p><a href='r.pdf'>report</a> and <a href='https://a.example/m'>minutes</a></p>"
    assert links(read_html(body, "x")) == [("minutes", "https://a.example/m")]


def test_signs_smuggled_into_a_page_make_no_links() -> None:
    assert links(read_html(b"<p>&#xFDD5;javascript:x&#xFDD6;words&#xFDD7;</p>", "x")) == []


def test_docx() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    for words, target in (("the plan ", "https://a.example/p"), ("a drive ", "file:///c:/x")):
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        for word in re.findall(r"\S+\s", words):
            link.append(paragraph.add_run(word)._r)
        paragraph._p.append(link)
    paragraph.add_run("and more")
    out = io.BytesIO()
    document.save(out)
    reading = read_docx(out.getvalue(), "x.docx")
    assert [piece.text for piece in reading.pieces] == ["See the plan a drive and more"]
    assert links(reading) == [("the plan", "https://a.example/p")]


def test_pdf_annotations() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Courier", 10)  # 6 points a character
    canvas.drawString(72, 700, "The plan is here, and the map is here and was shown at the meeting on")
    canvas.linkURL("https://a.example/map", (72 + 33 * 6, 698, 72 + 37 * 6, 710))
    canvas.drawString(72, 688, "Monday the second of June, as the minutes of that meeting tell us.")
    canvas.linkURL("https://a.example/minutes", (72 + 66 * 6, 698, 72 + 69 * 6, 710))
    canvas.linkURL("https://a.example/minutes", (72, 686, 72 + 6 * 6, 698))
    canvas.linkURL("javascript:x", (72, 686, 72 + 6 * 6, 698))
    canvas.linkAbsolute("here", "nowhere", (72, 686, 200, 698))
    canvas.bookmarkPage("nowhere")
    canvas.showPage()
    canvas.save()
    reading = read_pdf(out.getvalue(), "x.pdf")
    assert len(reading.pieces) == 1
    assert links(reading) == [("here", "https://a.example/map"), ("on Monday", "https://a.example/minutes")]


def test_bare_addresses_are_not_told_twice() -> None:
    text = "at https://a.example now"
    once = with_bare_addresses(text, ())
    assert with_bare_addresses(text, once) == once
