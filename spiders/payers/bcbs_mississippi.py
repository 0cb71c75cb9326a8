"""Blue Cross & Blue Shield of Mississippi: medical policies found by their title."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class BcbsMississippi(DocumentList):
    name = "bcbs_mississippi"
    payer = Payer("bcbs-mississippi", "Blue Cross & Blue Shield of Mississippi", "commercial", ("MS",))
    sources = (
        Source(
            "bcbs-mississippi/l-5-01-537",
            payer.payer,
            "Spravato (esketamine)",
            "https://www.bcbsms.com/policy-search/medical/policy-detail/spravato-esketamine",
            line_of_business="commercial",
        ),
        Source(
            "bcbs-mississippi/a-5-01-16",
            payer.payer,
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://www.bcbsms.com/policy-search/medical/policy-detail/intravenous-anesthetics-for-the-trea"
            "tment-of-chronic-pain-and-psychiatric-disorders",
            line_of_business="commercial",
        ),
    )
