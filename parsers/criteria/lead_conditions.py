"""A condition that a lead-in sets beside its list: "authorized when the claim is open and all of these are met:"."""

from __future__ import annotations

import re

from parsers.criteria.families import findings_in
from parsers.criteria.kept import is_criterion
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Leaf
from parsers.uses.indications import mentions

_IF = r"(?:when|if|where|once|provided(?: that)?|(?:as|so) long as)"
_GRANTS = (
    r"\b(?:authori[sz]\w*|approv(?:e|es|ed|al)|cover(?:s|ed|age)?|allow(?:s|ed)?|pa(?:id|ys|yable)|granted|eligible)\b"
)
_THE_LIST = (
    r"(?:(?:all|each|both|any|one|every one)(?: one)?(?: of)? ?)?(?:(?:the|these|those) )?(?:\w+ )?"
    r"(?:following|these|those|criteria|conditions|requirements|below|is true|are true)\b"
)
# A cover "when the injury caused the depression, and all of the following are met".
_BEFORE_LIST = compiled(
    rf"{_GRANTS}[^:;.]*?\b{_IF} (?P<said>[^:;]{{8,200}}?),? and (?:(?:{_IF}|that) )?{_THE_LIST}[^:;.]{{0,80}}:?\s*$",
    flags=re.IGNORECASE,
)
# A condition in front: "provided that the claim is open, it is authorized when all of the following are met".
_FRONTED = compiled(
    rf"^\W*(?:only )?{_IF} (?P<said>[^:;,]{{8,120}}), [^:;]*?{_GRANTS}[^:;]*\b{_IF} [^:;]*?{_THE_LIST}"
    r"[^:;.]{0,80}:?\s*$",
    flags=re.IGNORECASE,
)
_SAYS = compiled(r"\b(?:is|are|was|were|has|have|had|must|will|caused|results?|resulted|arose|arises|stems?)\b")
# What the insurer of a worker, or of the victim of a crime, has taken on: whether it has is told of no patient here.
_TAKEN_ON = compiled(
    r"\b(?:accepted|allowed|admitted|compensable|work[ -]related|industrial|occupational|injury|injuries|accident"
    r"|on the claim)\b"
)
# What goes without saying, and what is asked of the request.
_GOES_WITHOUT_SAYING = compiled(
    r"\b(?:medical(?:ly)? necess\w+|medically appropriate|prior authori[sz]\w+|pre-?cert\w+|request\w*|criteria|"
    r"polic(?:y|ies)|requirements?|prescrib\w+|enrolled|benefits?|contract|plan|eligib\w+|covered|approved|fda|"
    r"label\w*|submitted|appropriate|used (?:for|to|in|with)|diagnos\w+|indicat\w+|document\w*|there is)\b"
)


def condition_of(lead_in: str, page: int) -> Leaf | None:
    """What a lead-in asks for in words of its own, as an unparsed leaf; None where it only leads in its list."""
    said = next((match["said"] for form in (_BEFORE_LIST, _FRONTED) if (match := form.search(lead_in))), None)
    return Leaf("unparsed", None, said.strip(" ,"), page) if said and _is_asked(said) else None


def _is_asked(said: str) -> bool:
    if not _SAYS.search(said) or any(True for _ in findings_in(said)):
        return False
    if _TAKEN_ON.search(said):
        return True
    known = bool(mentions(said)) or bool(named_products(said)) or bool(_GOES_WITHOUT_SAYING.search(said))
    return not known and is_criterion(said)
