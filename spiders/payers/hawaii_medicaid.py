"""Hawaii Medicaid: memos to providers tell of changes; criteria stand with drug coverage."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HawaiiMedicaid(DocumentList):
    name = "hawaii_medicaid"
    payer = Payer("hawaii-medicaid", "Hawaii Medicaid (Med-QUEST)", "medicaid", ("HI",))
    sources = (
        payer.source(
            "drug-coverage",
            "index",
            "Drug coverage and criteria",
            "https://medquest.hawaii.gov/content/medquest/en/plans-providers/pharmacy/drug-coverage.html",
            seen=False,
        ),
        payer.source(
            "provider-memos",
            "updates",
            "Pharmacy provider memos",
            "https://medquest.hawaii.gov/content/medquest/en/plans-providers/pharmacy/communications/provider-memos.html",
            seen=False,
        ),
    )
