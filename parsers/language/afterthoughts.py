"""What is told beside a clause and belongs in it: an exception, where it ends, or the names of what it means."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE
from parsers.language.elided_nouns import COUNT_AGAIN, OF_THEM, counted_again, named_again
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

# "… have failed; this does not apply where each is contraindicated."
_LIFTED = compiled(
    r"\s*[;,.] (?:and |but )?(?:for [^.;,]{3,30}, )?(?:this|that|it|(?:this|that|the) (?:rule|requirement|condition))"
    r"(?:(?: is| does|,)? not (?:apply|asked|required|needed)(?: for)?|(?: is| may be| can be| will be) waived) "
    r"(?=(?:where|when|if|in case)\b)",
    re.IGNORECASE,
)
# "No history of psychosis; a patient with one may still be approved if the prescriber judges …"
_STILL = compiled(
    rf"\s*[;,.] (?:(?:and|but|however),? )?(?:(?:an?|any|the|such an?|such|those|these) )?(?:{PEOPLE}|"
    rf"requests?|cases?|it|they)"
    r"(?: (?:with|who|having|whose|where|in whom|of)\b[^.;]{0,50}?)? (?:may|can|could|might|will)"
    r"(?: (?:still|nevertheless|nonetheless|yet|also|even so|however))* be (?:still )?"
    r"(?:approved|covered|considered|authori[sz]ed|allowed|accepted|treated|eligible)\b[^.;]{0,20}? "
    r"(?=(?:if|when|where|provided|as long as|in case)\b)",
    re.IGNORECASE,
)
_DENIED_BEFORE = compiled(r"\b(?:no|not|none|without|never|free (?:of|from)|absence of)\b[^.;]*$", re.IGNORECASE)
# "No active substance use disorder; a member with such a history has been in remission …"
_SUCH_HISTORY = compiled(
    r"(?P<named>\b(?P<what>(?:substance|alcohol|drug|opioid)(?: use| abuse)? (?:disorders?|abuse|dependence|misuse))\b"
    r"[^.;:]{0,40}[;,.] (?:[^.;:]{0,40}?\b)?)"
    r"(?:such an? history|an? history of (?:one|such|it|that|this)|(?:that|this) history)\b"
    r"(?=[^.;]{0,60}\b(?:remission|abstin|sober|sobriety))",
    re.IGNORECASE,
)
# "There is no contraindication. Contraindications are aneurysm and …"
_NAMED = compiled(
    r"(?P<none>\b(?:no|none of the|without|any|not have an?|free of(?: an?)?) contraindications?\b[^.;:]{0,60})[.;] "
    r"(?:the )?(?:contraindications|these|they) (?:(?:meant|here|in question|are|include|comprise)[ :]+)+",
    re.IGNORECASE,
)

# "Medical benefit; the drug is given at the clinic": why it is paid so, and no place that is asked for.
_OF_THE_BENEFIT = compiled(
    r"(?P<benefit>\b(?:medical benefit|benefit ?: ?medical)\b(?: only)?)"
    r"(?:\s*[;:.,(–—-]\s*|,? (?=as |because |since |for ))(?:(?:as|because|since|for) )?"
    r"(?:(?:the|this|our) (?:drug|spray|medication|medicine|product) is |it is |is )?"
    r"(?:given|administered|used|taken) (?:in|at|by) [^.;:()]{3,40}\)?(?=[.;]|\W*$)",
    re.IGNORECASE,
)


# "An antidepressant is taken unless the chart tells why not, and two others have failed": what the exception ends at.
_EXCEPTING = r"(?:unless|except (?:when|where|if|that))"
_NEXT_DEMAND = (
    rf"(?:(?:the|an?|each|every|both|all|two|three|four|\d|{PEOPLE}|depression|symptoms|treatment|therapy) "
    r"(?:[\w'-]+ ){0,6}?(?:is|are|has|have|must|will|shall|was|were|takes?|agrees?|remains?|scores?|shows?|lacks?"
    r"|goes|stays|continues|keeps|needs|uses|meets|holds|lies|stands)\b"
    r"|psychotherapy |ECT |REMS )"
)
_EXCEPTION = rf"{_EXCEPTING} [^.;:,()]{{3,90}}"
_ENDS = compiled(rf"(?<=[\w),] )(?P<said>{_EXCEPTION}),? and (?={_NEXT_DEMAND})", re.IGNORECASE)
# "…, unless the prescriber explains why not, and has improved": the verb is the patient's.
_ENDS_AT_A_VERB = compiled(
    rf"(?<=[\w),] )(?P<said>{_EXCEPTING} (?:the |a |his or her )?(?:prescriber|provider|physician|psychiatrist|"
    r"clinician|chart|notes?|records?) [^.;:,()]{3,90}), and (?=(?:has|is|takes) )",
    re.IGNORECASE,
)
# "Unless contraindicated, an oral antidepressant is taken": the exception stands in front.
_STANDS_FIRST = compiled(
    r"^\W*(?P<said>unless (?!(?:otherwise|noted|stated|specified|indicated|another|else)\b)[^.;:,()]{3,60}), "
    r"(?P<asked>(?:(?!\b(?:not|no|never|unless|cover\w*|approv\w*|authori[sz]\w*|den\w+)\b)[^.;:,]){8,160})"
    rf"(?=\W*$|, and (?P<next>{_NEXT_DEMAND}))",
    re.IGNORECASE,
)
# "The member is an adult, an antidepressant is taken unless …": the first of them has no exception.
_DEMANDED_BEFORE = compiled(
    r"^(?P<before>(?:(?!\b(?:or(?! (?:older|more|over|above|higher|greater))|either|if|when|not|no|unless|except)\b)"
    r"[^.;:,]){8,120}), (?:and )?"
    rf"(?P<said>{_NEXT_DEMAND}[^.;:,]{{3,80}}? {_EXCEPTION})",
    re.IGNORECASE,
)
_REFUSES = compiled(r"\b(?:not|no|never|cannot|excluded|denied)\b[^.;:]*$", re.IGNORECASE)


def _ended(told: re.Match[str], whose: str = "") -> str:
    """An exception, ended; a refusal with one says which demands lift it, and all that follows is among them."""
    return told[0] if _REFUSES.search(told.string[: told.start()]) else f"{told['said']}; {whose}"


def with_exceptions_ended(text: str) -> str:
    """`text`, each exception behind the demand that it lifts, and ended before the next demand."""
    if "unless" not in text.lower() and "except" not in text.lower():
        return text
    text = _STANDS_FIRST.sub(r"\g<asked> \g<said>", text)
    text = _DEMANDED_BEFORE.sub(r"\g<before>; \g<said>", _STANDS_FIRST.sub(r"\g<asked> \g<said>", text))
    return _ENDS.sub(_ended, _ENDS_AT_A_VERB.sub(lambda told: _ended(told, "the member "), text))


def _lifted_for_some(told: re.Match[str]) -> str:
    """What lets in some of those that a denial before it names, as its exception; as it is behind anything else."""
    return " unless " if _DENIED_BEFORE.search(told.string[: told.start()]) else told[0]


_JOINED = Rewriting(
    (
        (_LIFTED, " except "),
        (_STILL, _lifted_for_some),
        (_NAMED, r"\g<none>: "),
        (COUNT_AGAIN, counted_again),
        (OF_THEM, named_again),
        (_OF_THE_BENEFIT, r"\g<benefit>"),
        (_SUCH_HISTORY, r"\g<named>a history of \g<what>"),
    )
)


def with_afterthoughts(text: str) -> str:
    """`text`, with an exception or a list of names told behind it drawn into the clause that it belongs to."""
    return _JOINED.of(text)
