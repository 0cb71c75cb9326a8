"""How policies say the youngest and the oldest whom they admit, or turn away."""

from __future__ import annotations

import re

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PERSON as _ONE_PERSON
from parsers.criteria.vocabulary import above_first_number, below_first_number, first_number, one_of
from parsers.criteria.wording import wording

_YEARS = r"(?: ?(?:years?|yrs?\.?|y/?o)\b(?:[ -]of[ -]age\b|[ -]old\b)?)"
_AGED = r"(?:\bage[ds]?\b(?: of| is| must be| between| range| bracket| band| group| window| span)*)"
PATIENT = rf"(?:{_ONE_PERSON}s?(?:'s age)?|you)"
BE = r"(?:is|are|(?:must )?be)"
IS = r"(?:is|are|(?:(?:must|shall|should|needs? to|ha(?:s|ve) to) )?be)"
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
SPANNED = rf"{_ONE_PERSON}s?(?: who are| from)?"
# "Members over 65 also need …": of some of them, as `ages_of_some` tells.
_ALSO_NEED = r"(?= (?:also|additionally|further) (?:needs?|must|requires?|have to|has to|shall)\b)"
NO_OTHER_SPAN = r"(?! ?(?:weeks|months|days|%|mg|minutes))"
# Spans, with the youngest and the oldest age.
_TO = (
    rf"(?:{_AGED}|\bfrom) ?(\d+)(?:{_YEARS})? to (\d+)\b",  # "ages 18 to 64"
    rf"\b(\d+) to (\d+){_YEARS}",
    rf"\b{SPANNED} (\d\d) to (\d\d)\b{NO_OTHER_SPAN}",  # "members 18 through 64"
)
_BETWEEN = rf"\bbetween (?:the ages of )?(\d+){_YEARS}? and (\d+)\b"


def _second_number(match: re.Match[str]) -> int:
    return int(match[2])


YOUNGEST = (
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
        rf"\b{PATIENT} (?:{IS}|be) (?:>=? ?)?(\d+)"
        rf"(?:{_YEARS}{_NOT_YOUNGER}|{_NOT_YOUNGER}(?=[.,;)]|$| and\b| as well as\b| but\b| or\b))",
        first_number,
    ),
    wording("age_min", rf"\b{_ONE_PERSON}s? of >= (\d\d)(?= (?:in|who|with|whose|and|for whom)\b)", first_number),
    wording(  # "Is the member at least 18?"
        "age_min", rf"^\W*(?:is|are) (?:the |this )?{PATIENT} (?:>=? ?)?(\d+)(?=\W*$)", first_number
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
        "age_min", rf"\b(?:{SPANNED}|{_AGED}) ?(\d\d)[ -]plus\b", first_number
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
        "age_min", rf"\b{PATIENT}, who {BE} >= (\d\d)\b(?! ?%)", first_number
    ),  # "the patient, who must be at least 18,"
    wording("age_min", rf"\b(?:is|are|be) (\d+){_YEARS}{_NOT_YOUNGER}", first_number),
    # "is at least 18," / "is at least 18 but has not yet turned 70"
    wording("age_min", rf"^\W*(?:is|are|be) >= (\d+)(?=[.,;]|$| and\b| but (?:has |is ){_NOT_YET})", first_number),
    wording(  # "The member has depression, is at least 18, and has failed …"
        "age_min",
        rf"\b{PATIENT} (?:(?!scor|scale|phq|madrs|ham-|qids)[^.;:\d]){{3,160}}?(?:,| and)(?: who)? {BE} >= (\d+)"
        r"(?=[.,;]|$| and\b| or\b)",
        first_number,
    ),
    # "… was discharged within 7 days, is at least 18, and …", where no score is spoken of.
    wording(
        "age_min",
        rf"^(?:(?!scor|scale|rating|{ANY_SCALE})[^.;:])*(?:,| and) {BE} >= (\d\d)(?=, | and\b|\W*$)",
        first_number,
    ),
    # "members no younger than 18 who …", "members over 70"
    wording(
        "age_min",
        rf"\b{PATIENT} (?:(?:who|that) (?:\(\w\) )?(?:is|are) )?>=? (\d+)(?= who\b| with\b| and\b|[.,;)]|$)",
        first_number,
    ),
    wording("age_min", rf"\b{PATIENT} (?:who (?:is|are) )?(?:aged )?>=? ?(\d\d){_YEARS}?{_ALSO_NEED}", first_number),
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
    *(wording("age_min", span, first_number) for span in _TO),
    # "From the age of 18", "from 18 years upwards".
    wording("age_min", r"\bfrom (?:the )?age(?: of)? (\d+)\b(?! to\b)", first_number),
    wording("age_min", rf"\bfrom (\d+){_YEARS}? (?:of age )?(?:on|up)(?:wards?)?\b", first_number),
    wording("age_min", _BETWEEN, first_number),
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
OLDEST = (
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
    wording("age_max", rf"\b{PATIENT} (?:who (?:is|are) )?< ?(\d\d){_YEARS}?{_ALSO_NEED}", below_first_number),
    wording("age_max", r"\badults < (\d+)\b(?! ?(?:weeks|months|days|%|mg))", below_first_number),  # "adults under 65"
    *(wording("age_max", span, _second_number) for span in (*_TO, _BETWEEN)),
    wording(  # "not yet 65", "has not reached the age of 65"
        "age_max", rf"{_NOT_YET}(?:{_REACHED}(?: the)?(?: age of)? )?(\d+)(?:{_YEARS}|{_END})", below_first_number
    ),
)
# What is turned away: "under 18 not eligible" admits from 18, "65 and older not eligible" admits to 64.
TURNED_AWAY_BELOW = (
    wording("age_min", rf"(?:<|under age|younger than) (?:(?:the )?age (?:of )?)?(\d+){_YEARS}?", first_number),
    wording("age_min", rf"\b(\d+){_YEARS}?{_OR_YOUNGER}", above_first_number),  # "17 and younger not eligible"
)
TURNED_AWAY_ABOVE = (
    wording("age_max", rf"{_AGED}? ?(?:>= ?)?(\d+){_YEARS}?,? (?:or|and) (?:older|above|over)\b", below_first_number),
    wording("age_max", rf">= ?(\d+){_YEARS}", below_first_number),
    wording("age_max", rf"> ?(\d+)(?:{_YEARS}|{_END}|(?= (?:is|are|do|does) not\b))", first_number),
)
