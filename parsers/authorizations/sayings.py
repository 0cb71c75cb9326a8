"""Whether a sentence says that the drug needs prior authorization, or none: what it says of anything else is left out.

A wrong answer misleads more than none: what may be, what depends on a plan, what was, what is asked of other drugs or
of a visit, and what the paper does not promise, say nothing of the drug.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.answering.answers import DENIED
from parsers.answering.authorization_wording import AUTHORIZATION, AUTHORIZATION_NEEDED, NO_AUTHORIZATION
from parsers.answering.past_answers import without_past
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.uses.indications import named_indications

_PAPER = rf"(?:{AUTHORIZATION}|authori[sz]ations?)"
_GIVEN = (
    r"(?:cover(?:s|ed|age)?|pa(?:y|id|ys|yable|yment|yments)|reimburs\w+|given|administered|dispensed|approved|"
    r"start(?:s|ed)?|begins?|begun|provided|allowed|eligible|benefits?|used)"
)
# "Not covered unless it was authorized", "use without one will be denied".
_REFUSED_WITHOUT = any_of(
    rf"\b(?:no|not|never|cannot|nor|won['’]t|isn['’]t)\b[^.;]{{0,40}}?\b{_GIVEN}\b[^.;]{{0,40}}?"
    rf"\b(?:without|unless|until|before)\b[^.;]{{0,40}}?\b{_PAPER}\b",
    rf"\b(?:without|lacking|absent|in the absence of)\b(?! (?:the )?need\b)[^.;]{{0,40}}?\b{_PAPER}\b[^.;]{{0,60}}?\b"
    r"(?:den(?:y|ied|ial)|reject(?:ed)?|refused|returned|unpaid|not (?:be )?(?:covered|paid|payable|reimbursed))\b",
    rf"\b(?:den(?:y|ied)|reject(?:ed)?|refused|unpaid)\b[^.;]{{0,30}}? (?:without|unless|if|when)\b[^.;]{{0,30}}?"
    rf"\b(?:no )?{_PAPER}\b(?: (?:is|was|has) (?:not|missing)\b)?",
    flags=re.IGNORECASE,
)
# What holds for some, what may be, and what the reader is to find out.
_HEDGED = any_of(
    rf"\bwhether\b[^.;]{{0,80}}\b{_PAPER}\b",
    rf"\b(?:if|when|where|unless) (?:an? |any |the )?{_PAPER}\b[^.;]{{0,40}}?\b(?:required|needed|necessary|"
    r"applicable)",
    r"\b(?:may|might|could|can|sometimes|usually|generally|often)\b[^.;]{0,25}?\b(?:require|need|apply|subject to|"
    r"be (?:asked|required|needed|necessary|subject))[^.;]{0,40}",
    r"\b(?:var(?:y|ies)|depend(?:s|ing)?|differs?)\b|\b(?:recommended|advised|encouraged|optional) for\b",
    r"\b(?:some|certain|most|many|selected?|other|these|several) (?:\w+ ){0,2}?(?:plans|groups|members|employers|"
    r"contracts|services|drugs|products|medications|procedures|codes|polic(?:y|ies)|providers|prescribers|states)\b",
    rf"\b(?:check|verify|confirm|find out|look up|ask|learn)\b[^.;]{{0,60}}\b{_PAPER}\b[^.;]{{0,40}}"
    r"\b(?:required|needed|necessary|list|tool|requirements?)",
    rf"\b(?:questions?|inquir(?:y|ies)|information|help|details|more|learn) (?:\w+ )?(?:about|on|regarding|"
    rf"concerning|with) [^.;]{{0,40}}?\b{_PAPER}\b",
    rf"\b{_PAPER}\b(?: \w+)? (?:does|do|is|are|was|has|have) not (?:\w+ )?(?:guarante\w+|promise|assur\w+|mean|replace|"
    r"imply|ensure|constitute|change[ds]?|affect(?:ed)?|transfer)",
    rf"(?:\b(?:not|never)|n['’]t) an? (?:\w+ )?{_PAPER}\b",
    rf"\b{_PAPER} (?:tools?|look-?ups?|phone|fax|department|portal|status|news|vendor|staff)\b",
    rf"(?:\b(?:no|not|nor|never)|n['’]t)\b[^.;]{{0,30}}?\b(?:new|another|additional|separate|second|further|repeat) "
    rf"{_PAPER}\b|\b(?:new|another|additional|separate|second|further) {_PAPER}\b[^.;]{{0,20}}(?:\bnot|n['’]t)\b",
    rf"(?:\bno|\bnot|n['’]t) [^.;]{{0,30}}?\b{_PAPER}\b[^.;]{{0,40}}? (?:unless|except)\b",
    rf"\bno {_PAPER}\b[^.;]{{0,20}}? (?:possible|available|given|issued|granted|approved)\b",
    rf"\b(?:exempt(?:s|ed|ions?)?|waive[ds]?)\b[^.;]{{0,20}}\b(?:providers?|prescribers?|clinicians?|members?)\b|"
    rf"\b{_PAPER} exemptions?\b|\bgold ?card",
    rf"\b(?:when|if|where|unless)\b[^.;,]{{0,50}}? (?:was|were|is|are|been|not|already|previously)\b[^.;,]{{0,40}}?"
    rf"\bthrough (?:[\w'’]+ ){{0,3}}?{_PAPER}\b",
    flags=re.IGNORECASE,
)
# What was asked in a time that is over.
_ONCE = compiled(
    r"\b(?:until|before|prior to|through|in) (?:(?:early|late|mid|\w+ \d{1,2},|[A-Z][a-z]+) )?(?:19|20)\d\d\b"
    r"[^.;]{0,60}?\b(?:was|were|did|had)\b|\b(?:was|were|did|had|has been)\b[^.;]{0,60}?\b(?:until|previously|"
    r"formerly|in the past|so far)\b|\b(?:previously|formerly|in the past|hitherto|used to)\b|\bhas been payable\b",
    re.IGNORECASE,
)
_OTHER_THING = (
    r"(?:antidepressants?|generics?|brands?|SSRIs?|SNRIs?|tablets?|capsules?|ECT|electroconvulsive|TMS|transcranial|"
    r"psychotherapy|psychoanalysis|counseling|visits?|office|observation|administration|monitoring|lab\w*|codes?|"
    r"stimulants?|antipsychotics?|opioids?|tiers?|inpatient|hospital|stays?|admissions?|residential|"
    r"home (?:care|health)|services? (?:other|not|listed|above)|other|else|anesthesiolog\w+|consult\w*|"
    r"members? (?:under|younger|older|over)|preferred|meters?|quantit(?:y|ies)|exceptions?|"
    r"Auvelity|Zurzuvae|Zulresso|Trintellix|Viibryd|Fetzima|Rexulti|Vraylar|Caplyta|[Bb]upropion|lithium)"
)
_OF_ANOTHER = any_of(
    rf"^\W*(?:(?:the|all|an?|any|each|every|both|or|oral) )*(?:[\w-]+ ){{0,3}}?{_OTHER_THING}\b",
    rf"\b{AUTHORIZATION}\b[^.;]{{0,30}}? (?:for|of|by) (?:(?:the|all|an?|any|each|every|some) )*(?:[\w-]+ ){{0,2}}?"
    rf"{_OTHER_THING}\b",
    flags=re.IGNORECASE,
)
_ANOTHER_NEEDS_NONE = compiled(rf"\b{_OTHER_THING}\b", re.IGNORECASE)
_NONE = any_of(
    rf"\b(?:no|without(?: (?:any|an?|the need for(?: an?)?))?) (?:clinical |formal )?{AUTHORIZATION}\b"
    r"(?! (?:forms?|criteria|numbers?))",
    r"(?:\b(?:not|no longer|never|nor)|n['’]t) (?:be )?(?:\w+ ){0,2}?(?:need|requir|subject to|ask|demand|have to|"
    rf"request|obtain|get|under|on|part of|in)\w*(?: to)? (?:[\w'’]+ ){{0,4}}?{AUTHORIZATION}\b",
    rf"\b{AUTHORIZATION}\b(?: requirements?)?[^.;,]{{0,60}}?(?:\bnot|\bno longer|n['’]t|\bnever) (?:be )?"
    r"(?:(?!medically)\w+ )?(?:required|needed|necessary|asked|called for|applicable|appl(?:y|ies)|mandatory|"
    r"in place)\b",
    rf"\b{AUTHORIZATION}\b(?: requirements?)?(?: (?:for|on|of) [^.;]{{3,60}}?)? (?:(?:is|was|has been|will be|is being|"
    r"are being) )?(?:removed|lifted|dropped|ended|ends|eliminated|discontinued|waived|suspended)\b",
    r"\b(?:removed|taken|dropped|coming|removing) (?:\w+ )?(?:from|off) (?:the|our|its) (?:\w+ )?"
    rf"{AUTHORIZATION} list\b",
    r"\b(?:we|plan|payer|program|department|fund)(?: (?:are|is|will be))? (?:now )?(?:remov|lift|drop|dropp|end|"
    r"eliminat|discontinu|waiv)(?:e|es|s|ed|ing) "
    rf"(?:the )?{AUTHORIZATION}\b",
    r"\bno authori[sz]ation (?:is )?(?:needed|required|necessary|asked)\b",
    rf"\b(?:exempt|excused|free) from {AUTHORIZATION}\b",
    flags=re.IGNORECASE,
)
_AUTHORIZED = r"(?:authori[sz]ed|approved|certified)"
_LENGTH = r"\d*\w*[ -]?(?:days?|weeks?|months?|years?)\b"
_NEEDED = any_of(
    # "All requests go through prior authorization", "it sits behind prior authorization".
    rf"\b(?:goe?s?|pass(?:es)?|runs?|sits?|falls?|stands?|granted|given|covered|available|paid) "
    rf"(?:through|behind|under) (?:(?:the|our|an?|its) )*{AUTHORIZATION}\b",
    rf"\b(?:{_PAPER}|approval) (?:must|has to|needs to) be (?:obtained|in place|in hand|on file|granted) before\b",
    r"\bneeds? (?:our|the plan['’]s) approval before\b|\bmust (?:approve|authori[sz]e) [^.;]{2,40}? in advance\b",
    rf"^\W*(?:submit|send|get|obtain|request|secure) [^.;]{{0,20}}?(?:{_PAPER}(?: requests?)?|approval) before\b",
    rf"\b{AUTHORIZATION} (?:requests? )?comes? first\b|\b{AUTHORIZATION} (?:is|are) handled (?:by|through|at)\b",
    r"\bpre-?service review (?:is|are) (?:needed|required|mandatory)\b",
    rf"\b{AUTHORIZATION}(?: requirements?)?,? (?:always|first)\W*$",
    rf"\b{AUTHORIZATION}(?: \(PA\))?(?: requirements?)? (?:(?:still|also|now|always|will) )*(?:appl(?:y|ies)|remains? "
    r"(?:necessary|required))\b",
    rf"\b(?:must|has to|have to|needs? to) (?:\w+ )?be (?:prior |pre-?){_AUTHORIZED}\b|\b(?:is|are|be) (?:prior |"
    rf"pre-?){_AUTHORIZED}\b",
    rf"\b(?:must|has to|have to|needs? to) (?:\w+ )?be {_AUTHORIZED} (?:\w+ ){{0,6}}?(?:before|prior to|in advance|"
    r"ahead of|first)\b",
    r"\b(?:must|has to|have to|needs? to) (?:\w+ )?(?:pre-?(?:certify|authori[sz]e|approve)|(?:authori[sz]e|approve) "
    r"[^.;]{2,40}? (?:before|in advance|prior to))\b",
    r"\bauthori[sz]ation (?:is |are )?(?:\w+ )?(?:required|needed|necessary|mandatory)\b",
    r"\bauthori[sz]ation (?:must|has to|needs to) be (?:obtained|requested|secured|sought)\b",
    r"\b(?:cover(?:s|ed)?|paid|payable|available|pays|reimbursed|approved|benefit)\b,? (?:\w+ ){0,6}?(?:after|with|"
    rf"upon|once|through|subject to|when) (?:(?:an?|the|approved|clinical|plan) )*{AUTHORIZATION}\b",
    rf"\b(?:when|if|once|after|provided)\b[^.;]{{0,40}}? (?:has |have )?(?:pre-?{_AUTHORIZED}|{AUTHORIZATION} "
    r"(?:is|was|has been) (?:obtained|given|granted|approved|requested))\b",
    rf"\b(?:on|to|in|under) (?:the|our|its|their) (?:[\w-]+ ){{0,2}}?{AUTHORIZATION} (?:lists?|programs?)\b"
    r"(?! for other)",
    rf"\b(?:is|are) an? (?:\w+ )?{AUTHORIZATION} (?:drug|medication|medicine|product|service)\b",
    rf"\b(?:keeps?|retains?|maintains?|continues?|adds?|introduces?|imposes?|requires?|needs?|asks? for|demands?) "
    rf"(?:(?:an?|the|our|clinical|full|its) )*{AUTHORIZATION}\b",
    rf"\b(?:yes|covered|paid|payable),? with {AUTHORIZATION}\b",
    rf"\b{AUTHORIZATION} criteria (?:are|is|must be|have been) (?:met|satisfied|fulfilled)\b"
    rf"|\bmeets? (?:all |the |these |our )*{AUTHORIZATION} criteria\b",
    rf"\b(?:{AUTHORIZATION}s?|(?:initial|first|renewal|each|every) authori[sz]ations?|"
    rf"re-?authori[sz]ations?) (?:(?:is|are|will be|may be|lasts?|runs?|can be) )*(?:(?:approved|given|granted|valid|"
    rf"issued|good|limited) )?(?:(?:for|to|up to|at most) )*{_LENGTH}",
    rf"^\W*(?:initial|first|renewal) authori[sz]ations?(?: (?:period|length|duration|approval))?\W{{1,3}}{_LENGTH}",
    rf"\b{AUTHORIZATION} requests? (?:are|is|must|should|will|go|goes|for (?:spravato|esketamine))\b",
    rf"\brequests? for (?:\w+ )?{AUTHORIZATION} (?:of|for) (?:spravato|(?:es)?ketamine)\b",
    rf"\b{AUTHORIZATION} (?:is|are|has to be|must be) (?:\w+ )?(?:requested|obtained|sought|submitted)\b",
    flags=re.IGNORECASE,
)
# "It was covered earlier through prior authorization": of one patient.
_OF_ONE_PATIENT = compiled(
    r"\b(?:patient|member|person|beneficiary|individual|he|she)s? (?:was|were|has|had)\b|\bapproved (?:\w+ )?(?:"
    r"earlier|before|previously)\b|\b(?:earlier|previous(?:ly)?|past) (?:request|approval|course)s?\b",
    re.IGNORECASE,
)
# "Note: …", "Important – …"; a line to be filled in.
_OPENS = compiled(r"^\W*(?:please )?(?:notes?|important|reminders?|attention)\b\W+", re.IGNORECASE)
_BLANK = compiled(r"_{2,}|[☐□]|\[\s*\]|\.{4,}")
_PAPER_NAMED = compiled(rf"\b{_PAPER}\b|\bpre-?(?:certif|approve)\w*|\b(?:pre-?)?authori[sz]\w+", re.IGNORECASE)
_ASKED = compiled(r"\?\W*$")
_YES = compiled(r"^\W*(?:yes|always|it does|it is|required)\b", re.IGNORECASE)
_NO = compiled(r"^\W*(?:no|never|it does not|it is not|not (?:required|needed))(?=\W*$|[,.;:])", re.IGNORECASE)


def names_the_paper(text: str) -> bool:
    """Whether a text speaks of an authorization at all: most do not."""
    return _PAPER_NAMED.search(text) is not None


@lru_cache(maxsize=1024)
def told_need(sentence: str) -> bool | None:
    """Whether a sentence says that the drug it is about needs prior authorization; None: it says nothing of that."""
    if not names_the_paper(sentence) or _ASKED.search(sentence) or _BLANK.search(sentence):
        return None
    sentence = _OPENS.sub("", sentence)
    if (asked := label_and_value(sentence)) is not None and asks_for_need(asked[0]):
        return answered(asked[1])
    if _REFUSED_WITHOUT.search(sentence):
        return True
    plain = without_past(sentence)
    if _HEDGED.search(plain) or _ONCE.search(plain):
        return None
    ours = named_products(plain)
    if NO_AUTHORIZATION.search(plain) or _NONE.search(plain):
        stated = _NONE.search(plain) and not (_ANOTHER_NEEDS_NONE.search(plain) and not ours)
        return False if stated else None
    if (_OF_ANOTHER.search(plain) and not ours) or _OF_ONE_PATIENT.search(plain):
        return None
    return True if AUTHORIZATION_NEEDED.search(plain) or _NEEDED.search(plain) else None


def told_needs(text: str) -> tuple[tuple[str, bool], ...]:
    """The sentences of a text that tell of the need, each with what it tells; an answer stands with its question."""
    if not names_the_paper(text):
        return ()
    found: list[tuple[str, bool]] = []
    asked = before = ""
    for sentence in sentences(text):
        answer = answered(sentence) if asked else None
        needed = answer if answer is not None else told_need(sentence)
        if needed is not None:
            found.append((f"{asked or before} {sentence}".strip() if _goes_on(sentence) else sentence, needed))
        before = "" if read_status(sentence) in DENIED else sentence
        asked = sentence if _ASKED.search(sentence) and asks_for_need(sentence) else ""
    return tuple(found)


def label_and_value(line: str) -> tuple[str, str] | None:
    """A line's label or question and what stands behind it; None where it has none."""
    for mark in ("?", ":"):
        label, found, value = line.partition(mark)
        if found and value.strip(" :") and len(label.split()) <= _LONGEST_LABEL:
            return f"{label}{mark if mark == '?' else ''}", value.strip(" :")
    return None


