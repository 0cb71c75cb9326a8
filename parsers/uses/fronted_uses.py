"""Uses that a sentence is put under: its first words name them ("For depression the reviewer looks for …").

So do the last words before the colon that leads a list in ("What we look at for depression:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.uses.indications import Mention

_WHOM = (
    r"(?:(?:the|an?|any|each|all|every|both|either|treating|treatment|management|use|of|for|in|adults?|adolescents?|"
    r"renewals?|re-?authori[sz]ations?|re-?approvals?|continuations?|patients?|members?|veterans?|beneficiar(?:y|ies)|enrollees?|people|persons?|those|individuals?|requests?|cases?|"
    r"with|who|have|has|having|diagnosed|unipolar|severe)\s+)*"
)
# "Before approval of the drug for depression, …", "to qualify for the drug in depression, …"
_TO_GET = (
    r"(?:before|prior to|(?:in order )?to (?:get|receive|obtain|qualify for|"
    r"be (?:approved|eligible|authorized|covered) for|start|approve|authorize|cover))"
    r"(?: (?:the|an?|any|our|first|initial))*"
    r"(?: (?:approval|authori[sz]ation|coverage|cover|payment|use|treatment)s?(?: (?:of|for|with))?)?"
    r"(?: (?:the (?:drug|spray)|esketamine|spravato|(?:iv |intravenous )?ketamine)(?: \([^()]*\))?"
    r"(?: nasal spray| infusions?)?)? (?:for|in|to treat)"
)
_OPENS = compiled(
    rf"\W*(?:(?:for|in|with|under)|(?:when|where|if) (?:the )?(?:\w+ )?(?:is|are) for|{_TO_GET}) {_WHOM}", re.IGNORECASE
)
_BETWEEN = compiled(rf"(?: \(\w+\))?\W*(?:(?:and|or|as well as|also) )*(?:for |in )?{_WHOM}", re.IGNORECASE)
# What is said of a trial, a score or the patients themselves is no condition on what follows.
_NO_SUBJECT = compiled(
    r"(?: \(\w+\))?[^\w,:]+(?:the )?(?:trials?|stud(?:y|ies)|research|literature|and|or|other|"
    r"symptoms?|scales?|that (?:is|are|has|have)|which|who|who(?:se)?|with|without|but|than)\b",
    re.IGNORECASE,
)
_LEADS_IN = compiled(rf"\b(?:for|in) {_WHOM}$", re.IGNORECASE)
_COLON = compiled(r"(?: \(\w+\))?(?: (?:requests?|cases|patients|members))?\W*:\s*$")


def fronted(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Those of `found` that the first words of `text` put it under, or the last words before its closing colon."""
    opens = _OPENS.match(text)
    place = opens.end() if opens else None
    run: list[Mention] = []
    for mention in found:
        if place != mention.start or mention.excepted:
            break
        run.append(mention)
        between = _BETWEEN.match(text, mention.end)
        place = between.end() if between else None
    if run and not _NO_SUBJECT.match(text, run[-1].end) and text[run[-1].end :].strip(" .;:"):
        yield from run
    elif found and not found[-1].excepted and _COLON.match(text, found[-1].end):
        yield from found[-1:] if _LEADS_IN.search(text[: found[-1].start]) else ()
