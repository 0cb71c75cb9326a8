"""Sentences that tell the criteria of a use: "The new criteria for depression will be: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.indications import Mention
from parsers.models import Indication
from parsers.patterns import compiled

# "The new criteria for depression will be: …", "What is asked for in depression: …".
_CRITERIA_OF = compiled(
    r"^\W*(?:(?:the|our|new|revised|updated|coverage|approval|clinical|current) )*(?:criteria|requirements?|conditions"
    r"|rules|what (?:is|we|must be|the plan) (?:asks?|asked|requires?|required|needed|shown|met)(?: for)?)"
    r" (?:for|in|of|with) (?:(?:the treatment of|adults|patients|members|with|use in|an?) )*$",
    re.IGNORECASE,
)
_ARE_TOLD = compiled(r"^[^:.;]{0,60}?(?::|\b(?:are|will be|include)\b)", re.IGNORECASE)


def uses_of_criteria(text: str, found: Sequence[Mention]) -> tuple[Indication, ...]:
    """The uses whose criteria the text says that it tells; () where it opens otherwise. `found`: its mentions."""
    opens = bool(found) and bool(_CRITERIA_OF.match(text[: found[0].start]))
    told = _ARE_TOLD.match(text[found[0].end :]) if opens else None
    end = found[0].end + told.end() if told else 0
    return tuple(dict.fromkeys(mention.indication for mention in found if mention.end <= end))
