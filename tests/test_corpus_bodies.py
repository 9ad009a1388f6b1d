"""Names of bodies: what kind each names, and when two are the same."""

from __future__ import annotations

import pytest

from corpus.bodies import fold_organisation, organisation_kind
from corpus.vocabulary import OrganisationKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Northmere Borough Council", OrganisationKind.COUNCIL),
        ("NHS Ellerdyke CCG", OrganisationKind.CCG),
        ("Ellerdyke Integrated Care Board", OrganisationKind.ICS),
        ("Health and Wellbeing Board", OrganisationKind.BOARD_OR_COMMITTEE),
        ("Scrutiny Sub-Committee", OrganisationKind.BOARD_OR_COMMITTEE),
        ("Ellerdyke Hospitals NHS Foundation Trust", OrganisationKind.NHS_TRUST),
        ("Ellerdyke Ambulance Service NHS Trust", OrganisationKind.NHS_TRUST),
        ("NHS England", OrganisationKind.NHS_NATIONAL),
        ("Department for Harbours", OrganisationKind.GOVERNMENT),
        ("University of Northmere", OrganisationKind.UNIVERSITY),
        ("Safer Northmere Partnership", OrganisationKind.PARTNERSHIP),
        ("Northmere Leisure Trust", OrganisationKind.CHARITY),
        ("Northmere Homes Ltd", OrganisationKind.COMPANY),
        ("The Old Baths", OrganisationKind.OTHER),
    ],
)
def test_kinds(name: str, kind: OrganisationKind) -> None:
    assert organisation_kind(name) is kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Northmere & District Council’s", "northmere and District Council"),
        ("the  NHS Ellerdyke Clinical Commissioning Group", "NHS Ellerdyke CCG"),
        ("Ellerdyke Integrated Care Board", "Ellerdyke ICB"),
        ("Ellerdyke NHS Foundation Trust", "Ellerdyke NHS FT"),
        ("St. Osric's Trust", "St Osric’s Trust"),
    ],
)
def test_ways_of_writing_one_body_fold_to_one_key(one: str, other: str) -> None:
    assert fold_organisation(one) == fold_organisation(other)


def test_two_bodies_stay_two() -> None:
    assert fold_organisation("Northmere Borough Council") != fold_organisation("Northmere County Council")
