"""Aetna: a clinical policy bulletin keeps its path for ever and carries no version; `es.` serves the English text."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Aetna(DocumentList):
    name = "aetna"
    payer = Payer("aetna", "Aetna", "commercial", ("US",), parent="CVS Health")
    sources = (
        payer.source("cpb-0938", "policy", "Ketamine for the Treatment of Depression and Other Psychiatric Disorders",
                     "http://www.aetna.com/cpb/medical/data/900_999/0938.html"),
        payer.source("cpb-0447", "policy", "Complex Regional Pain Syndrome: Treatments",
                     "https://www.aetna.com/cpb/medical/data/400_499/0447.html", seen=False),
        payer.source("cpb-0938-es", "index", "Bulletin 0938 on the Spanish host: the same text",
                     "http://es.aetna.com/cpb/medical/data/900_999/0938.html"),
        payer.source("bulletins-alpha", "index", "Medical clinical policy bulletins, by name",
                     "https://www.aetna.com/health-care-professionals/clinical-policy-bulletins/medical-clinical-policy-bulletins/alpha.html",
                     seen=False),
        payer.source("bulletins", "index", "Clinical policy bulletins",
                     "https://www.aetna.com/health-care-professionals/clinical-policy-bulletins.html"),
        payer.source("medical-bulletins", "index", "Medical clinical policy bulletins",
                     "https://www.aetna.com/health-care-professionals/clinical-policy-bulletins/medical-clinical-policy-bulletins.html",
                     seen=False),
    )  # fmt: skip
