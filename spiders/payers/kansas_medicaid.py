"""Kansas Medicaid: pages by number; one of them answers under a host made for the pandemic."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class KansasMedicaid(DocumentList):
    name = "kansas_medicaid"
    payer = Payer("kansas-medicaid", "Kansas Medicaid (KanCare)", "medicaid", ("KS",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred Drug List program",
            "https://www.kdhe.ks.gov/212/Preferred-Drug-List-Program",
            seen=False,
        ),
        payer.source(
            "advisory-committee",
            "updates",
            "Advisory committee",
            "https://www.kdhe.ks.gov/238/Preferred-Drug-List-Advisory-Committee",
            seen=False,
        ),
        payer.source(
            "review-board",
            "updates",
            "Drug Utilization Review Board",
            "https://www.coronavirus.kdheks.gov/202/Drug-Utilization-Review-Board",
            seen=False,
        ),
    )
