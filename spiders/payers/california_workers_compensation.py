"""California workers' compensation: the treatment schedule's formulary, as a drug list with editions."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaliforniaWorkersCompensation(DocumentList):
    name = "california_workers_compensation"
    payer = Payer(
        "california-workers-compensation", "California Division of Workers' Compensation", "workers_comp", ("CA",)
    )
    sources = (
        payer.source(
            "mtus-formulary",
            "index",
            "MTUS drug formulary and drug list",
            "https://www.dir.ca.gov/DWC/MTUS/MTUS-Formulary.html",
        ),
    )
