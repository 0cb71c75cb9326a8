"""Which extractor read a version: a new release may read more out of the same bytes."""

from __future__ import annotations

from importlib.metadata import version

# Raise by one whenever the same bytes may give another reading; versions then become `technical`, not changes.
_READING = 31

EXTRACTOR: str = f"ketwatch-{_READING} pdfplumber-{version('pdfplumber')} pdfminer.six-{version('pdfminer.six')}"
