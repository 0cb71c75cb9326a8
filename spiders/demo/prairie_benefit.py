"""Prairie Benefit (fictional). Policies as HTML pages with the codes to bill."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class PrairieBenefit(DocumentList):
    name = "prairie_benefit"
    payer = Payer("prairie-benefit", "Prairie Benefit", "commercial", ("ND",))
    sources = (
        Source(
            "prairie-benefit/pb-0498",
            payer.payer,
            "Ketamine for Depression and Other Psychiatric Conditions",
            "https://www.prairie-benefit.example/policies/ketamine-depression.html",
            line_of_business="commercial",
        ),
        Source(
            "prairie-benefit/pb-0512",
            payer.payer,
            "Esketamine Services",
            "https://www.prairie-benefit.example/policies/esketamine-services.html",
            line_of_business="commercial",
        ),
    )
