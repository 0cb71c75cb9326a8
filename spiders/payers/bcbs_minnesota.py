"""Blue Cross Blue Shield of Minnesota: the version stands in the file name, replaced ones stay online."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.versioned_path import VersionedPath


class BcbsMinnesota(VersionedPath):
    name = "bcbs_minnesota"
    payer = Payer("bcbs-minnesota", "Blue Cross and Blue Shield of Minnesota", "commercial", ("MN",))
    sources = (
        payer.source("ii-226", "policy", "Esketamine",
                     "https://securecms.bluecrossmnonline.com/content/medpolicy/en/minnesota/core/all/policies/Medicine/II-226/II-226-007.html",
                     shared_policy="5.01.34"),
        payer.source("ii-271", "policy", "Intravenous Anesthetics for Chronic Pain and Psychiatric Disorders",
                     "https://securecms.bluecrossmnonline.com/content/medpolicy/en/minnesota/core/all/policies/Medicine/ii-271/ii-271-00111.html",
                     shared_policy="5.01.16"),
        payer.source("policies", "index", "Medical policy and utilization management",
                     "https://www.bluecrossmn.com/providers/medical-policy-and-utilization-management", seen=False),
        payer.source("medical-management", "index", "Medical management",
                     "https://www.bluecrossmn.com/providers/medical-management", seen=False),
        payer.source("medical-policies", "index", "Medical and behavioral health policies",
                     "https://www.bluecrossmn.com/providers/medical-management/medical-and-behavioral-health-policies",
                     seen=False),
        payer.source("full-text-search", "index", "Full-text search of medical policies",
                     "https://securecms.bluecrossmnonline.com/content/medpolicy/en/minnesota/core/all/search.html?q=",
                     seen=False),
    )  # fmt: skip
