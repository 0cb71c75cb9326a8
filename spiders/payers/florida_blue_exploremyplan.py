"""The Florida policies portal on exploremyplan, a sister of Alabama's."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class FloridaBlueExploremyplan(DocumentList):
    name = "florida_blue_exploremyplan"
    payer = Payer("florida-blue-exploremyplan", "Florida policies portal (exploremyplan)", "commercial", ("FL",))
    sources = (
        payer.source(
            "mp-446",
            "policy",
            "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
            "https://fl-policies.exploremyplan.com/portal/web/fl-policies/home/-/asset_publisher/gvKEs0SDu27L/content/mp-446/78515",
            shared_policy="5.01.16",
        ),
        payer.source(
            "policies",
            "index",
            "Florida policies",
            "https://fl-policies.exploremyplan.com/portal/web/fl-policies/home",
            seen=False,
        ),
    )
