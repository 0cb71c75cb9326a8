"""CGS, a Medicare contractor: news with year and month in the path, no local coverage determination."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.document_list import DocumentList


class Cgs(DocumentList):
    name = "cgs"
    payer = Payer("cgs", "CGS Administrators (Medicare A)", "medicare", ("KY", "OH"))
    sources = (
        payer.source(
            "cope138216",
            "notice",
            "SPRAVATO (esketamine) nasal spray, CIII",
            "https://cgsmedicare.com/parta/pubs/news/2023/05/cope138216.html",
            usual_positions=0,
        ),
        payer.source("news", "index", "News of part A", "https://cgsmedicare.com/parta/pubs/news/", seen=False),
    )
