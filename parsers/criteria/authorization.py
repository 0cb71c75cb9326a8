"""How long an approval lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.courses import ENDS_RENEWALS, total_of_a_course
from parsers.criteria.dose_schedules import GIVEN_SO_OFTEN
from parsers.criteria.durations import Duration, durations
from parsers.criteria.granting_wording import AT_THE_START, GRANTS, LABELS_ITSELF
from parsers.criteria.length_cells import SPAN, is_cell
from parsers.criteria.payer_remnants import FILLED_AT_ONCE
from parsers.criteria.vocabulary import one_of
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.phases.later_checks import is_later_check
from parsers.phases.phase_titles import phase_of_title
from parsers.phases.stage_wording import FIRST_AND_AGAIN

_RENEWS = compiled(
    one_of(
        r"\brenew", r"\bre-?authori", r"\bre-?cert", r"\bre-?approv", r"\bcontinu\w+", r"\bsubsequent",
        r"\blater\b", r"^\W*next\b",
        r"\bexten[ds]", r"\bfollow-?up\b", r"\bprolong", r"\blengthened",
        r"\bmaintenance", r"\bthereafter\b", r"\bongoing (?:approval|therapy)", r"\badditional (?=\d|period|$)",
        r"\b(?:further|another|more) (?=\d|period|$)", r"\b(?:after|beyond|past) (?:that|this|it)\b",
        r"\bbe (?:re-?)?(?:reviewed|evaluated|assessed) (?:>= |at least )?every\b",
    )
)  # fmt: skip
_BEGINS = compiled(r"\binitial|\bfirst\b|\bstart|\bopening\b|\bnew (?:start|request)|\bfirst-time")
_ON_RENEWAL = compiled(
    r"\)?,? (?:(?:on|upon|at|per|for|with) (?:each |the |an? |any |every )?(?:renewal|re-?auth|re-?cert|continuation)"
    r"|(?:thereafter|after that|afterwards?|subsequently|from then on)\b)"
)
_BEGINS_AFTER = compiled(
    rf"\)?[ ,]*(?:initially|at first|to (?:start|begin)|{AT_THE_START}"
    r"|(?:for|on|at) (?:the |an? )?(?:initial|first))\b"
)
_RENEWS_AFTER = compiled(r"\)?[ ,]*(?:for |upon |per |at )*(?:more|renewal|reauthor|continu|additional|further)")
_OTHER_TIME = compiled(
    r"\b"
    + one_of(
        "past",
        r"(?<!which )(?<!that )(?<!they )(?<!approvals )(?<!renewals )(?<!ones )last",
        "previous", "prior", "preceding", "every", "within", "after", "before", "failed", r"trial\w*",
        "remission", "lasted", "lasting", r"antidepress\w*", r"monitor\w*", r"observ\w*", "per", r"first \d+ weeks of",
        r"per \d+", "in", "devices?", "episode", "of age",
        r"age[sd]?(?: (?:from|between))?", "seen", "tested", "at least", "baseline", "abstinent",
        "sober", r"(?:stays?|admissions?) of",
    )
    + r"\s*(?:the |a |an |[<>]=? )*$"
    # "Two sessions a week in the first 4 weeks"
    r"|\b(?:in|during)(?: the (?:middle|midst|course) of)? the first $"
)  # fmt: skip
# "… two antidepressants, each tried for 6 weeks, have failed": a trial's length.
_TRIED_FOR = compiled(
    r"\b(?:(?:each|both|all|that|which)(?: 1| of (?:them|which|these))?|antidepressants?|drugs?|agents?|medications?),?"
    r" (?:(?:was|were|has been|have been|is|are) )*(?:each |both )?"
    r"(?:tried|taken|used|given|prescribed|trial+ed|dosed|continued|lasting|lasted)(?: (?:for|over|>=?|a minimum "
    r"of))* $"
    r"|\b(?:tried|taken|trial+ed)(?: (?:each|for|over|>=?|a minimum of))* $"
    # "Neither of two drugs (at the highest dose, for 8 weeks) helped".
    r"|\bat (?:an?|the|its|their) (?:[\w-]+ ){0,3}dos(?:e|age)s?,? (?:(?:each|and|for|over|>=?) ?)+$"
)
# "6 weeks or longer", "6 weeks at an adequate dose": no approval is for so long or longer.
_NOT_SO_LONG = compiled(
    r"\)?,? (?:(?:or|and) (?:longer|more|over|above|up)\b(?! devices)|(?:at|on) (?:an?|the|its|their) "
    r"(?:[\w-]+ ){0,3}dos(?:e|age)\b)"
)
_OTHER_TIME_AFTER = compiled(
    r"\)? (?:(?:are|is|have|has|were) (?:over|up|past|ended|passed|elapsed|expired|gone)|(?:or (?:more|longer) "
    r")?apiece|of age|old|or older|apart|prior|before|earlier|ago|each\b(?! time)|of "
    r"(?:treatment|therapy) (?:at|with)"
    # e.g. "a 30 day trial of two agents before one will be approved"
    r"|trials? (?:of|with) (?!(?:the )?(?:esketamine|spravato|therapy|treatment|drug|spray|medication)\b)"
    # e.g. "the score was lower by 30% 4 weeks after the first course"
    r"|after (?:the|each|an?|that) (?:\w+ )?(?:course|infusion|session|dose|treatment|injection|series|discharge)\b)"
)
# "Comes 30 days or more after the approval has ended", "60 days past its expiration"; not "for 6 months after it ends".
_AFTER_AN_END = compiled(
    r"\)? (?:or (?:more|longer) )?(?:after|past|beyond|from|following) (?:(?:the|an?|its|that|your|which) )?"
    r"(?:[\w-]+ ){0,4}?(?:end(?:s|ed)?|expir\w*|laps\w+|ran out|runs out)\b"
)
_FOR = compiled(r"\bfor (?:<= |another |an? |further |additional |more )*$")
_STEPS_OF_RENEWAL = compiled(r"[ -](?:increments?|intervals?|periods?|steps|blocks)\b")
_RENEWED_EVERY = compiled(
    r"\b(?:renew\w*|re-?authori\w*|re-?approv\w*|(?:authori[sz]ation|approval)s? (?:\w+ )?be (?:re-?)?"
    r"(?:reviewed|evaluated|assessed)) (?:>= |at least )?every $"
    # e.g. "Continuation (every 6 months): …"
    r"|^\W*(?:renewals?|continuations?|re-?(?:auth|approv|cert)\w*) \(every $"
    # e.g. "Recertification for resistant depression: every 6 months"
    r"|\b(?:renewal|re-?(?:auth|approv|cert)\w*)s?\b[^.;:]{0,80}: every $"
)
# "Every 6 months the prescriber attests that symptoms have improved": so long is each renewal good.
_CHECKED_EVERY = compiled(
    r"(?=[^.;]*\b(?:attest|confirm|document|show|submit)\w*)[^.;]*?\b(?:every|each) (?P<span>\d+ months?|"
    r"\d{2,3} days)\b"
)
# e.g. "Prior authorization expires after 12 months"
_EXPIRES = compiled(
    r"\b(?:pa|approvals?|(?:pre|re)?-?authori[sz]ations?|(?:pre|re)?-?certifications?|renewals?|it|they) (?:\w+ )?"
    r"(?:expires?|ends?|lapses?|runs? out) (?:after|in|within) (?:<= )?$"
)
# "In remission from a substance use disorder for 3 months"
_REMITTED_FOR = compiled(r"\b(?:remission|remitted|abstinen\w+|abstain\w*|sober|sobriety)\b[^.;,()]{0,60}$")
# e.g. "Approvals last 90 days" looks like "the last 90 days"; the verb takes another word of equal length.
_LASTS = compiled(
    r"\b(?:approvals?|authori[sz]ations?|renewals?|continuations?|coverage|certifications?|ones)"
    r"(?: (?:of|for|under) (?:[\w-]+ ){0,3}?[\w-]+)??(?: (?:will|still|now|may|each|all|both))* lasts?\b"
)
# e.g. "approvals, first or renewed", "for initial requests and renewals alike"
_EITHER_PHASE = compiled(
    r"\b(?:initial|first|new)(?: \w+)? (?:or|and|as well as|&) (?:\w+ )?"
    r"(?:renew|re-?auth|re-?cert|re-?approv|continu|exten[ds]|prolong|later|subsequent)"
    rf"|{FIRST_AND_AGAIN}"
)
# The days of "24 devices in the first 28 days" are those of a supply.
_OF_A_SUPPLY = compiled(
    r"\b(?:devices?|kits?|units?|mg\)?|packs?|sprays?)(?: each)?\)?"
    r"(?: (?:is|are|will be|may be|authori[sz]ed|approved|allowed|covered))*"
    r" ?(?:/|per|every|each|in|for|within|over|(?=(?:the )?first ))(?: ?(?:the|any|each|every|first|initial|a))* ?$"
)
# e.g. "Approval: 10 infusions within 90 days", "each renewal is for up to 6 infusions within 180 days"
_COURSE_GRANTED = compiled(
    r"(?:^|[.;:,] )\W*(?:(?:the|an?|each|every|any) )?(?:initial |first |prior |later |further |continued |renewed )?"
    r"(?:approvals?|authori[sz]ations?|renewals?|reauthori[sz]ations?|extensions?)"
    r"(?: (?:is|are|will be|covers?|lasts?|runs?))?(?: (?:good|valid))?(?: (?:for|of))?\W+(?:<= )?\d+ "
    r"(?:(?:more|further|additional) )?(?:infusions|sessions|treatments|doses) (?:given )?(?:within|over|in|during) $"
)
# "After the first 28 days, 6 more months are approved": what begins there goes on.
# "Following 4 weeks of induction, maintenance is approved for 6 months": no length of an approval.
_OF_INDUCTION = compiled(r" (?:of|in) (?:the )?induction\b(?! (?:is|are|may|will|can) )")
_AFTER_THE_FIRST = compiled(r"\b(?:after|beyond|following) (?:the |an? )?(?:first|initial)\b")
# e.g. "approvals of 180 days each"
_APPROVALS_OF = compiled(
    r"\b(?:(?:approval|authori[sz]ation|renewal|period|extension)s?|ones)(?: (?:after|beyond) (?:that|this|it))?[ ,:(]*"
    r"(?:(?:of|for|covers?|spans?|runs?(?: for)?|are for) )?(?<=[ (])$"
)
# "Each lasts 12 months", "they are for 6 months", among what is asked for renewals; "then 12 months" after a first one.
_EACH_LASTS = compiled(
    r"^\W*(?:(?:each|every|any)(?: one| of (?:these|them))?|they|these|those) "
    r"(?:lasts?|runs?|(?:is|are) (?:given|granted|good|for))\b|^\W*(?:and )?then,? (?:for |<= |another )*\d"
    r"|^\W*second: (?:for |<= )*\d"
    # "How is it renewed? For 6 months, when …"
    r"|^\W*for (?:<= |another )*\d+ (?:days?|weeks?|months?|years?)(?: (?:at a time|more|each))?,? "
    r"(?:if|when|where|provided|as long as)\b"
)
# "6 months" among what a renewal must show, or under "Start".
_ONLY_A_SPAN = compiled(rf"\W*(?:for )?{SPAN}\W*")
# e.g. "coverage period: yearly", "renewals are annual"
_YEARLY = compiled(
    r"(\b(?:period|duration|length|renew\w*|re-?auth\w*|re-?approv\w*|re-?certif\w*|approvals?|authori[sz]ations?)"
    r"(?: (?:is|are|of|will be|may be|approved|granted|given|issued|made|renewed))*"
    r" ?[:|-]? ?)(?:yearly|annual(?:ly)?|every year|each year"
    r"|on an? (?:yearly|annual) basis)\b(?! review)"
)
# "No extension goes past 180 days", "no approval lasts more than six months"
_NONE_LONGER = compiled(
    r"\bno (?:1 |single )?(?P<what>(?:\w+ )?(?:approvals?|authori[sz]ations?|renewals?|reauthori[sz]ations?"
    r"|extensions?)) "
    r"(?:(?:may|can|will|shall|is|are|be) )*(?:(?:goes?|runs?|lasts?|extends?|given|granted|good|made|for) )*"
    r"(?:past|beyond|over|for)? ?(?:> )?(?=\d+ (?:days|weeks|months?|years?)\b)"
)
# "A year at each renewal" opens with a number that is none in "twice a year".
_A_SPAN = compiled(
    r"^(?P<before>\W*(?:(?:and|for|up to) )*|[^.;]{0,80}\b(?:approvals?|authori[sz]ations?|renewals?)[ :|-]{1,3})"
    r"an? (?=(?:month|year)\b)"
)
# e.g. "When the 3 months are over we approve 6 more"
_SO_MANY_MORE = compiled(
    r"(?P<before>\b\d+ (?P<unit>days?|weeks?|months?|years?)\b[^.;]*?\b(?:approv|authori[sz]|allow|grant|give|"
    r"cover)\w* )"
    r"(?P<more>\d+) more\b(?! (?:day|week|month|year|device|kit|session|dose|infusion))"
)
# "Each was taken for 8 weeks" is short as well.
_LEAST_DAYS = 7
_MOST_DAYS = 5 * 365

# e.g. "a gap of 30 days between sessions does not end an approval"
# "Three studies of 4 weeks preceded the first approval": the agency's.
_OF_STUDIES = compiled(r"\b(?:stud(?:y|ies)|trials) of (?:<= |>= )?\d+ (?:weeks?|months?|days?)\b")
_GAP = compiled(
    r"\b(?:gaps?|pauses?|interruptions?|breaks?|lapses?(?! (?:after|in|within|\d))|missed|skipp\w+|"
    r"(?:does|do|will) not (?:end|void|close))\b"
    # e.g. "a request that comes > 30 days after the last approval ended is handled as a new one"
    r"|\b(?:requests?|renewals?|forms?|paperwork)\b[^.;]{0,60}(?<!no )> \d+ (?:days?|weeks?|months?) "
    r"(?:after|before|past|beyond|prior to|following|from|late)\b"
    # e.g. "use beyond 12 weeks is covered if the score has improved"
    r"|\b(?:use|treatment|therapy|esketamine|spravato|it) (?:\w+ ){0,3}?(?:after|beyond|past) "
    r"\d+ (?:days?|weeks?|months?)\b(?! (?:at a time|each))(?=[^.;]*\b(?:if|when|where|provided)\b)"
    # How a month is counted.
    r"|\b(?:months?|years?) (?:counts?(?: as)?|equals?|means|is (?:counted|taken) as) \d+ days\b"
)
# e.g. "365 days except Spravato, see below", "365 days, except Zulresso (30 days) and Spravato (as stated below)"
_OURS = r"(?:spravato|esketamine|ketamine)\b"
_OTHERS = r"(?:(?!and\b|or\b|when\b|if\b|where\b)[a-z][\w-]+(?: ?\([^()]*\))?(?:, (?:and |or )?| and | or |; ))*"
_BUT_OURS = (
    r"\b(?:except|other than|excluding|excepting|apart from|all (?:\w+ )?but)(?: for| as (?:\w+ ){1,3}?(?:for|under))? "
    rf"{_OTHERS}{_OURS}"
)
_OF_OTHER_DRUGS = compiled(
    rf"{_BUT_OURS}|\b{_OURS}(?: \(\w+\))?[:,]? ?\(?(?:see|as|per|according to) "
    r"(?:(?:stated|noted|listed|set out|given|shown|its own|the) ?)*(?:below|above|criteria|section|under)"
)
# e.g. "365 days, except Spravato (60 days)": ours has a length of its own
_OWN_OF_OURS = compiled(
    rf"{_BUT_OURS}(?: \(esketamine\))?\W{{1,3}}(?:for |up to )?(?P<own>\d+ (?:day|week|month|year)s?)\b"
)


def _is_grant(words: str, length: Duration) -> bool:
    before = _LASTS.sub(lambda lasts: lasts.group().replace("last", "span"), words)[: length.start]
    after = words[length.end :]
    if _COURSE_GRANTED.search(before) and length.days >= _LEAST_DAYS:
        return True
    if length.unit == "hour" or not _LEAST_DAYS <= length.days <= _MOST_DAYS:
        return False
    if _OTHER_TIME_AFTER.match(after) and not (_APPROVALS_OF.search(before) and after.startswith(" each")):
        return False
    if _AFTER_AN_END.match(after) and not _FOR.search(before):
        return False
    if _OF_INDUCTION.match(after) or _OF_A_SUPPLY.search(before) or re.search(rf"{_AFTER_THE_FIRST.pattern} $", before):
        return False
    often = length.unit == "week" and GIVEN_SO_OFTEN.search(before)
    if often or any(form.search(before) for form in (_TRIED_FOR, _REMITTED_FOR)):
        return False
    if words.startswith(">=", length.start) or _NOT_SO_LONG.match(after):
        return False
    granted = _STEPS_OF_RENEWAL.match(after) or _RENEWED_EVERY.search(before) or _EXPIRES.search(before)
    return not _OTHER_TIME.search(before) or bool(granted)


def _is_for_renewal(clause: Clause, length: Duration) -> bool:
    """Whether a length is a renewal's: the nearest word before it decides, then what follows, then the section."""
    before, after = clause.words[: length.start], clause.words[length.end :]
    if _AFTER_THE_FIRST.search(before):
        return True
    if _BEGINS_AFTER.match(after):
        return False
    if _ON_RENEWAL.match(after):
        return True
    renews = max((match.start() for match in _RENEWS.finditer(before)), default=-1)
    begins = max((match.start() for match in _BEGINS.finditer(before)), default=-1)
    if renews != begins:
        return renews > begins
    return clause.phase == "renewal" or bool(_RENEWS_AFTER.match(after))


