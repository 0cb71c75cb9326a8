"""Iowa Medicaid: criteria are printed on the request forms, from A to Z."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IowaMedicaid(DocumentList):
    name = "iowa_medicaid"
    payer = Payer("iowa-medicaid", "Iowa Medicaid", "medicaid", ("IA",))
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Medicaid pharmacy",
            "https://hhs.iowa.gov/medicaid/provider-services/medicaid-pharmacy",
            seen=False,
        ),
        payer.source(
            "pa-forms", "index", "Request forms with criteria", "http://www.iowamedicaidpdl.com/pa_forms", seen=False
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://www.iowamedicaidpdl.com/pt-committee-public-comments/pt-committee-info.html",
            seen=False,
        ),
    )
