"""Age: the youngest and the oldest admitted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.age_wording import (
    BE,
    IS,
    NO_OTHER_SPAN,
    OLDEST,
    PATIENT,
    SPANNED,
    TURNED_AWAY_ABOVE,
    TURNED_AWAY_BELOW,
    YOUNGEST,
)
from parsers.criteria.ages_in_other_words import in_plain_ages
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.other_adults import without_other_adults, without_those_handled, without_use_by_name
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PERSON as _ONE_PERSON
from parsers.criteria.vocabulary import one_of
from parsers.criteria.wording import Clause, Finding, matches
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

# "Age of the member: 18 to 64", "Age (years): at least 18": a label, and an age whatever stands behind it.
_LABEL = compiled(
    rf"^\W*(?:(?:{_ONE_PERSON}(?:'s|s)?|eligible|required|approved|covered|labell?ed|treatment) )?\bages?\b"
    rf"(?: (?:limits?|limitations?|edits?|restrictions?|requirements?|criteri(?:on|a)|groups?|range|bracket|band|window"
    r"|span|in years"
    rf"|of (?:the |an? )?{_ONE_PERSON}s?|at (?:start|the start|request|baseline)|\(\w+\))){{0,2}}\W*: ?(?=[<>]|"
    rf"\d|from\b|between\b|up\b)"
)
# "Not under 18", "must be no younger than 18" of a list of criteria: of nothing but an age.
_ONLY_A_BOUND = compiled(r"^\W*(?:(?:must|should|may|can|is|are|be|you) )*>= (?P<age>\d\d)\W*$")
_A_SCALE = compiled(rf"{ANY_SCALE}|\bscor")
_OF_THE_YOUNG = compiled(r"\b(?:under|below|younger)\b", re.IGNORECASE)
# "Up to 1 year" is a length.
_LEAST_AGE = 5
_IS_ABOUT_AGE = any_of(
    rf"\b{_ONE_PERSON}s?, (?:\w+ )?(?:from|between) \d\d (?:to|and) \d\d,",
    rf"\b{SPANNED} (?:between )?\d\d (?:to|and) \d\d\b{NO_OTHER_SPAN}",
    rf"(?<!of )(?<!of the )\b{PATIENT} {IS} (?:from|between) \d\d (?:to|and|through) \d\d\b{NO_OTHER_SPAN}",
    r"\bage[ds]?\b", r"\bolder\b", r"\byounger\b", r"\badult(?:s|hood)?\b", r"\bgrown-?ups?\b",
    r"\bbirthday\b", r"\bminors?\b",
    r"\b\d\dth year\b", r"\byoungest\b", r"\b(?:being|aged) (?:>= )?\d\d\b", rf"\b{PATIENT}, who {BE} >= \d\d\b",
    rf"\b{PATIENT} (?:(?:who|that) (?:\(\w\) )?)?{IS} (?:[<>]=? ?)?\d+", r"\bturned \d+", r"\d+ (?:years?|"
    r"yrs?)\b", r"\bpediatric",
    r"\b\d+ and (?:up|over)"
    r"\b", rf"\b{SPANNED} \d\d[ -]plus\b", r"^\W*(?:(?:is|are|be) )?\d+ (?:or|and) (?:up|over|above)\W*$",
    r"\byears?[ -](?:old|of[ -]age)\b",
    r"(?:^|[:;,]) *\d\d ?\+ *(?=$|[;,.])", r"(?:^|[/|—–:]) *\d\d ?\+ *[/|—–]|[/|—–] *\d\d ?\+ *$",
    rf"\b{SPANNED} \d\d ?\+ (?:who|with|whose|and|in|for|when|if|once)\b",
    rf"\b{_ONE_PERSON}s? of >= \d\d (?:in|who|with|whose|and)\b",
    r"\b(?:anyone|those|people) (?:who (?:is|are) )?[<>]=? \d+\b",
    rf"\b{_ONE_PERSON}s? (?:of |aged )?\d+ (?:or|and) (?:up(?:wards?)?|"
    r"over|above|more)\b",
    r"\b(?:nobody|no 1) < \d+",
    r"\b\d+ ?\+ ?(?:years?|yrs?)\b", rf"\b{PATIENT}s? \d+ ?\+(?=$|[,;.)])", r"\badult\b",
    rf"\b{PATIENT} (?:who (?:is|are) )?[<>]=? \d+", r"^\W*(?:is|are|be) >= \d+(?=[.,;]|$| and\b)",
    r"^\W*>= \d+,? (?:and|but) <=? ?\d+\W*$", rf"(?:,| and)(?: who)? {BE} >= \d+(?=[.,;]|$| and\b| or\b)",
)  # fmt: skip
_TURNED_AWAY = compiled(
    r"\bnot (?:qualify|(?:be )?(?:covered|approved|eligible|indicated|authorized|for use|admitted|accepted|treated))\b"
    # e.g. "not for members under 18", "not intended for use in those under the age of 18"
    rf"|\bnot (?:intended |meant |suitable |appropriate |to be used )?(?:for|in) (?:use (?:in|by) )?(?:any )?"
    rf"(?:{_ONE_PERSON}s?|those|people|adults|anyone|children|adolescents)\b"
    r"|\bnot (?:be )?<|\bexclu|\bpediatric|\b(?:no|none of these) (?:coverage|benefits?|payment|approvals?|"
    r"renewals?|continuations?|re-?authori[sz]ations?|authori[sz]ations?|grants?|extensions?|awards?|requests?(?= "
    r"(?:is|are|will|shall|may|can|of|for)\b))\b"
    r"|\b(?:not|never) (?:be )?(?:cover|approve|authorize|pay for|provide|give|grant)(?:d|ed|n)?\b"
    # e.g. "do not send in a request for anyone under 18"
    r"|\b(?:not|never) (?:submit|send|fax|file|make|enter|request)\b"
    r"|\bineligible|\b(?:outside|beyond)(?: of)? (?:the|this|its?|our|these) (?:scope|rule|policy|criteria|limits?|"
    r"program)"
    r"|\b(?:turned away|refused|denied|declined)\b|\bif (?:so|yes),? (?:then )?(?:den(?:y|ied)|stop|refuse|"
    r"reject|do not)\b"
    rf"|\b(?:no (?:1|{_ONE_PERSON}s?)|nobody|none) (?:who is )?[<>]"
)
# Of a list of bars: "the member is not 18 or older", "without being at least 18".
_IS_WANTING = compiled(
    r"\b(?:not|without)\b[^.;<]{0,40}(?:>= ?\d\d|\d\d (?:years? )?(?:or|and) (?:older|over|above|up))\b"
)
# "Adults (18 or older; pediatric use is not covered)" turns away no one of 18.
_NOT_FOR_CHILDREN = compiled(
    r"(?<=\d)(?P<older>[^.;,()]{0,25})[;,] (?:use in )?(?:pediatric|child|adolescen|minors)[^.;,()]*"
    r"\b(?:not|exclud|ineligible)[^.;,()]*"
)
_IS_ABOUT_A_DOSE = compiled(r"\bdos(?:e|age|ing) (?:adjust|reduc|modif|chang)")
_IS_ANOTHER_TIME = compiled(
    one_of(
        r"\b(?:past|last|prior|previous|preceding|within) (?:[<>]=? )?\d+ (?:years?|yrs?)\b",
        r"(?:[<>]=? )?\b\d+ years? of (?!age\b)\w+",
        r"\b(?:for|lasted|lasting|lasts|over) (?:[<>]=? )?\d+ (?:years?|yrs?)\b(?![ -](?:of[ -]age|old))",
        r"(?:<= )?\b\d+ (?:years?|yrs?) ago\b",
        r"\b(?:failures?|trials?)(?:[^.;]{0,20}\d+ years? old\b|(?: that (?:are|were))? > \d+ years?\b(?! of age))",
    )
)
_OR_MORE = r"(?: (?:or|and) (?:more|greater|higher|above|over|up)\b)"
# "A score of 20 or more", "MADRS is 28 or above", "3 or more antidepressants".
_IS_ANOTHER_NUMBER = compiled(
    one_of(
        rf"(?:{ANY_SCALE}|\bscor(?:es?|ed|ing)\b)(?:[ :]+(?:(?:baseline|total|scores?|ratings?|results?|readings?|"
        rf"value|"
        r"is|was|are|of|at|a|an|the|stands|comes to|must|to|needs?|should|be|been|has|have|[<>]=?)\b)?)*"
        rf"(?:[<>]=? ?)?\b\d+{_OR_MORE}?",
        rf"\b\d+{_OR_MORE}?(?: points?)? (?:on|in|by) (?:the |an? )?{ANY_SCALE}",
        rf"\b\d+{_OR_MORE} (?!(?:years?|yrs?|y/?o|of age|at|when|on|and|or|with|who|whose|in|as|by|before|is|are|"
        r"qualif\w+|1 time|once|after|without|may|can|will|must|should|needs?|have|has|had|gets?|receives?|"
        r"meets?|if|for whom)\b)"
        r"[a-z]\w*",
    )
)


def read(clause: Clause) -> Iterator[Finding]:
    """Ages of a clause; "over 18" is read as 18, payers' degraded "at least" (contract, conventions)."""
    said = in_plain_ages(_with_its_label(clause))
    # Other times name years as well.
    if not _IS_ABOUT_AGE.stands_in(said):
        return
    plain = _LABEL.sub("age ", without_those_handled(without_other_adults(without_use_by_name(said))))
    words = _IS_ANOTHER_NUMBER.sub("", _IS_ANOTHER_TIME.sub("", _NOT_FOR_CHILDREN.sub(r"\g<older>", plain)))
    if not _IS_ABOUT_AGE.stands_in(words) or _IS_ABOUT_A_DOSE.search(words):
        return
    if _TURNED_AWAY.search(words) or (under_exclusion(clause.topic) and not _IS_WANTING.search(words)):
        yield from matches((*TURNED_AWAY_BELOW, *TURNED_AWAY_ABOVE), words)
        return
    youngest = [finding for finding in matches(YOUNGEST, words) if _is_an_age(finding)]
    stated = [finding for finding in youngest if finding.value != YOUNGEST[-1].value] or youngest
    yield from stated[:1]
    yield from [finding for finding in matches(OLDEST, words) if _is_an_age(finding)][:1]


def _with_its_label(clause: Clause) -> str:
    """The words of a clause; a bound for the young that stands alone has no label, and needs none."""
    if not _OF_THE_YOUNG.search(clause.text) or _A_SCALE.search(clause.topic):
        return clause.plain
    return _ONLY_A_BOUND.sub(r"age >= \g<age>", clause.plain)


def _is_an_age(finding: Finding) -> bool:
    """Whether a number of years can be the age of a patient: of "up to 1 year" it is not."""
    return isinstance(finding.value, int) and finding.value >= _LEAST_AGE
