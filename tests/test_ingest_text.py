"""Plain text and markdown: what pieces come out, and which line of the file each stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import BlockKind, Furniture, FurnitureKind
from ingest.layout import Piece
from ingest.text import read_text

PARAGRAPH, HEADING, ITEM, ROW = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.ROW


def pieces(text: str) -> list[Piece]:
    return list(read_text(text.encode(), "minutes.md").pieces)


def lines(piece: Piece) -> list[int | None]:
    return [mark.line for mark in piece.marks]


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("The Board met.", PARAGRAPH, "The Board met."),
        ("## Health Scrutiny Panel", HEADING, "Health Scrutiny Panel"),
        ("#### **RESOLVED:** That", HEADING, "RESOLVED: That"),
        ("<h2 class='x'>Agenda</h2>", HEADING, "Agenda"),
        ("- the clerk writes;", ITEM, "• the clerk writes;"),
        ("*   the clerk writes;", ITEM, "• the clerk writes;"),
        ("\uf0b7 the clerk writes;", ITEM, "• the clerk writes;"),
        ("- 65 posts would go", ITEM, "• 65 posts would go"),
        ("- A. Wren to report back", ITEM, "• A. Wren to report back"),
        ("- 3.5.1 The scheme is late", PARAGRAPH, "3.5.1 The scheme is late"),
        ("- a) Note the report", ITEM, "a) Note the report"),
        ("(iv) Note the report", ITEM, "(iv) Note the report"),
        ("12\\. PUBLIC FORUM", ITEM, "12. PUBLIC FORUM"),
        ("1.0 **PURPOSE**", PARAGRAPH, "1.0 PURPOSE"),
        ("2417.\tPolice report:  none", ITEM, "2417. Police report: none"),
        ("10.30 am start", PARAGRAPH, "10.30 am start"),
        ("held on 3 <sup>rd</sup> May and 10<sup>th</sup> June", PARAGRAPH, "held on 3rd May and 10th June"),
        ("held on 27^th^ May", PARAGRAPH, "held on 27th May"),
        ("the **plan**<sup>3</sup> of 5 m<sup>2</sup>", PARAGRAPH, "the plan of 5 m2"),
        ("Smith &amp; Co&nbsp;Ltd", PARAGRAPH, "Smith & Co Ltd"),
        ("> quoted words", PARAGRAPH, "quoted words"),
        (
            "see [the plan](https://example.org/p) or <https://example.org>",
            PARAGRAPH,
            "see the plan or https://example.org",
        ),
        ("a footnote* and (x2)* stay, *slanted* goes", PARAGRAPH, "a footnote* and (x2)* stay, slanted goes"),
        ("Signed ______ Dated ______", PARAGRAPH, "Signed ______ Dated ______"),
        ("soft\u00adhyphen and zero\u200bwidth", PARAGRAPH, "softhyphen and zerowidth"),
        ("| **Item** | Lead |", ROW, "Item\tLead"),
        ("AB/1\tWelcome\t", ROW, "AB/1\tWelcome\t"),
    ],
)
def test_one_line(source: str, kind: BlockKind, text: str) -> None:
    (piece,) = pieces(source)
    assert (piece.kind, piece.text) == (kind, text)


@pytest.mark.parametrize(
    ("source", "bold", "lead"),
    [
        ("**CHIEF OFFICER**", True, 13),
        ("1.0 **PURPOSE**", True, 11),
        ("- **Lead:** the Director", False, 7),
        ("**RESOLVED:** That it be noted", False, 9),
        ("The **Board** met", False, 0),
        ("<b>Part</b> II", False, 4),
        ("plain", False, 0),
    ],
)
def test_weight_is_kept_as_a_fact(source: str, bold: bool, lead: int) -> None:
    (piece,) = pieces(source)
    assert (piece.bold, piece.bold_lead) == (bold, lead)


def test_heading_levels() -> None:
    assert [piece.level for piece in pieces("# A\n\n### B\n\nC")] == [1, 3, 0]


WRAPPED = """\
Present: Councillors Ada Finch, Ben Wren, Carol Rook, Dev Martin, Elsie
Swift and the Clerk, together with the County Councillor for the Vale of
Marlow and
two members of the public.
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (WRAPPED, [[1, 2, 3, 4]]),
        ("Marlow Vale Partnership\nWednesday 5 May 2021\nAgenda\n", [[1], [2], [3]]),
        ("DATE: 3 May 2021\nSUBJECT: Leisure centre\n", [[1], [2]]),
        ("The sale was\nagreed.\nNext item\n", [[1, 2], [3]]),
        ("It was proposed by Cllr\nWren.\n", [[1, 2]]),
        ("- first\n- second goes\n  on here\n", [[1], [2, 3]]),
        ("**Ada Finch, Director of\nResources**\n", [[1, 2]]),
        ("1.  MINUTES\\\n    moved as correct\n", [[1], [2]]),
        ("- improving the health of local people and the economic\n\ndevelopment of the town.\n", [[1, 3]]),
        ("- improving the health of local people and the economy;\n\ndevelopment of the town.\n", [[1], [3]]),
        ("One.<br />Two.<br /><br />Three.\n", [[1], [1], [1]]),
        ("One\r\n\r\nTwo\r\n", [[1], [3]]),
        ("One\rTwo\r", [[1], [2]]),
        ("Title\n=====\nText\n", [[1], [3]]),
    ],
)
def test_lines_of_a_paragraph_are_joined_and_told(source: str, expected: list[list[int]]) -> None:
    assert [lines(piece) for piece in pieces(source)] == expected


