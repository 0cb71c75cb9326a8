"""How far an answer reaches: from headings, labels and lead-ins to what stands under them, and not further."""

from __future__ import annotations

import pytest

from parsers.models import Block
from parsers.positions import read_positions
from parsers.sections.heading_paths import with_paths
from parsers.tables.table_outlines import outline_blocks

_HEADING = "#"


def statuses(*lines: str, title: str = "Ketamine and esketamine (Spravato)") -> dict[tuple[str, str], str]:
    """Statuses by drug and use, below a title; a line that opens with "#" is a heading, with "*" an item."""
    blocks = [Block("heading", title, depth=1)]
    for line in lines:
        mark, _, text = line.partition(" ")
        kinds = {
            _HEADING: Block("heading", text, depth=2),
            "*": Block("item", text, depth=1),
            "|": Block("row", text, cells=tuple(text.split(" | "))),
        }
        blocks.append(kinds.get(mark, Block("paragraph", line)))
    return {(found.product, found.indication): found.status for found in read_positions(with_paths(blocks))}


@pytest.mark.parametrize("use", ["anything else", "all else", "all other indications"])
def test_a_bare_word_denies_what_its_heading_names(use: str) -> None:
    found = statuses("# Spravato for TRD", "Covered.", f"# Spravato for {use}", "Experimental and investigational.")

    assert found["esketamine", "other"] == "investigational"
    assert ("esketamine", "any") not in found


def test_a_title_of_uses_over_nothing_denies_nothing() -> None:
    found = statuses("* Experimental or investigative uses", "All other uses of Spravato are experimental.")

    assert found["esketamine", "other"] == "investigational"
    assert ("esketamine", "any") not in found


@pytest.mark.parametrize(
    "limit", ["The drug is not approved as an anesthetic agent.", "Spravato is not indicated as an anesthetic."]
)
def test_what_the_label_does_not_call_the_drug_is_no_denial(limit: str) -> None:
    found = statuses(f"Spravato is covered for TRD. {limit}")

    assert ("esketamine", "anesthesia") not in found


@pytest.mark.parametrize(
    "bar",
    [
        "If the patient has a substance use disorder, coverage will not be provided while it goes untreated",
        "Not covered when a member has an active alcohol use disorder",
    ],
)
def test_a_disorder_of_the_patient_is_no_use_that_is_denied(bar: str) -> None:
    found = statuses("Spravato is covered for TRD when all of these are met:", "* Age 18 or older", f"* {bar}")

    assert found == {("esketamine", "trd"): "covered"}


def test_what_is_shared_by_all_uses_is_no_use_of_its_own() -> None:
    found = statuses(
        "Spravato is covered for TRD and for OCD.",
        "Depression: requirements shared by both uses:",
        "* Age 18 or older",
        "* No psychosis",
    )

    assert ("esketamine", "mdd") not in found


@pytest.mark.parametrize("wording", ["is approvable in members who are adults", "may be covered"])
def test_a_use_may_be_the_subject_of_its_cover(wording: str) -> None:
    assert statuses(f"For Spravato, PTSD {wording}.")["esketamine", "ptsd"] == "covered"


def test_a_length_for_a_use_covers_it() -> None:
    found = statuses(
        "For depression with acute suicidal ideation the first approval is 1 month.", title="Spravato: coverage"
    )

    assert found == {("esketamine", "mdsi"): "covered"}


def test_the_drugs_of_a_table_need_what_its_lead_says() -> None:
    table = ("| CC-1 | Drugex (drugexol)", "| CC-2 | Spravato (esketamine)")
    found = statuses("From June on, the drugs in this table require prior authorization.", *table, title="News")

    assert found == {("esketamine", "any"): "covered"}


def test_codes_of_the_drug_under_authorization_say_that_it_is_covered() -> None:
    found = statuses(
        "# Changes to billing codes for Spravato", "Spravato needs prior authorization, as do its visits.", title="News"
    )

    assert found == {("esketamine", "any"): "covered"}


def _row(*cells: str, header: tuple[str, ...] = ()) -> Block:
    return Block("row", " | ".join(cells), cells=cells, header=header)


def test_columns_of_drugs_ask_each_drug_for_its_own_cells() -> None:
    titles = ("Intravenous ketamine", "Esketamine spray")
    blocks = (
        Block("heading", "Ketamine and esketamine", depth=1),
        Block("paragraph", "Both drugs are covered for TRD."),
        _row("Monitored for 1 hour", "Monitored for 2 hours", header=titles),
    )

    hours = {found.product: found.criteria for found in read_positions(blocks)}

    assert {product: getattr(leaf, "value", None) for product, leaf in hours.items()} == {
        "ketamine": 1,
        "esketamine": 2,
    }


def test_a_cell_of_both_lengths_beside_a_statement_tells_each_phase_its_own() -> None:
    blocks = (
        Block("heading", "Appendix A", depth=1),
        _row("Drug", "Criteria", "Approval length"),
        _row(
            "Spravato",
            "Spravato may be approved if the member is 18 or older AND has TRD. Renewal may be approved with benefit.",
            "Initial: 3 months. Renewal: 1 year",
        ),
    )

    assert {(found.indication, found.phase) for found in read_positions(blocks)} == {
        ("trd", "initial"),
        ("trd", "renewal"),
    }


@pytest.mark.parametrize("who", ["psychiatric nurse practitioner", "psychiatric provider"])
def test_a_psychiatric_prescriber_is_no_use(who: str) -> None:
    assert ("esketamine", "psychiatric") not in statuses(f"Spravato is covered for TRD if a {who} prescribes it.")


def test_a_number_with_a_letter_marks_a_row_of_a_form() -> None:
    rows = [(f"{marker}", f"Question {place}?", "☐ Yes ☐ No") for place, marker in enumerate(("1.", "2a.", "2b."))]

    blocks = outline_blocks(rows, [1, 1, 1], [(), (), ()])

    assert [block.text for block in blocks] == ["Question 0?", "Question 1?", "Question 2?"]
