"""Demands that a sentence makes of some patients, or lifts from some ("for anyone over 65, …", "…; waived once ECT has
failed", "two are enough if …; otherwise three"), as the alternatives that they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from parsers.criteria.clauses import unparsed
from parsers.criteria.conditional_wording import (
    AND_OF_SOME,
    BARE,
    BESIDES,
    COUNT,
    FAILED_ONLY,
    FAILING_THAT,
    FEWER_IF,
    IF,
    LESSER,
    LESSER_AGAIN,
    LESSER_ASIDE,
    NEED_NOT,
    OR_WHEN,
    OTHERWISE_BEHIND,
    OTHERWISE_FIRST,
    TWO_BEHIND,
    TWO_CROSSED,
    TWO_FIRST,
    TWO_SUBJECTS,
    VERB,
    WEEKS,
)
from parsers.criteria.demands_of_some import Told, asked_by_few, lets_off, of_some
from parsers.criteria.families import FAILED, ROOT_KEYS, findings_in
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.longer_watches import longer_for_some
from parsers.criteria.paired_demands import STATES, kinds, paired
from parsers.criteria.places_only_if import place_only_if
from parsers.criteria.spared_patients import spared
from parsers.criteria.stand_ins import stand_in
from parsers.criteria.substitutes import substituted
from parsers.criteria.trees import QUALITIES, group, keys, quoting, with_common_apart
from parsers.criteria.wording import clause
from parsers.language.patterns import compiled
from parsers.models import Op, Phase, Tree

# "When depression is severe, two; when it is moderate, three".
_IT = compiled(r"^(?:it|this|that)(?= is\b)", re.IGNORECASE)
# "Have failed two antidepressants and have a MADRS of 20": the number alone takes the place of the first demand.
_WITHOUT_MORE = compiled(r",? and (?:have|has|show|shows|be|is|are|must|an?) .*$", re.IGNORECASE)
# "Three if the depression is moderate (two if it is severe)".
_ASIDE_BEHIND = compiled(rf" \((?:or )?([^()]* {IF} [^()]*)\)$", re.IGNORECASE)
_OF_THE_TRIAL = compiled(r"^it(?= (?:lasted|went on|ran|was continued|was taken)\b)", re.IGNORECASE)
_BEFORE_QUALITIES = compiled(r",? (?:at|for|after|each|of at least|lasting|with)\b", re.IGNORECASE)
_BARE_GRADE = compiled(r"^(?:mild|moderate|severe)$", re.IGNORECASE)
_OR_AGAIN = compiled(r"\b(?:if|when|where|unless|either)\b", re.IGNORECASE)
# "If younger than 65": an age whatever stands around it.
_BARE_AGE = compiled(
    r"^(?:(?:(?:at least|(?:less|more|younger|older) than|under|over|below|above) )?\d\d(?: years?)?(?: old| of age)?"
    r"(?: (?:or|and) (?:older|over|above|up|younger|under|below))?)$",
    re.IGNORECASE,
)
# Examples of drugs, and those that an augmentation was with: an "or" among them parts no demands.
_EXAMPLES = compiled(
    r"(?P<of>\baugment\w*(?: (?:trial|therapy|treatment|strategy|agent|attempt|regimen)s?)?)? \("
    r"(?![^()]*(?:\b(?:unless|if|when|where|except|not)\b|contraindic|toler|\d))"
    r"(?P<sign>e\.? ?g\b|for (?:example|instance)\b|such as\b|i\.? ?e\b|that is\b|including\b)?[^()]*\)",
    re.IGNORECASE,
)


Read = Callable[[str, int, str], Tree | None]


def conditional(words: str, page: int, topic: str, phase: Phase, read: Read) -> Tree | None:
    """The criteria of a clause, or of a sentence with its afterthought; None where it sets no condition."""
    said = None if under_exclusion(topic) or stand_in(words) else told(words.strip(" .;?"), phase)

    def kept(part: str, under: str) -> Tree:
        return read(part, page, under) or unparsed(clause(part, page=page, phase=phase))

    return with_common_apart(quoting(_tree(said, topic, kept), words)) if said else None


def _tree(said: Told | str, topic: str, read: Callable[[str, str], Tree]) -> Tree | None:
    """Clauses told as alternatives; what is said beside failed drugs is said of these."""
    if isinstance(said, str):
        return read(said, topic)
    parts: list[Tree] = []
    for part in said.parts:
        tree = _tree(part, topic, read)
        parts += [tree] if tree else []
        if tree and "failed_ad_count" in keys(tree) and FAILED not in topic:
            topic = f"{topic} | {FAILED}"
    return with_common_apart(group(said.op, parts))


def told(words: str, phase: Phase) -> Told | None:
    """What a clause or a sentence with its afterthought asks for as alternatives; None where it sets no condition."""
    words = _EXAMPLES.sub(_without_examples, words) if "(" in words else words
    return next((said for form in _FORMS if (said := form(words, phase))), None)


def _without_examples(found: re.Match[str]) -> str:
    return (found["of"] or "") if found["of"] or found["sign"] else found[0]


def _decides(text: str, phase: Phase) -> bool:
    """Whether something that decides is read in a text, which may be of drugs that failed."""
    said = findings_in(text, phase, FAILED)
    return any(finding.key not in ROOT_KEYS for finding in said)


def _without_verb(text: str) -> str:
    """A demand without the verb that only says that it is one ("two are needed")."""
    short = VERB.sub("", text.strip(" ,;.()"))
    return short if short != text else text


def _completed(short: str, whole: str, phase: Phase) -> str:
    """A number alone, in the place of the number in the demand before it: "two" behind "three failed drugs"."""
    only = FAILED_ONLY.match(short)
    bare = only or BARE.match(short)
    if bare is None or (not only and not bare["more"] and _decides(short, phase)):
        return short
    whole = _WITHOUT_MORE.sub("", whole)
    said = (WEEKS if "week" in short[: bare.end("n") + 6] else COUNT).sub(bare["n"], whole, count=1)
    return f"{said}{bare['more'] or ''}" if not only else said


def _pair(one: str, other: str, phase: Phase) -> tuple[str, str] | None:
    """Two demands, either of which may be a number that stands for the other's words; None where one is unread."""
    one, other = _without_verb(one), _without_verb(other)
    one, other = _completed(one, other, phase), _completed(other, one, phase)
    return (one, other) if _decides(one, phase) and _decides(other, phase) else None


