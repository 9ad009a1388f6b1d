"""The sample corpus is what its sources say, tells the truth about itself, and is rich enough to try everything on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import corpus.samples
from corpus.samples.make import made, sources
from corpus.samples.registry import bodies, people
from corpus.samples.source import Source, read

FOLDER = Path(corpus.samples.__file__).parent
SOURCES = {source.stem: source for source in sources()}
MATTERS = json.loads((FOLDER / "truth" / "matters.json").read_text(encoding="utf-8"))
MOST_BYTES = 1_000_000
"""What the samples may add to an installation."""
QUOTED = ("recommendations", "decisions", "reported_decisions", "actions")
PLACED = ("papers", "meetings", "sections", "fields", "attendance", *QUOTED)


def truth(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "truth" / f"{stem}.json").read_text(encoding="utf-8"))
    return loaded


def folded(text: str) -> str:
    """Without white space: a PDF breaks lines at hyphens and slashes too."""
    return re.sub(r"\s+|\*\*|</?p>", "", text)


def pages_of(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    texts = [folded(page.get_textpage().get_text_bounded()) for page in pdf]
    pdf.close()
    return texts


def quotes(stem: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in QUOTED:
        for entry in truth(stem)[key]:
            yield entry["text"], entry
    for matter in MATTERS:
        for event in matter["events"]:
            if Path(event["doc"]).stem == stem:
                yield event["quote"], event


def test_script_reproduces_the_committed_files_byte_for_byte() -> None:
    first, second = made(), made()
    assert first == second
    committed = {
        path.relative_to(FOLDER).as_posix() for part in ("papers", "truth") for path in (FOLDER / part).iterdir()
    }
    assert committed == set(first)
    assert [name for name, data in first.items() if (FOLDER / name).read_bytes() != data] == []


def test_corpus_is_small_and_of_all_formats() -> None:
    papers = corpus.samples.papers()
    assert len(papers) >= 14
    assert {path.suffix for path in papers} == {".pdf", ".docx", ".html", ".txt", ".md"}
    assert (
        sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and "pycache" not in str(path))
        < MOST_BYTES
    )


def test_papers_span_fourteen_months() -> None:
    dates = sorted(date.fromisoformat(paper["date"]) for stem in SOURCES for paper in truth(stem)["papers"])
    months = (dates[-1].year - dates[0].year) * 12 + dates[-1].month - dates[0].month + 1
    assert months == 14


@pytest.mark.parametrize("stem", SOURCES)
def test_every_quote_stands_in_the_source(stem: str) -> None:
    text = " ".join(block.words for block in SOURCES[stem].blocks)
    for quote, _ in quotes(stem):
        assert quote in text


@pytest.mark.parametrize("source", [one for one in SOURCES.values() if one.format == "pdf"], ids=lambda one: one.stem)
def test_every_quote_stands_on_its_page(source: Source) -> None:
    pages = [*pages_of(FOLDER / "papers" / f"{source.stem}.pdf"), ""]
    for quote, entry in quotes(source.stem):
        page = entry["page"]
        assert folded(" ".join(quote.split()[:6])) in pages[page - 1], (quote, page)
    known = truth(source.stem)
    for entry in [*known["people"], *known["organisations"]]:
        for page in entry["pages"]:
            forms = (entry["name"], *entry["aliases"])
            assert any(folded(form) in pages[page - 1] + pages[page] for form in forms), (entry, page)


@pytest.mark.parametrize(
    "source", [one for one in SOURCES.values() if one.format in ("txt", "md")], ids=lambda one: one.stem
)
def test_every_quote_stands_on_its_line(source: Source) -> None:
    lines = (FOLDER / "papers" / f"{source.stem}.{source.format}").read_text(encoding="utf-8").splitlines()
    for quote, entry in quotes(source.stem):
        assert folded(quote) in folded(lines[entry["line"] - 1])
    for entry in truth(source.stem)["attendance"]:
        assert entry["name"] in lines[entry["line"] - 1]


@pytest.mark.parametrize("stem", SOURCES)
def test_truth_is_sane(stem: str) -> None:
    known, unit = truth(stem), {"pdf": "page", "txt": "line", "md": "line"}.get(SOURCES[stem].format)
    assert known["source"] == f"{stem}.{SOURCES[stem].format}"
    assert known["papers"]
    ids = {meeting["id"] for meeting in known["meetings"]}
    for key in PLACED:
        for entry in known[key]:
            assert (unit is None) == ("page" not in entry and "line" not in entry)
    for entry in [*known["attendance"], *known["decisions"], *known["actions"]]:
        assert entry["meeting"] in ids or (entry["meeting"] is None and "minutes" not in stem)
    if unit is not None:
        papers = known["papers"]
        assert all(one[f"end_{unit}"] + 1 == other[unit] for one, other in pairwise(papers))
        assert all(paper[unit] <= paper[f"end_{unit}"] for paper in papers)


@pytest.mark.parametrize("stem", [stem for stem in SOURCES if "minutes" in stem])
def test_minutes_have_one_chair_or_mayor_people_decisions_and_known_names(stem: str) -> None:
    known = truth(stem)
    assert known["decisions"]
    assert len(known["attendance"]) >= 7
    presiding = [one for one in known["attendance"] if one["status"] == "chair" or one["role"] == "Mayor"]
    assert len(presiding) == len([one for one in known["meetings"] if one["kind"] == "minutes"])
    assert {one["name"] for one in known["attendance"]} <= {one["name"] for one in known["people"]}


def test_vote_counts_fit_their_results() -> None:
    votes = [entry["vote"] for stem in SOURCES for entry in truth(stem)["decisions"] if "vote" in entry]
    assert {"carried", "lost", "unanimous"} == {vote["result"] for vote in votes}
    for vote in votes:
        if vote["for"] is not None:
            assert (vote["for"] > vote["against"]) == (vote["result"] == "carried")


def test_stories_run_from_notice_to_done_and_from_raised_to_closed() -> None:
    baths, dental = (matter["events"] for matter in MATTERS)
    for events in (baths, dental):
        assert [event["date"] for event in events] == sorted(event["date"] for event in events)
        assert {event["doc"] for event in events} <= {path.name for path in corpus.samples.papers()}
    kinds = [event["kind"] for event in baths]
    assert kinds[0] == "notice"
    assert {"report", "recommendation", "decision", "call_in", "action", "action_closed"} <= set(kinds)
    assert "action_closed" in [event["kind"] for event in dental]
    logged = [
        (stem[-10:], action["owner_full"], action["due"], action["status"])
        for stem in sorted(SOURCES, key=lambda stem: stem[-10:])
        for action in truth(stem)["actions"]
        if action["ref"] == "ICB/24/047"
    ]
    assert [status for *_, status in logged] == ["open", "ongoing", "ongoing", "ongoing", "closed"]
    assert len({owner for _, owner, *_ in logged}) > 1
    assert len({due for *_, due, _ in logged}) == len(logged)


def test_registry_names_nobody_twice() -> None:
    for entities in (people(FOLDER / "sources" / "people.toml"), bodies(FOLDER / "sources" / "bodies.toml")):
        forms = [form for entity in entities for form in entity.forms]
        assert len(forms) == len(set(forms))


def test_a_fact_that_its_block_does_not_say_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.paper"
    path.write_text(
        "format: txt\n\np The report was noted.\n+ decision outcome=noted | text=The report was approved.\n"
    )
    with pytest.raises(ValueError, match=r"a\.paper:4: the block above does not say this"):
        read(path)
