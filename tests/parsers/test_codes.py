"""Codes with their system and role."""

from __future__ import annotations

import pytest

from parsers.codes import read_codes
from parsers.models import Block


def _row(*cells: str, header: tuple[str, ...] = (), path: tuple[str, ...] = ("Coding",)) -> Block:
    return Block("row", " | ".join(cells), cells=cells, header=header, path=path)


def _codes(*blocks: Block) -> list[tuple[str, str]]:
    return [(code.system, code.code) for code in read_codes(blocks)]


def test_systems_in_a_table() -> None:
    header = ("System", "Code", "Description")
    rows = [("HCPCS", "J0013"), ("CPT", "96365"), ("NDC", "50458-0028-02"), ("ICD-10-CM", "F33.2")]
    assert _codes(*(_row(system, code, "x", header=header) for system, code in rows)) == [
        ("HCPCS", "J0013"), ("CPT", "96365"), ("NDC", "50458-0028-02"), ("ICD-10", "F33.2"),
    ]  # fmt: skip


def test_a_system_named_once_holds_for_the_rows_below_it() -> None:
    header = ("Codes", "Number", "Description")
    rows = (_row("CPT", "96365", "x", header=header), _row("", "96366", "x", header=header))
    assert _codes(*rows) == [("CPT", "96365"), ("CPT", "96366")]


def test_codes_with_their_names_in_one_cell() -> None:
    row = _row("CPT", "64510 Stellate ganglion block (neck) 64520 Lumbar block of a nerve beside the spine")
    assert _codes(row) == [("CPT", "64510"), ("CPT", "64520")]


def test_codes_behind_a_label_in_capitals() -> None:
    assert _codes(_row("CPT procedure codes", "EXPERIMENTAL 64510, 64520")) == [("CPT", "64510"), ("CPT", "64520")]


def test_codes_under_a_caption_of_any_length() -> None:
    path = ("Coding", "CPT code number(s)")
    caption = "Investigational when used for any of the purposes that are named above"
    assert _codes(_row(f"{caption} 96365, 96366", header=path[1:])) == [("CPT", "96365"), ("CPT", "96366")]
    assert _codes(Block("paragraph", f"{caption} 96365, 96366", path=path)) == [("CPT", "96365"), ("CPT", "96366")]
    assert not _codes(Block("paragraph", "Forms go to our mail room in Springfield, OH 43215", path=path))


def test_codes_behind_the_references_under_a_label_of_their_own() -> None:
    path = ("References",)
    label = Block("paragraph", "Codes: (The list is for information, and no promise.)", path=path)
    assert _codes(label, _row("CPT*", "96365, 96366", path=path), _row("HCPCS", "J3490", path=path)) == [
        ("CPT", "96365"), ("CPT", "96366"), ("HCPCS", "J3490"),
    ]  # fmt: skip


def test_icd_10_gets_its_dot() -> None:
    assert _codes(_row("F332", "F3340", "F32A", path=("Diagnosis Codes",))) == [
        ("ICD-10", "F33.2"), ("ICD-10", "F33.40"), ("ICD-10", "F32.A"),
    ]  # fmt: skip


def test_glued_diagnosis_codes_come_apart() -> None:
    assert _codes(Block("paragraph", "F0631F0632F0634", path=("Diagnosis Codes",))) == [
        ("ICD-10", "F06.31"), ("ICD-10", "F06.32"), ("ICD-10", "F06.34"),
    ]  # fmt: skip


def test_both_ends_of_a_range() -> None:
    assert _codes(_row("F32.0 - F32.9", "depressive episode")) == [("ICD-10", "F32.0"), ("ICD-10", "F32.9")]
    assert _codes(_row("96365 - 96368", "infusion", path=("CPT codes",))) == [("CPT", "96365"), ("CPT", "96368")]


def test_a_range_whose_end_leaves_out_what_both_share() -> None:
    assert _codes(Block("paragraph", "Bill codes G2082-83, not 09-J3034-33.")) == [
        ("HCPCS", "G2082"),
        ("HCPCS", "G2083"),
    ]


