"""Blue Cross Blue Shield of Arizona: one search form for authorization and medical policies."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsArizona(DocumentList):
    name = "bcbs_arizona"
    payer = Payer("bcbs-arizona", "Blue Cross Blue Shield of Arizona", "commercial", ("AZ",))
    sources = (
        payer.source(
            "policy-search",
            "index",
            "Search of prior authorization and medical policies",
            "https://www.azblue.com/provider/resources/prior-authorization-and-medical-policies/search",
            seen=False,
        ),
    )
