"""UnitedHealthcare Medicare Advantage: internal coverage criteria, where CMS has none, as policies of their own."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class UnitedMedicareAdvantage(DocumentList):
    name = "united_medicare_advantage"
    payer = Payer(
        "united-medicare-advantage",
        "UnitedHealthcare Medicare Advantage",
        "medicare_advantage",
        ("US",),
        parent="UnitedHealth Group",
    )
    sources = (
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://www.uhcprovider.com/en/policies-protocols/medicare-advantage-policies/medicare-advantage-medical-policies.html",
            seen=False,
        ),
        payer.source(
            "menu",
            "index",
            "Menu of policies",
            "https://www.uhcprovider.com/content/provider/en/policies-protocols/medicare-advantage-policies.html",
        ),
    )
