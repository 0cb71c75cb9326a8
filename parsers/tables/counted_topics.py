"""Cells that only count: how many of the topic of their row are asked for, or of what strength the amounts are."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "56 mg dose kit": what the amounts of the row are counted in.
_IS_A_STRENGTH = compiled(
    r"^\W*(?:(?:spravato|esketamine)\W+)?\d+ ?mg (?:dose )?(?:kit|pack|carton)s?\W*$", re.IGNORECASE
)
# "At least two", beside "Failed antidepressants".
_IS_A_COUNT = compiled(
    r"(?:at least |min(?:imum)?\.?(?: of)? |>= ?|≥ ?)?(?:\d|one|two|three|four|five)(?: \(\d\))?(?: or more)?\.?",
    re.IGNORECASE,
)
# "2, in the last 5 years", beside "Antidepressants that must have failed"; "5 years" counts no drugs.
_COUNT_AND_MORE = compiled(
    r"\W*(?P<count>(?:(?:at least|min(?:imum)?\.?(?: of)?) )?(?:\d|one|two|three|four|five)(?: \(\d\))?)"
    r"(?! ?(?:weeks?|months?|days?|years?|hours?|mg|%)(?:\W|$))(?P<more>,? .{3,80})",
    re.IGNORECASE,
)
_COUNTABLE = compiled(
    r"\W*(?:(?:failed|prior|previous|earlier|number of) )*(?:antidepressants?|medications|drugs|agents|trials)\b",
    re.IGNORECASE,
)
_NUMBER_OF = compiled(r"^\W*number of |\W+(?:(?:number|count|how many)\W*)?$", re.IGNORECASE)
# "Adequate", "maximum tolerated", beside "Dose of each trial".
_IS_A_GRADE = compiled(
    r"\W*(?:(?:at least |an? |the |full |be )*(?:adequate|therapeutic|effective|sufficient|optimal|recommended|"
    r"standard|label(?:l?ed)?|usual|target|tolerated|minim(?:um|al)|maxim(?:um|al)(?:ly)?|highest|"
    r"lowest|full)[ ,/]*){1,3}\W*",
    re.IGNORECASE,
)
# "4", "4.", "b": the row's place in its table.
_ONLY_A_NUMBER = compiled(r"\W*(?:\d{1,2}[a-z]?|[a-h])?\W*", re.IGNORECASE)
# "Prior therapy (any 2)", "Severity (one of)", "Any 2 of 4": how many of what the cell lists are asked for.
_FEW = r"(?:\d|one|two|three|four|five)"
_CHOOSES = compiled(
    r"(?:^\W*|\()(?:only |min(?:imum)?\.?(?: of)? )?"
    rf"(?:(?:any|at least) {_FEW}(?: \(\d\))?(?: (?:out )?of (?:(?:the|these) )?{_FEW})?"
    rf"|(?:(?:at least|any) )?{_FEW}(?: or more)? of(?: (?:the|these)(?: following)?| {_FEW})?|either(?: one)?)"
    r"(?: (?:required|needed|must be met))?(?:\W*$|\)\W*$)",
    re.IGNORECASE,
)
_OF_DOSES = compiled(r"\b(?:dos(?:es?|ages?|ing)|strength)\b", re.IGNORECASE)


def is_count(topic: str, cell: str) -> bool:
    """Whether a cell is a number of what stands beside it; a topic with a number of its own ("56 mg") is no such."""
    return bool(_IS_A_COUNT.fullmatch(cell)) and not any(map(str.isdigit, topic))


def is_strength(topic: str) -> bool:
    """Whether a topic is a kit by its strength, whose number the cells of its row give."""
    return bool(_IS_A_STRENGTH.match(topic))


def is_grade(topic: str, cell: str) -> bool:
    """Whether a cell says no more than how great the dose must be that its row is about."""
    return bool(_OF_DOSES.search(topic)) and bool(_IS_A_GRADE.fullmatch(cell))


def chooses(topic: str, cell: str) -> bool:
    """Whether a topic says how many of the parts of its cell are asked for."""
    return (";" in cell or "," in cell) and bool(_CHOOSES.search(topic))


def counts_topic(topic: str, cell: str) -> bool:
    """Whether a cell opens with how many of its topic are asked for and says more of them."""
    return bool(_COUNTABLE.match(topic) and _COUNT_AND_MORE.fullmatch(cell))


def topic_with(topic: str, cell: str) -> str:
    """What a cell says of the topic of its row; a count with more behind it counts the topic; a grade is its dose's."""
    if _ONLY_A_NUMBER.fullmatch(topic):
        return cell
    if is_grade(topic, cell):
        return f"{cell.rstrip('. ')} dose"
    counted = _COUNT_AND_MORE.fullmatch(cell) if _COUNTABLE.match(topic) else None
    named = _NUMBER_OF.sub("", topic.lower())
    return f"{counted['count']} {named}{counted['more']}" if counted else f"{topic}: {cell}"
