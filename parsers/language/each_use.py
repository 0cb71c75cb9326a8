"""How a text says that it is of each use told before ("for both", "in either case"), as fragments of patterns."""

from __future__ import annotations

OF_EACH = r"(?:for|in|with|under) (?:both|either|each|all|every)(?: one)?(?: of (?:these|them|the two))?"
USE = r"(?:cases?|uses?|groups?|indications?|diagnos[ie]s|conditions?|instances?|situations?)"
