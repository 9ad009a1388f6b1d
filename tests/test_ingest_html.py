"""HTML: what a person reads on the page comes out in order, and what only serves the site stays out."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.errors import UnreadableFileError
from ingest.html import read_html
from ingest.layout import Piece, Reading

ROW = BlockKind.ROW


def page(body: str, head: str = "") -> Reading:
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def texts(body: str) -> list[str]:
    return [piece.text for piece in page(body).pieces]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One\n  two</p><p>Three</p>", ["One two", "Three"]),
        ("loose <b>words</b><p>then a paragraph</p>tail", ["loose words", "then a paragraph", "tail"]),
        ("<nav>Home</nav><script>x()</script><p>Kept</p><footer>About us</footer>", ["Kept"]),
        ("<article><header><h1>Minutes</h1></header><p>Kept</p></article>", ["Minutes", "Kept"]),
        ("<form><input value='x'><select><option>a</select><p>Kept</p></form>", ["Kept"]),
        ("<p hidden>a</p><p style='display: none'>b</p><p aria-hidden='true'>c</p><p role='menu'>d</p>e", ["e"]),
        ("<p>Menu</p><main><p>Kept</p></main><p>Cookies</p>", ["Kept"]),
        ("<ol><li>One</li><li value=4>Four</li><li>Five</li></ol>", ["1. One", "4. Four", "5. Five"]),
        ("<ol type=a start=3><li>Note</li></ol>", ["c. Note"]),
        ("<ol style='list-style-type: lower-roman'><li>x<li>Note</ol>", ["i. x", "ii. Note"]),
        ("<ol><li><h3>Welcome</h3><p>All came.</p></li></ol>", ["1. Welcome", "All came."]),
        ("<ol><li>1. Welcome</li></ol>", ["1. Welcome"]),
        ("<ol><li>One<ul><li>inner</li></ul></li><li>Two</li></ol>", ["1. One", "• inner", "2. Two"]),
        ("<ul style='list-style: none'><li>Ada Finch</li></ul>", ["Ada Finch"]),
        (
            "<p>Present:<br>Cllr Finch<br>B Wren, for<br/>the Clerk</p>",
            ["Present:", "Cllr Finch", "B Wren, for the Clerk"],
        ),
        ("<p>the 10<sup>th</sup> of H<sub>2</sub>O</p>", ["the 10th of H2O"]),
        ("<p>the plan<sup>3</sup> of 5 m<sup>2</sup>.<sup><a href='#n'>[4]</a></sup></p>", ["the plan of 5 m2."]),
        ("<p>the 2 <sup>nd</sup> and 3<sup> rd </sup>days</p>", ["the 2nd and 3rd days"]),
        ("<p><a href='a.pdf'>Plan</a> (PDF, 1.2 MB)</p><p>PlanPDF 12 KB</p><p>5 MB</p>", ["Plan", "Plan", "5 MB"]),
        ("<table><caption>Votes</caption><tr><td>A<td>4</table>", ["Votes", "A\t4"]),
        (
            "<div class='cookie-notice'>OK?</div><ol class='breadcrumb'><li>a</ol><p class='shared'>Kept",
            ["Kept"],
        ),
        ("<div id=share-buttons>Tweet</div><div class='has-cookies-set'><p>Kept</p></div>", ["Kept"]),
        ("<p>Smith &amp; Co&nbsp;Ltd</p>", ["Smith & Co Ltd"]),
        ("<p><ai1>Parks</ai1></p>", ["Parks"]),
    ],
)
def test_readable_text(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_headings_have_levels_and_weight_is_kept() -> None:
    heading, paragraph, whole = page("<h2>Part I</h2><p><b>RESOLVED:</b> That</p><p><strong>x</strong></p>").pieces
    assert (heading.kind, heading.level) == (BlockKind.HEADING, 2)
    assert (paragraph.bold, paragraph.bold_lead) == (False, 9)
    assert whole.bold


def test_lines_are_those_of_the_source() -> None:
    reading = page("\n<p>One\ntwo</p>\n\n<ul>\n<li>three</li></ul>")
    assert [[(mark.offset, mark.line) for mark in piece.marks] for piece in reading.pieces] == [
        [(0, 2), (4, 3)],
        [(0, 6)],
    ]


def rows(body: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(piece.table, piece.cells) for piece in page(body).pieces if piece.kind is ROW]


def test_tables_are_rows() -> None:
    first = "<table><thead><tr><th>Name<th>Role</thead><tr><td>A Finch<td><p>Chair</p><p>Leader</p></table>"
    body = first + "<table><tr><td>x<td>y</table>"
    assert rows(body) == [(0, ("Name", "Role")), (0, ("A Finch", "Chair\nLeader")), (1, ("x", "y"))]


def test_merged_cells_are_told_once_and_columns_stay_in_line() -> None:
    body = "<table><tr><td rowspan=2>A<td colspan=2>B<td>C</tr><tr><td>d<td>e<td>f</tr><tr><td>g<td>h<td>i<td>j</table>"
    assert rows(body) == [(0, ("A", "B", "", "C")), (0, ("", "d", "e", "f")), (0, ("g", "h", "i", "j"))]


def test_a_cell_can_not_span_millions_of_columns() -> None:
    ((_, cells),) = rows("<table><tr><td>A</td><td colspan=99999999>B</td></tr></table>")
    assert len(cells) == 64


def test_row_invariant() -> None:
    (piece,) = page("<table><tr><td>a\tb<td><td>c<br>D</table>").pieces
    assert piece.text == "\t".join(piece.cells) == "a b\t\tc\nD"


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>One</p></td></tr><tr><td>Two</td></tr></table>",
        "<table><tr><td>One</td><td><table><tr><td>Two</td></tr></table></td></tr></table>",
        "<table role=presentation><tr><td>One</td><td>Two</td></tr></table>",
    ],
)
def test_tables_that_lay_out_the_page_are_paragraphs(body: str) -> None:
    assert texts(body) == ["One", "Two"]


def test_item_pages_of_council_software_keep_labels_apart() -> None:
    body = """<table class="mgItemTable"><tr><td>3.</td><td><p class="mgAiTitleTxt">Leisure centre</p>
      <p class="mgSubItemTitleTxt">Minutes:</p><p>The Panel heard the Director.</p>
      <div><span>Decision:</span><p>RESOLVED that:</p><ol type="a"><li>the report be noted</li></ol></div>
      </td></tr></table>"""
    assert texts(body) == [
        "3. Leisure centre",
        "Minutes:",
        "The Panel heard the Director.",
        "Decision:",
        "RESOLVED that:",
        "a. the report be noted",
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset='windows-1252'><p>Café £5".encode("cp1252"),
        "<p>Café £5".encode("cp1252"),
        b"<?xml version='1.0' encoding='utf-8'?><p>" + "Café £5".encode(),
        "<meta charset='no-such-encoding'><p>Café £5".encode(),
        "<p>Café £5".encode("utf-8-sig"),
        "<p>Café £5".encode("utf-16"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert [piece.text for piece in read_html(data, "x").pieces] == ["Café £5"]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    data = b'<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]><p>x &a; &f;</p>'
    pieces: tuple[Piece, ...] = read_html(data, "x").pieces
    assert not any("boom" in piece.text for piece in pieces)


def test_what_is_nested_too_deep_is_told() -> None:
    reading = page("<p>Kept</p>" + "<div>" * 5000 + "lost")
    assert [piece.text for piece in reading.pieces] == ["Kept"]
    assert "was not read" in reading.page_notes[0].reason


def test_depth_within_the_limit_is_read() -> None:
    assert texts("<div>" * 240 + "deep") == ["deep"]


def test_title() -> None:
    assert page("<p>x", "<title> Minutes \n of May </title>").title == "Minutes of May"


def test_no_element_is_an_error() -> None:
    with pytest.raises(UnreadableFileError):
        read_html(b"<!DOCTYPE html>", "empty.html")
