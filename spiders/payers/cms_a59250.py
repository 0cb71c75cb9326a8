"""CMS billing and coding article A59250, by the Coverage API: the current version, with its codes and history."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.coverage_api import CoverageApi


class CmsA59250(CoverageApi):
    name = "cms_a59250"
    payer = Payer("cms-a59250", "First Coast Service Options (Medicare)", "medicare", ("FL", "PR", "VI"))
    sources = (
        payer.source(
            "a59250",
            "policy",
            "Billing and Coding: Esketamine",
            "https://api.coverage.cms.gov/v1/data/article/?articleid=59250",
            usual_positions=0,
        ),
        payer.source(
            "mcd-search",
            "index",
            "Search of the Medicare Coverage Database",
            "https://www.cms.gov/medicare-coverage-database/search.aspx",
            seen=False,
        ),
    )
