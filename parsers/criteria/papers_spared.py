"""Papers that nobody has to send: "no chart notes need be sent", "medical records: do not send any"."""

from __future__ import annotations

from parsers.language.patterns import compiled

_PAPER = (
    r"(?:(?:chart|progress|clinical|office|visit|clinic|medical|treatment|pharmacy|paid|prescription|drug) ){0,2}"
    r"(?:notes?|records?|claims?(?: (?:history|data|records?))?|charts?|documentation|documents)"
)
_SENT = r"(?:sent|submitted|supplied|attached|provided|enclosed|included|faxed)"
_SPARED = compiled(
    rf"[,;]?(?: ?\band)? ?\bno (?:\w+ )?{_PAPER} (?:needs?(?: to)?|ha(?:s|ve) to|must|(?:is|are) to) be "
    rf"{_SENT}\b[^.;,]*"
    rf"|\b{_PAPER}\W* (?:(?:none|nothing) (?:needs?|ha(?:s|ve) to|(?:is|are) (?:to|needed|required|asked))|no need"
    r"|(?:please )?(?:do not|don't) (?:send|attach|enclose|include|submit|fax))\b[^.;]*"
    rf"|\b(?:leave out|omit|do not (?:send|attach|enclose|include|submit|fax)) (?:the |any |your )?{_PAPER}\b[^.;,]*"
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
