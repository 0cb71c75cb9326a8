"""A payer that answers."""

from __future__ import annotations

from spiders.platforms.document_list import DocumentList
from tests.tracker.nights import PAYER, SOURCE


class MeadowHealth(DocumentList):
    name = "meadow_health"
    payer = PAYER
    sources = (SOURCE,)
