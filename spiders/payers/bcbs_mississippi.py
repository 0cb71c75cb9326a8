"""Blue Cross & Blue Shield of Mississippi: found by title; denies a labeled use because covered drugs exist."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsMississippi(DocumentList):
    name = "bcbs_mississippi"
    payer = Payer("bcbs-mississippi", "Blue Cross & Blue Shield of Mississippi", "commercial", ("MS",))
    sources = (
        payer.source(
            "l-5-01-537",
            "policy",
            "Spravato (esketamine)",
            "https://www.bcbsms.com/policy-search/medical/policy-detail/spravato-esketamine",
        ),
        payer.source(
            "a-5-01-16",
            "policy",
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://www.bcbsms.com/policy-search/medical/policy-detail/intravenous-anesthetics-for-the-treatment-of-chronic-pain-and-psychiatric-disorders",
            shared_policy="5.01.16",
        ),
        payer.source(
            "policies", "index", "Medical policy search", "https://www.bcbsms.com/policy-search/medical", seen=False
        ),
    )
