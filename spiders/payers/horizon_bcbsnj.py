"""Horizon: a Lotus Notes database with opaque paths, whose headings run into their values."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class HorizonBcbsnj(DocumentList):
    name = "horizon_bcbsnj"
    payer = Payer("horizon-bcbsnj", "Horizon Blue Cross Blue Shield of New Jersey", "commercial", ("NJ",))
    sources = (
        payer.source(
            "035",
            "policy",
            "Intravenous Anesthetics for the Management of Chronic Pain and Depression",
            "https://services3.horizon-bcbsnj.com/hcm/MedPol2.nsf/MedicalPolicies/RFMI-6ZAF9B",
            shared_policy="5.01.16",
        ),
        payer.source(
            "policy-database",
            "index",
            "Medical policy database",
            "https://services3.horizon-bcbsnj.com/hcm/MedPol2.nsf",
            seen=False,
        ),
        payer.source(
            "policy-manual",
            "index",
            "Medical policy manual",
            "https://www.horizonblue.com/providers/policies-procedures/policies/medical-policies",
        ),
    )
