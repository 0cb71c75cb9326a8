"""North Carolina Medicaid: bulletins as dated blog entries; a later one replaces the billing code."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NorthCarolinaMedicaid(DocumentList):
    name = "north_carolina_medicaid"
    payer = Payer("north-carolina-medicaid", "North Carolina Medicaid", "medicaid", ("NC",))
    sources = (
        payer.source(
            "billing-2019",
            "notice",
            "Esketamine nasal spray (Spravato): billing guidelines",
            "https://medicaid.ncdhhs.gov/blog/2019/06/03/esketamine-nasal-spray-spravato%E2%84%A2-hcpcs-code-j3490-billing-guidelines",
        ),
        payer.source("bulletins", "index", "Bulletins", "https://medicaid.ncdhhs.gov/blog", seen=False),
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List",
            "https://medicaid.ncdhhs.gov/preferred-drug-list",
            seen=False,
        ),
        payer.source(
            "pdl-meetings",
            "updates",
            "Archive of the drug list's meetings",
            "https://medicaid.ncdhhs.gov/providers/programs-and-services/prescription-drugs/preferred-drug-list/nc-medicaid-pdl-meeting-archive",
            seen=False,
        ),
    )
