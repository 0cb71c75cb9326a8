"""For whom a clause speaks: the indications it asks for, and those that a statement of coverage is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from parsers.amounts.amounts import uses_in_turn
from parsers.answering.denial_wording import REFUSED_BY_NAME
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.negations import affirmed
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.phases.phases import read_phase
from parsers.uses.denied_uses import without_opening_reason
from parsers.uses.further_uses import is_one_more
from parsers.uses.indications import FORMS_OF_MDD, Mention, mentions, named_indications
from parsers.uses.joined_uses import joins
from parsers.uses.use_subjects import ORNAMENT
from parsers.uses.uses_required import USE_REQUIRED

# What rules out the use that is named behind it, in the same clause.
NEGATION = compiled(
    r"\b(?:no|not|neither|nor|(?<!with or )without|never|absence of|free of|excluding|exclude[sd]?|deny|"
    r"denied|lacks?|history of|"
    r"remission|rule[sd]? out|other than|except)\b(?! (?:a |any |the need for )?(?:prior|pre-?|"
    r"PA\b|authori|requir))(?! (?:younger|older|less|fewer|more|lower|later|sooner|only)\b)"
    # "Esketamine, but not intravenous ketamine, is covered for …": another drug is set aside, and no use.
    # "Is covered under the medical benefit, and not under the pharmacy benefit, for …": who pays, and no use.
    r"(?! (?:(?:under|through|by|via|from) )?(?:an? |the |your |our )?"
    r"(?:pharmacy|medical|(?:prescription )?drug|retail) benefits?\b)"
    r"(?! (?:\w+ ){0,2}?(?:(?:es)?ketamine|spravato)\b[^.;:,]{0,20}, (?:is|are|may|will|can)\b)[^.;:]{0,60}$",
    re.IGNORECASE,
)
# The longest of these words, and the letters that may stand between it and what it negates.
_WORDS_OF_A_NEGATION = len("history of") + 60
# "Member requires general anesthesia", "is receiving palliative care for cancer pain".
_NEEDED = compiled(r"\b(?:requires?|needs?|undergo(?:es|ing)|(?:palliative|comfort) care(?: for)?)\s+$", re.IGNORECASE)
_OF_A_HOSPITAL: frozenset[Indication] = frozenset({"anesthesia", "acute_pain", "cancer_pain"})
# "The episode is resistant to treatment: two drugs failed in it" asks for that form of depression.
_PROVES_RESISTANT = compiled(
    r"^\W*(?:the |this |an? )?(?:(?:patient|member|person|individual|client|beneficiary)(?:'s|s')? )?"
    r"(?:current |present )?(?:major )?(?:depression|depressive (?:disorder|episode|illness)|disorder|episode|illness|"
    r"condition|MDD)"
    r" (?:is|was|has been|has proved|has proven)(?: to be)?(?: considered| judged| found| shown)?(?: to be)? "
    r"(?:treatment[- ](?:resistant|refractory)|(?:resistant|refractory) to (?:treatment|therapy))\b",
    re.IGNORECASE,
)
_ESTABLISHED = compiled(
    r"^(?![^.;:]{0,40}\b(?:not|unless|absent|without|ruled out)\b)[^.;:]{0,40}"
    r"\b(?:has|have|is|was|must)(?: been| be(?:ing)?)? "
    r"(?:diagnosed|confirmed|established|documented|present|treated)\b",
    re.IGNORECASE,
)
_ONLY_FILLER = compiled(
    r"(?>\b(?:esketamine|spravato|ketamine|ketalar|nasal|spray|intranasal|iv|intravenous|infusions?|for|the|"
    r"treatment|therapy|of|in|adults?|patients?|members?|individuals?|clients?|with|a|an|diagnos[ie]s|initial|"
    r"renewals?|re-?certifications?|re-?approvals?|continued|continuing|initiation|starting|first|ongoing|maintenance"
    r"|subsequent|later|further|continuation|extensions?|prolongations?|use|criteria|indications?|approvals?|requests?|reviews?|starts?|and|or|"
    r"only|"
    r"sections?|parts?|options?|groups?|category|categories|populations?|cohorts?|situations?|scenarios?|cases?|"
    r"added|new|"
    r"unipolar|major|disorder|who|have|has|documented|confirmed|(?:prior |re-?|pre-?)?authori[sz]ations?|coverage|"
    r"PA|must|meet|all|to|if|both|under|alike|as|well|when|are|is|be|met|following|recurrent|single|episode|by|severe|"
    r"there|another|users?|enrollees|time|moderate|acute|chronic|refractory|intractable|persistent|established)\b"
    r"|[\W\d_]+|\b[IVXivx]+\b|\b[A-Za-z]\b)*+",
    re.IGNORECASE,
)
PROVISO = compiled(
    r"\b(?:when|if|provided|as long as|based on|after|who (?:has|have)|whose|that (?:has|have))\b", re.IGNORECASE
)
# Where a title ends and what is asked of it begins ("Treatment-resistant depression, after two failures").
_END_OF_LABEL = compiled(
    r"(?<=[\w)])[.:](?:\s|$)|\s[–—-]\s|\((?=must|meet|if)|,\s+(?=(?:and|if|when|after|where|who|defined|as|in|provided|"
    r"meeting|with|for|that|which|whose|characterized|documented|confirmed|authorized|approved|granted|limited|"
    r"up to|once)\b)"
)
_LISTED = compiled(r"\b(?:following|criteria|conditions|requirements)\b[^.;:]{0,40}:|(?<=[\s:])\((?:1|a|i)\) ")
# "… and has none of the following: bipolar disorder; …": what a patient must not have, which is no use.
_NONE_LISTED = compiled(
    r"\b(?:none|without (?:any|one)|(?:not|never) (?:have|had) (?:any|one)|free (?:of|from) (?:any|all)) of "
    r"(?:the following|these|those)\b[^.;:]{0,40}:",
    re.IGNORECASE,
)
_ANSWERS_FOR = compiled(
    r"\b(?:medically necessary|covered|approved|authori[sz]ed|payable|covers? \w+|pays? for \w+) (?:for|in|to treat) "
    r"(?:(?:the|treatment|of|adults?|members?|patients?|with) )*$",
    re.IGNORECASE,
)
_CLASS: frozenset[Indication] = frozenset({"mdd"})
# "Both of the following: resistant depression is the diagnosis, and …": a list in one line.
_ALL_OF = compiled(
    r"^\W*(?:all|both|each)(?: \(?\w+\)?)?(?: (?:of )?(?:the following|these))?\s*:\s*(?=\S)", re.IGNORECASE
)
# A number, or what a payer numbers its patients by ("Group 1 - treatment resistance").
MARKER = compiled(
    r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[ivx]+)[.)]"
    r"|(?:(?:[Cc]overed|[Aa]pproved|[Ll]abell?ed|[Aa]ccepted) )?(?:[Gg]roup|[Cc]ategory|[Pp]opulation|[Cc]ohort|[Uu]se|"
    r"[Ii]ndication|[Dd]iagnosis|[Cc]ondition) (?:\d{1,2}|[A-Z]|[IVX]+) ?[-–—:.])\s+"
)
# "Does the patient have bipolar disorder?": what a form asks beside the use, to rule it out.
_ASKS_IF_HAD = compiled(
    r"^\W*(?:does|do|did|has|have|is|are) (?:the |this )?(?:patient|member|individual|client|"
    r"recipient|beneficiary)\b[^?]*\?",
    re.IGNORECASE,
)
_HAD = compiled(r"\bhistory of\b", re.IGNORECASE)
_RULED_OUT: frozenset[Indication] = frozenset({"bipolar_depression", "substance_use"})
_AFTER_OPENING = compiled(
    r"\s*(?:[,;:(]|\b(?:with|after|when|in|whose?|that|despite|without|and|or|by|per|as|of|on|at|during|due|from|under|"
    r"which|if|where|so|(?:requir|need|warrant)ing|(?:acute|severe) enough|(?!screen|measur|scor|rat)[a-z]{3,}ed)\b"
    # "Acute pain management in the hospital", "induction of anesthesia prior to surgery".
    r"|(?:management|relief|control)(?=[.,;:\s]*$| (?:in|after|during|at|as|with|for|when|following)\b)"
    r"|(?<=an[ae]sthesia )(?:for|prior|before|ahead)\b|(?<=an[ae]sthetic )(?:for|prior|before|during)\b"
    r"|(?<=agent )for\b|[.\s]*$)"
)
# "Initial, resistant depression (all of these):": the phase before the use.
_FIRST_PHASE = compiled(
    r"^\W*(?:initial|first|new)(?: (?:approvals?|requests?|authori[sz]ations?|treatments?|therapy|courses?|starts?))?"
    r"(?: (?:for|of|in))?\s*[,:–—-]?\s+",
    re.IGNORECASE,
)
# "A different condition that the FDA approved it for", "for acute pain in a hospital", "as an agent for anesthesia",
# "to relieve acute pain": what opens a clause may stand behind these.
_ARTICLES = compiled(
    r"^\W*(?:(?:during|after|before|following) (?:an? |the )?(?:\w+ )?(?:procedures?|operations?|surgery),? )?"
    r"(?:(?:as|to be) (?:(?:an?|the|its|part of(?: an?| the)?)\b ?)(?:(?:sole|main|adjunct\w*|general|only) )?"
    r"(?:(?:agent|drug|aid|adjunct|component|medication|means|part) )?)?"
    r"(?:to (?:induce|maintain|produce|provide|give|relieve|ease|control|manage|supplement) )?"
    r"(?:(?:for|in|of) (?:the )?(?:(?:treatment|management|relief|control) of )?)?"
    r"(?:(?:an?|the|any|some|another|other|different|further|new)\b\s*)*",
    re.IGNORECASE,
)
# "…, as before, and, newly, …"
_NEXT_NAMED = r",\s+(?:(?:as|now|newly|already|since)\b[^,;.]{0,30},\s+)?(?:and|or)\b(?:,\s+\w+,)?\s+(?:for |in |an? )?"


@lru_cache(maxsize=2048)
def is_label(text: str) -> bool:
    """Whether the text only names an indication, as a heading or a numbered title does."""
    found = mentions(text) if len(text) <= 160 else ()
    left = text
    for mention in found:
        left = left[: mention.start] + " " * (mention.end - mention.start) + left[mention.end :]
    return bool(found) and _ONLY_FILLER.fullmatch(left) is not None


# "At renewal", "on each reauthorization".
_AT_A_TIME = compiled(r"^\W*(?:at|on|upon|with) (?:(?:the|each|every|any) )*", re.IGNORECASE)


def is_phase_label(text: str) -> bool:
    """Whether the text only names a phase ("Initial authorization"), as a heading or a numbered title does."""
    text = _AT_A_TIME.sub("", text)
    return len(text) <= 80 and read_phase(text) is not None and _ONLY_FILLER.fullmatch(text) is not None


@lru_cache(maxsize=2048)
def required_indications(text: str) -> tuple[Indication, ...]:
    """The indications that a clause demands ("diagnosis of …", a bare name); not those it rules out or mentions."""
    text = _ALL_OF.sub("", MARKER.sub("", text))
    if _ASKS_IF_HAD.match(text) and set(named_indications(text)) <= _RULED_OUT:
        return ()
    if REFUSED_BY_NAME.match(text):
        return ()
    if _PROVES_RESISTANT.match(text):
        return ("trd",)
    head = _END_OF_LABEL.split(text, maxsplit=1)[0]
    ends_there = not any(mention.start < len(head) < mention.end for mention in mentions(text))
    if is_label(head) and ends_there and not _another_follows(text[len(head) :]):
        return refined(named_indications(head)) if re.search(r"\band\b", head) else named_indications(head)
    wanted: list[Indication] = []
    joined = False
    for mention in mentions(text):
        before, after = text[: mention.start], text[mention.end :]
        opens = not _ARTICLES.sub("", _FIRST_PHASE.sub("", before)).strip(ORNAMENT)
        opens = opens and bool(_AFTER_OPENING.match(text, mention.end))
        needed = mention.indication in _OF_A_HOSPITAL and _NEEDED.search(before)
        stated = USE_REQUIRED.search(before) or (_ESTABLISHED.search(after) and len(before) < 40)
        direct = bool(opens or needed or stated)
        joined = (
            (direct or (joined and joins(text, mention, wanted)))
            and not NEGATION.search(before)
            and not mention.excepted
        )
        if joined:
            wanted.append(mention.indication)
    both = re.search(r"\band\b", text) and not re.search(r"\b(?:or|one of|either)\b", text)
    return refined(dict.fromkeys(wanted)) if both else tuple(dict.fromkeys(wanted))


def only_rules_out(text: str) -> bool:
    """Whether a text names uses as conditions that a patient must be without ("Has no bipolar disorder")."""
    named = set(named_indications(text))
    barred = _ASKS_IF_HAD.match(text) or _HAD.search(text) or not positive_indications(text)
    return bool(named) and named <= _RULED_OUT and bool(barred)


def _another_follows(rest: str) -> bool:
    """Whether what stands after a name goes on with the next (", and depression …"), not with conditions."""
    following = next(iter(mentions(rest)), None)
    return following is not None and bool(re.fullmatch(_NEXT_NAMED, rest[: following.start]))


def refined(asked: Iterable[Indication], beside: frozenset[Indication] = _CLASS) -> tuple[Indication, ...]:
    """What is asked for together with a form of depression: its class (or what else is in `beside`) adds nothing."""
    found = tuple(asked)
    return tuple(each for each in found if each not in beside or not FORMS_OF_MDD & set(found))


def stated_indications(text: str, above: tuple[Indication, ...]) -> tuple[Indication, ...]:
    """The indications that a statement of coverage is about, where `above` holds those in force before it.

    What it names before its list of conditions comes first, then a diagnosis that the list asks for.
    """
    if none := _NONE_LISTED.search(text):
        return stated_indications(text[: none.start()], above)
    listed = _LISTED.search(text)
    if listed is None:
        named = positive_indications(text)
        if set(named) <= _CLASS and (behind := _answered_behind(text)):
            return behind
        # "Covered if depression …", or "covered for a person with depression if …" under the title of one of its forms.
        asked_too = bool(named) and PROVISO.search(text)
        return above if asked_too and set(named) <= _CLASS and FORMS_OF_MDD & set(above) else named
    tail = text[listed.end() :]
    further = [use.indication for use in mentions(tail) if is_one_more(tail[: use.start], tail[use.end :])]
    asked = required_indications(tail)
    asked = tuple(dict.fromkeys((*asked, *further))) if asked else asked
    if above and set(asked) <= {"mdd"}:
        asked = above
    return positive_indications(text[: listed.start()]) or asked or positive_indications(text)


def _answered_behind(text: str) -> tuple[Indication, ...]:
    """The form of depression right behind the answer, where a diagnosis is among what is asked before it ("A diagnosis
    of depression and … are needed before the drug is covered for resistant depression").
    """
    return tuple(
        mention.indication
        for mention in mentions(text)
        if mention.indication in FORMS_OF_MDD and _ANSWERS_FOR.search(_words_before(text, mention.start))
    )


def _words_before(text: str, place: int) -> str:
    """The last words before a place: a sentence of some thousand words is not read anew for each use it names."""
    return text[text.rfind(" ", 0, max(0, place - _WORDS_OF_A_NEGATION)) + 1 : place]


# "… requires that psychosis and bipolar disorder have each been ruled out".
_RULED_OUT_BEHIND = compiled(
    r"(?:(?!\b(?:requires?|required|when|if|that|provided|unless|must|cover\w*|for|and (?:is|has|"
    r"have))\b)[^.;:]){0,140}?"
    r"(?: (?:is|are|was|were|has|have|must|been|be|each|all|both|first))+ (?:ruled out|excluded|absent|lacking)\b",
    re.IGNORECASE,
)
# "Covered for adults, unless the member has bipolar disorder": for whom it is not, which is no use of it.
_FOR_SOME_PATIENTS = compiled(
    rf"\b(?:unless|except)(?: (?:when|if|where|in|for))? (?:the |an? |any )?"
    rf"(?:(?:{PERSON})s? (?:(?:who )?(?:has|have|had|is|are)|with)|{PEOPLE} (?:with|who (?:has|have|had|is|"
    rf"are)))\b[^.;:]*",
    re.IGNORECASE,
)


# Several readers ask it of the same heading or sentence.
@lru_cache(maxsize=2048)
def positive_indications(text: str) -> tuple[Indication, ...]:
    """The indications named in a statement of coverage, without those it rules out and those a proviso mentions."""
    text = _FOR_SOME_PATIENTS.sub("", affirmed(without_opening_reason(text)))
    negates, ruled_out = NEGATION.may_match(text), _RULED_OUT_BEHIND.may_match(text)
    kept = [
        mention
        for mention in mentions(text)
        if not mention.excepted
        and not (negates and NEGATION.search(_words_before(text, mention.start)))
        and not (ruled_out and _RULED_OUT_BEHIND.match(text, mention.end))
    ]
    proviso = PROVISO.search(text, kept[0].end if kept else 0)
    end = proviso.start() if proviso else len(text)
    # "3 months when it is the one use, 1 month when it is the other".
    in_turn = uses_in_turn(text) if proviso else ()
    stated = [
        each
        for each in kept
        if each.start < end or each.indication in in_turn or is_one_more(text[: each.start], text[each.end :])
    ]
    stated = stated or [each for each in mentions(text) if _glosses(text[: each.start], each, text[each.end :])]
    return tuple(dict.fromkeys(mention.indication for mention in stated))


def _glosses(before: str, named: Mention, after: str) -> bool:
    """Whether resistant depression, alone in brackets, sums up the condition before it ("if no drug helped (TRD)")."""
    return (
        named.indication == "trd"
        and before.endswith("(")
        and bool(re.match(r"\)(?:\W*$|,? (?:and|if|when|provided)\b)", after))
    )