def test_statuses_of_one_rank_with_the_title_of_a_system_stand_under_it() -> None:
    titles = (Block("heading", "CPT Procedure Codes", depth=6), Block("heading", "MEDICALLY NECESSARY", depth=6))
    assert _codes(*titles, Block("paragraph", "64510, 64520", path=("MEDICALLY NECESSARY",))) == [
        ("CPT", "64510"), ("CPT", "64520"),
    ]  # fmt: skip


def test_a_label_in_the_cell_says_more_than_the_title_of_the_column() -> None:
    header = ("ICD-10 codes", "Investigational for every diagnosis")
    assert _codes(_row("Procedure codes: 96365, 96366, J3490", "", header=header)) == [
        ("HCPCS", "J3490"), ("CPT", "96365"), ("CPT", "96366"),
    ]  # fmt: skip


def test_a_column_that_goes_on_from_the_one_before_it_says_what_to_bill() -> None:
    header = ("For this drug…", "…ask for", "…and bill")
    assert _codes(_row("Ketamine", "J3490", "96365 and 96366 for the infusion", header=header, path=())) == [
        ("HCPCS", "J3490"), ("CPT", "96365"), ("CPT", "96366"),
    ]  # fmt: skip


def test_statuses_among_the_codes_of_a_label() -> None:
    line = Block(
        "paragraph", "CPT code number(s): WHEN MEDICALLY NECESSARY 64510, 64520. UNPROVEN 64999", path=("Coding",)
    )
    assert _codes(line) == [("CPT", "64510"), ("CPT", "64520"), ("CPT", "64999")]


def test_a_range_without_spaces() -> None:
    assert _codes(_row("99151-99157", "sedation", path=("CPT",))) == [("CPT", "99151"), ("CPT", "99157")]
    assert _codes(_row("Write to box 12345-6789", path=("CPT",))) == []


def test_a_drug_code_under_a_title_that_speaks_of_diagnoses_is_none() -> None:
    path = ("Diagnosis codes that go with procedure codes J0013 and G2083",)
    assert _codes(Block("heading", path[0], path=path)) == [("HCPCS", "J0013"), ("HCPCS", "G2083")]


def test_codes_of_several_systems_in_one_line() -> None:
    codes = [("HCPCS", "J3490"), ("HCPCS", "G2082"), ("CPT", "96365"), ("CPT", "96366")]
    assert _codes(Block("paragraph", "J3490; G2082; 96365, 96366", path=("Coding",))) == codes
    assert _codes(_row("CODES: J3490, G2082, 96365, 96366, each as the record supports it", path=())) == codes


def test_a_code_whose_row_names_the_system() -> None:
    header = ("System", "Number", "What")
    assert _codes(_row("CPT", "96366", "each hour more", header=header)) == [("CPT", "96366")]
    assert _codes(_row("Members", "96366", "in 2031", header=header, path=("Enrollment",))) == []


def test_a_code_that_was_billed() -> None:
    assert _codes(Block("paragraph", "The clinic billed 90837 for every visit.")) == [("CPT", "90837")]
    assert _codes(Block("paragraph", "The plan reported 90837 members.")) == []


def test_letters_inside_a_policy_number_are_no_code() -> None:
    assert _codes(Block("paragraph", "09-J3000-34")) == []
    assert _codes(Block("paragraph", "HCPCS codes G2082-G2083")) == [("HCPCS", "G2082"), ("HCPCS", "G2083")]


def test_a_table_titled_codes_is_none_of_the_references_above_it() -> None:
    system = "Medically necessary: CPT"
    row = _row(system, "64510 Stellate block (neck) 64520 Lumbar block of a nerve", path=("References", "Coding"))
    assert _codes(row) == [("CPT", "64510"), ("CPT", "64520")]
    assert _codes(_row("G2082", "added", path=("Revision history", "Coding"))) == []


def test_a_table_of_codes_among_references_counts_one_in_a_history_does_not() -> None:
    header = ("Code", "Name")
    assert _codes(_row("G2082", "visit", header=header, path=("Cross References",))) == [("HCPCS", "G2082")]
    assert _codes(_row("G2082", "added", header=header, path=("Revision History",))) == []
    assert _codes(_row("G2082", "added", header=("Item", "Change"), path=("References",))) == []


