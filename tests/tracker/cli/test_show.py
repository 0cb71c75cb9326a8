"""`ketwatch show`: the policy in force, and a word on the one that will be."""

from __future__ import annotations

from click.testing import CliRunner

from tests.tracker.nights import SOURCE, Watch, policy_page
from tracker.cli.main import main

FUTURE = "01/01/2099"


def shown(watch: Watch, *words: str) -> str:
    result = CliRunner().invoke(main, ["show", SOURCE.source, "--data", str(watch.data), *words])
    assert result.exit_code == 0, result.stderr
    return result.output


def test_a_version_to_come_is_announced_and_does_not_hide_the_one_in_force(watch: Watch) -> None:
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2, effective=FUTURE))
    assert "takes effect on 2099-01-01: --as-of 2099-01-01 shows it" in shown(watch)
    assert "Failure of at least 3 antidepressants" in shown(watch)
    assert "Failure of at least 2 antidepressants" in shown(watch, "--as-of", "2099-01-01")


def test_where_nothing_is_in_force_yet_the_version_to_come_is_shown(watch: Watch) -> None:
    watch.night(policy_page(trials=2, effective=FUTURE))
    assert "Failure of at least 2 antidepressants" in shown(watch)
