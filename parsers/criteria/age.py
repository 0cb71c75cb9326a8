"""Age: the youngest and the oldest admitted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.ages_in_other_words import in_plain_ages
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.other_adults import without_other_adults, without_those_handled, without_use_by_name
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PERSON as _ONE_PERSON
from parsers.criteria.vocabulary import above_first_number, below_first_number, first_number, one_of
from parsers.criteria.wording import Clause, Finding, matches, wording
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

_YEARS = r"(?: ?(?:years?|yrs?\.?|y/?o)\b(?:[ -]of[ -]age\b|[ -]old\b)?)"
_AGED = r"(?:\bage[ds]?\b(?: of| is| must be| between| range| bracket| band| group| window| span)*)"
_PERSON = rf"(?:{_ONE_PERSON}s?(?:'s age)?|you)"
_BE = r"(?:is|are|(?:must )?be)"
_IS = r"(?:is|are|(?:(?:must|shall|should|needs? to|ha(?:s|ve) to) )?be)"
_OR_OLDER = (
    r",? (?:(?:or|and|&) (?:older|above|over|up(?:wards?)?|greater|higher|beyond|onwards?|more)|onwards?)\b(?! than)"
)
# "18 years and under the care of …" is no oldest age.
_OR_YOUNGER = (
    r",? (?:or|and) (?:younger|under|below|less)\b(?! (?:the|an?|his|her|their|close|medical|psychiatric|regular)\b)"
)
_NOT_YOUNGER = rf"(?!(?:[ -]of[ -]age|[ -]old)?{_OR_YOUNGER})"
_END = r"(?=[.,;)?]|$)"
_REACHED = one_of("reached", "attained", "turned", "passed", "completed", "had", "celebrated")
_NOT_YET = r"\b(?:not|not yet|yet to) (?:yet )?(?:been )?"
_TH = r"(\d+)(?:th)?"
_SPANNED = rf"{_ONE_PERSON}s?(?: who are| from)?"
# "Members over 65 also need …": of some of them, as `ages_of_some` tells.
_ALSO_NEED = r"(?= (?:also|additionally|further) (?:needs?|must|requires?|have to|has to|shall)\b)"
_NO_OTHER_SPAN = r"(?! ?(?:weeks|months|days|%|mg|minutes))"

_MIN = (
    wording("age_min", rf">=? (?:(?:the )?age (?:of )?)?(\d+){_YEARS}", first_number),  # ">= 18 years"
    wording("age_min", r">=? the age of (\d+)\b", first_number),  # "above the age of 18"
    wording("age_min", r">=? age (?:of )?(\d+)(?=[.,;)]|$)", first_number),  # "minimum age 18"
    wording("age_min", rf"{_AGED}:? ?(?:>=?|from) ?(\d+)\b(?! ?(?:%|weeks|months|mg))", first_number),  # "age >= 18"
    wording(
        "age_min", rf">= ?(\d+),? (?:and|but) (?:is |are )?<=? ?\d+{_YEARS}", first_number
    ),  # ">= 18 and <= 65 years"
    wording("age_min", rf"\b(\d+){_YEARS}(?: and| but)? <=? ?\d+\b", first_number),  # "18 years up to 64"
    wording("age_min", rf">= (\d+),? (?:and|but) {_NOT_YET}\d+(?:{_YEARS}|{_END})", first_number),
    wording("age_min", r"^\W*>= (\d+),? (?:and|but) <=? ?\d+\W*$", first_number),  # "at least 18 and under 65"
    wording("age_min", rf"\b(\d+){_YEARS}?{_OR_OLDER}", first_number),  # "18 years or older"
    wording("age_min", r"\b(\d+) (?:or|and) (?:more|greater) (?:years?|yrs?)[ -](?:of age|old)\b", first_number),
    # "18+", "persons 18+ who …", "18+ / two failures"
    wording(
        "age_min",
        rf"\b(\d+) ?\+ ?(?:{_YEARS}|$|[),;.:/|—–]|(?=(?:who|with|whose|and|in|for|when|if|once)\b))|\b(\d+)"
        rf"{_YEARS} ?\+",
        first_number,
    ),
    wording(  # "the member is 18", "the employee is at least 18"
        "age_min",
        rf"\b{_PERSON} (?:{_IS}|be) (?:>=? ?)?(\d+)"
        rf"(?:{_YEARS}{_NOT_YOUNGER}|{_NOT_YOUNGER}(?=[.,;)]|$| and\b| as well as\b| but\b| or\b))",
        first_number,
    ),
    wording("age_min", rf"\b{_ONE_PERSON}s? of >= (\d\d)(?= (?:in|who|with|whose|and|for whom)\b)", first_number),
    wording(  # "Is the member at least 18?"
        "age_min", rf"^\W*(?:is|are) (?:the |this )?{_PERSON} (?:>=? ?)?(\d+)(?=\W*$)", first_number
    ),
    wording(  # "has attained the age of 18", "reached his or her 18th birthday"
        "age_min",
        rf"(?<!not )(?<!not yet )\b{_REACHED}(?: the| an)?(?: age(?: of)?| his or her| their)? {_TH}"
        rf"(?: birthday|{_YEARS}|$|[.,;?]| but\b| and\b| may\b| can\b| is\b| has\b| who\b| when\b| before\b|"
        r" by\b| on\b| at\b)",
        first_number,
    ),
    wording("age_min", r"\b(?:not before|(?:only )?after) (?:the|his or her|their) (\d+)th birthday", first_number),
    wording("age_min", r"(?<!not )(?<!not yet )\bpast (?:the |his or her |their )?(\d+)th birthday\b", first_number),
    wording(
        "age_min", rf"\b(?:{_SPANNED}|{_AGED}) ?(\d\d)[ -]plus\b", first_number
    ),  # "aged 18 plus", "members 18-plus"
    wording("age_min", r"\b(\d+)th birthday (?:has|have|must have) (?:been )?(?:passed|reached)", first_number),
    wording("age_min", rf"\b(?:begins?|starts?|opens?) at (?:the age of |age )?(\d+){_YEARS}", first_number),
    wording(
        "age_min",
        r"\b(?:age of majority|adulthood|of (?:legal|full) age|come of age)[ (,]{1,3}(?:at |age )?(\d+)\b",
        first_number,
    ),
    # "Is not a minor", "has reached adulthood".
    wording(
        "age_min", rf"\b(?:not (?:be )?(?:an? )?minors?\b|{_REACHED} (?:adulthood|the age of majority\b(?! ?[(,])))", 18
    ),
    wording("age_min", rf"\b(\d+){_YEARS} (?:or )?(?:at )?(?:minimum|least)\b", first_number),  # "18 years minimum"
    wording(
        "age_min", rf"\b{_PERSON}, who {_BE} >= (\d\d)\b(?! ?%)", first_number
    ),  # "the patient, who must be at least 18,"
    wording("age_min", rf"\b(?:is|are|be) (\d+){_YEARS}{_NOT_YOUNGER}", first_number),
    # "is at least 18," / "is at least 18 but has not yet turned 70"
    wording("age_min", rf"^\W*(?:is|are|be) >= (\d+)(?=[.,;]|$| and\b| but (?:has |is ){_NOT_YET})", first_number),
    wording(  # "The member has depression, is at least 18, and has failed …"
        "age_min",
        rf"\b{_PERSON} (?:(?!scor|scale|phq|madrs|ham-|qids)[^.;:\d]){{3,160}}?(?:,| and)(?: who)? {_BE} >= (\d+)"
        r"(?=[.,;]|$| and\b| or\b)",
        first_number,
    ),
    # "… was discharged within 7 days, is at least 18, and …", where no score is spoken of.
    wording(
        "age_min",
        rf"^(?:(?!scor|scale|rating|{ANY_SCALE})[^.;:])*(?:,| and) {_BE} >= (\d\d)(?=, | and\b|\W*$)",
        first_number,
    ),
    # "members no younger than 18 who …", "members over 70"
    wording(
        "age_min",
        rf"\b{_PERSON} (?:(?:who|that) (?:\(\w\) )?(?:is|are) )?>=? (\d+)(?= who\b| with\b| and\b|[.,;)]|$)",
        first_number,
    ),
    wording("age_min", rf"\b{_PERSON} (?:who (?:is|are) )?(?:aged )?>=? ?(\d\d){_YEARS}?{_ALSO_NEED}", first_number),
    wording(
        "age_min",
        r"\b(?:minimum|lower limit of|youngest|beginning|starting|lowest) age(?: limit)?"
        r"(?: (?:is|of|(?:stays|remains)(?: at)?)|:)? (\d+)",
        first_number,
    ),
    wording(
        "age_min", r"\b(\d\d) (?:years )?is the (?:youngest|minimum|lowest)\b", first_number
    ),  # "18 is the youngest"
    wording("age_min", rf"\bage (?:limit|minimum|threshold)(?: is|:) (\d+){_NOT_YOUNGER}", first_number),
    wording("age_min", rf"(?:{_AGED}|\bfrom) ?(\d+)(?:{_YEARS})? to \d+\b", first_number),  # "ages 18 to 64"
    wording("age_min", rf"\b(\d+) to \d+{_YEARS}", first_number),
    wording("age_min", rf"\b{_SPANNED} (\d\d) to \d\d\b{_NO_OTHER_SPAN}", first_number),  # "members 18 through 64"
    # "From the age of 18", "from 18 years upwards".
    wording("age_min", r"\bfrom (?:the )?age(?: of)? (\d+)\b(?! to\b)", first_number),
    wording("age_min", rf"\bfrom (\d+){_YEARS}? (?:of age )?(?:on|up)(?:wards?)?\b", first_number),
    wording("age_min", rf"\bbetween (?:the ages of )?(\d+){_YEARS}? and \d+\b", first_number),
    wording("age_min", r"^\W*age (\d+)(?: and >=)?\W*$|^\W*age (\d+) (?:at|as a) (?:least|minimum)\b", first_number),
    wording(
        "age_min",
        r"\b(?:(?:an? )?grown-?ups?\b|an? adult\b(?! (?:trial|dose|caregiver|family|companion|driver|escort|friend))"
        r"|^\W*adult(?: (?:\(|(?:with|who|in whom|having|whose|diagnosed|and|aged?)\b)|,|;|$)|(?<=[);:] )adult"
        r"(?=[,;]|$| \(| (?:with|who|having|diagnosed)\b)"
        r"|^\W*(?:is |be )adult\b"
        r"|adults\b(?! in (?:the|his|her|their) )|adult (?:patient|member|individual|client|beneficiar|enrollee"
        r"|recipient)\w*)",
        18,
    ),
)
_MAX = (
    wording("age_max", rf"< (?:(?:the )?age (?:of )?)?(\d+)(?:{_YEARS}|{_END}|(?= at\b| when\b))", below_first_number),
    wording("age_max", rf"<= (?:(?:the )?age (?:of )?)?(\d+)(?:{_YEARS}|{_END})", first_number),
    wording(
        "age_max",
        r"\b(?:ends?|until|(?<!not )before)(?: at| with)? (?:the|his or her|their) (\d+)th birthday",
        below_first_number,
    ),
    wording("age_max", rf"\b(\d+){_YEARS}?(?: of age)?{_OR_YOUNGER}", first_number),  # "65 years or younger"
    wording("age_max", rf"{_AGED} ?(?:<=|up to|through) ?(\d+)", first_number),
    wording("age_max", r"\b(?:maximum|upper limit of|oldest|highest) age(?: limit)?(?: is| of|:)? (\d+)", first_number),
    wording(
        "age_max",
        r"\bnot (?:yet )?(?:reached|had|passed) (?:the|his or her|their) (\d+)th birthday",
        below_first_number,
    ),
    wording("age_max", r"\bbut not (?:yet )?(?:the|his or her|their) (\d+)th\b", below_first_number),
    wording("age_max", rf"{_AGED} ?< ?(\d+)", below_first_number),
    wording("age_max", rf"\b{_PERSON} (?:who (?:is|are) )?< ?(\d\d){_YEARS}?{_ALSO_NEED}", below_first_number),
    wording("age_max", r"\badults < (\d+)\b(?! ?(?:weeks|months|days|%|mg))", below_first_number),  # "adults under 65"
    wording("age_max", rf"(?:{_AGED}|\bfrom) ?\d+(?:{_YEARS})? to (\d+)\b", first_number),
    wording("age_max", rf"\b\d+ to (\d+){_YEARS}", first_number),
    wording("age_max", rf"\b{_SPANNED} \d\d to (\d\d)\b{_NO_OTHER_SPAN}", first_number),
    wording("age_max", rf"\bbetween (?:the ages of )?\d+{_YEARS}? and (\d+)\b", first_number),
    wording(  # "not yet 65", "has not reached the age of 65"
        "age_max", rf"{_NOT_YET}(?:{_REACHED}(?: the)?(?: age of)? )?(\d+)(?:{_YEARS}|{_END})", below_first_number
    ),
)
# What is turned away: "under 18 not eligible" admits from 18, "65 and older not eligible" admits to 64.
_TURNED_AWAY_BELOW = (
    wording("age_min", rf"(?:<|under age|younger than) (?:(?:the )?age (?:of )?)?(\d+){_YEARS}?", first_number),
    wording("age_min", rf"\b(\d+){_YEARS}?{_OR_YOUNGER}", above_first_number),  # "17 and younger not eligible"
)
_TURNED_AWAY_ABOVE = (
    wording("age_max", rf"{_AGED}? ?(?:>= ?)?(\d+){_YEARS}?,? (?:or|and) (?:older|above|over)\b", below_first_number),
    wording("age_max", rf">= ?(\d+){_YEARS}", below_first_number),
    wording("age_max", rf"> ?(\d+)(?:{_YEARS}|{_END}|(?= (?:is|are|do|does) not\b))", first_number),
)
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
    rf"\b{_SPANNED} (?:between )?\d\d (?:to|and) \d\d\b{_NO_OTHER_SPAN}",
    rf"(?<!of )(?<!of the )\b{_PERSON} {_IS} (?:from|between) \d\d (?:to|and|through) \d\d\b{_NO_OTHER_SPAN}",
    r"\bage[ds]?\b", r"\bolder\b", r"\byounger\b", r"\badult(?:s|hood)?\b", r"\bgrown-?ups?\b",
    r"\bbirthday\b", r"\bminors?\b",
    r"\b\d\dth year\b", r"\byoungest\b", r"\b(?:being|aged) (?:>= )?\d\d\b", rf"\b{_PERSON}, who {_BE} >= \d\d\b",
    rf"\b{_PERSON} (?:(?:who|that) (?:\(\w\) )?)?{_IS} (?:[<>]=? ?)?\d+", r"\bturned \d+", r"\d+ (?:years?|"
    r"yrs?)\b", r"\bpediatric",
    r"\b\d+ and (?:up|over)"
    r"\b", rf"\b{_SPANNED} \d\d[ -]plus\b", r"^\W*(?:(?:is|are|be) )?\d+ (?:or|and) (?:up|over|above)\W*$",
    r"\byears?[ -](?:old|of[ -]age)\b",
    r"(?:^|[:;,]) *\d\d ?\+ *(?=$|[;,.])", r"(?:^|[/|—–:]) *\d\d ?\+ *[/|—–]|[/|—–] *\d\d ?\+ *$",
    rf"\b{_SPANNED} \d\d ?\+ (?:who|with|whose|and|in|for|when|if|once)\b",
    rf"\b{_ONE_PERSON}s? of >= \d\d (?:in|who|with|whose|and)\b",
    r"\b(?:anyone|those|people) (?:who (?:is|are) )?[<>]=? \d+\b",
    rf"\b{_ONE_PERSON}s? (?:of |aged )?\d+ (?:or|and) (?:up(?:wards?)?|"
    r"over|above|more)\b",
    r"\b(?:nobody|no 1) < \d+",
    r"\b\d+ ?\+ ?(?:years?|yrs?)\b", rf"\b{_PERSON}s? \d+ ?\+(?=$|[,;.)])", r"\badult\b",
    rf"\b{_PERSON} (?:who (?:is|are) )?[<>]=? \d+", r"^\W*(?:is|are|be) >= \d+(?=[.,;]|$| and\b)",
    r"^\W*>= \d+,? (?:and|but) <=? ?\d+\W*$", rf"(?:,| and)(?: who)? {_BE} >= \d+(?=[.,;]|$| and\b| or\b)",
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
        yield from matches((*_TURNED_AWAY_BELOW, *_TURNED_AWAY_ABOVE), words)
        return
    youngest = [finding for finding in matches(_MIN, words) if _is_an_age(finding)]
    stated = [finding for finding in youngest if finding.value != _MIN[-1].value] or youngest
    yield from stated[:1]
    yield from [finding for finding in matches(_MAX, words) if _is_an_age(finding)][:1]


def _with_its_label(clause: Clause) -> str:
    """The words of a clause; a bound for the young that stands alone has no label, and needs none."""
    if not _OF_THE_YOUNG.search(clause.text) or _A_SCALE.search(clause.topic):
        return clause.plain
    return _ONLY_A_BOUND.sub(r"age >= \g<age>", clause.plain)


def _is_an_age(finding: Finding) -> bool:
    """Whether a number of years can be the age of a patient: of "up to 1 year" it is not."""
    return isinstance(finding.value, int) and finding.value >= _LEAST_AGE
