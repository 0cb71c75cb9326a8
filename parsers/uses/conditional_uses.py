"""The uses to which a clause is limited, by its title, its opening words or a condition in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.amounts.amounts import sets_a_use_apart
from parsers.answering.denial_wording import REFUSED_BY_NAME
from parsers.deciding.told_criteria import uses_of_criteria
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Indication
from parsers.uses.fronted_uses import fronted
from parsers.uses.indications import Mention, apart_from_conditions, mentions
from parsers.uses.joined_uses import beside_in_aside, leads_to
from parsers.uses.scopes import MARKER, NEGATION, is_label, is_phase_label
from parsers.uses.use_subjects import ORNAMENT, is_subject
from parsers.uses.waivers import only_waives

_CONDITION_BEFORE = compiled(
    r"(?:^|[.;]\s*)\(?(?:[a-z0-9]{1,3}[.)]\s*)?(?:nothing (?:\w+ )?changes )?"
    r"(?:for|in|if|when|where|with)\b[^,;:.]{0,60}$|\b(?:when|if|"
    r"where|whenever|only)\b[^,;:.]{0,30}\b(?:for|treating|is|has|of)\b[^,;:.]{0,25}$|\((?:for |if |in )?$"
    r"|^\W*(?:none|\d+|one|two|three|four|six)(?: (?:days|weeks|months))?(?: (?:at first|initially))? (?:for|in) $"
    # "6 devices per 7 days in the first authorization for …".
    r"|\b(?:months?|weeks?|days?|years?)(?: (?:in|during|for|on|with|under) (?:the |an? |each |every |any )?"
    r"(?:(?:first|initial|new|each|renewed|later) )?(?:authori[sz]ation|approval|renewal|request)s?(?: period)?)? "
    r"(?:for|in|when treating) (?:(?:the treatment of|adults? with"
    r"|patients? with|members? with) )?$",
    re.IGNORECASE,
)
_LONGEST_CONDITION = 200  # Characters of what leads to the name of a use.
_CONDITION_AFTER = compiled(
    r"^(?:[^,;:.]{0,30}[,:)]|;|\W*$|[^,;:.]{0,12}\bonly\b"
    r"|\s+(?:the |an )?(?:(?:first|initial) )?(?:approval|authori[sz]ation|certification)\b"
    r"|\s+(?:the |our |its )?(?:criteria|requirements|conditions) (?:are|will be|include)\b)",
    re.IGNORECASE,
)
# "A resistant-depression approval is renewed for 6 months".
_A_USES_OWN = compiled(r"^\W*(?:an?|the|each|every|any)\s+(?:(?:first|initial|renewed|later)\s+)?$", re.IGNORECASE)
_ITS_APPROVAL = compiled(r"\W*(?:approval|authori[sz]ation|request|renewal|certification)s?\b", re.IGNORECASE)
_FOR_BOTH = compiled(r"\W*(?:for|in|with) (?:both|either)\b[^.;:–—(,]{0,40}[–—:(,]", re.IGNORECASE)
_VERB = compiled(r"\b(?:must|shall|should|is|are|was|were|will|requires?|needs?|asks?)\b", re.IGNORECASE)
_FEWEST_CLAUSES = 2
# "Authorization for depression is limited to 3 months.", "A renewal for 6 months in resistant depression requires …"
_APPROVAL_OF = compiled(
    r"^\W*(?:(?:the )?(?:length|duration|term|period)s? (?:of|for) )?"
    r"(?:(?:an?|the|any|all|each|every|initial|first|new|continued|subsequent|later|repeat|renewal|continuation|"
    rf"(?:re-?)?authori[sz]ation|{SPAN_COUNT}[ -]{SPAN_UNIT}) )*"
    r"(?:(?:re-?)?(?:authori[sz]|certific)ations?|"
    r"(?:re-?)?approvals?|"
    r"coverage|renewals?|requests?|PA|continuation|"
    # "The quantity limit for depression is …".
    r"(?:(?:quantity|supply|dosing|dose|device|dispensing) )?(?:limits?|limitations?|maximum|cap|quantity)|"
    r"(?:(?:continued )?(?:use of|treatment with) )?"
    r"(?:esketamine|spravato|ketamine)(?: nasal spray| infusions?)?(?: \([^()]*\))?)"
    # "A request to go on with the drug in resistant depression is considered when …"
    r"(?: to (?:continue|go on|keep on|renew|extend|start|restart|resume)"
    r"(?: (?:with|on|the|this|drug|it|treatment|therapy|use|spravato|(?:es)?ketamine))*)?"
    rf"(?: (?:for|of) (?:up to |an? )*{SPAN_COUNT}[ -]{SPAN_UNIT})? (?:for|of|in) "
    r"(?:(?:the treatment of|adults|patients|members|with|an?) )*$",
    re.IGNORECASE,
)
# "Treatment for acute suicidality ends after 4 weeks."
_TREATMENT_OF = compiled(
    r"^\W*(?:treatment|therapy|the course|a course) (?:for|in|of) (?:(?:adults|patients|members|"
    r"with) )*$",
    re.IGNORECASE,
)
# "Members with acute suicidality are limited to 16 devices per 28 days."
_THOSE_WITH = compiled(
    r"^\W*(?:(?:all|any|the) )?(?:adults?|patients?|members?|people|those|individuals|beneficiaries|enrollees|"
    r"recipients) (?:with|who have|treated for) (?:an? )?$",
    re.IGNORECASE,
)
_ARE_LIMITED = compiled(
    r"^ (?:\([^)]*\) )?(?:(?:is|are) (?:each )?(?:limited|restricted) to|(?:may|can) (?:receive|get|have) (?:up to|"
    r"no more than|at most))\b",
    re.IGNORECASE,
)
_ENDS_AFTER = compiled(r"^ (?:\([^)]*\) )?(?:ends?|stops?) (?:after|at|with)\b", re.IGNORECASE)
_IS_SAID = compiled(
    r"^ (?:\([^)]*\) )?(?:is|are|will|may|can|must|lasts?|runs?|requires?|needs?|asks? for|calls? for|"
    r"allows?|permits?|includes?(?= \d))\b"
    # "Renewal for resistant depression, for 1 year: the prescriber describes a benefit".
    rf"|^,? (?:\([^)]*\),? )?(?:for |up to )*{SPAN_COUNT}[ -]{SPAN_UNIT}\s*:",
    re.IGNORECASE,
)
_SPANNED = compiled(
    rf"^(?P<whom>[^.:;\d]{{2,120}}),? (?:for |is |lasts |up to )*{SPAN_COUNT} "
    rf"(?:{SPAN_UNIT}(?: \(approval\W*\))?"
    # "Resistant depression, new start, 24 devices per 28 days".
    r"|(?:nasal )?(?:devices?|kits?|sessions?)(?: \([^()]*\))? (?:per|an?|each|every|in|for) "
    rf"(?:{SPAN_COUNT} )?{SPAN_UNIT})\W*$",
    re.IGNORECASE,
)
# Whom a use is named of, up to its name.
_WHOM = r"(?:(?:the|treatment|use|of|in|adults?|patients?|members?|people|those|with) )*$"
# "Renewal – twelve months, for resistant depression only", "only resistant depression is renewed".
_FOR_A_USE = compiled(rf"\b(?:for|in|to|of) {_WHOM}", re.IGNORECASE)
_ONLY = compiled(r"(?:[^,;:.]{0,12}\bonly\b(?! (?:if|when|after|by|in|at|under|with|once|as)\b))", re.IGNORECASE)
# "The plan may reauthorize the drug for resistant depression when …".
_RENEWED_FOR = compiled(
    r"\b(?:re-?authori[sz]e[sd]?|renew(?:s|ed)?|re-?approve[sd]?|re-?certif(?:y|ied)|extend(?:s|ed)?|continued?)\b"
    rf"[^.;:]{{0,60}}\b(?:for|in) {_WHOM}",
    re.IGNORECASE,
)
# "To renew approval for resistant depression for six months, …"
_TO_RENEW = compiled(
    r"^\W*to (?:re-?authori[sz]e|renew|re-?approve|re-?certify|extend|continue) (?:(?:the|an?|its|this) )?"
    rf"(?:[\w()-]+ ){{0,3}}?(?:for|in) {_WHOM}",
    re.IGNORECASE,
)
_ON_TERMS = compiled(r"(?: \(\w+\))? (?:when|if|once|provided|as long as)\b", re.IGNORECASE)
_ENDS = compiled(r"(?: \(\w+\))?\W*$")
_ONLY_A_USE = compiled(rf"^\W*only {_WHOM}", re.IGNORECASE)
# "In the one use, but not in the other, an oral antidepressant is taken."
_BUT_NOT = compiled(r",? (?:but|and) not (?:in|for) [^,;:.]*(?=,)", re.IGNORECASE)
# "What this means for providers: For the one use, the member must …": a topic in front, which names no use.
_TOPIC_IN_FRONT = compiled(
    r"^\W*(?P<topic>[A-Z][^.:;]{2,50}):\s+(?=(?:For|In) \S)"
    # "Quantity limits (1 device = 28 mg): resistant depression, 24 devices per 28 days".
    r"|^\W*(?P<limits>(?i:(?:quantity|supply|dos(?:e|age|ing)|device) limit(?:s|ations?)?)(?: \([^()]*\))?):\s+"
)
# "First, is it resistant depression? Then …": the answer yes is what the next sentence is of.
_IS_IT = compiled(
    r"^\W*(?:(?:first|second|third|next|then|now|or|and)(?:ly)?,? )?"
    r"(?:is (?:it|this|the (?:request|diagnosis|use|case|drug)) (?:(?:for|one of|used for|meant for) )?)$",
    re.IGNORECASE,
)
# "Spravato for depression in members 18 years or older: …": a title that tells the age as well.
_OF_AN_AGE = compiled(
    r",? \(?(?:(?:in|for) )?(?:(?:those|adults?|patients?|members?|participants?|people|persons|individuals|clients?|"
    r"recipients?|beneficiar(?:y|ies)|enrollees?)(?: who are)? )?(?:of |aged? |ages? |over |at least )?"
    r"(?:\d\d|eighteen)(?:\+| (?:to|through) \d\d)?(?: years?)?(?: of age| old)?"
    r"(?: (?:and|or) (?:older|over|above|up))?\)?(?=,? (?:with|who have)\b|\W*$)",
    re.IGNORECASE,
)
# "Resistant depression, first 3 months: …", "… (weeks 1 to 4): …": a title that tells the stage as well.
_OF_A_STAGE = compiled(
    rf",? \(?(?:(?:in |for |during )?(?:(?:the )?(?:first|initial|next) )?{SPAN_COUNT} {SPAN_UNIT}"
    r"|(?:weeks?|months?|days?) \d+ ?(?:(?:to|through|and|-|–) ?(?:\d+|after|later|beyond|on)|on(?:wards?)?)"
    r"|(?:first|initial|later|further) (?:fills?|month)|refills?|thereafter)\)?(?=\W*$)",
    re.IGNORECASE,
)
_FIRST_FILL = compiled(
    r"^\W*(?:(?:the )?(?:first|initial|each|every|later) fills?|refills?) (?:for|in) ", re.IGNORECASE
)
# A label ends at a colon or a stop, or at a dash: "Renewal, resistant depression — six months if …".
_LABELS = (compiled(r"^([^.:]{2,120})[.:]\s+\S"), compiled(r"^([^.:–—]{2,120}?)\s[–—-]\s+\S"))
_AFTER_LABEL = compiled(r"[\s^*_\"')]*(?:[:–—|]|-\s|\d)")


@lru_cache(maxsize=1024)
def condition(text: str) -> tuple[Indication, ...]:
    """The indications to which a clause is limited ("For depression, …", "TRD: …", "… when used for TRD")."""
    if REFUSED_BY_NAME.match(text):
        return ()
    return apart_from_conditions(_limited_to(_BUT_NOT.sub("", _without_topic(MARKER.sub("", text)))))


# "Spravato (manual PA) Resistant depression, initial: a psychiatrist …": the drug's name before the use and its colon.
_OUR_NAME = compiled(
    r"^\W*(?:spravato|(?:es)?ketamine)(?: nasal spray)?(?: \([^()]{2,40}\)){0,2} ?[:–—-]? (?=[A-Z][^.:;]{2,80}:\s)",
    re.IGNORECASE,
)


# "Spravato: members with acute suicidality are limited to …".
_NAMED_FIRST = compiled(
    r"^\W*(?:spravato|(?:es)?ketamine)(?: nasal spray)?(?: \([^()]{2,40}\))?:\s+(?=(?:the )?(?:quantity|limit|supply|"
    r"members|patients|adults|initial|first)\b)",
    re.IGNORECASE,
)


def _without_topic(text: str) -> str:
    text = _NAMED_FIRST.sub("", text)
    if (named := _OUR_NAME.match(text)) and is_label(text[named.end() :].partition(":")[0]):
        text = text[named.end() :]
    topic = _TOPIC_IN_FRONT.match(text)
    return text[topic.end() :] if topic and not mentions(topic[0]) else text


def _limited_to(text: str) -> tuple[Indication, ...]:
    found = mentions(text)
    if told := _opening_uses(text, found):
        return told
    if (end := _end_of_label(text)) is not None:
        return tuple(dict.fromkeys(mention.indication for mention in found if mention.end <= end))
    if told := uses_of_criteria(text, found) or _both(text, found):
        return told
    limited = [mention for mention in found if _limits(mention, text)] or list(fronted(text, found))
    if limited and sets_a_use_apart(text):
        return ()
    if limited and text.count(";") >= _FEWEST_CLAUSES and limited[0].start > text.index(";"):
        return ()  # A later clause of a run is limited ("…; two drugs have failed (TRD only); …"), not all of them.
    joined = [
        mention
        for mention in found
        if limited and mention.end <= limited[0].start and leads_to(mention, limited[0], text)
    ]
    return tuple(
        dict.fromkeys(mention.indication for mention in (*joined, *limited, *beside_in_aside(limited, found, text)))
    )


def _opening_uses(text: str, found: Sequence[Mention]) -> tuple[Indication, ...]:
    """The uses that open a clause as its label, its question or behind a phase; () where none do."""
    if not found:
        return ()
    first = found[0]
    before, after = text[: first.start], text[first.end :]
    if not before.strip(ORNAMENT) and _AFTER_LABEL.match(after):
        return (first.indication,)
    if _IS_IT.match(before) and re.match(r"(?: \([^()]*\))?\?\W*$", text[found[-1].end :]):
        return tuple(dict.fromkeys(each.indication for each in found))
    labelled = before.rstrip().endswith((":", "-", "–")) and is_phase_label(before.rstrip(" :-–"))
    if labelled and re.match(r"(?: \(\w+\))?\s*[;,.]", after):
        return (first.indication,)
    # "Resistant depression, new start, 3 months": a use, its phase and how long that lasts.
    spanned = _SPANNED.match(text)
    if spanned and first.end <= spanned.end("whom") and is_label(spanned["whom"]):
        return tuple(dict.fromkeys(each.indication for each in found if each.end <= spanned.end("whom")))
    return ()


def _end_of_label(text: str) -> int | None:
    """Where the label that opens a clause ends, if that is the name of a use, whatever its stage and age."""
    labels = filter(None, (form.match(text) for form in _LABELS))
    bare = ((label, _FIRST_FILL.sub("", _OF_A_STAGE.sub("", _OF_AN_AGE.sub("", label[1])))) for label in labels)
    return next((label.end(1) for label, name in bare if is_label(name)), None)


def _both(text: str, found: Sequence[Mention]) -> tuple[Indication, ...]:
    """The two uses of "for both uses – one, and the other – the request must …"; () where a text names no two so."""
    opens = _FOR_BOTH.match(text)
    verb = _VERB.search(text, opens.end()) if opens else None
    named = tuple(dict.fromkeys(each.indication for each in found if verb and each.end <= verb.start()))
    return named if len(named) == len(("one", "other")) else ()


def _is_the_only(before: str, after: str) -> bool:
    """Whether a use between two texts is said to be the only one that the clause is of, or the one that is renewed."""
    behind = _FOR_A_USE.search(before) and _ONLY.match(after)
    renewed = _RENEWED_FOR.search(before) and _ON_TERMS.match(after)
    return bool(behind or renewed or (_ONLY_A_USE.match(before) and _IS_SAID.match(after)))


def _is_waived_for(before: str, after: str) -> bool:
    """Whether a use ends a sentence that only says what is not asked for it; an aside that does has a clause before."""
    ends = _FOR_A_USE.search(before) and _ENDS.match(after)
    return bool(ends) and "(" not in before[before.rfind(")") + 1 :] and only_waives(before)


def _limits(mention: Mention, text: str) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    of_approval = _APPROVAL_OF.search(before) and (_IS_SAID.match(after) or after.startswith(": "))
    start = max(0, len(before) - _LONGEST_CONDITION)
    of_condition = (_A_USES_OWN.match(before) and _ITS_APPROVAL.match(after)) or (
        _CONDITION_BEFORE.search(before, start) and _CONDITION_AFTER.match(after)
    )
    of_approval = of_approval or (_TREATMENT_OF.match(before) and _ENDS_AFTER.match(after))
    of_approval = of_approval or (_THOSE_WITH.match(before) and _ARE_LIMITED.match(after))
    of_approval = of_approval or (_TO_RENEW.search(before) and re.match(r"[^.;,]{0,40},", after))
    limits = of_approval or is_subject(before, after) or of_condition or _is_the_only(before, after)
    # "… failed without success (TRD only)": what is denied before an aside is not denied in it.
    aside = before[before.rfind("(") :] if before.rfind("(") > before.rfind(")") else before
    return (bool(limits) and not NEGATION.search(aside)) or _is_waived_for(before, after)
