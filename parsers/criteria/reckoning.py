"""How a payer reckons drugs that are one and the same, and from when the weeks of a trial count: words only."""

from __future__ import annotations

from parsers.language.patterns import compiled

# "The same drug under two brand names is one drug", "weeks are counted from the day of the full dose".
RECKONS_SAME = compiled(
    r"^\W*(?:the same (?:drug|agent|antidepressant|medicine|medication|ingredient|active ingredient)|an? "
    r"(?:brand|brand name|"
    r"generic)(?: drug)? and its (?:generic|brand)|(?:2|several|different) (?:forms?|salts?|strengths?|brands?|names?|"
    r"formulations?) of (?:the same|1|an?))\b[^.;:]{0,60} (?:is|are|counts? as|makes?) (?:only |just )?(?:1|the "
    r"same|a single) "
    r"(?:drug|agent|antidepressant|medicine|medication|trial)s?\W*$"
    r"|^\W*(?:for (?:the )?purposes? of [^,;.]{1,40}, )?(?:the )?(?:weeks?|days?|months?|time|length|"
    r"duration)(?: of (?:an?|the|"
    r"each) trial)? (?:is|are|will be) (?:counted|reckoned|measured|figured|computed) (?:from|in|on)\b"
    r"(?!.*\b(?:at least|must|only|minimum)\b|.*(?:>=|\d))"
)
