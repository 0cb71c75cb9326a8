"""Anthem: the criteria on esketamine are document CC-0086 in a table of numbered PDF files."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class Anthem(IndexPage):
    name = "anthem"
    payer = Payer("anthem", "Anthem (Elevance)", "commercial",
                  ("CA", "CO", "CT", "GA", "IN", "KY", "ME", "MO", "NV", "NH", "NY", "OH", "VA", "WI"),
                  parent="Elevance Health", delegates=("Carelon",))  # fmt: skip
    index_url = "https://anthem.com/ms/pharmacyinformation/clinicalcriteria.html"
    links = (LinkPattern("anthem/cc-0086", text="CC-?0086|spravato"),)
    sources = (
        payer.source("cc-0086", "policy", "Spravato (esketamine) nasal spray, CC-0086",
                     "https://anthem.com/ms/pharmacyinformation/clinicalcriteria.html", seen=False),
        payer.source("clinical-criteria", "index", "Clinical criteria",
                     "https://anthem.com/ms/pharmacyinformation/clinicalcriteria.html", seen=False),
        payer.source("guidelines", "index", "Medical policies and clinical UM guidelines",
                     "https://www.anthem.com/provider/policies/clinical-guidelines/"),
        payer.source("policy-updates", "updates", "Medical policy updates",
                     "https://www.anthem.com/provider/policies/clinical-guidelines/updates/", seen=False),
    )  # fmt: skip
