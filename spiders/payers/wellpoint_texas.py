"""Wellpoint Texas: policies, guidelines and manuals on one page, with quarterly updates."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WellpointTexas(DocumentList):
    name = "wellpoint_texas"
    payer = Payer(
        "wellpoint-texas",
        "Wellpoint Texas",
        "medicaid_managed_care",
        ("TX",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "policies",
            "index",
            "Policies, guidelines and manuals",
            "https://www.wellpoint.com/tx/provider/state-federal/resources/policies-guidelines-manuals",
        ),
    )
