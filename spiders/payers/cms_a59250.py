"""CMS billing and coding article A59250; without `ver=` the address leads to the current version."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class CmsA59250(DocumentList):
    name = "cms_a59250"
    payer = Payer("cms-a59250", "First Coast Service Options (Medicare)", "medicare", ("FL", "PR", "VI"))
    sources = (
        Source(
            "cms-a59250/a59250",
            payer.payer,
            "Billing and Coding: Esketamine",
            "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid=59250",
            line_of_business="medicare",
        ),
    )
