"""TRICARE East (Humana Military): policy alerts on Spravato."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TricareEast(DocumentList):
    name = "tricare_east"
    payer = Payer("tricare-east", "TRICARE East (Humana Military)", "tricare", ("US",), parent="Humana")
    sources = (
        payer.source(
            "spravato-access",
            "notice",
            "Access to Spravato",
            "https://www.humanamilitary.com/provider/education-and-resources/quick-access/policy-updates-and-alerts/230126-spravato",
        ),
        payer.source(
            "spravato-approved",
            "notice",
            "Spravato approved for treatment of depression",
            "https://www.humanamilitary.com/provider/education-and-resources/quick-access/policy-updates-and-alerts/spravato-121120",
        ),
        payer.source(
            "alerts",
            "index",
            "Policy updates and alerts",
            "https://www.humanamilitary.com/provider/education-and-resources/quick-access/policy-updates-and-alerts",
            seen=False,
        ),
    )
