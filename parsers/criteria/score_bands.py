"""Sentences that tell how a scale's scores are graded ("5 mild, 10 moderate, 20 severe"): they ask for none of them."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.outline import Node

_GRADE = r"(?:no(?:ne|rmal)?|minimal|mild|moderate(?:ly)?(?:[ -]severe)?|(?:very |most )?severe)\b"
_SCORES = (
    r"(?:(?:[<>]=? ?|over |under |above |below )?\d{1,2}"
    r"(?: ?(?:-|–|to|or) ?(?:\d{1,2}|more|higher|above|over|less))?\+?)"
)
_IS = r"(?: (?:is|are|as|means?|indicates?|shows?|for|counts? as|points?))*[ :=(–-]*"
_BAND = compiled(rf"\b{_SCORES}{_IS}{_GRADE}|\b{_GRADE}[ :=(–-]*(?:is |are |at |from )?{_SCORES}\b")
_BAND_ALONE = compiled(rf"\W*(?:{_BAND.pattern})(?: depression)?\W*")
_SCALE = compiled(rf"{ANY_SCALE}|\b(?:scores?|scales?|points)\b")
# The lowest grades are never asked for.
_LOW = compiled(r"\b(?:no(?:ne|rmal)?|minimal|mild)\b")
_ASKS = compiled(r"\b(?:must|requir\w+|ha(?:s|ve)|meets?|need\w*|diagnos\w+)\b")
_RANGE, _STARTS = compiled(r"\b(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})\b"), compiled(r"\b(\d{1,2})\b")
_CHOOSES = compiled(rf"\bor (?:an? )?(?:score (?:of )?)?(?:{_SCORES}{_IS})?{_GRADE}|\b(?:either|1 of|any of)\b")
# "A PHQ-9 of 20 to 27 is called severe in the manual": what a score is named asks for none.
_NAMED = compiled(
    rf"{_SCORES}(?: points?)? (?:is|are|was|were) (?:\w+ )?(?:called|termed|named|labell?ed|classed(?: as)?|"
    rf"graded(?: as)?|(?:read|known|described) as) {_GRADE}"
    # "A score of 28 or more on the MADRS marks severe depression": a finite verb, and no "which indicates".
    rf"|^\W*(?:(?:an?|the|any) )?(?:(?:total )?scores? )?(?:(?:of|from) )?(?:{ANY_SCALE} )?(?:(?:total )?scores? )?"
    rf"(?:(?:of|from|at) )?{_SCORES}(?: points?)?(?: (?:on|by|in) (?:the )?{ANY_SCALE})? (?:marks?|denotes?|"
    rf"signif(?:y|ies)|"
    rf"stands? for|corresponds? to|means?|suggests?) (?:an? )?{_GRADE}"
)
# "Remission is under 5": under a table of the grades.
_REMISSION_IS = compiled(
    r"^\W*(?:full |complete )?remission (?:is|means|starts|begins)(?: (?:an?|any|at|as|score|total|defined|of))*"
    r" ?[<>]?=? ?\d{1,2}(?: (?:points?|or (?:less|lower|below|fewer|under)))*\W*$"
)
# "PHQ-9: 10 moderate, 15 moderately severe, 20 severe", with or without what they are called before them and
# where they stand behind them: the name of the scale, its grades and nothing more.
_CALLED = (
    r"(?:(?!\b(?:must|need|requir|meet|fail|approv|cover))[^:;.\d]{0,40}\b(?:bands?|grades?|grading|"
    r"cut[ -]?(?:offs?|points?)|levels?|ranges?|severity|handout|guide|legend|key)\b[^:;.\d]{0,40}: ?)?"
)
_GRADED = rf"(?:{_BAND.pattern})\)?(?: (?:depression|symptoms))?"
_GRADES_ALONE = compiled(
    rf"^\W*{_CALLED}(?:(?:on|by|in) )?(?:(?:the|an?) )?{ANY_SCALE}(?: (?:scores?|scale|grades?|bands?|levels?|of))?,? ?"
    rf"[:=–-]? ?{_GRADED}(?:(?:[,;] ?(?:and )?| and )(?:{ANY_SCALE}(?: of)? ?:? ?)?{_GRADED})+"
    r"(?:,? ?\(?(?:as|for|in|per|according to|printed|from) [^.;\d]{3,40})?\W*$"
)
# "Bands for orientation: MADRS 35 or more severe": told to whoever reads, and asked of nobody.
_FOR_ORIENTATION = compiled(
    rf"^\W*(?:(?!\b(?:must|need|requir|meet|fail|approv|cover))[^:;.\d]){{0,50}}?\b(?:(?:for|as|by way of) (?:an? )?"
    r"(?:orientation|reference|information|context|illustration|background|aid)|not (?:a |used as )?criteri(?:a|on))\b"
    rf"(?: (?:only|purposes))*\)? ?[:–-][^.]*(?:{_BAND.pattern})"
)
_GRADE_NAMED = compiled(rf"\b{_GRADE}")
_FEWEST_BANDS = 2


def grades_scores(words: str) -> bool:
    """Whether a sentence gives the grades of a scale, from its lowest on or one after the other, or how a score is
    called, and asks for none.
    """
    if _REMISSION_IS.match(words) or _only_grades(words):
        return True
    if not _SCALE.search(words) or _ASKS.search(words):
        return False
    if _NAMED.search(words) or _FOR_ORIENTATION.match(words):
        return True
    bands = [found[0] for found in _BAND.finditer(words)]
    return len(bands) >= _FEWEST_BANDS and (any(map(_LOW.search, bands)) or _follow_on(words))


def _only_grades(words: str) -> bool:
    """Whether a sentence is the grades of a scale and nothing more; one and the same grade of two scales may be asked
    for.
    """
    return bool(_GRADES_ALONE.match(words)) and len(set(_GRADE_NAMED.findall(words))) > 1


def _follow_on(words: str) -> bool:
    """Whether one grade begins where the one before ends ("10-14 moderate, 15-19 severe"), and neither will do."""
    ends = {int(found[2]) + 1 for found in _RANGE.finditer(words)}
    return not _CHOOSES.search(words) and any(int(found[1]) in ends for found in _STARTS.finditer(words))


def lists_grades(nodes: Sequence[Node]) -> bool:
    """Whether the items of a list are the grades of a scale and nothing more, from the lowest on."""
    items = [read_words(node.block.text) for node in nodes if not node.children]
    graded = len(items) == len(nodes) >= _FEWEST_BANDS and all(map(_BAND_ALONE.fullmatch, items))
    return graded and any(map(_LOW.search, items))
