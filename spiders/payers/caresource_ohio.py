"""CareSource Ohio: since October 2022 one pharmacy manager of the state decides for all plans."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceOhio(DocumentList):
    name = "caresource_ohio"
    payer = Payer(
        "caresource-ohio",
        "CareSource Ohio",
        "medicaid_managed_care",
        ("OH",),
        parent="CareSource",
        delegates=("Gainwell",),
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy (Medicaid)",
            "https://www.caresource.com/oh/providers/education/patient-care/pharmacy/medicaid/",
        ),
    )
