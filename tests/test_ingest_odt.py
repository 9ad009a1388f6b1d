"""OpenDocument texts: what pieces come out, behind the numbers that LibreOffice prints; the files are made here."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import BlockKind, Furniture, FurnitureKind
from corpus.errors import UnreadableFileError
from ingest import archives
from ingest.layout import Reading
from ingest.odt import read_odt

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta", "manifest": "manifest",
    }.items()
)  # fmt: skip
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAMES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
NAMES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'

AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.5in"/></style:style>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="T5" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="i" text:start-value="3"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="-"/>
</text:list-style>
<text:list-style style:name="L3">
  <text:list-level-style-number text:level="1" style:num-format="A" loext:num-list-format="Part %1%:"/>
  <text:list-level-style-number text:level="2" style:num-format="1" loext:num-list-format="%1%.%2%)"/>
</text:list-style>
"""

STYLES = """
<office:styles>
  <style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
    <style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>
  <text:outline-style style:name="Outline">
    <text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:outline-level-style text:level="3" style:num-format=""/>
  </text:outline-style>
</office:styles>
<office:master-styles><style:master-page style:name="Standard">
  <style:header><text:p>OFFICIAL</text:p></style:header>
  <style:footer><text:p>Marlow Vale<text:tab/>Page <text:page-number>3</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
"""


def archive(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


def odt(body: str, **parts: str) -> bytes:
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{AUTOMATIC}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {NAMES}>{parts.get('styles', STYLES)}</office:document-styles>",
            "meta.xml": f"<office:document-meta {NAMES}><office:meta>{parts.get('meta', '')}</office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": f"<manifest:manifest {NAMES}>{parts.get('manifest', '')}</manifest:manifest>",
        }
    )


def read(body: str, **parts: str) -> Reading:
    return read_odt(odt(body, **parts), "minutes.odt")


