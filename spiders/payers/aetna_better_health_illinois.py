"""Aetna Better Health of Illinois: the address seen holds a page of 2013, so a move is to be expected."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthIllinois(DocumentList):
    name = "aetna_better_health_illinois"
    payer = Payer(
        "aetna-better-health-illinois",
        "Aetna Better Health of Illinois",
        "medicaid_managed_care",
        ("IL",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "formulary",
            "index",
            "Pharmacy: formulary and prior authorization",
            "https://www.aetnabetterhealth.com/illinois/providers/pharmacy/",
        ),
    )
