"""The command line as a whole: help, what is loaded, exit codes, and what is said of bad input."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from reportlab.pdfgen.canvas import Canvas

from minuted.cli import COMMANDS, cli

HEAVY = ("spacy", "pdfplumber", "pypdfium2", "docx", "lxml", "sqlite_utils")


def minuted(*arguments: str | Path) -> Result:
    """One call of the command line, in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def loaded_by(*arguments: str | Path) -> set[str]:
    """The modules that a call of the command line, in a process of its own, has loaded when it ends."""
    code = (
        "import sys\nfrom minuted.cli import cli\n"
        "try: cli.main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "sys.stderr.write('\\n'.join(sys.modules))"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stderr.split())


def pdf(*lines: str, encrypt: str | None = None) -> bytes:
    """A PDF of one page."""
    file = BytesIO()
    canvas = Canvas(file, encrypt=encrypt)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * number, line)
    canvas.save()
    return file.getvalue()


def state(folder: Path) -> dict[str, str]:
    """The content of every file below ``folder``."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


# Help


def test_the_help_lists_every_command_once_and_in_full() -> None:
    told = minuted("--help").output
    for name in COMMANDS:
        (line,) = [line for line in told.splitlines() if line.startswith(f"  {name} ")]
        assert not line.endswith("...")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_that_it_understands(name: str) -> None:
    result = minuted(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"minuted {name}" in result.output or f" {name} " in result.output


def test_every_option_is_explained_or_speaks_for_itself() -> None:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help or isinstance(parameter.type, click.Choice), f"{name} {parameter.opts}"


def test_every_list_gives_json_and_csv() -> None:
    for name in ("papers", "fields", "meetings", "people", "organisations", "decisions", "actions"):
        told = minuted(name, "--help").output
        assert "--json" in told
        assert "--csv" in told


# What is loaded


def test_the_help_loads_nothing_heavy() -> None:
    assert not loaded_by("--help") & {*HEAVY, "whoosh", "tantivy", "rich"}


def test_a_search_loads_neither_readers_nor_spacy(sample_corpus: Path) -> None:
    loaded = loaded_by("--corpus", sample_corpus, "search", "baths")
    assert "whoosh" in loaded, "the search did run"
    assert not loaded & {*HEAVY, "rich", "corpus.coverage.model", "minuted.lookedthrough", "search.scope"}


def test_a_run_that_finds_nothing_new_loads_neither_readers_nor_an_index(tmp_path: Path) -> None:
    paper = tmp_path / "note.txt"
    paper.write_text("MINUTES of the Cabinet held on 3 May 2024\n\nRESOLVED that the report be noted.\n")
    arguments = ("--corpus", tmp_path / "corpus", "ingest", paper)
    assert minuted(*arguments).exit_code == 0
    assert not loaded_by(*arguments) & {*HEAVY, "whoosh", "tantivy", "rich"}


# Bad input: what is made of it, what is said, and the exit code

Made = Callable[[Path], Path]


def made(name: str, data: bytes) -> Made:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def empty_folder(folder: Path) -> Path:
    path = folder / "no-papers"
    path.mkdir()
    (path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return path


WHOLE = pdf("Minutes of the Cabinet", "RESOLVED that the report be noted.")

BAD_FILES: dict[str, tuple[Made, str, int]] = {
    "missing": (lambda folder: folder / "missing.pdf", "no such file or folder", 1),
    "folder without papers": (empty_folder, "holds no papers", 1),
    "empty": (made("empty.pdf", b""), "is empty", 3),
    "cut in the middle": (made("cut.pdf", WHOLE[: len(WHOLE) // 2]), "damaged", 3),
    "encrypted": (made("locked.pdf", pdf("Secret", encrypt="key")), "password", 3),
    "JPEG": (made("photo.pdf", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(400)), "is a JPEG picture", 3),
    "bytes of 0xFF": (made("noise.txt", b"\xff" * 5000), "text", 3),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_gets_one_clear_line_and_the_right_exit_code(case: str, tmp_path: Path, copied_corpus: Path) -> None:
    make, reason, code = BAD_FILES[case]
    path = make(tmp_path)
    before = minuted("--corpus", copied_corpus, "papers", "--json").output
    result = minuted("--corpus", copied_corpus, "ingest", path)
    assert result.exit_code == code
    (line,) = result.stderr.splitlines()
    assert str(path) in line
    assert reason in line
    assert "Traceback" not in result.output
    assert minuted("--corpus", copied_corpus, "papers", "--json").output == before
    assert minuted("--corpus", copied_corpus, "doctor").exit_code == 0


@pytest.mark.parametrize("case", BAD_FILES)
def test_analyse_says_the_same_of_a_bad_file_and_writes_nothing(case: str, tmp_path: Path) -> None:
    make, reason, code = BAD_FILES[case]
    path = make(tmp_path)
    result = minuted("analyse", path, "--out", tmp_path / "out")
    assert result.exit_code == code
    (line,) = result.stderr.splitlines()
    assert reason in line
    assert state(tmp_path / "out") == {}


def test_what_names_no_paper_makes_no_corpus(tmp_path: Path) -> None:
    assert minuted("--corpus", tmp_path / "corpus", "ingest", tmp_path / "missing.pdf").exit_code == 1
    assert not (tmp_path / "corpus").exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("show", "no-such-id"), "nothing in the corpus has the id 'no-such-id'"),
        (("search", "(baths"), "query not understood at character 1"),
        (("search", '"baths'), "query not understood"),
        (("search", "colour:red"), "there is no field 'colour'"),
        (("search",), "the query is empty"),
        (("timeline", "baths)"), "query not understood"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_bad_question_gets_one_line_and_changes_nothing(
    arguments: tuple[str, ...], reason: str, sample_corpus: Path
) -> None:
    before = state(sample_corpus)
    result = minuted("--corpus", sample_corpus, *arguments)
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    assert line.startswith("minuted: ")
    assert reason in line
    assert state(sample_corpus) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ingest",),
        ("decisions", "--since", "June"),
        ("decisions", "--since", "2024-13"),
        ("decisions", "--outcome", "maybe"),
        ("papers", "--limit", "0"),
        ("analyse", "a.pdf"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = minuted("--corpus", tmp_path, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_corpus_that_is_a_file_or_lies_below_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    paper = tmp_path / "paper.txt"
    paper.write_text("Minutes")
    for folder in (file, file / "below"):
        result = minuted("--corpus", folder, "ingest", paper)
        assert result.exit_code == 1
        (line,) = result.output.splitlines()
        assert "it is a file, not a folder" in line
    assert file.read_text() == "not a folder"


def test_a_corpus_where_nothing_can_be_written_is_refused(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("Minutes")
    result = minuted("--corpus", "/proc/minuted", "ingest", paper)
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    assert line.startswith("minuted: a corpus can't be made at /proc/minuted")


@pytest.mark.parametrize("command", ["papers", "search x", "timeline x", "doctor", "reindex", "show x"])
def test_a_question_to_no_corpus_says_how_to_make_one(command: str, tmp_path: Path) -> None:
    result = minuted("--corpus", tmp_path / "none", *command.split())
    assert result.exit_code == 1
    assert "make one with `minuted ingest PATH`" in result.output
    assert not (tmp_path / "none").exists()


def test_a_traceback_is_shown_only_with_debug(tmp_path: Path) -> None:
    assert "Traceback" not in minuted("--corpus", tmp_path, "papers").output
    assert "Traceback" in minuted("--debug", "--corpus", tmp_path, "papers").output


def test_a_reader_that_goes_away_is_no_error(sample_corpus: Path) -> None:
    pipe = f"{sys.executable} -m minuted --corpus {sample_corpus} decisions --csv | head -n 1"
    result = subprocess.run(["bash", "-c", pipe], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("id,document,")
    assert result.stderr == ""
