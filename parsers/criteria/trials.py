"""What a trial of an antidepressant had to be: its length, dose, adherence, effect, and when it took place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import Duration, durations
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import ANTIDEPRESSANT, below_first_number, first_number, near, one_of
from parsers.criteria.wording import Finding, matches, wording
from parsers.patterns import compiled

_DOSE = r"dos(?:e|es|ed|age|ages|ing)?\b"
_FLOOR = compiled(
    one_of(
        rf"\bminim(?:um|al)(?:ly)?(?: \w+){{0,3}} {one_of(_DOSE, 'level')}",  # the minimum effective dose
        rf"\b(?:lowest|least|smallest) (?:\w+ ){{0,2}}{_DOSE}",
        rf"\b(?:low|lower|bottom) end of (?:the )?(?:\w+ ){{0,3}}(?:range|{_DOSE})",
        rf"\bminimum[ -]{_DOSE}",
        rf"\b{_DOSE}{near(30)}\bminim\w+ (?:recommended|effective|therapeutic|label)",
        rf"\b{_DOSE}{near(30)}\b(?:labell?ed|recommended|effective|therapeutic) minimum\b",
        rf"\b{_DOSE} of minim",
        # e.g. "a dose that was not under the lowest effective one"
        rf"\b{_DOSE}{near(30)}\b(?:lowest|least|smallest|minimum) (?:\w+ )?"
        r"(?:effective|recommended|therapeutic|label\w*|approved|usual)\b",
        # e.g. "in doses up to the maximum but not below the minimum that is held to be therapeutic"
        rf"\b{_DOSE}\b[^.;:]{{0,70}}?(?:\b(?:not|never|no|nor|neither) (?:\w+ )?(?:below|under|less than|lower than|"
        r"smaller than|beneath|fall\w* short of)|>=|\b(?:at least|above|between)) "
        r"(?:(?:the|its|their|an?|each|drug|label|labell?ed|recommended|usual|stated)(?:'s)? ){0,3}(?:minimum|floor)\b"
        r"(?! of [\d<>]| (?:\w+ )?(?:duration|time|length|period)\b)",
    )
)
_OF_THE_LABEL = r"(?:label(?:l?ing)?|insert|manufacturer|maker|fda)(?:'s)?"
_TAKEN = r"(?:taken|given|used|raised|titrated|pushed|brought|increased|went|prescribed|advanced)"
_CEILING = compiled(
    one_of(
        rf"\bmaxim(?:um|al|ally)(?:[ -]\w+){{0,3}}[ -]{one_of(_DOSE, 'tolerated', 'label')}",  # maximum labeled dose
        r"\bmaximally (?:tolerated|indicated|dosed)",
        rf"\b{_DOSE}{near(40)}\b"
        rf"(?:labell?ed|recommended|approved|tolerated|allowed|{_OF_THE_LABEL}|(?:to|at) (?:the|its|their)) "
        r"(?:maximum|ceiling)",
        # e.g. "each was raised to the label's maximum", "the dose went as high as could be borne"
        rf"\b{_TAKEN} (?:\w+ ){{0,2}}(?:at|to) (?:the|its|their) (?:{_OF_THE_LABEL} )?(?:maximum|ceiling)\b",
        rf"\b(?:{_DOSE}|{_TAKEN}) {near(30)}\bas (?:high|much|far) as (?:[\w'-]+ ){{1,6}}(?:tolerate|bear|be borne|"
        r"be tolerated)\b",
        rf"\bmax(?:imum)?\.?(?: \w+){{0,2}} {_DOSE}",
        rf"\b(?:highest|largest|greatest|top) (?:\w+ ){{0,3}}{_DOSE}",
        rf"\b(?:top|upper (?:end|limit)|high end) of (?:the )?(?:\w+ ){{0,3}}(?:range|{_DOSE})",
    )
)
_GOOD = one_of(
    "adequate", "therapeutic", "effective", "sufficient", "optimal", "optimized", "appropriate", "recommended",
    "generally accepted", "accepted", "standard", "labeled", r"fda[ -](?:approved|recommended)", "usual", "target",
    "full",
    "approved", "clinically appropriate", "suitable", "proper", "correct", "satisfactory", "reasonable", "fair",
    "right",
)  # fmt: skip
_OTHER_QUALITY = one_of("and", "or", "antidepressant", "treatment", "duration", "daily", r"label\w*", "length", "time")
_WELL = (
    r"(?:adequately|therapeutically|optimally|sufficiently|suitably|properly|appropriately|correctly|fully|effectively|"
    r"well)"
)
_ADEQUATE = compiled(
    one_of(
        rf"\b{_GOOD}(?:,? {_OTHER_QUALITY}){{0,3}}[ /-]*{_DOSE}",  # an adequate duration and dose
        r"\badequate dose-duration",
        r"\b(?:adequate|sufficient|therapeutic|effective|full|appropriate) strengths?\b",
        rf"\boptimi[sz]ation of (?:the )?{_DOSE}|\b{_DOSE} (?:(?:was|were|has been|have been) )?optimi[sz]",
        r"\b(?:with)?in (?:the |a )?(?:\w+ )?range (?:of|in|given (?:in|by)|on|from) (?:(?:the|its|their) )?"
        r"(?:\w+ )?label",
        r"\b(?:with)?in (?:the |a )?(?:\w+ ){0,2}(?:therapeutic|(?:fda[ -])?(?:approved|labeled|recommended)) "
        r"(?:dos\w+ )?range",
        rf"\b{_GOOD} (?:strengths?\b|(?:length|duration|time)(?: \([^()]*\))? and {_DOSE})",
        # "The dose recommended in its label".
        rf"\b{_DOSE} (?:that (?:is|was) )?(?:recommended|advised|given|approved|stated) (?:in|by|on) "
        r"(?:its|the|their|each) (?:\w+ )?(?:label|prescribing|package)",
        r"\bsub-?therapeutic(?:ally)? (?:dos|trial)",  # which does not count
        rf"\b{_WELL} dosed|\bdosed {_WELL}\b",
        rf"\btherapeutically (?:adequate|effective) {_DOSE}",
        rf"\badequate(?: in)?(?: duration)?(?: and)?[ /]{_DOSE}",
        rf"\badequate (?:\w+ ){{0,3}}(?:in|of) (?:both )?(?:terms of )?(?:{_DOSE}|duration and {_DOSE})",
        # e.g. "both the dosage (therapeutic) and the length (at least 4 weeks) of each trial were adequate"
        rf"\b{_DOSE}(?: \([^()]*\))? and (?:the )?(?:length|duration)(?: \([^()]*\))?(?: of (?:\w+ "
        rf"){{1,3}}(?:trials?|drugs?))? "
        r"(?:was|were|is|are|must be) (?:both )?adequate\b",
        rf"\b{_DOSE}(?: and duration| (?:of|for|with) (?:each|both|every|all)(?: \w+)?)? "
        r"(?:(?:that )?(?:is|was|were|must be|has been) )?(?:adequate|therapeutic|considered adequate|sufficient|"
        r"satisfactory|suitable|appropriate|proper)\b",
        rf"\b{_DOSE} (?:(?:generally|usually) )?(?:regarded|considered|deemed|held|judged|accepted|recognized) "
        r"(?:as |to be )?(?:adequate|therapeutic|sufficient)\b",
        # e.g. "with dose and time adequate", "dosage and length both sufficient"
        rf"\b{_DOSE} and (?:the )?(?:time|length|duration) (?:(?:was|were|being|both) )*(?:adequate|sufficient)\b",
    )
)
# Two definitions in one clause, each with its length: "4 weeks at the minimum or 8 weeks at the maximum dose".
_EITHER_DOSE = compiled(
    one_of(
        rf"\bmaxim\w+{near(200)}\bor\b{near(200)}\bminim",
        rf"\bminim{near(200)}\bweeks?\b{near(200)}\bor\b{near(200)}\bmaxim{near(200)}\bweeks?\b",
        rf"\bminim{near(200)}\bor\b{near(200)}\bweeks?\b{near(200)}\bmaxim",
    )
)

_ADHERES = r"(?:adheren|complian|adhered\b)\w*"
_DAYS_COVERED = one_of("proportion of days covered", r"pdc\b", "medication possession", r"mpr\b")
_PARTS = r"(?:doses|days|tablets|pills|capsules|medication|time\b|(?:\w+ )?period)"
_AND_UP = r"(?: (?:or|and) (?:more|greater|better|higher|above))?"
_MISSED = r"(?:missed|skipped|omitted|left out|forgotten)"


def _taken(match: re.Match[str]) -> int:
    """What was taken where the words say how much was missed: a tenth missed is 90%."""
    return 100 - first_number(match)


ADHERENCE = (
    # e.g. "missed no more than 10% of doses", "fewer than 20% of doses were missed"
    wording("trial_adherence_pct", rf"\b{_MISSED}\b[^.;%\d]{{0,40}}?[<>]=? (\d+)%", _taken),
    wording(
        "trial_adherence_pct", rf"[<>]=? (\d+)% of (?:[\w'-]+ ){{0,3}}?{_PARTS}[^.;%]{{0,40}}?\b{_MISSED}\b", _taken
    ),
    wording("trial_adherence_pct", rf"[<>]=? (\d+)% (?:[\w'-]+ ){{0,2}}?{_PARTS}[^.;%]{{0,20}}?\b{_MISSED}\b", _taken),
    # e.g. "80% or more adherence", "at least 80% adherence"
    wording(
        "trial_adherence_pct",
        rf"(\d+)%{_AND_UP}(?: [a-z-]+){{0,4}} {_ADHERES}",
        first_number,
    ),
    # e.g. "adherence to each was 80%"
    wording("trial_adherence_pct", rf"\b{one_of(_ADHERES, _DAYS_COVERED)}[^.;%\d]{{0,70}}?(\d+)%", first_number),
    wording("trial_adherence_pct", rf"\b{_DAYS_COVERED}[^;%\d]{{0,40}}?0?\.(\d\d?)\b", lambda m: int(f"{m[1]}0"[:2])),
    # e.g. "at least 75% of doses were taken", "taken on at least 80% of days"
    wording(
        "trial_adherence_pct",
        rf"(\d+)%{_AND_UP} of (?:the |all )?(?:\w+ ){{0,2}}?{_PARTS}[^.;]{{0,50}}"
        r"\b(?:taken|filled|covered|swallowed|used)\b",
        first_number,
    ),
    wording(
        "trial_adherence_pct",
        r"\b(?:taken|took|swallowed|filled|used|fills|claims|covers?|covering) (?:as \w+ )?(?:(?:on|for|cover) )?"
        rf"(?:>= )?(\d+)%{_AND_UP} of (?:the |all |his |her |their )?(?:[a-z-]+ ){{0,3}}{_PARTS}",
        first_number,
    ),
)

_CHANGE = one_of(
    r"improve\w*", "better", r"reduc\w*", r"decreas\w*", "decline", "fall", "fell", "drop", "change", r"respon\w*",
    "relief",
    "lessen", r"br(?:ought|ings?)\b[^.;%\d]{1,50}? down", r"lower\w*(?! than)", "eased?\b", "cut",
)  # fmt: skip
_OR_LESS = r",? or (?:less|lower|below|smaller|fewer)"
_UP_TO_PERCENT = r"[^.;%\d]{0,60}?"
# "Tried without response, and took at least 80% of the doses": no improvement.
_PERCENT = rf"(\d+)%(?! of (?:\w+ ){{0,2}}{_PARTS})"
_NEVER = r"\b(?:not|never|without|failed to|no|none|neither)\b"
_IS_NO_FAILURE = r"[^.;%]{0,60}?\b(?:not|no)\b[^.;]{0,20}\b(?:fail|count|qualif|consider|regard)"
CUT_OFF = (
    # e.g. "a drug that improved symptoms by more than 25% is not counted as failed"
    wording(
        "nonresponse_cutoff_pct", rf"\b{_CHANGE}[^.;%\d]{{0,40}}?> (?:an? )?{_PERCENT}{_IS_NO_FAILURE}", first_number
    ),
    wording("nonresponse_cutoff_pct", rf"> (?:an? )?{_PERCENT}[^.;%]{{0,30}}?{_CHANGE}{_IS_NO_FAILURE}", first_number),
    # e.g. "the best improvement was 25%", "at best 25% improvement", "response never exceeded 25%"
    wording(
        "nonresponse_cutoff_pct",
        rf"\b(?:best|greatest|largest|highest) {_CHANGE}{_UP_TO_PERCENT}{_PERCENT}",
        first_number,
    ),
    wording("nonresponse_cutoff_pct", rf"\bat best (?:an? )?{_PERCENT} {_CHANGE}", first_number),
    wording("nonresponse_cutoff_pct", rf"\b{_CHANGE}{_UP_TO_PERCENT}\b(?:not|never) > {_PERCENT}", first_number),
    # e.g. "≤ 25% improvement", "25% or less improvement"
    wording("nonresponse_cutoff_pct", rf"<= (?:an? )?{_PERCENT}[^.;%]{{0,40}}?{_CHANGE}", first_number),
    wording("nonresponse_cutoff_pct", rf"{_PERCENT}{_OR_LESS}[^.;%]{{0,25}}?{_CHANGE}", first_number),
    wording("nonresponse_cutoff_pct", rf"{_PERCENT} {_CHANGE}{_OR_LESS}\b", first_number),  # "25% improvement or less"
    # e.g. "improvement of 25% or less", "improved by no more than 25%"
    wording(
        "nonresponse_cutoff_pct",
        rf"\b{_CHANGE}{_UP_TO_PERCENT}(?:<= )?{_PERCENT}(?:{_OR_LESS}| (?:at (?:most|best)|only))",
        first_number,
    ),
    wording("nonresponse_cutoff_pct", rf"\b{_CHANGE}{_UP_TO_PERCENT}<= (?:an? )?{_PERCENT}", first_number),
    # e.g. "less than 50% improvement", "an improvement of less than 50%"
    wording("nonresponse_cutoff_pct", rf"< (?:an? )?{_PERCENT}[^.;%]{{0,40}}?{_CHANGE}", below_first_number),
    wording("nonresponse_cutoff_pct", rf"\b{_CHANGE}[^.;%]{{0,60}}?< (?:an? )?{_PERCENT}", below_first_number),
    # e.g. "did not improve by more than 25%"
    wording(
        "nonresponse_cutoff_pct",
        rf"{_NEVER}[^.;%]{{0,50}}?{_CHANGE}[^.;%\d]{{0,40}}?> (?:an? )?{_PERCENT}",
        first_number,
    ),
    wording(
        "nonresponse_cutoff_pct",
        rf"{_NEVER}{_UP_TO_PERCENT}> (?:an? )?{_PERCENT}[^.;%]{{0,25}}?{_CHANGE}",
        first_number,
    ),
    # e.g. "did not reach a 50% improvement", "failed to improve by at least 50%"
    wording(
        "nonresponse_cutoff_pct",
        rf"{_NEVER}{_UP_TO_PERCENT}(?:>= )?(?:an? )?{_PERCENT}[^.;%]{{0,25}}?{_CHANGE}",
        below_first_number,
    ),
    wording(
        "nonresponse_cutoff_pct",
        rf"{_NEVER}[^.;%\d]{{0,50}}?{_CHANGE}[^.;%\d]{{0,40}}?(?:>= )?{_PERCENT}",
        below_first_number,
    ),
)

_NOW = one_of("current", "present", "ongoing", "index", "existing", "this")
EPISODE = compiled(
    one_of(
        rf"\b{_NOW}(?: (?:\w+|\(\w+\))){{0,4}}? (?:episode|bout)\b",  # the current depressive episode
        r"\bepisode (?:(?:that|which) is )?(?:now|currently|presently) (?:being )?(?:treated|under)",
        r"\bsame episode\b",
        rf"\bepisode (?:that|which) is {_NOW}\b",
        r"\bepisode (?:of (?:\w+ )?depression )?(?:that|which) (?:prompts|prompted|occasions|occasioned|led to|"
        r"is behind) (?:the|this) request\b",
        # e.g. "the episode the patient is in now", "the episode that is under way"
        r"\bepisode\b(?: (?:that|which|in which))?(?: [\w']+){0,4} (?:in now|now|at present|under ?way|at hand)\b",
    )
)

_ANY_EPISODE = compiled(
    rf"\b(?:whether or not|not (?:necessarily|only|limited to)|regardless of whether|irrespective of)"
    rf"{near(40)}\bepisode\b"
    r"|\b(?:do(?:es)?|need) not (?:have |need )?(?:to )?(?:fall|lie|occur|be|have (?:occurred|fallen|been)|belong)\b"
    r"[^.;]{0,30}\bepisode\b"
)

_RECENT = one_of("past", "previous", "prior", "preceding", "most recent")
# In "each trial must last >= 4 weeks" and "did both trials last 4 weeks" it is a verb.
_LAST = r"(?<!\btrial )(?<!\btrials )(?<!\bmust )(?<!\bshould )last (?:<=? )?"
_LOOKS_BACK = compiled(rf"\b(?:{_RECENT} (?:[<>]=? )?|{_LAST})$|\b(?:with ?in|inside)(?: the)? (?:[<>]=? )?$")
# "No more than 65 years of age".
_OF_AGE = compiled(r"^[ -]of[ -]age\b")
_AGO = compiled(
    r"^ (?:ago|(?:(?:that|which) (?:c[ao]me|lie|fall|are|were) )?(?:before|prior to|ahead of) (?:the |this )?"
    r"(?:request|submission|application|date)|preceding|(?:(?:that|which) )?(?:leading|leads?|led) up to|"
    r"(?:that|which) preced\w+)\b"
    r"|^ old\b[^.;]*\b(?:not (?:be )?(?:count|consider|accept)|disregard|ignored|left out)"
)
# "The failures are no older than two years."
_NO_OLDER = compiled(r"\bfail[^.;]{0,40}\b(?:is|are|was|were|be|dates?(?: back)?) $")
# e.g. "Two weeks after failure", "approved for 6 months when …": lengths of something else.
_IS_NOT_OF_A_TRIAL = compiled(
    r"\b(?<!fda-)(?<!fda )(?:approv|authori[sz]|grant|cover|renew)\w*(?: \w+)? (?:for|of|lasts?)"
    r"(?: (?:up to|an?|the|<=|>=))* ?$"
    r"|\b(?:approval|authori[sz]ation|renewal|certification)s?(?::| \()?(?: ?(?:is|are|of|for|lasts?|runs?|up to|an?|"
    r"the|<=|>=|being|good|valid|lasting|running|in force))* ?$"
    r"|\b(?:approve|authori[sz]e|grant|renew|extend)s?(?: (?:up to|an?|the|<=|>=|another))* ?$"
    # e.g. the drug is approved (180 days) for adults who failed two
    r"|\b(?:approv|authori[sz]|grant|cover|renew)\w*(?: \w+){0,2} \((?:(?:for|up to|an?|the|<=|>=) ?)*$"
    # "Approval asks for the following and lasts 3 months"
    r"|\b(?:approval|authori[sz]ation|renewal|certification)s?\b[^.;:]{0,120}\b(?:and|which|that) "
    r"(?:lasts?|runs?|holds?|(?:is|are|stays?|remains?) (?:good|valid|in effect|in force))(?: (?:for|up to|<=))* ?$"
    # "When these are met the reviewer may enter 90 days"
    r"|\b(?:reviewers?|clerks?|staff|plan|we|may|can|will|should) (?:enter|load|key in|give|allow|grant|issue|write)s?"
    r"(?: (?:for|up to|an?|the|<=))* ?$"
    # "In remission from a substance use disorder for 3 months"
    r"|\b(?:remission|remitted|abstinen\w+|abstain\w*|sober|sobriety)\b[^.;,()]{0,60}$"
    r"|^\W*(?:approved?|authori[sz]ed?|renew(?:ed)?|extend(?:ed)?|granted)(?: (?:for|up to|an?|the|<=|>=|another))* ?$"
    # e.g. "members may receive it for an initial period of 3 months provided that …"
    r"|\bfor an initial (?:period of )?$"
    r"|[;,] (?:approved|authori[sz]ed|granted|covered)(?: (?:for|up to|<=))* ?$"
    # "At most 56 devices in 180 days": how long a supply lasts.
    r"|\b\d+ (?:devices?|kits?|sprays?|sessions?|infusions?|cartons?|packs?) (?:in|per|every|each|within|over)"
    r"(?: any| an?)? $"
)
# "It is covered for those in whom 2 drugs have failed, …, for 6 months": how long the cover lasts, at its end.
_AT_THE_END_OF_COVER = compiled(
    r"^(?!\W*(?:the )?(?:patient|member)\b).{0,80}?\b(?:covered|approved?|authori[sz]ed?|medically necessary)\b"
    r"[^;:]*[,)] for (?:(?:<=|an?|up to|initial|period of|the) )*$"
)
# "Office notes from the last six months": how old papers may be.
_OF_PAPERS = compiled(
    # "A PHQ-9 result recorded within thirty days of the request".
    rf"(?:{ANY_SCALE}|\b(?:scores?|ratings?)\b)(?:(?!\bfail|{ANTIDEPRESSANT})[^.;]){{0,60}}\b(?:recorded|obtained|measured|"
    r"completed|taken|done|dated|administered) (?:with ?in|in|<=?)(?: the)?(?: (?:last|past|previous))? ?$|"
    r"\b(?:notes?|records?|charts?|documentation|evaluations?|letters?|screens?|labs?)(?: \w+){0,2}?,? "
    r"(?:from|of|for|dated|made|taken|written)(?: (?:with ?in|in))?(?: the)? (?:last|past|previous|prior|preceding) $"
)
# "Or one of these has been consulted within the last 6 months", "none has been active in the last 3 months": when
# somebody was asked, or how long a disorder has rested.
_OF_NO_TRIAL = compiled(
    r"\b(?:consult(?:ed|ation)s?|seen|evaluated|examined|assessed|visited|active|relapsed?|misuse|abuse|"
    rf"use disorders?)\b(?:(?!\bfail|\btr(?:ial|ied)\b|{ANTIDEPRESSANT})[^.;]){{0,40}}?"
    r"\b(?:with ?in|in|during|over|for|inside)(?: the)? (?:last|past|previous|prior|preceding) (?:[<>]=? )?$"
)
# "Six months of physical therapy": no drug was tried for so long.
_CARE = (
    r"(?:(?:physical|occupational|aquatic) (?:or (?:physical|occupational) )?therap\w+|physiotherapy|rehabilitation)"
)
_BEHIND_CARE = compiled(rf"\b{_CARE} (?:of|for|lasting|over)(?: (?:at least|>=|about))* ?$")
_BEFORE_CARE = compiled(rf"^ (?:of|in) (?:\w+ ){{0,2}}{_CARE}\b")
# In days: "… have failed, for 180 days" ends in the length of the cover, too.
LONGER_THAN_A_TRIAL = 90
# No wording right before a length is longer, in characters; a sentence of some thousand words is.
_WORDS_BEFORE = 200
_COMES_AFTER = compiled(
    r"^[ -](?:initial |renewal )?(?:approval|authori[sz]ation|certification)\b|^,? (?:at first|initially)\b|"
    r"^\)? (?:per|(?:for|with|at|on) (?:each|every)) (?:approval|authori[sz]ation|certification|renewal|request)\b|"
    r"^\)? (?:after|following|from|since) (?:the )?(?:failure|last|end|stop)"
)


def _is_look_back(words: str, length: Duration) -> bool:
    before, after = words[max(0, length.start - _WORDS_BEFORE) : length.start], words[length.end :]
    at_most = length.sign == "<=" and (length.unit == "year" or _NO_OLDER.search(before)) and not _OF_AGE.match(after)
    return bool(_LOOKS_BACK.search(before) or _AGO.search(after) or at_most)


def _is_told_otherwise(words: str, length: Duration) -> bool:
    """Whether a length is that of an approval ("6-month approval"), or of what follows a trial."""
    before, first = words[: length.start], max(0, length.start - _WORDS_BEFORE)
    long = length.unit in ("month", "year") or length.days >= LONGER_THAN_A_TRIAL
    ends = long and not words[length.end :].strip(" .")
    if ends and _AT_THE_END_OF_COVER.search(before):
        return True
    return bool(_IS_NOT_OF_A_TRIAL.search(before, first) or _COMES_AFTER.match(words[length.end :]))


def _is_of_care(before: str, after: str) -> bool:
    return bool(_BEHIND_CARE.search(before) or _BEFORE_CARE.match(after))


def times(words: str) -> Iterator[Finding]:
    """Length of a trial and look-back: a length after "within the past" looks back, any other is a trial's."""
    for length in durations(words):
        before = words[max(0, length.start - _WORDS_BEFORE) : length.start]
        if _OF_PAPERS.search(before) or _OF_NO_TRIAL.search(before) or _is_of_care(before, words[length.end :]):
            continue
        if _is_look_back(words, length):
            # No failures of some days or weeks are looked for.
            if length.months:
                yield Finding("lookback_months", length.months)
        elif _is_told_otherwise(words, length):
            continue
        elif length.unit in ("day", "week", "month") and length.weeks >= 1:
            yield Finding("trial_weeks", length.weeks)


def dose(words: str) -> Iterator[Finding]:
    """The dose of a trial; of a range ("up to the maximum but no less than the minimum") the floor decides."""
    if _FLOOR.search(words):
        yield Finding("trial_dose", "minimum_effective")
        if _EITHER_DOSE.search(words) and len(durations(words)) > 1:
            yield Finding("trial_dose", "maximum")
    elif _CEILING.search(words):
        yield Finding("trial_dose", "maximum")
    elif _ADEQUATE.search(words):
        yield Finding("trial_dose", "adequate")


def effect_and_adherence(words: str) -> Iterator[Finding]:
    """The greatest improvement that is still a failure, the least adherence, and the episode trials must lie in."""
    yield from list(matches(CUT_OFF, words))[:1]
    yield from list(matches(ADHERENCE, words))[:1]
    if lies_in_episode(words):
        yield Finding("episode_scope", "current")


def lies_in_episode(words: str) -> bool:
    """Whether words name the present episode as the one that trials must lie in."""
    return bool(EPISODE.search(words)) and not _ANY_EPISODE.search(words)
