"""CMS billing and coding article A59250; without `ver=` the address leads to the current version."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class CmsA59250(DocumentList):
    name = "cms_a59250"
    payer = Payer("cms-a59250", "First Coast Service Options (Medicare)", "medicare", ("FL", "PR", "VI"))
    sources = (
        payer.source(
            "a59250",
            "policy",
            "Billing and Coding: Esketamine",
            "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid=59250",
        ),
        payer.source(
            "mcd-search",
            "index",
            "Search of the Medicare Coverage Database",
            "https://www.cms.gov/medicare-coverage-database/search.aspx",
            seen=False,
        ),
    )
