"""HealthPartners: coverage criteria and pharmacy policies are one click behind the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Healthpartners(DocumentList):
    name = "healthpartners"
    payer = Payer("healthpartners", "HealthPartners", "commercial", ("MN", "WI"))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of criteria", "https://www.healthpartners.com/providers"
        ),
    )
