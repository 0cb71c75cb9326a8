"""What is told behind a clause and belongs in it: an exception, or the names of what it means."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

# "… have failed; this does not apply where each is contraindicated."
_LIFTED = compiled(
    r"\s*[;,.] (?:and |but )?(?:for [^.;,]{3,30}, )?(?:this|that|it|(?:this|that|the) (?:rule|requirement|condition))"
    r"(?:(?: is| does|,)? not (?:apply|asked|required|needed)(?: for)?|(?: is| may be| can be| will be) waived) "
    r"(?=(?:where|when|if|in case)\b)",
    re.IGNORECASE,
)
# "No history of psychosis; a patient with one may still be approved if the prescriber judges …"
_STILL = compiled(
    rf"\s*[;,.] (?:(?:and|but|however),? )?(?:(?:an?|any|the|such an?|such|those|these) )?(?:{PEOPLE}|"
    rf"requests?|cases?|it|they)"
    r"(?: (?:with|who|having|whose|where|in whom|of)\b[^.;]{0,50}?)? (?:may|can|could|might|will)"
    r"(?: (?:still|nevertheless|nonetheless|yet|also|even so|however))* be (?:still )?"
    r"(?:approved|covered|considered|authori[sz]ed|allowed|accepted|treated|eligible)\b[^.;]{0,20}? "
    r"(?=(?:if|when|where|provided|as long as|in case)\b)",
    re.IGNORECASE,
)
_DENIED_BEFORE = compiled(r"\b(?:no|not|none|without|never|free (?:of|from)|absence of)\b[^.;]*$", re.IGNORECASE)
# "No active substance use disorder; a member with such a history has been in remission …"
_SUCH_HISTORY = compiled(
    r"(?P<named>\b(?P<what>(?:substance|alcohol|drug|opioid)(?: use| abuse)? (?:disorders?|abuse|dependence|misuse))\b"
    r"[^.;:]{0,40}[;,.] (?:[^.;:]{0,40}?\b)?)"
    r"(?:such an? history|an? history of (?:one|such|it|that|this)|(?:that|this) history)\b"
    r"(?=[^.;]{0,60}\b(?:remission|abstin|sober|sobriety))",
    re.IGNORECASE,
)
# "There is no contraindication. Contraindications are aneurysm and …"
_NAMED = compiled(
    r"(?P<none>\b(?:no|none of the|without|any|not have an?|free of(?: an?)?) contraindications?\b[^.;:]{0,60})[.;] "
    r"(?:the )?(?:contraindications|these|they) (?:(?:meant|here|in question|are|include|comprise)[ :]+)+",
    re.IGNORECASE,
)


def _lifted_for_some(told: re.Match[str]) -> str:
    """What lets in some of those that a denial before it names, as its exception; as it is behind anything else."""
    return " unless " if _DENIED_BEFORE.search(told.string[: told.start()]) else told[0]


_JOINED = Rewriting(
    (
        (_LIFTED, " except "),
        (_STILL, _lifted_for_some),
        (_NAMED, r"\g<none>: "),
        (_SUCH_HISTORY, r"\g<named>a history of \g<what>"),
    )
)


def with_afterthoughts(text: str) -> str:
    """`text`, with an exception or a list of names told behind it drawn into the clause that it belongs to."""
    return _JOINED.of(text)
