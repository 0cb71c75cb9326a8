"""Papers that nobody has to send: "no chart notes need be sent", "medical records: do not send any"."""

from __future__ import annotations

from parsers.language.patterns import compiled

_PAPER = (
    r"(?:(?:chart|progress|clinical|office|visit|clinic|medical|treatment|pharmacy|paid|prescription|drug) ){0,2}"
    r"(?:notes?|records?|claims?(?: (?:history|data|records?))?|charts?|documentation|documents|"
    # "A copy of the form".
    r"cop(?:y|ies)(?: of (?:it|this|that|them|these|those|(?:the |any )?(?:[\w-]+ ){0,3}?(?:forms?|logs?|reports?)))?|"
    r"(?:[\w-]+ ){0,2}?(?:monitoring )?(?:forms|logs))"
)
_SENT = r"(?:sent|submitted|supplied|attached|provided|enclosed|included|faxed)"
_SPARED = compiled(
    rf"[,;]?(?: ?\band)? ?\bno (?:\w+ )?{_PAPER} (?:needs?(?: to)?|ha(?:s|ve) to|must|(?:is|are) to) be "
    rf"{_SENT}\b[^.;,]*"
    rf"|\b{_PAPER}\W* (?:(?:none|nothing) (?:needs?|ha(?:s|ve) to|(?:is|are) (?:to|needed|required|asked))|no need"
    r"|(?:please )?(?:do not|don't) (?:send|attach|enclose|include|submit|fax))\b[^.;]*"
    rf"|\b(?:leave out|omit|do not (?:send|attach|enclose|include|submit|fax)) (?:the |any |your )?{_PAPER}\b[^.;,]*"
    # "The plan does not need a copy", "we need no copies", "nothing has to be sent to us".
    rf"|^\W*(?:[\w'’-]+ ){{1,4}}?(?:(?:does|do) not (?:need|want|require|ask for|collect|keep) (?:an? |any |the )?"
    rf"|(?:needs?|wants?|requires?|asks? for|collects?|keeps?) no )(?:(?:further|other|more) )?{_PAPER}\b[^.;,]*"
    rf"|^\W*nothing (?:more |else |further )?(?:needs?|has) to be {_SENT}(?: (?:to|with|in)\b[^.;,]*)?"
    rf"|\b{_PAPER} (?:need not|do not (?:have|need) to|(?:are not to|should not) be {_SENT})\b[^.;,]*"
)
# "You may leave out the notes": what is left of a clause without them.
_NO_MORE = compiled(r"\W*(?:(?:please|you|we|may|can|also|the|that|so|and|note)\b\W*){0,4}")


def without_spared(words: str) -> str:
    """Words of a clause without the papers that it says need not be sent."""
    return _SPARED.sub(" ", words)


def only_spares(words: str) -> bool:
    """Whether a clause says no more than that papers need not be sent."""
    rest = without_spared(words)
    return rest != words and bool(_NO_MORE.fullmatch(rest))
