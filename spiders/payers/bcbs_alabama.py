"""Blue Cross Blue Shield of Alabama on exploremyplan: `?print=1` gives the whole policy as plain HTML."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class BcbsAlabama(DocumentList):
    name = "bcbs_alabama"
    payer = Payer("bcbs-alabama", "Blue Cross and Blue Shield of Alabama", "commercial", ("AL",))
    sources = (
        payer.source("mp-446", "policy",
                     "Intravenous Anesthetics for the Treatment of Chronic Pain and Psychiatric Disorders",
                     "https://al-policies.exploremyplan.com/portal/web/medical-policies/-/mp-446?print=1",
                     shared_policy="5.01.16"),
        payer.source("medical-policies", "index", "Medical policies",
                     "https://al-policies.exploremyplan.com/portal/web/medical-policies", seen=False),
        payer.source("draft-administered", "index", "Draft policies on provider-administered drugs",
                     "https://al-policies.exploremyplan.com/portal/web/al-policies/home/-/categories/78812"),
        payer.source("draft-self-administered", "index", "Draft policies on self-administered drugs",
                     "https://al-policies.exploremyplan.com/portal/web/al-policies/home/-/categories/78810"),
        payer.source("policies", "index", "Medical policies menu: draft, final, delegated",
                     "https://www.bcbsal.org/providers/policies"),
        payer.source("resources", "index", "Provider resources on medical policies",
                     "https://providers.bcbsal.org/portal/resources/-/resources/category/319574", seen=False),
    )  # fmt: skip
