"""Nebraska Medicaid: the date of the drug list stands in its file name, so the list page leads to it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class NebraskaMedicaid(IndexPage):
    name = "nebraska_medicaid"
    payer = Payer("nebraska-medicaid", "Nebraska Medicaid", "medicaid", ("NE",), delegates=("Prime Therapeutics",))
    index_url = "https://nebraska.fhsc.com/PDL/PDLlistings.asp"
    links = (LinkPattern("nebraska-medicaid/preferred-drug-list", address=r"/NE_PDL-\d+\.pdf", first=True),)
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List",
            "https://nebraska.fhsc.com/downloads/PDL/NE_PDL-20260803.pdf",
            seen=False,
        ),
        payer.source(
            "drug-lists", "index", "Drug list downloads", "https://nebraska.fhsc.com/PDL/PDLlistings.asp", seen=False
        ),
        payer.source(
            "pt-committee", "updates", "P&T Committee", "https://nebraska.fhsc.com/PDL/PTcommittee.asp", seen=False
        ),
        payer.source(
            "dur-board", "updates", "Review board", "https://dhhs.ne.gov/Pages/Drug-Utilization-Review.aspx", seen=False
        ),
    )
