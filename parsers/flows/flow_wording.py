"""Where an answer of a flow leads, in other words ("deny if yes", "otherwise approve"), as "Yes: …" and "No: …"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "☐ Yes ☐ No If No, deny.": boxes that nobody has ticked, before what comes of each.
_BOXES = compiled(
    r"\?[\W_]*(?:yes[\W_]+no|no[\W_]+yes)\b(?!\s*[:,(=→–—-])[\s._|)\]]*(?=\W*\w)",
    re.IGNORECASE,
)
_DONE = r"(?:den(?:y|ied)|(?:do not )?(?:approve|authori[sz]e)|stop|go to|continue|proceed)"
# "Deny if yes; approve for 6 months if no."
_TURNED = compiled(
    rf"(?<=[?.;|])\s*(?P<done>{_DONE}\b[^;.?|]*?),? if (?:the answer is )?(?P<word>yes|no)(?=\s*(?:[;.|]|,|$))[;.,|]?",
    re.IGNORECASE,
)
# "If yes, deny; otherwise approve for 6 months."
_OTHERWISE = compiled(
    r"(?P<before>\b(?P<word>yes|no)\b[^?]*?)[;,.]?\s*\b(?:otherwise|or else|else|if not)\b\s*[,:;–—-]?\s*(?=\w)",
    re.IGNORECASE,
)
# "[If no, then no further questions.]": what ends so is not granted.
_ENDS = compiled(
    r"\b(?P<no>no\s*[:,–—-]\s*)(?:then )?(?:there are )?no (?:further|more|additional) questions\b", re.IGNORECASE
)


# "… ☐ Yes ☐ No If no, deny."
_IN_IF = compiled(
    r"\?(?=[^?]*$)[^?]*?\b(?:(?:if|when) (?:the answer is |answered )?(?:yes|no)\b[^?]{0,30}?"
    r"\b(?:den(?:y|ied)|approve|stop|authori[sz]e|not approv\w+)\b|(?:deny|approve)\b[^.;?]{0,30} if (?:yes|no)\b)",
    re.IGNORECASE,
)


def decides_in_if(text: str) -> bool:
    """Whether a question tells, behind its mark, what is granted or refused if it is answered so or so."""
    return bool(_IN_IF.search(text))


# "☐ Yes proceed to question 3", "No STOP": where nothing parts the answer from what comes of it.
_BARE = compiled(
    r"(?P<before>(?:^|(?<=[?|;☐□)\]]))\s*)(?P<word>yes|no)\s+(?=(?:please )?(?:go|proceed|continue|skip|move|stop|"
    r"den(?:y|ied)|approved?|authori[sz]ed?|sign|not (?:approved|covered)|do not (?:approve|authori[sz]e))\b)",
    re.IGNORECASE,
)


def with_answers_apart(text: str) -> str:
    """A text with each bare yes or no set off from what comes of it."""
    return _BARE.sub(lambda said: f"{said['before']}{said['word']}: ", text)


def in_answers(text: str) -> str:
    """What a question and its answers say, each answer behind its own word."""
    asked, mark, told = _BOXES.sub("? ", with_answers_apart(text)).partition("?")
    return asked + _answered(mark + told) if mark else text


def _answered(told: str) -> str:
    told = _ENDS.sub(r"\g<no>deny", told)
    told = _TURNED.sub(lambda said: f" {said['word']}: {said['done']};", told)
    if len(re.findall(r"\b(?:yes|no)\b(?=\s*[:,(=→–—-])", told, re.IGNORECASE)) > 1:
        return told
    return _OTHERWISE.sub(lambda said: f"{said['before']}; {_other(said['word'])}: ", told, count=1)


def _other(word: str) -> str:
    return "No" if word.lower() == "yes" else "Yes"
