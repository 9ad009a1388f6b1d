"""Jobs that fork into parts and are joined: what comes of them, and what a part that fails costs."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from corpus.errors import UnreadableFileError
from ingest.jobs import Fork, Progress, run_jobs
from ingest.pool import Limits, Outcome

LIMITS = Limits(processes=2)


@dataclass(frozen=True)
class Part:
    """Tells its numbers; dies over those that are ``bad``, alone where it has only one."""

    first: int
    last: int
    bad: tuple[int, ...] = ()
    fault: str = "crash"
    seconds: float = 10

    @property
    def pages(self) -> int:
        return self.last - self.first + 1

    def run(self) -> object:
        numbers = list(range(self.first, self.last + 1))
        if any(number in self.bad for number in numbers):
            if self.fault == "crash":
                ctypes.string_at(0)
            if self.fault == "refuse":
                raise UnreadableFileError("pack.pdf", "was changed while it was read")
            raise ValueError("a page without a number")
        return [(number, os.getpid()) for number in numbers]

    def instead(self, failure: str) -> object:
        if self.pages == 1:
            return [(self.first, failure)]
        numbers = range(self.first, self.last + 1)
        return Fork(tuple(replace(self, first=number, last=number) for number in numbers), Gather())


@dataclass(frozen=True)
class Gather:
    fault: str = ""
    seconds: float = 10

    def run(self, parts: Iterator[list[Any]]) -> object:
        if self.fault:
            raise ValueError(self.fault)
        return [entry for part in parts for entry in part]


@dataclass(frozen=True)
class Pack:
    """Twelve pages in parts of four."""

    bad: tuple[int, ...] = ()
    fault: str = "crash"
    join: Gather = Gather()
    seconds: float = 10
    pages: int = 0

    def run(self) -> object:
        parts = tuple(Part(first, first + 3, self.bad, self.fault) for first in (1, 5, 9))
        return Fork(parts, self.join)

    def instead(self, failure: str) -> object:
        return None


@dataclass(frozen=True)
class Paper:
    name: str
    seconds: float = 10
    pages: int = 0

    def run(self) -> object:
        if self.name == "crash":
            ctypes.string_at(0)
        return self.name.title()

    def instead(self, failure: str) -> object:
        return f"mended: {failure}" if self.name == "crash" else None


@dataclass(frozen=True)
class Archive:
    members: tuple[Any, ...]
    seconds: float = 10
    pages: int = 0

    def run(self) -> object:
        return self.members

    def instead(self, failure: str) -> object:
        return None


def done(jobs: Iterable[Any]) -> list[Outcome[Any, Any]]:
    return [news for news in run_jobs(jobs, LIMITS, follow_up=unpacked) if isinstance(news, Outcome)]


def unpacked(outcome: Outcome[Any, Any]) -> tuple[Any, ...]:
    """What is to be done with an archive's members."""
    return outcome.result if isinstance(outcome.task, Archive) else ()


def test_parts_are_joined_in_order_whoever_runs_them() -> None:
    (outcome,) = done([Pack()])
    assert [number for number, _ in outcome.result] == list(range(1, 13))
    assert {pid for _, pid in outcome.result} != {os.getpid()}


def test_a_part_that_dies_costs_its_page_only() -> None:
    (outcome,) = done([Pack(bad=(6, 12))])
    assert [number for number, _ in outcome.result] == list(range(1, 13))
    assert {number: told for number, told in outcome.result if isinstance(told, str)} == {
        6: "crashed its worker process (SIGSEGV)",
        12: "crashed its worker process (SIGSEGV)",
    }


def test_an_exception_that_nobody_foresaw_costs_its_page_only() -> None:
    (outcome,) = done([Pack(bad=(1,), fault="raise")])
    assert outcome.result[0] == (1, "internal error: ValueError: a page without a number")
    assert len(outcome.result) == 12


def test_what_a_part_refuses_is_not_tried_again() -> None:
    (outcome,) = done([Pack(bad=(6,), fault="refuse")])
    assert outcome.failure == "pack.pdf: was changed while it was read"


def test_a_join_that_fails_fails_its_job() -> None:
    failed, well = sorted(done([Pack(join=Gather("no pages")), Pack()]), key=lambda outcome: not outcome.failure)
    assert failed.failure == "internal error: ValueError: no pages"
    assert "Traceback" in (failed.details or "")
    assert well.failure is None


def test_a_job_that_kills_worker_after_worker_is_given_up() -> None:
    outcomes = done([Big(), Paper("minutes")])
    assert {type(outcome.task).__name__: outcome.failure for outcome in outcomes} == {
        "Big": "crashed its worker process (SIGSEGV)",
        "Paper": None,
    }


@dataclass(frozen=True)
class Big:
    """Every page kills its worker."""

    seconds: float = 10
    pages: int = 0

    def run(self) -> object:
        return Fork((Part(1, 30, tuple(range(1, 31))),), Gather())

    def instead(self, failure: str) -> object:
        return None


def test_a_first_step_that_dies_may_be_done_in_another_way() -> None:
    (outcome,) = done([Paper("crash")])
    assert outcome.result == "mended: crashed its worker process (SIGSEGV)"


def test_what_is_unpacked_has_outcomes_of_its_own() -> None:
    outcomes = done([Archive((Paper("agenda"), Archive((Paper("minutes"),)))), Paper("report")])
    results = [outcome.result for outcome in outcomes if not isinstance(outcome.task, Archive)]
    assert sorted(results) == ["Agenda", "Minutes", "Report"]
    assert len(outcomes) == 5


def test_progress_counts_the_pages_that_are_known_of() -> None:
    told = [(news.pages, news.of) for news in run_jobs([Pack()], LIMITS) if isinstance(news, Progress)]
    assert told == [(0, 12), (4, 12), (8, 12), (12, 12)]


@pytest.mark.parametrize("jobs", [[], [Archive(())]])
def test_nothing_to_do_is_done(jobs: list[Any]) -> None:
    assert len(done(jobs)) == len(jobs)
