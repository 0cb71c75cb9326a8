"""Questions when a drug is covered, with an answer that opens with the conditions ("When the member …")."""

from __future__ import annotations

import re

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled

# "When does the plan approve Spravato for depression?" "When the member is an adult, …": cover, with its conditions.
_IN_WHICH_CASES = (
    r"^\W*(?:when|(?:under|in|on) (?:what|which) (?:circumstances|conditions|cases|situations|terms)|"
    r"(?:what|which) are the (?:conditions|criteria) (?:on|under) which) "
)
_GRANTED_WHEN = (
    compiled(
        rf"{_IN_WHICH_CASES}(?:(?:does|do|will|would|can) )?(?:[\w&'’.-]+ ){{1,5}}?(?:approves?|covers?|pays? for|"
        r"authori[sz]es?|allows?|reimburses?|agrees? to|says? yes to) (?P<what>.+)$",
        re.IGNORECASE,
    ),
    compiled(
        rf"{_IN_WHICH_CASES}(?:is|are|will|can|may) (?P<what>.+?) (?:be )?(?:approved|covered|paid for|"
        r"authori[sz]ed|allowed|reimbursed)(?P<tail>\b.*)$",
        re.IGNORECASE,
    ),
)
_CONDITIONS = compiled(r"^\W*(?:only )?(?:when|if|where|once|provided|as long as)\b", re.IGNORECASE)


def granted_when(asked: str, answer: str) -> str:
    """Cover of what a question asks for, on the conditions that its answer opens with; "" for any other."""
    form = next(filter(None, (form.match(asked) for form in _GRANTED_WHEN)), None)
    if form is None or not named_products(form["what"]) or not _CONDITIONS.match(answer):
        return ""
    what = f"{form['what']}{form.groupdict().get('tail') or ''}".strip()
    return f"{what[:1].upper()}{what[1:]} is covered {answer[:1].lower()}{answer[1:]}"