def texts(reading: Reading) -> list[str]:
    return [piece.text for piece in reading.pieces]


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def items(*inside: str, style: str = "", more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return (
        f"<text:list{named}{more}>{''.join(f'<text:list-item>{each}</text:list-item>' for each in inside)}</text:list>"
    )


def test_headings_weight_place_and_count() -> None:
    reading = read(
        '<text:h text:outline-level="3">Leisure centre</text:h><text:p/>'
        f'<text:p text:style-name="P1">MINUTES</text:p>{p("")}'
        '<text:p text:style-name="P2"><text:span text:style-name="T1">RESOLVED:</text:span> That it close</text:p>'
        '<text:p text:style-name="P1">One <text:span text:style-name="T4">two</text:span></text:p>',
        meta="<dc:title>Minutes  of May</dc:title>",
    )
    heading, title, paragraph, last = reading.pieces
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 3, "Leisure centre")
    assert (title.bold, title.centred) == (True, True)
    assert (paragraph.text, paragraph.bold_lead, paragraph.indent) == ("RESOLVED: That it close", 9, 36.0)
    assert (last.bold, last.bold_lead) == (False, 3)
    assert [piece.marks[0].line for piece in reading.pieces] == [1, 2, 3, 4]
    assert reading.title == "Minutes of May"
    assert reading.furniture == (
        Furniture(1, FurnitureKind.HEAD, "OFFICIAL"),
        Furniture(1, FurnitureKind.FOOT, "Marlow Vale Page"),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (items(p("one"), p("two") + p("more"), style="L1"), ["1. one", "2. two", "more"]),
        (
            items(p("a") + items(p("b"), p("c") + items(p("d"))), p("e") + items(p("f")), style="L1"),
            ["1. a", "1.1 b", "1.2 c", "(a) d", "2. e", "2.1 f"],
        ),
        (items(p("third") + items(p("bullet")), style="L2"), ["iii) third", "• bullet"]),
        (items(p("one"), style="L1") + items(p("again"), style="L1"), ["1. one", "1. again"]),
        (
            items(p("one"), style="L1")
            + p("between")
            + items(p("two"), style="L1", more=' text:continue-numbering="true"'),
            ["1. one", "between", "2. two"],
        ),
        (
            items(p("one"), style="L1", more=' xml:id="x"')
            + items(p("iii"), style="L2")
            + items(p("two"), style="L1", more=' text:continue-list="x"'),
            ["1. one", "iii) iii", "2. two"],
        ),
        (
            items(p("one") + items(p("in")), style="L1", more=' xml:id="x"')
            + items(items(p("next")), style="L1", more=' text:continue-list="x"'),
            ["1. one", "1.1 in", "1.2 next"],
        ),
        (items(p("x") + items(p("y")), style="L3"), ["Part A: x", "A.1) y"]),
        (items(p(""), p("two"), style="L1"), ["2. two"]),
        (items(p("none"), style="nowhere"), ["none"]),
        (
            '<text:list text:style-name="L1"><text:list-header><text:p>head</text:p></text:list-header>'
            '<text:list-item text:start-value="7"><text:p>seven</text:p></text:list-item></text:list>',
            ["head", "7. seven"],
        ),
        (items('<text:h text:outline-level="1">Heading</text:h>', style="L1"), ["1. Heading"]),
    ],
)
def test_printed_numbers_are_restored(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def test_chapters_are_numbered_by_their_outline() -> None:
    reading = read(
        '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h>'
        '<text:h text:outline-level="3">C</text:h><text:h text:outline-level="1" text:is-list-header="true">D</text:h>'
        '<text:h text:outline-level="1" text:style-name="Plain">E</text:h><text:h text:outline-level="1">F</text:h>'
    )
    assert texts(reading) == ["1. A", "1.1 B", "C", "D", "E", "2. F"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('one<text:s text:c="3"/>two<text:tab/>three', ["one two three"]),
        ("Present:<text:line-break/>Cllr Finch", ["Present:", "Cllr Finch"]),
        ('<text:a>link</text:a> and <text:bookmark-start text:name="x"/>mark', ["link and mark"]),
        ("kept<text:change text:change-id='1'/> words", ["kept words"]),
        (
            "said<office:annotation><dc:creator>AF</dc:creator><text:p>really?</text:p></office:annotation> so",
            ["said so"],
        ),
        ('<text:span text:style-name="T3">hidden</text:span>shown', ["shown"]),
        ('the 2<text:span text:style-name="T2">nd</text:span> of May', ["the 2nd of May"]),
        ('the scheme<text:span text:style-name="T2">1</text:span> began', ["the scheme began"]),
        ('200 m<text:span text:style-name="T2">2</text:span> of floor', ["200 m2 of floor"]),
        ("Page <text:page-number>2</text:page-number> of <text:date>3 May</text:date>", ["Page of 3 May"]),
        (
            "the scheme<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See below.</text:p>"
            "</text:note-body></text:note> began</text:p><text:p>Next",
            ["the scheme began", "Next", "[1] See below."],
        ),
        (
            "before<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame>after",
            ["beforeafter", "in a box"],
        ),
        ("co\u00adoperate", ["cooperate"]),
        ('<text:span text:style-name="T5">\uf0fc</text:span> done \uf0fc', ["✓ done \uf0fc"]),
    ],
)
def test_what_a_paragraph_prints(inside: str, expected: list[str]) -> None:
    assert texts(read(p(inside))) == expected


def test_links_keep_their_targets() -> None:
    (piece,) = read(p('see <text:a xlink:href="https://example.org/plan">the plan</text:a> now')).pieces
    assert [(piece.text[link.span.start : link.span.end], link.target) for link in piece.links] == [
        ("the plan", "https://example.org/plan")
    ]


