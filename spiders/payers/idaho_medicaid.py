"""Idaho Medicaid: the drug list lies in a public archive and carries its criteria with it."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class IdahoMedicaid(DocumentList):
    name = "idaho_medicaid"
    payer = Payer("idaho-medicaid", "Idaho Medicaid", "medicaid", ("ID",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List with prior authorization criteria",
            "https://publicdocuments.dhw.idaho.gov/WebLink/DocView.aspx?id=3039&dbid=0&repo=PUBLIC-DOCUMENTS",
        ),
        payer.source(
            "pt-committee",
            "updates",
            "P&T Committee",
            "https://healthandwelfare.idaho.gov/about-dhw/boards-councils-committees/pharmacy-therapeutics-committee",
            seen=False,
        ),
    )
