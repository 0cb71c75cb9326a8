"""Health Net of California: the provider library has a page of requirements for each kind of plan."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HealthNetCalifornia(DocumentList):
    name = "health_net_california"
    payer = Payer("health-net-california", "Health Net of California", "commercial", ("CA",), parent="Centene")
    sources = (
        payer.source(
            "requirements",
            "index",
            "Prior authorization requirements: HMO, PPO, EPO, HSP",
            "https://providerlibrary.healthnetcalifornia.com/hsp/prior-authorization-requirements---hmo-ppo-epo-hsp.html",
        ),
    )
