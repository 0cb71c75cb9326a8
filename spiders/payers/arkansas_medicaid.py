"""Arkansas Medicaid: Prime keeps the drug list; dated memoranda tell of edits."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class ArkansasMedicaid(DocumentList):
    name = "arkansas_medicaid"
    payer = Payer("arkansas-medicaid", "Arkansas Medicaid", "medicaid", ("AR",), delegates=("Prime Therapeutics",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List overview",
            "https://ar.primetherapeutics.com/documents/268611/269354/Preferred%2BDrug%2BList%2BOverview.pdf/0502ab6b-5657-6ef6-b9a9-a2e6df168b85?t=1682360546951",
            seen=False,
        ),
        payer.source(
            "provider-documents",
            "index",
            "Provider documents and memoranda",
            "https://ar.primetherapeutics.com/provider-documents",
        ),
        payer.source(
            "memoranda",
            "index",
            "Pharmacy memoranda on the older site",
            "https://medicaid.mmis.arkansas.gov/provider/docs/pharmacy.aspx",
        ),
    )
