"""What waits for a person, and what accepting and dismissing do."""

from __future__ import annotations

from tests.tracker.nights import policy_page
from tests.tracker.review.desk import DENIED_TOO, Desk
from tracker.review.consequences import Hand
from tracker.review.decide import accept
from tracker.review.ids import ComparisonId
from tracker.rules import Rule

BILLING_ONLY = b"""<html><body><main><h1>Billing of esketamine</h1><p>Esketamine (Spravato) is billed once a session
    by the site that observes the member. Units are counted in milligrams. Send the invoice with the claim, and keep the
    record of the session for seven years.</p></main></body></html>"""


def undecided(desk: Desk) -> None:
    desk.watch.night(policy_page())
    desk.watch.night(policy_page(more=DENIED_TOO))


def test_a_sure_change_waits_for_nobody(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.watch.night(policy_page(trials=2))
    assert desk.queue() == []
    assert desk.review() == "nothing waits for a person\n"


def test_an_answer_where_the_policy_was_silent_waits_with_the_reason(desk: Desk) -> None:
    undecided(desk)
    (item,) = desk.ask("review")
    assert (item["id"], item["verdict"], item["confidence"]) == ("c1", "restricted", "low")
    assert "silence was no coverage" in item["why"]
    assert "bipolar" in item["what"]


def test_the_queue_can_be_asked_for_one_payer(desk: Desk) -> None:
    undecided(desk)
    assert len(desk.ask("review", "--payer", "meadow-health")) == 1
    assert desk.ask("review", "--payer", "valley-plan") == []


def accepted(desk: Desk, *, at: str) -> None:
    """Accept the first comparison at an instant, with a rule that sends everything."""
    db = desk.watch.open()
    accept(db, ComparisonId(1), Hand("ann", at, rules=(Rule("all", ("folder:out",), "at_once"),)))
    db.close()


def test_what_is_accepted_is_sure_and_waits_no_more(desk: Desk) -> None:
    undecided(desk)
    assert desk.review("accept", "c1", "--note", "read it") == "c1 accepted\n"
    assert desk.queue() == []
    assert desk.watch.column("SELECT confidence || ': ' || reason FROM held_comparisons") == [
        "high: a person has read the passage: read it"
    ]


def test_what_is_accepted_goes_once_to_whoever_has_not_got_it(desk: Desk) -> None:
    undecided(desk)
    assert desk.watch.column("SELECT count(*) FROM outbox") == [0]
    for _ in range(2):
        accepted(desk, at="2026-03-03T09:00:00Z")
    assert desk.watch.column("SELECT channel || ' ' || state FROM outbox") == ["folder:out pending"]


def test_what_is_accepted_after_a_season_is_no_news(desk: Desk) -> None:
    undecided(desk)
    accepted(desk, at="2026-09-01T09:00:00Z")
    assert desk.watch.column("SELECT count(*) FROM outbox") == [0]


def test_what_is_dismissed_before_it_was_sent_is_not_sent(desk: Desk) -> None:
    undecided(desk)
    accepted(desk, at="2026-03-03T09:00:00Z")
    desk.review("dismiss", "c1")
    desk.watch.night(policy_page(more=DENIED_TOO))
    assert desk.watch.messages() == []


def test_a_dismissed_change_is_listed_no_more(desk: Desk) -> None:
    undecided(desk)
    assert len(desk.changes()) == 1
    desk.review("dismiss", "c1")
    assert (desk.queue(), desk.changes()) == ([], [])
    desk.review("accept", "c1")
    assert len(desk.changes()) == 1


def test_every_decision_says_who_made_it_when_and_why(desk: Desk) -> None:
    undecided(desk)
    desk.review("dismiss", "c1", "--by", "bob", "--note", "a heading")
    assert desk.watch.column("SELECT decision || ' ' || reviewer || ' ' || note FROM reviews") == [
        "dismissed bob a heading"
    ]
    assert desk.watch.column("SELECT reviewed_at GLOB '20??-??-??T??:??:??Z' FROM reviews") == [1]


def test_an_answer_whose_status_cannot_be_read_waits_until_somebody_says_what_it_is(desk: Desk) -> None:
    desk.watch.night(BILLING_ONLY)
    (item,) = desk.ask("review")
    assert item["why"] == "it is named, but no status can be read"
    desk.review("dismiss", item["id"])
    assert desk.queue() == []


def test_an_id_that_names_nothing_is_refused_with_what_to_do(desk: Desk) -> None:
    undecided(desk)
    for words, said in (
        (["accept", "12"], "write c12 (a comparison)"),
        (["accept", "c9"], "there is no comparison c9"),
        (["accept", "p9.1"], "there is no version 9"),
        (["accept", "p2.9"], "version 2 has 2 positions"),
        (["correct", "c1"], "give it --before, --after or --direction"),
        (["correct", "p2.1.99", "--value", "2"], "`ketwatch review show p2.1` lists them"),
        (["correct", "p2.1.2", "--value", "many"], "write a whole number"),
        (["correct", "p2.1.2", "--key", "luck"], "no criterion is called 'luck'"),
    ):
        result = desk.run("review", *words)
        assert result.exit_code == 2
        assert said in result.stderr, words
