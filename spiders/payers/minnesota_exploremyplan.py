"""The Minnesota policies portal on exploremyplan: category pages list number and title of drafts."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class MinnesotaExploremyplan(DocumentList):
    name = "minnesota_exploremyplan"
    payer = Payer("minnesota-exploremyplan", "Minnesota policies portal (exploremyplan)", "commercial", ("MN",))
    sources = (
        payer.source(
            "draft-self-administered",
            "index",
            "Draft policies on self-administered drugs",
            "https://mn-policies.exploremyplan.com/portal/web/mn-policies/member-policies/-/categories/78810",
        ),
    )
