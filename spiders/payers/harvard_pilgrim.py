"""Harvard Pilgrim: criteria for drugs and for medical review stand on separate pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HarvardPilgrim(DocumentList):
    name = "harvard_pilgrim"
    payer = Payer(
        "harvard-pilgrim", "Harvard Pilgrim Health Care", "commercial", ("MA", "NH", "ME"), parent="Point32Health"
    )
    sources = (
        payer.source(
            "pharmacy-criteria",
            "index",
            "Clinical coverage criteria and request forms",
            "https://www.harvardpilgrim.org/provider/pharmacy/clinical-coverage-criteria-and-request-forms/",
        ),
        payer.source(
            "medical-criteria",
            "index",
            "Medical review criteria",
            "https://www.harvardpilgrim.org/public/prior-authorization-medical-review-criteria",
            seen=False,
        ),
    )
