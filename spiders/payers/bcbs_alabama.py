"""Blue Cross Blue Shield of Alabama on exploremyplan: `?print=1` gives the whole policy as plain HTML."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class BcbsAlabama(DocumentList):
    name = "bcbs_alabama"
    payer = Payer("bcbs-alabama", "Blue Cross and Blue Shield of Alabama", "commercial", ("AL",))
    sources = (
        Source(
            "bcbs-alabama/mp-446",
            payer.payer,
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://al-policies.exploremyplan.com/portal/web/medical-policies/-/mp-446?print=1",
            line_of_business="commercial",
        ),
    )
