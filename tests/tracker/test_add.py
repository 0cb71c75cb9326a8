"""Documents by hand and dated captures, through the same gate as a crawl."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from db.incidents import open_incidents
from db.sources import Payer, get_payer
from tests.tracker.nights import SOURCE, InThisProcess, Watch, policy_page
from tracker.add import NOTHING_SAID, Added, Capture, PayerFacts, add_documents, read_manifest
from tracker.errors import AddError

NOW = "2026-04-01T12:00:00Z"
URL = "https://valley.example/policies/esketamine"


def capture(folder: Path, body: bytes, fetched_at: str | None, url: str = URL) -> Capture:
    path = folder / f"{len(list(folder.glob('*.html')))}.html"
    path.write_bytes(body)
    return Capture("valley-plan", url, path, "esketamine", fetched_at)


def add(
    watch: Watch, *captures: Capture, must_mention: tuple[str, ...] = ("esketamine",), payer: PayerFacts = NOTHING_SAID
) -> list[Added]:
    return add_documents(
        watch.data,
        captures,
        now=NOW,
        must_mention=must_mention,
        payer=payer,
        rules=watch.rules,
        executor=InThisProcess(),
    )


def payer_of(watch: Watch, payer: str) -> Payer | None:
    db = watch.open()
    found = get_payer(db, payer)
    db.close()
    return found


def test_dated_captures_are_settled_in_the_order_of_their_dates(watch: Watch, tmp_path: Path) -> None:
    late = capture(tmp_path, policy_page(trials=2), "2026-03-01")
    early = capture(tmp_path, policy_page(trials=3), "2026-01-01")
    added = add(watch, late, early)
    assert [(found.fetched_at[:10], found.outcome) for found in added] == [
        ("2026-01-01", "unchanged"),
        ("2026-03-01", "changed"),
    ]
    assert watch.column("SELECT before || ' ' || after FROM changes") == ["3 2"]


def test_a_change_of_the_past_is_recorded_with_its_date_and_alerts_nobody(watch: Watch, tmp_path: Path) -> None:
    add(
        watch,
        capture(tmp_path, policy_page(trials=3), "2026-01-01"),
        capture(tmp_path, policy_page(trials=2), "2026-03-01"),
    )
    assert watch.column("SELECT detected_at FROM comparisons") == ["2026-03-01T00:00:00Z"]
    assert watch.column("SELECT alert FROM outbox") == []


def test_a_document_fetched_by_hand_today_alerts_like_a_nightly_one(watch: Watch, tmp_path: Path) -> None:
    add(watch, capture(tmp_path, policy_page(trials=3), "2026-03-01"))
    (added,) = add(watch, capture(tmp_path, policy_page(trials=2), None))
    assert (added.outcome, added.fetched_at) == ("changed", NOW)
    assert watch.column("SELECT state FROM outbox") == ["pending"]


def test_adding_the_same_captures_again_changes_nothing(watch: Watch, tmp_path: Path) -> None:
    captures = [
        capture(tmp_path, policy_page(trials=3), "2026-01-01"),
        capture(tmp_path, policy_page(trials=2), "2026-03-01"),
    ]
    add(watch, *captures)
    assert [found.outcome for found in add(watch, *captures)] == ["known", "known"]
    assert watch.column("SELECT count(*) FROM versions") == [2]
    assert watch.column("SELECT count(*) FROM snapshots") == [2]


def test_a_capture_from_before_the_first_sight_goes_before_it_and_alerts_nobody(watch: Watch, tmp_path: Path) -> None:
    add(watch, capture(tmp_path, policy_page(trials=2), None))
    (added,) = add(watch, capture(tmp_path, policy_page(trials=3), "2025-01-01"))
    assert (added.outcome, added.reason) == ("unchanged", "first sight")
    assert watch.column("SELECT before || ' ' || after FROM changes") == ["3 2"]
    assert watch.column("SELECT detected_at FROM comparisons") == [NOW]
    assert watch.column("SELECT alert FROM outbox") == []
    assert watch.column("SELECT kind || ' ' || seen_at FROM versions ORDER BY seen_at") == [
        "first 2025-01-01T00:00:00Z",
        f"change {NOW}",
    ]


def test_a_capture_between_compared_versions_is_kept_and_compared_with_nothing(watch: Watch, tmp_path: Path) -> None:
    add(watch, capture(tmp_path, policy_page(trials=3), "2025-01-01"))
    add(watch, capture(tmp_path, policy_page(trials=2), "2026-03-01"))
    (added,) = add(watch, capture(tmp_path, policy_page(trials=4), "2025-06-01"))
    assert added.outcome == "older"
    assert watch.column("SELECT count(*) FROM snapshots") == [3]
    assert watch.column("SELECT count(*) FROM versions") == [2]


def test_a_bad_capture_opens_an_incident_with_its_quality(watch: Watch, tmp_path: Path) -> None:
    (added,) = add(watch, capture(tmp_path, b"", "2026-03-01"))
    assert (added.outcome, added.quality) == ("unknown", "empty")
    db = watch.open()
    assert [incident.quality for incident in open_incidents(db)] == ["empty"]
    db.close()


def test_without_words_that_must_stand_in_it_any_document_is_taken(watch: Watch, tmp_path: Path) -> None:
    body = (
        b"<html><main><h1>Policy on sleep studies</h1><p>" + b"A sleep study at home is covered. " * 30 + b"</p></main>"
    )
    (strict,) = add(watch, capture(tmp_path, body, "2026-03-01"))
    assert (strict.outcome, strict.quality) == ("unknown", "not_policy")
    other = Capture("hill-plan", URL, tmp_path / "0.html", "sleep", "2026-03-01")
    (free,) = add(watch, other, must_mention=())
    assert (free.outcome, free.quality) == ("unchanged", "ok")


def test_a_document_of_a_watched_address_goes_to_its_source(watch: Watch, tmp_path: Path) -> None:
    watch.night(policy_page(trials=3))
    path = tmp_path / "by-hand.html"
    path.write_bytes(policy_page(trials=2))
    (added,) = add(watch, Capture(SOURCE.payer, SOURCE.url, path))
    assert (added.source, added.outcome) == (SOURCE.source, "changed")


def test_a_source_without_a_name_is_called_after_its_address(watch: Watch, tmp_path: Path) -> None:
    path = tmp_path / "by-hand.html"
    path.write_bytes(policy_page())
    (added,) = add(watch, Capture("valley-plan", "https://valley.example/a/MP_12.Spravato.pdf", path))
    assert added.source == "valley-plan/mp-12-spravato"


def test_a_payer_of_whom_nobody_says_more_is_of_no_known_type_or_state(watch: Watch, tmp_path: Path) -> None:
    add(watch, capture(tmp_path, policy_page(), "2026-03-01"))
    assert payer_of(watch, "valley-plan") == Payer("valley-plan", "valley-plan", "unknown", ())


def test_what_the_user_says_of_a_payer_is_kept_and_completed(watch: Watch, tmp_path: Path) -> None:
    add(watch, capture(tmp_path, policy_page(), "2026-03-01"), payer=PayerFacts("medicaid"))
    add(watch, capture(tmp_path, policy_page(), "2026-03-02"), payer=PayerFacts(states=("TX",)))
    add(watch, capture(tmp_path, policy_page(), "2026-03-03"))
    assert payer_of(watch, "valley-plan") == Payer("valley-plan", "valley-plan", "medicaid", ("TX",))


def test_a_manifest_names_captures_beside_it_and_may_have_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "manifest.tsv"
    path.write_text(
        "note\tpayer\tpolicy\tfetched_at\turl\tfile\nx\tp\tq\t2026-02-05T20:05:27.109Z\thttps://u\tf.html\n"
    )
    assert read_manifest(path) == [Capture("p", "https://u", tmp_path / "f.html", "q", "2026-02-05T20:05:27Z")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("p\tq\tlast week\thttps://u\tf.html", "line 2: 'last week' is no instant"),
        ("p\tq\t2026-01-01\thttps://u\t", "line 2: no file"),
        ("p", "line 2: no policy and no fetched_at and no url and no file"),
    ],
)
def test_a_mistake_in_a_manifest_is_named_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "manifest.tsv"
    path.write_text(f"payer\tpolicy\tfetched_at\turl\tfile\n{row}\n")
    with pytest.raises(AddError, match=message):
        read_manifest(path)


def test_a_file_that_is_not_there_is_named(watch: Watch, tmp_path: Path) -> None:
    with pytest.raises(AddError, match=r"gone\.html"):
        add(watch, Capture("p", URL, tmp_path / "gone.html"))


def test_real_captures_change_where_the_policy_did_and_nowhere_else(watch: Watch, shared: Path) -> None:
    manifest = shared / "realdata" / "captures" / "manifest.tsv"
    with manifest.open(encoding="utf-8") as file:
        told = {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}
    added = add_documents(watch.data, read_manifest(manifest), now=NOW, must_mention=())
    for found in added:
        wanted = told[found.path.name]
        if wanted["quality"]:
            assert (found.outcome, found.quality) == ("unknown", wanted["quality"]), found.path.name
        else:
            assert found.quality == "ok", found.path.name
    versions = {source: kinds for source, kinds in _versions(watch).items() if len(kinds) > 1}
    changed = {f"{row['payer']}/{row['policy']}" for row in told.values() if row["pair"] == "changed"}
    assert set(versions) == changed
    assert set(map(tuple, versions.values())) == {("first confirmed", "change confirmed")}
    bad = {f"{row['payer']}/{row['policy']}" for row in told.values() if row["quality"]}
    assert set(watch.column("SELECT source FROM incidents WHERE closed_at IS NULL")) == bad


def _versions(watch: Watch) -> dict[str, list[str]]:
    db = watch.open()
    found: dict[str, list[str]] = {}
    for row in db.execute("SELECT source, kind || ' ' || state AS kind FROM versions ORDER BY version").fetchall():
        found.setdefault(row["source"], []).append(row["kind"])
    db.close()
    return found
