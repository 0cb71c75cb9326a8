"""What a form asks to know and no patient has to meet: whether the drug was given before, what for, what was tried."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_WHO = r"(?:(?:the|this|your) )?(?:patient|member|client|beneficiary|recipient|enrollee|individual)"
_DRUG = (
    r"(?:spravato|esketamine|(?:this|the|the requested) (?:drug|medication|medicine|spray|product))(?: nasal spray)?"
)
_TIME = r"(?:before|previously|in the past|already|now|currently|ever|prior to (?:this|today)|at present)"
# What follows the question is its boxes, with a blank for a date at most.
_BOXES = r"\s*\?(?:[^?\w]|\b(?:yes|no|new|unknown|start(?:ed)?|date|dates|since|when|if|so|on|last|dose)\b)*$"
ASKED_FOR_RECORDS = compiled(
    # "Has the patient been treated with Spravato before? Yes, start date: ____ No".
    rf"^\W*(?:has|is|was|did|does) {_WHO} (?:(?:{_TIME}|been|being) )*(?:treated with|tak(?:en|ing|e)|on|"
    rf"receiv(?:ed?|ing)|us(?:ed?|ing)|given|new to) {_DRUG}(?: {_TIME})*{_BOXES}"
    rf"|^\W*(?:has|was|is) {_DRUG} (?:(?:{_TIME}|been|being) )*(?:started|used|given|taken|tried)(?: {_TIME})*{_BOXES}"
    r"|^\W*is this (?:request )?(?:for )?(?:an? )?(?:new (?:start|request|therapy)|initial request|continuation) or "
    r"(?:for )?(?:an? )?(?:new (?:start|request)|continuation|renewal)(?: request| of therapy)?\s*\?[^?]{0,60}$"
    # "What condition is the drug requested for?", over no choice of answers.
    rf"|^\W*(?:what|which) (?:condition|diagnosis|indication) is {_DRUG} (?:being )?(?:requested|prescribed|used|"
    rf"ordered) for{_BOXES}"
    # "List every antidepressant and augmentation agent", in blanks or a table.
    r"|^\W*(?:please )?(?:list|name|give) (?:the (?:names?|dates?|doses?)(?: and (?:dates?|doses?))? of )?(?:all|every|"
    r"each|any) (?:(?:prior|previous|past|tried|failed|of|the) )*(?:(?:oral )?antidepressants?|augmentation|drugs?|"
    r"medications?|agents?|trials?)(?:,? (?:and|or|trials?|agents?|augmentation|drugs?|medications?|antidepressants?))*"
    r"\W*$",
    re.IGNORECASE,
)
