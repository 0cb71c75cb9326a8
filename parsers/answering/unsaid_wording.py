"""What a sentence says not to be meant, said or decided: the words of a status in it answer nothing. Words only."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "A reject code does not mean that the drug is excluded: it needs an authorization"; what stands behind is kept.
MEANS_NOT = compiled(
    r"\b(?:(?:does|do|did|should|will|need) not|n[’']t|never|cannot) (?:be (?:taken|read|understood) (?:to (?:mean|"
    r"say)|as "
    r"saying)|mean|imply|indicate|signify|suggest|say|make) (?:that |it |them )?[^.;:]*?(?:excluded|covered|denied|"
    r"investigational|experimental|unproven|necessary|payable|benefit|exclusion)\b(?: (?:drug|service|product|item|"
    r"use))?"
    r"(?: or [\w-]+(?: [\w-]+)?(?=[.;:]))?",
    re.IGNORECASE,
)
_WHETHER = r"(?:whether|if|as to whether|regarding whether|about whether|on whether)"
SAYS_NOT = (
    # "It takes no position on whether the drug is covered", "nothing here decides whether it is payable".
    (
        r"\b(?:no|without(?: any)?|neither) (?:\w+ )?(?:statement|position|view|judg(?:e)?ment|opinion|determination|"
        rf"decision|claim|finding|word|answer)s?\b[^.;:]{{0,30}}? {_WHETHER}\b"
    ),
    rf"\b(?:silent|mute|neutral|undecided)\b[^.;:]{{0,20}}? {_WHETHER}\b",
    (
        r"\b(?:nothing|nowhere)\b[^.;:]{0,40}?\b(?:says?|decides?|states?|determines?|settles?|implies|tells?|"
        r"answers?|bears? "
        rf"on|speaks? to) {_WHETHER}\b"
    ),
    (
        # What studies do not settle is why a payer denies.
        r"(?<!studies )(?<!trials )(?<!evidence )(?<!research )(?<!literature )(?<!data )"
        rf"\b(?:does|do|did|will) not (?:\w+ )?(?:say|decide|state|determine|settle|tell|answer|speak to|bear on) "
        rf"{_WHETHER}\b"
    ),
    # "Reject code 70 on another drug means that it is excluded".
    (
        r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)[^.;:]*\b(?:codes?|messages?|marks?|letters?|status|"
        r"reasons?)\b"
        r"[^.;:]{0,40}? means? (?:that )?(?:it|they|the (?:drug|product|claim|service)s?) (?:is|are|was|were)\b"
    ),
    # "Providers have asked if the plan pays for it": a question told.
    (
        r"\b(?:ask(?:ed|s|ing)?|wonder(?:ed|s)?|inquired?|want(?:ed)? to know|question(?:ed)?)(?: us)? (?:whether|"
        r"if) (?:the|our|"
        r"this|we|their|your|it|they)\b[^.;:]{0,40}?\b(?:pays?|covers?|reimburses?|approves?|allows?|authori[sz]es?|"
        r"paid|"
        r"covered)\b"
    ),
)
