"""A sentence about both phases in its parts: "initial: 3 months; renewal: 6 months", "3 months, then a year"."""

from __future__ import annotations

import re

from parsers.amounts.staged_amounts import by_stage
from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.phases.phases import is_never_renewed, names_first, names_renewal, read_phase, speaks_of_every_phase
from parsers.phases.phases_in_order import told_in_order
from parsers.uses.indications import named_indications

# "One hundred eighty (180) days": whatever the figures are spelled as.
_SPELLED = r"(?:[a-z]+[ -]){0,3}[a-z]+ \(\d+\)"
_RENEW = "renew|re-?auth|re-?certif|continu"
_THEN_RENEWED = compiled(
    r";|,? and (?=(?:(?:is|are|it|then|will be|may be|can be|must be) )*"
    r"(?:renewed|re-?authori[sz]ed|re-?certified|continued|extended)\b)"
    r"|, (?=(?:then )?(?:renewed|re-?authori[sz]ed|continued|extended|renewable|renewals?) (?:for|at|"
    r"in|every|up to)\b)"
    r"|,? and (?=(?:may be|can be|will be|is|are) (?:written|issued|entered|given|granted|approved|authori[sz]ed) "
    r"(?:once )?again\b)"
    r"|,? and (?=(?:each|every|any) (?:renewal|extension|re-?authori[sz]ation|continuation) "
    r"(?:lasts?|runs?|is|are|goes)\b)"
    # "… and may be repeated for 12 months", "… and open to extension by another six".
    r"|,? and (?=(?:may|can|will) be repeated for\b|(?:is |are )?open to (?:extension|renewal)\b)"
    r"|,? and (?=(?:for )?(?:another|an? (?:further|additional)) [\w-]+ (?:days|weeks|months|years)\b)",
    re.IGNORECASE,
)
_A_SPAN = (
    rf"(?:for |up to |every )*(?:{_SPELLED}|\d+|an?|one|two|three|four|six|nine|twelve)(?: \(\d+\))? "
    r"(?:days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?)\b"
)
# "Weekly for four weeks, and every two weeks thereafter" is how often a drug is given.
_EVERY_WEEKS = r"every (?:\w+ )?weeks?\b"
# "3 months, then 6 months at a time": the second length is the renewal's.
_THEN_A_SPAN = compiled(
    rf"\b{_A_SPAN}\.?[^,;.]{{0,20}}(?P<cut>[,;]? (?:and )?then )(?!{_EVERY_WEEKS})(?={_A_SPAN})"
    # A span, and another for renewals in brackets.
    rf"|\b{_A_SPAN}(?P<aside> \((?:and |then )?)"
    rf"(?={_A_SPAN} (?:for|on|at|upon|per) (?:each |the |an? )?(?:{_RENEW}))"
    # The next length is the renewal's by its noun alone: "3 months, renewal 12 months", "… / reauthorization 6 months".
    rf"|\b{_A_SPAN}(?P<named>, (?:and )?| and |\s?/\s?| \()(?=(?:(?:on|for|each|the|any) )?(?:{_RENEW})\w*"
    rf"(?::| is| of)? {_A_SPAN})"
    # "6 months, and for 12 months upon renewal"
    rf"|\b{_A_SPAN}(?P<more>,? and )(?={_A_SPAN} (?:for|on|at|upon|per|with) (?:each |the |an? )?(?:{_RENEW}))"
    # "3 months at first and 12 months thereafter"
    rf"|\b{_A_SPAN}[^,;.]{{0,20}}?(?P<after>,? and )(?!{_EVERY_WEEKS})"
    rf"(?={_A_SPAN} (?:(?:each|every) time )?(?:thereafter|after that|afterwards?|subsequently|from then on)\b)"
    # "90 days in the first instance nor 180 days upon any renewal"
    rf"|\b{_A_SPAN}[^,;.]{{0,30}}?(?P<nor>,? nor )(?={_A_SPAN} (?:for|on|at|upon|per|with) (?:each |the |any |an? )?"
    rf"(?:{_RENEW}))"
    # "3 months and, once there is benefit, 6 months at a time"
    rf"|\b{_A_SPAN}(?P<turn>,? (?:and|then)?,? )(?=(?:once|if|when|where|after|as long as|provided) [^;.]{{0,20}}?"
    rf"(?:benefit|respon|improv|effect|help|work)[^;.]{{0,30}}?,? {_A_SPAN}(?: at a time| (?:more|further)|\W*$))",
    re.IGNORECASE,
)
_SAYS = compiled(r"\b(?:is|are|was|must|may|will|has|have|covers?|covered|requires?)\b", re.IGNORECASE)
_LASTS = compiled(rf"\b{_A_SPAN}\W*$", re.IGNORECASE)
_SPAN = compiled(_A_SPAN, re.IGNORECASE)
_LENGTH_OF_NO_PHASE = compiled(rf"(?P<label>\W*[^:;.,\d]{{3,60}}: )?(?P<span>\W*{_A_SPAN}\W*)", re.IGNORECASE)
_ANOTHER = compiled(r"\W*(?:for )?(?:another|an? (?:further|additional))\b", re.IGNORECASE)
_RENEWALS = compiled(
    r"\W*(?:renewals?|re-?authori[sz]ations?|re-?certifications?|re-?approvals?|continuations?)\b", re.IGNORECASE
)
_FOR_RENEWALS = compiled(
    r"\W*(?:and |but )?(?:for|on|at|upon|with|in) (?:an? |each |any |the |requests for )?"
    r"(?:renewals?|re-?authori[sz]ations?|re-?certifications?|re-?approvals?|continuations?|"
    r"continued (?:therapy|treatment|use))\b[^,:;]{0,20}[,:]",
    re.IGNORECASE,
)
# "Up to 3 infusions; more are authorized when pain has dropped."
_MORE_IS_GRANTED = compiled(
    r"\W*(?:more|further ones)(?: (?:infusions|sessions|treatments|doses))? (?:(?:are|may be|will be|can be) )"
    r"(?:authori[sz]ed|approved|covered|allowed|granted|paid for)\b",
    re.IGNORECASE,
)
# A length and its phase: "6 months (initial), 12 months (renewal)".
_SPAN_OF_PHASE = compiled(
    rf"(?P<span>\b{_A_SPAN}) \((?P<phase>initial|first|renewal|continuation|continued|re-?authori[sz]ation)[^()]*\)"
    r"[,;.]?(?: and\b)?",
    re.IGNORECASE,
)
_GRANTED = compiled(
    r"\b(?:is|are|may be|will be|be) (?:\w+ )?(?:covered|approved|authori[sz]ed|medically necessary|granted)\b",
    re.IGNORECASE,
)

