"""Medical Mutual of Ohio: corporate policies and drug management are two menus of the provider pages."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MedicalMutual(DocumentList):
    name = "medical_mutual"
    payer = Payer("medical-mutual", "Medical Mutual of Ohio", "commercial", ("OH",))
    sources = (
        payer.source(
            "providers", "index", "Provider home with the menu of policies", "https://www.medmutual.com/providers"
        ),
    )