_LONGEST_LABEL = 12
_ASKS = any_of(
    rf"^\W*(?:is|are|does|do|will|must)\b[^?:]{{0,60}}? (?:need|require|subject to|ask for|get|have|obtain|request|on) "
    rf"(?:\w+ ){{0,3}}?{_PAPER}\b[^?:]{{0,40}}\?",
    rf"^\W*(?:is|are) (?:an? |any )?{_PAPER}\b[^?:]{{0,40}}? (?:needed|required|necessary)\b[^?:]{{0,60}}\?",
    rf"^\W*(?:is |are )?{AUTHORIZATION}s?(?: \(PA\))?(?: (?:is )?(?:required|needed|necessary|status|requirements?|"
    r"applies))?[^\w.]*(?:\(?y(?:es)?/no?\)?)?[^\w.]*$",
    rf"^\W*(?:requires?|needs?) {AUTHORIZATION}[^\w.]*$",
    flags=re.IGNORECASE,
)


def asks_for_need(text: str) -> bool:
    """Whether a question or a label asks whether the drug needs prior authorization, and nothing else of it."""
    return bool(_ASKS.search(text)) and not (_HEDGED.search(text) or _OF_ANOTHER.search(text))


def answered(text: str) -> bool | None:
    """What the answer to such a question says: "Yes", "Required for all requests", "Not required"."""
    if _NO.search(text) or _BARE_NONE.search(text):
        return False
    if told := told_need(text):
        return told
    return True if (_YES.search(text) or _BARE_NEED.search(text)) and not _HEDGED.search(text) else None


def _goes_on(sentence: str) -> bool:
    """Whether a sentence names neither drug nor use, so that it speaks of those named before it."""
    return not (named_products(sentence) or named_indications(sentence))


_BARE_NONE = compiled(r"^\W*(?:none|no|N|not (?:required|needed|applicable|necessary))\b(?=\W*$|[,.;:])", re.IGNORECASE)
_BARE_NEED = compiled(
    r"^\W*(?:Y\W*$|(?:is |always )?(?:required|needed|necessary|mandatory|applies|always)\b(?!.{0,20}\b(?:if|when|"
    r"unless|only)\b))",
    re.IGNORECASE,
)
