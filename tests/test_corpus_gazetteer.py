"""The gazetteer answers by name, day and lineage; its facts are proper: unique, dated, sorted, joined, complete."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest

from corpus.bodies import fold_organisation
from corpus.bodyforms import usual_forms
from corpus.gazetteer import BodyId, PublicBody, bodies, by_id, family, find, lineage, predecessors, successors
from corpus.vocabulary import OrganisationKind

REFERENCE = Path(__file__).parents[2] / "shared" / "reference" / "organisations.csv"
COVERAGE = 0.98  # of the rows of the reference list
OVERLAP = timedelta(days=400)  # for how long a new body may stand beside the one that it takes over from
COLUMNS = ["id", "name", "forms", "former_names", "code", "kind", "started", "ended", "successors"]

SAME_BODY = [
    ("Sefton Metropolitan Borough Council", "sefton-metropolitan-borough-council"),
    ("Sefton Council", "sefton-metropolitan-borough-council"),
    ("SEFTON MBC", "sefton-metropolitan-borough-council"),
    ("London Borough of Camden", "london-borough-of-camden"),
    ("Camden Council", "london-borough-of-camden"),
    ("St. Albans City & District Council", "st-albans-city-and-district-council"),
    ("the Department for Levelling Up, Housing & Communities", "department-for-levelling-up-housing-and-communities"),
    ("MHCLG", "ministry-of-housing-communities-and-local-government"),
    ("Chelmsford Borough Council", "chelmsford-city-council"),
    ("North West Ambulance Service (NWAS)", "north-west-ambulance-service-nhs-trust"),
    ("NHS Central London (Westminster) Clinical Commissioning Group", "nhs-central-london-westminster-ccg"),
]
AT_A_TIME = [
    ("Dorset Council", "2020-01-01", "dorset-council"),
    ("Dorset Council", "2015-01-01", "dorset-county-council"),
    ("Dorset Council", None, "dorset-council"),
    ("MHCLG", "2019-05-01", "ministry-of-housing-communities-and-local-government-2018"),
    ("MHCLG", "2025-05-01", "ministry-of-housing-communities-and-local-government"),
    ("Wycombe District Council", None, "wycombe-district-council"),
    ("North East Combined Authority", "2016-01-01", "north-east-combined-authority-2014"),
    ("North East Combined Authority", None, "north-east-mayoral-combined-authority"),
]
NO_BODY = ["Rutland", "Newcastle", "Newcastle Council", "the Council", "Northmere Borough Council", ""]


@pytest.mark.parametrize(("name", "expected"), SAME_BODY)
def test_forms_find_one_body(name: str, expected: str) -> None:
    assert _id(find(name)) == expected


@pytest.mark.parametrize(("name", "on", "expected"), AT_A_TIME)
def test_a_day_tells_bodies_of_one_name_apart(name: str, on: str | None, expected: str) -> None:
    assert _id(find(name, on)) == expected


@pytest.mark.parametrize("name", NO_BODY)
def test_unknown_or_ambiguous_names_find_nothing(name: str) -> None:
    assert find(name) is None


def test_lineage_goes_both_ways() -> None:
    body = by_id()[BodyId("somerset-west-and-taunton-council")]
    assert [each.id for each in successors(body)] == ["somerset-council"]
    assert {each.id for each in predecessors(body)} == {
        "taunton-deane-borough-council",
        "west-somerset-district-council",
    }
    line = [each.id for each in lineage(body)]
    assert len(line) == len(set(line)) == 4
    assert line[-1] == "somerset-council"


def test_existence_is_half_open() -> None:
    body = by_id()[BodyId("mendip-district-council")]
    assert body.existed("2023-03-31")
    assert not body.existed("2023-04-01")
    assert not body.existed("1974-03-31")


def test_tables_are_sorted_and_plain() -> None:
    for name, rows in _tables():
        ids = [row["id"] for row in rows]
        assert ids == sorted(ids), name
        for row in rows:
            assert list(row) == COLUMNS, name
            assert all(value == " ".join(value.split()) for value in row.values()), row


def test_ids_and_codes_are_unique() -> None:
    assert _repeated(body.id for body in bodies()) == []
    assert _repeated(body.code for body in bodies() if body.code) == []


def test_days_are_dates_in_order() -> None:
    for body in bodies():
        started, ended = (date.fromisoformat(day) if day else None for day in (body.started, body.ended))
        assert not (started and ended) or started < ended, body.id


def test_successors_exist_and_follow() -> None:
    for body in bodies():
        assert not body.successors or body.ended, f"{body.id} has successors and goes on"
        for id_ in body.successors:
            successor = by_id()[id_]
            if body.ended and successor.started:
                gap = date.fromisoformat(successor.started) - date.fromisoformat(body.ended)
                assert gap <= OVERLAP, f"{id_} starts long after {body.id} ended"
            assert successor.ended is None or body.ended is None or body.ended < successor.ended, body.id
            assert body not in successors(successor), body.id


def test_no_two_bodies_share_a_name_or_form_at_one_time() -> None:
    """Names and listed forms; a usual form that two bodies share belongs to neither."""
    owners: dict[str, dict[BodyId, PublicBody]] = defaultdict(dict)
    for body in bodies():
        for form in (body.name, *body.former_names, *body.forms):
            owners[fold_organisation(form)][body.id] = body
    clashes = [
        (form, one.id, other.id)
        for form, found in owners.items()
        for one, other in combinations(found.values(), 2)
        if _met(one, other)
    ]
    assert clashes == []


def test_no_form_is_listed_twice_or_in_vain() -> None:
    """A form that folds as the name does, or that the kind is usually written in, goes without saying."""
    for body in bodies():
        listed = [*body.former_names, *body.forms]
        assert _repeated(listed) == [], body.id
        assert not {body.name} & set(listed), body.id
        assert not set(body.forms) & set(usual_forms(body.kind, (body.name, *body.former_names))), body.id


def test_every_body_is_found_by_its_name() -> None:
    for body in bodies():
        assert find(body.name, body.started) in (body, find(body.name)), body.id


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference list of public bodies is not here")
def test_the_reference_list_is_covered() -> None:
    rows = list(csv.DictReader(REFERENCE.read_text(encoding="utf-8").splitlines()))
    codes = {body.code: body for body in bodies() if body.code}
    missed = [row["name"] for row in rows if not _covered(row, codes)]
    assert len(missed) <= (1 - COVERAGE) * len(rows), missed


def test_a_body_is_of_one_family_with_those_before_and_after_it() -> None:
    for body in bodies():
        assert all(family(other) == family(body) for other in lineage(body))
    alone = next(body for body in bodies() if lineage(body) == (body,))
    assert family(alone) == alone.id


def _covered(row: dict[str, str], codes: dict[str | None, PublicBody]) -> bool:
    kind = OrganisationKind(row["kind"])
    return any(body and body.kind is kind for body in (codes.get(row["code"]), find(row["name"])))


def _met(one: PublicBody, other: PublicBody) -> bool:
    return (one.started or "") < (other.ended or "9") and (other.started or "") < (one.ended or "9")


def _id(body: PublicBody | None) -> str | None:
    return body and body.id


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _tables() -> Iterator[tuple[str, list[dict[str, str]]]]:
    for entry in (resources.files("corpus") / "public_bodies").iterdir():
        if entry.name.endswith(".csv"):
            yield entry.name, list(csv.DictReader(entry.read_text(encoding="utf-8").splitlines()))
