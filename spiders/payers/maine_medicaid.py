"""MaineCare: drug lists with their archive on a site of their own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MaineMedicaid(DocumentList):
    name = "maine_medicaid"
    payer = Payer("maine-medicaid", "Maine Medicaid (MaineCare)", "medicaid", ("ME",))
    sources = (
        payer.source(
            "preferred-drug-lists",
            "index",
            "Preferred drug lists and archive",
            "https://www.mainecarepdl.org/content/mainecarepdl/en/preferred-drug-lists.html",
            seen=False,
        ),
        payer.source(
            "utilization-review",
            "updates",
            "Drug utilization review",
            "https://www.mainecarepdl.org/content/mainecarepdl/en/drug-utilization-review",
            seen=False,
        ),
    )
