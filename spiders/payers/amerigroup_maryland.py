"""Amerigroup Maryland: pharmacy policies of the plan on a page of their own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AmerigroupMaryland(DocumentList):
    name = "amerigroup_maryland"
    payer = Payer(
        "amerigroup-maryland",
        "Amerigroup Maryland (Wellpoint)",
        "medicaid_managed_care",
        ("MD",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "clinical-pharmacy-policies",
            "index",
            "Clinical pharmacy policies",
            "https://provider.amerigroup.com/maryland-provider/member-eligibility-and-pharmacy/pharmacy/clinical-pharmacy-policies",
        ),
    )
