"""CareSource Georgia: drug list, criteria and pharmacy policies are links of one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceGeorgia(DocumentList):
    name = "caresource_georgia"
    payer = Payer(
        "caresource-georgia",
        "CareSource Georgia",
        "medicaid_managed_care",
        ("GA",),
        parent="CareSource",
        delegates=("Express Scripts",),
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy: drug list, criteria, policies",
            "https://caresource.com/ga/providers/education/patient-care/pharmacy/medicaid",
        ),
    )
