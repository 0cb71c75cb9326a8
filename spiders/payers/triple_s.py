"""Triple-S Salud: numbers of its own with the Blues' reference number beside them, on a content host."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class TripleS(DocumentList):
    name = "triple_s"
    payer = Payer("triple-s", "Triple-S Salud", "commercial", ("PR",), parent="GuideWell")
    sources = (
        payer.source(
            "05-001-014",
            "policy",
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://prd-fd-salud-endpoint-gme7cacgf0b5hjgx.a02.azurefd.net/medicalpolicy/docs/05.001.014.html",
            shared_policy="5.01.16",
        ),
        payer.source(
            "05-001-042",
            "policy",
            "Esketamine Nasal Spray for Treatment-Resistant Depression",
            "https://prd-fd-salud-endpoint-gme7cacgf0b5hjgx.a02.azurefd.net/medicalpolicy/docs/05.001.042.html",
            shared_policy="5.01.34",
        ),
        payer.source(
            "esketamine-page",
            "index",
            "Esketamine on the plan's own site",
            "https://salud.grupotriples.com/medical-policy/esketamine-nasal-spray-for-treatment-resistant-depression/",
        ),
    )
