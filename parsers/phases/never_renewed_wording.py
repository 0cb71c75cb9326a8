"""How a text words that an approval is given once and never renewed. Words only."""

from __future__ import annotations

import re

from parsers.language.any_of import any_of

_COURSES = r"(?:courses?|series|cycles?|infusions?|treatments?|approvals?|requests?|authori[sz]ations?)"
_AGAIN = (
    r"(?:\brenewals?(?: requests?)?|\bre-?authori[sz]ations?|\bextensions?|\bcontinuations?(?: of \w+)?"
    rf"|\b(?:repeat(?:ed)?|second|further|additional|another|later|subsequent|follow-?up) {_COURSES})"
)
_GRANTED = r"(?:granted|given|issued|authori[sz]ed|allowed|permitted|accepted|provided|offered|paid(?: for)?|payable)"
GIVEN = rf"(?:{_GRANTED}|approved|covered)"
# Whom a renewal is refused, for what they show or lack.
_SOME = (
    r"\b(?:patients?|members?|individuals?|people|persons?|those|anyone|who|whom|without|lack\w*|failure|because|no)\b"
)
NEVER_RENEWED = any_of(
    r"\b(?:not|never|cannot|can't) be (?:renewed|re-?authori[sz]ed|re-?approved|continued|extended)\b"
    # e.g. "Renewal: never", as a line with its label
    rf"|^\W*(?:the )?{_AGAIN}(?: requests?| approvals?)?\s*[:–—]\s*(?:never|none|no)\W*$"
    # e.g. "there is nothing to renew", "a renewal does not exist"
    r"|\b(?:nothing|none) to (?:renew|extend|continue)\b"
    r"|\b(?:renewals?|re-?authori[sz]ations?|extensions?) (?:do(?:es)? not exist|(?:is|are) (?:ruled out|excluded)|"
    r"(?:(?:is|are) )?not (?:foreseen|provided for|possible|available|offered))\b"
    rf"|\bnot (?:eligible|open|available) for {_AGAIN}"
    r"|\bnot (?:to be )?(?:renewed|re-?authori[sz]ed|extended)"
    r"(?: (?:with)?in (?:the|that|an?y?|one) (?:same )?episode)?\W*(?:$|;)"
    # e.g. "is not continued under the first approval", "treatment is not extended past 4 weeks"
    r"|\bnot (?:to be |be )?(?:continued|extended|prolonged|renewed|re-?authori[sz]ed) "
    r"(?:under|beyond|past|after|from) (?:the |an? |that |this )?(?:first |initial |induction )*"
    r"(?:approval|authori[sz]ation|course|phase|month|(?:\d+|one|two|four|six|eight) (?:weeks|days|months))\b"
    r"|\b(?:non-?|not )renewable\b|\bno (?:renewals?|re-?authori[sz]ations?|continuations?|continued "
    r"(?:therapy|treatment|approval))\b"
    # e.g. "repeat courses are not authorized", "renewals are never granted", "continuation past a month is not paid"
    rf"|{_AGAIN}(?:(?! for )[^.;:]){{0,40}}? (?:is|are|will be|shall be) (?:not|never) (?:be )?{GIVEN}\b"
    rf"|{_AGAIN} (?:will|shall|can|may) (?:not|never) be {_GRANTED}\b"
    rf"|\bno {_AGAIN}[^.;:]{{0,20}}? (?:is|are|will be|can be|may be) {GIVEN}\b"
    # e.g. "a new episode is handled as an initial request", "… goes through the initial criteria", "… anew"
    r"|\b(?:new|next|further|another|later) (?:episode|crisis|course)\b[^.;]{0,30}\b(?:(?:is|must be|will be) "
    r"(?:\w+ ){1,2}?|(?:goes|comes|passes|falls) )"
    r"(?:anew\b|(?:as|under|like|by|through) (?:an? |the )?(?:new |first |fresh )?(?:initial|new|first|fresh) "
    r"(?:requests?|authori[sz]ation|approval|criteria|course))"
    # e.g. "a new episode calls for a new initial request", "treat a new episode as a new request"
    r"|\b(?:new|next|further|another|later) (?:episode|crisis|course),? (?:is|counts as|needs|requires|"
    r"takes|calls for|means|"
    r"begins with|starts with|as) (?:again )?(?:an? )?(?:new |first |fresh |separate )*(?:initial|new|"
    r"first|fresh|separate) "
    r"(?:requests?|authorizations?|approvals?)\b"
    # e.g. "a request beyond the first month is reviewed under resistant depression"
    r"|\b(?:requests?|treatment|use) (?:(?:that|which) (?:goes|go|runs?|lasts?) )?(?:beyond|after|past|longer than) "
    r"[^.;]{3,30}? (?:(?:is|are|will be) (?:reviewed|handled|judged|considered) (?:under|as|by)"
    r"|(?:has to|have to|must|needs? to|will|shall) (?:meet|satisfy|fulfill?)) (?:all )?(?:of )?(?:the )?"
    r"(?:criteria (?:for|of|under) )?(?:TRD|treatment[- ]resistant)"
    r"|\b(?:continu(?:ation|ed use|ed treatment)|renewals?|use) (?:\w+ ){0,3}?(?:(?:beyond|after|past)[^.;]{0,30})?"
    r"(?:has|have)(?: not|n['’]t) been (?:evaluated|studied|established|assessed)\b"
    # e.g. "later requests for that use are not accepted"; of some patients for what they lack it is said otherwise
    rf"|{_AGAIN}(?: requests?)? for (?:(?!{_SOME})[^.;:,]){{2,80}}? (?:is|are|will be|shall be) (?:not|never) (?:be )?"
    rf"{_GRANTED}\b"
    # e.g. "Renewal, acute suicidality: none", "there is no extension", "we do not renew", "is a one-time approval"
    rf"|^\W*(?:the )?{_AGAIN}(?: requests?| approvals?)?,? (?:for )?[^.;:]{{2,80}}[:–—]\s*(?:never|none|no)\W*$"
    rf"|{_AGAIN}(?: requests?| approvals?| only| alone)?\s*[:–—]\s*(?:never|none|no|not (?:available|offered|given|"
    r"possible|renewed|accepted))\W*(?:$|[.;])"
    rf"|\bthere (?:is|are|will be) no {_AGAIN}(?=\W*$|[^.;:]{{0,20}} for (?!{_SOME}))"
    r"|\b(?:do|does|will|can|may)(?: not|n['’]t|not) (?:renew\b(?! automatically)|extend (?:\w+ ){0,6}?(?:approvals?|"
    r"authori[sz]ations?)\b)"
    r"|\b(?:is|are|gets?|has|have) (?:an? )?(?:one-?time|once-?only|single) (?:approvals?|authori[sz]ations?)\W*$",
    flags=re.IGNORECASE,
)
