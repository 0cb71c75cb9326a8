"""UnitedHealthcare: a policy number names year and revision (`2026D0069P`); monthly bulletins tell of changes."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.index_page import IndexPage, LinkPattern


class UnitedHealthcare(IndexPage):
    name = "united_healthcare"
    payer = Payer("united-healthcare", "UnitedHealthcare", "commercial", ("US",), parent="UnitedHealth Group")
    index_url = (
        "https://www.uhcprovider.com/en/policies-protocols/commercial-policies/commercial-medical-drug-policies.html"
    )
    links = (LinkPattern("united-healthcare/2026d0069p", text="spravato|ketalar"),)
    sources = (
        payer.source("2026d0069p", "policy", "Ketalar (Ketamine) and Spravato (Esketamine)",
                     "https://www.uhcprovider.com/en/policies-protocols/commercial-policies/commercial-medical-drug-policies.html"),
        payer.source("drug-policies", "index", "Commercial medical and drug policies",
                     "https://www.uhcprovider.com/en/policies-protocols/commercial-policies/commercial-medical-drug-policies.html"),
        payer.source("network-news", "updates", "Network news",
                     "https://www.uhcprovider.com/en/resource-library/news/network-news.html"),
        payer.source("update-bulletin", "updates", "Medical policy update bulletin",
                     "https://www.uhcprovider.com/en/admin-guides/administrative-guides-manuals-2021/ch18-prov-comm-2021/med-pol-up-bull-ch18-guide.html"),
        payer.source("bulletin-2021-07", "updates", "Network bulletin of July 2021",
                     "https://www.uhcprovider.com/en/resource-library/news/2021-network-bulletin-featured-articles/0721-network-bulletin-overview.html"),
    )  # fmt: skip
