"""TRICARE East (Humana Military): policy alerts on Spravato."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class TricareEast(DocumentList):
    name = "tricare_east"
    payer = Payer("tricare-east", "TRICARE East (Humana Military)", "tricare", ("US",))
    sources = (
        Source(
            "tricare-east/spravato-access",
            payer.payer,
            "Access to Spravato",
            "https://www.humanamilitary.com/provider/education-and-resources/quick-access/policy-updates-and"
            "-alerts/230126-spravato",
            line_of_business="tricare",
            kind="notice",
        ),
        Source(
            "tricare-east/spravato-approved",
            payer.payer,
            "Spravato approved for treatment of depression",
            "https://www.humanamilitary.com/provider/education-and-resources/quick-access/policy-updates-and"
            "-alerts/spravato-121120",
            line_of_business="tricare",
            kind="notice",
        ),
    )