# "Initial: 24 devices per 28 days Reauthorization: 12 devices": the next line of a cell opens with its phase.
_NEXT_LABEL = (
    r"(?<=[\w).])(?<!\band)(?<!\bor)(?<!\bfor)(?<!\bof)(?<!\bon)(?<!\bthe)(?<!\beach)\s+(?=(?-i:[A-Z]))"
    rf"(?=(?:{_RENEW}|subsequent|later)[\w-]*(?: [a-z]+){{0,2}}: "
    r"|(?<=(?:days|eeks|nths|year|ears) )(?:initial|first|new)(?: [a-z]+){0,2}: )"
)
# What parts the clauses on each phase.
_CLAUSES = compiled(
    r";\s*|,?\s+and,?\s+(?=(?:when|if|once|after|thereafter|then)\b)|,?\s+(?:and|while|"
    rf"whereas)\s+(?=[^,;]{{0,40}}(?:{_RENEW}|re-?approv|subsequent|later|further))"
    # "First approval 2 months, each continuation 6 months".
    rf"|,\s+(?=(?:(?:each|every|any) )?(?:{_RENEW}|re-?approv|subsequent|later|further|follow-?up))"
    r"|,\s+(?=(?:afterwards?|thereafter)\b)"
    rf"|(?<=[a-z).])\s*[/|]\s*(?=(?:for |each )?(?:{_RENEW}|subsequent|later|further)[^/|]{{0,30}}\d)"
    r"|[,;]\s+(?:and |while |whereas |but )?(?=(?:the |an? )?(?:initial|first|new) "
    r"(?:approval|authori[sz]ation|request|course|start|one)s?\b)"
    r"|,\s+(?:and )?(?=(?:up to )?\w+(?: \(\d+\))? (?:days?|weeks?|months?|years?) "
    rf"(?:(?:for|on|at|upon|per|of|with) (?:each |the |an? |any |every )?)?(?:{_RENEW}))"
    # "24 devices for the first approval, 12 devices on renewal"
    r"|,\s+(?:and |then )?(?=(?:up to |at most |no more than |a maximum of )?\w+ (?:nasal |spray )?"
    r"(?:devices?|kits?|units?|sessions?|doses|infusions|mg)\b"
    rf"[^,;]{{0,40}}\b(?:{_RENEW}|re-?approv|subsequent|later|further))"
    r"|(?<=\bat first),\s+|(?<=\binitially),\s+(?=(?:up to |for )?\d)"
    rf"|{_NEXT_LABEL}",
    re.IGNORECASE,
)
# "Coverage duration: initial 3 months; renewal 12 months": each part is said of what stands before the colon.
_LABEL = compiled(r"^\W*(?P<label>[^:;.,\d]{3,60}): ")
# "Resistant depression, renewal: 12 devices; acute suicidality: 16": the use, and perhaps the phase, of each clause.
_USE_LABEL = compiled(r"^\W*[^:;.\d]{3,90}:\s")


