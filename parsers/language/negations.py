"""Double negation: "not covered unless …" says what is covered and on which condition; "none may be missing", what is
asked for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.criteria.vocabulary import PERSON
from parsers.language.neither_use import SAID_OF_NEITHER
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting
from parsers.language.unqualified_people import WANTS_TRIAL

# "Unless used for pain" excepts a use from a denial, which stands for all others; it lifts nothing.
_UNLESS = (
    r"\b(?:(?:unless|until|except (?:when|if|where))(?! (?:it is |they are )?(?:used|given|prescribed|administered) "
    r"(?:as|for|in|to)\b)|except (?:in (?:members|patients|individuals|adults|those)"
    # "Except in adults with chronic pain" sets a use apart from what is denied.
    r"(?! (?:with|having|who have|diagnosed with|treated for) (?:an? |documented )*(?:treatment|TRD|(?:major "
    r")?depress|MDD|"
    r"CRPS|complex|chronic|neuropathic|cancer|migraine|headache|PTSD|post|OCD|obsessive|anxiety|fibromyalgia|acute"
    r"|pain))"
    r"|as (?:set out|described|follows))"
    # "Not approved without proof of …"
    r"|without(?= (?:an? |prior |documented |first )?(?:fail|trial|document|evidence|proof|diagnosis|approv|"
    r"authori)|:| (?:(?:any|one|each|all|both)(?: one)? of )?(?:the following|these|those)\b))\b"
)
_ANSWER = (
    r"(?=(?:(?!unless|until|except|without)[^.;:]){0,90}\b(?:cover|approv|authori[sz]|eligible|medically necessary"
    r"|reimburs|paid|payable|provided|granted|available|benefit|renewed|reauthori[sz]ed))"
)
_NEGATED = compiled(
    r"\b(?:no (?=coverage|benefits?|approvals?|payment|renewals?|re-?authori[sz]ations?|authori[sz]ations?)"
    r"|(?P<can>can)not\b"
    r"|(?P<verb>is|are|will|shall|does|do|may|can|would)(?:n[o'’]t| not)\b)"
    rf"{_ANSWER}(?P<what>[^.;:]{{1,160}}?),? {_UNLESS}",
    re.IGNORECASE,
)
_DENIED = compiled(
    r"\b(?:not medically necessary|investigational|experimental(?: (?:and|or|/) investigational)?|unproven|not covered"
    rf"|non-?covered|excluded(?: from (?:coverage|the benefit))?"
    rf"|denied|refused|rejected|declined)\b(?P<what>[^.;:]{{0,120}}?),? {_UNLESS}",
    re.IGNORECASE,
)
# "No coverage for members with a substance use disorder unless it is treated" covers no use of substances.
_BARRED = compiled(
    rf"\b{PERSON}s?\b[^.;:]{{0,12}}? (?:with|(?:who|that) ha(?:ve|s)|having|ha(?:ve|s)|suffering from)\b"
    r"[^.;:]{0,40}?\b(?:substance|alcohol|opioid|drug use|addict\w*|psychosis|psychotic|schizo\w+|bipolar|mania|"
    r"dementia|pregnan\w+|hypertension|aneurysm\w*|personality|delirium|seizures?|epilepsy|arteriovenous|"
    r"(?:intra)?cerebral|ha?emorrhage|hypersensitiv\w+)"
    # "Payment is refused if the patient is psychotic unless …".
    rf"|\b{PERSON}s? (?:who )?(?:is|are) (?:[\w-]+ ){{0,2}}?(?:pregnan|breast-?feeding|psychotic|manic|demented|"
    r"delirious|bipolar|addicted)",
    re.IGNORECASE,
)
# "Covered …, except when the member has psychosis": what the cover is not for.
_TRIED = r"fail|trial|tried|inadequate|respon|contraindic|intoler"
_PEOPLE = r"(?:members|patients|individuals|persons|people|adults|those|anyone|someone|enrollees|beneficiaries|clients)"
_EXCEPTED = compiled(
    r"\b(?P<cover>(?:covered|approved|authorized|medically necessary|allowed|available)\b"
    rf"(?:(?!{_TRIED})[^.;:]){{0,160}}?),? (?:unless|except|but not)"
    rf" (?:(?:(?:when|if|where) )?(?:the |an? )?(?:{PERSON}) (?:has|have|had)"
    rf"|(?:(?:in|for) )?{_PEOPLE} (?:with|who (?:has|have|had)))\b"
    rf"(?![^.;]{{0,40}}(?:{_TRIED}))",
    re.IGNORECASE,
)
# "…, unless the patient is pregnant".
_EXCEPTED_STATE = compiled(
    r"\b(?P<cover>(?:covered|approved|authorized|medically necessary|allowed|available)\b"
    rf"(?:(?!{_TRIED})[^.;:]){{0,160}}?),? (?:unless|except|but not)"
    rf" (?:(?:(?:when|if|where) )?(?:the |an? )?(?:{PERSON}) (?:is|are)|(?:(?:in|for) )?{_PEOPLE} who (?:is|are))"
    r" (?=(?:[\w-]+ ){0,3}?(?:pregnan|breast-?feed|nursing|lactat|psychotic|manic|demented|bipolar|intoxicated|allerg|"
    r"hypersensitiv|dependent on|addicted))",
    re.IGNORECASE,
)
# What a list has, and how one of it may be said not to be there.
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_POINTS = (
    rf"(?:(?:the |these |those |all )*(?:{_NUMBER} )?(?:following|below|above|these|those|points?|items?|"
    r"criteri(?:a|on)|conditions?|requirements?|boxes|statements?|elements?|lines?|things?)"
    rf"|(?:the|these|those) {_NUMBER}(?= (?:is|are|was|were|may|can|must|shall|should|has|have)\b))"
)
_WANTING = (
    r"(?:(?:is|are|was|were|be|being|remains?|stays?|left|has|have|been|found|shown to|even|still|currently) )*"
    r"(?:missing|lacking|wanting|unmet|unsatisfied|unfulfilled|omitted|left out|skipped|waived|outstanding|"
    r"undocumented|"
    r"(?:absent|blank|open)(?! from\b)|(?:is|are|was|were|be|has|have)n[o'’]t (?:been )?_MET|"
    r"(?:not|un)(?: been)? ?_MET|"
    r"do(?:es)? not (?:apply|hold)|fails?)\b"
).replace("_MET", r"(?:met|satisfied|fulfilled|documented|present|shown|true|answered yes|checked|ticked|in place)")
# "None of these may be missing" asks for all of them.
_NONE_WANTING = compiled(
    rf"\b(?:(?:none|not (?:a single )?one) of {_POINTS}\b|no(?:t one)? {_POINTS}\b"
    r"|nothing (?:(?:on|in|of|from|that|listed|named|asked)\b|below|above))"
    rf"(?:(?! (?:and|but|or) )[^.;:]){{0,40}}? (?:(?:may|can|must|shall|should|could|is|are|will)(?: be| ever)* )?"
    rf"{_WANTING}",
    re.IGNORECASE,
)
# "All of these are absent: …" is said of a list of bars.
_ALL_ABSENT = compiled(
    rf"\b(?:all|each|every one|both) of {_POINTS} (?:(?:is|are|must|has to|have to|should|be|been|has|have) )+"
    r"(?:absent|ruled out)(?=\W*$|\s*[:–—])",
    re.IGNORECASE,
)
_REFUSED_IF = (
    r"\b(?:(?:(?:is|are|will be|shall be|be) )?(?:denied|refused|rejected|returned|turned down|disapproved|declined)"
    r"|deny|refuse|reject|decline|fails?|(?:(?:is|are|do|does|will|can|may|must|should) ?n[o'’]t|cannot|never) (?:be )?"
    r"(?:covered?|approved?|authori[sz]ed?|payable|paid(?: for)?|granted|accept(?:ed)?))"
    r"(?: (?:it|them|the (?:drug|spray|request)|a request))? (?:if|when|where|whenever|as soon as|in case)"
)
# "Denied if none of these is met" approves what meets one, and so does "if all of these are missing".
_REFUSED_NONE = compiled(
    rf"{_REFUSED_IF} (?:(?:none|neither|not (?:even |a single )?one) of {_POINTS}\b[^.;:]{{0,40}}?"
    r" (?:(?:is|are|was|were|has|have|can|could|be|been) )+(?:met|satisfied|fulfilled|documented|shown|true|present|"
    rf"in place|answered yes|checked|ticked)\b|(?:all|each|every one) of {_POINTS}\b[^.;:]{{0,40}}? {_WANTING})"
    r"(?=[^\w.]*$)",
    re.IGNORECASE,
)
# "Denied if any of these is missing" approves what has them all.
_REFUSED_WANTING = compiled(
    rf"(?:{_REFUSED_IF}|\bunless)"
    r" (?:(?:even|only|just) )?(?:any|1|one|either|a single|at least one)(?: single)?(?: one)?(?: or more)?"
    rf"(?: of {_POINTS}| {_POINTS})\b(?:(?! (?:and|but|or) )[^.;:]){{0,40}}? {_WANTING}"
    # A sentence of its own tells of requests, and leads in no list.
    r"(?=[^\w.]*$)",
    re.IGNORECASE,
)


# "Approved for depression, but not unless two drugs have failed": the cover has been told.
_NOT_UNLESS = compiled(
    r"(?P<told>\b(?:cover|approv|authori[sz]|medically necessary|pays? for|allow)[^.;:]{0,120}?),? (?:but |and )?not "
    r"(?:unless|until|before)\b",
    re.IGNORECASE,
)


# "Covered …, unless any of the following applies": what must not be there.
_UNLESS_ANY = compiled(
    r"(?<!not )(?P<cover>\b(?:covered|approved|authori[sz]ed|medically necessary|allowed|available|payable)\b"
    rf"[^.;:]{{0,120}}?),? (?:unless|except (?:if|when|where)) (?:any|either|1|one)(?: (?:or more|one))? of {_POINTS}"
    r"\b[^.;:]{0,40}? (?:appl(?:y|ies)|(?:is|are|was|were) (?:present|true|found|documented|known)|exists?)"
    r"(?=[^\w.]*$|:\s)",
    re.IGNORECASE,
)


# "Requests lacking any of these are denied": a list of what none may lack.
_LACKING = compiled(
    rf"\b(?:lack(?:s|ing)?|miss(?:es|ing)|without) (?:(?P<all>all|(?:any|1|one|either|a single|at least one)(?: one)?"
    rf"(?: or more)?)(?: of)? )?{_POINTS}\b,? (?:is|are|will be|must be|shall be|cannot be|can't be) (?:denied|refused|"
    r"rejected|returned|declined|turned down|ineligible|incomplete|(?:not )?(?:covered|approved|authori[sz]ed|eligible|"
    r"accepted|reviewed|processed|decided|considered))(?=[^\w.]*$)",
    re.IGNORECASE,
)


# "Most requests that we send back lack one of these:".
_SENT_BACK = compiled(
    r"\b(?:that|which) (?:(?:we|reviewers) (?:(?:must|have to) )?(?:send back|return|refuse|reject|deny|decline|"
    r"turn down)"
    r"|(?:are|get|come|have been) (?:sent back|returned|refused|rejected|denied|declined|turned down)),? "
    rf"(?:lack|miss|are missing|are without) (?:(?:at least )?(?:one|1)(?: or more)?|any|some) of "
    rf"{_POINTS}(?=[^\w.]*$)",
    re.IGNORECASE,
)


# "Review cannot begin without the following:", "no request is decided without these papers": what is needed.
_NOT_WITHOUT = compiled(
    r"\b(?:(?:can|may|will|shall|must|could|do|does|is|are)(?: ?n[o'’]t| not)|cannot|never"
    r"|no (?:[\w-]+ ){1,3}?(?:can|may|will|shall|is|are))\b(?! (?:covered?|approved?|authori[sz]ed?)\b)"
    r"[^.;:,]{0,60}? without(?= (?:(?:any|1|one|each|all|both|either)(?: one)? of )?(?:the following|these|those)\b|:)",
    re.IGNORECASE,
)


# "Answered Yes, unless the line says No": an answer on a form denies nothing.
_ANSWERED = compiled(
    r"\b(?:says?|answer(?:s|ed)?(?: (?:is|was|with|must be))?|mark(?:s|ed)?|tick(?:s|ed)?) [\"“']?no\b", re.IGNORECASE
)


# "Depression with or without suicidal ideation" is depression of both kinds.
_EITHER_WAY = compiled(
    r"(?P<form>[^.;:]{0,40})\b(?P<both>with or without)\b(?P<thoughts>[^.;,]{0,40}\bsuicid\w*(?: (?:ideation|thoughts?|"
    r"behaviou?rs?|acts?|intent|or|and)\b)*)",
    re.IGNORECASE,
)
_RESISTS = compiled(r"resist|refract", re.IGNORECASE)


def with_both_kinds(text: str) -> str:
    """`text` with what stands behind "with or without" as a second kind named beside the first, in equal length.

    Resistant depression is one kind, whatever thoughts come with it.
    """
    return _EITHER_WAY.sub(_named_apart, text)


def _named_apart(said: re.Match[str]) -> str:
    if _RESISTS.search(said["form"]):
        return said["form"].ljust(len(said[0]))
    return said["form"] + "; also".ljust(len(said["both"])) + said["thoughts"]


# "Denied unless A, unless B, and unless C" asks for each of them.
_UNLESS_AGAIN = compiled(r"(?:(?<=,)|(?<=, and)|(?<=\w and)) unless ", re.IGNORECASE)


# Most readers of a sentence ask for it.
@lru_cache(maxsize=1024)
def affirmed(text: str) -> str:
    """`text` with a denial that a condition lifts ("not covered … unless …") said as cover on that condition, and
    what may not be missing said as what must be there.
    """
    said = AFFIRMING.of(text)
    return _UNLESS_AGAIN.sub(" when ", said) if said.count("unless ") < text.count("unless ") else said


def _lifted(denial: re.Match[str]) -> str:
    """A denial that a condition lifts, said as cover; what bars patients is a bar still."""
    if _bars(denial):
        return denial[0]
    return f"{denial['can'] or denial['verb'] or ''}{denial['what']} when"


def _without_lack(denial: re.Match[str]) -> str:
    """A denial of what lacks some of a list, said as cover of what has them all; of what lacks all, of what has one."""
    few = (denial["all"] or "").lower() == "all"
    return "are covered when " + ("one of the following is met" if few else "all of the following are met")


def is_lifted_bar(text: str) -> bool:
    """Whether `text` bars patients for what they have, and says what lifts that ("… unless it is treated")."""
    return any(map(_bars, (*_NEGATED.finditer(text), *_DENIED.finditer(text))))


def _bars(denial: re.Match[str]) -> bool:
    said = denial.string[: denial.end("what")]
    return bool(_BARRED.search(said[max(said.rfind("."), said.rfind(";")) + 1 :]))


def _excepted_cover(denial: re.Match[str]) -> str:
    return denial[0] if _bars(denial) else f"covered{denial['what']} when"


# "Adults (18 or older; pediatric use is not covered)" denies nothing of the adults.
_NOT_FOR_CHILDREN = compiled(
    r"(?P<open>\([^()]{0,80}?)[;,]? ?\b(?:use in )?(?:pediatric|child\w*|adolescents?|minors)\b[^();]{0,40}\b"
    r"(?:not (?:\w+ )?(?:cover|approv|authori[sz]|eligible|indicat|establish)|exclud)[^();]*(?=\))",
    re.IGNORECASE,
)


AFFIRMING = Rewriting((
    (_NOT_FOR_CHILDREN, r"\g<open>"),
    *WANTS_TRIAL,
    *SAID_OF_NEITHER,
    (_ANSWERED, "says so"),
    (_LACKING, _without_lack),
    (_SENT_BACK, "are covered when all of the following are met"),
    (_REFUSED_NONE, "is covered when one of the following is met"),
    (_REFUSED_WANTING, "is covered when all of the following are met"),
    (_NONE_WANTING, "all of the following are met"),
    (_ALL_ABSENT, "none of the following is present"),
    (_NOT_UNLESS, r"\g<told> when"),
    (_NEGATED, _lifted),
    (_DENIED, _excepted_cover),
    (_UNLESS_ANY, r"\g<cover>. None of the following is present"),
    (_NOT_WITHOUT, "needs"),
))  # fmt: skip


def without_exceptions(text: str) -> str:
    """`text` with the patients that cover excepts ("except in those with …") said as a condition of it."""
    text = _EXCEPTED_STATE.sub(lambda found: f"{found['cover']}. The member is not ", text)
    return _EXCEPTED.sub(lambda found: f"{found['cover']}. The member does not have", text)
