"""The number by which a payer calls a policy."""

from __future__ import annotations

import pytest

from tests.parsers.fact_pages import facts_of


@pytest.mark.parametrize(
    ("inside", "number"),
    [
        ("<p>Policy Number: MP-446</p>", "MP-446"),
        ("<p>Criteria number: MD 4.11</p>", "MD 4.11"),
        ("<p>Policy Number: SURGERY 207.11</p>", "SURGERY 207.11"),
        ("<p>Pharmacy Policy Bulletin: PX.207.D</p>", "PX.207.D"),
        ("<p>Policy code: PHARM.MED.31</p>", "PHARM.MED.31"),
        ("<p>XY.RXM.731</p>", "XY.RXM.731"),
        ("<p>Number: 0938</p>", "0938"),
        ("<p>Document #: DRUG.00042</p>", "DRUG.00042"),
        ("<p>Policy: MP360</p>", "MP360"),
        ("<dl><dt>Article ID</dt><dd>A59999</dd></dl>", "A59999"),
        ("<p>L.5.01.999</p>", "L.5.01.999"),
        ("<table><tr><td>Guideline number</td><td>MDM-0417</td></tr></table>", "MDM-0417"),
        ("<p>Coverage Policy Number ........ IP0999</p>", "IP0999"),
        ("<p>Guideline DS-402 | Effective 2031/05/20</p>", "DS-402"),
        ("<p>Number 12-090 Effective 06/15/31 Reviewed 05/30/31</p>", "12-090"),
        ("<p>Medical Policy: 07.03.18</p>", "07.03.18"),
        ("<h1>PHARMACY / MEDICAL POLICY - 9.02.711</h1>", "9.02.711"),
        ("<h1>Pharmacy Policy RX-31: Compounded Ketamine</h1>", "RX-31"),
        ("<p>Plan of Nowhere | RX-31</p>", "RX-31"),
        ("<p>Program ID: ST-558</p>", "ST-558"),
        ("<p>Policy Number</p><p>MP-446</p>", "MP-446"),
        ("<p>Medical Policy</p><p>Policy Num: 05.001.777</p>", "05.001.777"),
        ("<p>Program Number: 2031 P 2168-9</p>", "2031 P 2168-9"),
        ("<p>Policy 9.02.711 of Nowhere Mutual</p>", "9.02.711"),
        ("<p>Nowhere Clinical Guideline CQ-77, Version 3 | Effective 2031/05/20</p>", "CQ-77"),
        ("<table><tr><th>Article ID</th><th>A59999</th></tr><tr><td>Type</td><td>Billing</td></tr></table>", "A59999"),
        ("<h1>NMB Medical Policy 41.7: Esketamine</h1>", "41.7"),
        ("<h2>Esketamine: authorization standard QR-27</h2>", "QR-27"),
        ("<p>NMB 12-044, effective date 2031-07-01</p>", "NMB 12-044"),
        ("<p>QR-3301. Effective: 8/1/2031. Reviewed: 6/10/2031.</p>", "QR-3301"),
        ("<p>Reason ______ Date ______</p><p>411-2087 (Rev. 3/31)</p>", "411-2087"),
        ("<p>Policy MA-31 — Effective 01/15/2031</p>", "MA-31"),
        ("<p>Nowhere Mutual Pharmacy Policy RX-C-7</p>", "RX-C-7"),
        ("<p>09-K3000-34</p>", "09-K3000-34"),
        ("<p>9.70.72 Employee Program</p>", "9.70.72"),
        ("<p>MP9999, all products</p>", "MP9999"),
        ("<table><tr><td>9.02.711</td><td>Ketamine by vein</td></tr></table>", "9.02.711"),
        ("<h2>References</h2><p>Reference number(s) 2935-A</p>", "2935-A"),
        ("<table><tr><td>Ketamine, Low-Dose - MM-1288</td><td>07/01/2031</td></tr></table>", "MM-1288"),
        ("<p>Medical Policy #446</p><p>Policy #: MP-446</p>", "MP-446"),
        ("<p>Bulletin #: 09.04.31c</p>", "09.04.31c"),
        ("<p>Nowhere Clinical Guideline CG931, Ver. 3 | In force 07/01/2031</p>", "CG931"),
        (
            "<table><tr><th>Policy number</th><th>X.177</th></tr><tr><td>Section</td><td>Drugs</td></tr></table>",
            "X.177",
        ),
        ("<p>Ketamine by Vein - NOW 50999</p>", "NOW 50999"),
        ("<p>MP 9.02.711 Ketamine by Vein</p>", "MP 9.02.711"),
        ("<p>Policy: NWP 198.0</p>", "NWP 198.0"),
        ("<p>File Code: UM.DRUG.12</p>", "UM.DRUG.12"),
        ("<p>08.01.80c</p>", "08.01.80c"),
        ("<h1>Guidelines for the spray NOW–021</h1>", "NOW-021"),
        ("<p>GENERAL BULLETIN 25099</p>", "25099"),
        ("<ul><li>C5 inhibitors</li><li>COVID-19</li></ul><p>Number: 0938</p>", "0938"),
        ("<p>Nowhere Mutual | State workers | NOW POLICY NOW931 | Split fill: yes</p>", "NOW931"),
        ("<p>Clinical policy | D-77-004</p><p>Policy ID: NOW-MP-77</p>", "NOW-MP-77"),
        ("<p>Clinical Policy Policy Num: 07.002.019 Ref. Policy [7.02.19]</p>", "07.002.019"),
        (
            "<table><tr><th>Article ID</th><th>A59999</th></tr><tr><td>Effective</td><td>7/1/2031</td></tr></table>",
            "A59999",
        ),
    ],
)
def test_number(inside: str, number: str) -> None:
    assert facts_of(inside).number == number


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Policy 12-1 was the first.</p>",
        "<p>Policy date: 07.03.2031</p>",
        "<p>For drugs given in an office see Coverage Policy No. 7C, Office Drugs.</p>",
        "<p>Bill procedure code S0013.</p>",
        "<p>Contract Number: 09101</p>",
        "<p>Policy: see below</p>",
        "<dl><dt>HCPCS</dt><dd>S0013</dd></dl>",
        "<p>Spravato 7.12.31</p>",
        "<table><tr><td>A.1.1</td><td>Two drugs failed</td></tr></table><dl><dt>ICD-10-CM</dt><dd>F32</dd></dl>",
        "<h2>Related</h2><p>Policy numbers: X-226 Spray; X-14 Magnets</p>",
        "<p>F32A</p>",
        "<table><tr><th>Codes</th><th>Number</th></tr><tr><td>CPT</td><td>96365</td></tr></table>",
        "<h2>Policy</h2><p>Prior authorization is needed for every session of the spray.</p><p>96365</p>",
        "<p>Infusion under CPT 96365</p><p>Ketamine by vein - CPT 96365</p>",
        "<table><tr><th>Contractor</th><th>Number</th></tr><tr><td>Nowhere</td><td>05999</td></tr></table>",
    ],
)
def test_what_is_no_number(inside: str) -> None:
    assert facts_of(inside).number is None


def test_another_policy_that_is_cited_by_its_number_and_name_gives_no_number() -> None:
    facts = facts_of("<p>Clinical Coverage Policy 4C, Office Drugs Program, has the general rules.</p>")
    assert facts.number is None
