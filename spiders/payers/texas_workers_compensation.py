"""Texas workers' compensation: drugs marked N by ODG need authorization; Appendix A is renewed monthly."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TexasWorkersCompensation(DocumentList):
    name = "texas_workers_compensation"
    payer = Payer("texas-workers-compensation", "Texas Division of Workers' Compensation", "workers_comp", ("TX",))
    sources = (
        payer.source(
            "closed-formulary",
            "index",
            "Closed formulary",
            "https://www.tdi.texas.gov/WC/pharmacy/pharmacy-closed-formulary.html",
        ),
        payer.source("pharmacy-benefits", "index", "Pharmacy benefits", "http://www.tdi.texas.gov/wc/pharmacy/"),
    )
