"""The feed of what watches tell: sound whatever papers say, on top of what it held, and never half-written."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from asking import answer, run, text
from held_made import hold, settle
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.store import Corpus
from minuted.indexing import bring_up_to_date
from minuted.output import atom
from minuted.output.atom import FeedEntry, add_to_feed
from minuted.output.terminal import visible

ATOM = "{http://www.w3.org/2005/Atom}"
NOW = "2024-06-05T04:30:00Z"
MINUTES = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on {day} 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

5. {heading}

RESOLVED: That the dredging of the inner basin be approved, {words}.
"""


def entry(number: int, title: str = "a", content: str = "b") -> FeedEntry:
    """One entry of many."""
    return FeedEntry(
        id=f"urn:x-test:{number}", title=title, updated=NOW, content=content, link="a.pdf#page=3", category="dredging"
    )


def entries(path: Path) -> list[ElementTree.Element]:
    """The entries of the feed, which must be what RFC 4287 asks for."""
    feed = ElementTree.parse(path).getroot()
    assert feed.tag == f"{ATOM}feed"
    found = feed.findall(f"{ATOM}entry")
    for element in (feed, *found):
        for name in ("id", "title", "updated"):
            (child,) = element.findall(f"{ATOM}{name}")
            assert child.text
        assert re.fullmatch(r"urn:[a-z][a-z0-9-]+:[\w:-]+", element.findtext(f"{ATOM}id") or "")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = [each.findtext(f"{ATOM}id") for each in found]
    assert len(set(ids)) == len(ids)
    return found


