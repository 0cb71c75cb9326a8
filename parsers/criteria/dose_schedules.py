"""How a drug is packed and dosed, told among criteria: what a device holds, the label's schedule week by week."""

from __future__ import annotations

from parsers.language.patterns import compiled

_PACK = (
    r"(?:(?:dose|treatment|nasal|spray|single-use|disposable) )*(?:devices?|sprayers?|kits?|box(?:es)?|cartons?|packs?|"
    r"packages?)"
)
_OURS = r"(?:spravato|esketamine|the (?:drug|spray|product|medicine|medication)|it)"
_NO_LIMIT = (
    r"(?!.*(?:\b(?:days?|weeks?|weekly|months?|max\w*|limit\w*|must|shall|cover\w*|approv\w*|authori[sz]\w*|bill\w*|"
    r"exceed\w*|per|session|adult|year\w*|fail\w*|tried|if|unless|requests?|quantit\w+)\b|(?<!add )<=|>=))"
)
_HOLDS = (
    r"(?:gives?|delivers?|holds?|contains?|has|have|sprays?|releases?|discharges?|(?:is|are) (?:good|meant|made) for|"
    r"yields?|dispenses?|comes? with)"
)
_USED_ONCE = r"(?:is|are) (?:used (?:only )?(?:once|1 time)|for (?:a )?single[ -]use|disposable|thrown away)"
# "Each device gives two sprays that add up to 28 mg", "the kit holds two or three devices", "it comes in boxes of two".
_ONE = rf"(?:(?:each|every|an?|the|1|all|these) )?(?:\d+ ?mg )?{_PACK}(?: (?:of|for) {_OURS})?"
_NOTE = r"(?:(?:please )?note(?: that)?[:,]? )?"
_IS_SOLD = r"(?:comes?|(?:is|are) (?:supplied|packed|packaged|sold|made|available|marketed))"
_SOLD_ONE = rf"(?:{_OURS}|(?:each |all )?{_PACK})(?: nasal spray)?"
_SCALE = r"(?:@\w+|scale|questionnaire)"
_IS_MADE = (
    r"(?:(?:has|have|holds?|consists? of|contains?|comprises?) \d+(?: to \d+)? (?:items|questions)"
    r"|(?:is|are) (?:scored|graded|rated) (?:from|between|on|out)"
    r"|(?:is|are) (?:filled in|completed|answered|rated|scored) by"
    r"|(?:comes?|exists?|(?:is|are) available) (?:in|as|with))\b"
)
PACKAGING = (
    rf"^{_NO_LIMIT}\W*{_NOTE}{_ONE} (?:{_USED_ONCE}|{_HOLDS}(?=[^;]*\b(?:mg|sprays?|devices?|kits?|times?)\b))\b",
    rf"^{_NO_LIMIT}\W*{_NOTE}{_SOLD_ONE} {_IS_SOLD} (?:\w+ ){{0,3}}?(?:in|as|by) (?:[\w,-]+ ){{0,5}}?{_PACK}\b",
    # "The PHQ-9 has nine items", "the BDI is filled in by the patient", "several versions of the scale are in use".
    rf"^{_NO_LIMIT}\W*{_NOTE}(?:the )?{_SCALE}(?: scale| inventory)? {_IS_MADE}(?!.*[<>])",
    rf"^{_NO_LIMIT}\W*{_NOTE}(?:several|many|some|various|\d+) (?:versions|forms) of the {_SCALE}\b(?!.*[<>])",
)

# All that a line of the schedule is made of, in normalised words.
_SPAN = (
    r"(?:weeks?|days?) \d+(?:(?: ?(?:-|to|through|and|until) ?)(?:week |day )?\d+)?|"
    r"(?:first|next|last|following|second) \d+ weeks|"
    r"(?:from|after|until|by|starting|beginning|through) (?:the )?(?:week|day) \d+|\d+ weeks"
)
_RATE = (
    r"(?:\d+ times? |\d+ )?(?:weekly|daily|biweekly|(?:an?|per|each|every|every other) (?:\d+ )?weeks?|"
    r"(?:every|each) \d+ weeks)"
)
_WORD = (
    r"(?:on|in|at|of|and|or|to|then|as|is|the|an?|after|afterwards?|later|that|this|thereafter|onwards?|beyond"
    r"|start\w*|"
    r"begin\w*|others?|subsequent|first|next|induction|maintenance|phase|period|optimi[sz]ation|initial|"
    r"dos(?:e|es|ing|age)|sessions?|administrations?|treatments?|doses|times?|given|administered|either|"
    r"intranasal(?:ly)?|spravato|esketamine|once|for|day|week|depending|response|efficacy|tolerability|based|"
    r"least|frequent|frequency|schedule|regimen|planned|current|requested|other|with|trd|remission|maintain|from|if"
    r"|needed|may|be|can)"
)
_SCHEDULE = compiled(rf"^(?>(?:{_SPAN}|{_RATE}|\d+(?: ?mg)?|{_WORD})\b[\s,;:.()/–—-]*)+$")
_HAS_A_SPAN = compiled(
    rf"\b(?:{_SPAN}|thereafter|later|induction|maintenance|day 1|start)\b"
    # A form's question, "Schedule: ☐ weekly ☐ every 2 weeks".
    r"|^\W*(?:(?:dosing|treatment|current|planned|requested) )*(?:schedule|frequency|regimen) ?:"
)
_HAS_A_RATE = compiled(r"\bmg\b|\b(?:weekly|biweekly|every \d+ weeks|(?:an?|per|each|every) week)\b")

# "Once a week through week 8, and every 1 or 2 weeks after that": how often it is given, where nothing is granted.
GIVEN_SO_OFTEN = compiled(
    r"^(?!.*\b(?:approv|authori[sz]|cover|grant|renew|re-?cert|exten[ds]|request|certif|continu|valid|pas?\b|"
    r"medically|good for))"
    r".*(?:\b\d+ (?:(?:times?|sessions?|doses?|days?) )?(?:in )?(?:an?|per|each|every|in) (?:\d+ )?weeks?\b"
    r"|\b(?:bi)?weekly\b|\b(?:every|each|intervals of) (?:\d+ (?:or|to|-) )?$)"
)


def is_of_a_schedule(words: str) -> bool:
    """Whether normalised words are a line of the label's schedule ("Weeks 5 to 8: 56 mg or 84 mg once weekly")."""
    return bool(_HAS_A_SPAN.search(words) and _HAS_A_RATE.search(words) and _SCHEDULE.match(words.strip(" \t•-*")))