def _otherwise(words: str, phase: Phase) -> Told | None:
    """Two demands, one of them of those of whom a condition is true: "if …, two are enough; otherwise three"."""
    found = OTHERWISE_FIRST.match(words) or OTHERWISE_BEHIND.match(words)
    pair = _pair(found["then"], found["other"], phase) if found else None
    if found is None or pair is None or not _decides(found["if"], phase):
        return None
    rest = spared(found["if"])
    behind: Told | str = Told("all", (rest, pair[1])) if rest else pair[1]
    return Told("any", (Told("all", (pair[0], found["if"])), behind))


def _of_each_state(words: str, phase: Phase) -> Told | None:
    """A demand for each of two states: "two for severe depression, and three where it is moderate"."""
    words = _ASIDE_BEHIND.sub(r", \1", words)
    for form in (TWO_FIRST, TWO_BEHIND, TWO_CROSSED, TWO_SUBJECTS):
        found = form.match(words)
        pair = _pair(found["then"], found["other"], phase) if found else None
        one, again = map(_state, (found["if"], found["again"])) if found else ("", "")
        if pair and _are_states(one, again):
            return Told("any", (Told("all", (one, pair[0])), Told("all", (again, pair[1]))))
    return None


def _state(text: str) -> str:
    """A condition as it is read alone: "it" is the depression, and a bare age the patient's."""
    if _BARE_GRADE.match(text.strip()):
        return f"the depression is {text}"
    return f"the member is {text}" if _BARE_AGE.match(text.strip()) else _IT.sub("the depression", text)


def _are_states(one: str, other: str) -> bool:
    """Whether two conditions are of one kind, and each no more than a grade or an age."""
    read = [{finding.key for finding in findings_in(text)} for text in (one, other)]
    return all(each and each <= STATES for each in read) and kinds(read[0]) == kinds(read[1])


