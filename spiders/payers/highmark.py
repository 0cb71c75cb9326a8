"""Highmark: the version stands in the file name, replaced ones stay online."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.versioned_path import VersionedPath


class Highmark(VersionedPath):
    name = "highmark"
    payer = Payer("highmark", "Highmark", "commercial", ("PA", "DE"))
    sources = (
        Source(
            "highmark/i-212",
            payer.payer,
            "Esketamine (Spravato)",
            "https://securecms.highmark.com/content/medpolicy/en/highmark/pa/commercial/policies/Injections/"
            "I-212/I-212-007.html",
            line_of_business="commercial",
        ),
        Source(
            "highmark/hho-de-mp-1265",
            payer.payer,
            "Esketamine",
            "https://securecms.highmark.com/content/medpolicy/en/highmark-wholecare/de/medicaid/policy/de-me"
            "dicaid-policies/de-medical-policies/folder-hho-de-mp-1265-esketamine/hho-de-mp-1265-001-esketam"
            "ine.html",
            line_of_business="medicaid",
        ),
    )
