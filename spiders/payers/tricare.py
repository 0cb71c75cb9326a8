"""TRICARE: the manual's section on psychotherapy rules; its dated address names the day it is as of."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Tricare(DocumentList):
    name = "tricare"
    payer = Payer("tricare", "TRICARE", "tricare", ("US",), delegates=("Express Scripts",))
    sources = (
        payer.source("tp15-c7s3-8", "policy", "Policy Manual, chapter 7 section 3.8",
                     "https://manuals.health.mil/pages/DisplayManualHtmlFile/2021-07-14/AsOf/tp15/c7s3_8.html"),
        payer.source("tpt5-c7s3-7", "policy", "Policy Manual T-5, chapter 7 section 3.7",
                     "https://manuals.health.mil/pages/DisplayManualHtmlFile/2022-12-05/AsOf/tpt5/c7s3_7.html"),
        payer.source("tp15-c7s3-8-2020", "index", "Policy Manual, chapter 7 section 3.8, as of April 2020",
                     "https://manuals.health.mil/pages/DisplayManualHtmlFile/2020-04-17/AsOf/TP15/C7S3_8.html"),
        payer.source("to15-c23s3", "index", "Operations Manual, chapter 23 section 3: pharmacy",
                     "https://manuals.health.mil/pages/DisplayManualHtmlFile/2020-09-16/AsOf/TO15/c23s3.html"),
        payer.source("authorization", "index", "Prior authorization or medical necessity",
                     "https://www.tricare.mil/CoveredServices/Pharmacy/FillPrescriptions/PreAuthMedical"),
    )  # fmt: skip
