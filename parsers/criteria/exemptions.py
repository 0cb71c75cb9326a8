"""Asides that lift what an item asks for from some patients: "(not required if ECT has failed)"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.uses.indications import mentions

_LIFTED = compiled(
    r"\s*\((?:(?:this|it|which) )?(?:(?:is|are) )?(?:not (?:required|needed|necessary|applicable|mandatory|asked for)"
    r"|waived|exempt(?:ed|ions?)?|(?:does|do) not apply|n/a),?:? (?:(?:if|when|where|for|in|to|of|with|are|is) )*"
    r"(?P<whom>[^()]{5,120})\)",
    re.IGNORECASE,
)
_LEAST = 10


def exempted(text: str) -> tuple[str, str] | None:
    """An item without the aside that lifts it, and who is let off; None without one, or where a use is (waivers)."""
    lifted = _LIFTED.search(text)
    if lifted is None or lifted.start() < _LEAST or mentions(lifted["whom"]):
        return None
    return text[: lifted.start()] + text[lifted.end() :], lifted["whom"]
