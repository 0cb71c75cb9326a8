"""Amerigroup, now Wellpoint: the portal explains how review, publish and implementation dates differ."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Amerigroup(DocumentList):
    name = "amerigroup"
    payer = Payer(
        "amerigroup",
        "Amerigroup (Wellpoint)",
        "medicaid_managed_care",
        ("US",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "policy-portal",
            "index",
            "Medical policies and clinical UM guidelines portal",
            "https://medicalpolicies.amerigroup.com/wps/portal/agpculdesac?content_path=amerigroup/noapplication/f1/s0/t0/pw_e216383.htm&na=onlinepolicies&rootLevel=0&label=Overview&na=onlinepolicies&rootLevel=0",
        ),
        payer.source(
            "medical-policies",
            "index",
            "Medical policies on the older provider site",
            "https://providers.amerigroup.com/QuickTools/Pages/MedicalPolicies.aspx",
        ),
    )
