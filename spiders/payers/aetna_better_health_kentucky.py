"""Aetna Better Health of Kentucky: guidelines and policy bulletins stand on one page."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthKentucky(DocumentList):
    name = "aetna_better_health_kentucky"
    payer = Payer(
        "aetna-better-health-kentucky",
        "Aetna Better Health of Kentucky",
        "medicaid_managed_care",
        ("KY",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "bulletins",
            "index",
            "Clinical guidelines and policy bulletins",
            "https://www.aetnabetterhealth.com/kentucky/providers/clinical-guidelines-policy-bulletins.html",
        ),
    )
