"""What can be done where the answer is no."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from db.sources import PayerType
from parsers.models import Product, Status
from tracker.paperwork.denials import DENIED
from tracker.paperwork.next_steps import next_steps, steps


def titles(status: Status, drug: Product = "esketamine", payer_type: PayerType = "commercial") -> list[str]:
    return [step.title for step in next_steps(status, drug, payer_type)]


@pytest.mark.parametrize(
    ("status", "drug", "payer_type"), list(product(sorted(DENIED), get_args(Product), get_args(PayerType)))
)
def test_every_denial_has_a_way_on(status: Status, drug: Product, payer_type: PayerType) -> None:
    assert titles(status, drug, payer_type)[0] == "Ask for the denial in writing"
    assert "The treatment centre's own help" in titles(status, drug, payer_type)


def test_a_contract_exclusion_is_not_sent_to_medical_review() -> None:
    assert "External review" not in titles("excluded")
    assert "Exception to an exclusion" in titles("excluded")


def test_a_denial_as_experimental_can_go_to_external_review() -> None:
    assert "External review" in titles("investigational")


def test_public_programs_have_their_own_appeals_and_no_manufacturers_card() -> None:
    assert "Medicaid fair hearing" in titles("investigational", payer_type="medicaid")
    assert "Medicare appeal" in titles("investigational", payer_type="medicare_advantage")
    assert "Manufacturer's savings program" not in titles("investigational", payer_type="medicaid")


def test_what_infusions_cost_is_said_for_ketamine_only() -> None:
    assert "Paying for infusions oneself" in titles("excluded", "ketamine")
    assert "Paying for infusions oneself" not in titles("excluded", "esketamine")


def test_sources_are_whole_addresses() -> None:
    assert all(address.startswith("https://") for step in steps() for address in step.sources)
