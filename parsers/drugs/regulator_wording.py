"""What is said of a drug by those who let it be sold: no agency's word is a payer's."""

from __future__ import annotations

import re

from parsers.language.any_of import any_phrase
from parsers.language.patterns import compiled

# What no agency has approved is not therefore covered, nor refused.
UNAPPROVED = any_phrase(
    r"\b(?:has|have|was|were) (?:not|never) (?:yet )?(?:been )?(?:approved|cleared|licen[sc]ed)\b[^.;]*"
)
# "The Food and Drug Administration (FDA) first approved it for …", "authorized by regulators in 1970 for …": what may
# be sold is not what is paid for.
_REGULATOR = r"(?:FDA|Food and Drug Administration(?: \(FDA\))?|(?:federal|drug|\bU\.?S\.?) regulators?|regulators)"
_LETS_SELL = r"(?:approve|authorize|clear|license|grant|allow)[ds]?"
# "Ketamine is not approved by the FDA for depression": no agency's word is the payer's.
OF_THE_MARKET = compiled(
    r"\bnot (?:yet |currently |been )?(?:approved|authorized|cleared|licen[sc]ed) by (?:the |federal )?(?:US |"
    rf"U\.S\. )?{_REGULATOR}\)?"
    # "A generic of the spray is not available": what can be bought at all.
    r"|\bgenerics?(?: (?:versions?|equivalents?|forms?|products?))?(?: (?:of|for) [\w ]{3,30}?)? (?:is|are) "
    r"(?:not|no longer) (?:yet |currently )?(?:available|marketed|sold)\b"
    # The label recited: "the sole anesthetic agent approved for …", "is approved … to supplement low-potency agents".
    r"|\b(?:sole|only) an[ae]sthetic(?: agent| drug)? (?:that is |which is )?(?:approved|indicated|labell?ed)\b"
    r"|(?<!requests )\b(?:is|was|has been) (?:FDA[- ])?(?:approved|indicated|labell?ed) (?=(?:as|for|in|to)\b[^;]*"
    r"\b(?:(?:skeletal )?muscle relaxation|relaxed muscles|low[- ]potency (?:an[ae]sthetic )?agents))",
    re.IGNORECASE,
)
OF_REGULATORS = any_phrase(
    rf"\b{_REGULATOR}\)?,?(?: (?:has|have|had|did|may|(?:back )?in \d{{4}},?|first|also|only|since|then|\w+ly)\b)* "
    rf"{_LETS_SELL}\b",
    rf"\b{_LETS_SELL} by (?:the |federal )?(?:US |U\.S\. )?{_REGULATOR}",
)
