"""BlueCross BlueShield of South Carolina: one platform under several hosts; the evidence comes before the policy."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsSouthCarolina(DocumentList):
    name = "bcbs_south_carolina"
    payer = Payer("bcbs-south-carolina", "BlueCross BlueShield of South Carolina", "commercial", ("SC",))
    sources = (
        payer.source(
            "cam-50116",
            "policy",
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://unit-3.myhealthtoolkit.com/web/public/brands/medicalpolicy/external/external-policies/intravenous-anesthetics-for-the-treatment-of-chronic-pain-and-psychiatric-disorders",
            shared_policy="5.01.16",
        ),
        payer.source(
            "policy-search",
            "index",
            "Medical policy search results",
            "https://www.southcarolinablues.com/web/public/brands/medicalpolicy/external/search-results/?constituent=external&q=genetic+test",
            seen=False,
        ),
    )
