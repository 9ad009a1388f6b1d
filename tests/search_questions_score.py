"""Scores the search on questions with known answers: how often the right place comes first.

    python tests/search_questions_score.py                      the questions on the sample papers, and the misses
    python tests/search_questions_score.py --engine whoosh      the same with another engine
    python tests/search_questions_score.py --json               the same as JSON
    python tests/search_questions_score.py --corpus FOLDER --questions FILE   other questions, on other papers

Each question is asked as `minuted search` asks it: best first, a result a paper, a looser reading where nothing holds
all words. It is answered where the best place of the first result is a right one: in the right file, opening at the
page where the answer stands, and holding its words. `tests/search_questions.toml` says what a question file holds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from corpus.document import Document
from corpus.entries import Entry, EntryKind
from corpus.store import Corpus
from minuted.demo import make_demo
from minuted.indexing import rebuild
from minuted.searching import SearchRequest, search
from search.engine import Order
from search.engines import ENGINES
from search.filters import Filters

QUESTIONS = Path(__file__).resolve().parent / "search_questions.toml"

_RESULTS = 3
"""Results that a person reads before asking again."""

_SHOWN = 70  # characters of a place's text in the list of misses
_PRINTED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "|": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer stands: ``words`` in ``file``, on ``page`` if that has pages.

    ``whole``: what is asked for is a paper, so that the paper as a whole will do, whichever words its hit holds.
    """

    file: str
    words: str
    page: int | None = None
    whole: bool = False

    def is_reached_by(self, entry: Entry) -> bool:
        """Whether who opens ``entry`` stands before the answer.

        The text of a paper's entry is what stands before its first section, such as a front sheet: no more than that.
        """
        if not in_file(entry, self.file) or self.page not in (None, entry.page):
            return False
        return (self.whole and entry.kind is EntryKind.PAPER) or folded(self.words) in folded(entry.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person wants to know (``asked``), what they type (``query``), and the ``places`` that answer it."""

    who: str
    asked: str
    query: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of a question: ``first`` is the best place of the first result.

    ``right``: that answers it; ``right_file``: it is at least in the right file; ``among_three``: one of the places
    told of the first three results answers it.
    """

    question: Question
    first: Entry | None
    right: bool
    right_file: bool
    among_three: bool


def questions(path: Path = QUESTIONS) -> tuple[Question, ...]:
    """The questions of a file."""
    told: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    return tuple(Question(**{**each, "places": tuple(Place(**place) for place in each["places"])}) for each in told)


def ask(corpus: Path, question: Question) -> Answered:
    """Asks the corpus in a folder; raises what ``minuted.searching.search`` raises."""
    request = SearchRequest(text=question.query, filters=Filters(), order=Order.RELEVANCE, limit=_RESULTS)
    results = search(corpus, request).shown.results
    first = results[0].best.entry if results else None
    told = [hit.entry for result in results for hit in result.hits]
    return Answered(
        question=question,
        first=first,
        right=_answers(question, first),
        right_file=first is not None and any(in_file(first, place.file) for place in question.places),
        among_three=any(_answers(question, entry) for entry in told),
    )


def misplaced(corpus: Path, asked: Iterable[Question]) -> list[Place]:
    """The places whose words don't stand where they are said to: their questions would be missed whatever is found."""
    with Corpus.open(corpus) as held:
        return [place for question in asked for place in question.places if not _stands(held, place)]


def in_file(entry: Entry, file: str) -> bool:
    """Whether ``entry`` stands in the file of that name."""
    return PurePath(entry.document_name).name == file


def folded(text: str) -> str:
    """``text`` as it is compared: what differs by how a paper is printed, such as line ends, is the same."""
    return " ".join(text.translate(_PRINTED).split())


@contextmanager
def searched(corpus: Path | None, engine: str | None) -> Iterator[Path]:
    """The corpus to ask: that of the demo, or ``corpus``, of which a copy is made where another engine is to answer."""
    if corpus and engine is None:
        yield corpus
        return
    with tempfile.TemporaryDirectory(prefix="minuted-questions-") as name:
        folder = Path(name) / "corpus"
        if corpus:
            shutil.copytree(corpus, folder)
        else:
            for _ in make_demo(folder):
                pass
        if engine is not None:
            with Corpus.open(folder) as copied:
                rebuild(copied, engine)
        yield folder


def _stands(corpus: Corpus, place: Place) -> bool:
    documents = (corpus.document(row.id) for row in corpus.documents_named(place.file))
    return any(
        folded(place.words) in folded(_text(document, place.page)) for document in documents if document is not None
    )


def _text(document: Document, page: int | None) -> str:
    """The text of a 1-based page, of all where ``None``."""
    if page is None:
        return document.text
    start, end = (*document.page_starts, len(document.text))[page - 1 : page + 1]
    return document.text[start:end]


def _answers(question: Question, entry: Entry | None) -> bool:
    return entry is not None and any(place.is_reached_by(entry) for place in question.places)


def _report(answered: Iterable[Answered]) -> dict[str, Any]:
    each = list(answered)
    return {
        "questions": len(each),
        "right_first": sum(one.right for one in each),
        "right_file_first": sum(one.right_file for one in each),
        "right_among_three": sum(one.among_three for one in each),
        "misses": [
            {
                "asked": one.question.asked,
                "query": one.question.query,
                "wanted": [_wanted(place) for place in one.question.places],
                "got": _got(one.first),
                "right_file": one.right_file,
                "among_three": one.among_three,
            }
            for one in each
            if not one.right
        ],
    }


def _wanted(place: Place) -> str:
    page = f", page {place.page}" if place.page else ""
    return f"{place.file}{page}: {place.words}"


def _got(entry: Entry | None) -> str:
    if entry is None:
        return "nothing"
    text = " ".join(entry.text.split())[:_SHOWN]
    return f"{entry.document_name}, page {entry.page}: {entry.kind} {entry.number or ''} {entry.heading!r}: {text}"


def _lines(report: dict[str, Any]) -> Iterator[str]:
    for miss in report["misses"]:
        near = "among the first three" if miss["among_three"] else "right file" if miss["right_file"] else "not near"
        yield f"{miss['asked']}  [{near}]"
        yield f"  query   {miss['query']}"
        yield from (f"  wanted  {wanted}" for wanted in miss["wanted"])
        yield f"  got     {miss['got']}"
    of = report["questions"]
    yield f"right place first        {report['right_first']:3} of {of}"
    yield f"right file first         {report['right_file_first']:3} of {of}"
    yield f"right place among three  {report['right_among_three']:3} of {of}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a corpus to ask in place of the sample papers")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="a file of questions")
    parser.add_argument("--engine", choices=ENGINES, help="the engine that is to answer")
    parser.add_argument("--json", action="store_true", help="give figures and misses as JSON")
    arguments = parser.parse_args()
    asked = questions(arguments.questions)
    with searched(arguments.corpus, arguments.engine) as corpus:
        if wrong := misplaced(corpus, asked):
            parser.error("\n".join(["these words don't stand there:", *(_wanted(place) for place in wrong)]))
        report = _report(ask(corpus, question) for question in asked)
    if arguments.json:
        sys.stdout.write(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