@pytest.mark.parametrize("text", ["Ketamine: J3490, 96365.", "J3490 and 96365", "J3490 | S0013 | 96365"])
def test_five_digits_in_a_list_with_a_drug_s_code(text: str) -> None:
    assert ("CPT", "96365") in _codes(Block("paragraph", text, path=("Ketamine",)))


def test_a_row_of_titles_says_what_numbers_are() -> None:
    rows = (_row("Label Name", "GCN", path=()), _row("SPRAVATO 56 MG", "46081", path=()))
    assert _codes(*rows) == []
    rows = (_row("ICD-10 Code", "Description", path=()), _row("F322", "depression", path=()))
    assert _codes(*rows) == [("ICD-10", "F32.2")]


def test_a_letter_and_four_digits_is_what_its_column_says() -> None:
    assert _codes(_row("G8929", "other chronic pain", header=("ICD-10 code", "Name"))) == [("ICD-10", "G89.29")]
    assert _codes(_row("G2082", "visit", header=("HCPCS code", "Name"))) == [("HCPCS", "G2082")]


def test_codes_in_a_list_between_commas() -> None:
    infusion = [("CPT", "96365"), ("CPT", "96366")]
    assert _codes(Block("paragraph", "96365, 96366", path=("Procedure codes",))) == infusion
    assert _codes(Block("paragraph", "Infusions are reported with 96365 and 96366.")) == infusion
    assert _codes(Block("paragraph", "A review of codes found 12,345 claims.")) == []


def test_a_code_in_a_sentence() -> None:
    assert _codes(Block("paragraph", "Bill esketamine with procedure code S0013 and CPT code 96372.")) == [
        ("HCPCS", "S0013"), ("CPT", "96372"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Baltimore, MD 21244",
        "Call 800-925-9126.",
        "a trial of 12,345 people",
        "Policy L.5.01.537, V2.0.2031",
        "n=10234",
    ],
)
def test_numbers_that_are_no_codes(text: str) -> None:
    assert _codes(Block("paragraph", text)) == []


def test_procedures_are_no_diagnoses_whatever_leads_them_in() -> None:
    lead = Block("paragraph", "Claims with one of the diagnoses below are denied.")
    assert _codes(lead, Block("paragraph", "Procedures that may be billed 96365 to 96366")) == [
        ("CPT", "96365"), ("CPT", "96366"),
    ]  # fmt: skip


def test_history_and_references_do_not_count() -> None:
    blocks = [
        _row("J3490", "replaced", path=("Policy history",)),
        Block("item", "Drug X (J3490). 2019.", path=("References",)),
        Block("paragraph", "1/1/2031: code J3490 deleted, J0013 added", path=("Coding",)),
        _row("1/1/2031", "J0013 takes the place of S0013", path=("7 Changes",)),
        _row("HCPCS code J3490 removed", "02.09.31", header=("Reviews, Revisions, and Approvals", "Date")),
        Block(
            "paragraph", "May 2031: code J0013 takes the place of S0013.", path=("Implementation/Update Information",)
        ),
    ]
    assert _codes(*blocks) == []


def test_a_line_of_changes_in_a_document_s_head_lists_no_codes() -> None:
    head = Block("paragraph", "Summary of revisions: yearly review; S0013 gave way to J0013.", path=("Spray",))
    assert _codes(head) == []


def test_a_code_reference_is_no_list_of_references() -> None:
    assert _codes(_row("S0013", "spray", path=("CODE REFERENCE",))) == [("HCPCS", "S0013")]


def test_contract_numbers_are_no_codes() -> None:
    row = _row("A and B", "09101", header=("Contract Type", "Contract Number"), path=("Billing and Coding",))
    assert _codes(row) == []


@pytest.mark.parametrize(
    ("group", "role"),
    [
        ("HCPCS codes not covered for the uses listed", "not_covered"),
        ("Other codes related to the policy", "informational"),
        ("Codes covered when criteria are met", "covered"),
        ("Codes that do not support coverage", "not_covered"),
        ("Codes", "unknown"),
    ],
)
def test_roles(group: str, role: str) -> None:
    assert read_codes((_row("S0013", "spray", path=(group,)),))[0].role == role


def test_a_code_that_serves_one_drug_only_names_it() -> None:
    assert read_codes((_row("G2082", "visit"),))[0].product == "esketamine"


