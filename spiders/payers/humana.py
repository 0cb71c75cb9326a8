"""Humana: a search by first letter leads to the policies; a newsletter lists new and revised ones."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Humana(DocumentList):
    name = "humana"
    payer = Payer("humana", "Humana", "commercial", ("US",))
    sources = (
        payer.source(
            "medical-m",
            "index",
            "Medical policies by first letter",
            "https://mcp.humana.com/tad/tad_new/Search.aspx?docbegin=M&policyType=medical&searchtype=beginswith",
            seen=False,
        ),
        payer.source(
            "policies",
            "index",
            "Medical and pharmacy coverage policies",
            "https://mcp.humana.com/tad/tad_new/home.aspx?type=provider",
            seen=False,
        ),
        payer.source(
            "new-policies",
            "updates",
            "New and revised coverage policies",
            "https://www.humana.com/provider/news/publications/humana-your-practice/pharmacy-and-medical-policies",
        ),
        payer.source(
            "new-policies-older",
            "updates",
            "New and revised coverage policies, older newsletter",
            "https://www.humana.com/provider/support/publications/your-practice-newsletter/pharmacy-and-medical-policies",
        ),
    )