def _opens_a_phase(clause: Clause) -> bool:
    """Whether a clause is a length and no more, under the title of the first phase ("Start")."""
    return phase_of_title(clause.title) == "initial" and bool(_ONLY_A_SPAN.fullmatch(clause.words))


def _with_plain_lengths(clause: Clause) -> Clause:
    """The clause with its length in a number and a unit, whatever the words for it."""
    if _YEARLY.search(clause.words):
        clause = clause.within(_YEARLY.sub(r"\g<1>1 year", clause.words))
    if _SO_MANY_MORE.search(clause.words):
        clause = clause.within(_SO_MANY_MORE.sub(r"\g<before>\g<more> \g<unit> more", clause.words))
    if _NONE_LONGER.search(clause.words):
        clause = clause.within(_NONE_LONGER.sub(r"each \g<what> is for <= ", clause.words))
    if _A_SPAN.match(clause.words):
        clause = clause.within(_A_SPAN.sub(r"\g<before>1 ", clause.words, count=1))
    if (ours := _OWN_OF_OURS.search(clause.words)) and (general := durations(clause.words[: ours.start()])):
        clause = clause.within(f"{clause.words[: general[0].start]}{ours['own']}")
    return clause


def read(clause: Clause) -> Iterator[Finding]:
    """Length of the approval for the clause's phase, and no other: initial lengths are no limit of a renewal."""
    clause = _with_plain_lengths(clause)
    lengths = durations(clause.words)
    if clause.phase == "renewal" and (checked := _CHECKED_EVERY.search(clause.words)) and is_later_check(clause.text):
        yield from (Finding("renewal_auth_days", each.days) for each in lengths if each.start == checked.start("span"))
        return
    told_of = (_OF_OTHER_DRUGS, _OF_STUDIES, _GAP, ENDS_RENEWALS)
    if (
        total_of_a_course(clause.words)
        or not lengths
        or any(of.search(clause.words) for of in told_of)
        or FILLED_AT_ONCE.match(clause.text)
    ):
        return
    renewal, either = clause.phase == "renewal", bool(_EITHER_PHASE.search(clause.words))
    # A table's cell says a length ("6 months"), its column title what the length is of.
    said = (clause.words, f"{clause.topic} {clause.words}" if is_cell(clause.words) else "")
    of_each = renewal and _EACH_LASTS.match(clause.words)
    # "180 days." by itself, among what a renewal asks for.
    of_each = of_each or (renewal and _ONLY_A_SPAN.fullmatch(clause.words))
    if not (any(map(GRANTS.stands_in, said)) or of_each or _opens_a_phase(clause) or LABELS_ITSELF.match(clause.words)):
        return
    for length in lengths:
        if _is_grant(clause.words, length) and (either or _is_for_renewal(clause, length) == renewal):
            yield Finding("renewal_auth_days" if renewal else "initial_auth_days", length.days)
            return
