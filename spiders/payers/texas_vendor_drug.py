"""Texas Vendor Drug Program: the drug list is a PDF file with its date in the name, behind a documents page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class TexasVendorDrug(IndexPage):
    name = "texas_vendor_drug"
    payer = Payer("texas-vendor-drug", "Texas Vendor Drug Program", "medicaid", ("TX",))
    index_url = "https://www.txvendordrug.com/formulary/prior-authorization/preferred-drugs"
    links = (LinkPattern("texas-vendor-drug/preferred-drug-list", address=r"preferred-drug-list\.pdf", first=True),)
    sources = (
        payer.source("preferred-drug-list", "drug_list", "Preferred Drug List and criteria",
                     "https://www.txvendordrug.com/sites/default/files/docs/2023-0126-preferred-drug-list.pdf",
                     seen=False),
        payer.source("drug-lists", "index", "Preferred drugs: documents",
                     "https://www.txvendordrug.com/formulary/prior-authorization/preferred-drugs", seen=False),
        payer.source("decisions-2024-07", "updates", "Decisions on the drug list, July 2024",
                     "https://www.txvendordrug.com/sites/default/files/docs/2024-0726-preferred-drug-list-decisions.pdf",
                     seen=False),
        payer.source("manual", "index", "Manual: prior authorization of non-preferred drugs",
                     "https://www.txvendordrug.com/about/manuals/pharmacy-provider-procedure-manual/p-11-prior-authorization/medicaid-prior-authorization/medicaid-non-preferred-prior-authorization"),
    )  # fmt: skip
