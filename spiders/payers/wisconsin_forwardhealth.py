"""ForwardHealth: handbook pages print the time of day, which changes with every fetch."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class WisconsinForwardhealth(DocumentList):
    name = "wisconsin_forwardhealth"
    payer = Payer("wisconsin-forwardhealth", "Wisconsin ForwardHealth", "medicaid", ("WI",))
    sources = (
        payer.source(
            "preferred-drug-list",
            "drug_list",
            "Preferred Drug List",
            "https://www.forwardhealthsete.wi.gov/WIPortal/content/provider/medicaid/pharmacy/pdl/pdfs/pdl_list.pdf.spage",
            seen=False,
        ),
        payer.source(
            "handbook",
            "index",
            "Online handbook: prior authorization services",
            "https://www.forwardhealth.wi.gov/WIPortal/Online%20Handbooks/Display/tabid/152/Default.aspx?ia=1&p=1&sa=48&s=3&c=11",
        ),
        payer.source(
            "pharmacy",
            "index",
            "Pharmacy resources",
            "https://www.forwardhealth.wi.gov/WIPortal/content/provider/medicaid/pharmacy/resources.htm.spage",
            seen=False,
        ),
    )
