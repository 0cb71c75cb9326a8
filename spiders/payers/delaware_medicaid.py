"""Delaware Medicaid: the Pharmacy Corner is a landing page with cookies in its query."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class DelawareMedicaid(DocumentList):
    name = "delaware_medicaid"
    payer = Payer("delaware-medicaid", "Delaware Medicaid", "medicaid", ("DE",))
    sources = (
        payer.source(
            "pharmacy-corner",
            "index",
            "Pharmacy Corner",
            "https://medicaid.dhss.delaware.gov/provider/Home/PharmacyCornerLanding/tabid/2096/Default.aspx?AspxAutoDetectCookieSupport=1",
            seen=False,
        ),
    )
