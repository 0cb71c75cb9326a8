"""A document that looks different is read all the same, and somebody is told to look at the reading."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.tracker.nights import Watch, policy_page
from tests.tracker.test_health import rows

DENIED = """<h2>Not covered</h2><p>Esketamine is considered investigational for the following:</p><ul>
    <li>Bipolar depression</li><li>Obsessive-compulsive disorder</li><li>Fibromyalgia</li></ul>"""
# Which answer is which use's is told by the columns alone.
COLUMNS = """<h2>Decisions</h2><table><tr><td></td><th>Bipolar depression</th><th>Fibromyalgia</th></tr>
    <tr><th>Esketamine</th><td>Investigational</td><td>Not covered</td></tr></table>"""


def in_lines(page: bytes) -> bytes:
    """The same words, every heading and item a line of a plain text."""
    soup = BeautifulSoup(page, "lxml")
    assert soup.main is not None
    return soup.main.get_text("\n\n").encode()


def drift(watch: Watch) -> list[str]:
    return [row.reason for row in rows(watch) if row.condition == "layout_drift"]


def test_a_new_layout_is_a_warning_that_closes_when_it_is_seen_again_and_reads_as_much(watch: Watch) -> None:
    watch.night(policy_page())
    assert watch.night(in_lines(policy_page())).outcome == "unchanged"
    assert drift(watch) == ["plain text, before a web page; positions read: 1, before 1"]
    watch.night(in_lines(policy_page()))
    assert drift(watch) == []
    watch.night(in_lines(policy_page()))
    assert watch.column("SELECT quality FROM incidents") == ["layout_drift"]


def test_a_layout_that_was_only_there_for_a_night_is_no_longer_warned_of(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(in_lines(policy_page()))
    watch.night(policy_page())
    assert drift(watch) == []


def test_the_same_words_in_a_layout_in_which_less_is_read_stay_a_warning(watch: Watch) -> None:
    watch.night(policy_page(more=COLUMNS))
    for _ in range(3):
        assert watch.night(in_lines(policy_page(more=COLUMNS))).outcome == "unchanged"
    assert drift(watch) == ["plain text, before a web page; positions read: 1, before 3"]
    watch.night(policy_page(more=COLUMNS))
    assert drift(watch) == []


def test_a_new_edition_in_the_old_layout_is_no_drift(watch: Watch) -> None:
    watch.night(policy_page())
    assert watch.night(policy_page(trials=2, more=DENIED)).outcome == "changed"
    assert drift(watch) == []


def test_the_alert_of_a_change_in_a_new_layout_asks_to_read_the_passage(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(in_lines(policy_page(trials=2)))
    (message,) = watch.messages()
    assert "The document's layout has changed (plain text, before a web page" in " ".join(message.split())


def test_a_failed_night_neither_opens_nor_closes_it(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(in_lines(policy_page()))
    watch.night(b"")
    assert len(drift(watch)) == 1