def test_of_a_drug_list_only_the_drugs_own_rows() -> None:
    others = [_row(f"J{number}", "another drug", "covered") for number in range(1000, 1060)]
    assert _codes(*others, _row("J3490", "ketamine injection", "not covered")) == [("HCPCS", "J3490")]


def test_the_words_of_a_code_do_not_name_its_system() -> None:
    lines = ("96365 Infusion, for therapy or diagnosis, first hour", "96366 Each additional hour", "J2001 Lidocaine")
    assert _codes(*(Block("paragraph", line, path=("CPT/HCPCS:",)) for line in lines)) == [
        ("CPT", "96365"), ("CPT", "96366"), ("HCPCS", "J2001"),
    ]  # fmt: skip


def test_codes_between_words_in_a_column_of_what_to_bill() -> None:
    row = _row(
        "with drug from a pharmacy",
        "the visit, and 99415 for the time of staff in the clinic",
        "J3490 with the NDC, and 96365",
        header=("When", "For esketamine, use", "For intravenous ketamine, use"),
        path=("What to put on a claim",),
    )
    assert _codes(row) == [("CPT", "99415"), ("HCPCS", "J3490"), ("CPT", "96365")]


def test_codes_that_claims_report() -> None:
    said = "Claims that report 96365, 96366, or 96372 for it will be denied, as will claims for 99213 on that day."
    assert [code for _, code in _codes(Block("paragraph", said))] == ["96365", "96366", "96372", "99213"]


def test_several_labels_with_codes_in_one_cell() -> None:
    row = _row("CPT Procedure Code Number(s)", "COVERED: 64510, 64520 NOT COVERED: 96365, 96366")
    assert [code for _, code in _codes(row)] == ["64510", "64520", "96365", "96366"]


def test_a_list_of_codes_under_its_label_among_references() -> None:
    labels = [("References",), ("Revision history",)]
    lists = [
        [Block("paragraph", line, path=path) for line in ("CPT*", "96365 96366", "HCPCS", "J3490")] for path in labels
    ]
    assert [[code for _, code in _codes(*blocks)] for blocks in lists] == [["96365", "96366", "J3490"], []]


def test_a_diagnosis_named_beside_billed_codes_names_no_system_of_theirs() -> None:
    said = "Visits are billed with code 98960 for one member and 98961 for two to four; no diagnosis is needed."
    assert [code for _, code in _codes(Block("paragraph", said))] == ["98960", "98961"]


def test_codes_in_brackets_behind_a_service() -> None:
    said = "The denial takes in the drug (J3490) and its administration (96365, 96366, and 96372)."
    assert [code for _, code in _codes(Block("paragraph", said))] == ["J3490", "96365", "96366", "96372"]
    told = "Ketamine (J3490) was given by infusion (12345 patients) in the trials."
    assert [code for _, code in _codes(Block("paragraph", told))] == ["J3490"]


def test_a_labeler_code_is_no_procedure() -> None:
    assert _codes(Block("paragraph", "Esketamine is limited to NDC labeler code 50458 (the maker) only.")) == []


def test_a_diagnosis_in_the_line_over_a_table_of_codes_names_no_system_of_theirs() -> None:
    lead = Block("paragraph", "Experimental when billed for a psychiatric diagnosis:", path=("Applicable codes",))
    row = Block("row", "96365 | Infusion", cells=("96365", "Infusion"), header=("Code", "Description"), path=lead.path)
    assert _codes(lead, row) == [("CPT", "96365")]


def test_codes_behind_their_systems_in_one_line_at_the_end_of_the_references() -> None:
    lead = Block("paragraph", "Codes: (not a complete list, for information)", path=("References",))
    line = Block("paragraph", "CPT* 96365 96366 HCPCS J2001 J3490", path=("References",))
    assert {code for _, code in _codes(lead, line)} == {"96365", "96366", "J2001", "J3490"}


def test_codes_with_their_names_in_one_run_under_a_title_of_codes() -> None:
    told = "J3490 Unclassified drugs 96365 Infusion, first hour 96372 Injection, 12345 patients"
    block = Block("paragraph", told, path=("Procedure codes",))
    assert _codes(block) == [("HCPCS", "J3490"), ("CPT", "96365"), ("CPT", "96372")]
