"""What commands tell of decisions, votes and actions: the words, and what lists are narrowed by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.filters import Filter
from corpus.findings import Findings
from corpus.particulars import Delegation, NamedVote, Particulars, Vote
from corpus.store import Corpus
from corpus.vocabulary import DecisionTrait, VoteResult, VoteWay
from minuted.output.completed import completed
from minuted.output.owed import due_words
from minuted.output.particulars import particulars_line, particulars_words
from minuted.output.terminal import visible
from minuted.output.voted import fate_words, moved_words, named_words, vote_words
from tests.asking import answer, run, text
from tests.decided_made import corpus_of_minutes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus_of_minutes(tmp_path_factory.mktemp("decided") / "corpus")


def last_parts(rows: list[dict[str, str]]) -> list[str]:
    return [row["id"].rpartition("/")[2] for row in rows]


@pytest.mark.parametrize(
    ("stem", "part", "whole"),
    [
        ("That Cabinet", "note the report", "That Cabinet … note the report"),
        ("The Board is asked to:", "approve\nthe plan", "The Board is asked to … approve the plan"),
        ("that –", "(a) the fence be mended", "that … (a) the fence be mended"),
        ("That", "that the fence be mended", "that the fence be mended"),
        (None, "the fence be mended", "the fence be mended"),
        (" : ", "the fence be mended", "the fence be mended"),
    ],
)
def test_a_part_is_completed_by_the_words_before_its_list(stem: str | None, part: str, whole: str) -> None:
    assert completed(part, stem) == whole


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (None, None),
        (Vote(), None),
        (Vote(votes_for=9, votes_against=8, abstained=1, result=VoteResult.CARRIED), "carried by 9 to 8, 1 abstaining"),
        (Vote(votes_for=4, votes_against=9, not_voting=2, result=VoteResult.LOST), "lost by 4 to 9, 2 not voting"),
        (Vote(votes_for=12, result=VoteResult.UNANIMOUS), "carried unanimously, 12 for"),
        (Vote(votes_for=12, votes_against=0, abstained=0), "12 for, 0 against"),
        (Vote(result=VoteResult.CARRIED, abstained=3), "carried, 3 abstaining"),
        (
            Vote(votes_for=5, votes_against=5, result=VoteResult.CARRIED, casting_vote="the Chair"),
            "carried by 5 to 5, on the casting vote of the Chair",
        ),
    ],
)  # fmt: skip
def test_a_vote_is_told_in_words(vote: Vote | None, words: str | None) -> None:
    assert vote_words(vote) == words


def test_voters_are_named_by_the_way_they_voted_in_the_order_of_the_text() -> None:
    vote = Vote(
        named=(
            NamedVote("Cllr Vane", VoteWay.AGAINST),
            NamedVote("Cllr Tarn", VoteWay.FOR),
            NamedVote("Cllr Orme", VoteWay.AGAINST),
        )
    )
    assert named_words(vote) == (("for", "Cllr Tarn"), ("against", "Cllr Vane, Cllr Orme"))


@pytest.mark.parametrize(
    ("fate", "vote", "words"),
    [
        ("fell", None, "fell"),
        ("accepted", None, "accepted without a vote"),
        ("lost", Vote(votes_for=1, votes_against=2), "lost, 1 for, 2 against"),
        ("carried", Vote(result=VoteResult.CARRIED, votes_for=3, votes_against=2), "carried by 3 to 2"),
        (None, None, "not told what became of it"),
    ],
)
def test_what_became_of_a_motion_is_told_once(fate: str | None, vote: Vote | None, words: str) -> None:
    assert fate_words(fate, vote) == words


def test_mover_and_seconder_are_told_as_far_as_they_are_known() -> None:
    assert moved_words("Cllr Orme", None) == "moved by Cllr Orme"
    assert moved_words(None, "Cllr\nVane") == "seconded by Cllr Vane"
    assert moved_words(None, None) is None


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Particulars(), None),
        (Particulars(delegation=Delegation(to="the Clerk")), "delegated to the Clerk"),
        (
            Particulars(delegation=Delegation(to="to the Clerk", consulting="the Chair", task="settle the terms")),
            "delegated to the Clerk, in consultation with the Chair: settle the terms",
        ),
        (Particulars(deferred_to="the May meeting"), "deferred to the May meeting"),
        (Particulars(deferred_to="pending a site visit"), "deferred pending a site visit"),
        (Particulars(deferred_to="deferred until May"), "deferred until May"),
        (Particulars(deferred_to_date="2024-05-07"), "deferred to 7 May 2024"),
        (Particulars(deferred_to="7 May 2024", deferred_to_date="2024-05-07"), "deferred to 7 May 2024"),
        (Particulars(referred_to="referred to Full Council"), "referred to Full Council"),
        (Particulars(conditions="subject to consent", key_decision=True), "subject to consent · key decision"),
        (Particulars(key_decision=False), None),
        (Particulars(exempt=()), "exempt from publication"),
        (Particulars(exempt=("1", "3")), "exempt under paragraphs 1, 3 of Schedule 12A"),
    ],
)
def test_what_a_decision_says_beside_itself_is_told_on_a_line(told: Particulars, line: str | None) -> None:
    assert particulars_line(told) == line


def test_each_particular_has_its_label() -> None:
    told = Particulars(
        delegation=Delegation(to="the Clerk"), deferred_to="May", referred_to="Council", conditions="consent",
        key_decision=False, call_in="until 12 May", urgency="the wall leans", effective_date="2024-05-13",
        reasons="It leans.", exempt=("3",),
    )  # fmt: skip
    labels = dict(particulars_words(told))
    assert labels["key decision"] == "no"
    assert labels["takes effect"] == "13 May 2024"
    assert len(labels) == 10


def test_due_is_told_as_written_beside_a_date_that_says_otherwise() -> None:
    assert due_words("by the next meeting", "2024-04-08") == "due “by the next meeting”"
    assert due_words("8 April 2024", "2024-04-08") is None
    assert due_words(None, None) is None


def test_decisions_are_told_whole_with_vote_and_particulars(folder: Path) -> None:
    told = text(folder, "decisions")
    assert "That the Committee … dredges the basin to four metres; and" in told
    assert "carried by 2 to 1, 1 abstaining · moved by Councillor Tarn, seconded by Councillor Crake" in told
    assert "for: Councillor Tarn, Councillor Crake; against: Councillor Finch" in told
    assert "delegated to the Chief Engineer, in consultation with the Chair: to let the contract" in told
    assert "deferred to the next meeting (8 April 2024)" in told
    assert "item 243 (1) · harbour-minutes.txt line " in told
    assert told.count("told in prose") == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--explicit"], ["d1.1", "d1.2"]),
        (["--in-prose"], ["d1.3"]),
        (["--with", "vote"], ["d1.1"]),
        (["--with", "named_vote", "--person", "finch"], ["d1.1"]),
        (["--with", "key_decision", "--with", "delegation"], ["d1.2"]),
        (["--with", "key_decision", "--with", "vote"], []),
        (["--with", "deferral"], ["d1.3"]),
    ],
)
def test_decisions_are_narrowed_by_what_they_tell(options: list[str], found: list[str], folder: Path) -> None:
    assert last_parts(answer(folder, "decisions", *options)["decisions"]) == found


@pytest.mark.parametrize("trait", DecisionTrait)
def test_every_trait_can_be_asked_for(trait: DecisionTrait, folder: Path) -> None:
    with Corpus.open(folder) as corpus:
        assert {row.id for row in corpus.decisions(Filter(telling=(trait,)))} <= {row.id for row in corpus.decisions()}
        with pytest.raises(ValueError, match="can't be narrowed"):
            corpus.actions(Filter(telling=(trait,)))


def test_a_trait_that_there_is_not_is_a_wrong_command_line(folder: Path) -> None:
    result = run(folder, "decisions", "--with", "luck")
    assert result.exit_code == 2
    assert "key_decision" in result.output


def test_actions_tell_owner_due_and_how_they_stand(folder: Path) -> None:
    told = text(folder, "actions")
    assert "2024-03-31  Piers Wren (PW): PW to write to the owners" in told
    assert "due “by the end of March”" in told
    assert "Jo Birch (Harbour Master): " in told
    assert "“Complete.”" in told
    assert "Members: Members to send views." in told


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["a1.1", "a1.2", "a1.3"]),
        (["--open"], ["a1.2", "a1.1"]),
        (["--overdue-on", "2024-04-01"], ["a1.2"]),
        (["--overdue-on", "2024-03-31"], []),
        (["--overdue"], ["a1.2"]),
        (["--owner", "piers wren"], ["a1.2"]),
        (["--owner", "pw"], ["a1.2"]),
        (["--owner", "clerk"], ["a1.2"]),
        (["--owner", "birch"], ["a1.3"]),
        (["--open", "--owner", "harbour master"], []),
    ],
)
def test_actions_are_narrowed_by_how_they_stand_and_whose_they_are(
    options: list[str], found: list[str], folder: Path
) -> None:
    assert last_parts(answer(folder, "actions", *options)["actions"]) == found


def shown(folder: Path, last: str) -> str:
    """What `show` tells of the finding (or meeting) whose id ends so."""
    document = answer(folder, "decisions")["decisions"][0]["document"]
    return text(folder, "show", f"{document}/{last}")


def test_show_tells_all_of_a_decision(folder: Path) -> None:
    told = shown(folder, "d1.1")
    assert "\nThat the Committee … dredges the basin to four metres; and\n" in told
    for label, value in [
        ("item", "243 · part (1)"),
        ("vote", "carried by 2 to 1, 1 abstaining"),
        ("for", "Councillor Tarn, Councillor Crake"),
        ("against", "Councillor Finch"),
        ("moved by", "Councillor Tarn"),
        ("rule", "decisions.resolved-capitals"),
    ]:
        assert f"  {label} " in told
        assert f" {value}\n" in told
    assert "  amendment lost by 1 to 2 · Councillor Finch moved an amendment" in told
    assert told.index("motion carried by 2 to 1") < told.index("amendment lost by 1 to 2")


def test_show_tells_every_particular_of_a_decision(folder: Path) -> None:
    told = shown(folder, "d1.2")
    for value in (
        "to the Chief Engineer, in consultation with the Chair: to let the contract",
        "the consent of the Harbour Revision Board",
        "12 March 2024",
        "The basin silts up.",
        "under paragraph 3 of Schedule 12A",
    ):
        assert f" {value}\n" in told


def test_show_tells_who_declared_an_interest_in_what_was_decided(folder: Path) -> None:
    declared = "Councillor Finch (D Finch) · disclosable pecuniary interest · item 244"
    assert declared in shown(folder, "d1.3")
    assert declared not in shown(folder, "d1.1")
    assert "Members were content that the site be left" in shown(folder, "i1.1")


def test_show_tells_of_a_motion_what_was_moved_to_it_and_what_came_of_it(folder: Path) -> None:
    told = shown(folder, "v1.1")
    assert told.startswith("motion · carried by 2 to 1, 1 abstaining · line ")
    assert "  amendment lost by 1 to 2" in told
    assert "  delegated · That the Committee … delegates authority" in told
    assert shown(folder, "v1.2").startswith("motion · amendment · lost by 1 to 2 · line ")


def test_show_tells_of_an_action_who_owes_it_and_how_it_stands(folder: Path) -> None:
    assert " 31 March 2024 · “by the end of March”\n" in shown(folder, "a1.2")
    assert " closed: “Complete.”\n" in shown(folder, "a1.3")


def test_a_meeting_and_its_paper_tell_what_was_declared_moved_and_decided(folder: Path) -> None:
    for last in ("m1", "p1"):
        told = shown(folder, last)
        assert "\ninterests declared\n  Councillor Finch (D Finch) · " in told
        assert "\nmotions\n  motion carried by 2 to 1" in told
        assert "  agreed · That the Committee … dredges" in told
        assert "  Piers Wren (PW) · PW to write to the owners by the end of March · open · due 2024-03-31 · " in told


def test_a_search_tells_the_same_words(folder: Path) -> None:
    assert run(folder, "reindex").exit_code == 0
    told = text(folder, "search", "dredges", "--kind", "decision")
    assert "   That the Committee … *dredges* the basin" in told
    assert "   carried by 2 to 1, 1 abstaining · moved by Councillor Tarn" in told


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["v1.1", "v1.2"]),
        (["--fate", "lost"], ["v1.2"]),
        (["--voter", "FINCH"], ["v1.1"]),
        (["--voter", "quill"], []),
        (["--person", "finch"], ["v1.1", "v1.2"]),
        (["dredged"], ["v1.1"]),
    ],
)
def test_votes_are_narrowed_by_who_voted_and_what_they_came_to(
    options: list[str], found: list[str], folder: Path
) -> None:
    assert last_parts(answer(folder, "votes", *options)["votes"]) == found


def test_votes_tell_how_somebody_voted(folder: Path) -> None:
    header, first, *_ = text(folder, "votes", "--voter", "finch").splitlines()
    assert header.split() == ["DATE", "WHAT", "FATE", "VOTED", "IN", "WHICH", "WORDS"]
    assert first.startswith("2024-03-04  motion  carried  against  Councillor Tarn moved")


def test_a_decision_that_no_motion_is_told_for_is_among_the_votes(tmp_path: Path) -> None:
    folder = corpus_of_minutes(tmp_path / "corpus", without_motions)
    (row, *others) = answer(folder, "votes")["votes"]
    assert (row["kind"], row["fate"], row["stem"], others) == ("decision", "carried", "That the Committee", [])
    assert "decision  carried  That the Committee … dredges" in text(folder, "votes")


def without_motions(found: Findings) -> Findings:
    """The same findings, with decisions that no motion is told for; what was carried is told as unanimous."""
    decisions = []
    for each in found.decisions:
        vote = each.vote and replace(each.vote, result=VoteResult.UNANIMOUS)
        decisions.append(replace(each, motion=None, vote=vote))
    return replace(found, motions=(), decisions=tuple(decisions))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["i1.1"]),
        (["--person", "finch"], ["i1.1"]),
        (["--person", "tarn"], []),
        (["--interest", "disclosable_pecuniary"], ["i1.1"]),
        (["--interest", "personal"], []),
        (["berth", "--until", "2024-03"], ["i1.1"]),
    ],
)
def test_declarations_are_narrowed_by_who_declared_what(options: list[str], found: list[str], folder: Path) -> None:
    assert last_parts(answer(folder, "declarations", *options)["declarations"]) == found


def test_a_declaration_tells_who_what_and_whether_the_person_left(folder: Path) -> None:
    told = text(folder, "declarations")
    assert "2024-03-04  Councillor Finch (D Finch)  Councillor Finch declared a disclosable pecuniary interest" in told
    assert "disclosable pecuniary interest · item 244 · left the room or took no part" in told
    assert "harbour-minutes.txt line 14" in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mended\tby May\n", "mended\tby May\n"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("turned \u202e around\u200b", "turned \\u202e around\\u200b"),
        ("“Siân’s”\xa0£5 – Gŵyl", "“Siân’s”\xa0£5 – Gŵyl"),
    ],
)
def test_what_would_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