def by_phase(sentence: str) -> tuple[str, ...]:
    """A sentence about both phases ("initial: 3 months; renewal: 6 months") in its parts; else the whole.

    A label that names no phase stands before each part.
    """
    if clauses := _under_uses(sentence):
        return tuple(part for clause in clauses for part in by_phase(clause))
    first, *more = told_in_order(sentence) or by_stage(sentence) or _by_phase(sentence)
    label = _LABEL.match(first) if more else None
    if label is None or read_phase(label["label"]) or _SAYS.search(label["label"]):
        return (first, *more)
    return (first, *(part if _LABEL.match(part) else f"{label['label']}: {part}" for part in more))


def _under_uses(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence of which each has a use as its label, several uses in all; () for any other."""
    clauses = [clause.strip() for clause in sentence.split(";") if clause.strip()]
    uses = [named_indications(label[0]) if (label := _USE_LABEL.match(clause)) else () for clause in clauses]
    return tuple(clauses) if len(clauses) > 1 and all(uses) and len(set(uses)) > 1 else ()


def _of_an_approval(part: str) -> str:
    """A use with its length and no verb ("the second for 28 days"), said of an approval as what stood before it."""
    return f"{part.rstrip('. ')}{gloss('approval')}" if _LASTS.search(part) and not _SAYS.search(part) else part


def _by_phase(sentence: str) -> tuple[str, ...]:
    """A sentence in its parts by the words that tell of each phase."""
    if len(_SPAN_OF_PHASE.findall(sentence)) > 1:
        sentence = _SPAN_OF_PHASE.sub(r"\g<phase>: \g<span>;", sentence).strip(" ;")
    if turn := _THEN_A_SPAN.search(sentence):
        return _in_turn(sentence, *turn.span(turn.lastgroup or 0))
    if speaks_of_every_phase(sentence) or not names_renewal(sentence):
        return (sentence,)
    if parts := _renewed_apart(sentence):
        return parts
    if not names_first(sentence):
        return (sentence,)
    first, *more = (part.strip() for part in _CLAUSES.split(sentence) if part.strip())
    # "There is no renewal; a new crisis is a new first request": the second says the first again.
    if more and all(map(is_never_renewed, (first, *more))):
        return (sentence,)
    return (first, *map(_of_an_approval, more))


def _in_turn(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """A length and the one after it, which is the renewal's: what stands before `start` and behind `end`."""
    first = sentence[:start]
    again, *others = re.split(r"; (?:and )?", sentence[end:])
    return _as_first(first), f"renewal: {again}", *map(_of_an_approval, others)


def _renewed_apart(sentence: str) -> tuple[str, ...]:
    """A sentence that grants and then renews, in its parts; () for any other.

    "Covered for 6 months …; each renewal needs …", "…, and renewed for …": what comes before is not of the renewal.
    """
    cut = _THEN_RENEWED.search(sentence)
    if cut is None:
        return ()
    first, rest = sentence[: cut.start()], sentence[cut.end() :]
    lasts = _LASTS.search(first) or (_SPAN.search(first) and _RENEWALS.match(rest))
    # "Chart notes of the drugs tried; for continuation, notes of the response."
    further = _MORE_IS_GRANTED.match(rest) or (cut[0] == ";" and _FOR_RENEWALS.match(rest))
    if not (_GRANTED.search(first) or lasts or further) or names_renewal(first) or not names_renewal(rest):
        return ()
    # "…, and for another 12 months after that": no word of it says what is for so long.
    rest = f"renewal: {rest.strip()}" if _ANOTHER.match(rest) else rest.strip()
    return (_as_first(first.strip()), *_by_phase(rest))


def _as_first(part: str) -> str:
    """A length, or its label with one, before that of renewals ("120 days, and 180 days each time after that"), said of
    a first approval: no word of it says so.
    """
    bare = _LENGTH_OF_NO_PHASE.fullmatch(part)
    if bare is None or read_phase(bare["label"] or ""):
        return part
    return f"{bare['label'] or ''}initial approval: {bare['span'].strip()}"