def _lesser(words: str, phase: Phase) -> Told | None:
    """A demand, and less that is enough beside something else: "three (two will do if ECT has failed)"."""
    found = LESSER.match(words) or LESSER_ASIDE.match(words)
    if found is None or not _decides(found["asked"], phase):
        return None
    if found["by"].lower() == "at" and not WEEKS.search(found["asked"]):
        return None  # "Three drugs (4 weeks each at the maximum dose)": of all of them.
    asked, condition = found["asked"], found["if"]
    further: list[Told] = []
    if again := LESSER_AGAIN.match(condition):
        condition = again["if"]
        further.append(Told("all", (_completed(again["less"], asked, phase), again["again"])))
    less = _completed(found["less"], asked, phase)
    condition = f"each at {condition}" if found["by"].lower() == "at" else _OF_THE_TRIAL.sub("the trial", condition)
    if not _decides(less, phase) or not _decides(condition, phase):
        return None
    kept = _counted_alone(asked, phase) if _only_qualifies(less, phase) else ()
    return Told("any", (_without_verb(asked), Told("all", (*kept, less, condition)), *further))


def _only_qualifies(text: str, phase: Phase) -> bool:
    """Whether a text says no more than what a trial was, and counts none."""
    read = findings_in(text, phase, FAILED)
    return {finding.key for finding in read} <= QUALITIES


def _counted_alone(asked: str, phase: Phase) -> tuple[str, ...]:
    """The count of a demand without what each trial was, which another trial may have been: "two … at the maximum"."""
    count = _BEFORE_QUALITIES.split(asked)[0]
    return (count,) if _counts(count, phase) else ()


def _fewer_if(words: str, phase: Phase) -> Told | None:
    """So many drugs, or fewer of whom something is true: "two antidepressants, or one if 65 or older"."""
    found = FEWER_IF.match(words)
    if found is None or not _counts(found["asked"], phase) or not _counts(found["less"], phase):
        return None
    condition = _state(found["if"])
    told = Told("any", (found["asked"], Told("all", (found["less"], condition))))
    return told if _decides(condition, phase) and not _OR_AGAIN.search(found["asked"]) else None


def _counts(text: str, phase: Phase) -> bool:
    read = findings_in(text, phase, FAILED)
    return any(finding.key == "failed_ad_count" for finding in read)


def _or_when(words: str, phase: Phase) -> Told | None:
    """A way, and another in a case that is named: "a psychiatrist, or, when another prescribes, ECT was considered"."""
    found = OR_WHEN.match(words)
    if found is None or not _decides(found["asked"], phase) or not _decides(found["other"], phase):
        return None
    case = found["if"]
    # The first way is all that a case of its contrary says.
    said = () if spared(case) and not _decides(case, phase) else (case,)
    return Told("any", (found["asked"], Told("all", (*said, found["other"]))))


def _need_not(words: str, phase: Phase) -> Told | None:
    """A demand, and who need not meet it, behind it: "…, except that a member with … need not have failed any"."""
    return _two(NEED_NOT.match(words), "any", "asked", "whom", phase)


def _failing_that(words: str, phase: Phase) -> Told | None:
    """Two ways, the second of those who cannot go the first: "…; if not, three antidepressants have failed"."""
    return _two(FAILING_THAT.match(words), "any", "asked", "other", phase)


def _besides(words: str, phase: Phase) -> Told | None:
    """What is asked for first, and beside it: "in addition to two failed drugs, psychotherapy or augmentation"."""
    return _two(BESIDES.match(words), "all", "first", "second", phase)


def _two(found: re.Match[str] | None, op: Op, one: str, other: str, phase: Phase) -> Told | None:
    """What stands in two groups of a form, where something that decides is read in each; None elsewhere."""
    both = found and _decides(found[one], phase) and _decides(found[other], phase)
    return Told(op, (found[one], found[other])) if found and both else None


def _and_of_some(words: str, phase: Phase) -> Told | None:
    """What is asked of all, and of some besides: "18 or older and, in people over 64, no dementia"."""
    found = AND_OF_SOME.match(words)
    behind = (of_some(found["second"], phase) or lets_off(found["second"], phase)) if found else None
    return Told("all", (found["first"], behind)) if found and behind and findings_in(found["first"], phase) else None


_FORMS: tuple[Callable[[str, Phase], Told | None], ...] = (
    asked_by_few,
    substituted,
    _otherwise,
    _of_each_state,
    paired,
    _lesser,
    _fewer_if,
    _failing_that,
    _or_when,
    _need_not,
    longer_for_some,
    place_only_if,
    of_some,
    lets_off,
    _and_of_some,
    _besides,
)