def test_joined_words_are_parted_by_one_space_and_marked() -> None:
    (piece,) = pieces("The sale was\n   agreed.\n")
    assert piece.text == "The sale was agreed."
    assert [(mark.offset, mark.line) for mark in piece.marks] == [(0, 1), (13, 2)]


def test_a_list_of_names_is_not_a_wrapped_paragraph() -> None:
    names = [f"Dr Ada Finch {i} AF Lay Member for Something Rather Long {'x' * (i % 7)}" for i in range(9)]
    assert len(pieces("\n".join(names))) == 9


def test_tab_rows_in_a_row_are_one_table() -> None:
    found = pieces("NO.\tITEM\tLEAD\n1.\tWelcome\tAF\n\nText.\n\nA\tB\n")
    assert [(piece.table, piece.cells, lines(piece)) for piece in found] == [
        (0, ("NO.", "ITEM", "LEAD"), [1]),
        (0, ("1.", "Welcome", "AF"), [2]),
        (-1, (), [4]),
        (1, ("A", "B"), [6]),
    ]
    assert all("\t".join(piece.cells) == piece.text for piece in found if piece.cells)


def test_paragraphs_and_lists_in_a_cell_are_parted_by_newlines() -> None:
    cell = "<p>AF gave the update.</p> <ul style='x'> • Bids are in. • Work starts. <p>WR agreed.</p>"
    (piece,) = pieces(f"\t{cell}\t")
    assert piece.cells == ("", "AF gave the update.\n• Bids are in.\n• Work starts.\nWR agreed.", "")
    assert lines(piece) == [1]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<ul><li>one</li><li>two</li></ul>", "• one\n• two"),
        ("<ol><li>one</li><li>a) two</li></ol>", "1. one\na) two"),
        ("<ol> 1. Sell 40. Now 2. Tell us <p>Asked:</p> <ol> 3. Shut", "1. Sell 40. Now\n2. Tell us\nAsked:\n3. Shut"),
        ("one<br>two", "one\ntwo"),
        ("<b>28/207</b> &lt; 5", "28/207 < 5"),
    ],
)
def test_markup_in_cells(cell: str, text: str) -> None:
    (piece,) = pieces(f"x\t{cell}\n")
    assert piece.cells[1] == text


