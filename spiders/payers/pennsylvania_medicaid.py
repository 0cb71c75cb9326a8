"""Pennsylvania Medicaid: one drug list for the state and its plans, its version in the file name."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class PennsylvaniaMedicaid(IndexPage):
    name = "pennsylvania_medicaid"
    payer = Payer("pennsylvania-medicaid", "Pennsylvania Medicaid", "medicaid", ("PA",))
    index_url = "https://www.papdl.com/preferred-drug-list.html"
    links = (
        LinkPattern("pennsylvania-medicaid/preferred-drug-list", address=r"penn-statewide-pdl.*\.pdf", first=True),
    )
    sources = (
        payer.source("preferred-drug-list", "drug_list", "Statewide Preferred Drug List",
                     "https://www.papdl.com/content/dam/ffs-medicaid/pa/pdl/penn-statewide-pdl-012026-v12.pdf",
                     seen=False),
        payer.source("drug-lists", "index", "Preferred drug lists, today's and past ones",
                     "https://www.papdl.com/preferred-drug-list.html", seen=False),
        payer.source("information", "index", "Statewide drug list information",
                     "https://www.pa.gov/agencies/dhs/resources/pharmacy-services/preferred-drug-list"),
        payer.source("meetings", "updates", "Meetings on the drug list",
                     "https://www.papdl.com/meeting-information", seen=False),
        payer.source("guidelines", "index", "Prior authorization guidelines by class",
                     "http://dhs.pa.gov/provider/pharmacyservices/drugsrequiringclinicalpriorauthorization/"),
    )  # fmt: skip
