"""A second count that leaves its noun out: what it counts is what the first one does."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "Two antidepressant trials of eight weeks each, or three of six weeks each": three trials, of antidepressants.
_COUNT = r"(?:[1-6]|one|two|three|four|five|six)(?: \([1-6]\))?"
_WEEKS = r"(?:(?:at least|no less than|a minimum of) )?(?:\d+|[a-z]+) (?:weeks|months|days)"
COUNT_AGAIN = compiled(
    rf"(?P<counted>\b{_COUNT}(?: or more)? (?:[a-z-]+ ){{0,3}}?(?P<drugs>antidepressants?"
    rf"(?: (?:medications?|drugs?|agents?|trials?|failures?|courses?))?)\b(?:(?!antidepress)[^.;:]){{0,120}}?)"
    rf"(?P<or>(?:(?<!weeks)(?<!months)(?<!days)|(?=,? or (?:else )?(?:of )?(?:at least )?{_COUNT} "
    rf"(?:(?:(?:that were |each )?(?:taken|tried|used|given|lasting) )?(?:for|of|lasting) {_WEEKS}|failed"
    r"|tried)\b)),? or "
    rf"(?:else )?(?:of )?(?P<least>(?:at least |no fewer than |a minimum of )?){_COUNT}(?: or more)?)"
    r"(?= (?:of (?!them|these|those|which|the|weeks)|from|for|taken|tried|failed|lasting|within|in|at|over|during"
    r"|with|that"
    r"|used|given|(?:have|had|has) (?:been )?(?:failed|tried|taken))\b)",
    re.IGNORECASE,
)

# "Unless every augmentation agent is contraindicated, two of them have failed": two augmentation agents.
OF_THEM = compiled(
    r"^(?P<fronted>\W*unless (?:every|each|all)(?: (?:one )?of)?(?: (?:the|these|such|available))? (?P<noun>"
    r"(?:(?:oral|augment(?:ing|ation)|adjunctive|antidepressant) )*(?:antidepressant|agent|drug|medication"
    r"|strateg(?:y|ies)))"
    rf"s? [^.;,]{{3,80}}, [^.;]{{0,60}}?\b{_COUNT}(?: or more)?) of (?:them|these|those)\b",
    re.IGNORECASE,
)


def named_again(told: re.Match[str]) -> str:
    """What is counted by the name that it has before."""
    return f"{told['fronted']} {told['noun'].removesuffix('y')}{'ies' if told['noun'].endswith('y') else 's'}"


def counted_again(told: re.Match[str]) -> str:
    """The second count with the noun of the first, in the plural."""
    drugs = told["drugs"] if told["drugs"].endswith("s") else f"{told['drugs']}s"
    return f"{told['counted']}{told['or']} {drugs}"
