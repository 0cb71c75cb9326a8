"""UCare: Medica took its members over, so its page on coverage is the last of it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Ucare(DocumentList):
    name = "ucare"
    payer = Payer("ucare", "UCare", "commercial", ("MN",))
    sources = (
        payer.source(
            "coverage", "index", "Important coverage information", "https://www.ucare.org/about-us/coverage-info"
        ),
    )
