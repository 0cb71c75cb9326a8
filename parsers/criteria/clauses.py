"""One clause to the part of a criteria tree that it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parsers.criteria import exclusions, step_choices
from parsers.criteria.alternatives import split
from parsers.criteria.alternatives_by_age import by_age
from parsers.criteria.branches import Branch
from parsers.criteria.families import ROOT_KEYS, findings
from parsers.criteria.half_read import read_side
from parsers.criteria.kept import is_criterion
from parsers.criteria.lists import quantifier
from parsers.criteria.place_alternatives import places_apart
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.stand_ins import stand_in
from parsers.criteria.trees import excused_altogether, group, keys, present, with_intolerance
from parsers.criteria.trial_lengths import either_episode_or_span
from parsers.criteria.unread_parts import unread_parts
from parsers.criteria.vocabulary import PERSON
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Group, Leaf, Tree, Value

# "The prescriber attests that …", "medical record documentation of no …": what is said of somebody, or is not there.
_MUST_SHOW = compiled(
    rf"^(?!.*\b(?:scor\w+|scales?|assess\w+|baseline|rating|evaluat\w+)\b).*"
    rf"\b(?:attest|certif|confirm|show|document|verif|indicat)\w*,? (?:(?:to|of|that) )*"
    rf"(?P<what>(?:(?<=that )(?:the |an? )?(?:{PERSON}|drug|ketamine|nonadherence)\b.*"
    r"\b(?:is|are|was|has|does|did|will|kept)\b"
    r"|no (?!prior|previous|other|further|response)).*)$"
)
# "The member lives nearby, as evidenced by chart notes": the papers show it, and it is asked all the same.
_SHOWN_BY = compiled(
    rf"^\W*(?P<what>(?:the |an? )?{PERSON} (?:is|are|was|has|does|did|will|can|lives|takes|uses|keeps)\b.{{8,160}}?),? "
    r"(?:(?:as )?(?:evidenced|shown|documented|confirmed|verified|demonstrated|supported|proven|seen)(?: \w+)? "
    r"(?:by|in|through|from|with)|per|according to|based on) "
)
_ALTERNATIVES: tuple[CriterionKey, ...] = (
    "severity_min", "site", "mdsi_acuity", "renewal_response", "diagnosis_standard", "ect_tms", "psychotherapy",
)  # fmt: skip
# What no facts of a patient tell: "it is not available locally", "no therapist is available".
_OUT_OF_REACH = (
    r"(?:(?:is|are) (?:inaccessible|unavailable"
    r"|not (?:\w+ly )?(?:available|accessible|offered|obtainable|within reach))"
    r"|(?:cannot|can ?not|could not) be (?:had|obtained|reached|accessed) (?:locally|nearby|there|in|within|near))\b"
)
_NOBODY_NEAR = (
    r"(?:there (?:is|are) )?\bno(?:ne)? (?:[\w-]+ ){0,4}?(?:(?:is|are) available|available|(?:with)?in (?:the (?:area|"
    r"region|county)|reach|(?:reasonable|driving)|\d+ (?:miles|km|hours?|kilomet))|nearby|locally)\b"
)
_UNLESS = compiled(
    r"(?:\b(?:unless|except (?:when|if|where|that))"
    # "…, or a reason why this is not possible", "or TMS is inaccessible": an exception in other words.
    r"|,? or(?= (?:else )?(?:an? |the )?(?:(?!no\b)[\w-]+ )?(?:reasons?|explanation|justification|rationale)"
    r" (?:(?:is|was) (?:given|stated|documented|on file) )?(?:why|for not)\b)"
    # "…, or the prescriber explains why treatment at a younger age is needed".
    r"|,? or(?= (?:else )?(?:(?:the|an?|his or her) )?(?:treating )?(?:prescriber|provider|clinician|physician|doctor|"
    r"psychiatrist|specialist|practitioner)s? (?:has |have |must )?(?:explain|stat|document|justif|giv|provid|describ|"
    r"record|not|specif|show)\w* (?:[\w ]{0,20}\b(?:why|reasons?|rationale|justification|benefits?|an?other)\b|"
    r"(?:treatment|use|therapy)\b))"
    rf"|,? or(?= (?:else )?(?:(?:(?:it|they|neither|[\w-]+) )?{_OUT_OF_REACH}|{_NOBODY_NEAR}))) (.+)$"
)
_NOT_TO_BE_HAD = compiled(rf"{_OUT_OF_REACH}|{_NOBODY_NEAR}")
# "…, or a contraindication to antidepressants": to all of them, and not to one that counts as failed.
_NO_SUCH_DRUG = compiled(
    r"\b(?:or|unless) (?:(?:all|any) )?antidepressants(?: as a class)? are contraindicated\W*(?:(?:and|or)\W*)?$|"
    r"\b(?:or|unless)\b[^.;:]{0,50}\b(?:contraindicat\w+ (?:to|for|against)|(?:cannot|(?:is )?unable to|must not) "
    r"(?:take|use|be given)) (?:(?:the use of|all|any|oral|the class of) )*antidepressants?"
    r"(?: (?:therapy|treatment|medications?|drugs?|use|as a class|in general|altogether))*\W*(?:(?:and|or)\W*)?$"
)
# Exclusions have their own way of being lifted (is_overridable), failures that of intolerance.
_LIFTED_ELSEWHERE: frozenset[CriterionKey] = frozenset(("exclusion", "intolerance_counts", "sud_remission_months"))
_SUBSTANCE = "substance_use_disorder"
# "A PHQ-9 of 20 and a MADRS of 28", "both scales": scores that are asked for together.
_SCORES_TOGETHER = compiled(
    rf"{ANY_SCALE}[^.;@]{{0,40}}?\d+[^.;@]{{0,30}}?,? (?:and|as well as|plus|(?:together |along )?with) (?!/)"
    rf"(?:also )?(?:[a-z]+ ){{0,4}}?{ANY_SCALE}"
    rf"|\d+[^.;@\d]{{0,30}} (?:on|by|per) (?:the |an? )?{ANY_SCALE},? and [^.;@]{{0,30}}?\d+[^.;@\d]{{0,30}}{ANY_SCALE}"
    rf"|\bboth\b[^.;@]{{0,40}}{ANY_SCALE}|{ANY_SCALE}[^.;]*{ANY_SCALE}[^.;]*\bboth\b"
)
_ANY_SCORE = compiled(
    r"\b(?:or|either|any|1 of|such as|e\.g|for example|(?:1|an?) (?:\w+ ){0,3}(?:scales?|instruments?|tools?|"
    r"measures?))\b"
    r"(?! (?:more|higher|greater|above|over|up|worse|older|recurrent)\b)"
)
# "Suicidal ideation with intent that calls for hospital-level care": both are asked for, where nothing is chosen.
_INTENT_AND_CARE = compiled(r"^(?!.*\b(?:or|either|any|1 of)\b)(?=.*\bintent).*\b(?:and|plus|with|that|as well as)\b")
# "Two if each was not tolerated": how many drugs, and that they were not.
_COUNT_AND_EXCUSE = 2
_CHOSEN: tuple[CriterionKey, ...] = ("severity_min", "preferred_step")
# "A PHQ-9 of 15, or an equivalent score on another scale".
_OR_EQUIVALENT = compiled(
    rf"{ANY_SCALE}[^;]*,? \(?or (?:(?:an?|the|its|any) )?(?:equivalent|comparable|corresponding|similar|equal)\b"
    r"(?: (?:\w+ )?(?:scores?|results?|ratings?|values?|severity|levels?))? (?:on|by|with|using|from|in) "
    r"(?:(?:an?other|any other|some other|other)|an? (?:\w+ )?(?:different|alternative|similar|comparable|validated))\b"
)


def unparsed(clause: Clause) -> Leaf:
    """A criterion that fits no key, kept with its text."""
    return Leaf("unparsed", None, clause.text, clause.page)


def read_clause(clause: Clause) -> Tree | None:
    """The criteria a clause states, or None when the families read nothing in it."""
    whole = findings(clause)
    if not whole:
        return None
    lifted = _stood_in(clause) or _bar_lifted(clause, whole)
    tree = lifted or _excepted(clause, _disjunction(clause, whole) or _conjunction(clause, whole))
    return group("all", present((tree, _shown(clause, whole), *unread_parts(clause, whole))))


def _stood_in(clause: Clause) -> Tree | None:
    """A prescriber, or another where there is none such, which no patient's facts tell; None where no other will do."""
    sides = stand_in(clause.words)
    if sides is None:
        return None
    asked, other = (findings(clause.within(side)) or findings(clause.within(f"prescribed by {side}")) for side in sides)
    if asked == other or any({finding.key for finding in side} != {"prescriber"} for side in (asked, other)):
        return None
    instead = group("all", [*present((_conjunction(clause, other),)), unparsed(clause)])
    return group("any", present((_conjunction(clause, asked), instead)))


