"""CMS itself: no national determination on either drug is known; lists, exports and an API tell of new ones."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CmsCoverageDatabase(DocumentList):
    name = "cms_coverage_database"
    payer = Payer("cms-coverage-database", "CMS Medicare Coverage Database", "medicare", ("US",))
    sources = (
        payer.source(
            "coverage-api", "api", "Coverage API: LCD, articles, NCD", "https://api.coverage.cms.gov", seen=False
        ),
        payer.source(
            "downloads",
            "api",
            "Bulk downloads",
            "https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx",
            seen=False,
        ),
        payer.source(
            "current-lcd",
            "api",
            "Current LCD export",
            "https://downloads.cms.gov/medicare-coverage-database/downloads/exports/current_lcd.zip",
            seen=False,
        ),
    )
