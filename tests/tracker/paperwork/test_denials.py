"""A denial with what is covered instead, and by whom else."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from db.sources import Payer, Source, register
from parsers.models import DocumentFacts, Evidence, ParsedPolicy, Position, Product, Status
from tests.db.editions import store_edition
from tracker.in_force import policies_in_force
from tracker.paperwork.denials import Denial, covered_today, denials

NOW = "2026-11-26T12:00:00Z"
KINDS = {"meadow": "commercial", "harbor": "commercial", "state": "medicaid"}


def position(product: Product, status: Status) -> Position:
    return Position(product, "any", "trd", "initial", status, evidence=(Evidence(1, f"{product} is {status}"),))


def store(db: Database, payer: str, *positions: Position) -> None:
    source = Source(f"{payer}/policy", payer, "Policy", f"https://{payer}.example/policy")
    register(db, Payer(payer, payer.title(), KINDS[payer], ("MI",)), [source], at="2026-03-01T02:00:00Z")  # type: ignore[arg-type]
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    store_edition(db, source, ParsedPolicy("ok", "", document, positions=positions, fingerprint=payer), "2026-03-02")


@pytest.fixture
def denial(db: Database) -> Denial:
    """Ketamine denied by one payer that covers esketamine, covered by a peer and by a payer of another kind."""
    store(db, "meadow", position("ketamine", "investigational"), position("esketamine", "covered"))
    store(db, "harbor", position("ketamine", "covered"))
    store(db, "state", position("ketamine", "covered"))
    (policy,) = policies_in_force(db, now=NOW, payer="meadow")
    (found,) = denials(covered_today(db), policy)
    return found


def test_a_denial_is_quoted(denial: Denial) -> None:
    assert denial.position.evidence[0].text == "ketamine is investigational"


def test_the_other_drug_that_the_payer_covers_is_named(denial: Denial) -> None:
    assert [covered.product for covered in denial.instead] == ["esketamine"]


def test_peers_are_payers_of_the_same_kind(denial: Denial) -> None:
    assert denial.peers == ("Harbor",)


def test_only_the_use_that_was_asked_for_is_told(db: Database, denial: Denial) -> None:
    assert list(denials(covered_today(db), denial.policy, indication="crps")) == []
    assert list(denials(covered_today(db), denial.policy, product="esketamine")) == []