def test_a_row_that_goes_on_after_a_page_end_joins_the_row_above() -> None:
    source = (
        "AB/2\tPlan\tAF\n\t<p>AF spoke. It will begin</p>\tWR\n\n"
        "\t<p>in June.</p> <p>Agreed.</p>\t\n\n\t<p>New words.</p>\t\n"
    )
    found = pieces(source)
    assert [piece.table for piece in found] == [0, 0, 0]
    assert found[1].cells == ("", "AF spoke. It will begin in June.\nAgreed.", "WR")
    assert lines(found[1]) == [2, 4, 2]
    assert found[1].text[found[1].marks[1].offset :].startswith("in June")
    assert found[2].cells == ("", "New words.", "")


def test_a_cell_only_line_without_tabs_is_paragraphs_of_that_line() -> None:
    found = pieces("<p>Legal implications:</p> <p>There are none.</p>\n")
    assert [(piece.text, lines(piece)) for piece in found] == [("Legal implications:", [1]), ("There are none.", [1])]


def test_markdown_table_loses_its_rule() -> None:
    assert [piece.cells for piece in pieces("| A | B |\n|---|:--|\n| 1 | 2\\|3 |\n")] == [("A", "B"), ("1", "2|3")]


def test_settings_above_a_page_are_furniture() -> None:
    reading = read_text(b'---\ntitle: "Marlow Vale - May"\ndate: "2021-05-02"\n---\n\nPresent\n', "may.md")
    assert reading.title == "Marlow Vale - May"
    assert [(piece.text, lines(piece)) for piece in reading.pieces] == [("Present", [6])]
    assert Furniture(1, FurnitureKind.SETTING, 'date: "2021-05-02"') in reading.furniture


def test_the_address_that_a_page_was_saved_from_is_furniture() -> None:
    reading = read_text(b"# source: https://example.org/minutes\nMarlow Vale\n", "page.txt")
    assert [(piece.text, lines(piece)) for piece in reading.pieces] == [("Marlow Vale", [2])]
    assert pieces("# source: unknown\n")[0].kind is HEADING


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    (piece,) = read_text("Café – £20".encode(encoding), "x.txt").pieces
    assert piece.text == "Café – £20"


def test_files_of_old_macintoshes() -> None:
    found = read_text("Café – £20\rNext\r".encode("mac_roman"), "x.txt").pieces
    assert [(piece.text, lines(piece)) for piece in found] == [("Café – £20", [1]), ("Next", [2])]


@pytest.mark.parametrize(
    ("source", "pages", "expected"),
    [
        ("One\n\fTwo\n\n\fThree\n\f", 3, [("One", [1]), ("Two", [2]), ("Three", [3])]),
        ("One\f\nTwo\n\f\n\f", 2, [("One", [1]), ("Two", [2])]),
        ("\fOne\n\f\n\fTwo", 4, [("One", [2]), ("Two", [4])]),
        ("The sale was\n\fagreed.\n", 2, [("The sale was agreed.", [1, 2])]),
        ("A\tB\n\fC\tD\n", 2, [("A\tB", [1]), ("C\tD", [2])]),
        ("\f" * 20_000 + "One", 1, [("One", [1])]),
        ("\f\f", 1, []),
    ],
)
def test_form_feeds_part_pages(source: str, pages: int, expected: list[tuple[str, list[int]]]) -> None:
    reading = read_text(source.encode(), "x.txt")
    assert reading.pages == pages
    assert [(piece.text, [mark.page for mark in piece.marks]) for piece in reading.pieces] == expected


@given(st.text(alphabet=st.sampled_from(list("aB1.)(-*#|\\<>/pbulio&;:_^\t\n \r\f•\ufdd0\u200b"))))
def test_any_text_gives_pieces_that_keep_the_contract(text: str) -> None:
    count = text.count("\n") + text.count("\r") + 1
    for piece in pieces(text):
        assert piece.text.strip()
        assert piece.marks[0].offset == 0
        offsets = [mark.offset for mark in piece.marks]
        assert offsets == sorted(set(offsets))
        assert offsets[-1] < len(piece.text)
        assert all(1 <= (mark.line or 0) <= count for mark in piece.marks)
        assert "\t".join(piece.cells) == piece.text if piece.kind is ROW else not {"\t", "\n"} & set(piece.text)
        assert 0 <= piece.bold_lead <= len(piece.text)
