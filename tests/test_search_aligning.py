"""Recommendations against what was resolved: every fate, how wording changed, and what is not guessed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.alignment.matters import Asked, Board, Decided, Item, Matters, Minutes, Report, Told
from corpus.alignment.model import WordingKind, marked
from corpus.vocabulary import Outcome, RecommendationFate, ReportedStanding
from search.aligning.clauses import recommended_clauses, resolved_clauses
from search.aligning.compare import compare
from search.aligning.fates import align
from search.aligning.reported import check
from search.aligning.wording import change
from search.aligning.words import words_of

AS = RecommendationFate.AS_RECOMMENDED
CABINET = Board(name="Cabinet", form="cabinet", id="northmere/cabinet", home="northmere", published=True)
OTHER_CABINET = Board(name="Cabinet", form="cabinet", id="aldermoor/cabinet", home="aldermoor", published=True)
NOBODYS_CABINET = Board(name="Cabinet", form="cabinet", id="paper-1/cabinet", home="paper-1", published=False)
TITLE = "Harbour Dues 2024/25"


def report(*texts: str, title: str = TITLE, board: Board | None = CABINET, **changes: object) -> Report:
    made = Report(
        title=title,
        board=board,
        home=board.home if board else "northmere",
        date="2024-06-11",
        references=frozenset(),
        numbers=frozenset(),
        asked=tuple(Asked(id=f"r{at}", number=str(at), text=text, stem=None) for at, text in enumerate(texts, start=1)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def decided(*texts: str | tuple[str, Outcome]) -> tuple[Decided, ...]:
    made = [(text, Outcome.AGREED) if isinstance(text, str) else text for text in texts]
    return tuple(
        Decided(id=f"d{at}", number=None, text=text, stem=None, outcome=outcome, page=4)
        for at, (text, outcome) in enumerate(made, start=1)
    )


def minutes(*items: tuple[str, tuple[Decided, ...]], board: Board | None = CABINET, **changes: object) -> Minutes:
    made = Minutes(
        document="minutes",
        name="minutes.pdf",
        meeting="m1",
        board=board,
        home=board.home if board else "northmere",
        date="2024-06-11",
        confirmed=False,
        references=frozenset(),
        items=tuple(
            Item(section=f"s{at}", number=str(at), title=title, decisions=decisions)
            for at, (title, decisions) in enumerate(items, start=1)
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


NOTED = ("That the report be noted.", Outcome.NOTED)

FATES = (
    # (recommended, resolved, fate)
    ("Approve the harbour dues for 2024/25.", ["that the harbour dues for 2024/25 be approved"], AS),
    ("To agree the dues.", ["The Cabinet AGREED the dues."], AS),
    ("That the Cabinet endorse the harbour strategy", ["that the harbour strategy be adopted"], AS),
    ("It is recommended that the report be noted.", [NOTED], AS),
    ("note progress with the dredging of the basin", [NOTED], AS),
    ("Note the contents of the report", [("noted the update on dredging", Outcome.NOTED)], AS),
    ("The Cabinet is asked to consider the options for the pier.", [NOTED], AS),
    (
        "Delegate authority to the Director of Place, in consultation with the Leader, to let the contract",
        ["in consultation with the Leader, the Director of Place be given delegated authority to let the contract"],
        AS,
    ),
    ("approve the dues as set out in Appendix A", ["That the dues be approved, as set out in the report."], AS),
    ("Approve a grant of £1,500.00 to the sailing club", ["that a grant of £1500 to the sailing club be approved"], AS),
    (
        "declare the quay surplus and approve its sale",
        ["that the quay be declared surplus and its sale be approved"],
        AS,
    ),
    (
        "If recommendation 1 is agreed, approve the sale of the quay by 31st October 2024",
        ["that the sale of the quay by 31 October 2024 be approved"],
        AS,
    ),
    ("either confirm decision 24/00017 or amend it", ["that the closure be put off until March"], AS),
    ("DECIDE whether the ferry should be free", ["Agrees that the ferry should be free"], AS),
    ("approve the reorganisation of moorings", ["that the reorganization of moorings be approved"], AS),
    ("Approve the plan for the quay wall", ["that the recommendations in the report be agreed"], AS),
    ("Approve the plan for the quay wall", [("That the report be approved", Outcome.APPROVED)], AS),
    (
        "note the report and approve the plan for the quay wall",
        ["That the report be noted and the plan for the quay wall be approved"],
        AS,
    ),
    (
        "note the report and approve the plan for the quay wall",
        [NOTED, "that the plan for the quay wall be approved"],
        AS,
    ),
    ("That permission be refused", [("That permission be refused", Outcome.REJECTED)], AS),
    (
        "Approve a grant of £20,000 to the sailing club",
        ["that a grant of £15,000 to the sailing club be approved"],
        RecommendationFate.AMENDED,
    ),
    (
        "Approve the closure of the slipway",
        ["that the closure of the slipway be approved, subject to a review after twelve months"],
        RecommendationFate.AMENDED,
    ),
    (
        "Approve the new timetable of ferries from 1 May 2024",
        ["that the new timetable of ferries be approved from 1 July 2024"],
        RecommendationFate.AMENDED,
    ),
    (
        "approve the plan for the quay wall; and delegate authority to the Director of Place to buy the crane",
        ["that the plan for the quay wall be approved"],
        RecommendationFate.PART_TAKEN,
    ),
    (
        "note the forecast for dredging of £2.4m and the steps that are being taken to bring the cost down",
        [("Note the forecast for dredging of £2.4m", Outcome.NOTED)],
        RecommendationFate.PART_TAKEN,
    ),
    ("Approve the plan for the quay wall", [NOTED], RecommendationFate.NOTED_ONLY),
    (
        "Approve the plan for the quay wall",
        [("The Cabinet noted the plan for the quay wall.", Outcome.NOTED)],
        RecommendationFate.NOTED_ONLY,
    ),
    (
        "Approve the plan for the quay wall",
        [("That the recommendations be noted", Outcome.NOTED)],
        RecommendationFate.NOTED_ONLY,
    ),
    (
        "Approve the plan for the quay wall",
        [("that the item be deferred to the next meeting", Outcome.DEFERRED)],
        RecommendationFate.DEFERRED,
    ),
    (
        "Approve the plan for the quay wall",
        [("That the plan for the quay wall be referred to the Scrutiny Committee", Outcome.REFERRED)],
        RecommendationFate.DEFERRED,
    ),
    (
        "Approve the plan for the quay wall",
        [("that the plan for the quay wall be approved", Outcome.REJECTED)],
        RecommendationFate.REFUSED,
    ),
    (
        "That permission be granted for the pontoon at Mill Reach",
        [("that permission be refused for the pontoon at Mill Reach", Outcome.REJECTED)],
        RecommendationFate.REFUSED,
    ),
    (
        "Approve the plan for the quay wall",
        ["that two trees at Mill Lane be felled"],
        RecommendationFate.NOT_CONSIDERED,
    ),
    ("Approve the plan for the quay wall", [], RecommendationFate.NOT_CONSIDERED),
    ("The Cabinet is asked to:", ["that the dues be approved"], RecommendationFate.UNKNOWN),
    ("Approve the plan for the quay wall", ["As Cabinet Member for Ports I agree to:"], RecommendationFate.UNKNOWN),
)


@pytest.mark.parametrize(("recommended", "resolved", "fate"), FATES)
def test_what_became_of_a_recommendation(
    recommended: str, resolved: list[str | tuple[str, Outcome]], fate: RecommendationFate
) -> None:
    (aligned,) = align(report(recommended), [minutes((TITLE, decided(*resolved)))])
    assert (aligned.fate, bool(aligned.reason)) == (fate, True)
    assert aligned.sitting.meeting == "m1"
    assert bool(aligned.change) == (fate in (RecommendationFate.AMENDED, RecommendationFate.PART_TAKEN)) or (
        fate is RecommendationFate.PART_TAKEN
    )


def test_each_part_goes_with_what_was_resolved_on_it() -> None:
    made = report(
        "note the forecast of £23.3m", "note the forecast of £30.4m", "agree the changes to the capital budget"
    )
    resolved = decided(
        ("Note the forecast of £30.4m.", Outcome.NOTED),
        ("Note the forecast of £23.3m.", Outcome.NOTED),
        "Agree the changes to the capital budget.",
    )
    aligned = align(made, [minutes((TITLE, resolved))])
    assert [(each.fate, each.decisions) for each in aligned] == [(AS, ("d2",)), (AS, ("d1",)), (AS, ("d3",))]


def test_one_resolution_takes_two_parts() -> None:
    made = report(
        "Agree to transfer the ferry to the Harbour Board from 1 April 2025; and",
        "Delegate authority to the Director of Place to enter into the contracts that are needed",
    )
    resolved = decided(
        "that Cabinet agree to transfer the ferry to the Harbour Board from 1 April 2025; and that delegated authority"
        " be given to the Director of Place to enter into the contracts that are needed"
    )
    assert [(each.fate, each.decisions) for each in align(made, [minutes((TITLE, resolved))])] == [
        (AS, ("d1",)),
        (AS, ("d1",)),
    ]


def test_of_several_to_choose_from_none_is_blamed() -> None:
    made = report("agree that the ferry be sold", "agree that the ferry be kept, or", "let the ferry to a company")
    taken, kept, let = align(made, [minutes((TITLE, decided("that the ferry be kept")))])
    assert kept.fate is AS
    for each in (taken, let):
        assert each.fate is RecommendationFate.NOT_CONSIDERED
        assert "one of several to choose from" in each.reason


def test_the_change_is_told_word_by_word() -> None:
    (aligned,) = align(
        report("Approve a grant of £20,000 to the sailing club."),
        [minutes((TITLE, decided("that a grant of £15,000 to the sailing club be approved for one year")))],
    )
    told = marked(aligned.change)
    assert "-£20,000-" in told
    assert "+£15,000+" in told
    assert "to the sailing club" in told


UNKNOWN = (
    # (report, minutes, fate, what the reason tells)
    (report("Approve the dues"), [], RecommendationFate.MINUTES_NOT_HELD, "Cabinet of 2024-06-11"),
    (
        report("Approve the dues"),
        [minutes((TITLE, decided("that the dues be approved")), date="2024-07-23")],
        RecommendationFate.MINUTES_NOT_HELD,
        "not held",
    ),
    (
        report("Approve the dues"),
        [minutes((TITLE, decided("that the dues be approved")), board=OTHER_CABINET)],
        RecommendationFate.MINUTES_NOT_HELD,
        "not held",
    ),
    (
        report("Approve the dues"),
        [minutes(("Urgent Business", decided("that the gate be mended")))],
        RecommendationFate.UNKNOWN,
        "none of their items",
    ),
    (
        report("Approve the dues", board=NOBODYS_CABINET),
        [minutes(("Urgent Business", decided("that the gate be mended")))],
        RecommendationFate.UNKNOWN,
        "nothing shows that they are of the same body",
    ),
    (report("Approve the dues", date=None), [], RecommendationFate.UNKNOWN, "on which day"),
    (report("Approve the dues", board=None, date=None), [], RecommendationFate.UNKNOWN, "to which body and on which"),
    (
        report("Approve the dues", board=None, date=None, references=frozenset({"24/00017"})),
        [],
        RecommendationFate.MINUTES_NOT_HELD,
        "the record of decision 24/00017",
    ),
)


@pytest.mark.parametrize(("made", "held", "fate", "reason"), UNKNOWN)
def test_what_can_not_be_known_is_said(
    made: Report, held: list[Minutes], fate: RecommendationFate, reason: str
) -> None:
    (aligned,) = align(made, held)
    assert aligned.fate is fate
    assert reason in aligned.reason
    assert not aligned.decisions


def test_minutes_whose_publisher_is_not_told_are_known_by_the_item() -> None:
    (aligned,) = align(
        report("Approve the dues", board=NOBODYS_CABINET), [minutes((TITLE, decided("that the dues be approved")))]
    )
    assert aligned.fate is AS


def test_what_an_nhs_body_calls_its_board_is_the_body_itself() -> None:
    trust = Board(
        name="Aldermoor NHS Trust",
        form="aldermoor nhs trust",
        id="aldermoor-nhs-trust",
        home="aldermoor-nhs-trust",
        published=True,
    )
    board = Board(name="Board", form="board", id="paper-1/board", home="paper-1", published=False)
    held = minutes((TITLE, decided("that the dues be approved")), board=trust)
    (aligned,) = align(report("Approve the dues", board=board), [held])
    assert aligned.fate is AS
    (aligned,) = align(report("Approve the dues", board=board, title="Winter Plan"), [held])
    assert aligned.fate is RecommendationFate.UNKNOWN


def test_an_item_is_known_by_its_words_where_its_title_is_another() -> None:
    made = report("Approve the purchase of the steam crane from Tarn and Sons for £80,000", title="Paper 7")
    held = minutes(
        ("Harbour Matters", decided("that the purchase of the steam crane from Tarn and Sons for £80,000 be approved")),
        ("Paper on the pier", decided(NOTED)),
    )
    (aligned,) = align(made, [held])
    assert (aligned.fate, aligned.item) == (AS, "s1")


def test_confirmed_minutes_go_before_a_draft() -> None:
    item = (TITLE, decided("that the dues be approved"))
    draft = minutes(item, document="draft", meeting="m0")
    confirmed = minutes(item, document="final", meeting="m1", confirmed=True)
    for held in ([draft, confirmed], [confirmed, draft]):
        (aligned,) = align(report("Approve the dues"), held)
        assert aligned.sitting.meeting == "m1"


def test_a_notice_of_the_same_reference_tells_what_one_person_decided() -> None:
    made = report("agree the closure of the slipway", date=None, board=None, references=frozenset({"24/00017"}))
    notice = minutes(
        ("Record of Decision", decided("I agree the closure of the slipway")),
        meeting=None,
        references=frozenset({"24/00017"}),
    )
    (aligned,) = align(made, [notice])
    assert (aligned.fate, aligned.sitting.document) == (AS, "minutes")


TOLD = Told(
    id="e1",
    home="northmere",
    text="On 11 June 2024 the Cabinet approved the closure of the slipway at Mill Reach.",
    board=CABINET,
    date="2024-06-11",
    references=frozenset(),
)
HELD = minutes((TITLE, decided("that the closure of the slipway at Mill Reach be approved")))
STANDINGS = (
    (TOLD, [HELD], ReportedStanding.CONFIRMED),
    (replace(TOLD, date="2024-06"), [HELD], ReportedStanding.CONFIRMED),
    (TOLD, [minutes((TITLE, decided("that two trees be felled")))], ReportedStanding.NOT_IN_MINUTES),
    (
        TOLD,
        [minutes((TITLE, decided(("that the closure of the slipway at Mill Reach be approved", Outcome.REJECTED))))],
        ReportedStanding.NOT_IN_MINUTES,
    ),
    (replace(TOLD, date="2024-06"), [minutes((TITLE, decided(NOTED)))], ReportedStanding.MINUTES_NOT_HELD),
    (TOLD, [], ReportedStanding.MINUTES_NOT_HELD),
    (replace(TOLD, date="2024-06-12"), [HELD], ReportedStanding.MINUTES_NOT_HELD),
    (replace(TOLD, board=OTHER_CABINET, home="aldermoor"), [HELD], ReportedStanding.MINUTES_NOT_HELD),
    (replace(TOLD, date=None), [HELD], ReportedStanding.NOT_CHECKABLE),
    (replace(TOLD, board=None), [HELD], ReportedStanding.NOT_CHECKABLE),
    (replace(TOLD, board=NOBODYS_CABINET, home="paper-1"), [HELD], ReportedStanding.CONFIRMED),
    (
        replace(TOLD, board=NOBODYS_CABINET, home="paper-1", text="On 11 June 2024 the Cabinet agreed to buy a crane."),
        [HELD],
        ReportedStanding.MINUTES_NOT_HELD,
    ),
    (
        replace(TOLD, board=None, date=None, references=frozenset({"24/00017"}), text="Decision 24/00017 was put off."),
        [replace(HELD, meeting=None, references=frozenset({"24/00017"}))],
        ReportedStanding.NOT_CHECKABLE,
    ),
    (
        replace(TOLD, board=None, references=frozenset({"24/00017"})),
        [replace(HELD, meeting=None, references=frozenset({"24/00017"}))],
        ReportedStanding.CONFIRMED,
    ),
)


@pytest.mark.parametrize(("told", "held", "standing"), STANDINGS)
def test_whether_minutes_bear_out_what_is_reported(told: Told, held: list[Minutes], standing: ReportedStanding) -> None:
    checked = check(told, held)
    assert (checked.standing, bool(checked.decision)) == (standing, standing is ReportedStanding.CONFIRMED)
    assert checked.reason


CLAUSES = (
    ("note the report and approve the plan", ["note the report and", "approve the plan"]),
    ("the report be noted and the plan be approved", ["the report be noted and", "the plan be approved"]),
    ("review and approve the plan", ["review and approve the plan"]),
    ("approve the sale of land and buildings", ["approve the sale of land and buildings"]),
    (
        "RESOLVED: That the Board (1) note the report; and (2) appoint Mr Finch",
        ["note the report; and (2)", "appoint Mr Finch"],
    ),
    ("The Board is asked to note the report", ["note the report"]),
)


@pytest.mark.parametrize(("text", "parts"), CLAUSES)
def test_single_things_are_told_apart(text: str, parts: list[str]) -> None:
    assert [text[each.start : each.end].strip() for each in recommended_clauses(text, None)] == parts


WORDS = st.lists(
    st.sampled_from(
        "that the Board be noted approve approved note ; and report plan quay wall £20,000 5% to (1) or subject refused"
        " deferred recommendations agreed delegate authority 2024 , . Ünïcode".split()
    ),
    max_size=24,
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(st.tuples(WORDS, st.sampled_from(Outcome)), max_size=4))
def test_each_recommendation_has_exactly_one_fate(texts: list[str], resolved: list[tuple[str, Outcome]]) -> None:
    made = report(*texts)
    held = minutes((TITLE, decided(*resolved)), ("Other", decided(*resolved)))
    compared = compare(Matters(reports=(made,), told=(TOLD,), minutes=(held,)))
    assert [each.recommendation for each in compared.alignments] == [each.id for each in made.asked]
    assert all(0 <= each.score <= 1 and each.reason for each in compared.alignments)
    assert len(compared.checks) == 1


@given(WORDS, WORDS)
def test_a_change_tells_all_words_of_what_was_resolved(before: str, after: str) -> None:
    told = change(before, after)
    words = "".join(piece.words for piece in told if piece.kind is not WordingKind.WENT)
    assert "".join(words.split()) == ("".join(after.split()) if words_of(after) else "")


@given(st.text(max_size=300), st.sampled_from(Outcome))
def test_clauses_are_in_order_and_within_the_text(text: str, outcome: Outcome) -> None:
    clauses = resolved_clauses(text, None, outcome)
    assert clauses
    assert all(0 <= each.start <= each.end <= len(text) for each in clauses)
    assert all(one.end <= other.start for one, other in pairwise(clauses))
