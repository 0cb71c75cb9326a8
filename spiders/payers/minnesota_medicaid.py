"""Minnesota Medicaid: the Drug Formulary Committee publishes what it will decide."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MinnesotaMedicaid(DocumentList):
    name = "minnesota_medicaid"
    payer = Payer("minnesota-medicaid", "Minnesota Medicaid (DHS)", "medicaid", ("MN",))
    sources = (
        payer.source(
            "formulary-committee",
            "updates",
            "Drug Formulary Committee",
            "https://mn.gov/dhs/partners-and-providers/news-initiatives-reports-workgroups/minnesota-health-care-programs/drug-formulary-committee/",
            seen=False,
        ),
    )
