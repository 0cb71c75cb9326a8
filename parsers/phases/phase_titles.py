"""Titles that name a phase in plain words ("Getting started", "Upkeep"), whole or before a colon. Words only."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.any_of import Choice
from parsers.language.patterns import compiled
from parsers.models import Phase

_DRUG = (
    r"(?: (?:on|with|of|for|using|taking))?(?: (?:the |your |this )?(?:drug|treatment|therapy|medicine|medication|"
    r"spray|"
    r"spravato|esketamine|ketamine|sessions|infusions))?(?: (?:treatment|therapy|sessions))?"
)
_DRUG_ALONE = r"(?:(?:the )?(?:drug|treatment|therapy|spray|spravato|esketamine|ketamine|it))"
_REQUEST = (
    r"(?:fills?|requests?|(?:prior )?(?:approvals?|authori[sz]ations?)|PAs?|(?:pre-?)?certifications?|courses?|"
    r"periods?|months|terms?|visits?|coverage|treatment|uses?|reviews?|therapy|claims?)"
)
_PEOPLE = r"(?:patients|members|users|people|beneficiaries|recipients|clients|individuals)"
# "Keeping a member on it".
_ONE = r"(?:an?|the|your|our) (?:patient|member|person|beneficiary|client|individual|enrollee)s?"
_GOES_ON = (
    r"(?:(?:goes|go) on|continues?|keeps going|is (?:to )?(?:be )?(?:go on|going on|continued?|extended|under ?way|"
    r"running|kept up)|lasts|has (?:begun|started))"
)
_SPAN = r"(?:\d+|one|two|three|four|six|nine|twelve)[ -](?:days?|weeks?|months?|years?)"
_NEXT_TIME = (
    r"(?:(?:the |any |each |every )?(?:next|later|second|subsequent|further|following) (?:times?|rounds?)"
    r"(?: (?:and|or) (?:after(?: that)?|later|on|beyond))?"
    r"|(?:each|every|any) (?:other |later )?time (?:after(?: that| the first)?|thereafter|afterwards?)"
    r"|after the first (?:time|one|round))"
)
_ASKED = r"(?:criteria|exclusions?|contraindications?|requirements?|conditions|rules|checks|checklist|reasons)"
_AT_THE_START = (
    r"(?:(?:before|for|at|prior to) (?:the |any )?first (?:dose|session|spray|infusion|device|administration)"
    rf"|(?:before|prior to|for) (?:starting|beginning){_DRUG}|before {_DRUG_ALONE} (?:starts|begins|is started)"
    rf"|(?:not )?to (?:start|begin){_DRUG})"
)
_OPENS = r"^\W*(?:(?:stage|phase|part|step|section|table)? ?(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two)\s*[.:)–—-]\s*)?"
_CLOSES = r"(?: (?:criteria|requirements|conditions|rules))?\W*(?:\([^()]*\)\W*)?(?:$|:|(?<= time), )"
_TITLES: tuple[tuple[Phase, str], ...] = (
    (
        "renewal",
        (
            r"(?:up-?keep|maintenance(?: phase)?|(?:staying|keeping|carrying|going|"
            rf"remaining)(?: {_ONE})?(?: on)?{_DRUG}|keeping "
            rf"(?:up{_DRUG}|(?:it|treatment|the (?:drug|spray|treatment)) (?:going|up))"
            rf"|(?:to )?(?:stay|keep|carry|go|remain)(?: {_ONE})? on{_DRUG}"
            # "Next review: October 2031" is a date of the policy.
            r"|(?!next reviews?\b)(?:(?:second|next|further),? (?:and|or) )?"
            r"(?:later|longer|further|subsequent|second|next|repeat|"
            r"follow-?(?:up|"
            rf"on)) {_REQUEST}"
            r"|every (?:\w+ )?(?:weeks?|months?|years?) (?:after that|thereafter|afterwards?)(?:, [^:]{3,40})?"
            # "Next time", "every time after", "once more", "keep going", "when it is asked for again".
            rf"|{_NEXT_TIME}|(?:to )?keep(?:ing)? (?:it )?going|later|once (?:more|again)|again"
            r"|(?:(?:when|if)(?: it is)? )?(?:ask|request|appl)(?:i?ed|y?ing)(?: for)?(?: it)? again"
            rf"|(?:after|beyond|following|past) the (?:first|initial) {_REQUEST}|refills?|repeats?|follow-on|"
            rf"ongoing{_DRUG}|thereafter|subsequent(?:ly)?|continu(?:e|ing)(?: (?:only )?(?:if|when|where))?"
            r"|(?:what is required|requirements?|criteria|conditions|rules) (?:for|to) "
            rf"(?:continu(?:e|ing)|staying on){_DRUG}"
            rf"|(?:after|beyond|past(?= the first)) (?:the first )?{_SPAN}|after(?: that| this)?|re-?auths?|re-?certs?"
            rf"|afterwards?|later on|(?:{_PEOPLE} )?(?:already|currently|now) (?:on|taking|receiving|using){_DRUG}"
            rf"|(?:existing|established|current|returning) {_PEOPLE}"
            # "When treatment goes on", "once it is under way", "re-evaluation", "members who stay on it".
            rf"|(?:when|once|if|where|while|as long as) (?:(?:the )?(?:treatment|therapy)|it|they|{_PEOPLE}) "
            rf"{_GOES_ON}|(?:treatment|therapy) {_GOES_ON}"
            rf"|re-?(?:evaluat|assess)(?:ion|ment|ing)(?: (?:of|for|before) [^:]{{3,40}})?"
            rf"|(?:extending|maintaining|sustaining|prolonging){_DRUG}|extended {_REQUEST}"
            rf"|(?:for )?(?:{_PEOPLE}|those)(?: (?:who|that))?(?: (?:are|have been))? (?:already|currently) "
            rf"(?:treated|in treatment|under treatment|started){_DRUG}"
            rf"|(?:for )?(?:{_PEOPLE}|those) (?:who|that) (?:stay|remain|keep|continue|go on)(?: on)?{_DRUG}(?: it)?"
            r"|(?:(?:ask|request|apply|need|gett?|hav|obtain)(?:ing|e)? (?:for )?)?(?:more|further) "
            r"(?:treatments?|therapy|sessions|coverage|doses|infusions|visits|weeks|months|time|(?:es)?ketamine|spravato)"
            r"|(?:ask|request|apply)ing for more"
            rf"|if (?:you|they|the (?:patient|member|person)) (?:needs?|wants?|stays?)(?: to stay)?(?: (?:it|more|on|"
            rf"the "
            rf"(?:drug|spray)|treatment))*(?: for)?(?: longer| more)?|(?:can|may|do|how do) (?:I|you|we|a member) "
            rf"(?:keep|carry|go|stay) (?:going|on)\b[^:]{{0,50}})"
        ),
    ),
    (
        "initial",
        (
            rf"(?:(?:getting |to get )?start(?:ed|ing)?{_DRUG}|(?:to )?(?:begin|start|commence){_DRUG}"
            rf"|(?:at |in )?the (?:start|beginning|outset){_DRUG}|at first|beginning{_DRUG}|commencing{_DRUG}|"
            rf"induction(?: phase)?"
            rf"|(?:the )?first (?:{_REQUEST}|time|{_SPAN})|entry|opening {_REQUEST}"
            # "Exclusion criteria before the first dose", "conditions for starting", "reasons not to start".
            rf"|(?:(?:[\w-]+ ){{0,3}}{_ASKED}:? (?:checked |to check )?|(?:checked |to check )){_AT_THE_START}"
            rf"|new (?:{_PEOPLE}|to (?:the )?(?:drug|treatment|therapy))"
            rf"|(?:{_PEOPLE} )?(?:new to|not yet on){_DRUG}|(?:treatment|drug)-na(?:i|ï)ve {_PEOPLE})"
        ),
    ),
)
_FORMS = Choice(tuple(compiled(f"{_OPENS}{title}{_CLOSES}", re.IGNORECASE) for _, title in _TITLES))
_LONGEST = 80
# The name of one use alone is as long: "Major depressive disorder with acute suicidal ideation or behavior".
_OF_LONG_NAME = compiled(
    r"^\W*(?:major depress\w+|MDD)\b[^.:;]{0,40}\bsuicid\w+(?: \w+)?(?: (?:or|and) (?:\w+ )?behaviou?rs?)?",
    re.IGNORECASE,
)
# Where a label ends and what it labels begins: "First therapy. Approve for …", "II. Upkeep: …".
_RUN_IN = compiled(
    r"(?P<label>(?:\W*(?:(?:stage|phase|part|step|section|table) )?(?:\d{1,2}|[A-Ha-h]|[IVX]{1,4})[.)]\s+)?"
    r"[^.:]{3,79}?)(?::|\.\s+(?=[A-Z]))"
)
# The phase behind a use: "Resistant depression, first", "resistant depression (later)", "…, first 28 days".
_LATER = r"(?:later|next|further|repeat|subsequent|following)"
_BEHIND: tuple[tuple[Phase, str], ...] = (
    ("initial", rf"(?:the )?(?:first(?: {_SPAN})?(?: {_REQUEST})?|start|new|entry|initially|to start|at first)"),
    (
        "renewal",
        # "…, the following:" leads in a list.
        rf"(?!the following\W*$)(?:each |the |every )?{_LATER}(?: {_SPAN})?(?: {_REQUEST})?",
    ),
    ("renewal", r"already (?:on|taking|receiving) (?:it|the (?:drug|spray))"),
)
_TAIL_WORDS = (*_BEHIND, *_TITLES)
# A sign is found in a text much faster than any letter before one.
_PARTED = r"[,(–—-](?:(?<=[\w)].)|(?<=[\w)]\s.))"
_TAILS = Choice(tuple(compiled(rf"{_PARTED}\s*{words}\W*$", re.IGNORECASE) for _, words in _TAIL_WORDS))


# "Resistant depression – continued (all of these): …"; a title alone may be broken off there.
_CONTINUED = compiled(
    r"[\w)]\s*[,–—-]\s*(?:continued|continuing|continuation|ongoing)(?: (?:use|therapy|treatment|coverage))?"
    r"\s*(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
)


# Several steps ask it of the same line.
@lru_cache(maxsize=1024)
def phase_of_title(text: str) -> Phase | None:
    """The phase that a title, or the label before a colon, is the name of; None for any other text."""
    run_in = _RUN_IN.match(text)
    label = run_in["label"] if run_in else text
    named = _OF_LONG_NAME.match(label)
    longest = _LONGEST + (len(named[0]) if named else 0)
    if len(label) >= longest:
        return None
    # The forms end at a colon by themselves.
    said = label if run_in and not text.startswith(":", run_in.end("label")) else text
    if titled := next((_TITLES[place][0] for place in _FORMS.found_in(said)), None):
        return titled
    if run_in and text.startswith(":", run_in.end("label")) and _CONTINUED.search(label):
        return "renewal"
    behind = text if len(text) < longest else label
    return next((_TAIL_WORDS[place][0] for place in _TAILS.found_in(behind)), None)


# "Reauthorization, resistant depression: a score half of what it was".
_LABEL_OF_RENEWAL = compiled(
    r"^[^:.;]{0,80}\b(?:re-?authori[sz]ations?|re-?certifications?|re-?approvals?|continuations?|continued \w+)\b"
    r"[^:.;]{0,80}: "
    # "For another year after that, we ask only that the patient has improved."
    r"|^\W*for (?:another|an? (?:further|additional)) [\w -]{3,20}? after (?:that|this), (?:we|the (?:plan|"
    r"fund)) (?:only )?"
    r"asks?\b",
    re.IGNORECASE,
)


def labels_renewal(text: str) -> bool:
    """Whether a text opens with the label of what a renewal asks for."""
    return bool(_LABEL_OF_RENEWAL.match(text))
