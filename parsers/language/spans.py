"""How a length of time is written, as a pattern and in its fragments: "3 months", "three (3) months"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

SPAN_COUNT = r"(?:\d+|one|two|three|four|six|nine|twelve)(?: \(\d+\))?"
SPAN_UNIT = r"(?:days?|weeks?|months?|years?)"
SPAN = compiled(rf"\b{SPAN_COUNT}[ -]{SPAN_UNIT}\b", re.IGNORECASE)
