"""How long a failed trial lasted and how far back failures count; lengths of approvals, papers and rest are neither."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.durations import Duration, durations
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import ANTIDEPRESSANT, INTOLERANCE, one_of
from parsers.criteria.wording import Finding
from parsers.language.patterns import compiled

_RECENT = one_of("past", "previous", "prior", "preceding", "most recent")
# In "each trial must last >= 4 weeks" and "did both trials last 4 weeks" it is a verb.
_LAST = r"(?<!\bto )(?<!\btrial )(?<!\btrials )(?<!\bmust )(?<!\bshould )last (?:<=? )?"
# "The plan looks back two years", "no further back than one year", "no longer ago than five years".
_BACK = (
    r"\b(?:(?:look|reach|search|go|goes|check|count)\w*(?: [\w-]+){0,3}? )?back"
    r"(?: (?:for|over|by|only|(?:no|not(?: any)?) (?:further|farther|more|longer) than))+(?: (?:<=|the))* $"
    r"|\b(?:look|reach|search|go|goes|check)\w*(?: [\w-]+){0,2}? back (?:<= )?$"
    r"|\b(?:no|not(?: any)?) (?:longer ago|(?:further|farther) (?:back|ago)|earlier) than $"
    # "Only failures newer than 24 months count", "trials must be recent (not older than two years)".
    r"|\b(?:newer|more recent|fresher|later) than $|\brecent\W{1,3}(?=$|no older than $)"
)
_LOOKS_BACK = compiled(rf"\b(?:{_RECENT} (?:[<>]=? )?|{_LAST})$|\b(?:with ?in|inside)(?: the)? (?:[<>]=? )?$|{_BACK}")
# "No more than 65 years of age".
_OF_AGE = compiled(r"^[ -]of[ -]age\b")
_AGO = compiled(
    r"^ (?:ago|(?:may|can|must) (?:not )?have (?:passed|elapsed|gone by) since|back(?=\W*$)"
    r"|(?:(?:that|which) (?:c[ao]me|lie|fall|are|were) )?(?:before|prior to|ahead of) "
    r"(?:the |this )?(?:request|submission|application|date)|preceding|(?:(?:that|which) )?(?:leading|leads?|led) up "
    r"to|"
    r"(?:that|which) preced\w+)\b"
    r"|^ old\b[^.;]*\b(?:not (?:be )?(?:count|consider|accept)|disregard|ignored|left out)"
)
# "The failures are no older than two years."
_NO_OLDER = compiled(r"\bfail[^.;]{0,40}\b(?:is|are|was|were|be|dates?(?: back)?) $")
# "Failures dating back more than 18 months are disregarded", "attempts over two years old do not count".
_TOO_OLD = compiled(
    r"\b(?:dat\w+|go(?:es|ing)?|reach\w*|lying|stretch\w*) (?:back )?(?:further than |[<>]=? )?$"
    r"|\bfailures? (?:that are )?> $"
)
# "A failed antidepressant older than 24 months is not counted", "we accept no failures older than two years": no trial
# is refused for having been long.
_OLDER_TRIALS = compiled(
    rf"\b(?:fail(?:ures?|ed)|trials?|attempts?)\b(?: (?:[\w-]+ )?{ANTIDEPRESSANT}\w*(?: trials?)?)?"
    r"(?: (?:that|which))?(?: (?:is|are|was|were|date back))? $"
)
_REFUSED_AHEAD = compiled(
    r"\b(?:no|not (?:\w+ )?(?:count|consider|accept|recogni[sz]e|take)|disregard|ignore|exclude|leave out)\b[^.;]*$"
)
_MONTHS_TO_BE_OLD = 6
_LEFT_OUT = compiled(
    r"^[^.;]*\b(?:not (?:be )?(?:count|consider|accept|recogni[sz]|taken)|disregard|ignored|left out|excluded)"
)
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
    rf"(?:{ANY_SCALE}|\b(?:scores?|ratings?)\b)(?:(?!\bfail|{ANTIDEPRESSANT})[^.;]){{0,60}}\b(?:recorded|obtained"
    rf"|measured|"
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
# "Has been stable for two weeks on an antidepressant other than those that failed": what is taken now is no trial.
_STABLE = compiled(
    r"\b(?<!not )(?<!not been )(?:stable|steady|unchanged|stabili[sz]ed|maintained)\b"
    r"(?:(?!\bfail|\btr(?:ial|ied)\b|\bresponse\b)[^.;]){0,60}?"
    r"(?:\b(?:for|over)|\()(?: ?(?:the last|a|>=|at least))* ?$"
)
# "Six months of physical therapy": no drug was tried for so long.
_CARE = (
    r"(?:(?:physical|occupational|aquatic) (?:or (?:physical|occupational) )?therap\w+|physiotherapy|rehabilitation)"
)
_BEHIND_CARE = compiled(rf"\b{_CARE} (?:of|for|lasting|over)(?: (?:at least|>=|about))* ?$")
_BEFORE_CARE = compiled(rf"^ (?:of|in) (?:\w+ ){{0,2}}{_CARE}\b")
# "A drug that could not be continued for 6 weeks because of intolerance counts as one of the three": it was not tried
# for so long, and is counted all the same.
_NOT_BORNE_SO_LONG = compiled(
    r"(?:\bnot|n['’]t|\bcannot|\bnever|\bunable to)(?: be| been)?(?: well)? (?:continued?|completed?|taken?|kept|"
    r"tolerated?|borne?|sustain(?:ed)?|last(?:ed)?|finish(?:ed)?|reach(?:ed)?)\b"
    r"(?: (?:up|on|for|to|until|till|through|over|the|a|all|full|whole|required|minimum|>=|at least))* $"
    r"|\b(?:stopped|discontinued|given up|ended|abandoned|withdrawn|cut short)(?: \w+)? (?:before|within|short of|in "
    r"<|(?=<))(?: (?:the|end|of|full|whole|a|all|first|<|>=))* ?$"
)
_COUNTED_ALL_THE_SAME = compiled(
    rf"^(?=.*(?:{INTOLERANCE.pattern})).*\b(?:counts?|counted|qualif\w+|accepted|considered|regarded)\b"
    r"(?! (?:only|for nothing))"
)
_NOT_COUNTED = compiled(
    r"\b(?:not|never|no|nor|neither|none)\b[^.;,]{0,25}?\b(?:counts?|counted|qualif\w+|accepted|considered|regarded)\b"
)
# In days: "… have failed, for 180 days" ends in the length of the cover, too.
LONGER_THAN_A_TRIAL = 90
# No wording right before a length is longer, in characters; a sentence of some thousand words is.
_WORDS_BEFORE = 200
_COMES_AFTER = compiled(
    r"^[ -](?:initial |renewal )?(?:approval|authori[sz]ation|certification)\b|^,? (?:at first|initially)\b|"
    r"^\)? (?:per|(?:for|with|at|on) (?:each|every)) (?:approval|authori[sz]ation|certification|renewal|request)\b|"
    r"^\)? (?:after|following|from|since) (?:the )?(?:failure|last|end|stop)"
)


# "In the current episode or in the last two years": whichever reaches further.
_IN_EPISODE_OR_SINCE = compiled(
    r"\b(?:episode\b[^.;,]{0,40},? or (?:(?:(?:with)?in|during|over|inside|no|at|not)\b|<=)[^.;]*\b(?:years?|months?)\b"
    r"|(?:years?|months?)\b[^.;,]{0,30},? or (?:(?:with)?in|during)\b[^.;]{0,30}\bepisode\b)"
)


def either_episode_or_span(words: str) -> bool:
    """Whether failures may lie in the present episode or in a span of time, and need not lie in both."""
    return bool(_IN_EPISODE_OR_SINCE.search(words))


def _is_look_back(words: str, length: Duration) -> bool:
    before, after = words[max(0, length.start - _WORDS_BEFORE) : length.start], words[length.end :]
    at_most = length.sign == "<=" and (length.unit == "year" or _NO_OLDER.search(before)) and not _OF_AGE.match(after)
    too_old = _TOO_OLD.search(before) and _LEFT_OUT.search(after)
    told = _LOOKS_BACK.search(before) or _AGO.search(after) or at_most or too_old
    return bool(told) or _is_of_older_ones(words, length)


def _is_of_older_ones(words: str, length: Duration) -> bool:
    before = words[max(0, length.start - _WORDS_BEFORE) : length.start]
    old = length.sign == ">" and length.months >= _MONTHS_TO_BE_OLD
    if not (old and _OLDER_TRIALS.search(before)):
        return False
    return bool(_LEFT_OUT.search(words[length.end :]) or _REFUSED_AHEAD.search(before))


# "If other medicines have not helped: 3 months.": how long it is approved in that case.
_BEHIND_A_CASE = compiled(r"(?:^|[.:|;] ?)(?:if|when|where|in case) (?:(?!\bfor\b|\btrial|\bdos)[^:.;|])+: ?(?:<= ?)?$")
_ENDS_A_SENTENCE = compiled(r"\W*(?:$|[.|])")


def _is_told_otherwise(words: str, length: Duration) -> bool:
    """Whether a length is that of an approval ("6-month approval"), or of what follows a trial."""
    before, first = words[: length.start], max(0, length.start - _WORDS_BEFORE)
    if _BEHIND_A_CASE.search(before) and _ENDS_A_SENTENCE.match(words[length.end :]):
        return True
    long = length.unit in ("month", "year") or length.days >= LONGER_THAN_A_TRIAL
    ends = long and not words[length.end :].strip(" .")
    if ends and _AT_THE_END_OF_COVER.search(before):
        return True
    return bool(_IS_NOT_OF_A_TRIAL.search(before, first) or _COMES_AFTER.match(words[length.end :]))


# "…; the eight weeks are waived for a drug that was not tolerated": they are asked for before.
_WAIVED = compiled(r"^ (?:(?:is|are|being|be|shall be|will be) )?(?:waived|excused|lifted|set aside|forgiven)\b")


def _is_of_care(before: str, after: str) -> bool:
    return bool(_BEHIND_CARE.search(before) or _BEFORE_CARE.match(after))


def _counts_all_the_same(words: str) -> bool:
    """Whether a trial that was not borne is said to count; "it is not counted" is no such word."""
    counted = _COUNTED_ALL_THE_SAME.search(words)
    return bool(counted) and not _NOT_COUNTED.search(words)


def times(words: str) -> Iterator[Finding]:
    """Length of a trial and look-back: a length after "within the past" looks back, any other is a trial's."""
    for length in durations(words):
        before = words[max(0, length.start - _WORDS_BEFORE) : length.start]
        if _OF_PAPERS.search(before) or _OF_NO_TRIAL.search(before) or _is_of_care(before, words[length.end :]):
            continue
        if _STABLE.search(before) or _WAIVED.match(words[length.end :]):
            continue
        if _NOT_BORNE_SO_LONG.search(before) and _counts_all_the_same(words):
            continue
        if _is_look_back(words, length):
            # No failures of some days or weeks are looked for.
            if length.months:
                yield Finding("lookback_months", length.months)
        elif _is_told_otherwise(words, length):
            continue
        elif length.unit in ("day", "week", "month") and length.weeks >= 1:
            yield Finding("trial_weeks", length.weeks)
