"""Blue Cross Blue Shield of Minnesota: the version stands in the file name, replaced ones stay online."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.versioned_path import VersionedPath


class BcbsMinnesota(VersionedPath):
    name = "bcbs_minnesota"
    payer = Payer("bcbs-minnesota", "Blue Cross and Blue Shield of Minnesota", "commercial", ("MN",))
    sources = (
        Source(
            "bcbs-minnesota/ii-226",
            payer.payer,
            "Esketamine",
            "https://securecms.bluecrossmnonline.com/content/medpolicy/en/minnesota/core/all/policies/Medici"
            "ne/II-226/II-226-007.html",
            line_of_business="commercial",
        ),
        Source(
            "bcbs-minnesota/ii-271",
            payer.payer,
            "Intravenous Anesthetics for Chronic Pain and Psychiatric Disorders",
            "https://securecms.bluecrossmnonline.com/content/medpolicy/en/minnesota/core/all/policies/Medici"
            "ne/ii-271/ii-271-00111.html",
            line_of_business="commercial",
        ),
    )
