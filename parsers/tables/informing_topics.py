"""First cells of rows that inform, on the drug, its sale, the document or the office, and ask nothing of a patient."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_OF_THE_PAGE = compiled(
    r"\b(?:polic(?:y|ies)|dates?|effective|review\w*|approv\w*|codes?|hcpcs|cpt|icd|ndc|formulary|tier|benefit|lines?|"
    r"(?<!safety )(?<!crisis )(?<!treatment )(?<!care )plans?|"
    r"contacts?|phone|fax|number|notes?|form|how to|route|manufacturer|class|dos(?:e|age|ing)|strength|"
    r"length|duration|period|quantity|limits?|renew\w*|program|state|coverage|authori\w+|status|background|"
    r"references?|sources?|version|owner|department|appeals?|exclusions?|not covered|response time|turn-?around|"
    r"decisions?|complaints?|grievances?|hot ?lines?|help ?(?:desk|line)s?|hours|questions?|deadline)\b",
    re.IGNORECASE,
)
# What the topic itself is, and not what it is of ("Scope", not "Telescope").
_OPENS = compiled(
    r"^\W*(?:(?:common|usual|known|serious|drug|product|pharmacy|member|provider|customer|generic|market|further|"
    r"clinical) )*(?:services?|dispens\w+|distribut\w+|specialty pharmac\w+|suppl(?:y|ies|ier|ied)|how supplied|"
    r"storage|schedule|"
    r"availab\w+|launch\w*|who is affected|affects|applies to|audience|scope|rationale|reasons?|formulations?|"
    r"(?:boxed |black[- ]box )?warnings?|(?:side|adverse) (?:effects?|events?|reactions?)|safety information|costs?|"
    r"prices?|alternatives?|in force|(?:prepared|written|issued|owned) by|author|keywords?|related|see also|"
    r"mechanism|abbreviations?|description|summary|overview|purpose|comments?|remarks?|help|information)\b",
    re.IGNORECASE,
)


def informs(topic: str) -> bool:
    """Whether a row's topic is of the page, the drug or the office: what stands beside it is no demand."""
    return bool(_OF_THE_PAGE.search(topic) or _OPENS.match(topic))
