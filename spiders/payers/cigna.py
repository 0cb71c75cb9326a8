"""Cigna: policies as PDF files behind two lists from A to Z; a change of title is no change of policy."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class Cigna(IndexPage):
    name = "cigna"
    payer = Payer(
        "cigna",
        "Cigna Healthcare",
        "commercial",
        ("US",),
        parent="The Cigna Group",
        delegates=("eviCore", "Express Scripts"),
    )
    index_url = "https://static.cigna.com/assets/chcp/resourceLibrary/coveragePolicies/pharmacy_a-z.html"
    links = (LinkPattern("cigna/spravato", text="spravato|esketamine"),)
    sources = (
        payer.source("spravato", "policy", "Psychiatry - Spravato",
                     "https://static.cigna.com/assets/chcp/resourceLibrary/coveragePolicies/pharmacy_a-z.html",
                     seen=False),
        payer.source("coverage-policies", "index", "Coverage policies",
                     "https://static.cigna.com/assets/chcp/resourceLibrary/coveragePolicies/index.html", seen=False),
        payer.source("pharmacy-a-z", "index", "Drug coverage policies A-Z",
                     "https://static.cigna.com/assets/chcp/resourceLibrary/coveragePolicies/pharmacy_a-z.html",
                     seen=False),
        payer.source("medical-a-z", "index", "Medical coverage policies A-Z",
                     "https://static.cigna.com/assets/chcp/resourceLibrary/coveragePolicies/medical_a-z.html",
                     seen=False),
        payer.source("claims-policies", "index", "Coverage and claims: policies",
                     "https://www.cigna.com/health-care-providers/coverage-and-claims/policies", seen=False),
    )  # fmt: skip
