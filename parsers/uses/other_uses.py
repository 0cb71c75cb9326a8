"""Sentences that answer for a use outside our vocabulary ("not covered for tinnitus"): contract.md leaves these out.

Without this they would be read of the drug as such, and deny or cover it for everything.
"""

from __future__ import annotations

import re

from parsers.answering.answers import names_use
from parsers.language.patterns import compiled
from parsers.uses.indications import is_for_everything

_DISORDERS = (
    r"(?:eating|personality|sleep|bowel|movement|spectrum|conduct|attention[- ]deficit(?:[- /]hyperactivity)?|tic|"
    r"neurological|neurologic|neurodevelopmental|somat\w+|seizure|pain|use|stress|mood|gambling|dissociative) "
    r"disorders?"
)
_CONDITION = (
    rf"(?:{_DISORDERS}|tinnitus|epilep\w+|seizures?|asthma\w*|autism|alzheimer\w*(?:['’]s)?(?: disease)?|ADHD|"
    r"parkinson\w*(?:['’]s)?(?: disease)?|dementia|delirium|agitation|schizo\w+|psychos[ie]s|catatonia|anorexia|"
    r"bulimia|insomnia|narcolepsy|syndromes?|disease|withdrawal|detoxification|stroke|multiple sclerosis|spasticity|"
    r"obesity|weight (?:loss|control)|hair loss|itching|fatigue|hiccups|injur(?:y|ies)|trauma|attacks|cris[ie]s|"
    r"(?:smoking|tobacco) cessation|neuralgias?|pain|\w{3,}(?:itis|algia|pathy|plegia))"
)
# Whoever has the condition is a patient that a denial bars, and no use.
_NOBODY = r"(?!(?:patients?|members?|individuals?|persons?|people|those|adults?|children|history|risk|use|anyone)\b)"
_USE = compiled(
    rf"\b(?:for|in|to treat|treating|(?:treatment|management|relief) of) (?:the (?:treatment|management|relief) of )?"
    rf"(?:{_NOBODY}(?!(?:a|an|the|any|all|with|of|or|and)\b)[\w'’-]+ ){{0,3}}?{_CONDITION}"
    r"(?: \([\w ]+\))?(?=\W*$|[.,;:]| (?:and|or|is|are|as|when|if|unless|because|until|at)\b)",
    re.IGNORECASE,
)


def is_for_another_use(text: str) -> bool:
    """Whether a text names a use that is none of ours, and none that is."""
    return bool(_USE.search(text)) and not names_use(text) and not is_for_everything(text)
