"""Columbia Pacific CCO: a PDF file for each drug, all with one date of revision."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ColumbiaPacificCco(DocumentList):
    name = "columbia_pacific_cco"
    payer = Payer(
        "columbia-pacific-cco",
        "Columbia Pacific CCO (CareOregon)",
        "medicaid_managed_care",
        ("OR",),
        parent="CareOregon",
    )
    sources = (
        payer.source(
            "criteria",
            "index",
            "Pharmacy prior authorization criteria",
            "https://www.colpachealth.org/providers/pharmacy-resources/prior-authorization-criteria",
        ),
    )
