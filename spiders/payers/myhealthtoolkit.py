"""myhealthtoolkit: the search page of the platform that several brands of South Carolina's Blue share."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Myhealthtoolkit(DocumentList):
    name = "myhealthtoolkit"
    payer = Payer(
        "myhealthtoolkit",
        "myhealthtoolkit (brands of BlueCross SC)",
        "commercial",
        ("SC",),
        parent="BlueCross BlueShield of South Carolina",
    )
    sources = (
        payer.source(
            "policy-search",
            "index",
            "Medical policy search results",
            "https://www.myhealthtoolkit.com/web/public/brands/medicalpolicy/external/search-results/?constituent=external&q=genetic",
            seen=False,
        ),
    )
