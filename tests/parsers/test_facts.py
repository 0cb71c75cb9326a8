"""What a policy says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.facts import read_facts
from parsers.masthead.fact_lines import fact_lines
from parsers.models import Block, Reading
from tests.parsers.fact_pages import facts_of


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Effective Date: 07/01/2031</p>",
        "<p><b>Effective:</b> July 1, 2031</p>",
        "<p>Effective Date(s): July 1, 2031</p>",
        "<table><tr><td>Eff</td><td>7/1/31</td></tr></table>",
        "<p>Takes effect: July 1, 2031 Position number: MP-1</p>",
        "<dl><dt>Effective Date</dt><dd>July 1, 2031</dd></dl>",
        "<table><tr><td>Effective Date:</td><td>7/1/31</td></tr></table>",
        "<table><tr><th>Number</th><th>Effective Date</th></tr><tr><td>MP-1</td><td>07/01/2031</td></tr></table>",
        "<p>Policy Number: MP-1 Effective Date: 07/01/2031</p>",
        "<p>Original Effective Date: 07/01/2031</p><p>Revision Effective Date: N/A</p>",
        "<p>Effective: 08/01/2030<br>Revision Date: 07/01/2031</p><p>The revision date becomes the effective date.</p>",
        "<p>Effective for dates of service on or after July 1, 2031, prior authorization is required.</p>",
        "<p>Posted 2 May 2031. Effective for dates of service on or after July 1, 2031.</p>",
        "<p>Policy #: MP-1 · Effective 1 July 2031 · Next review 1 July 2032</p>",
        "<p>Policy number MP-1. In force from 1 July 2031.</p>",
        "<p>The changes in this issue take effect on 1 July 2031.</p>",
        "<p>What follows takes effect on our individual and group lists (North, South, West) on July 1, 2031.</p>",
        "<p>Valid from: 7/1/2031</p>",
        (
            "<h2>Effective date</h2><p>This guideline decides requests for nasal esketamine that reach us on or after "
            "July 1, 2031.</p><p>Last reviewed: 05/2031</p>"
        ),
        (
            "<table><tr><td>Lakeside Health Plan<br>Manual of Clinical Policies</td><td>Chapter:Drugs<br>"
            "Policy Number:MP-1<br>Effective Date: 07/01/2031<br>Last Review Date:06/02/2031<br>"
            "Next Review Date:06/02/2032<br>Date Published to Web: 06/15/2031</td></tr></table>"
        ),
        "<p>This rule took effect on July 1, 2031.</p>",
        "<h2>Spray: prior authorization begins July 1, 2031</h2>",
        "<p>From July 1, 2031, the spray needs authorization.</p>",
        "<p>From date of service July 1, 2031, the program covers the spray.</p>",
        "<p>These criteria change on July 1, 2031:</p>",
        "<p>EFFECTIVE DATE: 07 | 01 | 2031</p>",
        "<p>POLICY EFFECTIVE DATE: 07|01|2031</p>",
        "<p>Reviewed by the Board: 5/1/2031</p><p>These revisions take effect on July 1, 2031.</p>",
        "<h2>References</h2><p>First written: 03/28. In force from: 07/01/31. Board vote: 05/01/31.</p>",
        "<h2>Sources</h2><p>Guideline effective 07/01/2031. It takes the place of the one of 02/03/2028.</p>",
        "<h2>References</h2><p>First adopted: 03/04/2028 Board vote: 05/01/2031 Effective: 07/01/2031</p>",
        "<p>Effective Date: 07.31</p>",
        (
            "<p>Please fill in every field of every page in black ink, and sign where a signature is asked for at the "
            "end. The answer comes by fax or mail within two business days. Spray form no. 88-4, rev. 05/2031, "
            "eff. 07/01/2031. Lakeside Health Plan, 4 Shore Road, Lakeside, ND 58000.</p>"
        ),
        (
            "<h2>Policy history</h2><table><tr><th>Date</th><th>Action</th></tr><tr><td>7/2031</td><td>Two drugs not "
            "three. Effective 7/1/2031.</td></tr><tr><td>9/2029</td><td>New policy. Effective 9/1/2029.</td></tr>"
            "</table>"
        ),
        "<table><tr><th>Medical Policy:</th><th>MP-1</th></tr><tr><td>Effective:</td><td>7/1/2031</td></tr></table>",
        "<h2>History</h2><table><tr><td>Effective</td><td></td><td>07/01/2031</td></tr></table>",
        "<div class='label'>Effective Date</div><div>07/01/2031</div>",
        "<h4>Effective Date:</h4><p>07/01/2031</p>",
        "<p>List of July 1, 2031 (effective date).</p>",
        "<h2>Rules</h2><p>See the note on foods.</p><p>Coverage determination effective July 1, 2031.</p>",
        "<p>Document MP-1 Effective Date 07/01/2031 Codes J3490</p>",
        "<h2>References</h2><p>Last Review 05/22/2031; Effective: 07/01/2031; Next Review: 03/12/2032</p>",
        "<p>Criteria in effect from July 1, 2031. They hold for every plan.</p>",
        "<p>Form in use from July 1, 2031. Incomplete forms are returned.</p>",
        "<p>Unless another date is given, all criteria in this memorandum are effective July 1, 2031.</p>",
        "<p>These changes are effective July 1, 2031.</p><p>Added a drug.**</p><p>**Effective 5/1/31</p>",
        "<p>Board review: 5/31</p><p>Implementation: 7/1/31</p>",
        "<p>MP-1 Formulary: Premium Effective 7/1/2031 P&T review 5/16/2031</p>",
        "<p>Revised | 07/01/2031 (a guideline takes effect, as revised, on its revised date)</p>",
        "<p>Effective for dates of service on or after July 1, 2031:</p><p>Last Review Date: 11/01/2030</p>",
    ],
)
def test_effective(inside: str) -> None:
    assert facts_of(inside).effective_on == date(2031, 7, 1)


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Effective Date: TBD</p>",
        "<p>Effective Date:</p>",
        "<p>Last Review Date: 07/01/2031</p>",
        "<p>Original date: 07/2031</p>",
        "<p>Former criteria in effect from July 1, 2031.</p>",
        "<p>Origination: 07/2031. Next review: 08/2032</p>",
        "<p>Trials from July 1, 2031, on were read.</p>",
        "<h2>History</h2><table><tr><th>Effective</th><th>Change</th></tr><tr><td>07/01/2031</td><td>new</td></tr></table>",
        "<h2>References</h2><p>Effective 07/01/2031 two passages changed in the label.</p>",
        "<h2>History</h2><table><tr><td>7/2031</td><td>J0013 for S0013, effective 7/1/2031.</td></tr></table>",
        "<p>Spravato: bill J0013 with claims for dates of service on or after July 1, 2031.</p>",
        "<h2>Billing of Spravato</h2><p>Claims for dates of service from July 1, 2031: J0013, a unit a milligram.</p>",
        (
            "<h2>History</h2><table><tr><td>7/2031</td><td>Effective 7/1/2031.</td></tr><tr><td>9/2032</td><td>Two "
            "drugs instead of three.</td></tr></table>"
        ),
    ],
)
def test_no_effective_date(inside: str) -> None:
    assert facts_of(inside).effective_on is None


def test_the_four_dates_stay_apart() -> None:
    facts = facts_of(
        "<p>Published: 1/2/2031<br>Effective: 3/4/2031<br>Last Review 5/6/2031<br>Next Review: July 2032</p>"
    )
    assert (facts.published_on, facts.effective_on) == (date(2031, 1, 2), date(2031, 3, 4))
    assert (facts.last_reviewed_on, facts.next_review_on) == (date(2031, 5, 6), date(2032, 7, 1))


def test_last_reviewed_by_a_committee_of_the_history() -> None:
    history = "<h2>History</h2><p>July 1, 2031: Reviewed by the P&amp;T Committee.</p><ul><li>New in 2029.</li></ul>"
    assert facts_of(history).last_reviewed_on == date(2031, 7, 1)


def test_the_number_of_another_policy_that_it_refers_to() -> None:
    rows = "<tr><td>Medical policy – 9.02.733</td></tr><tr><td>BCBSA Ref. Policy:</td><td>9.01.44</td></tr>"
    assert facts_of(f"<h1>Nasal spray</h1><table>{rows}</table>").number == "9.02.733"


@pytest.mark.parametrize("others", ["IL-17 antagonists", "SGLT2 inhibitors", "GLP-1/GIP receptor agonists"])
def test_what_drugs_act_on_is_no_number_of_a_policy(others: str) -> None:
    rows = f"<tr><th>Policy</th><th>Change</th></tr><tr><td>{others}</td><td>Diagnosis needed</td></tr>"
    assert facts_of(f"<h1>Notice of changes</h1><table>{rows}</table>").number is None


@pytest.mark.parametrize(
    "label",
    [
        "Date of Last Review",
        "Last Reviewed",
        "Latest Review Date",
        "Last Review Date",
        "Review Date",
        "Most Recent Review",
        "Last MPC Review",
        "Last Pharmacy Policy Committee review",
        "Last reviewed by the pharmacy committee",
        "Last reviewed by the Drug Use Review Board",
        "Initial review: 03/2029</p><p>Most recent review date",
    ],
)
def test_last_reviewed(label: str) -> None:
    assert facts_of(f"<p>{label}: 07/2031</p>").last_reviewed_on == date(2031, 7, 1)


@pytest.mark.parametrize(
    "label",
    [
        "Next Review",
        "Next review due by",
        "Next policy review by",
        "Scheduled Review",
        "Next P&T review",
        "Next CAP Review",
        "Review due",
        "To be reviewed by",
    ],
)
def test_next_review(label: str) -> None:
    assert facts_of(f"<p>{label}: 07/2031</p>").next_review_on == date(2031, 7, 1)


@pytest.mark.parametrize(
    "label",
    [
        "Issued",
        "Post date",
        "Posted",
        "Publish Date",
        "Date Published",
        "Issue Date",
        "Notification date",
        "Date published to web",
        "Date",
    ],
)
def test_published(label: str) -> None:
    assert facts_of(f"<p>{label}: 07/01/2031</p>").published_on == date(2031, 7, 1)


def test_the_date_of_a_memo_stands_in_a_row_of_its_own() -> None:
    row = "<tr><td>TO:</td><td>Prescribers</td></tr><tr><td>DATE:</td><td>5/29/2031</td></tr>"
    facts = facts_of(f"<table>{row}</table>")
    assert facts.published_on == date(2031, 5, 29)


def test_rows_of_labels_and_values_under_a_first_row_of_the_same_kind() -> None:
    rows = "<tr><th>Section</th><th>Medicine</th></tr><tr><td>Reviewed</td><td>2/18/2031</td></tr>"
    assert facts_of(f"<table>{rows}</table>").last_reviewed_on == date(2031, 2, 18)


def test_titles_of_facts_in_a_row_of_its_own() -> None:
    titles = Block("row", "Effective Date | Date of Origin", cells=("Effective Date", "Date of Origin"))
    values = Block("row", "08-01-2031 | 07-01-2029", cells=("08-01-2031", "07-01-2029"))
    assert list(fact_lines((titles, values)))[1:3] == ["Effective Date: 08-01-2031", "Date of Origin: 07-01-2029"]


def test_a_history_gives_the_date_of_a_labelled_row_that_says_more() -> None:
    rows = "<tr><td>Date Issued</td><td>03/26/2031</td><td>New policy.</td></tr>"
    assert facts_of(f"<h2>Revision History</h2><table>{rows}</table>").published_on == date(2031, 3, 26)


def test_a_day_that_stands_with_its_hour_is_that_of_the_visit() -> None:
    assert facts_of("<p>Welcome » December 11, 2030 12:37 PM</p><p>12/11/2030</p>").published_on is None


def test_a_date_alone_under_the_title_of_a_drug_list_may_be_either() -> None:
    assert facts_of("<p>December 11, 2030</p>", title="Preferred Drug List").published_on is None


def test_a_notice_of_changes_to_a_drug_list_is_dated_by_its_own_line() -> None:
    facts = facts_of("<p>December 11, 2030</p>", title="Preferred Drug List: Changes for the New Year")
    assert facts.published_on == date(2030, 12, 11)


def test_a_line_that_opens_with_its_label_may_go_on() -> None:
    assert facts_of("<p>Reviewed 07/01/2031 Send requests by fax.</p>").last_reviewed_on == date(2031, 7, 1)


def test_a_date_alone_under_the_title_is_the_notices_own() -> None:
    assert facts_of("<p>December 11, 2030</p>").published_on == date(2030, 12, 11)


@pytest.mark.parametrize(
    "inside",
    [
        "<h4>Superseded</h4>",
        "<p>This policy is no longer in effect.</p>",
        "<p>This version has been replaced by MP-2.</p>",
        "<p>As of May 5, 2031, this document has been replaced. The newest is elsewhere.</p>",
        "<p>This policy version was replaced on March 3, 2031.</p>",
        "<p>Status: Retired</p>",
        "<p>A newer version replaced this policy version on June 5, 2031.</p>",
        f"<p>This policy version was replaced May 5, 2031. {'The newest one is on the site for providers. ' * 4}</p>",
    ],
)
def test_superseded(inside: str) -> None:
    assert facts_of(inside).superseded


@pytest.mark.parametrize(
    "inside",
    [
        "<p>This policy replaces MP-1.</p>",
        "<h2>Versions</h2><p>Superseded: 2029</p>",
        "<table><tr><td>Archived:</td><td></td></tr></table>",
        "<p>Archived coverage decisions · List in PDF format</p>",
        "<p>A policy means the same when a code has been replaced.</p>",
        "<p>New: Cranial Bands. Revised: Nasal Sprays. Retired: Thermography.</p>",
        "",
    ],
)
def test_in_force(inside: str) -> None:
    assert not facts_of(inside).superseded


def test_title_is_the_heading() -> None:
    assert facts_of("", title="mp-1 - Policies").title == "Nasal spray"


def test_title_under_a_heading_that_names_the_kind_of_paper() -> None:
    facts = Block("paragraph", "Effective Date: 7/1/2031 Title: Nasal spray Document: NW935:00")
    for heading, title in (("Lakeside Medical Policy", "Nasal spray"), ("Esketamine Policy", "Esketamine Policy")):
        reading = Reading("text/html", 1, None, (Block("heading", heading, depth=1), facts))
        assert read_facts(reading).title == title


@pytest.mark.parametrize("label", ["Initial review date", "Original review date"])
def test_the_first_review_is_not_the_last(label: str) -> None:
    inside = f"<p>{label}: 07/01/2029</p><p>Most recent review date: 07/01/2031</p>"
    assert facts_of(inside).last_reviewed_on == date(2031, 7, 1)


@pytest.mark.parametrize(
    "notice", ["This policy version was replaced on July 1, 2031.", "This document has been superseded."]
)
def test_a_notice_may_go_on_with_where_the_new_version_is(notice: str) -> None:
    where = "To find the newest version, go to the provider site, accept the statement and choose the library. " * 3
    assert facts_of(f"<p>{notice} {where}</p>").superseded


def test_a_reviewed_document_may_say_in_a_sentence_when_it_takes_effect() -> None:
    facts = facts_of("<p>Last Review: 07/2031</p><p>These changes take effect on September 4, 2031.</p>")
    assert facts.effective_on == date(2031, 9, 4)


@pytest.mark.parametrize("title", ["Outpatient Drug Handbook", "Provider Procedures Manual: Vol. 2"])
def test_the_month_of_an_edition_may_be_that_of_its_rules(title: str) -> None:
    assert facts_of(f"<h1>{title}</h1><p>July 2031</p>", title).published_on is None


def test_a_memo_with_its_date_in_a_column_beside_the_label() -> None:
    memo = "<h1>Bulletin</h1><p>TO:</p><p>All prescribers</p><p>FROM: The director</p><p>DATE:</p><p>May 15, 2031</p>"
    assert facts_of(f"{memo}<p>SUBJECT: Spravato</p>").published_on == date(2031, 5, 15)
