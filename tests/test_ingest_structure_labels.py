"""Labels: the vocabulary's own examples, how labels are printed, and words that label nothing."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.vocabulary import FieldKey
from ingest.structure.labels import (
    VOCABULARY,
    Label,
    folded,
    label_at,
    label_of,
    label_run_together,
    labels_within,
    spelt_out,
    unknown_label,
)

ENTRIES = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
LINES = st.text(alphabet="Report toauthrDecisnmk&/()'s:?–- 1A☒\t", max_size=160)


def test_every_key_has_labels_and_an_example() -> None:
    assert set(ENTRIES) == {key.value for key in FieldKey}
    assert [key for key, entry in ENTRIES.items() if not entry.get("examples")] == []


def test_no_label_asks_for_two_things() -> None:
    keys: dict[str, str] = {}
    for key, entry in ENTRIES.items():
        for pattern in (*entry.get("telling", ()), *entry.get("labels", ())):
            for words in spelt_out(pattern):
                assert keys.setdefault(folded(words), key) == key, words


def test_a_pattern_stands_for_all_its_choices() -> None:
    assert [*spelt_out("(report|paper) author( name|)")] == [
        "report author name", "report author", "paper author name", "paper author",
    ]  # fmt: skip


@pytest.mark.parametrize(("key", "example"), [(key, each) for key in ENTRIES for each in ENTRIES[key]["examples"]])
def test_the_examples_of_the_vocabulary(key: str, example: str) -> None:
    printed, value = (part.strip() for part in example.split("|"))
    found = label_at(printed)
    assert found is not None
    assert (found.key, found.printed) == (FieldKey(key), printed.rstrip(":"))
    if printed.endswith((":", "?")):
        line = f"{printed} {value}"
        found = label_at(line)
        assert found is not None
        assert (found.key, line[found.value_at :]) == (FieldKey(key), value)


@pytest.mark.parametrize(
    ("key", "text"), [(key, each) for key in ENTRIES for each in ENTRIES[key].get("counterexamples", ())]
)
def test_the_counterexamples_of_the_vocabulary(key: str, text: str) -> None:
    found = label_at(text)
    assert found is None or found.key != FieldKey(key)


@pytest.mark.parametrize(
    ("line", "printed", "value"),
    [
        ("REPORT TO:Cabinet", "REPORT TO", "Cabinet"),
        ("Is this a key decision? No", "Is this a key decision?", "No"),
        ("Is Key decision?: No", "Is Key decision?", "No"),
        ("Contact officer – Ines Quill", "Contact officer", "Ines Quill"),
        ("Ward(s) affected (if any): All", "Ward(s) affected (if any)", "All"),
        ("Exempt / Confidential Report: No", "Exempt / Confidential Report", "No"),
        ("Author and Presenter: Ada Marsh", "Author and Presenter", "Ada Marsh"),
        ("Purpose of the report", "Purpose of the report", ""),
        ("Subject:", "Subject", ""),
    ],
)
def test_how_labels_are_parted_from_their_values(line: str, printed: str, value: str) -> None:
    found = label_at(line)
    assert found is not None
    assert (found.printed, line[found.value_at :]) == (printed, value)


@pytest.mark.parametrize(
    ("text", "telling"),
    [("Subject: Quay", True), ("Decision number", True), ("Wards affected: All", False), ("Key decision?", False)],
)
def test_labels_that_tell_of_a_report(text: str, telling: bool) -> None:
    found = label_at(text)
    assert found is not None
    assert found.telling is telling


@pytest.mark.parametrize(
    "line",
    [
        "The report", "To whom", "Date of meeting 4 May", "Title deeds", "", ":",
        "Subject matter of the talk was: tugs", "Appendix A: plan", "Decision ☒",
        "A report to the Cabinet was read: it was long",
    ],
)  # fmt: skip
def test_words_that_label_nothing(line: str) -> None:
    assert label_at(line) is None


def test_what_may_head_a_section_is_no_label_of_a_line() -> None:
    assert label_of("Report author: Ada Marsh") == "Report author"
    assert label_of("Recommendations:") is None


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Report author Ada Marsh", "Report author"),
        ("Date of meeting 4 May 2031", "Date of meeting"),
        ("Wards affected All", "Wards affected"),
        ("Report author", None),
        ("Report author was away", None),
        ("Key decision criteria. The decision will", None),
        ("Title Quay Repairs", None),
    ],
)
def test_labels_that_nothing_but_space_parts_from_their_value(line: str, printed: str | None) -> None:
    found = label_run_together(line)
    assert (found and found.printed) == printed


def test_a_label_of_one_word_is_told_among_labels() -> None:
    found = label_run_together("Title Quay Repairs", among_labels=True)
    assert found is not None
    assert found.key is FieldKey.SUBJECT
    assert label_run_together("Service Manager", among_labels=True) is None


def test_several_labels_on_one_line() -> None:
    line = "Signed: A Marsh Date: 4 May 2031 Key decision: Yes"
    assert [(label.printed, line[label.value_at :][:3]) for _, label in labels_within(line, 8)] == [
        ("Date", "4 M"),
        ("Key decision", "Yes"),
    ]
    assert [*labels_within("Subject: Report of the Director: tugs", 9)] == []


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Amendment Name: Tugs", "Amendment Name"),
        ("Budget code (if known): 12", "Budget code (if known)"),
        ("at 10:30 we left", None),
        ("https://fernshire.example", None),
        ("It was said by everybody who came to the quay that: no", None),
    ],
)
def test_labels_that_the_vocabulary_does_not_know(line: str, printed: str | None) -> None:
    found = unknown_label(line)
    assert (found and found.printed) == printed


@given(LINES)
def test_a_label_and_its_value_lie_in_the_line(line: str) -> None:
    found: list[Label | None] = [label_at(line), label_run_together(line, among_labels=True), unknown_label(line)]
    for label in found:
        if label is not None:
            assert line.startswith(label.printed)
            assert len(label.printed) <= label.value_at <= len(line)
    for at, label in labels_within(line, 0):
        assert line[at:].startswith(label.printed)
        assert at < label.value_at <= len(line)
