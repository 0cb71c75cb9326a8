"""What a title says of prior authorization: "Esketamine: PA criteria", "Drugs Requiring Prior Authorization"."""

from __future__ import annotations

import re

from parsers.answering.authorization_wording import AUTHORIZATION
from parsers.authorizations.sayings import names_the_paper, told_need
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

_KIND = (
    r"(?:(?:approval |clinical |coverage |medical |drug |medication )*(?:criteria|guidelines?|polic(?:y|ies)|"
    r"requirements?|protocols?|rules)|(?:drug )?(?:request|attachment|worksheet|checklist)(?: form)?|programs?|"
    r"updates?|changes?|review|approval|group|guide)"
)
# Of one drug: what the paper is named for there.
_OF_A_DRUG = any_of(
    rf"\b{AUTHORIZATION}(?: \(PA\))?(?:/medical necessity)? {_KIND}\b",
    rf"^\W*(?:requires?|needs?) {AUTHORIZATION}\W*$",
    rf"\b(?:requirements?|criteria|requests?|form|guidelines?|policy) for {AUTHORIZATION}\b",
    rf"\b(?:requires?|requiring|needs|added to|new) (?:\w+ )?{AUTHORIZATION}\b",
    rf"\b{AUTHORIZATION} (?:for|of) (?:spravato|(?:es)?ketamine)\b|\b{AUTHORIZATION} (?:begins|starts|required)\b",
    rf"^\W*(?:clinical |drug )?{AUTHORIZATION}:? ?[:–—-]",
    rf" [–—-] {AUTHORIZATION}(?=\W*$|[,;])|[:(] ?{AUTHORIZATION}(?=[,;) ]*$|, (?:QL|NF|ST|SP)\b)",
    rf"\b(?:spravato|esketamine)(?: \([a-z]+\))?[:,]? (?:\([a-z]+\) )?{AUTHORIZATION}\W*$",
    flags=re.IGNORECASE,
)
_NO_TITLE = compiled(
    rf"\b(?:not an?|non-?|tool|look-?up|phone|fax|contact|portal|exempt\w*|without|no) ?(?:{AUTHORIZATION})?\b.*"
    r"\b(?:auth|PA|tool|phone|fax)|\btools?\b|\bportal\b|\bother drugs\b",
    re.IGNORECASE,
)
# Of every drug of a document, or of the page of a path ("Provider » Prior Authorization Criteria » …").
_OF_ALL = compiled(
    rf"^\W*(?:[\w’'&.-]+ ){{0,7}}?(?:{AUTHORIZATION}(?: \(PA\))? (?:and step therapy )?{_KIND}"
    rf"|(?:drugs?|medications?|products?|prescriptions|services) (?:that )?(?:requir(?:ing|e)|need(?:ing)?) (?:a )?"
    rf"(?:clinical )?{AUTHORIZATION})(?: \(PA\))?"
    r"(?:\W+(?:effective|physician|provider|clinic|administered|drugs?|for|premium|commercial|[\w’'&.-]+){0,8})?\W*$",
    re.IGNORECASE,
)
_PATH = compiled(r"\s+(?:[>»/›|]|&gt;|::)\s+")
_LONGEST = 24
_FEWEST_STEPS = 2


def titled_need(title: str) -> bool | None:
    """Whether a title that names the drug, or stands over what is of it alone, says that authorization is needed."""
    if not names_the_paper(title) or len(title.split()) > _LONGEST or title.rstrip().endswith("?"):
        return None
    told = told_need(title)
    if told is False:
        return False
    if _NO_TITLE.search(title):
        return None
    return True if told or _OF_A_DRUG.search(title) else None


def kind_needs(line: str) -> bool:
    """Whether a line names the kind of document by the paper that all its drugs need, alone or as a step of a path."""
    if not names_the_paper(line) or len(line.split()) > _LONGEST or line.rstrip().endswith((".", "?")):
        return False
    steps = _PATH.split(line)
    named = steps if len(steps) > _FEWEST_STEPS else [line]
    return any(_OF_ALL.search(step) and not _NO_TITLE.search(step) for step in named)
