"""TennCare: one pharmacy benefit for all plans; the page for members leads to it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TennesseeMedicaid(DocumentList):
    name = "tennessee_medicaid"
    payer = Payer("tennessee-medicaid", "Tennessee Medicaid (TennCare)", "medicaid", ("TN",))
    sources = (
        payer.source(
            "pharmacy", "index", "Pharmacy", "https://www.tn.gov/tenncare/members-applicants/pharmacy.html", seen=False
        ),
    )
