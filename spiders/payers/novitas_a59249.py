"""CMS billing and coding article A59249, Novitas's twin of A59250, by the Coverage API."""

from __future__ import annotations

from db.sources import Payer
from spiders.platforms.coverage_api import CoverageApi


class NovitasA59249(CoverageApi):
    name = "novitas_a59249"
    payer = Payer(
        "novitas-a59249",
        "Novitas Solutions (Medicare)",
        "medicare",
        ("AR", "CO", "DC", "DE", "LA", "MD", "MS", "NJ", "NM", "OK", "PA", "TX"),
    )
    sources = (
        payer.source(
            "a59249",
            "policy",
            "Billing and Coding: Esketamine",
            "https://api.coverage.cms.gov/v1/data/article/?articleid=59249",
            usual_positions=0,
        ),
    )
