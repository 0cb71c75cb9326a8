"""Express Scripts for CareSource: a paged list whose rows lead to a PDF file each."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ExpressScripts(DocumentList):
    name = "express_scripts"
    payer = Payer("express-scripts", "Express Scripts", "pbm", ("US",), parent="The Cigna Group")
    sources = (
        payer.source(
            "caresource-policies",
            "index",
            "Authorization, step and quantity policies for CareSource",
            "https://www.express-scripts.com/corporate/caresourceaumpolicies?page=5",
        ),
    )
