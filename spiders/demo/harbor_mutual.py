"""Harbor Mutual Insurance (fictional). A coverage policy and a drug list as PDF files."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class HarborMutual(DocumentList):
    name = "harbor_mutual"
    payer = Payer("harbor-mutual", "Harbor Mutual Insurance", "commercial", ("MA",))
    sources = (
        Source(
            "harbor-mutual/hm-rx-88",
            payer.payer,
            "Spravato (esketamine) nasal spray",
            "https://files.harbor-mutual.example/spravato-coverage-policy.pdf",
            line_of_business="commercial",
        ),
        Source(
            "harbor-mutual/preferred-drug-list",
            payer.payer,
            "Preferred drug list",
            "https://files.harbor-mutual.example/preferred-drug-list.pdf",
            kind="drug_list",
            line_of_business="commercial",
        ),
    )
