"""A number of antidepressants, as any clause counts them."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import ANTIDEPRESSANT, NUMBER, PEOPLE, one_of, some
from parsers.criteria.wording import wording

_MOST_DRUGS = 12

# Words that may stand between the number and "antidepressants"; those in the first row count something else.
_COUNTS_SOMETHING_ELSE = one_of(
    "of (?:those|these|the|them|which)", "which", r"augment\w*", r"adjunct\w*", r"class\w*", r"mechanism\w*", "weeks?",
    "months?", "days?", "years?", "hours?", "mg", r"time\w*", "sessions?", "devices?", "kits?", "units?", "points?",
    "infusions?", r"psychotherap\w*", "behavioral", "the following", PEOPLE,
)  # fmt: skip
_BETWEEN = rf"(?:(?!{_COUNTS_SOMETHING_ELSE}\b)[a-z/'-]+,?[ ]+){{0,7}}?"
KIND = one_of(
    "oral", "prior", "previous", "adequate", "qualifying", "valid", "different",
    "separate", "distinct", "other", "generic", "preferred", r"tier[- ]\d",
    "drug",
    "medication", "treatment", "formulary", "alternative", "psychiatric", "covered", "standard", "failed",
    "unsuccessful",
    r"\d+ (?:to \d+ )?(?:week|month)",
)  # fmt: skip


def number_of_drugs(match: re.Match[str]) -> int | None:
    """The number of drugs; "more than one" is two. None: too many to be drugs that failed."""
    number = int(match["n"]) + match.group().startswith("> ")
    return number if 1 <= number <= _MOST_DRUGS else None


COUNT = (
    # e.g. "2 antidepressants", "3 adequate trials of oral antidepressants"
    wording(
        "failed_ad_count",
        rf"{NUMBER}(?!(?:(?:on|with|to|from) )?an? ){_BETWEEN}{ANTIDEPRESSANT}"
        r"(?!\w* (?:augment|(?:was|were|has been|have been|is|being) augment|(?:\w+ )?class))",
        number_of_drugs,
    ),
    wording(
        "failed_ad_count",
        rf"{NUMBER}{some(KIND, 6)}(?:trials?|courses?|regimens?) (?:of|with|from) (?:\w+[ -]){{0,4}}?{ANTIDEPRESSANT}"
        r"(?!\w* augment)",
        number_of_drugs,
    ),
)


# e.g. "failed antidepressants" over "3, from 2 or more classes": the title says of what.
COUNT_BEFORE_CLASSES = wording(
    "failed_ad_count",
    r"^\W*(?:>= ?)?(?P<n>\d+),? (?:from|of|in|belonging to|representing) (?=[^.;]{0,40}\bclass)",
    number_of_drugs,
)
