"""The alternatives that one clause states: "three drugs, or two and an augmentation trial"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.criteria.alternative_wording import (
    AND,
    AND_A_CLAUSE,
    BESIDE,
    CUT_SHORT,
    ENDS_IN_A_NAME,
    ENDS_IN_A_PERSON,
    ENDS_IN_A_SCALE,
    IS_NO_PART,
    LAST_OR,
    LOOSE_OR,
    OF_SOMEBODY,
    OPENS_A_CLAUSE,
    OPENS_WITH_A_SCALE,
    OPENS_WITH_ANOTHER,
    OR,
    OUTER_OR,
    OWN_VERB,
    SAYS_ITS_OUTCOME,
    SAYS_OF_IT,
)
from parsers.criteria.branches import OF_EVERYBODY, Branch, asked_besides, asked_of_everybody, hoisted, said_of_each
from parsers.criteria.families import ROOT_KEYS, findings
from parsers.criteria.trees import QUALITIES
from parsers.criteria.wording import Clause, Finding
from parsers.criteria.wording import clause as as_clause
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

# What only qualifies a trial is no alternative to counting trials: "improvement in symptoms or scores of 25% or less".
_OF_A_TRIAL = QUALITIES | {"failed_ad_classes", "episode_scope", "lookback_months", "documentation"}
_QUALIFIERS = _OF_A_TRIAL | OF_EVERYBODY
_OF_EACH_COUNT: frozenset[CriterionKey] = frozenset(("trial_dose", "failed_ad_classes"))
# "A psychiatrist or psychiatric nurse gives it in a clinic" says the place for both: no person is an alternative to the
# same person somewhere.
_PERSONS: frozenset[CriterionKey] = frozenset(("personnel", "prescriber"))
_FIRST_NUMBER = compiled(r"(?:>= )?\d")
_BARE_LENGTH = compiled(r"^\W*(?:for|after|over|during) (?:>= )?\d+ (?:weeks?|months?|days?)\b")
_OF_EACH = compiled(
    r", (?:with )?(?:each|every|all) (?:(?:of )?(?:the|these|those) )?"
    r"(?:antidepress\w+|drugs?|agents?|trials?|medications?|courses?)\b"
)
# "Augmentation, such as lithium or an antipsychotic added to the antidepressant": "or" joins examples of one thing.
_IN_EXAMPLES = compiled(
    r"\b(?:such as|e\.?g\.?|for (?:example|instance)|including)\b"
    r"(?:(?!\b(?:or|has|have|had|was|were|is|are|failed|tried)\b)[^;:)])*$"
)
# "Behavioral therapy or another psychotherapy has failed" names two therapies and one outcome.
_OR_ANOTHER_THERAPY = compiled(
    r"\btherapy or (?:an)?other (?:[\w-]+ ){0,3}(?:psycho)?therap\w* (?:has|have|was|were)\b"
)
# Read once in a clause, and told of each alternative.
_TOLD_OF_EACH: frozenset[CriterionKey] = QUALITIES | {"severity_category", "psychotherapy", "augmentation_trials"}


@dataclass(frozen=True, slots=True)
class Split:
    """What a clause asks for in any case, and its alternatives, limits and paperwork left out."""

    always: Branch
    branches: tuple[Branch, ...]
    words: tuple[str, ...]


def split(clause: Clause) -> Split | None:
    """The clause as alternatives, where its parts on either side of "or" each state criteria of their own.

    Accepted only when the parts together state exactly what the whole states: a split that changes the reading
    cut through a phrase ("monotherapy or with an antidepressant") and is dropped.
    """
    if _OR_ANOTHER_THERAPY.search(clause.words):
        return None
    heads, tail = _conjuncts(clause)
    for form in (OR, LOOSE_OR, OUTER_OR):
        parts = _with_examples([part for part in form.split(tail) if not IS_NO_PART.fullmatch(part)])
        if len(parts) < 2 or not all(_ends_a_part(clause, part) for part in parts[:-1]) or _joins_scales(parts):
            continue
        if _joins_names(clause, parts) or _cuts_a_bracket(clause, parts):
            continue
        branches = _branches(clause, parts)
        if (
            not _are_alternatives(branches)
            or _joins_persons(parts, branches)
            or _drops_response(clause, parts, branches)
        ):
            continue
        head = [finding for part in heads for finding in findings(clause.within(part))]
        if _state_the_whole(set(findings(clause)), head, branches):
            everybody, branches = asked_of_everybody(branches)
            besides, branches = asked_besides(tail, branches)
            of_each, branches = said_of_each(branches, _of_each_trial(clause, parts[-1]))
            shared, branches = hoisted(branches, _from_its_count(clause, parts[0]))
            always = _deciding((*head, *everybody, *besides, *of_each, *shared))
            return Split(always, tuple(map(_deciding, branches)), tuple(parts))
    return None


def _with_examples(parts: Sequence[str]) -> list[str]:
    """`parts`, the examples of one thing in one of them: "psychotherapy, such as CBT" and "interpersonal therapy"."""
    whole: list[str] = []
    for part in parts:
        if whole and _IN_EXAMPLES.search(whole[-1]):
            whole[-1] = f"{whole[-1]} or {part}"
        else:
            whole.append(part)
    return whole


def _branches(clause: Clause, parts: Sequence[str]) -> list[Branch]:
    """What each part states; a bare length behind counted drugs is that of their trials ("…, or for 4 weeks at …")."""
    branches = [findings(clause.within(part)) for part in parts]
    if any(finding.key == "failed_ad_count" for finding in branches[0]):
        told = f"{clause.topic} | failed {parts[0]}"
        for place, part in enumerate(parts):
            if not branches[place] and _BARE_LENGTH.match(part):
                branches[place] = findings(as_clause(part, page=clause.page, phase=clause.phase, topic=told))
    return branches


def _state_the_whole(whole: set[Finding], head: Sequence[Finding], branches: Sequence[Branch]) -> bool:
    """Whether alternatives state what the whole does; each may tell of a trial what is read but once in the whole.

    "Two drugs at the maximum dose, or three at an adequate dose".
    """
    stated = {*head, *(finding for branch in branches for finding in branch)}
    apart = {finding.key for finding in stated ^ whole}
    counts = all(any(finding.key == "failed_ad_count" for finding in branch) for branch in branches)
    if not apart or (counts and apart <= _OF_EACH_COUNT):
        return True
    own = all(apart & {finding.key for finding in branch} == apart for branch in branches)
    return whole <= stated and own and apart <= _TOLD_OF_EACH & {finding.key for finding in whole}


def _of_each_trial(clause: Clause, last: str) -> Branch:
    """What the end of the last alternative says of each drug: "… or three, each antidepressant taken for 8 weeks"."""
    tail = _OF_EACH.search(last)
    return findings(clause.within(last[tail.start() :])) if tail else ()


def _from_its_count(clause: Clause, part: str) -> Branch:
    """What an alternative states from its first number on: said of what it counts, and of nothing behind "or"."""
    counted = _FIRST_NUMBER.search(part)
    if counted is None:
        return ()
    said = as_clause(part[counted.start() :], page=clause.page, phase=clause.phase, topic=clause.topic)
    return findings(said)


def _ends_a_part(clause: Clause, part: str) -> bool:
    """Whether "or" behind `part` joins what asks for something, and no names inside a phrase.

    In "the drug was continued and the PHQ-9 or MADRS has improved" and "… and a scale (PHQ-9 or MADRS) has …" the names
    of scales stand on both sides of it. "Tried once and failed, or …" says two things of one subject.
    """
    if CUT_SHORT.search(part):
        return False
    opened = part.count("(") > part.count(")")
    before, joined, last = (part.rpartition("(")[0] if opened else part).rpartition(" and ")
    if opened:
        return not joined or not findings(clause.within(before))
    if not joined or SAYS_ITS_OUTCOME.match(last) or not findings(clause.within(before)):
        return True
    return bool(findings(clause.within(last)))


def _cuts_a_bracket(clause: Clause, parts: Sequence[str]) -> bool:
    """Whether "or" stands in a bracket behind which more is asked: "2 drugs (SSRI or SNRI) and psychotherapy"."""
    for place, part in enumerate(parts[1:], start=1):
        before = " ".join(parts[:place])
        _, closed, behind = part.partition(")")
        if before.count("(") > before.count(")") and closed:
            _, joined, more = behind.partition(" and ")
            if joined and findings(clause.within(more)):
                return True
    return False


def _joins_scales(parts: Sequence[str]) -> bool:
    """Whether "or" stands between the names of two scales ("improved on the PHQ-9 or the MADRS and goes on with …")."""
    return any(ENDS_IN_A_SCALE.search(before) and OPENS_WITH_A_SCALE.match(after) for before, after in pairwise(parts))


def _joins_names(clause: Clause, parts: Sequence[str]) -> bool:
    """Whether "or" stands between a thing with no verb, of which nothing is asked by itself, and "another" of it."""
    named = [ENDS_IN_A_NAME.search(part) for part in parts[:-1]]
    return any(
        name and OPENS_WITH_ANOTHER.match(after) and not findings(clause.within(name[0]))
        for name, after in zip(named, parts[1:], strict=True)
    )


def _joins_persons(parts: Sequence[str], branches: Sequence[Branch]) -> bool:
    """Whether "or" stands between two prescribers, the second of whom is all that a part asks for, the first not."""
    keys = [{finding.key for finding in branch} for branch in branches]
    return any(
        ENDS_IN_A_PERSON.search(before) and behind == {"prescriber"} and not asked <= _PERSONS
        for before, asked, behind in zip(parts, keys, keys[1:], strict=False)
    )


def _drops_response(clause: Clause, parts: Sequence[str], branches: Sequence[Branch]) -> bool:
    """Whether what stands beside a response is unread, and only what is asked with either is read behind it.

    "Depression has improved or no stay in hospital was needed and an antidepressant is taken".
    """
    shows = [any(finding.key == "renewal_response" for finding in branch) for branch in branches]
    other, joined, _ = parts[-1].partition(" and ")
    unread = bool(joined) and len(other.split()) > 1 and not findings(clause.within(other))
    return shows[0] and not shows[-1] and unread


def _are_alternatives(branches: Sequence[Branch]) -> bool:
    """Whether each branch could stand for itself; exclusions and named agents have rules of their own for "or"."""
    deciding = [tuple(f for f in _deciding(branch) if f.key != "intolerance_counts") for branch in branches]
    keys = {finding.key for branch in deciding for finding in branch}
    if len(set(deciding)) < 2 or not all(deciding) or "exclusion" in keys or keys == {"preferred_step"}:
        return False
    if any({f.key for f in one} <= _PERSONS and set(one) < set(other) for one in deciding for other in deciding):
        return False
    return all(_is_comparable(branch, deciding) for branch in deciding)


def _deciding(branch: Branch) -> Branch:
    return tuple(finding for finding in branch if finding.key not in ROOT_KEYS)


def _is_comparable(branch: Branch, others: Sequence[Branch]) -> bool:
    """Whether a branch can stand as an alternative: of qualifiers alone, only to branches that qualify the same."""
    keys = {finding.key for finding in branch}
    return not keys <= _QUALIFIERS or all(keys & {finding.key for finding in other} for other in others)


def _conjuncts(clause: Clause) -> tuple[list[str], str]:
    """What is demanded in any case, and the rest: "and" binds looser than "or" after a comma and before a clause."""
    if (beside := BESIDE.match(clause.words)) and findings(clause.within(beside["first"])):
        return [beside["first"]], beside["rest"]
    if (apart := _clause_apart(clause.words)) and findings(clause.within(apart[1])):
        return [apart[1]], apart[0]
    pieces = AND.split(clause.words)
    cut = len(pieces) - 1
    while cut > 0 and not OR.search(pieces[cut]):
        cut -= 1
    if cut == 0 and len(pieces) > 1 and findings(clause.within(" ".join(pieces[1:]))):
        return pieces[1:], pieces[0]
    if cut <= 0 or not findings(clause.within(" ".join(pieces[:cut]))):
        return [], clause.words
    return [*pieces[:cut], *pieces[cut + 1 :]], pieces[cut]


def _clause_apart(words: str) -> tuple[str, str] | None:
    """What stands before "and", with an "or" between words of one clause, and the clause behind; None elsewhere."""
    for joined in AND_A_CLAUSE.finditer(words):
        before, behind = words[: joined.start()], words[joined.end() :]
        chosen = LAST_OR.match(before)
        whole = chosen and (SAYS_OF_IT.search(chosen["right"]) or OF_SOMEBODY.match(behind))
        if chosen and whole and not OR.search(behind) and not _joins_clauses(chosen["left"], chosen["right"]):
            return before, behind
    return None


def _joins_clauses(left: str, right: str) -> bool:
    """Whether "or" stands between two clauses, each with a verb behind its subject."""
    return bool(OWN_VERB.search(OPENS_A_CLAUSE.split(left)[-1]) and OWN_VERB.search(right))
