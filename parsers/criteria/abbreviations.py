"""Clinicians' and pharmacists' abbreviations, spelled out before a clause is read."""

from __future__ import annotations

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

# Capitals decide where small letters would mean something else: "AD" is an antidepressant, "ad" is not.
_SPELLED_OUT = (
    (r"\bT/F/I/CI\b", "trial, failure, intolerance or contraindication"),
    (r"\bT/F(?:/I\b|\b(?= or intolerance))", "trial, failure or intolerance"),
    (r"\b[Tt]/[Ff]\b", "trial and failure"),
    (r"\bF/I\b", "failure or intolerance"),
    (r"\bADs\b", "antidepressants"),
    (r"(?<=\b[Oo]ral )AD\b|(?<=\b[Oo]ne )AD\b|(?<=\b[Aa]n )AD\b", "antidepressant"),
    (r"(?<=\d )AD\b(?= (?:failed|tried)\b)", "antidepressants"),
    (r"\bAD\b(?= (?:failures?|trials?|therap|medications?)\b)", "antidepressant"),
    (r"\b([Aa]nti-?depressants?)(?:,? (?:taken |given )?by mouth\b|,? \(?oral\b\)?(?=\W*(?::|$)))", r"oral \1"),
    (r"\b[Bb]y-mouth (?=anti-?depressant)", "oral "),
    (r"(?<=\d weeks )ea\.", "each"),
    (r"\b[Pp]sych\.? (?:MD|M\.D\.)", "psychiatrist"),
    (r"\bADT\b", "antidepressant therapy"),
    (r"\bHTN\b", "hypertension"),
    (r"\bMDE\b", "major depressive episode"),
    (r"\bSI\b(?=[ ,]+(?:(?:with|and|or|plus)\b|w/))|(?<=\b[Aa]cute )SI\b|(?<=\b[Aa]ctive )SI\b", "suicidal ideation"),
    (r"\b[Rr]x(?:'?d\b|(?= by\b))", "prescribed"),
    (r"(?<=\d)/(?=(?:week|wk|month)\b)", " per "),
    (r"(?<=\d )h(?=[.,;)]?$|[.,;)] )", "hours"),
    (r"\b[Ww]/in\b", "within"),
    (r"\b[Ww]/o\b", "without"),
    (r"\b[Ww]/ ?(?=\w)", "with "),
    (r"\b[Hh]x(?= of\b)", "history"),
    (r"\b[Hh]/o\b", "history of"),
    (r"\b[Dd]x(?= of\b)", "diagnosis"),
    (r"\b[Dd]/?c'?d\b", "discontinued"),
    (r"(?<=\d)\+ ?(?:y/?o|y\.o)\b\.?", "+ years old"),
    (r"(?<=\d) ?(?:y/?o|y\.o)\b\.?", " years old"),
    (r"(?<=\d )d(?=[.,;]?$| if\b)", "days"),
    (r"(?<=\d )y(?=[.,;]?$| if\b)", "years"),
    (r"(?<!\d )(?<![\d-])\b[Pp]t(s?)\b(?:\.(?= [a-z]))?", r"patient\1"),
    (r"\b[Mm]br(s?)\b", r"member\1"),
    (r"\b[Tt]x\b", "treatment"),
    (r"\bDOS\b|\b[Ss]ervice dates?\b", "dates of service"),
    (r"\b([Rr]e-?)?[Aa]uth\b\.?", r"\1authorization"),
    (r"\b[Cc]ont(?:\.(?= \w)|(?= \d))", "continued"),
    (r"↓", "decrease"),
    (r"↑", "increase"),
    (r"(?<=\()[Dd]iff(?= class)|\b[Dd]iff(?=\.? class)\.?", "different"),
    (r"(?<=\w )[x×] ?(?=\d+ (?:hours?|hrs?|h|days?|weeks?|months?|years?|yrs?)\b)", "for "),
    (r"(?:(?<=[Ff]ailure )|(?<=[Ff]ailures )|(?<=[Ff]ailed ))[x×] ?(\d)\b", r"\1 times"),
    (r"(?<=\w )[x×] ?(\d)\b(?! ?(?:mg|units?|kits?|devices?|\d|\())", r"\1 times"),
)  # fmt: skip
_RULES = tuple((compiled(short), full) for short, full in _SPELLED_OUT)
_ANY = any_of(
    r"\b[Bb]y[ -]mouth\b|depressants?,? \(?oral\b|[A-Za-z]/|\d/[wm]|\b[DdHhTt]x\b|\b[Rr]x\b|\b[Rr]x'?d"
    r"|\bea\.|\b[Pp]sych\.? M\.?D|\b(?:ADs?|ADT|MDE|SI|HTN|DOS)\b|[Ss]ervice dates?\b|\d ?h\b"
    r"|\d ?-?(?:yo\b|y\.o|[dy]\b)|\b[Pp]ts?\b|\b[Mm]brs?\b|[Aa]uth\b|\b[Cc]ont\b|[x×] ?\d|[↓↑]|\b[Dd]iff\b"
)


def spelled_out(text: str) -> str:
    """The text with the field's abbreviations in words."""
    if not _ANY.stands_in(text):
        return text
    for rule, full in _RULES:
        text = rule.sub(full, text)
    return text
