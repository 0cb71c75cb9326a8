"""Arkansas Blue Cross: the number of a policy begins with the year of its adoption."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ArkansasBlueCross(DocumentList):
    name = "arkansas_blue_cross"
    payer = Payer("arkansas-blue-cross", "Arkansas Blue Cross and Blue Shield", "commercial", ("AR",))
    sources = (
        payer.source(
            "2004018",
            "policy",
            "Intravenous Lidocaine or Ketamine for Chronic Pain and Mental Health Disorders",
            "https://secure.arkansasbluecross.com/members/report.aspx?policyNumber=2004018&viewIntro=yes",
        ),
        payer.source(
            "providers",
            "index",
            "Provider home with the search of coverage policies",
            "https://www.arkansasbluecross.com/providers",
        ),
    )
