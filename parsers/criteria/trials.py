"""What a trial of an antidepressant had to be: its dose, adherence, effect and episode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.durations import durations
from parsers.criteria.vocabulary import below_first_number, first_number, near, one_of
from parsers.criteria.wording import Finding, matches, wording
from parsers.language.patterns import compiled

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
        # e.g. "at or above the usual starting therapeutic minimum"
        rf"\b{_DOSE} (?:at or above|>=) (?:the |its |their )?(?:[\w-]+ ){{0,4}}minimum\b",
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
        rf"\b(?:highest|largest|greatest|top) (?:[\w-]+ ){{0,3}}{_DOSE}",
        rf"\b(?:top|upper (?:end|limit)|high end) of (?:the )?(?:\w+ ){{0,3}}(?:range|{_DOSE})",
    )
)
# "For at least half of the maximum dose": no trial had to reach it.
_PART_OF_CEILING = compiled(
    r"(?:\bhalf|\d+%|\b(?:two|2|1|3)[- ](?:thirds?|quarters?)) (?:of )?(?:(?:the|its|their) )?(?:[\w-]+ ){0,3}?"
    r"(?:maxim\w+|highest|largest|greatest|top)\b(?: [\w-]+){0,3}"
)
_GOOD = one_of(
    "adequate", "therapeutic", "effective", "sufficient", "optimal", "optimum", "optimized", "appropriate",
    "recommended",
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
        # an adequate duration and dose, an adequate (therapeutic) dose
        rf"\b{_GOOD}(?:,? {_OTHER_QUALITY}){{0,3}}(?: \({_GOOD}\))?[ /-]*{_DOSE}",
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
        r"\b(?:taken|took|swallowed|(?:re)?filled|used|(?:re)?fills|claims|covers?|covering)(?: as \w+| on time)? "
        r"(?:(?:on|for|cover) )?"
        rf"(?:(?:>=|<) )?(\d+)%{_AND_UP} of (?:the |all |his |her |their )?(?:[a-z-]+ ){{0,3}}{_PARTS}",
        first_number,
    ),
    # e.g. "filled the antidepressant for at least 80% of the trial period"
    wording(
        "trial_adherence_pct",
        rf"\b(?:taken|took|(?:re)?filled|used) [^.;%\d]{{3,40}}? (?:on|for|over) (?:>= )?(\d+)%{_AND_UP} of "
        rf"(?:the |all |his |her |their )?(?:[a-z-]+ ){{0,3}}?{_PARTS}",
        first_number,
    ),
)

# "An early refill is paid when 85% of the days' supply is used": when a pharmacy may fill again, and no trial.
_REFILLS = compiled(r"\brefill(?:s|ed)? (?:edits?|thresholds?|limits?|too soon)\b|\bearly re-?fills?\b")

_CHANGE = one_of(
    r"improve\w*", "better", r"reduc\w*", r"decreas\w*", "decline", "fall", "fell", "drop", "change", r"respon\w*",
    "relief",
    "lessen", r"gains?\b", r"br(?:ought|ings?)\b[^.;%\d]{1,50}? down", r"lower\w*(?! than)", "eased?\b", "cut",
)  # fmt: skip
_OR_LESS = r",? or (?:less|lower|below|smaller|fewer)"
_UP_TO_PERCENT = r"[^.;%\d]{0,60}?"
# "Tried without response, and took at least 80% of the doses": no improvement.
_PERCENT = rf"(\d+)%(?! of (?:\w+ ){{0,2}}{_PARTS})"
# A scale's token carries a digit of its own, and drugs are counted: "neither of 2 antidepressants lowered the @phq9".
_COUNTED_ON = r"(?:@\w+|\b\d (?=[a-z])|[^.;%\d@])"
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
        rf"{_NEVER}{_COUNTED_ON}{{0,50}}?{_CHANGE}{_COUNTED_ON}{{0,40}}?(?:>= )?{_PERCENT}",
        below_first_number,
    ),
)

_NOW = one_of("current", "present", "ongoing", "index", "existing", "this")
EPISODE = compiled(
    one_of(
        rf"\b{_NOW}(?: (?:\w+|\(\w+\))){{0,4}}? (?:episode|bout)\b",  # the current depressive episode
        r"\bepisode (?:(?:that|which) is )?(?:now|currently|presently) (?:being )?(?:treated|under)",
        rf"\b{_NOW}-episode\b",
        r"\bsame episode\b",
        r"\bepisode (?:of (?:\w+ )?(?:depression|illness) )?(?:(?:that|which) is )?"
        r"(?:under treatment|being treated|to be treated|in question|at issue)\b",
        # "The episode for which the drug is sought", "the episode it is to treat", "the episode the request is about".
        r"\bepisode (?:for which (?:[\w'’-]+ ){1,4}?(?:is|are|was) (?:\w+ )?(?:sought|requested|asked|prescribed|"
        r"ordered|needed|intended|proposed|planned)\b|(?:(?:that|which) )?(?:[\w'’-]+ ){1,3}?is (?:\w+ )?to treat\b|"
        r"(?:that |which )?(?:the|this) (?:request|application) is (?:about|for|made for)\b)",
        r"\b(?:most recent|latest) (?:(?:major|depressive|depression|mdd|mood) )*episode\b",
        r"\bepisode (?:(?:that|which) is )?(?:documented|described|recorded|named|shown) (?:in|on) the (?:\w+ )?"
        r"(?:request|notes?|form|records?|chart|application)\b",
        # "Failures in earlier episodes do not count."
        r"\b(?:earlier|previous|prior|past|former) (?:\w+ )?episodes?\b[^.;]{0,30}\b(?:do(?:es)? not (?:count|satisfy"
        r"|meet|"
        r"qualify)|(?:is|are) (?:not (?:counted|considered|accepted)|left out|disregarded|ignored|set aside)|cannot be "
        r"(?:used|counted|accepted))\b",
        # e.g. "in the depression you have now", "during the depression the member is in at present"
        r"\bdepression (?:(?:that|which) )?(?:(?:the|your) )?(?:you|he|she|they|\w+) (?:has|have|is in|are in|"
        r"suffers? from) (?:right )?(?:now|at present|today|currently)\b",
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


def dose(words: str) -> Iterator[Finding]:
    """The dose of a trial; of a range ("up to the maximum but no less than the minimum") the floor decides."""
    if _FLOOR.search(words):
        yield Finding("trial_dose", "minimum_effective")
        if _EITHER_DOSE.search(words) and len(durations(words)) > 1:
            yield Finding("trial_dose", "maximum")
    elif _CEILING.search(_PART_OF_CEILING.sub(" ", words)):
        yield Finding("trial_dose", "maximum")
    elif _ADEQUATE.search(words):
        yield Finding("trial_dose", "adequate")


def effect_and_adherence(words: str) -> Iterator[Finding]:
    """The greatest improvement that is still a failure, the least adherence, and the episode trials must lie in."""
    yield from list(matches(CUT_OFF, words))[:1]
    if not _REFILLS.search(words):
        yield from list(matches(ADHERENCE, words))[:1]
    if lies_in_episode(words):
        yield Finding("episode_scope", "current")


def lies_in_episode(words: str) -> bool:
    """Whether words name the present episode as the one that trials must lie in."""
    return bool(EPISODE.search(words)) and not _ANY_EPISODE.search(words)
