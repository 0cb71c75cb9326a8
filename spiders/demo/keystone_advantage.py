"""Keystone Advantage (HMO) (fictional). Part B drug policies of a Medicare Advantage plan; one of them moves."""

from __future__ import annotations

from db.sources import Payer, Source
from spiders.platforms.document_list import DocumentList


class KeystoneAdvantage(DocumentList):
    name = "keystone_advantage"
    payer = Payer("keystone-advantage", "Keystone Advantage (HMO)", "medicare_advantage", ("PA",))
    sources = (
        Source(
            "keystone-advantage/ka-b-31",
            payer.payer,
            "Esketamine (Spravato): Part B drug policy",
            "https://www.keystone-advantage.example/docs/part-b-esketamine.pdf",
            line_of_business="medicare_advantage",
        ),
        Source(
            "keystone-advantage/ka-b-44",
            payer.payer,
            "Ketamine infusion",
            "https://www.keystone-advantage.example/docs/ketamine-infusion.html",
            line_of_business="medicare_advantage",
        ),
    )
