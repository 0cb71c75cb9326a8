"""CMS billing and coding article A59249, Novitas's twin of A59250; the version stands in the query."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class NovitasA59249(DocumentList):
    name = "novitas_a59249"
    payer = Payer(
        "novitas-a59249",
        "Novitas Solutions (Medicare)",
        "medicare",
        ("AR", "CO", "DC", "DE", "LA", "MD", "MS", "NJ", "NM", "OK", "PA", "TX"),
    )
    sources = (
        payer.source(
            "a59249",
            "policy",
            "Billing and Coding: Esketamine",
            "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid=59249&ver=8",
        ),
    )
