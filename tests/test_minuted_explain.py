"""`analyse --explain`: a paper with each finding marked where it stands, and the rule beside it."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from corpus.findings import FindingId, Findings, Organisation, Recommendation, RuleId
from corpus.samples import papers
from corpus.spans import Span
from extract.rulebook import books, rules
from extract.rulewords import CODED, rule_words
from minuted.cli import cli
from minuted.explaining import Wanted
from minuted.marking import NAMINGS, FoundKind, Mark, marks_of, pieces
from minuted.output.explained import show_explained
from tests.decided_made import NAME, TEXT, findings
from tests.papers_made import MINUTES, made

BORDER = " │ "


def explained(*arguments: str | Path) -> Result:
    """What the command came to, which reads papers in worker processes."""
    return CliRunner().invoke(cli, ["analyse", "--explain", *map(str, arguments)])


def told_of(capsys: pytest.CaptureFixture[str], text: str, wanted: Wanted | None = None) -> str:
    """What is told of a paper that holds ``text``."""
    paper = made(text, NAME)
    capsys.readouterr()
    show_explained(paper.document, paper.findings, wanted or Wanted())
    return capsys.readouterr().out


def mark(start: int, end: int, name: str) -> Mark:
    rule = RuleId("recommendations.heading")
    finding = Recommendation(
        id=FindingId(name), text="", number=None, paper=None, section=None, span=Span(start, end), rule=rule
    )
    return Mark(kind=FoundKind.RECOMMENDATIONS, name=name, span=Span(start, end), rule=rule, finding=finding)


def marked(text: str, span: Span, *marks: Mark) -> str:
    return "".join(piece.text for piece in pieces(text, span, sorted(marks, key=lambda each: each.span.start)))


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ([], "that the fence be mended"),
        ([(0, 24)], "[a: that the fence be mended]"),
        ([(5, 14), (18, 24)], "that [a: the fence] be [b: mended]"),
        ([(0, 24), (9, 14)], "[a: that the [b: fence] be mended]"),
        ([(0, 14), (9, 24)], "[a: that the [b: fence]a be mended]"),
        ([(0, 14), (0, 9)], "[a: [b: that the ]fence] be mended"),
        ([(9, 14), (9, 14)], "that the [a: [b: fence]] be mended"),
        ([(5, 5)], "that the fence be mended"),
    ],
)
def test_marks_stand_around_their_words(marks: list[tuple[int, int]], told: str) -> None:
    text = "that the fence be mended"
    named = [mark(start, end, name) for (start, end), name in zip(marks, "abc", strict=False)]
    assert marked(text, Span(0, len(text)), *named) == told


def test_a_mark_that_goes_on_is_told_to(tmp_path: Path) -> None:
    text = "one\ntwo\nthree"
    long = mark(0, len(text), "a")
    assert [marked(text, span, long) for span in (Span(0, 3), Span(4, 7), Span(8, 13))] == [
        "[a: one…]",
        "[a: …two…]",
        "[a: …three]",
    ]


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_pieces_are_the_text_and_every_sign_that_opens_closes(
    text: str, marks: list[tuple[int, int]], within: tuple[int, int]
) -> None:
    start, end = sorted(min(place, len(text)) for place in within)
    spans = [sorted(min(place, len(text)) for place in each) for each in marks]
    named = [mark(first, last, f"m{at}") for at, (first, last) in enumerate(sorted(spans))]
    found = list(pieces(text, Span(start, end), named))
    assert "".join(piece.text for piece in found if not piece.is_sign) == text[start:end]
    signs = [piece.text for piece in found if piece.is_sign]
    assert sum(sign.startswith("[") for sign in signs) == sum(not sign.startswith("[") for sign in signs)
    assert not any(piece.marks for piece in found[-1:] if not piece.is_sign and piece.text)


def test_each_paragraph_tells_what_was_found_in_it_and_by_which_rule(capsys: pytest.CaptureFixture[str]) -> None:
    document = made(TEXT, NAME).document
    show_explained(document, findings(document), Wanted())
    told = capsys.readouterr().out
    assert told.startswith(f"{NAME} · 3 decisions, 2 motions, 1 declaration, 3 actions · lines in the margin\n")
    assert "   26 │ (1) [d1.1: dredges the basin to four metres; and]\n" in told
    note = next(line for line in told.splitlines() if line.startswith(f"     {BORDER}   d1.1  "))
    for words in (
        "decision · agreed · verb “dredges” · item 243 · part (1) · completes “That the Committee”",
        "carried by 2 to 1, 1 abstaining · moved by Councillor Tarn, seconded by Councillor Crake",
        "by decisions.resolved-capitals (lead, as in “RESOLVED that the report be noted.”)",
    ):
        assert words in note
    assert "i1.1  declaration · Councillor Finch (D Finch) · disclosable pecuniary interest · item 244" in told
    assert "v1.2  amendment · lost by 1 to 2 · moved by Councillor Finch" in told
    assert "a1.2  action · Piers Wren (PW) · due 2024-03-31 · due “by the end of March” · open" in told
    assert "  2 × │ decisions.resolved-capitals" in told


def test_only_paragraphs_with_findings_and_those_around_them_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    filler = "".join(f"The Clerk told what had been heard of berth {number}.\n\n" for number in range(20))
    paper = MINUTES + f"7. Berths\n\n{filler}RESOLVED that the berths be cleared.\n\n{filler}"
    told = told_of(capsys, paper)
    assert "│ 7. Berths\n" in told
    assert "of berth 19." in told
    assert "of berth 18." not in told
    assert "    … │\n" in told
    whole = told_of(capsys, paper, Wanted(whole=True))
    assert whole.count("of berth 18.") == 2
    assert "…" not in whole


def test_a_long_paragraph_beside_a_finding_is_cut_to_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    paper = MINUTES + f"{'The Clerk spoke of berths. ' * 30}\n\nRESOLVED that the berths be cleared.\n"
    lines = told_of(capsys, paper).splitlines()
    (context,) = (line for line in lines if "spoke of berths" in line)
    assert len(context) < 120
    assert context.endswith(" …")
    assert told_of(capsys, paper, Wanted(whole=True)).count("spoke of berths.") == 30


def test_a_long_stretch_beside_marked_words_is_cut_in_its_middle(capsys: pytest.CaptureFixture[str]) -> None:
    spoken = f"First he was silent. {'The Clerk spoke of berths. ' * 30}Then he sat down. "
    told = told_of(capsys, f"{MINUTES}{spoken}RESOLVED that the berths be cleared.\n")
    (line,) = (line for line in told.splitlines() if "RESOLVED [" in line)
    assert "First he was silent. The Clerk spoke" in line
    assert "Then he sat down. RESOLVED [dL12.1: that the berths be cleared.]" in line
    assert line.count("spoke") < 12


def test_one_kind_alone_can_be_marked(capsys: pytest.CaptureFixture[str]) -> None:
    told = told_of(capsys, TEXT, Wanted(kinds=frozenset({FoundKind.ACTIONS})))
    assert "[a" in told
    assert "[d" not in told
    named = told_of(capsys, TEXT, Wanted(kinds=NAMINGS))
    assert "person · Piers Wren" in named
    assert "board or committee · by organisations." in named
    assert "[a" not in named


def test_pages_can_be_chosen(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(1, 5):
        canvas.drawString(72, 700, "Minutes of the Harbour Board held on 4 March 2024")
        canvas.drawString(72, 650, f"RESOLVED that berth {page} be cleared.")
        canvas.showPage()
    canvas.save()
    (tmp_path / "minutes.pdf").write_bytes(out.getvalue())
    told = explained(tmp_path / "minutes.pdf", "--page", "2-3").stdout
    assert [number for number in range(1, 5) if f"berth {number} be cleared" in told] == [2, 3]
    assert re.search(r"^ +3 │ RESOLVED \[d3\.1: that berth 3 be cleared", told, re.MULTILINE)


def test_a_paper_without_findings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    told = told_of(capsys, "Harbour dues\n\nThe tariff stands on the site.\n")
    assert told.strip() == f"{NAME} · nothing found"


def test_characters_that_would_steer_the_terminal_are_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "RESOLVED that the \x1b[31mfence\x07 \u202ebe mended.\n"
    told = told_of(capsys, MINUTES + hostile)
    assert "\\x1b[31mfence\\x07 \\u202ebe mended" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


def test_it_explains_and_writes_at_once(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT)
    result = explained(tmp_path / NAME, "--only", "decisions, actions", "--only", "people", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "[a" in result.stdout
    assert "[person-" in result.stdout
    assert "1 file: 1 new" in result.stdout
    assert (tmp_path / "out" / "harbour-minutes.json").exists()


def test_without_out_nothing_is_written_and_papers_of_one_name_are_all_read(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / NAME).write_text(MINUTES + f"RESOLVED that {folder} be noted.\n")
    before = sorted(tmp_path.rglob("*"))
    result = explained(tmp_path)
    assert result.exit_code == 0
    assert result.stdout.count(NAME) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_can_t_be_read_costs_a_line_and_an_exit_code(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / NAME).write_text(TEXT)
    result = explained(tmp_path)
    assert result.exit_code == 3
    assert "broken.pdf" in result.stderr
    assert "[a" in result.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "Say where to write to (--out DIR), or --explain"),
        (["--page", "3"], "--only, --page and --whole say what --explain prints"),
        (["--out", "out", "--whole"], "--only, --page and --whole say what --explain prints"),
        (["--explain", "--only", "decisions,luck"], "'luck' is none of decisions, recommendations"),
        (["--explain", "--only", ""], "'' is none of decisions"),
        (["--explain", "--page", "5-3"], "'5-3' are no pages"),
        (["--explain", "--page", "0"], "'0' are no pages"),
        (["--explain", "--page", "ten"], "'ten' are no pages"),
    ],
)
def test_a_wrong_command_line_says_what_is_meant(options: list[str], told: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["analyse", str(tmp_path), *options])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def test_every_kind_of_finding_can_be_marked() -> None:
    document = made(TEXT, NAME).document
    body = Organisation(
        id=FindingId("organisation-1"), name="Board", kind=made(TEXT).findings.organisations[0].kind, aliases=(),
        mentions=made(TEXT).findings.organisations[0].mentions,
    )  # fmt: skip
    assert {mark.kind for mark in marks_of(Findings(organisations=(body,)), set(FoundKind))} == {
        FoundKind.ORGANISATIONS
    }
    told = marks_of(findings(document), set(FoundKind))
    assert {mark.kind.value for mark in told} == {"decisions", "motions", "declarations", "actions"}
    assert len(told) == 9


def coded_rules() -> dict[str, str]:
    """Each rule id that stands as a word in the code of ``extract``, and the file that it stands in."""
    found = {}
    for path in Path("extract").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="RuleId"), args=[ast.Constant(value=str() as rule)]):
                    found[rule] = path.name
    return found


def test_every_rule_of_the_code_says_what_it_is() -> None:
    in_files = {rule.id for book in books() for rule in rules(book)}
    unknown = {rule: file for rule, file in coded_rules().items() if rule not in CODED and rule not in in_files}
    assert not unknown, "say in extract/rulewords.py what these rules are, for those who ask why something was found"
    assert not set(CODED) & in_files


def test_every_rule_that_a_finding_bears_is_told() -> None:
    result = explained(*papers(), "--only", ",".join(FoundKind))
    assert result.exit_code == 0, result.output
    told = {match[1] for match in re.finditer(r" · by ([a-z_]+\.[a-z0-9-]+)", result.stdout)}
    assert len(told) > len(FoundKind)
    assert {rule for rule in told if rule_words(RuleId(rule)) is None} == set()
    assert all(f"{rule} (" in result.stdout for rule in told)
