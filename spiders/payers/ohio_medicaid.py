"""Ohio Medicaid: one unified drug list with criteria; the path of an edition begins with its date."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class OhioMedicaid(DocumentList):
    name = "ohio_medicaid"
    payer = Payer("ohio-medicaid", "Ohio Medicaid", "medicaid", ("OH",), delegates=("Gainwell",))
    sources = (
        payer.source("updl-2023-04", "policy", "Unified drug list: criteria of April 2023",
                     "https://pharmacy.medicaid.ohio.gov/sites/default/files/20230401_UPDL_Criteria%20_APPROVED.pdf",
                     seen=False),
        payer.source("document-library", "index", "Document library of the unified drug list",
                     "https://spbm.medicaid.ohio.gov/SPContent/DocumentLibrary/UPDL", seen=False),
        payer.source("portal", "index", "Portal of the single pharmacy manager",
                     "https://spbm.medicaid.ohio.gov/", seen=False),
        payer.source("pt-2026-01", "updates", "Agenda of the committee, January 2026",
                     "https://dam.assets.ohio.gov/image/upload/medicaid.ohio.gov/PHM/p-t-committee/20260107_PT_Meeting_Agenda_v4.pdf",
                     seen=False),
        payer.source("drug-coverage", "index", "Drug coverage, older site",
                     "https://pharmacy.medicaid.ohio.gov/drug-coverage", seen=False),
    )  # fmt: skip
