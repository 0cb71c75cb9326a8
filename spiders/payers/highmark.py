"""Highmark: the version stands in the file name, replaced ones stay online."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.versioned_path import VersionedPath


class Highmark(VersionedPath):
    name = "highmark"
    payer = Payer("highmark", "Highmark", "commercial", ("PA", "DE", "WV", "NY"))
    sources = (
        payer.source(
            "i-212",
            "policy",
            "Esketamine (Spravato)",
            "https://securecms.highmark.com/content/medpolicy/en/highmark/pa/commercial/policies/Injections/I-212/I-212-007.html",
            shared_policy="5.01.34",
        ),
        payer.source(
            "hho-de-mp-1265",
            "policy",
            "Esketamine",
            "https://securecms.highmark.com/content/medpolicy/en/highmark-wholecare/de/medicaid/policy/de-medicaid-policies/de-medical-policies/folder-hho-de-mp-1265-esketamine/hho-de-mp-1265-001-esketamine.html",
            line_of_business="medicaid",
        ),
        payer.source(
            "medical-policies",
            "index",
            "Medical policies",
            "https://providers.highmark.com/policies-and-programs/medical-policies",
            seen=False,
        ),
    )
