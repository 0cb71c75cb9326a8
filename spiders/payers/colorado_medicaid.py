"""Health First Colorado: every quarterly drug list and Appendix P stays linked, a history of its own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ColoradoMedicaid(DocumentList):
    name = "colorado_medicaid"
    payer = Payer("colorado-medicaid", "Health First Colorado", "medicaid", ("CO",))
    sources = (
        payer.source(
            "pharmacy-resources",
            "index",
            "Pharmacy resources: drug list and Appendix P",
            "https://hcpf.colorado.gov/pharmacy-resources",
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://hcpf.colorado.gov/pharmacy-and-therapeutics-committee",
            seen=False,
        ),
        payer.source(
            "pharmacy-resources-older",
            "index",
            "Pharmacy resources on the older host",
            "https://www.colorado.gov/pacific/hcpf/pharmacy-resources",
        ),
    )
