"""Anthem in New York, once Empire: news names the number CC-0086 and the day it changes, not the text."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class AnthemNewYork(DocumentList):
    name = "anthem_new_york"
    payer = Payer(
        "anthem-new-york",
        "Anthem Blue Cross and Blue Shield (New York)",
        "commercial",
        ("NY",),
        parent="Elevance Health",
        delegates=("Carelon",),
    )
    sources = (
        payer.source(
            "cc-0086-notice",
            "notice",
            "Clinical Criteria updates for specialty pharmacy",
            "https://providernews.anthem.com/new-york/articles/clinical-criteria-updates-for-specialty-pharmacy-17695-17695",
        ),
        payer.source("news", "index", "Provider news", "https://providernews.anthem.com/new-york", seen=False),
        payer.source(
            "cg-beh-06",
            "index",
            "CG-BEH-06 Psychiatric outpatient treatment, on the older site",
            "http://www.empireblue.com/medicalpolicies/guidelines/gl_pw_c164432.htm",
        ),
        payer.source(
            "clinical-criteria",
            "index",
            "Pharmacy information: clinical criteria",
            "https://www11.empireblue.com/pharmacyinformation/clinicalcriteria.html",
            seen=False,
        ),
    )
