"""What a payer says that it used to answer or ask for ("until March it was considered investigational"). Words only."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

_UNTIL = (
    r"(?:(?:up (?:to|until|through)|until|till|through|before|prior to)(?: now)?|so far|hitherto|previously|formerly"
    r"|in the past|earlier)"
)
_STATUS = (
    r"(?:investigational|investigative|experimental|unproven|not covered|non-?covered|covered|excluded|denied|payable"
    r"|(?:not )?medically necessary|a (?:covered )?benefit)"
)
# "Ketamine that is used to treat pain": no habit that was given up.
_USED_TO = r"(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )(?<!been )(?<!being )(?<!when )(?<!if )\bused to"
_WAS = (
    rf"(?:was|were|had been|{_USED_TO}|did|(?:we|(?:the|our) (?:plan|program|policy|payer)) "
    r"(?:considered|treated|regarded|denied|excluded|covered|classed|deemed|called|held))"
)
# A later clause says what holds now ("…, but from April on it is covered").
_WITHIN = r"(?:(?!,? (?:but|whereas|while|now)\b|, (?:and (?:is|are|it|now|since|from)|it|they|this|these)\b)[^.;])"
_PAST = (
    # "Until March 31 we considered it investigational for …"
    rf"^\W*{_UNTIL}\b{_WITHIN}*?\b{_WAS}\b{_WITHIN}*?\b{_STATUS}\b{_WITHIN}*",
    # "It was considered investigational until March 31."
    (
        rf"\b{_WAS} (?:\w+ ){{0,4}}?{_STATUS}\b{_WITHIN}{{0,80}}?\b(?:until|through|up to|till|before|prior to)\b"
        rf"{_WITHIN}*"
    ),
    # "…, which the plan used to treat as experimental, …"
    (
        rf",? (?:which|that|long|though|although|once)\b[^,.;]*\b(?:{_USED_TO}|formerly|previously|once|until \w+)\b"
        rf"[^,.;]*\b{_STATUS}\b[^,.;]*,?"
    ),
    # "Once considered investigational, …"
    (
        r"^\W*(?:once|long|formerly|previously) (?:considered |deemed |regarded as |held to be |treated as )?"
        rf"{_STATUS}[^,.;]*,"
    ),
    # Behind the drug's name, in brackets or not: "previously not covered".
    (
        r"\(?\b(?:until now|hitherto|formerly|previously),? "
        rf"(?:considered |deemed |regarded as |held to be |treated as )?{_STATUS}(?:\)|,|(?= is\b| are\b))?"
    ),
    # "In 2021 ketamine was not covered."
    rf"^\W*in (?:early |late |mid-?)?(?:19|20)\d\d,? [^.;]{{2,60}}?\b(?:was|were) (?:still |then )?{_STATUS}[^.;]*",
    # Of a patient, as what is asked: "The member was approved earlier for the drug", "has already been authorized".
    (
        rf"\b(?:{PERSON})s? (?:(?:who|that) )?(?:was|were|(?:has|have|had) (?:\w+ )?been) (?:\w+ly )?"
        r"(?:approved|authori[sz]ed)(?: (?:earlier|before|previously))?(?: (?:for|to receive))?\b"
    ),
)
_CLAUSES = Rewriting(tuple((compiled(clause, re.IGNORECASE), " ") for clause in _PAST))


def without_past(text: str) -> str:
    """`text` without the clauses that tell what was answered before a date or in former times."""
    return _CLAUSES.of(text)


# Of a sentence like: until now the drug was a benefit for resistant depression only.
_WAS_COVERED = compiled(
    # "Up to 24 devices are authorized" is an amount; "before it is approved, …" says what comes first.
    r"^\W*(?!(?:before|prior to|until) (?!now\b)[^,.;]{0,60}\b(?:is|are|can be|may be)\b)"
    r"(?!up to (?:\d{1,3} (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )|[a-z]+ (?:devices|kits|"
    rf"sessions|infusions|doses)\b)){_UNTIL}\b[^.;]*?"
    r"\b(?:was|were|has been|have been|is|are)\b(?! (?:\w+ )?not\b)[^.;]{0,40}?"
    r"(?<!not )\b(?:a (?:covered )?benefit|covered|payable|approved|authori[sz]ed|available)\b",
    re.IGNORECASE,
)


def was_covered(sentence: str) -> bool:
    """Whether a sentence tells for what the drug was covered so far; more may be added to that."""
    return bool(_WAS_COVERED.search(sentence))


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:the )?(?:end of )?(?:{_MONTH} )?(?:\d{{1,2}},? )?(?:19|20)\d\d|{_MONTH} \d{{1,2}}|"
    rf"\d{{1,2}}/\d{{1,2}}(?:/\d+)?"
    r"|now|then|that (?:day|date)|this (?:change|date|revision|update|bulletin|notice)|the (?:change|revision|"
    r"update))\b"
)
_RULED = (
    rf"(?:had to|{_USED_TO}|(?:was|were) (?:\w+ )?(?:required|asked(?: for)?|needed|limited|allowed|expected|mandatory|"
    r"approved)"
    r"|(?:we|(?:the|our|this|these|its) (?:plan|program|policy|payer|rule|guideline|bulletin|criteria)) (?:\w+ )?"
    r"(?:required|asked|needed|wanted|"
    r"demanded|"
    r"called|limited|insisted))"
)
_FORMER_RULES = tuple(
    compiled(rule, re.IGNORECASE)
    for rule in (
        # "Until August 31, 2026 members had to fail three drugs."
        rf"^\W*(?:until|up to|up until|through|till|before|prior to) {_DAY}[^.;]*?\b{_RULED}\b",
        # "Step 4 used to ask for three failures."
        rf"{_USED_TO} (?:ask|require|approve|allow|want|demand|need|call for|limit|insist|say|read|set)\b",
        # "Three drugs had to fail until August 31."
        rf"\b{_RULED}\b[^.;]*?\b(?:until|through|till|before|prior to|up to) {_DAY}",
        # "Formerly the plan asked for three failures."
        rf"^\W*(?:formerly|previously|in the past|until now|hitherto|earlier|before),? [^.;]*?\b{_RULED}\b",
        # "The old rule asked for three failures", "Earlier versions required four".
        (
            r"^\W*(?:under )?(?:(?:the|our|its) )?(?:old|older|former|previous|earlier|retired|superseded|prior) "
            r"(?:\w+ )?(?:rules?|"
            r"polic(?:y|ies)|criteria|criterion|requirements?|versions?|editions?|text|limits?)\b[^.;]*?"
            r"\b(?:was|were|had|asked|required|needed|called|said|allowed|set|demanded|counted)\b"
        ),
    )
)


def recounts_a_rule(sentence: str) -> bool:
    """Whether a sentence tells what was asked for before a change, and no longer is."""
    return any(rule.search(sentence) for rule in _FORMER_RULES)
