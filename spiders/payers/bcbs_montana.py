"""Blue Cross and Blue Shield of Montana: the older site had the version in its path (`v101.aspx`)."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsMontana(DocumentList):
    name = "bcbs_montana"
    payer = Payer("bcbs-montana", "Blue Cross and Blue Shield of Montana", "commercial", ("MT",), parent="HCSC")
    sources = (
        payer.source(
            "intravenous-anesthetics",
            "policy",
            "Intravenous Anesthetics for the Treatment of Chronic Pain",
            "https://www.bcbsmt.com/MedReview/Policies/IntravenousAnestheticsForTheTreatmentOfChronicPain/v101.aspx",
            shared_policy="5.01.16",
        ),
        payer.source("policies", "index", "Medical policies", "https://www.bcbsmt.com/MedReview/Policies/", seen=False),
    )
