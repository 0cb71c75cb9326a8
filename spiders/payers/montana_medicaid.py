"""Montana Medicaid: criteria for drugs given in an office carry a revision date for each drug."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MontanaMedicaid(DocumentList):
    name = "montana_medicaid"
    payer = Payer("montana-medicaid", "Montana Medicaid", "medicaid", ("MT",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List, May 2026",
            "https://medicaidprovider.mt.gov/docs/pharmacy/2026/May2026PreferredDrugList.pdf",
            seen=False,
        ),
        payer.source(
            "administered-drugs",
            "index",
            "Criteria for physician-administered drugs",
            "https://medicaidprovider.mt.gov/27",
        ),
        payer.source(
            "dur-meetings",
            "updates",
            "Meetings of review board and formulary committee",
            "https://medicaidprovider.mt.gov/19dur",
            seen=False,
        ),
    )
