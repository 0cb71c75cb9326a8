"""Refusals in verbs of their own ("declines to approve ketamine for", "in no case do we fund it for"), and the use that
is refused as "the condition treated": pairs of what is printed and how it is told, for `verbs`.
"""

from __future__ import annotations

import re

from parsers.language.rewriting import New

# Our drug as sentences of a verdict call it, as a fragment of patterns.
DRUG = (
    r"(?:(?:(?:intravenous|IV|racemic|nasal|intranasal|compounded) )*(?:(?:es)?ketamine|spravato)\b(?: \([\w ]+\))?"
    r"(?: (?:nasal spray|infusions?|spray|injections?|therapy|treatment))?)"
)
_WHO = (
    r"(?:we|(?:(?:the|this|our|that) )?(?:\w+ )?(?:plan|program|department|agency|carrier|insurer|payer|fund|state|"
    r"company|board|committee|sponsor|policy|medicaid))"
)
_COVERS = r"(?:cover|pays?(?: for)?|approve|authori[sz]e|reimburse|accept|allow|permit|grant|fund|endorse|recogni[sz]e)"
# Of the others a plain "does not" is read as it stands.
_COVERS_NO_LESS = r"(?:accept|allow|permit|grant|fund|endorse|recogni[sz]e)"
_DRUG_FOR = rf"(?={DRUG} (?:for|in|as|to treat|when|if)\b)"
_NOT = r"(?:(?:do|does|will|would|shall|can|could) ?not|(?:do|does|wo|ca)n['’]t|never|no longer)"
_PEOPLE = r"(?:clients|patients|members|adults|people|those|individuals)"
_DISORDER = r"(?:condition|diagnosis|disorder)"
_TREATED = r"(?:(?:being |to be )?treated|under treatment|that is treated)"


def _does_not(found: re.Match[str]) -> str:
    """Our denial of whoever denies, in the common words."""
    who = found["who"]
    return f"{who} {'do' if who.lower() == 'we' else 'does'} not cover "


def _none_does(found: re.Match[str]) -> str:
    return f"The {found['who']} does not cover "


REFUSING: tuple[tuple[str, New], ...] = (
    # "The plan declines to approve ketamine for …", "we have chosen not to pay for it".
    (
        (
            rf"\b(?P<who>{_WHO}) (?:(?:declines?|refuses?|declined|refused) to|(?:(?:has|have) )?(?:cho(?:sen?|oses?)|"
            rf"elect(?:s|ed)?|decided|opted) not to) {_COVERS} {_DRUG_FOR}"
        ),
        _does_not,
    ),
    (
        rf"\b(?P<who>{_WHO}) {_NOT}(?: (?:currently|now|ever|at this time))? {_COVERS_NO_LESS}s? {_DRUG_FOR}",
        _does_not,
    ),
    (
        (
            rf"^(?:under|in) no (?:circumstances?|case|event) (?:do|does|will|can|shall) (?P<who>{_WHO}) (?:ever )?"
            rf"{_COVERS} {_DRUG_FOR}"
        ),
        _does_not,
    ),
    (
        (
            rf"^neither (?:(?:of )?(?:the|our|these) )?(?:\w+ )?(?P<who>plan|program|fund|state|payer)s? {_COVERS}s? "
            rf"{_DRUG_FOR}"
        ),
        _none_does,
    ),
    (
        (
            rf"^(?P<it>{DRUG}(?: (?:for|in) [^.;:]{{3,100}}?)?) (?:(?:is|are) (?:not|never)|(?:will|shall|can|may) ?"
            r"(?:not|never) be) (?:permitted|allowed|granted|funded|recogni[sz]ed|endorsed)\b"
            r"(?=\.?$| (?:for|in|as|to treat)\b)"
        ),
        r"\g<it> is not covered",
    ),
    # An order behind its reason, e.g. "unproven for resistant depression, deny", says nothing more.
    (
        (
            r"(?P<told>\b(?:investigational|experimental|unproven)\b[^.;:]{0,80}?)[,;] (?:so )?(?:deny|refuse|do not "
            r"(?:pay|authorize|approve|cover))(?: it)?\.?$"
        ),
        r"\g<told>.",
    ),
    # "… for clients with A or B as the condition treated", "… when the condition treated is A".
    (
        (
            rf"(?P<for>\bfor) (?:{_PEOPLE} (?:with|who have) )?(?P<use>[^.;:]{{3,120}}?),? as the "
            rf"(?:{_DISORDER} {_TREATED}|treated {_DISORDER})\b"
        ),
        r"\g<for> \g<use>",
    ),
    (rf"\b(?:when|if|where) the {_DISORDER} {_TREATED} is (?=\w)", "for "),
    (rf"\b(?:for )?{_PEOPLE} whose {_DISORDER} (?:being )?treated is (?=\w)", "for "),
)
