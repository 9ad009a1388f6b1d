"""The guarded pool: a task that crashes, hangs or eats memory costs itself and nothing else."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.pool import GuardedPool, Limits, Outcome

# A fresh interpreter starts well within this; a task that hangs is given up after it.
LIMITS = Limits(processes=2, seconds_per_task=1.5, memory_bytes=200 * 1024 * 1024)


def work(task: str) -> str:
    """Does what the task's name says."""
    name, _, argument = task.partition(" ")
    if name == "crash":
        ctypes.string_at(0)
    elif name == "exit":
        os._exit(3)
    elif name == "hang":
        Path(argument).write_text(str(os.getpid())) if argument else None
        time.sleep(60)
    elif name == "lock":
        # A call into C that holds the interpreter's lock for minutes, with a child that would outlive the worker.
        with subprocess.Popen(["sleep", "60"]) as child:
            Path(argument).write_text(f"{os.getpid()} {child.pid}")
            re.match(r"(?:a|a)*b", "a" * 40)
    elif name == "eat":
        kept = bytearray()
        while True:
            kept.extend(b"x" * 1_000_000)
    elif name == "unreadable":
        raise UnreadableFileError(argument, "is damaged; fetch it again")
    elif name == "wrong":
        raise ValueError("a report\nwithout a number")
    elif name == "print":
        print("into the parent's output")  # noqa: T201 - what is tested
        os.write(1, b"and past Python\n")
    elif name == "pid":
        return str(os.getpid())
    return f"done {task}"


def unpicklable(task: str) -> object:
    return lambda: task


def prepare() -> None:
    os.environ["MINUTED_TEST_PREPARED"] = os.environ.get("MINUTED_TEST_PREPARED", "") + "once"


def prepared(_task: str) -> str:
    return os.environ["MINUTED_TEST_PREPARED"]


def by_task(outcomes: Iterator[Outcome[str, str]]) -> dict[str, Outcome[str, str]]:
    return {outcome.task: outcome for outcome in outcomes}


def test_bad_tasks_cost_only_themselves() -> None:
    tasks = ["a", "crash", "b", "hang", "exit", "c", "eat", "unreadable minutes.pdf", "wrong", "d"]
    outcomes = by_task(GuardedPool(work, LIMITS).map(tasks))
    assert sorted(outcomes) == sorted(tasks)
    assert {task: outcome.result for task, outcome in outcomes.items() if outcome.failure is None} == {
        task: f"done {task}" for task in "abcd"
    }
    assert {task: outcome.failure for task, outcome in outcomes.items() if outcome.failure} == {
        "crash": "crashed its worker process (SIGSEGV)",
        "hang": "took longer than 1.5 seconds and was given up",
        "exit": "crashed its worker process (it ended with exit code 3)",
        "eat": "needed more than 200 MiB of memory and was given up",
        "unreadable minutes.pdf": "minutes.pdf: is damaged; fetch it again",
        "wrong": "internal error: ValueError: a report without a number",
    }
    assert "ValueError" in (outcomes["wrong"].details or "")


def test_workers_live_for_many_tasks_and_are_prepared_once() -> None:
    one = Limits(processes=1, seconds_per_task=10)
    outcomes = list(GuardedPool(prepared, one, initializer=prepare).map(["1", "2", "3"]))
    assert [outcome.result for outcome in outcomes] == ["once", "once", "once"]


def test_no_more_tasks_are_taken_than_there_are_workers() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[str]:
        for i in range(20):
            taken.append(i)
            yield f"task {i}"

    outcomes = GuardedPool(work, LIMITS).map(tasks())
    next(outcomes)
    # Two were begun, and at most as many again when those two had finished.
    assert len(taken) <= 4
    outcomes.close()


def test_no_tasks_start_no_worker() -> None:
    assert list(GuardedPool(work, LIMITS).map([])) == []


def test_a_result_that_can_not_be_sent_is_a_failure() -> None:
    (outcome,) = GuardedPool(unpicklable, Limits(seconds_per_task=10)).map(["x"])
    assert (outcome.failure or "").startswith("internal error:")


def test_what_workers_print_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    (outcome,) = GuardedPool(work, LIMITS).map(["print"])
    assert outcome.result == "done print"
    assert capfd.readouterr() == ("", "")


def test_an_interrupted_run_leaves_no_process() -> None:
    outcomes = GuardedPool(work, Limits(processes=2, seconds_per_task=10)).map(["pid", "hang", "hang"])
    pid = int(next(outcomes).result or 0)
    with pytest.raises(KeyboardInterrupt):
        outcomes.throw(KeyboardInterrupt)
    assert not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize("task", ["hang", "lock"])
def test_a_killed_parent_leaves_no_process(tmp_path: Path, task: str) -> None:
    told = tmp_path / "pids"
    script = (
        f"import sys; sys.path[:0] = {[str(each) for each in Path(__file__).parents[:2]]!r}\n"
        "from ingest.pool import GuardedPool, Limits\n"
        "from test_ingest_pool import work\n"
        "if __name__ == '__main__':\n"
        f"    list(GuardedPool(work, Limits(seconds_per_task=60)).map(['{task} {told}']))\n"
    )
    (tmp_path / "parent.py").write_text(script)
    with subprocess.Popen([sys.executable, str(tmp_path / "parent.py")]) as parent:
        _until(lambda: told.exists() and bool(told.read_text()))
        parent.kill()
    pids = [int(pid) for pid in told.read_text().split()]
    _until(lambda: not any(map(_runs, pids)))


def _runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def _until(true: object) -> None:
    assert callable(true)
    deadline = time.monotonic() + 5
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
