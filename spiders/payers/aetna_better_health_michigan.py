"""Aetna Better Health of Michigan: the state's drug list and the common formulary of all plans hold here."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthMichigan(DocumentList):
    name = "aetna_better_health_michigan"
    payer = Payer(
        "aetna-better-health-michigan",
        "Aetna Better Health of Michigan",
        "medicaid_managed_care",
        ("MI",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy: state drug list and common formulary",
            "http://www.aetnabetterhealth.com/michigan/providers/medicaid/pharmacy",
        ),
    )
