"""Which phase of an approval a text is about: the first, its renewal, or every one."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.answering.reasons import without_reason_behind
from parsers.language.any_of import any_of, choice_of
from parsers.language.every_phase import titles_every_phase
from parsers.language.every_use import FOR_EVERY_BOX
from parsers.language.patterns import Pattern, compiled
from parsers.lists.kept_trials import without_kept_trials
from parsers.models import Phase
from parsers.phases.later_checks import LATER_CHECK, is_later_check
from parsers.phases.never_renewed_wording import GIVEN, NEVER_RENEWED
from parsers.phases.phase_titles import phase_of_title
from parsers.phases.renewal_wording import ANSWERED, RENEWAL
from parsers.phases.stage_wording import AFTER_FIRST_WEEKS, FIRST_AND_AGAIN

# A contract is renewed, and no approval, in "enrollment depends on contract renewal"; a visit "of an established
# patient" is one that a code stands for.
_OF_SOMETHING_ELSE = compiled(
    r"\b(?:contract|membership|enrollment|license|licen[sc]ure|certificate|policy year|plan year|group|account)"
    r"(?:['’]s)?(?: (?:with|of|between) [\w ]{2,30}?)? "
    r"(?:renewals?\b|(?:(?:is|are|was|were|has|have|been|being|may|will|must|be|not) )*renew(?:ed|s|ing|able)\b)"
    r"|\brenew(?:als?|s|ed|ing)? (?:date )?(?:of(?: (?:the|its|their|our|your|this|an?|each|any))?|the|its|their|our|"
    r"your|an?) (?:[\w-]+ )?(?:contracts?|memberships?|enrollment|licen[sc](?:es?|ure)|certificates? of coverage)\b"
    # "Sites renew their certification", "prescriptions may be renewed by telephone", "the time is extended by 14 days".
    r"|\brenew(?:s|ed|ing)? (?:its|their|your|his or her) (?:[\w-]+ )?(?:certification|registration|enrol?lment|"
    r"licen[sc]e|credential|accreditation|agreement)s?\b"
    r"|\b(?:contract|licen[sc]e|agreement|registration|credential|prescription)s(?: (?:of|with|for) [\w ]{2,30}?)? "
    r"(?:(?:is|are|was|were|has|have|been|may|can|will|must|be|refilled|or) )*renewed\b"
    r"|\b(?:time|deadline|clock|(?:review|filing|appeal|comment|decision|response) (?:period|time))s?"
    r"(?: (?:to|for|of) [\w ]{2,20}?)? (?:(?:is|are|may|can|will|be|then|also|only|once) )*(?:extended|prolonged)"
    r"(?: (?:once|again))?(?: (?:for|by))?\b"
    r"|\bextensions? of (?:(?:the|this|that|its|any) )?(?:time|deadline|(?:review|filing|appeal) period)\b"
    # "New prescriptions follow the list now, refills and renewals from June on": a pharmacy's.
    r"|\b(?:refills?|(?:re-?)?fills) (?:and|or|and/or) renewals\b|\brenewals (?:and|or|and/or) refills\b"
    r"|\brenewals? of (?:an? |the |existing |earlier )*prescriptions?\b"
    r"|\b(?:visits?|evaluation and management)\b[^.;:]{0,60}? (?:of|for|with|by) (?:new or |an? |new and )?"
    r"established patients?\b"
    # "The age named for the first approval is asked again": of what comes after it.
    r"|\b(?:named|said|stated|given|asked|required|requirements?|rules?|criteria|items?|points?|conditions?)\b"
    r"[^.;:]{0,40}? (?:for|of|at|in|under|with) (?:the )?(?:first|initial|original) (?:approval|authori[sz]ation|"
    r"request|course)\b"
    r"(?=[^.;:]*\b(?:again|still|also|as well|too|here|likewise|in force|carry over)\b)",
    re.IGNORECASE,
)


# "28 days, without renewal", "4 weeks without an option to renew": behind a length, and not "… unless symptoms return".
_WITHOUT_RENEWAL = compiled(
    r"(?P<length>\b(?:days?|weeks?|months?)\)?[\s,;(–—-]+)(?:and )?(?:without|with no|no) (?:(?:any|an?|the) )?"
    r"(?:(?:possibility|option|right|chance|provision) (?:of|for|to) (?:(?:any|an?) )?)?"
    r"(?:renew(?:als?)?|re-?authori[sz]ations?|re-?authori[sz]e|extensions?|extend)(?=\W*(?:$|[.;)]))",
    re.IGNORECASE,
)
_ON_TERMS = compiled(
    r"\b(?:if|when|unless|without|until|who|where|except)\b"
    # "No continuation is granted under § 4": of the use that stands there alone.
    r"|\b(?:granted|given|approved|available|possible|allowed|made) under (?:§|(?:sections?|paragraphs?|parts?|"
    r"items?|rules?|clauses?) (?:\d|[A-Z]\b|[ivx]+\b))",
    re.IGNORECASE,
)


_UNTIL = compiled(r"\b(?:unless|until|without)\b", re.IGNORECASE)
_INITIAL = any_of(
    r"^\W*start(?:ing)?\W*(?:$|:)|(?<!since )(?<!before )(?<!after )(?<!from )(?<!than )(?<!to )"
    r"\bstarting (?:use|therapy|treatment|esketamine|spravato|ketamine)\b|"
    r"\bfirst (?:\d+|two|three|six) months?\b|"
    # "First, resistant depression: 2 months".
    r"^\W*first,? (?=[^.;:]{3,80}: (?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|year)\b)|"
    r"\bopening,? (?=(?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|year)\b)|"
    # "First: 3 months Renewal: 6 months", in a cell of lengths.
    r"(?:^\W*|[;|.] )first: (?=(?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|year)\b)|"
    # As a title; "the first 4 weeks" of a sentence are the label's.
    r"^\W*(?:in |for )?(?:the )?first (?:\d+|four|six|eight|twelve|sixteen) (?:weeks|days)\W*$|"
    rf"\b{ANSWERED}[^.;:]{{0,20}} (?:for|in|as|during) (?:the )?induction\b(?! (?:of|or|and)\b)|"
    # "Up to 3 months at the start, up to 6 months on renewal": of a length, and not of what was so at the start.
    r"\b(?:days?|weeks?|months?|years?) (?:(?:at|in|from) the (?:start|outset|beginning)|to (?:start|begin)"
    r"(?: with)?)(?=\W*(?:$|[,;]|and\b|then\b))|"
    # "The scale used at first" compares with it.
    r"\binitial(?:ly)?\b|\binit\b|(?<!scale used )(?<!scale as )(?<!test used )\bat first\b|\binitiat(?:ion|ing|ed)\b|"
    r"\b(?:first|new) (?:approval|(?:pre-?)?authori[sz]ation|"
    r"(?:pre-?)?certification|request|PA|course|start|series|round|block|term|span)s?\b|"
    r"\bnew (?:patients?|users?)\b|"
    # "New, resistant depression", "New TRD request": which request it is of.
    r"^\W*new(?:\s*[,:]| ?[–—-]| (?=(?:[\w-]+ ){1,3}requests?\W*$))(?=[^.;|?]{2,80}$)",
    flags=re.IGNORECASE,
)


_EARLIER = r"(?:before|earlier|previously|already|once|in the past)"
# "Lower than at the first request" compares with it, and is asked later.
_COMPARED = compiled(
    r"\b(?:than|compared (?:to|with)|relative to|versus)(?: (?:at|on|in|before|with|that of|the time of))* "
    r"(?:the |an? |his or her |their )?(?:initial|first|new) (?:requests?|approvals?|authori[sz]ations?|visits?|"
    r"assessments?|scores?|treatments?|sessions?|ratings?)\b"
    # "Half the score at the first approval", "better since the first request", "what it was on the initial request".
    r"|\b(?:below|under|since|(?:scores?|ratings?|points) (?:(?:seen|found|measured|recorded|had|taken) )?at"
    r"(?: the time of)?|(?:the one|it was|they were|that|those) (?:at|on|in|with|of|for)(?: the time of)?) "
    r"(?:the |an? |his or her |their )(?:initial|first) (?:requests?|approvals?|authori[sz]ations?|visits?|"
    r"assessments?|applications?)\b(?=['’.;,)]|\s*$| (?:on|by|in|with|and|or)\b)"
    # "On the scale that was used for the initial request".
    r"|\b(?:scale|instrument|test|tool|measure|questionnaire|rating|score)s? (?:(?:that|which) )?(?:(?:was|were) )?"
    r"(?:used|given|chosen|scored|sent|submitted|reported|recorded|taken) (?:for|at|in|with|on) "
    r"(?:the |an? |his or her |their )?(?:initial|first) (?:requests?|approvals?|authori[sz]ations?|visits?|"
    r"assessments?|applications?)\b"
    # "If the first course cut the score by half": what it did is looked back on.
    r"|\b(?:if|when|once|that|where) (?:the |an? |their |your )?(?:initial|first) (?:courses?|series"
    r"|treatments?|rounds?) "
    r"(?:has |have |had )?(?:cut|reduced?|lowered|halved|helped|worked|improved|relieved|eased|brought|gave|given|"
    r"benefi\w+)\b"
    # "Has previously met initial approval criteria", "continues to meet the initial criteria".
    r"|\b(?:(?:has|have|had)(?: \w+)? met|previously met|met|continues? to (?:meet|satisfy)|still (?:meets?|satisf\w+))"
    r" (?:(?:all|each|of|the|our|plan's) )*initial (?:[\w-]+ ){0,2}?(?:criteri(?:a|on)|requirements?)"
    r"(?!(?: \w+){0,2} ?(?:below|following|:))"
    # "Was approved before under the initial criteria".
    rf"|\b(?:(?:was|were|has been|have been|had been) )(?:{_EARLIER} )?{GIVEN}(?: {_EARLIER})?(?: by the \w+)? "
    r"(?:under|by|through|on|according to|based on|with) (?:(?:all|each|of|the|our|its|plan's) )*initial "
    r"(?:[\w-]+ ){0,2}?(?:criteri(?:a|on)|requirements?)",
    re.IGNORECASE,
)


# "Approved for 3 months initially and 12 months on renewal": a lead-in of both.
_A_SPAN = r"(?:\d+|one|two|three|four|six|eight|nine|ten|twelve)(?: \(\d+\))?[ -](?:days?|weeks?|months?|years?)"
_THEN_RENEWED = (
    r"(?:and|with|then|and then),? (?:for |with |an? |the |any |each )*(?:re-?(?:new|auth|cert|approv)\w+|continu\w+"
    r"|later)"
    rf"(?: [a-z]+)? (?:(?:of|for|up to|by|another) )*{_A_SPAN}"
)
_BOTH_LENGTHS = (
    r"\b(?:initially|at first|(?:for|on|at) (?:the |an? )?(?:initial|first) \w+),? (?:and|then|and then) (?:for )?"
    r"(?:up to |another )?[\w-]+(?: \(\d+\))?[ -](?:days|weeks|months|years?) (?:on|for|at|upon|per|with|of) "
    r"(?:each |the |any |every )?(?:re-?(?:new|auth|cert|approv)\w+|continu\w+)"
    # "An initial request of 90 days and renewal requests of 180 days", "initially for 90 days and renewed for 180".
    rf"|\b(?:initial|initially|first)(?: [a-z]+)? (?:(?:of|for|up to) )*{_A_SPAN},? {_THEN_RENEWED}"
    rf"|\b{_A_SPAN},? (?:at first|initially),? {_THEN_RENEWED}"
)
_APPROVES_BOTH = compiled(_BOTH_LENGTHS, re.IGNORECASE)
_THEN = r"(?:(?:in|on|at|upon|for|with|as) )?(?:an? |the |any )?(?:later\b|re-?(?:new|auth|cert|approv)\w+|continu\w+)"
_BOTH_PHASES = (
    r"\b(?:initial|first|new|initiation(?: of (?:therapy|treatment))?|(?:the |each )?(?:start|outset|beginning))"
    r"(?: (?:requests?|approvals?|authori[sz]ations?|(?:pre-?)?certifications?|starts?|patients?|courses?|cycles?|"
    r"periods?|coverage|therapy|one|or new))*,? "
    r"(?:and|n?or|&|as well as|(?:just |same )?as)(?: also)?(?: for| on| at| in| to| with)?"
    r"(?: an?| the| each| every| any)? ?"
    r"(?:re-?(?:new|auth|cert|approv)\w+|continu\w+|extensions?\b|prolongations?\b"
    r"|(?:subsequent|later|next|further|repeat(?:ed)?) "
    r"(?:approvals?|authori[sz]ations?|requests?|courses?|cycles?|series|periods?))"
    # "Will not be approved, initially or in continuation", "neither at first nor later".
    rf"|\b(?:initially|at first|at the start),? n?or,? {_THEN}"
    rf"|\b(?:both|either|neither|whether) (?:initially|at first|at the start),? (?:and|n?or) {_THEN}"
    r"|(?<!initial )(?<!first )(?<!new )(?<!renewal )(?<!later )(?<!renewed )"
    r"\b(?:requests?|approvals?|authori[sz]ations?) of (?:either|both) (?:types?|kinds?|sorts?)\b"
    # "The completed request, first or later, with chart notes".
    r"|\b(?:requests?|approvals?|authori[sz]ations?),? (?:whether )?(?:first|initial|new) or "
    r"(?:later|subsequent|renewed|repeat(?:ed)?)\b"
    r"|\b(?:at any time|throughout)\b[^.;]{0,20}\b(?:treatment|therapy|course)\b|"
    # "… has been taken throughout" looks back on the treatment before a renewal.
    r"(?<!been taken )(?<!been used )(?<!been given )(?<!been kept )(?<!been continued )(?<!was taken )\bthroughout\W*$"
)
_NAMES_BOTH = any_of(_BOTH_PHASES, flags=re.IGNORECASE)
# "Notes that back up every box".
_PARTS_OF_A_FORM = (
    r"(?:all|every|each) (?:(?:ticked|checked|marked) )?(?:answers?|box(?:es)?|statements?|sections|forms?)\b"
    r"(?! (?:in|of|under) (?:this|that|the) (?:section|part|list|group)| (?:above|below)| [a-z ]+ be (?:tick|mark)ed)"
)
_EVERY_PHASE = any_of(
    rf"{_BOTH_PHASES}"
    r"|\b(?:any|either) phase\b"
    # "Outside both tables", "whichever table applies", "under Table 1 or Table 2", "in every case".
    r"|\b(?:both|either|neither|whichever|all)(?: of the)?(?: two| these)? (?:tables?|lists)\b|^\W*in every case\b"
    r"|\btables? (?:1|A|I) (?:and|n?or) (?:table )?(?:2|B|II)\b|^\W*never (?:authori[sz]ed|approved|covered|eligible)\b"
    r"|\b(?:all|every|each|both) (?:requests?|phases?|approvals?|periods?)\b(?! to (?:extend|renew|prolong|continue))"
    # "For every approval of initial treatment": of one phase.
    r"(?! (?:of|for|in) (?:the |an? )?(?:initial|first|new) )"
    r"|\bfor (?:all|every|each|any) authori[sz]ations?\b"
    r"|\b(?:either|both) (?:types?|kinds?|sorts?) of (?:requests?|approvals?|authori[sz]ations?)\b"
    r"|\b(?:all|every|each) authori[sz]ations? (?:is|are|may|must|shall) (?:be )?(?:limited|capped|restricted|for)\b"
    r"|\b(?:all|every|each)(?: (?:approvable|covered|approved))? (?:rows?|lines|entry|entries|stages?)\b"
    # "Chart notes for every ticked line", whichever of a form's parts it stands in.
    rf"|{FOR_EVERY_BOX}"
    r"|\b(?:all|every|each) (?:ticked|checked|marked) (?:lines?|box(?:es)?|statements?|items?)\b"
    # "Chart notes that support each answer must be sent with this form."
    rf"|\b{_PARTS_OF_A_FORM}(?=[^.;]*\b(?:notes?|records?|papers|documentation|proof)\b)"
    rf"|\b(?:notes?|records?|papers|documentation|proof)\b[^.;]{{0,60}}\b(?:{_PARTS_OF_A_FORM}|whichever section"
    r"|(?:with|to|accompany) any request\b)"
    r"|\b(?:forms?|requests?) (?:sent |received |that comes? )?without (?:the |these )?(?:\w+ ){0,2}"
    r"(?:notes|records|papers|documentation)\b"
    # "We review a request from the chart notes", "requests are decided on the records attached".
    r"|\b(?:(?:reviews?|decides?|judges?) (?:an?|all|each|every|any) requests?"
    r"|requests? (?:is|are|will be) (?:reviewed|decided|judged)) (?:on|from|by|with|against) (?:the |its )?(?:\w+ )?"
    r"(?:notes|records|papers|documentation)\b"
    r"|\b(?:all|every|each|both)(?: (?:of|the|these|two|three|four|five|six|kinds?|types?|sorts?|forms?|such|PA|drug|"
    r"coverage|authori[sz]ation))+ (?:requests?|phases?|approvals?|periods?|authori[sz]ations|stages)\b"
    r"(?! (?:criteri|requirement|condition))"
    r"|\binduction\b[^.;]{0,40}\b(?:devices?|kits?)\b[^.]{0,40}\bmaintenance\b"
    rf"|{FIRST_AND_AGAIN}"
    # Whoever signs a form signs for whichever request it makes.
    r"|\bI (?:hereby |also )?(?:attest|certify|declare)\b",
    flags=re.IGNORECASE,
)


# "None.", under a title of renewals.
_NONE = compiled(
    r"\W*(?:none|never|(?:is |are )?not (?:available|applicable|offered|given|possible|renewed|approved)|"
    r"n/?a)\W*(?:[.;(]|$)",
    re.IGNORECASE,
)


_NAMES_A_PHASE = choice_of(RENEWAL, LATER_CHECK, _INITIAL)


# Asked of the same heading or sentence by the outline, by answers and by criteria.
@lru_cache(maxsize=1024)
def read_phase(text: str) -> Phase | None:
    """The phase that a heading, lead-in or sentence names; None when it names none or both."""
    if titles_every_phase(text):
        return None
    # A row over the list in its last cell has its title in the first ("TRD, subsequent | What must be shown").
    if titled := phase_of_title(text) or (" | " in text and phase_of_title(text.partition(" | ")[0])):
        return titled
    # Most texts hold no word of a phase; what is taken out of one does not add any.
    if not _NAMES_A_PHASE.may_stand_in(text):
        return None
    text = _WITHOUT_RENEWAL.sub(r"\g<length>", without_kept_trials(without_reason_behind(text)))
    text = _OF_SOMETHING_ELSE.sub("", _COMPARED.sub("", text if _UNTIL.search(text) else NEVER_RENEWED.sub("", text)))
    if _EVERY_PHASE.stands_in(text) or _APPROVES_BOTH.search(text):
        return None
    if RENEWAL.stands_in(text) or is_later_check(text):
        return "renewal"
    return "initial" if _INITIAL.search(text) else None


_STAGES: tuple[tuple[Phase, Pattern], ...] = (
    (
        "renewal",
        compiled(
            rf"\bmaintenance\b|\bthereafter\b|\bafterwards\b|\bthen\b|\bweeks? [59]\b|{AFTER_FIRST_WEEKS}",
            re.IGNORECASE,
        ),
    ),
    (
        "initial",
        compiled(
            r"(?<!after )(?<!following )\binduction\b"
            r"|(?<!after )(?<!after the )\bfirst (?:month|(?:4|four) weeks|28 days)\b|\bweeks? 1\b",
            re.IGNORECASE,
        ),
    ),
)


def names_first(text: str) -> bool:
    """Whether a text has a word of the first approval, whatever else it names."""
    return bool(_INITIAL.search(text))


@lru_cache(maxsize=1024)
def names_renewal(text: str) -> bool:
    """Whether a text has a word of renewal, whatever else it names."""
    return RENEWAL.may_stand_in(text) and RENEWAL.stands_in(_OF_SOMETHING_ELSE.sub("", without_kept_trials(text)))


def read_stage(text: str) -> Phase | None:
    """The phase whose amounts a text gives: induction is of the first approval, maintenance of its renewal."""
    named = [phase for phase, form in _STAGES if form.search(text)]
    return named[0] if len(named) == 1 else None


def speaks_of_every_phase(text: str) -> bool:
    """Whether the text says that it holds for first approvals and renewals alike."""
    return _EVERY_PHASE.stands_in(text) or titles_every_phase(text)


# "For every request:", as a lead-in, may be no more than one for every use.
_OF_REQUESTS = compiled(
    r"\W*(?:(?:for|at|on|in|with) )?(?:all|every|each|any) (?:requests?|approvals?|authori[sz]ations?|cases?)\W*",
    re.IGNORECASE,
)


def names_both_phases(text: str) -> bool:
    """Whether the text names first approvals and renewals side by side, and so heads what is asked of both."""
    return bool(_NAMES_BOTH.search(text)) or (titles_every_phase(text) and not _OF_REQUESTS.fullmatch(text))


def is_never_renewed(text: str, title: str = "") -> bool:
    """Whether the text says that an approval is given once, be it "None." under a title of renewals; a denial of
    renewals to some patients says no such thing.
    """
    text = _WITHOUT_RENEWAL.sub(r"\g<length>not renewable", text)
    none = read_phase(title) == "renewal" and _NONE.match(text)
    return bool(none or NEVER_RENEWED.search(text)) and not _ON_TERMS.search(text)
