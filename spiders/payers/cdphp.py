"""CDPHP: changes of formulary and pharmacy as news; only an old copy was seen."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Cdphp(DocumentList):
    name = "cdphp"
    payer = Payer("cdphp", "CDPHP", "commercial", ("NY",))
    sources = (
        payer.source(
            "formulary-changes",
            "updates",
            "Formulary and pharmacy changes",
            "https://www.cdphp.com/providers/get-your-job-done/affordable-care-act/rx-plan-news",
        ),
    )
