"""Words that leave an oral antidepressant to somebody, or take back what once asked for one."""

from __future__ import annotations

from parsers.criteria.oral_antidepressant_wording import ORAL
from parsers.criteria.vocabulary import near
from parsers.language.any_of import any_of

_WHO = r"(?:prescriber|psychiatrist|clinician|physician|doctor|provider|practitioner|patient|member)"
_DEMAND = r"(?:demand|insistence|requirement|rule|condition|provision)s? (?:for|on|of|that)"
_TAKEN_BACK = (
    r"(?:dropped|drops|gave up|given up|gives up|withdrew|withdrawn|abandon(?:s|ed)|retired?|ended|abolished|"
    r"struck|lifted|"
    r"removed|relaxed|discarded|did away with|done away with)"
)
WAIVED = any_of(
    # e.g. "we dropped our demand for an oral antidepressant alongside", "the rule that one go with it was retired"
    rf"\b{_TAKEN_BACK} (?:the|our|its|their|this|any|that) (?:(?:former|earlier|old|past) "
    rf")?{_DEMAND}\b{near(40)}{ORAL}",
    rf"\b{_DEMAND}\b{near(40)}{ORAL}[^.;]{{0,60}}\b(?:has been|have been|was|were|is|are)(?: now| since)? "
    rf"{_TAKEN_BACK}\b",
    # e.g. "whether an oral antidepressant goes with the spray is for the psychiatrist to decide"
    rf"\bwhether\b{near(50)}{ORAL}[^.;]{{0,60}}\b(?:is|lies|rests|remains?|stays?) (?:for |with |up to |left to |a "
    rf"matter "
    rf"for )?(?:the |an? )?(?:\w+ )?{_WHO}\b",
    rf"\b(?:up to|left to|for) the (?:\w+ )?{_WHO}(?: to (?:decide|say|choose))? whether\b{near(50)}{ORAL}",
    rf"\b{_WHO}s? (?:(?:alone|may|can|will) )?(?:decides?|chooses?|judges?|determines?) whether\b{near(50)}{ORAL}",
    # e.g. "dosing by itself, with no oral antidepressant, is acceptable"
    rf"\b(?:with no|without) (?:an? |any )?(?:\w+ )?{ORAL},? (?:is|are|will be) (?:also |quite )?"
    r"(?:accept\w+|fine|all right|allowed|permitted|enough|no obstacle)\b",
)