def _shown(clause: Clause, found: Iterable[Finding]) -> Leaf | None:
    """What papers have to show and no family reads ("chart notes confirm that ketamine is not given"): it is asked."""
    if {finding.key for finding in found} != {"documentation"}:
        return None
    shown = _MUST_SHOW.search(clause.plain) or _SHOWN_BY.search(clause.plain)
    return unparsed(clause) if shown and is_criterion(shown["what"]) else None


def _excepted(clause: Clause, tree: Tree | None) -> Tree | None:
    """The tree, or an exception that no family reads: "…, unless none practises there" is kept with its text."""
    exception = _UNLESS.search(clause.words)
    if tree is None or exception is None or keys(tree) & _LIFTED_ELSEWHERE or not keys(tree) - ROOT_KEYS:
        return tree
    excused = () if _NOT_TO_BE_HAD.search(exception[1]) else findings(clause.within(exception[1]))
    # "…, unless chart notes show why": the papers are of the exception, which no family reads.
    if not excused or _is_limit(excused):
        return group("any", (tree, unparsed(clause)))
    asked = findings(clause.within(clause.words[: exception.start()]))
    if set(asked) == set(findings(clause)) and _of_intolerance(excused):
        borne = Leaf("intolerance_counts", True, clause.text, clause.page)
        return group("any", present((_conjunction(clause, asked), borne)))
    if not asked or {*asked, *excused} != set(findings(clause)) or _is_limit(asked):
        return tree
    lifts = _disjunction(clause.within(exception[1]), excused) or _conjunction(clause, excused)
    return group("any", present((_conjunction(clause, asked), lifts)))


