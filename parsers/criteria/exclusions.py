"""Conditions that bar coverage, and remission from a substance use disorder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.conditions import (
    ALSO_USES,
    NOT_OF_AN_ORGAN,
    bars_nobody,
    in_their_own_words,
    named,
    up_to_denial,
    with_its_proviso,
)
from parsers.criteria.exclusion_wording import (
    ASKED,
    BARS,
    BARS_PATIENTS,
    DENIED_AFTER,
    DENIES,
    FOLLOWS,
    LEADS_IN_HISTORIES,
    LEADS_IN_REASONS,
    NO_SUCH_PERSON,
    NONE_OF_IT,
    NOT_ABOUT_A_CONDITION,
    REFUSED_TWICE,
    RULES_OUT,
)
from parsers.criteria.listed_bars import is_barring_label, is_neutral, under_exclusion
from parsers.criteria.remission import is_said_to_remit, lengths_of_remission, suffices
from parsers.criteria.remnant_wording import UNMET
from parsers.criteria.vocabulary import PEOPLE, near, one_of
from parsers.criteria.wording import Clause, Finding
from parsers.language.each_use import OF_EACH, USE
from parsers.language.negations import affirmed, is_lifted_bar
from parsers.language.patterns import compiled
from parsers.phases.phases import is_never_renewed

# "Compounded creams, among them those with ketamine": things, and no patients.
_THINGS_WITH_IT = compiled(
    r"\b(?:those|ones) (?:with|of|containing) (?=(?:racemic |topical )?(?:es)?ketamine\b)", re.IGNORECASE
)
_AUXILIARY = compiled(r" (?:is|are|will be|must be|should be)? *$")
# What is lifted from the bar, or never in it: "…, except in remission", "…, tobacco excepted".
_SET_ASIDE = compiled(
    r"\b(?:unless|except|apart from|not counting|not including)\b"
    r"|, (?:[\w/-]+ ){1,4}(?:excepted|aside|apart|not (?:counted|included))\b"
)
_BARS_UNLESS = compiled(r"\b(?:unless|except|not met|do(?:es)? not meet|other than)\b", re.IGNORECASE)
# What lifts an exclusion: whatever it holds "unless", the prescriber's judgement, or the condition being treated.
_LIFTED = compiled(
    r"\b(?:unless|(?:except|save) (?:when|if|where|that))\b \w+ \w+|\(exceptions? (?:is|are|may|can)\b|"
    # A "contraindication or bar to treatment" lifts nothing.
    r"\b(?:unless|except(?: when| if| where)?|or(?! (?:\w+ ){0,2}(?:to|for|against) (?:treatment|therapy)\b"
    r"| (?:more|longer|older|greater|above|over|higher|less|fewer)\b))\b"
    r"[^;]*\b(?<!not )(?<!not be )(?<!not been )(?<!poorly )(?<!inadequately )"
    + one_of(
        "benefit", "outweigh", "risk", "opinion", "judg", "document", "clear", "approv", "treated",
        r"treatment(?![- ]resist|[- ]refract)",
        "stable",
        "controlled", "rationale", "specialist", "remission", "recovery", "consider",
    )
)  # fmt: skip
_UNTREATED = compiled(
    r"\bnot,? (?:(?:currently|presently|now|actively|adequately|yet|at present|at this time|being|otherwise),? )*"
    r"(?:treated|controlled|managed|in treatment|stable|medically managed)"
)
_PRESSURE_CONTROLLED = compiled(
    rf"\b(?:blood pressure|hypertension)\b{near(25)}(?<!not )(?<!un)"
    r"\b(?:(?:well |adequately )?controlled|under control|(?:well|adequately|properly) (?:managed|treated))\b"
    # e.g. "blood pressure is not uncontrolled"
    r"|\b(?:blood pressure|hypertension) (?:(?:is|was|must|may|should|be) )+not (?:be )?(?:un|poorly |"
    r"badly )controlled\b"
)
# Harm that a renewal must be free of, with its examples: the drug's, and no condition of the patient.
_OF_THE_DRUG = compiled(
    r"\b(?:unacceptable|intolerable|limiting|serious|severe|significant) "
    r"(?:drug )?(?:toxicit|adverse|side[ -]effect|effects)"
)
# Examples of what must be absent are named like the rest: "none of the contraindications (e.g., aneurysm)".
_NAMES_CONTRAINDICATIONS = compiled(
    r"\b(?:no|none|without|not|never|free|absence)\b[^.;(]*\bcontraindications?\b"
    r"[^.;(]{0,40}\((?:e\.?g|such as|for example|including)"
)
_TRIED_INSTEAD = compiled(
    rf"\b(?:augment|adjunct\w* (?:therap|agent))|\b{NOT_OF_AN_ORGAN}fail"
    r"|\b(?:intoleran|hypersensitiv|contraindicat)\w*[^.;]{0,80}\bantidepress"
)

# "No trial is needed of a drug to which the patient is allergic": that patient is let off, and not barred.
_TRIAL_EXCUSED = compiled(
    r"\b(?:trials?|steps?|failures?)\b[^.;]{0,20}\b(?:not|never) (?:be )?(?:needed|required|necessary|asked"
    r"|tried)\b[^.;]{0,80}"
    r"\b(?:allerg|hypersensitiv)|\bno (?:trial|step|failure)\b[^.;]{0,80}\b(?:allerg|hypersensitiv)"
)

# "A compound is paid for when no marketed product will do because the worker is allergic to a dye": why it is made.
_MADE_FOR_THE_ALLERGIC = compiled(
    r"(?=.*\b(?:compound(?:s|ed|ing)?|marketed|commercial(?:ly)?|generics?|brands?)\b)"
    r".*\b(?:when|where|if|because|since|example|instance|such as|exists?|for whom)\b[^.;]*"
    r"\b(?:allerg|hypersensitiv)"
)


# "Not approved for: members with psychosis".
_REFUSED_FOR = compiled(
    r"\W*(?:is |are )?not (?:to be )?(?:approved|covered|authori[sz]ed|recommended|allowed|given)(?: for| in| to)?\W*",
    re.IGNORECASE,
)
_OPENS_WITH_PEOPLE = compiled(
    rf"\W*(?:any |all )?{PEOPLE} (?:with|who|whose|having|under|over|below|younger|aged)\b", re.IGNORECASE
)


# "… whatever else is met", "…, with either diagnosis, …": the same for all of them.
ALL_THE_SAME = compiled(
    r",? (?:whatever|no matter what) else is (?:met|true|shown|satisfied),?"
    rf"|,? {OF_EACH} {USE},?",
    re.IGNORECASE,
)


def bars_patients(text: str) -> bool:
    """Whether a sentence or lead-in refuses patients for a condition they have, rather than a use of the drug."""
    text = _THINGS_WITH_IT.sub("", ALL_THE_SAME.sub("", affirmed(text)))
    barred = BARS_PATIENTS.search(text) or _bars_by_label(text)
    return bool(barred) and (is_lifted_bar(text) or not _BARS_UNLESS.search(text))


def _bars_by_label(text: str) -> bool:
    """Whether a line bars the conditions behind its label, one of which at least is no use of the drug."""
    label, colon, rest = text.partition(":")
    if _REFUSED_FOR.fullmatch(label) and not _OPENS_WITH_PEOPLE.match(rest):
        return False
    return (
        bool(colon)
        and (is_barring_label(label) or bool(_REFUSED_FOR.fullmatch(label)))
        and bool(set(named(rest.lower())) - ALSO_USES)
    )


# "Is the member now hospitalized because of suicidal behavior?" asks for the stay that a policy admits.
_IN_HOSPITAL_FOR_IT = compiled(
    r"\b(?:hospitali[sz]ed|inpatient|in (?:an? |the )?hospital|admitted|discharged)\b[^?]*\bsuicid|\bsuicid\w*[^?]*"
    r"\b(?:hospitali[sz]ed|inpatient|in (?:an? |the )?hospital|admitted|discharged)\b"
)


def _scope(words: str) -> str:
    """The part of a clause in which a condition that is named is denied; "" when nothing is."""
    words = REFUSED_TWICE.sub(r"\g<refusal>", words)
    if nobody := NO_SUCH_PERSON.match(words):
        return nobody["what"]
    if ruled_out := RULES_OUT.search(words):
        denied = DENIES.search(words)
        return words[min(ruled_out.start("what"), denied.start() if denied else len(words)) :]
    denies, bars, after = DENIES.search(words), BARS.search(words), DENIED_AFTER.search(words)
    if after and not (denies and denies.start() < after.start()):
        return words[: after.start()]
    if bars and (not denies or bars.start() <= denies.start() < bars.end()):
        return words[bars.end() :] if FOLLOWS.match(words[bars.end() :]) else _AUXILIARY.sub("", words[: bars.start()])
    for denial in DENIES.finditer(words):
        scope = words[denial.start() :]
        if not NOT_ABOUT_A_CONDITION.search(scope) or re.search(r"\bhistory\b|\bdiagnos", scope):
            return scope
    return words if ASKED.search(words) and not _IN_HOSPITAL_FOR_IT.search(words) else ""


def read(clause: Clause) -> Iterator[Finding]:
    """Conditions a clause bars. A condition that is merely named ("history of psychosis, and …") bars nothing."""
    words = clause.words if _NAMES_CONTRAINDICATIONS.search(clause.words) else clause.plain
    words = with_its_proviso(words, DENIES)
    remission = tuple(lengths_of_remission(clause.plain))
    yield from remission
    if _PRESSURE_CONTROLLED.search(words):
        yield Finding("exclusion", "uncontrolled_hypertension")
    tests = (_OF_THE_DRUG, _TRIAL_EXCUSED, _MADE_FOR_THE_ALLERGIC, LEADS_IN_REASONS)
    if bars_nobody(words) or any(test.search(words) for test in tests):
        return
    if absent := NONE_OF_IT.match(words):
        asked = (name for name in named(absent["what"]) if not (remission and name == "substance_use_disorder"))
        yield from (Finding("exclusion", name) for name in asked)
    else:
        yield from _barred(clause, words, remits=bool(remission))


def _barred(clause: Clause, words: str, *, remits: bool) -> Iterator[Finding]:
    """Conditions that a clause denies; `remits`: it says how long one of them must be in remission."""
    listed = under_exclusion(clause.topic)
    if listed and is_neutral(words):
        return
    # An item of a list of bars may be a whole refusal itself ("No coverage is given to a member with …").
    whole = bars_patients(words) or LEADS_IN_HISTORIES.search(words)
    scope = (_scope(words) if whole else "") or words if listed else _scope(words)
    # What has failed before the denial of a condition ("two drugs have failed, and has none of …") is no part of it.
    about = scope if DENIES.match(scope) else words
    if not scope or (_TRIED_INSTEAD.search(up_to_denial(about)) and not listed):
        return
    barred = _SET_ASIDE.split(scope)[0]
    excused = remits and suffices(words, listed=listed, denies=bool(DENIES.search(words)))
    is_said = remits and not listed and is_said_to_remit(words)
    conditions = [name for name in named(barred) if not ((excused or is_said) and name == "substance_use_disorder")]
    yield from (Finding("exclusion", name) for name in conditions)
    # "There is no continuation for acute suicidality" bars no condition; nor does "failure to meet the criteria for
    # renewal".
    if not (excused or is_never_renewed(clause.text) or UNMET.search(clause.text)):
        yield from (Finding("exclusion", name) for name in in_their_own_words(barred, listed=listed))


# "…, for which no request under A or B is approved": the bar again, and nothing that lifts it.
_NEVER_GRANTED = compiled(
    r"\bno (?:requests?|coverage|approvals?|treatment)\b[^;:,]*?\b(?:approved|granted|considered)\b"
)


def is_overridable(clause: Clause) -> bool:
    """Whether the prescriber's judgement, treatment or control of the condition lifts the exclusion."""
    words = _NEVER_GRANTED.sub("", with_its_proviso(clause.plain, DENIES))
    lifted = _LIFTED.search(up_to_denial(words))
    return bool(lifted or (BARS.search(clause.plain) and _UNTREATED.search(clause.plain)))
