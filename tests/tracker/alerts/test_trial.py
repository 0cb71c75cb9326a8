"""The trial message of `ketwatch alerts test`."""

from __future__ import annotations

from pathlib import Path

from tests.tracker.alerts.peers import slack_peer
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts import trial
from tracker.config import Config, Folder, Rule, SlackHook


def test_every_channel_of_the_rules_is_tried_once(tmp_path: Path) -> None:
    rules = (Rule("a", ("folder:out", "slack:team")), Rule("b", ("folder:out",)))
    with slack_peer((500, {})) as peer:
        config = Config(slack=(SlackHook("team", peer.url),), folders=(Folder("out", tmp_path),), rules=rules)
        done = trial.test_channels(config, now=NIGHT)
    assert [(one.channel, one.error is None) for one in done] == [("folder:out", True), ("slack:team", False)]
    (text,) = tmp_path.glob("*.txt")
    assert text.read_text().startswith("TRIAL MESSAGE: No real payer (nothing has changed)")


def test_a_channel_without_its_table_says_what_to_add() -> None:
    (one,) = trial.test_channels(Config(rules=(Rule("a", ("email:x@clinic.example",)),)), now=NIGHT)
    assert one.error == "no mail server is configured: add an [email] table to ketwatch.toml"
