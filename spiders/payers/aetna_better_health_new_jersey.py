"""Aetna Better Health of New Jersey: a guideline for each drug, as PDF files from A to Z."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AetnaBetterHealthNewJersey(DocumentList):
    name = "aetna_better_health_new_jersey"
    payer = Payer(
        "aetna-better-health-new-jersey",
        "Aetna Better Health of New Jersey",
        "medicaid_managed_care",
        ("NJ",),
        parent="CVS Health",
    )
    sources = (
        payer.source(
            "pharmacy-guidelines",
            "index",
            "Pharmacy prior authorization guidelines, drug by drug",
            "https://www.aetnabetterhealth.com/newjersey/providers/pharmacy-guidelines.html",
        ),
    )
