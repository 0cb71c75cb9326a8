"""CMS itself: no national determination on either drug is known; the API's lists, and exports, tell of new ones."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.coverage_api import CoverageApi

REPORTS = "https://api.coverage.cms.gov/v1/reports/"
SELF_ADMINISTERED = f"{REPORTS}local-coverage-sad-exclusion-list/"


class CmsCoverageDatabase(CoverageApi):
    name = "cms_coverage_database"
    payer = Payer("cms-coverage-database", "CMS Medicare Coverage Database", "medicare", ("US",))
    sources = (
        payer.source("articles", "api", "Local articles", f"{REPORTS}local-coverage-articles/", seen=False),
        payer.source("lcds", "api", "Local determinations", f"{REPORTS}local-coverage-final-lcds/", seen=False),
        payer.source("ncds", "api", "National determinations", f"{REPORTS}national-coverage-ncd/", seen=False),
        payer.source("news", "updates", "Local news of a week", f"{REPORTS}whats-new/local/", seen=False),
        payer.source(
            "sad-code", "api", "Self-administered: J0013", f"{SELF_ADMINISTERED}?hcpcs_code=J0013", seen=False
        ),
        payer.source(
            "sad-drug", "api", "Self-administered: esketamine", f"{SELF_ADMINISTERED}?keyword=esketamine", seen=False
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
