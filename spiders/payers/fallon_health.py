"""Fallon Health: medical policies one click behind the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class FallonHealth(DocumentList):
    name = "fallon_health"
    payer = Payer("fallon-health", "Fallon Health", "commercial", ("MA",))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.fallonhealth.org/providers"
        ),
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://fallonhealth.org/providers/criteria-policies-guidelines/medical-policies",
            seen=False,
        ),
    )
