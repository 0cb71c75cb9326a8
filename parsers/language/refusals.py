"""Refusals with their reasons: one reason a sentence, and what is refused for want of something said as a bar.

"If the clinic is not certified, the request will be denied" asks for no more than that the clinic be certified.
"""

from __future__ import annotations

import re

from parsers.language.negations import without_exceptions
from parsers.language.patterns import compiled

_REASONS = compiled(
    r"(?P<refused>[^.;:]{0,80}\b(?:denied|refused|rejected|not covered|not approved|not authorized) (?:if|when))"
    r" (?P<first>[^.;]+?),? or (?:if|when) (?P<second>[^.;]+)",
    re.IGNORECASE,
)
_IF = r"(?:if|when|where|whenever|in case)"
_REQUEST = (
    r"(?:(?:a|the|an|any|all|your|each|every|such|our) )?(?:[\w-]+ )?(?:requests?|claims?|cases?|applications?|"
    r"authori[sz]ations?|coverage|approvals?|payment|treatment)"
)
_IS_REFUSED = (
    r"(?:(?:will|shall|must|is to|are to|has to|have to) be|is|are|gets?|cannot be|can(?:no| ?n[o'’])t be) "
    r"(?:then |always |automatically |returned )?(?:denied|refused|rejected|declined|turned down|disapproved|"
    r"(?:not )?(?:approved|granted|authori[sz]ed|covered|paid|accepted))"
)
# What stands alone, and falls short; of several reasons each bars, in rooms of their own.
_WANT = (
    r"(?P<want>(?=[^.;:]*\b(?:no|not|never|lacks?|without|fewer than|less than|under|below|n[o'’]t|missing|absent)\b)"
    r"(?![^.;:]*\b(?:or|unless|except|neither|nor|criteri\w+|requirements?|conditions|following|these)\b)[^.;:,]{8,140})"
)
_FRONTED = compiled(rf"^\W*{_IF} {_WANT}, (?:then )?(?:{_REQUEST} )(?P<verb>{_IS_REFUSED})\W*$", re.IGNORECASE)
_BEHIND = compiled(rf"^\W*{_REQUEST} (?P<verb>{_IS_REFUSED}),? {_IF} {_WANT}\W*$", re.IGNORECASE)
_WE_REFUSE = compiled(
    r"^\W*(?:we|the (?:plan|payer|fund|program)) (?P<verb>(?:will )?(?:den(?:y|ies)|refuses?|rejects?|declines?|turns? "
    rf"down)) {_REQUEST},? {_IF} {_WANT}\W*$",
    re.IGNORECASE,
)
# "Requests without proof of REMS enrollment are denied": there must be some.
_WITHOUT = compiled(
    rf"^\W*{_REQUEST},? (?:without|lacking|(?:that|which) (?:lacks?|(?:is|are) without|comes? without)|missing) "
    r"(?P<want>(?:(?:an?|the|any|written|clear) )?(?:proof|evidence|record|confirmation|documentation)s? of "
    rf"(?!(?:the|these|all|any) (?:following|criteria|requirements|above))[^.;:,]{{5,100}}?) "
    rf"(?P<verb>{_IS_REFUSED})\W*$",
    re.IGNORECASE,
)
_GRANTS = compiled(r"\b(?:is|are|be) (?:then |always |automatically )?(?:approved|granted|authori|covered|paid|accept)")


def each_reason(text: str) -> str:
    """`text` with every reason for a refusal ("denied if … or if …") in a sentence of its own.

    So are the patients whom cover excepts, and what is refused for want of something is a bar.
    """
    text = without_exceptions(text)
    for form in (_FRONTED, _BEHIND, _WE_REFUSE, _WITHOUT):
        found = form.match(text)
        if found and ("not" in found["verb"] or not _GRANTS.search(found["verb"])):
            return f"Not covered if: {'there is no ' if form is _WITHOUT else ''}{found['want']}"
    return _REASONS.sub(r"\g<refused> \g<first>. \g<refused> \g<second>", text)
