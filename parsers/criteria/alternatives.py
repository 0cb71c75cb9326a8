"""The alternatives that one clause states: "three drugs, or two and an augmentation trial"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.criteria.branches import OF_EVERYBODY, Branch, asked_besides, asked_of_everybody, hoisted
from parsers.criteria.families import ROOT_KEYS, findings
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.trees import QUALITIES
from parsers.criteria.vocabulary import PERSON
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

# What only qualifies a trial is no alternative to counting trials: "improvement in symptoms or scores of 25% or less".
_OF_A_TRIAL = QUALITIES | {"failed_ad_classes", "episode_scope", "lookback_months", "documentation"}
_QUALIFIERS = _OF_A_TRIAL | OF_EVERYBODY
_OF_EACH_COUNT: frozenset[CriterionKey] = frozenset(("trial_dose", "failed_ad_classes"))
# "A psychiatrist or psychiatric nurse gives it in a clinic" says the place for both: no person is an alternative to the
# same person somewhere.
_PERSONS: frozenset[CriterionKey] = frozenset(("personnel", "prescriber"))
_COMPARES = (
    r"(?:more|greater|higher|above|older|over|longer|less|fewer|lower|below|younger|under|better|worse|equal|up)"
)
# "Moderate or severe" is one grade, "single episode or recurrent" any course; "failed, or has a contraindication to,
# two drugs" has one object for its verbs.
_NOT_BORNE = r"(?:(?:has|have|had|been|be|is|are|were|was|an?|any) )*(?:contraindicat|intoleran)"
# "Improved or stayed stable and goes on with therapy": one response in two words, and what else is asked.
_STABLE = (
    r"(?:(?:has|have|is|are|been|stayed|remained|kept|held|stays?|remains?|at least|at any rate) )*"
    r"(?:stable|steady|stabili[sz]ed|unchanged|(?:no|not(?: any)?) worse|not (?:worsened|deteriorated))\b"
)
_GOES_ON = (
    rf"(?:{_COMPARES}\b|(?:mild|moderate|severe|recurrent|poorly controlled|uncontrolled|untreated|unstable)\b"
    rf"|{_NOT_BORNE}|{_STABLE}[^.;]*\band\b)"
)
_SAID_OR = rf"\(?(?:or|and/or)(?! {_GOES_ON})(?: else)? (?:\(?(?:[a-h]|[ivx]{{1,4}}|\d[a-h]?)[).] )?|; ?(?:or )?"
_OR = compiled(rf",? {_SAID_OR}")
# "Lithium or bupropion did not help, or ECT has failed": after a comma "or" binds looser than inside a phrase.
_LOOSE_OR = compiled(rf", {_SAID_OR}")
# "One augmentation (lithium or thyroid) has failed or psychotherapy has": what stands in brackets is no side of it.
_OUTER_OR = compiled(rf"(?:,? {_SAID_OR})(?![^()]*\))")
# What joins the item to the next one of its list ("…; and").
_IS_NO_PART = compiled(r"\W*(?:and\b\W*|or\b\W*)?")
_TREATMENT = r"(?:psychotherap|cbt\b|cognitive|counsel|ect\b|electroconv|r?tms\b|transcranial|augment)"
_OF_ONE = r"(?:(?!\b(?:have|has|was|were|failed|did|is|are)\b)[^,;.]){0,30}?"
_AND = compiled(
    r" and (?=\([^()]+ or [^()]+\))"
    # "Failure of two drugs and of ECT, TMS, or psychotherapy": treatments to choose from, beside the drugs.
    rf"| and (?:of )?(?=(?:an? )?{_TREATMENT}{_OF_ONE}(?:, {_TREATMENT}{_OF_ONE})*,? or (?:(?:of|an?) )*{_TREATMENT})"
    r"|(?:,|;)? and,? (?:in addition|also|additionally|furthermore|moreover),? (?=either\b)|(?:,|;) and"
    r" (?=either\b|\(?[\w<>])|\band either\b|: (?=either\b)"
)
# "Symptoms have improved or stayed stable and the patient goes on with …": a clause with a subject of its own is joined
# to all before it, where "or" joins no more than words of one clause.
_AND_A_CLAUSE = compiled(
    r" and (?:that )?(?=(?:the|an?|no|his|her|their|he|she|it|they|spravato|(?:es)?ketamine|treatment)\b[^,;.]{0,60}?"
    r"\b(?:is|are|has|have|was|were|will|must|continues?|takes?|uses?|remains?|goes|stays?)\b)"
)
# "In addition to two failed drugs, an augmentation or psychotherapy has failed": the first is asked for in any case.
_BESIDE = compiled(
    r"^\W*(?:in addition to|besides|apart from|on top of|beyond|along with|together with|as well as) "
    r"(?P<first>(?:(?!\bor\b)[^,;]){5,80}), (?P<rest>.*\bor\b.*)$"
)
_LAST_OR = compiled(r"^(?P<left>.*\S),? or (?P<right>\S.*)$")
# "Three drugs, or two and an augmentation agent have failed": names that share a verb are no clauses.
_SAYS_OF_IT = compiled(r"\b(?:\w{3,}ed|is|are|has|have|been|stays?|remains?|stable|better|worse\w*)\b")
_OF_SOMEBODY = compiled(
    rf"^(?:the |an? |his |her |their )?(?:{PERSON}|he|she|they|spravato|(?:es)?ketamine|treatment)\b"
)
_OPENS_A_CLAUSE = compiled(r"\b(?:when|if|that|once|where|provided)\b|:")
_OWN_VERB = compiled(r"\w (?:is|are|was|were|has|have|had|did|does|will|must|failed)\b")
# "Prescribed by or in consultation with a psychiatrist" cuts a phrase, "a psychiatrist, or another professional" joins
# names.
_CUT_SHORT = compiled(r"\b(?:by|under|of|the|an?)\W*$")
_ENDS_IN_A_PERSON = compiled(
    r"\b(?:psychiatrist|psychologist|neurologist|an[ae]sthesiologist|physician|practitioner|prescriber|provider|"
    r"clinician|specialist|professional|nurse|doctor|psychiatry|neurology)s?\W*$"
)
# "…, a second-generation antipsychotic or another augmenting drug has been tried": both are what was tried.
_ENDS_IN_A_NAME = compiled(
    r"(?:^|[,;] |\band |\bor )(?:and )?(?:(?:an?|1) )?(?!(?:is|was|has|have|had)\b)[\w-]+(?: [\w-]+){0,4} ?$"
)
_OPENS_WITH_ANOTHER = compiled(r"^\W*(?:another|a (?:different|similar)|any other|some other|(?:an)?other)\b")
_ENDS_IN_A_SCALE = compiled(rf"{ANY_SCALE}(?: (?:scores?|scales?))?\W*$")
_OPENS_WITH_A_SCALE = compiled(rf"^\W*(?:the |an? )?{ANY_SCALE}(?! (?:(?:scores?|totals?|is|was|of|at) )*[<>\d])")


@dataclass(frozen=True, slots=True)
class Split:
    """What a clause asks for in any case, and its alternatives, limits and paperwork left out."""

    always: Branch
    branches: tuple[Branch, ...]


def split(clause: Clause) -> Split | None:
    """The clause as alternatives, where its parts on either side of "or" each state criteria of their own.

    Accepted only when the parts together state exactly what the whole states: a split that changes the reading
    cut through a phrase ("monotherapy or with an antidepressant") and is dropped.
    """
    heads, tail = _conjuncts(clause)
    for form in (_OR, _LOOSE_OR, _OUTER_OR):
        parts = [part for part in form.split(tail) if not _IS_NO_PART.fullmatch(part)]
        if len(parts) < 2 or not all(_ends_a_part(clause, part) for part in parts[:-1]) or _joins_scales(parts):
            continue
        if _joins_names(clause, parts) or _cuts_a_bracket(clause, parts):
            continue
        branches = [findings(clause.within(part)) for part in parts]
        if (
            not _are_alternatives(branches)
            or _joins_persons(parts, branches)
            or _drops_response(clause, parts, branches)
        ):
            continue
        head = [finding for part in heads for finding in findings(clause.within(part))]
        if _state_as_much(head, branches, set(findings(clause))):
            everybody, branches = asked_of_everybody(branches)
            besides, branches = asked_besides(tail, branches)
            shared, branches = hoisted(branches)
            return Split(_deciding((*head, *everybody, *besides, *shared)), tuple(map(_deciding, branches)))
    return None


def _state_as_much(head: Sequence[Finding], branches: Sequence[Branch], whole: set[Finding]) -> bool:
    """Whether the parts state what the whole does; of two counts, each with its dose or classes, that tells one alone.

    "Two drugs at the maximum dose, or three at an adequate dose".
    """
    apart = {*head, *(finding for branch in branches for finding in branch)} ^ whole
    counts = all(any(finding.key == "failed_ad_count" for finding in branch) for branch in branches)
    return not apart or (counts and {finding.key for finding in apart} <= _OF_EACH_COUNT)


def _ends_a_part(clause: Clause, part: str) -> bool:
    """Whether "or" behind `part` joins what asks for something, and no names inside a phrase.

    In "the drug was continued and the PHQ-9 or MADRS has improved" and "… and a scale (PHQ-9 or MADRS) has …" the names
    of scales stand on both sides of it.
    """
    if _CUT_SHORT.search(part):
        return False
    opened = part.count("(") > part.count(")")
    before, joined, last = (part.rpartition("(")[0] if opened else part).rpartition(" and ")
    if opened:
        return not joined or not findings(clause.within(before))
    return not joined or not findings(clause.within(before)) or bool(findings(clause.within(last)))


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
    return any(
        _ENDS_IN_A_SCALE.search(before) and _OPENS_WITH_A_SCALE.match(after) for before, after in pairwise(parts)
    )


def _joins_names(clause: Clause, parts: Sequence[str]) -> bool:
    """Whether "or" stands between a thing with no verb, of which nothing is asked by itself, and "another" of it."""
    named = [_ENDS_IN_A_NAME.search(part) for part in parts[:-1]]
    return any(
        name and _OPENS_WITH_ANOTHER.match(after) and not findings(clause.within(name[0]))
        for name, after in zip(named, parts[1:], strict=True)
    )


def _joins_persons(parts: Sequence[str], branches: Sequence[Branch]) -> bool:
    """Whether "or" stands between two prescribers, the second of whom is all that a part asks for, the first not."""
    keys = [{finding.key for finding in branch} for branch in branches]
    return any(
        _ENDS_IN_A_PERSON.search(before) and behind == {"prescriber"} and not asked <= _PERSONS
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
    if (beside := _BESIDE.match(clause.words)) and findings(clause.within(beside["first"])):
        return [beside["first"]], beside["rest"]
    if (apart := _clause_apart(clause.words)) and findings(clause.within(apart[1])):
        return [apart[1]], apart[0]
    pieces = _AND.split(clause.words)
    cut = len(pieces) - 1
    while cut > 0 and not _OR.search(pieces[cut]):
        cut -= 1
    if cut == 0 and len(pieces) > 1 and findings(clause.within(" ".join(pieces[1:]))):
        return pieces[1:], pieces[0]
    if cut <= 0 or not findings(clause.within(" ".join(pieces[:cut]))):
        return [], clause.words
    return [*pieces[:cut], *pieces[cut + 1 :]], pieces[cut]


def _clause_apart(words: str) -> tuple[str, str] | None:
    """What stands before "and", with an "or" between words of one clause, and the clause behind; None elsewhere."""
    for joined in _AND_A_CLAUSE.finditer(words):
        before, behind = words[: joined.start()], words[joined.end() :]
        chosen = _LAST_OR.match(before)
        whole = chosen and (_SAYS_OF_IT.search(chosen["right"]) or _OF_SOMEBODY.match(behind))
        if chosen and whole and not _OR.search(behind) and not _joins_clauses(chosen["left"], chosen["right"]):
            return before, behind
    return None


def _joins_clauses(left: str, right: str) -> bool:
    """Whether "or" stands between two clauses, each with a verb behind its subject."""
    return bool(_OWN_VERB.search(_OPENS_A_CLAUSE.split(left)[-1]) and _OWN_VERB.search(right))
