"""Tennessee workers' compensation adopts the ODG list of drugs, Appendix A."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TennesseeWorkersCompensation(DocumentList):
    name = "tennessee_workers_compensation"
    payer = Payer(
        "tennessee-workers-compensation", "Tennessee Bureau of Workers' Compensation", "workers_comp", ("TN",)
    )
    sources = (
        payer.source("formulary", "index", "Drug formulary", "https://www.tn.gov/workforce/article/wc-drug-formulary"),
    )
