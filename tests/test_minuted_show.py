"""`show`: a paper's table of contents, one paragraph by its number, one page, and how each is cited."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.document import Attendance, Document, Doubt, Exemption, ItemPaper, MinutesApproval, Section, SectionId
from corpus.findings import Findings, RuleId, Unresolved
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import AttendanceStatus
from minuted.cli import cli
from minuted.output.passage import passage_words
from tests.papers_made import Made, made
from tests.sections_made import section

PACK = """NORTHMERE BOROUGH COUNCIL

Agenda for a meeting of the Harbour Committee to be held on 4 March 2024

1. Apologies for absence

2. Dredging of the Inner Basin

3. Site of the new crane

NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 4 March 2024
Report of: Ines Quill, Chief Engineer
Subject: Dredging of the Inner Basin

1.0 PURPOSE

1.1 To tell the Committee what the basin needs.

2.0 WHAT IS PROPOSED

2.1 That the basin be dredged to a depth of four metres from the lock to the west quay before the winter.

2.2 The Harbour Master would see to:

(a) notices to mariners;

(b) the berths that have to be cleared.

3.0 COSTS

3.1 The work costs 40,000 pounds.
"""

MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

242. Apologies for absence

There were none.

243. Dredging of the Inner Basin

RESOLVED that the basin be dredged.

243. Site of the new crane

The press and public were excluded.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_corpus(tmp_path_factory.mktemp("show") / "corpus", {"pack.txt": PACK, "minutes.txt": MINUTES})


def made_corpus(folder: Path, files: dict[str, str]) -> Path:
    with Corpus.open(folder, create=True) as corpus:
        for name, text in files.items():
            paper = made(text, name)
            if name == "pack.txt":
                document = structured(paper.document)
                at = document.text.index("The work costs")
                nobody = Unresolved(
                    span=Span(at, at + 8), as_written="The work", candidates=("Ines Quill", "Piers Quill"),
                    reason="it fits two", rule=RuleId("people.surname"),
                )  # fmt: skip
                paper = Made(document, Findings(unresolved=(nobody,)))
            source = SourceFile(f"/papers/{name}", len(text), 0)
            corpus.add(paper.document, paper.findings, source=source, reader_version="1", ruleset_version="1")
    return folder


# The lines that a section begins with: its level, number and heading.
SECTIONS = {
    "1. Apologies for absence": (1, "1", "Apologies for absence"),
    "2. Dredging of the Inner Basin": (1, "2", "Dredging of the Inner Basin"),
    "3. Site of the new crane": (1, "3", "Site of the new crane"),
    "1.0 PURPOSE": (1, "1.0", "PURPOSE"),
    "1.1 To tell": (2, "1.1", None),
    "2.0 WHAT IS PROPOSED": (1, "2.0", "WHAT IS PROPOSED"),
    "2.1 That": (2, "2.1", None),
    "2.2 The": (2, "2.2", None),
    "(a) notices": (3, "a", None),
    "(b) the berths": (3, "b", None),
    "3.0 COSTS": (1, "3.0", "COSTS"),
    "3.1 The work": (2, "3.1", None),
}


def structured(document: Document) -> Document:
    """The pack, its sections and what else structure tells of it set by hand: other tests ask whether it is found."""
    sections: list[Section] = []
    for begin, (level, number, heading) in SECTIONS.items():
        start = document.text.index(begin)
        paper = document.paper_at(start)
        assert paper is not None
        above = [each for each in sections if each.paper == paper.id and each.level < level]
        later = [
            at for key, (other, _, _) in SECTIONS.items() if other <= level and (at := document.text.index(key)) > start
        ]
        section = Section(
            id=SectionId(f"{document.id}/s{document.place(start)}.1"),
            paper=paper.id,
            number=number,
            heading=heading,
            level=level,
            parent=above[-1].id if level > 1 else None,
            span=Span(start, min([at - 1 for at in later if at < paper.span.end] or [paper.span.end])),
        )
        sections.append(section)

    def member(name: str, **told: str) -> Attendance:
        start = document.text.index(name)
        span = Span(start, start + len(name))
        return Attendance(meeting=None, name=name, status=AttendanceStatus.PRESENT, span=span, **told)

    item = next(each for each in sections if each.heading == "Dredging of the Inner Basin")
    costs = next(each for each in sections if each.heading == "COSTS")
    at = document.text.index("The work costs")
    return replace(
        document,
        sections=tuple(sections),
        attendance=(member("Ines Quill", role="Chief Engineer"), member("The work", note="a name by mistake")),
        item_papers=(ItemPaper(section=item.id, paper=document.papers[1].id, reason="the same title"),),
        exemptions=(Exemption(span=Span(at, at + 14), paragraphs=("3",), withheld=True, section=costs.id),),
        doubts=(Doubt(Span(at, at + 8), "no such work is known"),),
    )


def show(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--corpus", str(folder), "show", *arguments])


def told(folder: Path, *arguments: str) -> str:
    result = show(folder, *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def answer(folder: Path, *arguments: str) -> Any:
    return json.loads(told(folder, *arguments, "--json"))


def contents_of(text: str, heading: str = "contents") -> list[str]:
    """The lines of a table of contents, dots left out."""
    lines = text.partition(f"\n{heading} ")[2].partition("\n\n")[0].splitlines()[1:]
    return [" ".join(word for word in line.replace("...", " ").split() if word.strip(".")) for line in lines]


def report(folder: Path) -> str:
    return str(answer(folder, "pack.txt")["papers"][1]["id"])


def test_a_paper_is_shown_as_a_table_of_contents(folder: Path) -> None:
    text = told(folder, report(folder))
    assert contents_of(text) == [
        "1.0 PURPOSE 18",
        "1.1 To tell the Committee what the basin needs. 20",
        "2.0 WHAT IS PROPOSED 22",
        "2.1 That the basin be dredged to a depth of four metres from the lock to the … 24",
        "2.2 The Harbour Master would see to: 26",
        "a notices to mariners; 28",
        "b the berths that have to be cleared. 30",
        "3.0 COSTS 32",
        "exempt: paragraph 3 of Schedule 12A, not in this file 34",
        "3.1 The work costs 40,000 pounds. 34",
    ]
    assert "Report of: " not in text
    assert "Ines Quill, Chief Engineer" in text
    assert "4 March 2024" in text


def test_the_pages_of_a_table_of_contents_stand_below_each_other(folder: Path) -> None:
    lines = told(folder, report(folder)).partition("\ncontents ")[2].partition("\n\n")[0].splitlines()[1:]
    assert len({len(line) for line in lines}) == 1
    indents = [len(line) - len(line.lstrip()) for line in lines]
    assert indents[:7] == [0, 2, 0, 2, 2, 4, 4]


def test_deeper_levels_are_left_out_and_counted(folder: Path) -> None:
    text = told(folder, report(folder), "--depth", "1")
    assert [line.split()[0] for line in contents_of(text) if line[0].isdigit()] == ["1.0", "2.0", "3.0"]
    assert "and 6 below these: --depth 3 shows all" in text


def test_the_tree_is_given_as_json(folder: Path) -> None:
    tree = answer(folder, report(folder))["outline"]
    assert [each["number"] for each in tree] == ["1.0", "2.0", "3.0"]
    assert [each["number"] for each in tree[1]["below"]] == ["2.1", "2.2"]
    assert [each["words"] for each in tree[1]["below"][1]["below"]] == [
        "notices to mariners;",
        "the berths that have to be cleared.",
    ]
    assert tree[2]["exempt"] == ["exempt: paragraph 3 of Schedule 12A, not in this file"]


def test_a_document_shows_its_papers_and_the_items_they_belong_to(folder: Path) -> None:
    lines = contents_of(told(folder, "pack.txt"), "papers")
    assert len(lines) == 2
    assert lines[0].endswith("1 #p1")
    assert "item 2 · Dredging of the Inner Basin" in lines[1]
    assert answer(folder, "pack.txt")["item_papers"][0]["reason"] == "the same title"
    assert "2 Dredging of the Inner Basin" in told(folder, "pack.txt#p2")
    assert "#p2" in told(folder, "pack.txt#item 2").partition("papers of this item")[2]


def test_what_is_exempt_or_doubtful_is_told(folder: Path) -> None:
    paragraph = told(folder, "pack.txt#3.1")
    assert "exempt: paragraph 3 of Schedule 12A, not in this file · line 34 · “The work costs”" in paragraph
    assert "“The work” · no such work is known" in paragraph
    assert answer(folder, "pack.txt#3.1")["doubtful"][0]["text"] == "The work"


def test_who_is_linked_to_nobody_is_told_where_it_stands(folder: Path) -> None:
    words = "linked to nobody\n  “The work” · it fits two · could be Ines Quill or Piers Quill · line 34"
    assert words in told(folder, "pack.txt#3.1")
    assert words not in told(folder, "pack.txt#2.1")
    (row,) = answer(folder, "pack.txt#3.1")["unresolved"]
    assert row["candidates"] == ["Ines Quill", "Piers Quill"]


def test_a_meeting_tells_the_minutes_that_it_confirmed(tmp_path: Path) -> None:
    text = MINUTES.replace("There were none.", "The minutes of the meeting held on 5 February 2024 were confirmed.")
    paper = made(text, "minutes.txt")
    meeting, start = paper.document.meetings[0].id, paper.document.text.index("The minutes of")
    approval = MinutesApproval(meeting=meeting, date="2024-02-05", span=Span(start, start + 14))
    document = replace(paper.document, approvals=(approval,))
    with Corpus.open(tmp_path, create=True) as corpus:
        source = SourceFile("/papers/minutes.txt", len(text), 0)
        corpus.add(document, paper.findings, source=source, reader_version="1", ruleset_version="1")
    assert "\nconfirmed the minutes of\n  5 February 2024 · line 9 · “The minutes of”\n" in told(tmp_path, meeting)
    assert answer(tmp_path, meeting)["confirmed"][0]["date"] == "2024-02-05"


def test_members_that_a_paper_lists_are_shown_with_it(folder: Path) -> None:
    listed = told(folder, report(folder)).partition("\nmembers\n")[2].splitlines()[:2]
    assert listed == ["  Ines Quill · Chief Engineer", "  The work · a name by mistake"]
    assert [each["name"] for each in answer(folder, report(folder))["attendance"]] == ["Ines Quill", "The work"]
    assert "attendance" not in answer(folder, "pack.txt#p1")


@pytest.mark.parametrize("wanted", ["pack.txt#2.1", "/papers/pack.txt#2.1", "papers/pack.txt#para 2.1."])
def test_a_paragraph_is_shown_whole_with_what_stands_above_it_and_its_citation(wanted: str, folder: Path) -> None:
    lines = told(folder, wanted).splitlines()
    assert lines[0] == "2.1 · line 24"
    assert lines[2] == "2.0 WHAT IS PROPOSED"
    assert (
        "2.1 That the basin be dredged to a depth of four metres from the lock to the west quay before the winter."
        in (lines)
    )
    cited = (
        "Northmere Borough Council, Harbour Committee, 4 March 2024, report “Dredging of the Inner Basin”,"
        " paragraph 2.1, line 24, pack.txt"
    )
    assert f"  cite as  {cited}" in lines
    assert answer(folder, wanted)["citation"] == cited


def test_a_letter_is_cited_with_the_number_that_it_stands_below(folder: Path) -> None:
    assert "paragraph 2.2(a), line 28" in told(folder, "pack.txt#2.2(a)")


@pytest.mark.parametrize(
    ("kind", "path", "cited"),
    [
        ("report", ["3", "3.7", "3.7.5"], "paragraph 3.7.5"),
        ("report", ["1.0", "1.1"], "paragraph 1.1"),
        ("report", ["2.2", "a"], "paragraph 2.2(a)"),
        ("report", ["2.2", "(a)", "ii"], "paragraph 2.2(a)(ii)"),
        ("report", ["5.0", "1"], "section 5.0, paragraph 1"),
        ("minutes", ["4"], "minute 4"),
        ("minutes", ["4", "1"], "minute 4, paragraph 1"),
        ("minutes", ["8", "2", "a"], "minute 8, paragraph 2(a)"),
        ("minutes", ["Minute 242"], "Minute 242"),
        ("minutes", ["HWB10"], "minute HWB10"),
        ("minutes", ["18.11.4"], "minute 18.11.4"),
        ("agenda", ["7"], "item 7"),
        ("minutes", ["4", None], "minute 4, “Dues”"),
        ("report", [None, "6"], "paragraph 6"),
        ("report", [None], "“Dues”"),
        ("report", [], ""),
    ],
)
def test_a_passage_is_cited_by_all_numbers_that_it_takes(kind: str, path: list[str | None], cited: str) -> None:
    sections = [replace(section(at, number), paper_kind=kind, heading="Dues") for at, number in enumerate(path)]
    assert passage_words(sections) == cited


def test_minutes_are_cited_by_minute_and_decisions_below_it(folder: Path) -> None:
    assert "minutes, minute 242, line 7, minutes.txt" in told(folder, "minutes.txt#minute 242")
    decision = answer(
        folder, "minutes.txt#d" + answer(folder, "minutes.txt#p1")["decisions"][0]["id"].rpartition("/d")[2]
    )
    assert decision["kind"] == "decision"
    assert "minutes, minute 243, line 13" in decision["citation"]


def test_a_number_that_repeats_is_no_guess(folder: Path) -> None:
    result = show(folder, "minutes.txt#243")
    assert result.exit_code == 1
    (sections,) = [answer(folder, "minutes.txt#p1")["sections"]]
    ids = [each["id"] for each in sections if each["number"] == "243"]
    assert len(ids) == 2
    for id_ in ids:
        assert id_ in result.stdout
        assert answer(folder, id_)["number"] == "243"
    assert result.stderr == "minuted: 2 paragraphs are numbered 243: name one by its id, or have --all of them\n"
    matches = json.loads(show(folder, "minutes.txt#243", "--json").stdout)["matches"]
    assert [each["id"] for each in matches] == ids
    assert [each["id"] for each in answer(folder, "minutes.txt#243", "--all")] == ids
    # The table of contents tells what else they can be named by.
    handles = [id_.rpartition("/")[2] for id_ in ids]
    assert [line.rpartition("#")[2] for line in contents_of(told(folder, "minutes.txt")) if "#" in line] == handles
    assert answer(folder, f"minutes.txt#{handles[1]}")["id"] == ids[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("pack.txt#2.3",), "no paragraph is numbered '2.3'; the nearest are 2.2, 2.1"),
        (("pack.txt#page=2",), "there is no page 2; its page is 1"),
        (("pack.txt", "--page", "9"), "there is no page 9"),
        (("nothing.txt#4",), "nothing in the corpus has the id 'nothing.txt'"),
        (("pack.txt#",), "nothing in the corpus has the id 'pack.txt#'"),
        (("n" * 5000,), "nothing in the corpus has the id 'nnn"),
        (("n" * 5000, "--draw", "out.png"), "nothing in the corpus has the id 'nnn"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(arguments: tuple[str, ...], reason: str, folder: Path) -> None:
    result = show(folder, *arguments)
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    assert reason in line


def test_a_file_that_was_never_read_is_told_from_a_name_that_is_wrong(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    file.write_text(MINUTES)
    for wanted in (str(file), f"{file}#242"):
        assert show(folder, wanted).output == f"minuted: {file}: is not in the corpus yet; `minuted ingest` reads it\n"


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    with Corpus.open(folder, create=True) as corpus:
        for place, text in (("a", PACK), ("b", MINUTES)):
            paper = made(text, "same.txt")
            source = SourceFile(f"/{place}/same.txt", len(text), 0)
            corpus.add(paper.document, paper.findings, source=source, reader_version="1", ruleset_version="1")
    result = show(folder, "same.txt#1")
    assert result.exit_code == 1
    assert "/a/same.txt" in result.stdout
    assert "/b/same.txt" in result.stdout
    assert "2 documents were read from a file same.txt" in result.stderr
    assert answer(folder, "b/same.txt#242")["heading"] == "Apologies for absence"


def test_a_page_is_shown_with_what_begins_on_it(folder: Path) -> None:
    page = answer(folder, "minutes.txt#page=1")
    assert page["words"] == answer(folder, "minutes.txt")["words"].strip("\n")
    assert page == answer(folder, "minutes.txt", "--page", "1")
    assert [each["number"] for each in page["outline"]] == ["242", "243", "243"]
    assert "RESOLVED that the basin be dredged." in told(folder, "minutes.txt", "--page", "1")


def on_terminal(folder: Path, columns: int, *arguments: str) -> str:
    """What the command writes on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "minuted", "--corpus", str(folder), "show", *arguments]
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm"}
    done = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    read = b""
    try:
        while more := os.read(ours, 4096):
            read += more
    except OSError:
        # Linux tells the end of a terminal in this way.
        pass
    os.close(ours)
    assert done.wait() == 0
    return read.decode().replace("\r\n", "\n")


def test_a_terminal_is_not_overrun(folder: Path) -> None:
    import click

    text = click.unstyle(on_terminal(folder, 48, report(folder)))
    contents = text.partition("\ncontents ")[2].partition("\n\n")[0].splitlines()[1:]
    assert max(map(len, contents)) <= 48
    assert any(line.endswith("...   24") for line in contents)
    assert "\x1b[1m" in on_terminal(folder, 48, report(folder))
    assert "\x1b" not in told(folder, report(folder))