def _of_intolerance(excused: Iterable[Finding]) -> bool:
    """Whether all that an exception tells is that drugs are not tolerated ("unless the member cannot tolerate any")."""
    named = {finding.key for finding in excused}
    return "intolerance_counts" in named and named <= {"intolerance_counts", "failed_ad_count"}


def _bar_lifted(clause: Clause, whole: Iterable[Finding]) -> Tree | None:
    """A bar that something we read lifts ("no psychosis unless a psychiatrist prescribes"); None of any other."""
    exception = _UNLESS.search(clause.words) if any(finding.key == "exclusion" for finding in whole) else None
    if exception is None:
        return None
    barred = findings(clause.within(clause.words[: exception.start()]))
    lifts = findings(clause.within(exception[1]))
    if {finding.key for finding in barred} != {"exclusion"} or {*barred, *lifts} < set(whole):
        return None
    if _is_limit(lifts) or {finding.key for finding in lifts} & _LIFTED_ELSEWHERE:
        return None
    bars = Group("none", tuple(_leaf(clause, finding) for finding in barred))
    return group("any", present((bars, _conjunction(clause, lifts))))


def _is_limit(found: Iterable[Finding]) -> bool:
    return all(finding.key in ROOT_KEYS for finding in found)


def _leaf(clause: Clause, finding: Finding) -> Leaf:
    return Leaf(finding.key, finding.value, clause.text, clause.page)


def _conjunction(clause: Clause, found: Iterable[Finding]) -> Tree | None:
    return group("all", _parts(clause, tuple(found)))


def _parts(clause: Clause, found: tuple[Finding, ...]) -> Iterator[Tree]:
    """The leaves of a clause, grouped where the language of the field groups them."""
    keyed: dict[CriterionKey, list[Tree]] = {}
    for finding in found:
        keyed.setdefault(finding.key, []).append(_leaf(clause, finding))
    barred = keyed.pop("exclusion", [])
    remission = keyed.pop("sud_remission_months", [])
    either = tuple(_episode_or_span(clause, keyed))
    asked = [*(tree for key, leaves in keyed.items() for tree in _together(clause, key, leaves)), *either]
    excused = _NO_SUCH_DRUG.search(clause.words)
    yield from excused_altogether(asked) if excused else with_intolerance(asked, steps=True)
    yield from _barred(clause, barred, remission)


def _episode_or_span(clause: Clause, keyed: dict[CriterionKey, list[Tree]]) -> Iterator[Tree]:
    """The episode and the span of time, taken out of the leaves, where failures may lie in either."""
    if {"episode_scope", "lookback_months"} <= set(keyed) and either_episode_or_span(clause.words):
        yield Group("any", (*keyed.pop("episode_scope"), *keyed.pop("lookback_months")))


