"""What is told behind a clause and belongs in it: an exception, or the names of what it means."""

from __future__ import annotations

import re

from parsers.patterns import compiled
from parsers.rewriting import Rewriting

# "… have failed; this does not apply where each is contraindicated."
_LIFTED = compiled(
    r"\s*[;,.] (?:and |but )?(?:this|that|it|(?:this|that|the) (?:rule|requirement|condition))(?: is| does|,)? not "
    r"(?:apply|asked|required|needed)(?: for)? (?=(?:where|when|if|in case)\b)",
    re.IGNORECASE,
)
# "There is no contraindication. Contraindications are aneurysm and …"
_NAMED = compiled(
    r"(?P<none>\b(?:no|none of the|without|any|not have an?|free of(?: an?)?) contraindications?\b[^.;:]{0,60})[.;] "
    r"(?:the )?(?:contraindications|these|they) (?:(?:meant|here|in question|are|include|comprise)[ :]+)+",
    re.IGNORECASE,
)
_JOINED = Rewriting(((_LIFTED, " except "), (_NAMED, r"\g<none>: ")))


def with_afterthoughts(text: str) -> str:
    """`text`, with an exception or a list of names told behind it drawn into the clause that it belongs to."""
    return _JOINED.of(text)
