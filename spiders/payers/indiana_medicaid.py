"""Indiana Medicaid: one uniform drug list for all plans, kept on a portal of Optum Rx."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IndianaMedicaid(DocumentList):
    name = "indiana_medicaid"
    payer = Payer("indiana-medicaid", "Indiana Medicaid (IHCP)", "medicaid", ("IN",), delegates=("Optum Rx",))
    sources = (
        payer.source(
            "pharmacy-services",
            "index",
            "Pharmacy services: drug list and criteria",
            "https://www.in.gov/medicaid/providers/clinical-services/pharmacy-benefits/pharmacy-services/",
            seen=False,
        ),
        payer.source("pharmacy-benefits", "index", "Pharmacy benefits", "https://in.gov/medicaid/providers/481.htm"),
        payer.source(
            "ompp-meetings",
            "updates",
            "Meetings and agendas of the review board",
            "https://www.in.gov/fssa/ompp/advisory-committees/ompp-meetings-and-agendas/",
            seen=False,
        ),
    )
