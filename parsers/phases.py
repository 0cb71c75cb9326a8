"""Which phase of an approval a text is about: the first, its renewal, or every one."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.any_of import any_of
from parsers.later_checks import is_later_check
from parsers.models import Phase
from parsers.patterns import Pattern, compiled
from parsers.phase_titles import phase_of_title

# "Therapy beyond the first four weeks is not covered" is of no manner of use, but of the renewal.
_TREATMENT = r"(?:treatment|therapy|use|coverage|esketamine|spravato|ketamine|infusions|sessions)"
_ANSWERED = r"(?:medically necessary|covered|approved|authori[sz]ed|allowed|considered)"
_A_PERIOD = r"(?:[\w-]+ ){0,2}?(?:days?|weeks?|months?|years?|period|approval|authori[sz]ation|course)\b"
_BEYOND_THE_FIRST = (
    rf"\b(?:continu(?:ed|ing)|further|ongoing) {_TREATMENT} (?:beyond|past) {_A_PERIOD}"
    rf"|\b{_TREATMENT} (?:beyond|past) (?:the |this |that |an? )?(?:initial|first) {_A_PERIOD}"
)
BEYOND_THE_FIRST = compiled(_BEYOND_THE_FIRST, re.IGNORECASE)
_RENEWAL = any_of(
    _BEYOND_THE_FIRST,
    r"\bre-?auth(?:ori[sz]\w*|s)?\b|\bre-?certs?\b|\brenew(?:als?|ed|ing|able|s)?\b|\bre-?approv\w*|\bre-?certif\w*|\bcontinuations?\b"
    # An antidepressant may be "continued with esketamine" from the first.
    r"|\bcontinu(?:ed(?! with\b)|ing|e|es) (?:\w+ )?(?:use|therapy|treatment|approval|coverage|authori[sz]ation|"
    r"esketamine|spravato|ketamine|requests?|infusions?|sessions?)\b"
    r"|\bsubsequent (?:approval|authori[sz]ation|request|review|coverage|treatment|course)s?\b|"
    r"\bmaintenance (?:(?:therapy|treatment) )?(?:approval|request|authori[sz]ation|criteria)"
    r"|^\W*(?:(?:an?|any|the|each) )?(?:maintenance|booster) (?:infusions?|sessions?|series|courses?|treatments?)\b"
    # "Medically necessary for maintenance when", "maintenance dosing is covered"; not of anesthesia.
    rf"|\b{_ANSWERED}[^.;:]{{0,20}} (?:for|in|as|during) (?:the )?maintenance\b(?! (?:of|or)\b)"
    rf"|\b(?:maintenance|ongoing) (?:{_TREATMENT}|dosing|phase)[^.;:]{{0,30}}? (?:is|are|may be|will be|can be) "
    rf"(?:(?:considered|deemed) )?(?:{_ANSWERED}|granted)\b"
    r"|^\W*maintenance (?:is|may|will|can)\b|(?<=[a-z])(?:,| [–—-]) maintenance\W*$"
    r"|\bongoing (?:approval|authori[sz]ation|coverage)s?\b|\bextensions? (?:of|requests?)"
    r"|^\W*(?:ongoing|maintenance) (?:treatment|therapy|use|coverage)\W*$|"
    r"\b(?:continued|continuing|ongoing|maintenance)[,:]? (?:for |up to )*(?:\d+|an?|one|two|three|four|six|nine|"
    r"twelve) (?:days?|weeks?|months?|years?)\b"
    r"|\b(?:extended|extendable|prolonged|lengthened) (?:for|by)\b"
    r"|\b(?:we|(?:the|your|our) plan|it) (?:will |can |may )?(?:extends?|renews?|prolongs?) (?:it |them |this )?"
    r"(?:for|by|another|up to)\b"
    r"|^\W*before (?:it|that|this|(?:the|your) (?:first )?(?:approval|authori[sz]ation|yes)) (?:runs out|ends|expires|"
    r"lapses|is over)\b"
    r"|^\W*(?:approvals?|authori[sz]ations?|requests?|those|the ones) "
    r"(?:after (?:that|this|it)|thereafter|that follow)\b"
    r"|\(subsequent(?:ly)?\)|\bsubsequent(?:ly)?\b(?=[,:]? (?:\d+|an?|one|two|three|four|six|nine|twelve) "
    r"(?:days?|weeks?|months?|years?)\b)"
    r"|^\W*(?:the )?(?:next|following|second) (?:\d+|two|three|four|six|nine|twelve)[ -](?:weeks|months)\b"
    r"|\b(?:continuing|established|existing) (?:patients?|users?)\b"
    r"|\b(?:months?|weeks?|days?|year)[ -](?:re-?)?(?:authori[sz]ation|approval|certification)s? follows?\b"
    r"|\b(?:it|the (?:drug|spray|approval)|esketamine|spravato|treatment) (?:is|may be|can be|will be) continued\b"
    r"|\b(?:(?:each|every|any) (?:later|further|subsequent|additional)|later|further|subsequent) "
    r"(?:block|term|span)s?\b"
    r"|\b(?:later|subsequent|following|further) ones\b|^\W*(?:an )?extensions?\b"
    r"|\b(?:further|later|repeat(?:ed)?|additional|another|follow-?up) (?:courses?|approvals?|authori[sz]ations?|"
    r"cycles?|series|requests?|periods?)\b"
    r"|(?<!not )\b(?:currently|already) (?:receiving|taking|using|on|started on|stable on|(?:being )?treated with|"
    r"established on) (?:\w+ ){0,3}?(?:esketamine|spravato|ketamine|the (?:drug|medication|requested \w+))\b"
    r"|\b(?:patients?|members?|individuals?|beneficiar(?:y|ies)) (?:(?:who (?:is|are) )?(?:currently|already|"
    r"established|stable|stabili[sz]ed) )on (?:this |the same )?(?:therapy|treatment)(?=\W*$|\s*[(:;])"
    r"|\b(?:established|maintained|stabili[sz]ed|stable) (?:patient )?on (?:\w+ )?(?:esketamine|spravato|ketamine)\b"
    r"|\b(?:further|additional|another) (?:\w+(?: \(\d+\))?[ -])?(?:days?|weeks?|months?|years?)\b[^.;]{0,40}"
    r"\b(?:approv|authori[sz]|cover|grant|allow)"
    r"|\b(?:request|ask for|apply for|obtain|seek)s? (?:an? |up to )*(?:further|additional|another) "
    r"(?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # "For another six months, the prescriber attests …"
    r"|^\W*for (?:another|a further|an additional) (?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # "We approve six more", "approved again for six months", "payment continues past that date".
    r"|\b(?:approv|authori[sz]|cover|grant|allow|give|pay for)\w* (?:up to |for )?(?:\d+|one|two|three|four|five|six|"
    r"eight|"
    r"nine|ten|twelve|eighteen) (?:(?:days|weeks|months|years) )?more\b"
    r"|\b(?:approved|authori[sz]ed|covered|granted) (?:once )?again\b"
    r"|\b(?:approv|authori[sz]|cover|grant|allow)\w* (?:it )?for (?:up to )?(?:an? |another )*"
    r"(?:further|additional|another|(?<=another )[\w-]+) (?:[\w-]+ )?(?:days?|weeks?|months?|years?)\b"
    r"|\b(?:payment|coverage|cover|treatment|therapy|benefits?) (?:(?:shall|will|may|can) (?:be )?)?continued?s? "
    r"(?:beyond|after|past)\b"
    r"|\bfurther (?:(?:intravenous|iv|nasal) )?(?:esketamine|spravato|ketamine)\b"
    r"|^\W*the (?:next|second) (?:one|yes|three months|six months)\b|\beach (?:one )?thereafter\b"
    r"|\b(?:treatment|therapy|use|coverage|esketamine|spravato) (?:may |can |will )?go(?:es)? on "
    r"(?:after|for|past|beyond)\b"
    r"|\brequests? to (?:continue|keep going|go on)\b|^\W*(?:in order )?to (?:continue|keep going|go on)\b"
    r"|\b(?:treatment|therapy|(?<!any )(?<!every )(?<!all )(?<!other )use|coverage|"
    r"(?:authori[sz]ation|approval|request)s?) (?:beyond|after|past) "
    r"(?:that|this|it|the (?:first|initial) (?:\w+ )?(?:courses?|approval|authori[sz]ation|period|weeks|months))\b"
    r"|\b(?:authori[sz]ation|approval)s? (?:shall|will|must|is|are|is to) (?:be )?"
    r"(?:re-?)?(?:reviewed|evaluated|assessed) "
    r"(?:at least )?(?:every|each)\b"
    r"|^\W*continue for (?:up to )?\d|\bapproval of (?:more|further|continued) (?:\w+ )?(?:treatment|therapy|use)\b"
    r"|^\W*(?:going|carrying|staying|keeping) on\W*(?:$|:)"
    r"|\b(?:each|every|per) (?:further|additional|subsequent|later) (?:\w+ )?(?:weeks?|months?|years?|period)\b"
    r"|\b(?:afterwards?|thereafter)[,:]? (?:for |up to |another )*(?:\d+|an?|one|two|three|six|nine|twelve) "
    r"(?:weeks?|months?|years?)\b"
    r"|\b(?:\d+|an?|one|two|three|six|nine|twelve) (?:weeks?|months?|years?) (?:after(?: that|wards?)|thereafter"
    r"|from then on)\b"
    r"|\b(?:approved|authori[sz]ed|granted|covered) for (?:up to )?[\w-]+ (?:more|further|additional) "
    r"(?:days|weeks|months|years)\b"
    r"|\b(?:pre-?certification|(?:prior )?authori[sz]ation|approval|coverage) (?:is|may be|can be|will be) (?:extended|"
    r"prolonged|continued)\b"
    r"|\bmedically necessary for another (?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # More of the drug, as a list's lead-in has it.
    r"|^\W*more (?:esketamine|spravato|ketamine|infusions|sessions)\b(?! than)"
    # "Benefit from the first course" is asked of the next one.
    r"|\b(?:benefit\w*|respon(?:ses?|ded|ding)|improve\w*|remission|gains?|effect) (?:\w+ )?(?:from|of|to|after|during|"
    r"with|in|since|over|by|at the end of) (?:the |that |this |an |his or her |their )?(?:first|initial|previous|"
    r"prior(?! auth| approv)|last|preceding) (?:courses?|approval|authori[sz]ation|series|rounds?|period|"
    r"treatment (?:course|period))\b"
    r"|\b(?:approved|authori[sz]ed|granted|covered|paid for|allowed) (?:once )?again\b"
    # "Further treatment is covered if …", "to be treated further".
    r"|\b(?:further|later|more|additional|repeat(?:ed)?) (?:treatments?|therapy|use|coverage|sessions|doses|infusions)"
    r"(?: (?:of|with|using) (?:\w+ )?(?:esketamine|spravato|ketamine|(?:it|the drug)))? (?:is|are|may|will|can)\b"
    r"|\bto be treated (?:further|longer|again)\b|\b(?:treatment|therapy|use|coverage) that (?:goes on|continues)\b"
    r"|\bto go on (?:for|with)\b|\bgo(?:es|ing) on with (?:\w+ )?(?:use|therapy|treatment|sessions|esketamine|spravato|"
    r"ketamine)\b|\b(?:beyond|after) the (?:initial|first) (?:period|approval|authori[sz]ation|course)\b"
    r"|\bextend(?:ing)? (?:the|an|this) (?:approval|authori[sz]ation|coverage)\b"
    r"|\bto (?:extend|prolong|lengthen|renew) (?:it|them|this|that)\b|\bprolonged by\b"
    r"|\b(?:first|initial|current|present) (?:approval|authori[sz]ation)s? (?:is|are|has|have|will) "
    r"(?:about to |soon |be )?(?:end|expire|lapse|run out)"
    r"|\b(?:a|the) (?:second|next) (?:course|approval|authori[sz]ation|series)\b"
    # "The first approval is for 3 months. After that, we approve 6 months at a time."
    # "Six more months are given when …", "the plan pays for 6 further months", "good for another year".
    r"|\b(?:more|further|additional) (?:days|weeks|months|years) (?:is|are|will be|may be|can be) "
    r"(?:given|granted|allowed|approved|covered|authori[sz]ed)\b"
    r"|\b(?:pays?|approves?|covers?|authori[sz]es?|allows?|grants?|good|valid|given|approval)(?: it)?(?: is)?(?: for)? "
    r"(?:up to |another )*(?:[\w-]+ (?:more|further|additional) (?:days|weeks|months|years)"
    r"|(?<=another )(?:[\w-]+ )?(?:days?|weeks?|months?|years?))\b"
    r"|\b(?:approved|authori[sz]ed|covered|granted) for another (?:two|three|four|six|nine|twelve|\d+)(?=\W*$|[,;])"
    r"|(?:^|[;,] (?:and )?)(?:thereafter|afterwards?|subsequently),? (?:\w+ )?(?:(?:re-?)?approvals?|(?:re-?)?"
    r"authori[sz]ations?|it is (?:approved|authori[sz]ed|granted))\b"
    r"|^\W*(?:after (?:that|this)(?: (?:time|period|point|date))?|past that|from then on|later on),? "
    r"(?:\w+ ){0,2}?(?:approv|authori[sz]|cover|"
    r"allow|grant|extend|it|up to|for|\d|each|treatment|therapy|"
    r"(?:a|one|two|three|six|nine|twelve) (?:week|month|year))\w*\b",
    flags=re.IGNORECASE,
)


_NEVER_RENEWED = compiled(
    r"\b(?:not|never|cannot|can't) be (?:renewed|re-?authori[sz]ed|re-?approved|continued|extended)\b"
    # e.g. "there is nothing to renew", "a renewal does not exist"
    r"|\b(?:nothing|none) to (?:renew|extend|continue)\b"
    r"|\b(?:renewals?|re-?authori[sz]ations?|extensions?) (?:do(?:es)? not exist|(?:is|are) not (?:foreseen|"
    r"provided for|possible|available|offered))\b"
    r"|\bnot (?:to be )?(?:renewed|re-?authori[sz]ed|extended)\W*$"
    r"|\b(?:non-?|not )renewable\b|\bno (?:renewals?|re-?authori[sz]ations?|continuations?|continued "
    r"(?:therapy|treatment|approval))\b"
    # e.g. "a new episode is handled as an initial request", "a further crisis is requested anew"
    r"|\b(?:new|next|further|another|later) (?:episode|crisis|course)\b[^.;]{0,30}\b(?:is|must be|will be) "
    r"(?:\w+ ){1,2}?"
    r"(?:anew\b|(?:as|under|like) (?:an? |the )?(?:new |first |fresh )?(?:initial|new|first|fresh) "
    r"(?:requests?|authori[sz]ation|approval|criteria|course))"
    # e.g. "a request beyond the first month is reviewed under resistant depression"
    r"|\b(?:requests?|treatment|use) (?:beyond|after|past) [^.;]{3,30}? (?:is|are|will be) (?:reviewed|handled|judged|"
    r"considered) (?:under|as|by) (?:the )?(?:criteria for )?(?:TRD|treatment[- ]resistant)"
    r"|\b(?:continu(?:ation|ed use|ed treatment)|renewals?|use) (?:\w+ ){0,3}?(?:(?:beyond|after|past)[^.;]{0,30})?"
    r"(?:has|have) not been (?:evaluated|studied|established|assessed)\b",
    re.IGNORECASE,
)


_ON_TERMS = compiled(r"\b(?:if|when|unless|without|until|who|where|except)\b", re.IGNORECASE)


_UNTIL = compiled(r"\b(?:unless|until|without)\b", re.IGNORECASE)
_INITIAL = compiled(
    r"^\W*start(?:ing)?\W*(?:$|:)|(?<!since )(?<!before )(?<!after )(?<!from )(?<!than )(?<!to )"
    r"\bstarting (?:use|therapy|treatment|esketamine|spravato|ketamine)\b|"
    r"\bfirst (?:\d+|two|three|six) months?\b|"
    # As a title; "the first 4 weeks" of a sentence are the label's.
    r"^\W*(?:in |for )?(?:the )?first (?:\d+|four|six|eight|twelve|sixteen) (?:weeks|days)\W*$|"
    rf"\b{_ANSWERED}[^.;:]{{0,20}} (?:for|in|as|during) (?:the )?induction\b(?! (?:of|or|and)\b)|"
    r"\binitial(?:ly)?\b|\binit\b|\bat first\b|\binitiat(?:ion|ing|ed)\b|"
    r"\b(?:first|new) (?:approval|(?:pre-?)?authori[sz]ation|"
    r"(?:pre-?)?certification|request|course|start|series|round|block|term|span)s?\b|"
    r"\bnew (?:patients?|users?)\b",
    re.IGNORECASE,
)


# "Lower than at the first request" compares with it, and is asked later.
_COMPARED = compiled(
    r"\b(?:than|compared (?:to|with)|relative to|versus)(?: (?:at|on|in|before|with|that of|the time of))* "
    r"(?:the |an? |his or her |their )?(?:initial|first|new) (?:requests?|approvals?|authori[sz]ations?|visits?|"
    r"assessments?|scores?|treatments?|sessions?|ratings?)\b",
    re.IGNORECASE,
)


# "Approved for 3 months initially and 12 months on renewal": a lead-in of both.
_BOTH_LENGTHS = (
    r"\b(?:initially|at first|(?:for|on|at) (?:the |an? )?(?:initial|first) \w+),? (?:and|then|and then) (?:for )?"
    r"(?:up to |another )?[\w-]+(?: \(\d+\))?[ -](?:days|weeks|months|years?) (?:on|for|at|upon|per|with|of) "
    r"(?:each |the |any |every )?(?:re-?(?:new|auth|cert|approv)\w+|continu\w+)"
)
_APPROVES_BOTH = compiled(_BOTH_LENGTHS, re.IGNORECASE)
_BOTH_PHASES = (
    r"\b(?:initial|first|new|(?:the |each )?(?:start|outset|beginning))"
    r"(?: (?:requests?|approvals?|authori[sz]ations?|starts?|patients?|one|or new))*,? "
    r"(?:and|or|&|as well as|(?:just |same )?as)(?: also)?(?: for| on| at| in| to| with)?"
    r"(?: an?| the| each| every| any)? ?"
    r"(?:re-?(?:new|auth|cert|approv)\w+|continu\w+"
    r"|(?:subsequent|later|further|repeat) (?:approvals?|authori[sz]ations?|requests?))"
    r"|\b(?:at any time|throughout)\b[^.;]{0,20}\b(?:treatment|therapy|course)\b|"
    # "… has been taken throughout" looks back on the treatment before a renewal.
    r"(?<!been taken )(?<!been used )(?<!been given )(?<!been kept )(?<!been continued )(?<!was taken )\bthroughout\W*$"
)
_NAMES_BOTH = compiled(_BOTH_PHASES, re.IGNORECASE)
_EVERY_PHASE = any_of(
    rf"{_BOTH_PHASES}"
    r"|\b(?:all|every|each|both) (?:requests?|phases?|approvals?|periods?)\b"
    r"|\bfor (?:all|every|each|any) authori[sz]ations?\b"
    r"|\b(?:either|both) (?:types?|kinds?|sorts?) of (?:requests?|approvals?|authori[sz]ations?)\b"
    r"|\b(?:all|every|each) authori[sz]ations? (?:is|are|may|must|shall) (?:be )?(?:limited|capped|restricted|for)\b"
    r"|\b(?:all|every|each)(?: (?:approvable|covered|approved))? (?:rows?|lines|entry|entries|stages?)\b"
    r"|\b(?:all|every|each|both)(?: (?:of|the|these|two|three|four|five|six|kinds?|types?|sorts?|forms?|such|PA|drug|"
    r"coverage|authori[sz]ation))+ (?:requests?|phases?|approvals?|periods?|authori[sz]ations|stages)\b"
    r"(?! (?:criteri|requirement|condition))"
    r"|\binduction\b[^.;]{0,40}\b(?:devices?|kits?)\b[^.]{0,40}\bmaintenance\b"
    # Whoever signs a form signs for whichever request it makes.
    r"|\bI (?:hereby |also )?(?:attest|certify|declare)\b",
    flags=re.IGNORECASE,
)


# "None.", under a title of renewals.
_NONE = compiled(
    r"\W*(?:none|never|(?:is |are )?not (?:available|applicable|offered|given|possible|renewed|approved)|"
    r"n/?a)\W*(?:[.;]|$)",
    re.IGNORECASE,
)


# Asked of the same heading or sentence by the outline, by answers and by criteria.
@lru_cache(maxsize=1024)
def read_phase(text: str) -> Phase | None:
    """The phase that a heading, lead-in or sentence names; None when it names none or both."""
    if titled := phase_of_title(text):
        return titled
    text = _COMPARED.sub("", text if _UNTIL.search(text) else _NEVER_RENEWED.sub("", text))
    if _EVERY_PHASE.stands_in(text) or _APPROVES_BOTH.search(text):
        return None
    if _RENEWAL.stands_in(text) or is_later_check(text):
        return "renewal"
    return "initial" if _INITIAL.search(text) else None


_STAGES: tuple[tuple[Phase, Pattern], ...] = (
    ("renewal", compiled(r"\bmaintenance\b|\bthereafter\b|\bafterwards\b|\bthen\b|\bweeks? [59]\b", re.IGNORECASE)),
    ("initial", compiled(r"\binduction\b|\bfirst (?:month|(?:4|four) weeks|28 days)\b|\bweeks? 1\b", re.IGNORECASE)),
)


def names_first(text: str) -> bool:
    """Whether a text has a word of the first approval, whatever else it names."""
    return bool(_INITIAL.search(text))


def names_renewal(text: str) -> bool:
    """Whether a text has a word of renewal, whatever else it names."""
    return _RENEWAL.stands_in(text)


def read_stage(text: str) -> Phase | None:
    """The phase whose amounts a text gives: induction is of the first approval, maintenance of its renewal."""
    named = [phase for phase, form in _STAGES if form.search(text)]
    return named[0] if len(named) == 1 else None


def speaks_of_every_phase(text: str) -> bool:
    """Whether the text says that it holds for first approvals and renewals alike."""
    return _EVERY_PHASE.stands_in(text)


def names_both_phases(text: str) -> bool:
    """Whether the text names first approvals and renewals side by side, and so heads what is asked of both."""
    return bool(_NAMES_BOTH.search(text))


def is_never_renewed(text: str, title: str = "") -> bool:
    """Whether the text says that an approval is given once, be it "None." under a title of renewals; a denial of
    renewals to some patients says no such thing.
    """
    none = read_phase(title) == "renewal" and _NONE.match(text)
    return bool(none or _NEVER_RENEWED.search(text)) and not _ON_TERMS.search(text)
