"""Western Health Advantage (California): OptumRx guidelines, named by glId in the query."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WesternHealthAdvantage(DocumentList):
    name = "western_health_advantage"
    payer = Payer(
        "western-health-advantage", "Western Health Advantage", "commercial", ("CA",), delegates=("Optum Rx",)
    )
    sources = (
        payer.source("gl-145865", "policy", "Spravato (esketamine) - PA, NF",
                     "https://westernhealth.com/provider/prior-authorization-criteria/?category=Premium&glId=GL-145865"),
        payer.source("gl-149293", "policy", "Compounded Drugs",
                     "https://westernhealth.com/provider/prior-authorization-criteria/?category=Premium&glId=GL-149293",
                     must_mention=("compounded",)),
        payer.source("esketamine-older-page", "index", "Esketamine (Spravato), the page before the listing",
                     "https://www.westernhealth.com/provider/prior-authorization-criteria/esketamine-spravato/"),
        payer.source("criteria", "index", "Prior authorization criteria",
                     "https://westernhealth.com/provider/prior-authorization-criteria/", seen=False),
    )  # fmt: skip
