"""Counts that leave out what they count, as it was said before: "failure of two antidepressants, or of three if …"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_NUMBER = r"(?:one|two|three|four|five|six|[1-6])(?: \([1-6]\))?(?: or more)?"
_NOUN = r"(?:anti-?depressants?|anti-?depressant (?:drugs?|medications?|medicines?|agents?|trials?))"
_KIND = r"(?:(?:or more|different|failed|adequate|oral|prior|other|separate|distinct|generic|unsuccessful) ){0,3}"
# What may stand between "or" and the number: how far back, how severe, and how the number is joined.
_BETWEEN = (
    r"(?:(?:within|in|over|during) the (?:last|past|previous|preceding) (?:\w+ )?(?:weeks|months|years?),? "
    r"|(?:for|in|with|where|when|if) (?:the )?(?:severe|moderate|mild|depression is) [a-z ]{0,40}?"
    # "…; if younger than 65, at least two failed".
    r"|(?:for|if|when) (?:(?:the|an?|those|members?|patients?|who|is|are|aged?) )*"
    r"(?:younger|older|under|over|below|above|\d\d)\b[^.;,]{0,30}, )?"
    r"(?:(?:together |along )?(?:of|in|with|to|failure of|after|from|at least|no fewer than|only|just) )*"
)
_MORE_OF_IT = (
    r"(?= (?:if|where|when|with|at|plus|and|together|in|over|during|for|after|that|which|who|each|taken|tried|"
    r"given|ever|regardless|whatever|across|within|along|combined|provided|under|from)\b|[,;.)]|$)"
)
_ELIDED = compiled(
    rf"(?P<counted>\b{_NUMBER} {_KIND}(?P<noun>{_NOUN})\b[^.;]{{0,140}}?"
    r"(?:,? or|; or|; alternatively,|, and|;(?= (?:if|for|when)\b))"
    rf"(?: else)?,? {_BETWEEN})(?<![-\d])(?P<number>\b{_NUMBER})(?!(?<=\d)[.)] \w)"
    rf"(?P<verb> (?:failed|did(?: so)?|have|had|were)\b(?! (?:to|not)\b))?(?(verb)|{_MORE_OF_IT})"
    r"(?! (?:weeks|months|years|days|of (?:the|these|those|which)))",
    re.IGNORECASE,
)


# "Three antidepressant trials, or two trials plus psychotherapy": two trials of antidepressants.
_TRIALS = r"(?:trials?|attempts?|failures?|courses?)"
_SHORTER = compiled(
    rf"(?P<counted>\b{_NUMBER} {_KIND}(?P<what>anti-?depressant|augmentation) (?P<head>{_TRIALS})\b[^.;:]{{0,80}}?"
    rf",? or (?:else |just |only |of |at least )*{_NUMBER} (?:such |failed )?)(?P<again>{_TRIALS})\b"
    r"(?! (?:of|with|to)\b)",
    re.IGNORECASE,
)


def with_counts_told(text: str) -> str:
    """`text`, with the antidepressants that a number behind "or" counts, as the number before it does."""
    return _SHORTER.sub(r"\g<counted>\g<what> \g<again>", _ELIDED.sub(_told, text))


def _told(found: re.Match[str]) -> str:
    singular = found["number"].lower() in ("one", "1")
    noun = found["noun"].rstrip("s") + ("" if singular else "s")
    return f"{found['counted']}{found['number']} {noun} failed"
