"""Veterans Affairs: criteria for use moved from a list of PDF files into the formulary search."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Va(DocumentList):
    name = "va"
    payer = Payer("va", "Veterans Affairs", "va", ("US",))
    sources = (
        payer.source(
            "criteria-for-use",
            "index",
            "Criteria for use",
            "https://www.pbm.va.gov/clinicalguidance/criteriaforuse.asp",
        ),
        payer.source(
            "formulary-glossary",
            "index",
            "Formulary Advisor: what the restrictions mean",
            "https://va.gov/formularyadvisor/glossary",
        ),
        payer.source(
            "national-formulary",
            "index",
            "National Formulary search",
            "http://www.pbm.va.gov/apps/VANationalFormulary/",
            seen=False,
        ),
    )
