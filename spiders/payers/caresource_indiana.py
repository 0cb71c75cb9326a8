"""CareSource Indiana: Medicaid plans share the state's uniform drug list."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CaresourceIndiana(DocumentList):
    name = "caresource_indiana"
    payer = Payer("caresource-indiana", "CareSource Indiana", "medicaid_managed_care", ("IN",), parent="CareSource")
    sources = (
        payer.source(
            "preferred-drug-list",
            "index",
            "Preferred drug list (SUPDL)",
            "https://caresource.com/in/plans/medicaid/benefits-services/pharmacy/preferred-drug-list",
        ),
    )
