"""Moda Health: guidelines of referral and authorization on one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ModaHealth(DocumentList):
    name = "moda_health"
    payer = Payer("moda-health", "Moda Health", "commercial", ("OR", "AK"))
    sources = (
        payer.source(
            "authorization",
            "index",
            "Referral and authorization guidelines",
            "https://www.modahealth.com/medical/referrals/",
        ),
    )
