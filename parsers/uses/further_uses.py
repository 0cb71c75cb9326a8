"""A use that goes on the list of those covered, behind the proviso of another ("… who have one, and adults with …")."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "Covered for adults who have one disorder, and for adults who have another": the list of uses goes on.
_AND_FOR = compiled(
    r"\b(?:and|or|as well as)(?: also)? (?:for|in) (?:[\w-]+ ){0,6}?(?:(?:who|that) (?:have|has)|with|diagnosed with) "
    r"(?:an? |the )?$"
    # "…, or who have another", "or those with another".
    r"|\bor (?:(?:(?:those|adults|members|patients|people|individuals|beneficiaries|persons) )?(?:who|that) "
    r"(?:have|has|suffer from|are diagnosed with)|(?:those|adults|members|patients|people|individuals|beneficiaries|"
    r"persons) with) (?:an? |the )?$",
    re.IGNORECASE,
)
# "… and adults with another who take …", "…; another, if an oral antidepressant is taken": a use with a proviso again.
_ONE_MORE = compiled(
    r"(?:[,;] (?:and |or )?|\band )(?:(?:those|adults|members|patients|people|individuals|beneficiaries|persons) "
    r"(?:with|who have) |(?<=; )|(?<=; or )|(?<=; and ))(?:an? |the )?$"
    # "…, or (2) another, in which an oral antidepressant is taken": counted as the first is.
    r"|[,;] (?:or|and) (?:\([b-d2-4]\)|\b[b-d2-4][).]) (?:an? |the )?$",
    re.IGNORECASE,
)
_WITH_ITS_PROVISO = compiled(r"(?: \([^()]*\))?,? (?:if|when|in which|who(?:se)?|once|provided|after)\b", re.IGNORECASE)


def is_one_more(before: str, after: str) -> bool:
    """Whether a use between two texts, behind the proviso of another, is one more of those that are covered."""
    return bool(_AND_FOR.search(before) or (_ONE_MORE.search(before) and _WITH_ITS_PROVISO.match(after)))