def test_deletions_and_contents_are_left_out() -> None:
    reading = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Finance<text:tab/>4</text:p></text:index-body>"
        "</text:table-of-content>"
        '<text:section text:display="none"><text:p>hidden</text:p></text:section>'
        "<text:section><text:p>Finance</text:p></text:section>"
    )
    assert texts(reading) == ["Finance"]
    assert Furniture(1, FurnitureKind.CONTENTS, "Finance 4") in reading.furniture


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([cell("a") + cell("b")], [("a", "b")]),
        ([cell("a", ' table:number-columns-spanned="2"') + COVERED + cell("c")], [("a", "", "c")]),
        ([cell("a", ' table:number-rows-spanned="2"') + cell("b"), COVERED + cell("c")], [("a", "b"), ("", "c")]),
        ([cell("a", ' table:number-columns-repeated="2"') + cell("b")], [("a", "a", "b")]),
        ([cell("a") + cell("", ' table:number-columns-repeated="16384"')], [("a", *[""] * 63)]),
        (
            [f"<table:table-cell>{p('a')}<table:table><table:table-row>{cell('x')}{cell('y')}</table:table-row>"
             f"</table:table></table:table-cell>{cell('b')}"],
            [("a\nx y", "b")],
        ),
    ],
)  # fmt: skip
def test_tables(rows: list[str], expected: list[tuple[str, ...]]) -> None:
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    reading = read(f"{p('Before')}<table:table>{inside}</table:table>{p('After')}")
    assert [piece.cells for piece in reading.pieces[1:-1]] == expected
    assert all(piece.kind is BlockKind.ROW and piece.table == 0 for piece in reading.pieces[1:-1])


def test_repeated_rows_are_bounded_and_heads_are_rows() -> None:
    row = '<table:table-row table:number-rows-repeated="1000000">' + cell("a") + "</table:table-row>"
    head = f"<table:table-header-rows><table:table-row>{cell('H')}</table:table-row></table:table-header-rows>"
    assert texts(read(f"<table:table>{head}{row}</table:table>")) == ["H", *["a"] * 100]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 cut off", "is a damaged"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "is a damaged"),
        (archive({"content.xml": "<office:document-content"}), "is a damaged"),
        (archive({"content.xml": f"<office:document-content {NAMES}/>"}), "is a damaged"),
        (odt("", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"), "a password"),
        (odt("<text:section>" * 5000 + "</text:section>" * 5000), "is a damaged"),
        (odt(p("words"))[:-200], "is a damaged"),
    ],
    ids=range(7),
)
def test_what_can_not_be_read_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"^a\.odt: .*{reason}"):
        read_odt(data, "a.odt")


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    xml = f"{bomb}<office:document-content {NAMES}><office:body><office:text>{p('x&b;y')}</office:text></office:body>"
    reading = read_odt(archive({"content.xml": f"{xml}</office:document-content>"}), "a.odt")
    assert texts(reading) == ["xy"]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="unpacks to more than 1 MiB"):
        read_odt(archive({"content.xml": " " * 2_000_000}), "a.odt")


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 2500), what=st.binary(max_size=12), cut=st.integers(0, 40))
def test_a_mutated_file_is_read_or_refused(at: int, what: bytes, cut: int) -> None:
    whole = odt(
        items(p("one"), p("two"), style="L1")
        + f"<table:table><table:table-row>{cell('a')}</table:table-row></table:table>"
    )
    at = min(at, len(whole))
    with contextlib.suppress(UnreadableFileError):
        read_odt(whole[:at] + what + whole[at + cut :], "a.odt")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "<text:p> <text:h> <text:list> <text:list-item> <table:table> <table:table-row> <text:note> <text:span> "
            "<table:table-cell> <draw:frame> </> </> </> words <text:tab/> <text:s/> <text:list-header> "
            "<text:note-body> <text:note-citation> <table:covered-table-cell>".split()
        ),
        max_size=40,
    )
)
def test_any_nesting_keeps_the_contract(tags: list[str]) -> None:
    body, opened = "", []
    for tag in tags:
        if tag == "</>":
            body += opened.pop() if opened else ""
        else:
            body += tag
            if tag[0] == "<" and tag[-2] != "/":
                opened.append(f"</{tag[1:].split()[0].rstrip('>')}>")
    for piece in read(body + "".join(reversed(opened))).pieces:
        assert piece.text.strip()
        assert piece.marks[0].offset == 0
        assert "\t".join(piece.cells) == piece.text if piece.cells else not {"\t", "\n"} & set(piece.text)
