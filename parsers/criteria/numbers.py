"""Numbers and comparators of payers' English, read once for every family of criteria.

`normalise` rewrites a clause so that a rule can be written against one form: "at least two (2) different",
"≥ 2 different" and "TWO or more different" all carry "2"; comparators before a number become ">=", "<=", ">" or "<".
"""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.criteria.chosen_numbers import OF_SO_MANY
from parsers.criteria.numbered_weeks import TO_A_WEEK
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_UNDER_20 = "|".join(sorted(_ONES, key=len, reverse=True))
_WORDS = compiled(
    # Nothing is tried at a word that opens no number.
    rf"\b(?={'|'.join((*_ONES, *_TENS))})"
    rf"(?:(?P<hundreds>one|two|three|four|five) hundred(?: and)?(?:[ -](?=(?:{'|'.join(_TENS)}|{_UNDER_20})\b))?)?"
    rf"(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<unit>one|two|three|four|five|six|seven|eight|nine))?"
    rf"|(?P<small>{_UNDER_20}))?\b"
)
# A comparator said in words and again as a sign: "at least (≥) 18".
_ONE_FORM = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-"), "‘": "'", "’": "'"}
)
_NO_QUOTES = str.maketrans("", "", '“”"')
# Few texts hold the sign that each opens with, and nothing else is asked of these texts before they are normalised.
_HYPHENED = re.compile(r"\b(less|more|greater|fewer|lower|higher)-than-(?=\w)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SIGN_AGAIN = re.compile(r"(?<=[a-z]) ?\( ?(?:≥|≤|[<>]=?) ?\)")
_REPEATED = compiled(r"(?<![\d.])(\d+(?:\.\d+)?) ?\( ?\1 ?\)|\( ?(\d+) ?\) \2(?!\d)")
_TIMES = (
    (compiled(r"\beighteenth\b"), "18th"),
    (compiled(r"\b(?:60|sixty)-fifth\b"), "65th"),
    (compiled(r"(?:\ba |^\W*|(?<=[:;] ))(?:pair|couple) of\b"), "2"),
    # "Once every point is met": the conjunction, not "once every week".
    (
        compiled(
            r"\bonce (?=(?:treatment|therapy|remission|benefit|depression|approved|authori[sz]ed|all|"
            r"both|any|the|this|that|these|those|it|they|he|she|we|I to|A to)\b"
            r"|(?:an?|every|each|one)\b(?! (?:other |second |two |three |four |six |eight |\d+ |calendar |single )?"
            r"(?:hours?|days?|weeks?|months?|years?|quarters?|fortnights?|sessions?|visits?)\b))"
        ),
        "when ",
    ),
    # "Two Tier 1 drugs", "three drugs of tier 2": which of them, and not how many.
    (compiled(r"\b(?:of |from |in |on )?tier[ -](?:\d|one|two|three)\b(?= have\b| ha[sd]\b|\W*$)"), ""),
    (
        compiled(
            r"(?<=\w )tier[ -](?:\d|one|two|three)(?:(?:,? (?:or|and) |, |/)(?:tier[ -])?(?:\d|one|two|three))* "
            r"(?=(?:[a-z-]+ )?(?:antidepressants?|medications?|medicines?|drugs?|agents?|products?)\b)"
        ),
        "",
    ),
    (compiled(r"\bonce\b"), "1 time"),
    (compiled(r"\btwice\b"), "2 times"),
    (compiled(r"\bthrice\b"), "3 times"),
    # "Failed on two or more occasions".
    (
        compiled(
            r"\bon ((?:at least |no (?:fewer|less) than |more than )?(?:\d|one|two|three|four|five)(?: or more)?) "
            r"(?:(?:separate|different|distinct|earlier|prior) )*occasions\b"
        ),
        r"\1 times",
    ),
    (
        compiled(
            r"(?<=\d) ?x (?=weekly\b|daily\b|(?:per|an?|each|every) (?:week|day)\b)|(?<=\d) ?x(?=/ ?(?:w(?:ee)?k|day))"
        ),
        " times ",
    ),
    (compiled(r"\bbi-?weekly\b|\bfortnightly\b|\bevery (?:other|second) week\b"), "every 2 weeks"),
    (compiled(r"\bfortnight\b"), "2 weeks"),
    (compiled(r"\b(?:a|per) half[- ]year\b|\bhalf an? year\b"), "6 months"),
    (compiled(r"\b(?:a|one) quarter(?:[- ]year\b| of (?:a|the) year\b)"), "3 months"),
    (compiled(r"\b(?:a|one) year and (?:a|one) half\b"), "18 months"),
    (compiled(r"\b(?:a|one) month and (?:a|one) half\b|\bone and (?:a|one) half months\b"), "6 weeks"),
    # "No more than a fifth of doses were missed".
    (compiled(r"\b(?:a|one)[ -]tenth of (?=(?:the |all )?(?:doses|days|pills|tablets))"), "10% of "),
    (compiled(r"\b(?:a|one)[ -]fifth of (?=(?:the |all )?(?:doses|days|pills|tablets))"), "20% of "),
    (compiled(r"\b(?:a|one)[ -]quarter of (?=(?:the |all )?(?:doses|days|pills|tablets))"), "25% of "),
    (compiled(r"\ba (?=(?:week|month|year) at a time\b)"), "1 "),
    (compiled(r"(?<=\d) up to (?:and including )?(?:the age of )?(?=\d)"), " to "),
    (compiled(r"(?<=\d) (?:or|and) beyond\b"), " or more"),
    (compiled(r"\b(?:by|at least|of)(?: (?:at least|no less than))? (?:an? |one )?half\b(?! of| an)"), "by 50%"),
    (compiled(r"\b((?:less|more) than|under) half\b(?! of)"), r"\1 50%"),
    (compiled(r"\b(?:another|an? (?:further|additional)) (?=(?:year|month|week)\b)"), "another 1 "),
    (compiled(r"\ban? (?=(?:year|month) at a time\b)"), "1 "),
    (compiled(r"\b(?:a|one)[ -]third (?=(?:decrease|reduc|drop|improve|fall|declin|lower|lessen|better)\w*)"), "33% "),
    (
        compiled(
            r"\b(?:a|one)[ -](?:quarter|fourth) (?=(?:decrease|reduc|drop|improve|fall|declin|lower|lessen"
            r"|better)\w*)"
        ),
        "25% ",
    ),
    (compiled(r"\b(?:a|one)[ -]half (?=(?:decrease|reduc|drop|improve|fall|declin|lower|lessen|better)\w*)"), "50% "),
    (compiled(r"\bby ((?:at least |no less than |more than )?)(?:a|one) third\b"), r"by \g<1>33%"),
    # "Improved by no more than a quarter", "less than a third better".
    (compiled(r"\b((?:less|more|better|greater) than|under|below|by) (?:a|one)[ -]quarter\b(?!['’])"), r"\1 25%"),
    (compiled(r"\b((?:less|more|better|greater) than|under|below) (?:a|one)[ -]third\b"), r"\1 33%"),
)
# "For a year", "at least a month"; "two sessions a week" is a rate.
_ONE_LONG = compiled(
    r"\b(for|least|than|lasts?|within|past|(?<!the maximum )(?<!the most )(?<!the limit )of"
    r"|(?:extended|prolonged|lengthened|renewed) by) an? "
    r"(?=(?:full )?(?:year|month|week)\b)"
)
_ONE_RECENT = compiled(r"\b((?:past|last|preceding|previous|prior|most recent)) (?=(?:year|month|week)\b)")
_PERCENT = compiled(r"(?<=\d) ?(?:%(?: points?\b)?|percentage points?\b|percent\b|per cent\b|pct\b)")
# "A minimum of" may stand before an article; a comparator that no number follows ("at least the minimum dose") stays.
_NUMBER_AHEAD = r"(?= ?(?:an? |the )?(?:(?:age|score)s? (?:of )?)?\d)"
_COMPARATORS: dict[str, tuple[str, ...]] = {
    ">=": (
        r"(?:greater|more|higher) than or equal to", r"equal to or (?:(?:greater|more|higher) than|above|over)",
        r"at or above", r"≥|>=|=>",
        r"at (?:the very )?least", r"(?:no|not(?: be)?|never) (?:less|fewer|lower|younger|shorter) than",
        r"(?:at )?a minimum(?: of)?", r"minimum(?: of|:)?", r"(?<!\d )min\.?:?",
        r"(?:not(?: be)?|never) (?:below|under)",
        r"(?:must |should )?(?:equals?|meets?|is equal to) or (?:exceeds?|surpass(?:es)?|is greater than|goes beyond)",
    ),
    "<=": (
        r"(?:less|fewer) than or equal to", r"equal to or (?:(?:less|fewer|lower) than|below|under)", r"at or below",
        r"≤|<=|=<",
        r"at (?:the )?most", r"(?:no|not(?: be)?) (?:more|greater|higher|longer|older|better) than",
        r"(?:a )?maximum(?: of)?", r"max\.?:?",

        r"(?:does |do |did |will |may |must )?(?:not|never) exceed(?:ed|s)?",
        r"not to exceed", r"not exceeding", r"up to(?: and including)?",
        r"(?:limited|restricted|confined|(?:likewise |also )?(?:held|kept)) to", r"capped (?:at|to)",
        r"not(?: be| go| run| extend| last)? (?:above|over|beyond|past)",
    ),
    ">": (
        # "18 and over once two have failed": the number is the one before.
        r"(?:greater|more|higher|older|longer) than", r"(?<!\d and )(?:over|above)(?! 1 time\b)",
        r"exceed(?:ing|s|ed)", r"(?<!not )(?<!never )(?<!to )exceed(?= ?\d+ ?%)", r"surpass(?:ing|es|ed)?",
        r"in excess of", r">", r"past(?= (?:the age of )?\d\d years? (?:of age|old)\b)",
    ),
    "<": (r"(?:less|fewer|lower|younger|shorter) than", r"under", r"below", r"<"),
}  # fmt: skip
_COMPARATOR_RULES = tuple(
    (compiled(rf"(?<![\w>=<])(?:{'|'.join(forms)}){_NUMBER_AHEAD} ?"), f"{sign} ")
    for sign, forms in _COMPARATORS.items()
)
# "Ten sessions at most", "18 years of age at the least".
_OF_A_NUMBER = (
    r"(?:%|years?|old|of|age|mg|points?|sessions?|treatments?|infusions?|doses|devices?|times?|a|per|weekly|weeks?"
    r"|months?|days?)"
)
# "Four weeks at the least effective dose" counts no least weeks.
_NO_DOSE = r"(?! ?\d)(?! (?:\w+ ){0,2}dos)"
_AFTER = (
    (
        compiled(
            rf"(?<![<>=] )\b(\d+(?: ?{_OF_A_NUMBER}){{0,5}}),? (?:at (?:the )?least|(?:at|as) (?:a|"
            rf"the) minimum)\b{_NO_DOSE}"
        ),
        r">= \1",
    ),
    (compiled(rf"(?<![<>=] )\b(\d+(?: ?{_OF_A_NUMBER}){{0,5}}),? at (?:the )?most\b{_NO_DOSE}"), r"<= \1"),
    (compiled(r"(?<![<>=] )\b(\d+ (?:sessions|treatments|infusions|doses|devices)) or (?:fewer|less)\b"), r"<= \1"),
)
# "Neither younger than 18 nor older than 70".
_NEITHER = (
    (compiled(r"\bneither < (?=\d)"), ">= "),
    (compiled(r"\bneither > (?=\d)"), "<= "),
    (compiled(r"\bnor > (?=\d)"), "and <= "),
    (compiled(r"\bnor < (?=\d)"), "and >= "),
)
# "ECT must have failed, as must four antidepressants": the same is said of what stands behind it.
_AS_MUST = (
    (
        compiled(
            r"(?P<said>\b(?:must|should|has to|have to|has|have) (?:each )?(?:have )?(?:been )?(?:failed|tried|"
            r"considered)), as (?:must|should|has|have|did|do|does) (?P<also>[^.,;:]{3,90})"
        ),
        r"\g<said>, and \g<also> \g<said>",
    ),
)
_HYPHEN_UNIT = compiled(r"(?<=\d)-(?=(?:hour|day|week|month|year|point|mg|percent)s?\b)")
_RANGE = compiled(r"(?<=\d)(?: ?(?:weeks?|months?|days?|years?|mg))? ?(?:-to-|-|to|through) ?(?=\d)")


# "Isn't required" is said as "is not required".
_CONTRACTED = compiled(r"\b(is|are|was|were|has|have|had|does|do|did|would|should|could|must|need)n't\b")


def _word_value(match: re.Match[str]) -> str:
    hundreds, tens, unit, small = match.group("hundreds", "tens", "unit", "small")
    if not (hundreds or tens or small):
        return match.group()
    value = 100 * _ONES.get(hundreds or "", 0) + _TENS.get(tens or "", 0) + _ONES.get(unit or small or "", 0)
    return str(value)


_NUMBERS = Rewriting((
    *_TIMES, (_ONE_LONG, r"\1 1 "), (_ONE_RECENT, r"\1 1 "),
    (_WORDS, _word_value), (_REPEATED, lambda match: match[1] or match[2]), *OF_SO_MANY,
    (_PERCENT, "%"), (_HYPHEN_UNIT, " "),
    *_COMPARATOR_RULES, *_NEITHER, *_AS_MUST, *_AFTER, *TO_A_WEEK, (_RANGE, " to "),
))  # fmt: skip


# A clause is read once for each answer of its policy, and its parts again: most texts come several times.
@lru_cache(maxsize=2048)
def normalise(text: str) -> str:
    """Lower case, one form of dash, quote and blank, digits for number words, signs for comparators.

    A number said twice ("three (3)", "2 (two)") becomes one; a pair that disagrees is left as it stands.
    """
    plain = text.lower().translate(_ONE_FORM)
    if "n't" in plain:
        plain = _CONTRACTED.sub(r"\1 not", plain.replace("won't", "will not").replace("can't", "cannot"))
    plain = _HYPHENED.sub(r"\1 than ", plain) if "-than-" in plain else plain
    plain = _THOUSANDS.sub("", plain) if "," in plain else plain
    plain = _SIGN_AGAIN.sub("", plain) if "(" in plain else plain
    plain = " ".join(plain.split()).translate(_NO_QUOTES).strip()
    return _NUMBERS.of(plain)


def number_said(word: str) -> int:
    """A number in one word or in digits; 0 for any other word."""
    return _ONES.get(word.lower(), int(word) if word.isdigit() else 0)


def whole(value: float) -> int | float:
    """The number without an empty fraction: 84.0 is 84, 0.5 stays."""
    return int(value) if float(value).is_integer() else value