def publish(folder: Path, name: str, day: str, heading: str = "Dredging", words: str = "at once") -> Path:
    """The corpus in ``folder`` when it holds minutes of that day, too."""
    with Corpus.open(folder, create=True) as corpus:
        hold(corpus, MINUTES.format(day=day, heading=heading, words=words), name)
        settle(corpus)
        bring_up_to_date(corpus)
    return folder


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A corpus with the minutes of one meeting, and a watch for decisions on dredging that knows them."""
    folder = publish(tmp_path / "corpus", "may.txt", "7 May")
    text(folder, "watch", "add", "dredging", "dredging", "--kind", "decision")
    return folder


def test_a_feed_is_begun_empty_and_grows_with_the_newest_first(harbour: Path, tmp_path: Path) -> None:
    feed = tmp_path / "new.xml"
    text(harbour, "watch", "run", "--atom", str(feed))
    assert entries(feed) == []
    begun = ElementTree.parse(feed).getroot().findtext(f"{ATOM}id")
    for name, day in (("june.txt", "4 June"), ("july.txt", "2 July")):
        publish(harbour, name, day)
        told = text(harbour, "watch", "run", "--atom", str(feed))
        assert "1 new" in told, "what is in the feed is printed as well"
    july, june = entries(feed)
    assert "2 July 2024" in (july.findtext(f"{ATOM}content") or "")
    assert "4 June 2024" in (june.findtext(f"{ATOM}content") or "")
    assert (july.findtext(f"{ATOM}title") or "").startswith("dredging: new · decision · approved · 5 Dredging")
    assert july.find(f"{ATOM}link").attrib == {"rel": "alternate", "href": "july.txt"}  # type: ignore[union-attr]
    assert "<b>dredging</b>" in (july.findtext(f"{ATOM}content") or "")
    assert ElementTree.parse(feed).getroot().findtext(f"{ATOM}id") == begun


def test_where_nothing_is_new_the_file_is_left_alone(harbour: Path, tmp_path: Path) -> None:
    feed = tmp_path / "new.xml"
    text(harbour, "watch", "run", "--atom", str(feed))
    before = feed.read_bytes(), feed.stat().st_ino
    text(harbour, "watch", "run", "--atom", str(feed))
    assert (feed.read_bytes(), feed.stat().st_ino) == before


def test_json_and_a_feed_can_be_had_together(harbour: Path, tmp_path: Path) -> None:
    publish(harbour, "june.txt", "4 June")
    told = answer(harbour, "watch", "run", "--atom", str(tmp_path / "new.xml"))
    assert len(told["watches"][0]["hits"]) == len(entries(tmp_path / "new.xml")) == 1


def test_what_is_told_again_stands_in_the_feed_once(harbour: Path, tmp_path: Path) -> None:
    feed = tmp_path / "new.xml"
    publish(harbour, "june.txt", "4 June")
    for _ in range(2):
        text(harbour, "watch", "run", "--keep", "--atom", str(feed))
    assert len(entries(feed)) == 1


HOSTILE = "Dredging ]]> <script>alert(1)</script> &amp; \x00\x1b[31m\x9b\ufffe\u202e </content>"


def test_what_papers_say_stays_text(harbour: Path, tmp_path: Path) -> None:
    feed = tmp_path / "new.xml"
    publish(harbour, "june <b>&.txt", "4 June", heading=HOSTILE, words=HOSTILE)
    text(harbour, "watch", "run", "--atom", str(feed))
    (element,) = entries(feed)
    assert [child.tag.removeprefix(ATOM) for child in element] == [
        "id",
        "title",
        "updated",
        "category",
        "link",
        "content",
    ]
    title, content = element.findtext(f"{ATOM}title") or "", element.findtext(f"{ATOM}content") or ""
    assert "]]> <script>alert(1)</script> & " in title
    assert "\\x1b[31m" in title
    assert "\\u202e" in title
    assert set(re.findall(r"<(\w+)", content)) == {"p", "b", "br"}
    assert "<script>" in unescape(content)
    assert element.find(f"{ATOM}link").attrib["href"] == "june%20%3Cb%3E%26.txt"  # type: ignore[union-attr]


@given(title=st.text(), content=st.text())
def test_any_text_makes_a_feed_that_is_read_again(
    title: str, content: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    feed = tmp_path_factory.mktemp("feed") / "new.xml"
    add_to_feed(feed, title or "a", [entry(1, "a" + title, content)], NOW)
    add_to_feed(feed, title or "a", [entry(2)], NOW)
    second, first = ElementTree.parse(feed).getroot().findall(f"{ATOM}entry")
    assert second.findtext(f"{ATOM}title") == "a"
    for name in ("title", "content"):
        kept = first.findtext(f"{ATOM}{name}") or ""
        assert visible(kept) == kept


def test_earlier_entries_are_kept_up_to_a_bound_and_new_ones_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(atom, "MOST_ENTRIES", 5)
    feed = tmp_path / "new.xml"
    for first, last in ((0, 4), (4, 7), (7, 14)):
        add_to_feed(feed, "Test", [entry(number) for number in range(first, last)], NOW)
        found = [int((each.findtext(f"{ATOM}id") or "").rpartition(":")[2]) for each in entries(feed)]
        assert len(found) == {4: 4, 7: 5, 14: 7}[last]
        assert set(range(first, last)) <= set(found)


@pytest.mark.parametrize(
    "content",
    [
        b"notes of mine",
        b"",
        b"<feed",
        b"<html/>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><generator>Another</generator></feed>',
        b"\xff\xfe\xff",
        b'<?xml version="1.0" encoding="no-such-encoding"?><feed/>',
    ],
)
def test_a_file_that_is_no_feed_of_ours_is_left_alone(content: bytes, harbour: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.xml"
    file.write_bytes(content)
    publish(harbour, "june.txt", "4 June")
    refused = run(harbour, "watch", "run", "--atom", str(file))
    assert refused.exit_code == 1
    assert refused.stderr == f"minuted: {file}: is no feed that Minuted wrote; move it away, or choose another file\n"
    assert refused.stdout == ""
    assert file.read_bytes() == content
    assert len(answer(harbour, "watch", "run")["watches"][0]["hits"]) == 1, "what was not told is told yet"


def test_a_feed_that_can_not_be_written_leaves_the_old_one_and_nothing_told(harbour: Path, tmp_path: Path) -> None:
    publish(harbour, "june.txt", "4 June")
    nowhere = tmp_path / "no" / "such" / "folder.xml"
    refused = run(harbour, "watch", "run", "--atom", str(nowhere))
    assert refused.exit_code == 1
    assert "No such file or directory" in refused.stderr
    assert len(answer(harbour, "watch", "run")["watches"][0]["hits"]) == 1


def test_a_feed_that_breaks_off_while_it_is_written_stays_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    feed = tmp_path / "new.xml"
    add_to_feed(feed, "Test", [entry(1)], NOW)
    before = feed.read_bytes()

    def write(_tree: object, path: Path, **_options: object) -> None:
        path.write_bytes(before[:100])
        raise OSError("no space left on device")

    monkeypatch.setattr(ElementTree.ElementTree, "write", write)
    with pytest.raises(OSError, match="no space"):
        add_to_feed(feed, "Test", [entry(2)], NOW)
    assert feed.read_bytes() == before
    assert list(tmp_path.iterdir()) == [feed]


def test_a_folder_is_no_feed(tmp_path: Path) -> None:
    with pytest.raises((UnreadableFileError, OSError)):
        add_to_feed(tmp_path, "Test", [entry(1)], NOW)
