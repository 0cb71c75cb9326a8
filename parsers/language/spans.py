"""How a length of time is written, as fragments of patterns: "3 months", "three (3) months"."""

from __future__ import annotations

SPAN_COUNT = r"(?:\d+|one|two|three|four|six|nine|twelve)(?: \(\d+\))?"
SPAN_UNIT = r"(?:days?|weeks?|months?|years?)"
