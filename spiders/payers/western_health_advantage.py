"""Western Health Advantage (California): OptumRx guidelines, named by glId in the query."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class WesternHealthAdvantage(DocumentList):
    name = "western_health_advantage"
    payer = Payer("western-health-advantage", "Western Health Advantage", "commercial", ("CA",))
    sources = (
        Source(
            "western-health-advantage/gl-145865",
            payer.payer,
            "Spravato (esketamine) - PA, NF",
            "https://westernhealth.com/provider/prior-authorization-criteria/?category=Premium&glId=GL-145865",
            line_of_business="commercial",
        ),
    )