def _together(clause: Clause, key: CriterionKey, leaves: list[Tree]) -> Iterator[Tree]:
    """Leaves of one key: alternatives, a choice of so many of them, or all of them."""
    asked = quantifier(clause.words) if key in _CHOSEN and len(leaves) > 1 else None
    if asked is not None and asked.op == "at_least" and asked.n and asked.n < len(leaves):
        yield Group("at_least", tuple(leaves), asked.n)
    elif (
        (key == "severity_min" and _are_together(clause))
        or (key == "mdsi_acuity" and _INTENT_AND_CARE.match(clause.words))
    ) or (key == "diagnosis_standard" and not _ANY_SCORE.search(clause.words)):
        yield from leaves
    elif key == "preferred_step" and (ways := step_choices.ways(clause.plain)):
        each = (group("all", [leaf for leaf in leaves if _names(leaf, agents)]) for agents in ways)
        yield from present((group("any", present(each)),))
        yield from _unnamed(leaves, ways)
    elif key == "preferred_step" and (choices := step_choices.choices_beside(clause.plain)):
        yield from present(group("any", [leaf for leaf in leaves if _names(leaf, agents)]) for agents in choices)
        yield from _unnamed(leaves, choices)
    elif key == "severity_min" and _OR_EQUIVALENT.search(clause.words):
        yield Group("any", (*leaves, unparsed(clause)))
    elif key in _ALTERNATIVES or (key == "preferred_step" and step_choices.are_alternatives(clause.plain)):
        yield from present((group("any", leaves),))
    else:
        yield from leaves


def _names(leaf: Tree, agents: frozenset[str]) -> bool:
    return isinstance(leaf, Leaf) and leaf.value in agents


def _unnamed(leaves: Iterable[Tree], choices: Sequence[frozenset[str]]) -> Iterator[Tree]:
    """The leaves that none of several choices names."""
    return (leaf for leaf in leaves if not any(_names(leaf, agents) for agents in choices))


def _are_together(clause: Clause) -> bool:
    """Whether each of several scores is asked for: joined by "and", and no "or" between what may be chosen."""
    return bool(_SCORES_TOGETHER.search(clause.words)) and not _ANY_SCORE.search(clause.words)


def _barred(clause: Clause, barred: list[Tree], remission: list[Tree]) -> Iterator[Tree]:
    """Exclusions, and what lifts them; remission lifts a substance use disorder only."""
    substance = [leaf for leaf in barred if remission and isinstance(leaf, Leaf) and leaf.value == _SUBSTANCE]
    if substance:
        if others := tuple(leaf for leaf in barred if leaf not in substance):
            yield Group("none", others)
        yield Group("any", (Group("none", tuple(substance)), *remission))
    elif remission:
        yield from ([Group("none", tuple(barred))] if barred else [])
        yield from remission
    elif not barred:
        return
    elif exclusions.is_overridable(clause):
        yield Group("any", (Group("none", tuple(barred)), unparsed(clause)))
    else:
        yield Group("none", tuple(barred))


def _branch(clause: Clause, branch: Branch, branches: Sequence[Branch]) -> Tree | None:
    """An alternative; fewer drugs than another asks for are enough only where they were not tolerated.

    "Three antidepressants failed, or two if each was stopped because of side effects".
    """
    counts = {finding.value for finding in branch if finding.key == "failed_ad_count"}
    more = [one for other in branches for one in other if one.key == "failed_ad_count" and one.value not in counts]
    tolerated = [other for other in branches if any(one.key == "intolerance_counts" for one in other)]
    if len(branch) == _COUNT_AND_EXCUSE and counts and tolerated == [branch] and _exceed(more, counts):
        return Group("at_least", tuple(_leaf(clause, finding) for finding in branch), _COUNT_AND_EXCUSE)
    return _conjunction(clause, branch)


def _exceed(more: Sequence[Finding], counts: Iterable[Value]) -> bool:
    numbers = [count for count in counts if isinstance(count, int)]
    return bool(more) and all(isinstance(one.value, int) and one.value > max(numbers) for one in more)


def _disjunction(clause: Clause, whole: tuple[Finding, ...]) -> Tree | None:
    """The clause as alternatives, beside what it asks for in any case and its limits."""
    if apart := by_age(clause) or places_apart(clause):
        return group("any", present(_conjunction(clause, branch) for branch in apart))
    parts = split(clause)
    if parts is None:
        asked = read_side(clause, whole)
        return group("any", present((_conjunction(clause, asked), unparsed(clause)))) if asked else None
    limits = tuple(finding for finding in whole if finding.key in ROOT_KEYS)
    told = zip(parts.words, parts.branches, strict=True)
    alternatives = group(
        "any", present(_branch(clause.within(words), branch, parts.branches) for words, branch in told)
    )
    return group("all", [*_parts(clause, parts.always), *present((alternatives,)), *_parts(clause, limits)])
