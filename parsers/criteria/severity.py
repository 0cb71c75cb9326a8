"""How severe the depression must be, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.vocabulary import near, one_of
from parsers.criteria.wording import Finding, matches, wording
from parsers.language.patterns import compiled

_DEPRESSION = one_of(
    "mdd", r"major depress\w+(?: disorder| episode)?", r"depress\w+(?: disorder| episode| symptoms| illness)?",
    "episode",
    "unipolar depression", "illness", "the disorder",
)  # fmt: skip
GRADE = (
    r"(?:at least )?(?P<grade>"
    + one_of(
        r"(?<!nor )moderate(?:ly)?[ -]*(?:to|or|/|and)[ -]*severe",
        r"severe[ -]*(?:to|or|/)[ -]*moderate(?:ly)?",
        r"moderately[ -]severe(?:ly)?(?: (?:to|or) severe)?",
        r"(?<!nor )moderate(?:ly)? or (?:more severe|worse|greater|higher|above)",
        "at least moderate",
        "(?<!nor )moderate",
        r"severely(?= depressed)",
        "severe",
    )
    + r")(?!ly)"
)
_UNNAMED_GRADE = r"(?:moderate|severe)"
_BEFORE_THE_DISORDER = one_of(
    "single", "recurrent", "unipolar", "current", r"treatment[- ]resistant", r"non-?psychotic", "or worse",
    "in severity",
)  # fmt: skip
_SAID_OF_DEPRESSION = one_of(
    "single episode", "recurrent", "that", "which", "is", "was", "were", "are", "has been", "must be", "be",
    "considered",
    "rated", "judged", "deemed", "graded", "classified", "assessed", "described", "documented", "as", "to be", "of",
    "of a",
    "at",
    "or", "current", "currently", "episode", "symptoms", "the", "single", "or recurrent", "disorder",
    r"treatment[- ]resistant",
)  # fmt: skip
_SAID_OF_SEVERITY = one_of(
    "is", "was", "are", "being", "be", "must", "should", "shall", "needs?", "has", "been", "at", "rated", "judged",
    "graded", "documented", "considered", "deemed", "assessed", "described", "recorded", "found", "as", "to", "that",
    "which", "of", "of which", "in", "within", "the", "an?", "range", "level", "grade", "category", "currently",
)  # fmt: skip
_WHOSE = r"(?:(?:the|this|his|her|their|current|present|(?:member|patient)'?s) ){0,3}"
# "MDD (DSM-5) that is severe", "depression (F32.2, F33.2) of which …": an aside between the disorder and its grade.
_IN_BRACKETS = r"(?: \([^();]{2,40}\))?"
# "The disorder is, in the prescriber's judgment, severe".
_TO_WHOM = r"(?:, (?:according to|as (?:judged|rated|assessed) by|in) (?:the|an?|his|her|their) [^,.;]{3,40}(?=,))?"
_SIDE_EFFECTS = one_of("adverse", "side", "hepatic", "renal", "cardi", "alcohol", "substance", "intoler")


def _category(match: re.Match[str]) -> str:
    return "moderate" if re.search(r"\bmoderate(?:ly)?\b(?!.severe)|^moderate", match["grade"]) else "severe"


# "Mild to severe", "mild, moderate, moderately severe and severe": whoever is depressed at all is of one of these.
_FROM_MILD = compiled(
    r"\bmild(?:ly)?(?:(?:[ ,/-]|\b(?:to|or|and|through)\b)+(?:moderate(?:ly)?(?:[ -]severe(?:ly)?)?|severe(?:ly)?)\b)+"
)
# "Moderately severe on a scale: PHQ-9 of 15 or more": the scores behind it say what that is.
_SAID_IN_SCORES = compiled(
    r"\b(?:moderate(?:ly)?|severe(?:ly)?)(?: (?:to )?severe)?(?: depression)? (?:on|by|according to|"
    r"(?:as )?(?:shown|measured) (?:on|by)) (?:(?:an?|1|any|either|one) )?(?:of )?"
    r"(?:(?:these|the following|standard\w*|validated|rating|depression) )*(?:scales?|scores?)\s*:(?=\s*(?:an? )?@)"
)
# "Adverse effects whose severity is severe": not how severe the depression is.
_SEVERITY_OF_OTHERS = compiled(
    r"\b(?:adverse|side[ -]effects?|intoleran\w+|pain|use disorder)\b(?:(?!\bdepress)[^.;@]){0,40}?\bseverity\b"
)
_CATEGORY = (
    # e.g. "symptoms are in the severe range"
    wording(
        "severity_category",
        rf"\bsymptoms,? (?:(?:is|are|was|were|falls?|lies?|being|remain|still|currently) )+(?:with)?in the {GRADE}"
        rf"(?: or {_UNNAMED_GRADE})? (?:range|category|band)\b",
        _category,
    ),
    # e.g. "moderate to severe major depressive disorder"
    wording(
        "severity_category",
        rf"\b{GRADE}(?:,? \(?{_BEFORE_THE_DISORDER}\)?)*[ ,]+(?:or recurrent )?{_DEPRESSION}",
        _category,
    ),
    # e.g. "the depressive episode is rated severe", "depression (by the manual) that is severe"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\)?{_IN_BRACKETS}(?:[ ,]+{_SAID_OF_DEPRESSION})*{_TO_WHOM}[ ,:(]+{GRADE}\b"
        rf"(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # e.g. "depression that satisfies the manual's criteria, is severe, and is without psychotic features"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\)? (?:that|which) [^.;]{{3,60}}?,(?: and)? is (?:>= |at least )?{GRADE}\b"
        rf"(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # e.g. "depressive disorder according to DSM-5, severe"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\)?,? (?:according to|by|per|under|as per|following|using|in line with) (?:the )?@dsm"
        rf"(?: criteria| definition)?,? \(?{GRADE}(?=$|[,;.)]| with| without| or)",
        _category,
    ),
    # e.g. "depressive disorder by DSM-5, rated as severe"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\b[^.;]{{0,40}}?,? (?:rated|judged|graded|classified|calls?|considers?|judges?|"
        rf"rates?|deems?) "
        rf"(?:(?:as|to be|it|this) )*{GRADE}\b",
        _category,
    ),
    # e.g. "depressive disorder has been diagnosed by DSM-5 and is moderate to severe"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\b{near(40)}\b(?:diagnos\w+|confirmed|established|documented|recorded)\b{near(40)}"
        rf"\band (?:(?:is|are|was|must be|has been|is now|currently|rated|judged|of|at least|as) )+{GRADE}\b"
        rf"(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # e.g. "depressive disorder made according to the DSM, with severe symptoms"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}\b[^.;]{{0,60}}?\bwith (?:(?:at least|current(?:ly)?|persistent|ongoing) )?{GRADE} "
        r"(?:depressive )?symptoms\b",
        _category,
    ),
    # e.g. "the prescriber rates it as severe"
    wording(
        "severity_category",
        rf"\b(?:rates?|judges?|grades?|considers?|deems?|calls?) (?:it|this|the (?:\w+ )?(?:episode|illness|"
        rf"depression))"
        rf" (?:as |to be )?{GRADE}\b(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # e.g. "the severity is severe", "with a severity that is moderate to severe", "its severity, as documented, must
    # be no less than moderate"
    wording(
        "severity_category",
        rf"\bseverity(?: (?:level|grade|rating|range|category|specifier))?(?: of the \w+| of {_WHOSE}{_DEPRESSION})?"
        rf"(?: and it)?{_TO_WHOM}(?:[ ,:]+{_SAID_OF_SEVERITY}\b)*[ ,:]+(?:no(?:t|ne)? (?:less|lower|below|under)"
        rf"(?: than)? )?{GRADE}(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # Not of a substance use disorder "of moderate degree", nor of pain.
    wording(
        "severity_category",
        rf"^(?!.*\b(?:substance|alcohol|opioid|pain|impairment|use disorder)\b).*?\bof (?:at least )?{GRADE} "
        r"(?:severity|intensity|degree)\b",
        _category,
    ),
    # A line of a table or form: "Severity: moderate or severe".
    wording(
        "severity_category",
        rf"^\W*(?:\w+ ){{0,2}}severity(?: of (?:the )?\w+| level| grade| required)?\W*[:|]\W*{GRADE}",
        _category,
    ),
    # e.g. "the present symptoms are severe", "with suicidal ideation or behavior, moderate or severe"
    wording(
        "severity_category",
        rf"(?:^\W*|\b(?:and|the|present|current|depressive) )symptoms(?: at present| now)? (?:are|must be|remain)"
        rf"(?: (?:currently|still|now))? {GRADE}\b(?! {_SIDE_EFFECTS})",
        _category,
    ),
    # e.g. "at least moderate symptoms (PHQ-9 of 10 or higher) despite two antidepressants"
    wording(
        "severity_category",
        rf"^\W*{GRADE} (?:depressive )?symptoms(?=\W*$|,| \(| (?:and|at|despite|but|in spite|after|now|today)\b)",
        _category,
    ),
    # e.g. "members who have moderate or severe symptoms"
    wording(
        "severity_category",
        rf"\b(?:have|has|having|shows?|showing) {GRADE} (?:depressive )?symptoms(?=\W*$|,| (?:and|at|despite|but|in "
        r"spite|after|now|today)\b)",
        _category,
    ),
    wording("severity_category", rf"\bsuicidal ideation(?: or behaviou?r)?, {GRADE}(?=$|[,;.])", _category),
    # e.g. "a moderate level of depression"
    wording(
        "severity_category",
        rf"\b{GRADE},? (?:(?:or|and) (?:higher|above|worse) )?(?:levels?|degrees?|grades?|stages?|intensity|severity|"
        rf"forms?) of (?:\w+ ){{0,2}}?{_DEPRESSION}",
        _category,
    ),
    # e.g. "the depression is not mild", "is more than mild", "not covered for mild depression"
    wording(
        "severity_category",
        rf"\b{_DEPRESSION}(?: (?:is|was|remains|must be|of|currently))* (?:not (?:only |merely |just )?|more than "
        r"|worse than )mild\b(?! (?:to|or)\b)",
        "moderate",
    ),
    wording(
        "severity_category",
        rf"\bnot (?:be )?(?:covered|approved|authorized|eligible|for|used)\b{near(25)}\bmild {_DEPRESSION}",
        "moderate",
    ),
    # e.g. "mild depression does not qualify"
    wording("severity_category", rf"\bneither mild nor moderate {_DEPRESSION} (?:qualif|suffic)", "severe"),
    wording("severity_category", rf"\bmild {_DEPRESSION}{near(20)}\bnot (?:qualif|suffic|enough|eligible)", "moderate"),
    wording(
        "severity_category",
        rf"(?:{_DEPRESSION}|(?<!pain )symptoms?)\b"
        r"(?:(?!\b(?:substance|alcohol|opioid|pain|use disorder)\b)[^.;]){0,60}?"
        rf"\b{GRADE} (?:in )?(?:severity|degree|intensity)",
        _category,
    ),
)


def severities(words: str) -> Iterator[Finding]:
    """The least degree of depression that `words` ask for, when they name one."""
    graded = _SAID_IN_SCORES.sub(" ", _FROM_MILD.sub(" ", words))
    found = list(matches(_CATEGORY, _SEVERITY_OF_OTHERS.sub(" ", graded)))
    if found:
        yield min(found, key=lambda finding: ("moderate", "severe").index(str(finding.value)))
