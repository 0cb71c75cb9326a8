"""An adoption that was wrong can be taken back, and nothing is lost by it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from db.candidates import Candidate, Step, add_candidate, get_candidate, list_candidates
from db.sources import Source, addresses_of, get_source, register
from db.versions import last_confirmed
from parsers.discovery.models import Mention
from spiders.base import sources_in_force
from spiders.platforms.document_list import DocumentList
from tests.tracker.nights import OTHER, PAYER, SOURCE, Watch, policy_page
from tracker.cli.main import main
from tracker.discovery.adopt import take
from tracker.discovery.judge import judge_mention
from tracker.discovery.known import known_documents
from tracker.discovery.undo import undo_adoption

WRONG = "https://meadow.example/another-plan/esketamine"
FURTHER = "https://meadow.example/esketamine-2027"
MOVED = replace(SOURCE, url=WRONG, adopted_from=SOURCE.url)


class _Meadow(DocumentList):
    """The payer as its module declares it."""

    payer = PAYER
    sources = (SOURCE,)


def adopt(watch: Watch, url: str = WRONG, step: Step = "moved", *, hour: str = "12") -> int:
    """What a page said in the morning after the last night, taken by ketwatch alone."""
    db, at = watch.open(), watch.now().replace("T02", f"T{hour}")
    register(db, PAYER, [OTHER], at=at)
    source = None if step == "new" else SOURCE.source
    kept = add_candidate(db, Candidate(PAYER.payer, step, url, "", "Esketamine", source, OTHER.source, "listed", at))
    assert kept is not None
    take(db, kept, "adopted", by="ketwatch", at=at)
    db.close()
    return kept.candidate


def run(watch: Watch, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--data", str(watch.data)], catch_exceptions=False)


def undo(watch: Watch, candidate: int) -> Result:
    return run(watch, "sources", "review", "undo", str(candidate), "--by", "ann", "--note", "another plan")


def source_of(watch: Watch) -> Source:
    db = watch.open()
    found = get_source(db, SOURCE.source)
    db.close()
    assert found is not None
    return found


@pytest.fixture
def adopted(watch: Watch) -> tuple[Watch, int]:
    """A policy of three failed drugs, then an address adopted, at which one of two stands: a change that was told."""
    watch.night(policy_page(trials=3))
    number = adopt(watch)
    watch.sources = (MOVED,)
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    assert len(watch.messages()) == 1
    return watch, number


def test_the_old_address_is_in_force_again_and_both_are_kept(adopted: tuple[Watch, int]) -> None:
    watch, number = adopted
    done = undo(watch, number)
    assert done.exit_code == 0, done.stderr
    assert f"{SOURCE.source} is asked for at {SOURCE.url} again the next night" in done.stdout
    assert (source_of(watch).url, source_of(watch).adopted_from) == (SOURCE.url, "")
    db = watch.open()
    assert [source.url for source in sources_in_force(_Meadow, db) if not source.adopted] == [SOURCE.url]
    assert set(addresses_of(db, SOURCE.source)) == {SOURCE.url, WRONG}
    db.close()


def test_what_was_read_there_no_longer_counts_and_stays_on_record(adopted: tuple[Watch, int]) -> None:
    watch, number = adopted
    assert "1 version read there no longer count" in undo(watch, number).stdout
    db = watch.open()
    force = last_confirmed(db, SOURCE.source)
    db.close()
    assert force is not None
    assert force.version == 1
    assert watch.column("SELECT state FROM versions ORDER BY version") == ["confirmed", "rejected"]
    assert watch.column("SELECT count(*) FROM snapshots") == [2]
    assert json.loads(run(watch, "changes", "--format", "json").stdout) == []


def test_whoever_was_told_gets_a_correction_and_nobody_a_second_change(adopted: tuple[Watch, int]) -> None:
    watch, number = adopted
    db = watch.open()
    found = get_candidate(db, number)
    assert found is not None
    undo_adoption(db, found, by="ann", at=watch.now())
    db.close()
    watch.sources = (SOURCE,)
    assert watch.night(policy_page(trials=3)).outcome == "unchanged"
    _, correction = watch.messages()
    assert correction.startswith("CORRECTION: ALERT WITHDRAWN")
    assert "it was read in another document" in " ".join(correction.split())


def test_it_is_not_adopted_again_however_it_is_listed(adopted: tuple[Watch, int]) -> None:
    watch, number = adopted
    undo(watch, number)
    db = watch.open()
    known = known_documents(db, PAYER.payer, 1)
    for numbers in ((), ("MH-12",), ("MH-13",)):
        assert judge_mention(Mention("Esketamine", WRONG, ("esketamine",), numbers), known) is None
    assert list_candidates(db) == []
    db.close()


def test_the_history_says_who_adopted_and_who_took_back_and_when(adopted: tuple[Watch, int]) -> None:
    watch, number = adopted
    undo(watch, number)
    db = watch.open()
    found = get_candidate(db, number)
    db.close()
    assert found is not None
    assert (found.state, found.decided_by, found.note) == ("undone", "ann", "another plan")
    told = json.loads(run(watch, "show", SOURCE.source, "--format", "json").stdout)["decisions"]
    assert [(one["state"], one["decided_by"], one["url"]) for one in told] == [
        ("adopted", "ketwatch", WRONG), ("undone", "ann", WRONG),
    ]  # fmt: skip
    lines = run(watch, "show", SOURCE.source).stdout
    assert f"{WRONG} adopted by ketwatch on 2026-03-01" in lines
    assert f"{WRONG} taken back by ann on " in lines


def test_of_two_adoptions_the_later_is_taken_back_first(watch: Watch) -> None:
    watch.night(policy_page())
    first, second = adopt(watch), adopt(watch, FURTHER, hour="14")
    refused = undo(watch, first)
    assert refused.exit_code == 2
    assert f"has moved on to {FURTHER}: take that back first" in refused.stderr
    assert undo(watch, second).exit_code == 0
    assert (source_of(watch).url, source_of(watch).adopted_from) == (WRONG, SOURCE.url)
    assert undo(watch, first).exit_code == 0
    assert source_of(watch).url == SOURCE.url


def test_what_gave_no_address_cannot_be_taken_back(watch: Watch) -> None:
    watch.night(policy_page())
    number = adopt(watch, FURTHER, "new")
    refused = undo(watch, number)
    assert refused.exit_code == 2
    assert "gave no source another address" in refused.stderr
    assert "no candidate 99" in undo(watch, 99).stderr
    assert undo(watch, adopt(watch)).exit_code == 0
    assert "is undone" in undo(watch, number + 1).stderr
